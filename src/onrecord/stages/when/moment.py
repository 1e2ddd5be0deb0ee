"""A resolved time: a place in the calendar with every piece above its level filled in.

Years count astronomically (1 BC is 0), so that differences are plain subtraction.
"""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

Level = Literal[
    "century", "decade", "year", "half", "quarter", "season", "month", "week", "weekend", "day", "part", "clock"
]
ORDER: tuple[Level, ...] = (
    "century", "decade", "year", "half", "quarter", "season", "month", "week", "weekend", "day", "part", "clock",
)  # fmt: skip

SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
"""First and last month of the seasons, north of the equator."""

PARTS = {
    "MO": ("06:00", "11:59"), "MI": ("11:00", "13:59"),
    "AF": ("12:00", "17:59"), "EV": ("17:00", "21:59"),
    "NI": ("18:00", "05:59"), "DT": ("06:00", "17:59"),
}  # fmt: skip
"""From when to when the parts of a day last; a night ends the next day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A century, decade, year ... day, part of a day or clock time.

    `year` is the first year of a century or decade. `number` is that of the half, quarter or
    week; `season` and `part` are TIMEX3 codes.
    """

    level: Level
    year: int
    number: int = 0
    season: str = ""
    month: int = 0
    day: int = 0
    part: str = ""
    hour: int = 0
    minute: int = 0
    zone: str = ""

    def is_finer(self, level: Level) -> bool:
        """Return whether this moment fixes time more finely than `level`."""
        return ORDER.index(self.level) > ORDER.index(level)


def of_day(day: date) -> Moment:
    """Return a calendar day."""
    return Moment(level="day", year=day.year, month=day.month, day=day.day)


def of_week(day: date, level: Level = "week") -> Moment:
    """Return the ISO week (or weekend) that holds `day`."""
    year, week, _ = day.isocalendar()
    return Moment(level=level, year=year, number=week)


def day_of(moment: Moment) -> date | None:
    """Return the day of a moment that is at least as fine as a day, `None` of any other or before year 1."""
    if moment.level not in ("day", "part", "clock") or moment.year < 1 or moment.year > 9998:
        return None
    return date(moment.year, moment.month, moment.day)


def first_day(moment: Moment) -> date | None:
    """Return the first day of a moment, `None` before year 1."""
    return _bound(moment, last=False)


def last_day(moment: Moment) -> date | None:
    """Return the last day of a moment, `None` before year 1."""
    return _bound(moment, last=True)


def _bound(moment: Moment, *, last: bool) -> date | None:
    if moment.year < 1 or moment.year > 9900:
        return None
    if moment.level in ("week", "weekend"):
        return date.fromisocalendar(moment.year, moment.number, 7 if last else (6 if moment.level == "weekend" else 1))
    if moment.level in ("day", "part", "clock"):
        return date(moment.year, moment.month, moment.day)
    (first_year, first_month), (last_year, last_month) = months_of(moment)
    if last:
        return date(last_year, last_month, monthrange(last_year, last_month)[1])
    return date(first_year, first_month, 1)


def months_of(moment: Moment) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return the first and the last (year, month) of a moment coarser than a week."""
    year, number = moment.year, moment.number
    match moment.level:
        case "century":
            return (year, 1), (year + 99, 12)
        case "decade":
            return (year, 1), (year + 9, 12)
        case "half":
            return (year, 6 * number - 5), (year, 6 * number)
        case "quarter":
            return (year, 3 * number - 2), (year, 3 * number)
        case "season":
            first, last = SEASONS[moment.season]
            return (year, first), (year + (last < first), last)
        case "month":
            return (year, moment.month), (year, moment.month)
        case _:
            return (year, 1), (year, 12)


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """Return the year and month `count` months on."""
    months = year * 12 + month - 1 + count
    return months // 12, months % 12 + 1


def day_in(year: int, month: int, day: int) -> Moment | None:
    """Return a calendar day, `None` where there is none such."""
    if not 1 <= month <= 12 or not 1 <= day <= (29 if year < 1 and month == 2 else monthrange(max(year, 1), month)[1]):
        return None
    return Moment(level="day", year=year, month=month, day=day)


def at_level(moment: Moment, level: Level) -> Moment | None:
    """Return the week, month ... or century that holds `moment`; `None` where it is too coarse."""
    if moment.level == level:
        return moment
    if not moment.is_finer(level):
        return None
    match level:
        case "century":
            return Moment(level=level, year=_round_down(moment.year, 100))
        case "decade":
            return Moment(level=level, year=_round_down(moment.year, 10))
        case "year":
            return Moment(level=level, year=moment.year)
        case "week" | "weekend":
            day = day_of(moment)
            return None if day is None else of_week(day, level)
        case "day":
            return replace(moment, level="day", part="", hour=0, minute=0, zone="")
        case _:
            return _month_block(moment, level)


def _round_down(year: int, step: int) -> int:
    """Return the first year of the decade or century that holds `year`; before 1 they count backwards (the 470s BC)."""
    if year > 0:
        return year - year % step
    before = 1 - year
    return 1 - ((before // 10) * 10 + 9 if step == 10 else ((before - 1) // 100 + 1) * 100)


def _month_block(moment: Moment, level: Level) -> Moment | None:
    month = moment.month
    if not month and moment.level == "season":
        month = SEASONS[moment.season][0]
    if not month and (first := first_day(moment)) is not None and moment.level in ("week", "weekend"):
        month = first.month
    if not month:
        return None
    if level == "half":
        return Moment(level=level, year=moment.year, number=(month + 5) // 6)
    if level == "quarter":
        return Moment(level=level, year=moment.year, number=(month + 2) // 3)
    if level == "season":
        season = next((code for code, (first, _) in SEASONS.items() if (month - first) % 12 < 3), "WI")
        return Moment(level=level, year=moment.year - (season == "WI" and month < 3), season=season)
    return Moment(level="month", year=moment.year, month=month)


def plus(moment: Moment, count: int, level: Level) -> Moment | None:
    """Return `moment` moved by `count` of its own or coarser units; `None` where it is too coarse for `level`."""
    block = at_level(moment, level)
    if block is None:
        return None
    match level:
        case "century":
            return replace(block, year=block.year + 100 * count)
        case "decade":
            return replace(block, year=block.year + 10 * count)
        case "year":
            return replace(block, year=block.year + count)
        case "half" | "quarter":
            per = 2 if level == "half" else 4
            steps = block.year * per + block.number - 1 + count
            return replace(block, year=steps // per, number=steps % per + 1)
        case "season":
            codes = list(SEASONS)
            steps = block.year * 4 + codes.index(block.season) + count
            return replace(block, year=steps // 4, season=codes[steps % 4])
        case "month":
            year, month = add_months(block.year, block.month, count)
            return replace(block, year=year, month=month)
        case _:
            start = first_day(block)
            if start is None:
                return _plus_bc(block, count)
            moved = start + timedelta(days=count * (7 if level in ("week", "weekend") else 1))
            return of_week(moved, level) if level in ("week", "weekend") else of_day(moved)


def _plus_bc(block: Moment, count: int) -> Moment | None:
    if block.level != "day" or not 1 <= block.day + count <= 28:
        return None
    return replace(block, day=block.day + count)
