"""What an expression comes to, and what is remembered from one expression to the next."""

from dataclasses import dataclass

from onrecord.model.when import TimeBasis, TimePrecision, TimexType
from onrecord.stages.when.moment import Moment, at_level


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """What an expression comes to: a moment, or a bare TIMEX3 value with no calendar to it.

    `start` and `end` are set where an interval is known without a moment, or is not all of it;
    `precision` where it is not that of the moment.
    """

    type: TimexType
    moment: Moment | None = None
    value: str | None = None
    mod: str | None = None
    start: str | None = None
    end: str | None = None
    basis: TimeBasis = "stated"
    approximate: bool = False
    precision: TimePrecision | None = None


@dataclass(slots=True)
class Timeline:
    """The time spoken of, as the text moves along, and the last day it fixed."""

    focus: Moment | None = None
    day: Moment | None = None

    def move(self, moment: Moment) -> None:
        """Speak of `moment` from here on."""
        self.focus = moment
        if moment.level in ("day", "part", "clock"):
            self.day = at_level(moment, "day")
        elif self.day is not None and at_level(self.day, moment.level) != moment:
            self.day = None
