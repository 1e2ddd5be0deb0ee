"""Which moves told by many reports are one, and who answered what?

"The group demanded the release of 40 prisoners. The government rejected the demand." are two moves, read out of each
report by `moves.moves_of`: a demand with the count 40, and a refusal that answers it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from onrecord.model.ids import EventId, ReportId
from onrecord.model.lineage import LineageId
from onrecord.model.negotiation import Move
from onrecord.reconcile.block import days_between
from onrecord.reconcile.identity import joined_keys
from onrecord.reconcile.lineage import is_origin

MAKER = "negotiation/2"
_ASKING, _ANSWERING = ("demand", "offer"), ("refusal", "agreement")


def answered(moves: Iterable[Move], lineage: Mapping[ReportId, LineageId]) -> tuple[Move, ...]:
    """Return `moves` in order of days, each told which earlier one it answers and which report told it first.

    A refusal or agreement answers the latest demand or offer of another side, one with the same
    count before any other.
    """
    ordered = sorted(moves, key=lambda m: (m.on or "9999", not is_origin(m.report, lineage), m.report, m.event))
    key_of = joined_keys(key for move in ordered for key in move.by_keys)
    found: list[Move] = []
    for move in ordered:
        told = replace(move, by_keys=tuple(key_of[key] for key in move.by_keys), lineage=lineage.get(move.report))
        first = next((other for other in found if other.same_as is None and _is_same(other, told)), None)
        answers = _asked(told, found) if told.kind in _ANSWERING else None
        found.append(replace(told, same_as=None if first is None else first.event, answers=answers))
    return tuple(found)


def _is_same(left: Move, right: Move) -> bool:
    """Return whether two reports tell one move: kind, a common side, one day (the next, for the same count)."""
    apart = days_between(left.on, right.on)
    if left.report == right.report or left.kind != right.kind or apart is None or apart > 1:
        return False
    sides = not left.by_keys or not right.by_keys or bool(set(left.by_keys) & set(right.by_keys))
    here, there = _values(left), _values(right)
    return sides and (bool(here & there) or (apart == 0 and (not here or not there)))


def _values(move: Move) -> set[object]:
    return {count.value for count in move.counts if count.value is not None}


def _asked(move: Move, earlier: Sequence[Move]) -> EventId | None:
    """Return the demand or offer that `move` answers: of another side, the same count first, then the latest."""
    asked = [other for other in earlier if other.kind in _ASKING and other.same_as is None]
    asked = [other for other in asked if not set(other.by_keys) & set(move.by_keys) or move.kind != "refusal"]
    if not asked:
        return None
    best = max(asked, key=lambda other: (bool(_values(other) & _values(move)), other.on or "", other.event))
    return best.event
