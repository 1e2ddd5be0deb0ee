"""Which steps in talks does one report tell: who demands, offers, refuses, agrees, votes, releases, and how many?

"The Movement freed five soldiers and the government released 24 prisoners, a day after a truce took effect" gives two
releases, each with its own count; the truce is only recalled. A headline's move is its text's, told in short.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from onrecord.model.claim import Party
from onrecord.model.event import Event
from onrecord.model.figure import Figure
from onrecord.model.negotiation import Move, MoveCount, MoveKind
from onrecord.model.record import Record
from onrecord.model.span import Span
from onrecord.reconcile.identity import actor_key
from onrecord.reconcile.sentences import sentence_of
from onrecord.reconcile.statements import Rows, speaker_of
from onrecord.vocab.load import load_table

_KINDS: Mapping[str, MoveKind] = {
    "demand": "demand", "offer": "offer", "refusal": "refusal", "agreement": "agreement", "release": "release",
    "talks": "talks", "vote": "vote", "threat": "threat",
}  # fmt: skip
_BODIES = ("armed_force", "armed_group", "government", "state", "organisation")
_SIDES = (*_BODIES, "person")
_COUNTED = ("released", "held", "detained", "missing", "other", "affected")
_NAMED = ("agreement", "talks", "vote")
"""Kinds that a report may also only name, in telling of something else."""


def moves_of(record: Record) -> tuple[Move, ...]:
    """Return the moves that `record` tells, in order of the text, each happening once.

    A demand, offer or refusal that is about nothing sides bargain for (`bargained` in `vocab/reconcile.yaml`) is none,
    nor is what a mediator asks of both sides, what is only recalled ("a day after a truce took effect"), and what
    is the content of another move: the release that is demanded, the truce that is voted on.
    """
    rows = Rows.of(record)
    told = [_Told.of(rows, event) for event in record.events if event.type in _KINDS and not event.background]
    steps = [step for step in told if _is_move(rows, step)]
    steps = [step for step in steps if not _is_content(step, steps)]
    return tuple(_merged([_move(rows, step, steps) for step in steps], _headline(record)))


@dataclass(frozen=True, slots=True)
class _Told:
    """An event that may be a move, with its sentence and the sides that make it."""

    event: Event
    sentence: Span
    kind: MoveKind
    sides: tuple[Party, ...]

    @classmethod
    def of(cls, rows: Rows, event: Event) -> "_Told":
        sentence = sentence_of(rows.record, event.span)
        kind = _KINDS[event.type]
        if kind in ("vote", "talks") and _pattern("postponed").search(sentence.of(rows.record.report.text)) is not None:
            kind = "postponement"
        sides = tuple(party for party in event.acting if _is_side(rows, party))
        if not sides and event.type in ("vote", "talks"):
            sides = _named_before(rows, event, sentence)
        return cls(event, sentence, kind, sides)


def _named_before(rows: Rows, event: Event, sentence: Span) -> tuple[Party, ...]:
    """Return who is named in the sentence before a vote or talks that nobody is read to hold: the last one, or both."""
    mediators = {other.part.actor for other in event.others if other.role == "mediator"}
    start, end = sentence.start, event.span.start
    found = [
        Party(actor=actor.id, span=span, words=span.of(rows.record.report.text))
        for actor in rows.record.actors
        for span in actor.mentions
        if actor.kind in _BODIES and actor.id not in mediators and start <= span.start and span.end <= end
    ]
    found.sort(key=lambda party: party.span.start)
    parties = list({party.actor: party for party in found}.values())
    if event.type == "vote":
        return tuple(parties[-1:])
    return tuple(parties[:2]) if len(parties) > 1 else ()


def _is_move(rows: Rows, told: _Told) -> bool:
    event, text = told.event, rows.record.report.text
    sentence = told.sentence.of(text)
    if told.kind in _NAMED and _pattern("recalled").search(text[told.sentence.start : event.span.start]) is not None:
        return False
    if event.type == "vote":
        return event.modality != "negated" or told.kind == "postponement"
    if event.modality == "negated":
        return False
    if event.type in ("talks", "agreement"):
        return bool(told.sides)
    if event.type == "release":
        return bool(told.sides) or any(f.event == event.id for f in rows.record.figures)
    names = [_name(rows, party) for party in told.sides]
    is_between = all(_pattern("mediating").search(name) is not None for name in names)
    return bool(told.sides) and not is_between and _bargained(event.type).search(sentence) is not None


def _is_side(rows: Rows, party: Party) -> bool:
    actor = None if party.actor is None else rows.actors.get(party.actor)
    return actor is not None and actor.kind in _SIDES


def _is_content(told: _Told, steps: Sequence[_Told]) -> bool:
    """Return whether a step is only what another of its sentence is about: the release demanded, the truce voted on."""
    beside = {step.kind for step in steps if step.sentence == told.sentence and step is not told}
    if told.event.type == "release" and told.event.modality == "planned":
        return any(step.kind in ("agreement", "offer") for step in steps)
    if told.kind == "release" and (not told.sides or told.event.modality != "asserted"):
        return bool(beside & {"demand", "offer", "refusal", "agreement", "threat"})
    return told.kind == "agreement" and bool(beside & {"vote", "postponement"})


def _move(rows: Rows, told: _Told, steps: Sequence[_Told]) -> Move:
    event, text = told.event, rows.record.report.text
    speaker, _, _ = speaker_of(event.claim, rows.claims, rows.actors)
    topic = [*(other.part.words for other in event.others if other.role == "topic"), *(p.words for p in event.affected)]
    sides = told.sides or event.acting
    return Move(
        event=event.id,
        report=rows.record.report.id,
        claim=event.claim,
        lineage=None,
        kind=told.kind,
        on=_day(rows, told),
        by=tuple(dict.fromkeys(_name(rows, party) for party in sides)),
        by_keys=tuple(dict.fromkeys(_key(rows, party) for party in sides)),
        to=tuple(_name(rows, party) for party in event.affected if _is_side(rows, party)),
        mediators=tuple(_name(rows, other.part) for other in event.others if other.role == "mediator"),
        topic="; ".join(dict.fromkeys(topic)),
        quote=told.sentence.of(text),
        modality=event.modality,
        counts=tuple(_count(figure) for figure in rows.record.figures if _is_counted(figure, told, steps)),
        said_by=speaker,
        answers=None,
        same_as=None,
    )


def _day(rows: Rows, told: _Told) -> str | None:
    """Return the day of a move: of a postponement not the day that something is put off to."""
    when = told.event.when
    if when is None or when.start is None:
        return rows.published
    before = "" if when.span is None else rows.record.report.text[told.sentence.start : when.span.start]
    if told.kind == "postponement" and _pattern("put_off_to").search(before) is not None:
        return rows.published
    return when.start[:10]


def _is_counted(figure: Figure, told: _Told, steps: Sequence[_Told]) -> bool:
    """Return whether a move counts `figure`: its own, or one of its sentence that is no other move's."""
    if figure.unit not in ("people", "other") or figure.harm not in _COUNTED:
        return False
    if figure.event == told.event.id:
        return True
    beside = [step for step in steps if step.sentence == told.sentence]
    if not told.sentence.covers(figure.span) or any(figure.event == step.event.id for step in beside):
        return False
    owners = [step for step in beside if any(span.covers(figure.span) for span in _parts(step.event))]
    return told in (owners or beside)


