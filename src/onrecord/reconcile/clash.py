"""Which counts of one harm cannot all hold?

"The army says eight died; the group says 20" cannot. "12 soldiers" and "35 insurgents" can, and so can a whole and what
a table counts town by town.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from onrecord.model.figure import Number
from onrecord.model.ids import FigureId
from onrecord.model.tally import Statement, TallyRow
from onrecord.reconcile.statements import bounds
from onrecord.vocab.load import load_table

RISE = 2.0
"""A toll may rise from one day to the next; in another mouth and overnight to no more than twice as much."""
_Part = tuple[tuple[str, ...], Number | None]
"""Where, and how many."""
_SIDES = frozenset({"armed_force", "armed_group"})


def clashing(group: Sequence[TallyRow], key_of: Mapping[str, str], *, said: Sequence[Statement]) -> list[TallyRow]:
    """Return the rows of `group` that cannot hold beside what another speaker says.

    Who gives several numbers in one report ("three insurgents and a ranger") clashes with a number that fits none of
    them.

    Args:
        group: The rows that stand.
        key_of: The key each speaker is counted under.
        said: All statements of the tally, also those that do not stand: what a whole is the sum of.
    """
    voices: dict[tuple[str, str], list[TallyRow]] = {}
    for row in group:
        voices.setdefault(_voice(row, key_of), []).append(row)
    parts = {row.statement.figure: _parts_of(row.statement, said) for row in group}
    return [
        row
        for row in group
        if any(
            key_of[row.statement.speaker_key] != key_of[other.statement.speaker_key]
            and all(_clash(row, beside, parts) for beside in voices[_voice(other, key_of)])
            and all(_clash(other, beside, parts) for beside in voices[_voice(row, key_of)])
            for other in group
        )
    ]


def _voice(row: TallyRow, key_of: Mapping[str, str]) -> tuple[str, str]:
    return row.statement.report, key_of[row.statement.speaker_key]


def _clash(left: TallyRow, right: TallyRow, parts: Mapping[FigureId, frozenset[_Part]]) -> bool:
    one, other = left.statement, right.statement
    return (
        _are_disjoint(one, other)
        and not _are_others(one, other)
        and _part(one) not in parts[other.figure]
        and _part(other) not in parts[one.figure]
    )


def _are_disjoint(left: Statement, right: Statement) -> bool:
    """Return whether no number fits both, and no toll rose in the days between."""
    first, second = sorted((left, right), key=lambda statement: statement.said_on or "")
    (low, high), (low2, high2) = _allowed(first), _allowed(second)
    if low is not None and high2 is not None and low > high2:
        return True
    gap = _gap(first, second)
    if high is None or low2 is None or gap > 1:
        return False
    return low2 > high * (RISE if gap else 1.0)


def _are_others(left: Statement, right: Statement) -> bool:
    """Return whether two figures count others: two sides of a war, or in one report people of two places.

    What a report says of one place in its own voice may be of some of those that a speaker counts in no one place: "The
    deadliest blast was in Balud, where 19 died".
    """
    kinds = {left.of_kind, right.of_kind}
    if len(kinds & _SIDES) == 2:
        return True
    if left.report != right.report:
        return False
    if left.place_keys and right.place_keys:
        return set(left.place_keys).isdisjoint(right.place_keys)
    own, other = (left, right) if left.speaker is None else (right, left)
    high, low = bounds(own)[1], bounds(other)[0]
    is_smaller = high is not None and low is not None and high < low
    return own.speaker is None and other.speaker is not None and bool(own.place_keys) and is_smaller


def _parts_of(whole: Statement, said: Sequence[Statement]) -> frozenset[_Part]:
    """Return what one voice of its report counts place by place, where `whole` is the sum of it."""
    rows: dict[str, dict[tuple[str, ...], Statement]] = {}
    for statement in said:
        if statement.report == whole.report and statement.place_keys and statement.figure != whole.figure:
            rows.setdefault(statement.speaker_key, {})[statement.place_keys] = statement
    found: set[_Part] = set()
    for beside in rows.values():
        values = [statement.value for statement in beside.values() if statement.value is not None]
        if len(values) > 1 and sum(values) == whole.value:
            found |= {_part(statement) for statement in beside.values()}
    return frozenset(found)


def _part(said: Statement) -> _Part:
    return said.place_keys, said.value


def _allowed(said: Statement) -> tuple[Number | None, Number | None]:
    """Return the least and the most that were harmed by a statement: who saw 11 bodies may not have seen all."""
    low, high = bounds(said)
    return (low, None) if said.of.lower().endswith(last_words("found")) else (low, high)


def _gap(left: Statement, right: Statement) -> int:
    one, other = left.said_on, right.said_on
    return abs(date.fromisoformat(one).toordinal() - date.fromisoformat(other).toordinal()) if one and other else 0


@cache
def last_words(name: str) -> tuple[str, ...]:
    """Return a list of the table `reconcile` of words that end what is counted."""
    return tuple(load_table("reconcile")[name])
