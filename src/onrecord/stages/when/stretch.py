"""How a time reaches over what stands around it: "since October 7", "between May and July", "until Friday".

Words before a time open or close its interval; two times joined by "to" or "and" after "between"
both take the interval they span.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from onrecord.stages.when.lexer import Line
from onrecord.stages.when.meaning import Spotted

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
        if _are_joined(line, spotted[at], spotted[at + 1]) and at not in joined:
            span = _span(found[at], found[at + 1])
            if span is not None:
                found[at] = found[at + 1] = span
                joined.update((at, at + 1))
    for at, item in enumerate(spotted):
        if at not in joined:
            found[at] = _opened(line, item, found[at])
    return found


def _are_joined(line: Line, left: Spotted, right: Spotted) -> bool:
    between = [token.text.lower() for token in line.tokens[left.last : right.first]]
    between = [word for word in between if word not in ("the", ",", "of", "on", "in")]
    if len(between) != 1 or between[0] not in _JOINS:
        return False
    before = _word_before(line, left.first)
    if between[0] in ("-", "–"):
        return True
    return (
        (before == "between" and between[0] in ("and", "to", "-"))
        or (before == "from" and between[0] != "and")
        or (between[0] in ("to", "through", "until", "till"))
    )


def _word_before(line: Line, first: int) -> str:
    """Return the word before token `first`, past "the", "about" and the like."""
    at = first - 1
    while at >= 0 and line.tokens[at].text.lower() in ("the", "at", "on", "about", "around", "early", "late", "as"):
        at -= 1
    return line.tokens[at].text.lower() if at >= 0 else ""


def _span(left: Bounds, right: Bounds) -> Bounds | None:
    if left.start is None or right.end is None or left.start > right.end:
        return None
    return Bounds(left.start, right.end, is_bent=True)


def _opened(line: Line, item: Spotted, bounds: Bounds) -> Bounds:
    before = _word_before(line, item.first)
    if bounds.start is None or bounds.end is None:
        return bounds
    if before in _SINCE or before == "from":
        after = line.tokens[item.last].text.lower() if item.last < len(line.tokens) else ""
        return (
            Bounds(bounds.start, None, is_bent=True)
            if before != "from" or after in ("on", "onward", "onwards")
            else bounds
        )
    if before in _UNTIL:
        return Bounds(None, bounds.end, is_bent=True)
    if before == "before":
        return Bounds(None, _day_before(bounds.start), is_bent=True)
    if before == "after":
        return Bounds(bounds.end, None, is_bent=True)
    return bounds


def _day_before(said: str) -> str:
    if "T" in said or said.startswith("-"):
        return said
    return (date.fromisoformat(said) - timedelta(days=1)).isoformat()


__all__ = ["Bounds", "replace", "stretch"]
