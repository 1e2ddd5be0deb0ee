"""A time as an interval, beside the words that say it."""

from dataclasses import dataclass
from typing import Literal

from onrecord.model.span import Span

TimePrecision = Literal["minute", "hour", "part_of_day", "day", "week", "month", "season", "year", "longer"]
TimeBasis = Literal["stated", "report", "context"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A time expression as ISO-TimeML writes it (TIMEX3): its type, value and modifier."""

    type: TimexType
    value: str
    mod: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A time expression and the interval it stands for.

    `start` and `end` are ISO 8601 dates or date-times, both inclusive; `None` leaves that side
    open or unknown. `edtf` is the same in Extended Date/Time Format (ISO 8601-2), `None` where
    it cannot be written. `basis` says where the missing part of the date came from: `stated`
    (the words say it all), `report` (from the publication date), `context` (from nearby text).
    A `When` that was given from outside (`--published`, page metadata) has no span.
    """

    span: Span | None
    words: str
    start: str | None
    end: str | None
    precision: TimePrecision
    edtf: str | None
    timex: Timex
    basis: TimeBasis
    approximate: bool = False
