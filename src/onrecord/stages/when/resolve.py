"""Which time do the words mean here, in this report?

`Resolver` reads the expressions of a report in order. What it remembers between them is the
`Timeline`: the time spoken of last. Expressions say what they count from (`meaning.Anchor`); what
they leave open is filled from the publication date or, in a history, from the time spoken of.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from onrecord.model.when import TimeBasis, TimexType
from onrecord.stages.when import feasts
from onrecord.stages.when.count_on import LEVEL, days_on, moved_by
from onrecord.stages.when.in_year import finer, forward, holds, nearest, order, with_year
from onrecord.stages.when.meaning import Anchor, Calendar, Length, Meaning, Ref, Repeat, Shift, Vague
from onrecord.stages.when.moment import Moment, day_of, first_day, of_day, plus
from onrecord.stages.when.named_seasons import stretch_of
from onrecord.stages.when.pieces import piece_of
from onrecord.stages.when.timeline import Resolved, Timeline
from onrecord.stages.when.unfixed import length_value, open_shift, open_value
from onrecord.stages.when.write import narrow


@dataclass(slots=True)
class Resolver:
    """Resolves the expressions of one report in order.

    `is_history` says that the report tells of years long before it was published: then times
    count from the time spoken of, not from the publication date.
    """

    published: date | None
    is_history: bool
    country: str | None = None
    timeline: Timeline = field(default_factory=Timeline)
    event: Moment | None = None
    not_before: Moment | None = None
    story: Moment | None = None

    def resolve(
        self,
        meaning: Meaning,
        *,
        direction: int,
        event: Moment | None = None,
        not_before: Moment | None = None,
        story: Moment | None = None,
    ) -> Resolved:
        """Return what `meaning` comes to.

        Args:
            meaning: What the words say.
            direction: That of the verb around them: -1 past, 1 future, 0 unknown.
            not_before: The first end of a stretch whose other end the words are ("from March to May").
            event: When the event happened that the words count from, if they do and it is known.
            story: The day of an old year that the passage tells on from: "shot down on 6 April 1994 ... on 4 July".
        """
        self.event, self.not_before, self.story = event, not_before, story
        match meaning:
            case Calendar():
                return self._calendar(meaning, direction)
            case Shift():
                return self._shift(meaning)
            case Length():
                return self._length(meaning)
            case Ref():
                return self._ref(meaning)
            case Repeat():
                return Resolved(type="SET", value=meaning.value)
            case Vague():
                return Resolved(type="DATE", value="PRESENT_REF", basis="context")

    def base(self, anchor: Anchor) -> tuple[Moment | None, TimeBasis]:
        """Return what a time with this anchor counts from, and the basis that gives it."""
        now = None if self.published is None else of_day(self.published)
        focus = self.timeline.focus
        if anchor == "event" and (self.event is not None or not self.is_history):
            return self.event, "context"
        if anchor in ("now", "either") and not self.is_history:
            return now, "report"
        if focus is not None:
            return focus, "context"
        return (None, "context") if self.is_history else (now, "report")

    # Calendar

    def _calendar(self, meaning: Calendar, direction: int) -> Resolved:
        if meaning.named is not None:
            return self._named(meaning, direction)
        moment, basis = self._place(meaning, direction)
        kind: TimexType = "TIME" if meaning.part or meaning.hour is not None else "DATE"
        approximate = meaning.approximate
        if moment is None:
            return Resolved(
                type=kind, value=open_value(meaning), mod=meaning.mod, basis="stated", approximate=approximate
            )
        if (
            meaning.weekday
            and meaning.day
            and (day := day_of(moment)) is not None
            and day.isoweekday() != meaning.weekday
        ):
            approximate = True
        if meaning.feast and feasts.is_approximate(meaning.feast):
            return self._long_feast(meaning, moment, basis)
        if meaning.piece is not None and (days := piece_of(moment, meaning.piece)) is not None:
            return Resolved(
                type="DATE", moment=moment, mod=meaning.mod, start=days[0].isoformat(), end=days[1].isoformat(),
                basis=basis, approximate=approximate, precision="week",
            )  # fmt: skip
        return Resolved(type=kind, moment=moment, mod=meaning.mod, basis=basis, approximate=approximate)

    def _named(self, meaning: Calendar, direction: int) -> Resolved:
        """Return the months of a season that the country has its own of, open where country or year is not known."""
        base, basis = self.base(meaning.anchor)
        found = stretch_of(meaning, self.country, base, direction)
        if found is None:
            value = "XXXX" if meaning.year is None else f"{meaning.year}-XX"
            return Resolved(type="DATE", value=value, mod=meaning.mod, approximate=True, precision="season")
        start, end = narrow(*found, meaning.mod)
        return Resolved(
            type="DATE", value=f"{found[0].year}-XX", mod=meaning.mod, start=start.isoformat(), end=end.isoformat(),
            basis="stated" if meaning.year is not None else basis, approximate=True, precision="season",
        )  # fmt: skip

    def _long_feast(self, meaning: Calendar, moment: Moment, basis: TimeBasis) -> Resolved:
        """Return all days of Ramadan or an Eid, a day off where the moon was sighted later."""
        first, n_days = day_of(moment), feasts.length_in_days(meaning.feast or "")
        if first is None:
            return Resolved(type="DATE", moment=moment, basis=basis, approximate=True)
        last = first + timedelta(days=n_days - 1)
        return Resolved(
            type="DATE", moment=moment, mod=meaning.mod, start=first.isoformat(), end=last.isoformat(), basis=basis,
            approximate=True, precision="month" if n_days > 27 else "day",
        )  # fmt: skip

    def _place(self, meaning: Calendar, direction: int) -> tuple[Moment | None, TimeBasis]:
        if meaning.century is not None:
            century = meaning.century
            year = 100 * (century - 1) if century > 0 else 1 + 100 * century
            return Moment(level="century", year=year), "stated"
        if meaning.decade is not None:
            decade = meaning.decade
            return Moment(level="decade", year=10 * decade if decade > 0 else 10 * decade - 8), "stated"
        if meaning.year is not None:
            return with_year(meaning, meaning.year), "stated"
        if meaning.feast or meaning.month or meaning.season or meaning.half or meaning.quarter:
            return self._yearless(meaning, direction)
        if meaning.weekday:
            return self._weekday(meaning, direction)
        return self._of_the_day(meaning)

    def _yearless(self, meaning: Calendar, direction: int) -> tuple[Moment | None, TimeBasis]:
        """Return a month, day of the year, season or feast whose year the words leave open."""
        base, basis = self.base(meaning.anchor)
        if self.story is not None and meaning.step is None and direction <= 0:
            base, basis = self.story, "context"
        if base is None:
            return None, basis
        stepped = self._stepped(meaning, base)
        if stepped is not None:
            return stepped, basis
        years = (base.year - 1, base.year, base.year + 1)
        places = [place for year in years if (place := with_year(meaning, year)) is not None]
        if not places:
            return None, basis
        if self.not_before is not None and (late := [p for p in places if order(p) >= order(self.not_before)]):
            return late[0], basis
        if basis == "context":
            return forward(places, base), basis
        return nearest(places, base, direction), basis

    def _stepped(self, meaning: Calendar, base: Moment) -> Moment | None:
        """Return what "last March", "next summer", "that December", "May of the same year" come to."""
        if meaning.step is None:
            return None
        if meaning.anchor == "then" and meaning.step == 0:
            return with_year(meaning, base.year)
        if meaning.step == 0:
            return with_year(meaning, base.year)
        for year in (base.year + meaning.step * n for n in (0, 1)):
            place = with_year(meaning, year)
            if place is not None and (order(place) - order(base)) * meaning.step > 0 and not holds(place, base):
                return place
        return None

    def _weekday(self, meaning: Calendar, direction: int) -> tuple[Moment | None, TimeBasis]:
        base, basis = self.base(meaning.anchor)
        if basis == "context":
            base = self.timeline.day
        today = None if base is None else day_of(base)
        if today is None or meaning.weekday is None:
            return None, basis
        ahead = (meaning.weekday - today.isoweekday()) % 7
        if basis == "context":
            step = ahead
        elif meaning.step is not None and meaning.step > 0:
            step = ahead or 7
        elif meaning.step is not None and meaning.step < 0:
            step = ahead - 7
        elif meaning.step == 0:
            step = meaning.weekday - today.isoweekday()
        elif direction > 0:
            step = ahead or (0 if meaning.part in ("EV", "NI", "AF") else 7)
        else:
            step = ahead - 7 if ahead else 0
        return finer(of_day(today + timedelta(days=step)), meaning), basis

    def _of_the_day(self, meaning: Calendar) -> tuple[Moment | None, TimeBasis]:
        """Return a clock time or part of a day whose day the words leave open."""
        if meaning.anchor == "now" and meaning.step is not None:
            base, basis = self.base("now")
            day = None if base is None else plus(base, meaning.day_later, "day")
        else:
            day, basis = self.timeline.day, "context"
        if day is None and not self.is_history and self.published is not None and meaning.hour is not None:
            day, basis = of_day(self.published), "report"
        return (None if day is None else finer(day, meaning)), basis

    # Shift

    def _shift(self, meaning: Shift) -> Resolved:
        base, basis = self.base(meaning.anchor)
        if meaning.anchor == "then" and meaning.direction > 0 and meaning.count and basis == "report":
            base = None  # "two days later", and the text names no day to count from
        level = LEVEL[meaning.unit]
        kind: TimexType = "TIME" if meaning.part or level == "clock" else "DATE"
        if base is not None and level in ("day", "week", "weekend") and base.level not in ("day", "part", "clock"):
            base = self.timeline.day or base
        if meaning.count is None:
            return self._vague_shift(meaning, base, basis)
        moment = None if base is None else moved_by(base, meaning, level)
        if moment is None:
            return Resolved(
                type=kind, value=open_shift(meaning), mod=meaning.mod, basis=basis, approximate=meaning.approximate
            )
        return Resolved(type=kind, moment=moment, mod=meaning.mod, basis=basis, approximate=meaning.approximate)

    def _vague_shift(self, meaning: Shift, base: Moment | None, basis: TimeBasis) -> Resolved:
        """Return "weeks later", "a few days ago": open on the far side; "hours after the blast" ends a day on."""
        day = None if base is None else first_day(base)
        said = None if day is None else day.isoformat()
        later = meaning.direction > 0
        if day is not None and meaning.anchor == "event" and LEVEL[meaning.unit] == "clock":
            other = day + timedelta(days=meaning.direction)
            start, end = sorted((day.isoformat(), other.isoformat()))
            value = "FUTURE_REF" if later else "PAST_REF"
            return Resolved(type="DATE", value=value, start=start, end=end, basis=basis, approximate=True)
        return Resolved(
            type="DATE", value="FUTURE_REF" if later else "PAST_REF", start=said if later else None,
            end=None if later else said, basis=basis, approximate=True,
        )  # fmt: skip

    # the rest

    def _length(self, meaning: Length) -> Resolved:
        value = length_value(meaning.count, meaning.unit)
        if not meaning.toward:
            return Resolved(type="DURATION", value=value, mod=meaning.mod)
        base, basis = self.base(meaning.anchor)
        here = None if base is None else day_of(base)
        far = (
            None
            if here is None or meaning.count is None
            else days_on(here, meaning.count * meaning.toward, meaning.unit)
        )
        near_said = None if here is None else here.isoformat()
        far_said = None if far is None else far.isoformat()
        start, end = (far_said, near_said) if meaning.toward < 0 else (near_said, far_said)
        return Resolved(
            type="DURATION", value=value, mod=meaning.mod, start=start, end=end, basis=basis,
            approximate=meaning.count is None,
        )  # fmt: skip

    def _ref(self, meaning: Ref) -> Resolved:
        said = None if self.published is None or self.is_history else self.published.isoformat()
        if meaning.value == "PRESENT_REF":
            return Resolved(type="DATE", value=meaning.value, start=said, end=said, basis="report", approximate=True)
        start, end = (None, said) if meaning.value == "PAST_REF" else (said, None)
        return Resolved(type="DATE", value=meaning.value, start=start, end=end, basis="report", approximate=True)
