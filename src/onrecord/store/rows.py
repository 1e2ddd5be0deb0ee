"""The rows that index one record: from nested JSON to the flat tables of `migrations/0001_records.sql`."""

import json
from collections.abc import Iterator, Mapping

from onrecord.model.actor import Actor, ActorRole
from onrecord.model.claim import Claim, Note, Party
from onrecord.model.event import Event
from onrecord.model.figure import Figure
from onrecord.model.ids import ActorId, make_id
from onrecord.model.place import Place
from onrecord.model.record import Record
from onrecord.model.span import Span, hull
from onrecord.model.when import When
from onrecord.reconcile.identity import actor_key, place_key
from onrecord.store.base import Cell

Cells = tuple[Cell, ...]

_SPAN = "span_start span_end"
_PARTY = f"n role actor identity name words {_SPAN}"
COLUMNS = {
    table: tuple(columns.split())
    for table, columns in {
        "passage": f"id kind {_SPAN} words",
        "actor": f"id name kind country roles identity {_SPAN} n_mentions",
        "place": f"id name kind country lat lon geonames precision identity {_SPAN}",
        "claim": f"id act mode cue words {_SPAN} said_start said_end parent notes",
        "speaker": f"claim {_PARTY}",
        "event": f"id type words {_SPAN} stage modality is_background happened_start happened_end precision place claim"
        " same_as",
        "part": f"event {_PARTY}",
        "figure": f"id words {_SPAN} value low high hedge unit harm of_words status women children of_actor by_actor"
        " scope since_start as_of_start as_of_end place event claim part_of notes",
        "flag": "n code item message",
    }.items()
}
"""The tables that index a record and their columns after `record`, in the order they are filled."""


def rows_of(record: Record) -> dict[str, list[Cells]]:
    """Return the rows that index `record`, by table; each lacks only the record's key in front."""
    actors = {actor.id: actor for actor in record.actors}
    text = record.report.text
    return {
        "passage": [(p.id, p.kind, *_ends(p.span), p.span.of(text)) for p in record.passages],
        "actor": [_actor(actor) for actor in record.actors],
        "place": [_place(place) for place in record.places],
        "claim": [_claim(claim, text) for claim in record.claims],
        "speaker": [
            row
            for claim in record.claims
            for role, parties in (("speaker", claim.speakers), ("told", claim.told))
            for row in _parties(claim.id, role, parties, actors)
        ],
        "event": [_event(event) for event in record.events],
        "part": [row for event in record.events for row in _parts(event, actors)],
        "figure": [_figure(figure) for figure in record.figures],
        "flag": [(n, flag.code.value, flag.item, flag.message) for n, flag in enumerate(record.flags)],
    }


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    return (None, None) if span is None else (span.start, span.end)


def _first(spans: tuple[Span, ...]) -> Span | None:
    return spans[0] if spans else None


def _roles(roles: tuple[ActorRole, ...]) -> str:
    return json.dumps([[role.title, role.of] for role in roles], ensure_ascii=False)


def _start(when: When | None) -> str | None:
    return None if when is None else when.start


def _end(when: When | None) -> str | None:
    return None if when is None else when.end


def _codes(notes: tuple[Note, ...]) -> str:
    return " ".join(dict.fromkeys(note.code for note in notes))


def claim_span(claim: Claim) -> Span | None:
    """Return the stretch of text a claim is shown by: its content, else its cue, else its speakers."""
    content = [part.span for part in claim.content]
    cue = [claim.cue.span] if claim.cue else []
    shown = content or cue or [party.span for party in claim.speakers]
    return hull(shown) if shown else None


def actor_identity(actor: Actor | None, *, words: str = "") -> str:
    """Return the id of who an actor is over all reports, as far as name, kind and country tell."""
    return make_id("who", actor_key(actor, words=words))


def place_identity(place: Place) -> str:
    """Return the id of which place this is over all reports, as far as the gazetteer or its name tells."""
    return make_id("where", place_key(place))


def _actor(actor: Actor) -> Cells:
    first = _ends(_first(actor.mentions))
    roles = _roles(actor.roles)
    return actor.id, actor.name, actor.kind, actor.country, roles, actor_identity(actor), *first, len(actor.mentions)


def _place(place: Place) -> Cells:
    first = _ends(_first(place.mentions))
    return (
        place.id, place.name, place.kind, place.country, place.lat, place.lon, place.geonames, place.precision,
        place_identity(place), *first,
    )  # fmt: skip


def _claim(claim: Claim, text: str) -> Cells:
    span = claim_span(claim)
    words = "" if span is None else span.of(text)
    cue = None if claim.cue is None else claim.cue.words
    return (
        claim.id, claim.act, claim.mode, cue, words, *_ends(span), _start(claim.said), _end(claim.said), claim.parent,
        _codes(claim.notes),
    )  # fmt: skip


def _parties(item: str, role: str, parties: tuple[Party, ...], actors: Mapping[ActorId, Actor]) -> Iterator[Cells]:
    for n, party in enumerate(parties):
        actor = actors.get(party.actor) if party.actor else None
        name = party.words if actor is None else actor.name
        identity = actor_identity(actor, words=party.words)
        yield item, n, role, party.actor, identity, name, party.words, *_ends(party.span)


def _parts(event: Event, actors: Mapping[ActorId, Actor]) -> Iterator[Cells]:
    yield from _parties(event.id, "acting", event.acting, actors)
    yield from _parties(event.id, "affected", event.affected, actors)
    for role in dict.fromkeys(other.role for other in event.others):
        yield from _parties(event.id, role, tuple(o.part for o in event.others if o.role == role), actors)


def _event(event: Event) -> Cells:
    place = event.where[0] if event.where else None
    precision = None if event.when is None else event.when.precision
    return (
        event.id, event.type, event.words, *_ends(event.span), event.stage, event.modality, int(event.background),
        _start(event.when), _end(event.when), precision, place, event.claim, event.same_as,
    )  # fmt: skip


def _figure(figure: Figure) -> Cells:
    of, place = figure.of, figure.where[0] if figure.where else None
    return (
        figure.id, figure.words, *_ends(figure.span), figure.value, figure.low, figure.high, figure.hedge, figure.unit,
        figure.harm, of.words, of.status, int(of.women), int(of.children), of.actor, figure.by, figure.scope,
        _start(figure.since), _start(figure.as_of), _end(figure.as_of), place, figure.event, figure.claim,
        figure.part_of, _codes(figure.notes),
    )  # fmt: skip
