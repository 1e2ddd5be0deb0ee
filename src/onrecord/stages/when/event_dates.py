"""On which day did the event happen that a time is counted from: "two days after the October 7 assault"?

The date stands in the words right after the event, in the same sentence; where none does, nobody can count.
"""

from collections.abc import Sequence

from onrecord.stages.when.lexer import Line
from onrecord.stages.when.meaning import Calendar, Shift, Spotted

_FAR = 12
"""Tokens between a count and the date of its event."""
_STOPS = frozenset(".;:,")


def dated_by(line: Line, items: Sequence[Spotted], at: int) -> Spotted | None:
    """Return the date of the event that `items[at]` is counted from, `None` where it is no such count or undated."""
    meaning = items[at].meaning
    if not isinstance(meaning, Shift) or meaning.anchor != "event" or at + 1 >= len(items):
        return None
    date = items[at + 1]
    between = [token.text for token in line.tokens[items[at].last : date.first]]
    if len(between) > _FAR or any(word in _STOPS for word in between) or not _is_date(date.meaning):
        return None
    return date


def _is_date(meaning: object) -> bool:
    if not isinstance(meaning, Calendar):
        return False
    return any((meaning.year, meaning.month, meaning.season, meaning.feast, meaning.weekday))
