"""Which time do the words mean here, in this report?

`Resolver` reads the expressions of a report in order. What it remembers between them is the
`Timeline`: the time spoken of last. Expressions say what they count from (`meaning.Anchor`); what
they leave open is filled from the publication date or, in a history, from the time spoken of.
"""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from onrecord.model.when import TimeBasis, TimexType
from onrecord.stages.when import feasts
from onrecord.stages.when.meaning import Anchor, Calendar, Length, Meaning, Ref, Repeat, Shift, Unit, Vague
from onrecord.stages.when.moment import (
    ORDER,
    SEASONS,
    Level,
    Moment,
    at_level,
    day_in,
    day_of,
    first_day,
    months_of,
    of_day,
    of_week,
    plus,
)  # fmt: skip

_LEVEL: dict[Unit, Level] = {
    "second": "clock", "minute": "clock", "hour": "clock", "day": "day", "weekend": "weekend", "week": "week",
    "fortnight": "week", "month": "month", "quarter": "quarter", "half": "half", "year": "year", "decade": "decade",
    "century": "century", "millennium": "century",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """What an expression comes to: a moment, or a bare TIMEX3 value with no calendar to it.

    `start` and `end` are set where an interval is known without a moment.
    """

    type: TimexType
    moment: Moment | None = None
    value: str | None = None
    mod: str | None = None
    start: str | None = None
    end: str | None = None
    basis: TimeBasis = "stated"
    approximate: bool = False


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


@dataclass(slots=True)
class Resolver:
    """Resolves the expressions of one report in order.

    `is_history` says that the report tells of years long before it was published: then times
    count from the time spoken of, not from the publication date.
    """

    published: date | None
    is_history: bool
    timeline: Timeline = field(default_factory=Timeline)

    def resolve(self, meaning: Meaning, *, direction: int) -> Resolved:
        """Return what `meaning` comes to; `direction` is that of the verb around it (-1 past, 1 future, 0 unknown)."""
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
        if anchor in ("now", "either") and not self.is_history:
            return now, "report"
        if focus is not None:
            return focus, "context"
        return (None, "context") if self.is_history else (now, "report")

    # Calendar

    def _calendar(self, meaning: Calendar, direction: int) -> Resolved:
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
            approximate = True
        return Resolved(type=kind, moment=moment, mod=meaning.mod, basis=basis, approximate=approximate)

    def _place(self, meaning: Calendar, direction: int) -> tuple[Moment | None, TimeBasis]:
        if meaning.century is not None:
            century = meaning.century
            year = 100 * (century - 1) if century > 0 else 1 + 100 * century
            return Moment(level="century", year=year), "stated"
        if meaning.decade is not None:
            decade = meaning.decade
            return Moment(level="decade", year=10 * decade if decade > 0 else 10 * decade - 8), "stated"
        if meaning.year is not None:
            return _with_year(meaning, meaning.year), "stated"
        if meaning.feast or meaning.month or meaning.season or meaning.half or meaning.quarter:
            return self._yearless(meaning, direction)
        if meaning.weekday:
            return self._weekday(meaning, direction)
        return self._of_the_day(meaning)

    def _yearless(self, meaning: Calendar, direction: int) -> tuple[Moment | None, TimeBasis]:
        """Return a month, day of the year, season or feast whose year the words leave open."""
        base, basis = self.base(meaning.anchor)
        if base is None:
            return None, basis
        stepped = self._stepped(meaning, base)
        if stepped is not None:
            return stepped, basis
        years = (base.year - 1, base.year, base.year + 1)
        places = [place for year in years if (place := _with_year(meaning, year)) is not None]
        if not places:
            return None, basis
        if basis == "context":
            return _forward(places, base), basis
        return _near(places, base, direction), basis

    def _stepped(self, meaning: Calendar, base: Moment) -> Moment | None:
        """Return what "last March", "next summer", "that December", "May of the same year" come to."""
        if meaning.step is None:
            return None
        if meaning.anchor == "then" and meaning.step == 0:
            return _with_year(meaning, base.year)
        if meaning.step == 0:
            return _with_year(meaning, base.year)
        for year in (base.year + meaning.step * n for n in (0, 1)):
            place = _with_year(meaning, year)
            if place is not None and (_order(place) - _order(base)) * meaning.step > 0 and not _holds(place, base):
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
        return _finer(of_day(today + timedelta(days=step)), meaning), basis

    def _of_the_day(self, meaning: Calendar) -> tuple[Moment | None, TimeBasis]:
        """Return a clock time or part of a day whose day the words leave open."""
        if meaning.anchor == "now" and meaning.step is not None:
            base, basis = self.base("now")
            day = None if base is None else plus(base, meaning.day_later, "day")
        else:
            day, basis = self.timeline.day, "context"
        if day is None and not self.is_history and self.published is not None and meaning.hour is not None:
            day, basis = of_day(self.published), "report"
        return (None if day is None else _finer(day, meaning)), basis

    # Shift

    def _shift(self, meaning: Shift) -> Resolved:
        base, basis = self.base(meaning.anchor)
        level = _LEVEL[meaning.unit]
        kind: TimexType = "TIME" if meaning.part or level == "clock" else "DATE"
        if base is not None and level in ("day", "week", "weekend") and base.level not in ("day", "part", "clock"):
            base = self.timeline.day or base
        if meaning.count is None:
            return self._vague_shift(meaning, base, basis)
        moment = None if base is None else _moved(base, meaning, level)
        if moment is None:
            return Resolved(
                type=kind, value=_open_shift(meaning), mod=meaning.mod, basis=basis, approximate=meaning.approximate
            )
        return Resolved(type=kind, moment=moment, mod=meaning.mod, basis=basis, approximate=meaning.approximate)

    def _vague_shift(self, meaning: Shift, base: Moment | None, basis: TimeBasis) -> Resolved:
        """Return "weeks later", "a few days ago": open on the far side."""
        day = None if base is None else first_day(base)
        said = None if day is None else day.isoformat()
        later = meaning.direction > 0
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
            else _days_on(here, meaning.count * meaning.toward, meaning.unit)
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


def _order(moment: Moment) -> int:
    """Return a number that grows with time, for comparing moments of any level."""
    day = first_day(moment)
    return day.toordinal() if day is not None else moment.year * 366 + moment.month * 31 + moment.day


def _holds(place: Moment, base: Moment) -> bool:
    return at_level(base, place.level) == place


def _with_year(meaning: Calendar, year: int) -> Moment | None:
    """Return the calendar place `meaning` in `year`, `None` where there is none such ("30 February")."""
    if meaning.feast:
        return feasts.in_year(meaning.feast, year)
    if meaning.half:
        return Moment(level="half", year=year, number=meaning.half)
    if meaning.quarter:
        return Moment(level="quarter", year=year, number=meaning.quarter)
    if meaning.season:
        return Moment(level="season", year=year, season=meaning.season)
    if not meaning.month:
        return Moment(level="year", year=year)
    if not meaning.day:
        return Moment(level="month", year=year, month=meaning.month)
    day = day_in(year, meaning.month, meaning.day)
    return None if day is None else _finer(day, meaning)


def _finer(day: Moment, meaning: Calendar) -> Moment:
    """Return the day, or the part or clock time of it that `meaning` names."""
    if meaning.hour is not None:
        return replace(day, level="clock", hour=meaning.hour, minute=meaning.minute or 0, zone=meaning.zone or "")
    if meaning.part:
        return replace(day, level="part", part=meaning.part)
    return day


def _forward(places: list[Moment], base: Moment) -> Moment:
    """Return the place a history means: in the year spoken of, or just past its end where the story crosses it."""
    same = next((place for place in places if place.year == base.year), places[0])
    later = next((place for place in places if place.year == base.year + 1), None)
    base_month = base.month or (SEASONS[base.season][0] if base.season else 0)
    month = same.month or (SEASONS[same.season][0] if same.season else 0)
    if later is not None and base_month >= 10 and 0 < month <= 3 and base_month - month >= 8:
        return later
    return same


def _near(places: list[Moment], base: Moment, direction: int) -> Moment:
    """Return the place nearest to the publication date on the side the verb points to."""
    if (here := next((place for place in places if _holds(place, base)), None)) is not None:
        return here
    past = [place for place in places if _order(place) <= _order(base)]
    future = [place for place in places if _order(place) > _order(base)]
    if direction > 0 and future:
        return future[0]
    if direction == 0 and future and _order(future[0]) - _order(base) <= 45:
        return future[0]
    return past[-1] if past else future[0]


def _moved(base: Moment, meaning: Shift, level: Level) -> Moment | None:
    count = meaning.count or 0
    steps = round(count * (2 if meaning.unit == "fortnight" else 1)) * meaning.direction
    if level == "clock":
        return _hours_on(base, meaning, count)
    moment = plus(base, steps, level) if count == int(count) or steps else None
    if moment is None and ORDER.index(base.level) < ORDER.index(level) and not meaning.part:
        return base if count == 0 or level in ("day", "week", "weekend") else None
    if moment is not None and meaning.part:
        return replace(moment, level="part", part=meaning.part) if moment.level == "day" else None
    return moment


def _hours_on(base: Moment, meaning: Shift, count: float) -> Moment | None:
    day = day_of(base)
    if day is None or meaning.unit not in ("hour", "minute"):
        return None
    if base.level != "clock":
        return of_day(day) if count < 24 else None
    minutes = base.hour * 60 + base.minute + round(count * (60 if meaning.unit == "hour" else 1)) * meaning.direction
    moved = of_day(day + timedelta(days=minutes // 1440))
    return replace(moved, level="clock", hour=minutes % 1440 // 60, minute=minutes % 60, zone=base.zone)


def _days_on(day: date, count: float, unit: Unit) -> date | None:
    """Return the day `count` units from `day`."""
    per = {"day": 1, "week": 7, "fortnight": 14, "hour": 1 / 24, "minute": 1 / 1440, "weekend": 7}
    if unit in per:
        days = count * per[unit]
        return day + timedelta(days=int(days) if days == int(days) else (int(days) + (1 if days > 0 else -1)))
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}.get(unit)
    if months is None or count * months != int(count * months):
        return None
    total = day.year * 12 + day.month - 1 + int(count * months)
    year, month = total // 12, total % 12 + 1
    if not 1 <= year <= 9900:
        return None
    return (
        next(date(year, month, d) for d in range(day.day, 27, -1) if d <= _length_of(year, month))
        if day.day > 28
        else date(year, month, day.day)
    )


def _length_of(year: int, month: int) -> int:
    (_, _), (_, _) = months_of(Moment(level="month", year=year, month=month))
    return (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day


_LENGTHS = {
    "second": "PT{}S", "minute": "PT{}M", "hour": "PT{}H", "day": "P{}D", "weekend": "P{}WE", "week": "P{}W",
    "fortnight": "P{}W", "month": "P{}M", "quarter": "P{}Q", "half": "P{}M", "year": "P{}Y", "decade": "P{}DE",
    "century": "P{}CE", "millennium": "P{}ML",
}  # fmt: skip


def length_value(count: float | None, unit: Unit) -> str:
    """Return the TIMEX3 value of a stretch: "P10W", "PT24H", "PXM"."""
    if count is None:
        return _LENGTHS[unit].format("X")
    count = count * {"fortnight": 2, "half": 6}.get(unit, 1)
    return _LENGTHS[unit].format(int(count) if count == int(count) else count)


def open_value(meaning: Calendar) -> str:
    """Return the TIMEX3 value of a calendar place whose year or day is not known: "XXXX-10-07", "XXXX-WXX-3"."""
    time = ""
    if meaning.hour is not None:
        time = f"T{meaning.hour:02d}:{meaning.minute or 0:02d}{meaning.zone or ''}"
    elif meaning.part:
        time = f"T{meaning.part}"
    if meaning.month:
        day = f"-{meaning.day:02d}" if meaning.day else ""
        return f"XXXX-{meaning.month:02d}{day}{time}"
    if meaning.season:
        return f"XXXX-{meaning.season}"
    if meaning.half or meaning.quarter:
        return f"XXXX-H{meaning.half}" if meaning.half else f"XXXX-Q{meaning.quarter}"
    if meaning.weekday:
        return f"XXXX-WXX-{meaning.weekday}{time}"
    return f"XXXX-XX-XX{time}"


def _open_shift(meaning: Shift) -> str:
    part = f"T{meaning.part}" if meaning.part else ""
    return {
        "day": "XXXX-XX-XX", "week": "XXXX-WXX", "fortnight": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX",
        "quarter": "XXXX-QX", "half": "XXXX-HX", "year": "XXXX", "decade": "XXX", "century": "XX",
    }.get(meaning.unit, "XXXX-XX-XX") + part  # fmt: skip


__all__ = ["Resolved", "Resolver", "Timeline", "length_value", "of_week", "open_value"]