def _parts(event: Event) -> list[Span]:
    return [*(party.span for party in event.affected), *(other.part.span for other in event.others)]


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


def _headline(record: Record) -> set[str]:
    """Return the ids of the events that stand in the headline."""
    spans = [passage.span for passage in record.passages if passage.kind == "headline"]
    return {event.id for event in record.events if any(span.covers(event.span) for span in spans)}


def _merged(moves: Sequence[Move], headline: set[str]) -> Iterable[Move]:
    """Give each move of one report once, with the fullest telling's counts; a headline's is its text's of that kind."""
    kept: list[Move] = []
    for move in sorted(moves, key=lambda move: move.event in headline):
        again = next((n for n, other in enumerate(kept) if _is_again(move, other, headline)), None)
        if again is None:
            kept.append(move)
        else:
            kept[again] = _joined(kept[again], move)
    order = {move.event: n for n, move in enumerate(moves)}
    yield from sorted(kept, key=lambda move: order[move.event])


def _joined(move: Move, again: Move) -> Move:
    """Return a move with what a second telling of it in the same report adds: counts, sides, what it is about."""
    fuller = again if len(again.counts) > len(move.counts) else move
    adds_sides = move.kind == "postponement" or not move.by
    return replace(
        move,
        counts=fuller.counts,
        topic=move.topic or again.topic,
        by=tuple(dict.fromkeys((*move.by, *again.by))) if adds_sides else move.by,
        by_keys=tuple(dict.fromkeys((*move.by_keys, *again.by_keys))) if adds_sides else move.by_keys,
    )


def _is_again(move: Move, other: Move, headline: set[str]) -> bool:
    """Return whether a report tells in `move` what it told in `other`."""
    if move.kind != other.kind:
        return False
    here, there = ({count.value for count in one.counts} for one in (move, other))
    is_part = not here or not there or bool(here & there)
    if is_part and (move.event in headline or move.kind == "postponement"):
        return True
    sides = not move.by_keys or not other.by_keys or bool(set(move.by_keys) & set(other.by_keys))
    return sides and is_part and (move.kind in (*_NAMED, "release") or move.on == other.on)


@cache
def _bargained(code: str) -> re.Pattern[str]:
    """Return the pattern of what an event of type `code` must be about to be a move."""
    table = load_table("reconcile")
    stems = [*table["bargained"], *(table["refused"] if code == "refusal" else ())]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(stems, key=len, reverse=True)))})", re.IGNORECASE)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(load_table("reconcile")[name]), re.IGNORECASE)
