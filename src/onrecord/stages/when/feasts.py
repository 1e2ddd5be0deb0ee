"""On which days do feasts fall? Fixed, moved with Easter, counted by weekdays, or by the Islamic calendar."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from onrecord.stages.when.moment import Moment, of_day
from onrecord.vocab.load import load_table


def _entry(feast: str) -> Mapping[str, Any] | None:
    table: Mapping[str, Mapping[str, Any]] = load_table("times")["feasts"]
    name = feast.replace(" 's", "'s").replace(" - ", "-")
    return table.get(name)


def is_approximate(feast: str) -> bool:
    """Return whether the day rests on a sighted moon and may be a day off."""
    entry = _entry(feast)
    return entry is not None and "hijri" in entry


def in_year(feast: str, year: int) -> Moment | None:
    """Return the first day of `feast` in `year` (a month for Ramadan), `None` where it is not known."""
    entry = _entry(feast)
    if entry is None or not 1 <= year <= 9000:
        return None
    if "fixed" in entry:
        return of_day(date(year, *entry["fixed"]))
    if "easter" in entry:
        return of_day(_easter(year) + timedelta(days=entry["easter"]))
    if "nth" in entry:
        month, weekday, nth = entry["nth"]
        first = date(year, month, 1)
        return of_day(first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1)))
    month, day, _ = entry["hijri"]
    found = [start for hijri in _hijri_years(year) if (start := _hijri(hijri, month, day)).year == year]
    return of_day(found[0]) if found else None


def length_in_days(feast: str) -> int:
    """Return how many days a feast lasts."""
    entry = _entry(feast) or {}
    return int(entry["hijri"][2]) if "hijri" in entry else 1


def _easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (anonymous algorithm of 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    n = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * n) // 451
    month, day = divmod(h + n - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _hijri_years(year: int) -> range:
    first = int((year - 622) * 33 / 32)
    return range(first - 1, first + 3)


def _hijri(year: int, month: int, day: int) -> date:
    """Return the Gregorian day of a date in the civil (tabular) Islamic calendar."""
    days = day + -(-59 * (month - 1) // 2) + (year - 1) * 354 + (3 + 11 * year) // 30
    return date(622, 7, 19) + timedelta(days=days - 1)
