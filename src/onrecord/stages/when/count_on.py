"""Which day is so many hours, days, weeks or months from another?"""

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from onrecord.stages.when.meaning import Shift, Unit
from onrecord.stages.when.moment import ORDER, Level, Moment, day_of, of_day, plus

LEVEL: dict[Unit, Level] = {
    "second": "clock", "minute": "clock", "hour": "clock", "day": "day", "weekend": "weekend", "week": "week",
    "fortnight": "week", "month": "month", "quarter": "quarter", "half": "half", "year": "year", "decade": "decade",
    "century": "century", "millennium": "century",
}  # fmt: skip
"""The level of the calendar that a unit counts on."""


def moved_by(base: Moment, meaning: Shift, level: Level) -> Moment | None:
    """Return `base` moved by the shift, `None` where it is too coarse for the unit."""
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


def days_on(day: date, count: float, unit: Unit) -> date | None:
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
    return date(year, month, min(day.day, monthrange(year, month)[1]))
