"""How is one field of a record said in a few plain words?

Bounds of `at least 46` are said "46 or more", an interval from 7 October on "since 7 Oct 2023".
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from onrecord.model.figure import Figure, Number
from onrecord.model.when import When

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}


def label(table: Mapping[str, Any], group: str, code: str) -> str:
    """Return how `code` of `group` is said: as the word table `labels` has it, else as it is spelt."""
    said = table[group].get(code)
    return code.replace("_", " ") if said is None else str(said)


def number(value: Number) -> str:
    """Return `value` with thousands parted: `1,900,000`, `85.5`."""
    return f"{value:,.10g}" if isinstance(value, float) and not value.is_integer() else f"{int(value):,}"


def bounds(figure: Figure) -> str:
    """Return what number the words allow: `46 or more`, `20,000 or fewer`, `10 to 15`, `1,200, give or take`."""
    low, high, value = figure.low, figure.high, figure.value
    if low is not None and high is not None:
        return number(low) if low == high else f"{number(low)} to {number(high)}"
    if low is not None:
        open_ended = figure.hedge == "more_than" and value == low
        return f"more than {number(low)}" if open_ended else f"{number(low)} or more"
    if high is not None:
        return f"nearly {number(high)}" if figure.hedge == "nearly" else f"{number(high)} or fewer"
    if value is None:
        return "no number"
    return f"{'an estimated' if figure.hedge == 'estimated' else 'about'} {number(value)}"


def when_phrase(when: When | None) -> str:
    """Return `when` as an interval a reader knows: `20 Dec 2023`, `Nov 2023`, `since 7 Oct 2023`; `""` when open.

    A day of a year the report does not say is `6 Dec, year unknown`.
    """
    if when is None:
        return ""
    if when.start is None and when.end is None:
        day = re.match(r"XXXX-(\d\d)(?:-(\d\d))?", when.timex.value)
        if day is None:
            return ""
        month = _MONTHS[int(day[1]) - 1]
        return f"{int(day[2])} {month}, year unknown" if day[2] else f"{month}, year unknown"
    about = "about " if when.approximate and when.start is not None and when.end is not None else ""
    if when.start is None:
        return f"until {_day(str(when.end))}"
    if when.end is None:
        return f"since {_day(when.start)}" if when.precision != "longer" else f"from {_day(when.start)}"
    return about + _interval(when, when.start, when.end)


def _interval(when: When, start: str, end: str) -> str:
    first, last = date.fromisoformat(start[:10]), date.fromisoformat(end[:10])
    part = _PARTS.get(when.timex.value.partition("T")[2][:2], "") if when.timex.type == "TIME" else ""
    if first == last or part:
        clock = f", {start[11:16]}" if when.precision == "minute" else f", {part}" if part else ""
        return _day(start) + clock
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if first.day == 1 and _is_month_end(last):
        ends = f"{_MONTHS[last.month - 1]} {last.year}"
        return ends if (first.year, first.month) == (last.year, last.month) else f"{_MONTHS[first.month - 1]}–{ends}"
    if first.year != last.year:
        return f"{_day(start)} – {_day(end)}"
    left = str(first.day) if first.month == last.month else f"{first.day} {_MONTHS[first.month - 1]}"
    return f"{left}–{_day(end)}"


def _day(iso: str) -> str:
    day = date.fromisoformat(iso[:10])
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _is_month_end(day: date) -> bool:
    return date.fromordinal(day.toordinal() + 1).day == 1
