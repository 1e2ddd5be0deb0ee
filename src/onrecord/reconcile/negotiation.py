"""Who wants what, who answered what, and what was exchanged?

"The group demanded the release of 40 prisoners. The government rejected the demand." gives two moves: a demand
with the count 40, and a refusal that answers it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from onrecord.model.claim import Party
from onrecord.model.event import Event
from onrecord.model.figure import Figure
from onrecord.model.ids import EventId, ReportId
from onrecord.model.lineage import LineageId
from onrecord.model.negotiation import Move, MoveCount, MoveKind
from onrecord.model.record import Record
from onrecord.reconcile.block import days_between
from onrecord.reconcile.identity import actor_key, joined_keys
from onrecord.reconcile.lineage import is_origin
from onrecord.reconcile.statements import Rows, sentence_of, speaker_of
from onrecord.vocab.load import load_table

MAKER = "negotiation/1"
_KINDS: Mapping[str, MoveKind] = {
    "demand": "demand", "offer": "offer", "refusal": "refusal", "agreement": "agreement", "release": "release",
    "talks": "talks", "vote": "vote", "threat": "threat",
}  # fmt: skip
_SIDES = ("armed_force", "armed_group", "government", "state", "organisation", "person")
_ASKING, _ANSWERING = ("demand", "offer"), ("refusal", "agreement")
_COUNTED = ("released", "held", "detained", "missing", "other", "affected")


def moves_of(record: Record) -> tuple[Move, ...]:
    """Return the moves that `record` tells, in order of the text, each happening once.

    A demand, offer or refusal that is about nothing sides bargain for (`bargained` in `vocab/reconcile.yaml`) is none.
    """
    rows = Rows.of(record)
    found = [_move(rows, event) for event in record.events if _is_move(rows, event)]
    return tuple(_merged(found))


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


def _is_move(rows: Rows, event: Event) -> bool:
    if event.type not in _KINDS or event.background:
        return False
    sentence = sentence_of(rows.record, event.span).of(rows.record.report.text)
    sides = [party for party in event.acting if _is_side(rows, party)]
    if event.type == "vote":
        return True
    if event.type in ("talks", "agreement"):
        return event.modality != "negated" and bool(sides)
    if event.type == "release":
        return event.modality != "negated" and (bool(sides) or any(f.event == event.id for f in rows.record.figures))
    return bool(sides) and _bargained(event.type).search(sentence) is not None and event.modality != "negated"


def _is_side(rows: Rows, party: Party) -> bool:
    actor = None if party.actor is None else rows.actors.get(party.actor)
    return actor is not None and actor.kind in _SIDES


def _move(rows: Rows, event: Event) -> Move:
    text = rows.record.report.text
    sentence = sentence_of(rows.record, event.span)
    kind = _KINDS[event.type]
    if kind in ("vote", "talks") and _postponed().search(sentence.of(text)) is not None:
        kind = "postponement"
    speaker, _, _ = speaker_of(event.claim, rows.claims, rows.actors)
    topic = [*(other.part.words for other in event.others if other.role == "topic"), *(p.words for p in event.affected)]
    sides = [party for party in event.acting if _is_side(rows, party)] or list(event.acting)
    counts = [f for f in rows.record.figures if f.event == event.id or (f.event is None and sentence.covers(f.span))]
    return Move(
        event=event.id,
        report=rows.record.report.id,
        claim=event.claim,
        lineage=None,
        kind=kind,
        on=event.when.start[:10] if event.when is not None and event.when.start is not None else rows.published,
        by=tuple(dict.fromkeys(_name(rows, party) for party in sides)),
        by_keys=tuple(dict.fromkeys(_key(rows, party) for party in sides)),
        to=tuple(_name(rows, party) for party in event.affected if _is_side(rows, party)),
        mediators=tuple(_name(rows, other.part) for other in event.others if other.role == "mediator"),
        topic="; ".join(dict.fromkeys(topic)),
        quote=sentence.of(text),
        modality=event.modality,
        counts=tuple(_count(figure) for figure in counts if _is_count(figure)),
        said_by=speaker,
        answers=None,
        same_as=None,
    )


def _is_count(figure: Figure) -> bool:
    return figure.unit in ("people", "other") and figure.harm in _COUNTED


def _count(figure: Figure) -> MoveCount:
    return MoveCount(
        figure=figure.id,
        words=figure.words,
        of=figure.of.words,
        value=figure.value,
        low=figure.low,
        high=figure.high,
        hedge=figure.hedge,
    )


def _name(rows: Rows, party: Party) -> str:
    actor = None if party.actor is None else rows.actors.get(party.actor)
    return party.words if actor is None else actor.name


def _key(rows: Rows, party: Party) -> str:
    actor = None if party.actor is None else rows.actors.get(party.actor)
    return actor_key(actor, words=party.words)


def _merged(moves: Sequence[Move]) -> Iterable[Move]:
    """Give each move of one report once: the same kind by the same side on the same day, the fullest telling of it."""
    best: dict[tuple[object, ...], Move] = {}
    for move in moves:
        same = (move.kind, move.on, move.by_keys)
        if same not in best or len(move.counts) > len(best[same].counts):
            best[same] = move
    yield from best.values()


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


@cache
def _bargained(code: str) -> re.Pattern[str]:
    """Return the pattern of what an event of type `code` must be about to be a move."""
    table = load_table("reconcile")
    stems = [*table["bargained"], *(table["refused"] if code == "refusal" else ())]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(stems, key=len, reverse=True)))})", re.IGNORECASE)


@cache
def _postponed() -> re.Pattern[str]:
    return re.compile("|".join(load_table("reconcile")["postponed"]), re.IGNORECASE)
