"""How a time reaches over what stands around it: "since October 7", "between May and July", "until Friday".

Words before a time open or close its interval; two times joined by "to" or "and" after "between"
both take the interval they span.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from onrecord.stages.when.beside import beside
from onrecord.stages.when.lexer import Line
from onrecord.stages.when.meaning import Calendar, Meaning, Spotted

_SINCE = frozenset({"since"})
_UNTIL = frozenset({"until", "till", "through", "til"})
_JOINS = frozenset({"and", "to", "-", "–", "until", "till", "through"})


@dataclass(frozen=True, slots=True)
class Bounds:
    """First and last day or date-time; `None` is open or unknown. `is_bent` says words around moved a bound."""

    start: str | None
    end: str | None
    is_bent: bool = False


def stretch(line: Line, spotted: Sequence[Spotted], bounds: Sequence[Bounds]) -> list[Bounds]:
    """Return the bounds of a passage's times as the words around them stretch them."""
    found = list(bounds)
    joined: set[int] = set()
    for at in range(len(spotted) - 1):
        if are_joined(line, spotted[at], spotted[at + 1]) and at not in joined:
            span = _span(found[at], found[at + 1])
            if span is not None:
                found[at] = found[at + 1] = span
                joined.update((at, at + 1))
    for at, item in enumerate(spotted):
        if at not in joined:
            floor = spotted[at - 1].last if at else 0
            found[at] = _opened(line, item, found[at], floor)
    return found


def with_shared_date(line: Line, spotted: Sequence[Spotted], at: int) -> Meaning:
    """Return what a time means, with the date of the other end of its stretch.

    "Between 1 January and 30 June 2022" begins in 2022, "between 0600 and 1800 hours on 12 March" on that day.
    """
    meaning = spotted[at].meaning
    other = spotted[at + 1].meaning if at + 1 < len(spotted) else None
    if not isinstance(meaning, Calendar) or not isinstance(other, Calendar) or meaning.year:
        return meaning
    if not are_joined(line, spotted[at], spotted[at + 1]):
        return meaning
    if meaning.hour is not None and not (meaning.month or meaning.weekday):
        return replace(meaning, year=other.year, month=other.month, day=other.day, weekday=other.weekday)
    if not meaning.month or not other.month or not other.year:
        return meaning
    return replace(meaning, year=other.year if meaning.month <= other.month else other.year - 1)


def are_joined(line: Line, left: Spotted, right: Spotted) -> bool:
    """Return whether two times stand as the ends of one stretch: "between May and July", "10-15 March"."""
    between = [token.text.lower() for token in line.tokens[left.last : right.first]]
    between = [word for word in between if word not in ("the", ",", "of", "on", "in")]
    if len(between) != 1 or between[0] not in _JOINS:
        return False
    if between[0] in ("-", "–", "to", "through", "until", "till"):
        return True
    return between[0] == "and" and _word_before(line, left.first) == "between"


def _word_before(line: Line, first: int, floor: int = 0) -> str:
    """Return the word before token `first`, past "the", "about" and the like; none that stands before `floor`."""
    at = first - 1
    while at >= 0 and line.tokens[at].text.lower() in ("the", "at", "on", "about", "around", "early", "late", "as"):
        at -= 1
    return line.tokens[at].text.lower() if at >= floor else ""


def _span(left: Bounds, right: Bounds) -> Bounds | None:
    if left.start is None or right.end is None or left.start > right.end:
        return None
    return Bounds(left.start, right.end, is_bent=True)


def _opened(line: Line, item: Spotted, bounds: Bounds, floor: int) -> Bounds:
    """Return bounds opened by "since", "until" ...; words of the time before (tokens under `floor`) open none."""
    before = _word_before(line, item.first, floor)
    if bounds.start is None or bounds.end is None:
        return bounds
    if _is_since_clause(line, item):
        return Bounds(bounds.start, None, is_bent=True)
    if before in _SINCE or before == "from":
        after = line.tokens[item.last].text.lower() if item.last < len(line.tokens) else ""
        return (
            Bounds(bounds.start, None, is_bent=True)
            if before != "from" or after in ("on", "onward", "onwards")
            else bounds
        )
    if before in _UNTIL:
        return Bounds(None, bounds.end, is_bent=True)
    if before in ("before", "after") and "T" in bounds.start:
        return _in_its_day(bounds.start, is_before=before == "before")
    if before == "before" or (before == "to" and item.first > 1 and _is_prior(line, item)):
        return Bounds(None, _day_before(bounds.start), is_bent=True)
    if before == "after":
        return Bounds(_after(bounds), None, is_bent=True)
    return bounds


def _in_its_day(hour: str, *, is_before: bool) -> Bounds:
    """Return the part of its day before or after an hour: "before dawn on Friday" is on Friday."""
    day, _, clock = hour.partition("T")
    if not is_before:
        return Bounds(hour, f"{day}T23:59", is_bent=True)
    if clock.startswith("00:00"):  # the midnight that ends the day
        return Bounds(f"{day}T12:00", f"{day}T23:59", is_bent=True)
    return Bounds(f"{day}T00:00", hour, is_bent=True)


def _is_since_clause(line: Line, item: Spotted) -> bool:
    """Return whether "since" opens a clause that the time dates: "since the war began on 24 February 2022"."""
    if line.tokens[item.first - 1].text.lower() not in ("on", "in") if item.first else True:
        return False
    for at in range(item.first - 2, max(-1, item.first - 9), -1):
        word = line.tokens[at].text.lower()
        if word == "since":
            return any(line.tokens[n].text.lower() in beside("beginning") for n in range(at + 1, item.first))
        if word in (".", ",", ";", ":"):
            return False
    return False


def _is_prior(line: Line, item: Spotted) -> bool:
    return any(token.text.lower() == "prior" for token in line.tokens[max(0, item.first - 3) : item.first])


def _after(bounds: Bounds) -> str | None:
    """Return from when on "after 2003" runs: past a year or month, but "after October 7" from that day on."""
    if bounds.end is None or bounds.start == bounds.end or "T" in bounds.end or bounds.end.startswith("-"):
        return bounds.end
    return (date.fromisoformat(bounds.end) + timedelta(days=1)).isoformat()


def _day_before(said: str) -> str:
    if "T" in said or said.startswith("-"):
        return said
    return (date.fromisoformat(said) - timedelta(days=1)).isoformat()
