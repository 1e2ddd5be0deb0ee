"""How many, as each speaker of a record put it: figures lifted out with all that tallies need.

"The ministry said on Tuesday that 19,600 had been killed since the start of the war" comes out as one
statement: speaker the ministry, said that Tuesday, a total since October 7.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from onrecord.gazetteer.fold import fold
from onrecord.model.actor import Actor
from onrecord.model.claim import Claim
from onrecord.model.event import Event
from onrecord.model.figure import Figure, Number
from onrecord.model.ids import ActorId, ClaimId, EventId, FigureId, PlaceId
from onrecord.model.place import Place
from onrecord.model.record import Record
from onrecord.model.tally import Statement
from onrecord.model.toll import Toll
from onrecord.reconcile.identity import place_key, speaker_key
from onrecord.reconcile.scope import scope_of
from onrecord.reconcile.toll import tolls_of
from onrecord.vocab.load import load_table

MAKER = "statements/5"
OWN_VOICE = "own voice"
_RISEN = re.compile(
    r"\b(?:ris|rose|climb|grow|grew|increas|jump|went up)\w*\b[^.;]{0,30}\bto \S+(?: \w+)?,? (?:after|when|as) $", re.I
)
"""What makes a count a step up to the one before it: "has risen to 14 after five people died"."""
_ELSEWHERE = re.compile(r"\s+(?:in|at|on|near|outside|inside|around)\b")
"""What parts a count from the one before it: "40 were killed in Selm and 12 in Orvane"."""


def statements_of(record: Record) -> tuple[Statement, ...]:
    """Return one statement for each figure of `record`, in order of the text."""
    rows = Rows.of(record)
    tolls = {toll.figures[0]: toll for toll in _tolls(record) if toll.figures}
    made = tuple(replace(_statement(rows, figure), toll=tolls.get(figure.id)) for figure in record.figures)
    return tuple(replace(said, repeats=_repeated(said, made)) if said.in_headline else said for said in made)


def _tolls(record: Record) -> Iterator[Toll]:
    """Give the tolls of `record`; those in hospital have theirs as such, besides the toll of the injured."""
    for harm in sorted({figure.harm for figure in record.figures} - {"other"}):
        counted = {figure.id for figure in record.figures if figure.harm == harm}
        yield from (toll for toll in tolls_of(record, harm) if counted.issuperset(toll.figures[:1]))


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one record by their ids."""

    record: Record
    claims: Mapping[ClaimId, Claim]
    actors: Mapping[ActorId, Actor]
    events: Mapping[EventId, Event]
    places: Mapping[PlaceId, Place]

    @classmethod
    def of(cls, record: Record) -> "Rows":
        """Return the rows of `record` by id."""
        return cls(
            record,
            {claim.id: claim for claim in record.claims},
            {actor.id: actor for actor in record.actors},
            {event.id: event for event in record.events},
            {place.id: place for place in record.places},
        )

    @property
    def published(self) -> str | None:
        """Return the day of publication, ISO."""
        when = self.record.report.published
        return None if when is None or when.start is None else when.start[:10]

    def place_keys(self, where: Iterable[PlaceId]) -> tuple[str, ...]:
        """Return the keys of places by id; ids the record does not know are left out."""
        return tuple(place_key(self.places[key]) for key in where if key in self.places)


def speaker_of(
    claim: ClaimId | None, claims: Mapping[ClaimId, Claim], actors: Mapping[ActorId, Actor]
) -> tuple[str | None, ActorId | None, str]:
    """Return name, actor and key of who is made to say a claim: its own speaker, else that of the claim around it.

    "An earlier version of this report" is the report's own voice.
    """
    seen: set[ClaimId] = set()
    while claim is not None and claim in claims and claim not in seen:
        seen.add(claim)
        for party in claims[claim].speakers:
            actor = None if party.actor is None else actors.get(party.actor)
            if actor is None and _own_text().search(party.words) is not None:
                return None, None, OWN_VOICE
            name = party.words if actor is None else actor.name
            return name, party.actor, speaker_key(actor, words=party.words)
        claim = claims[claim].parent
    return None, None, OWN_VOICE


def _statement(rows: Rows, figure: Figure) -> Statement:
    record = rows.record
    speaker, actor, key = speaker_of(figure.claim, rows.claims, rows.actors)
    claim = None if figure.claim is None else rows.claims.get(figure.claim)
    event = None if figure.event is None else rows.events.get(figure.event)
    counted = None if figure.of.actor is None else rows.actors.get(figure.of.actor)
    day = rows.published
    said = None if claim is None else claim.said
    where = figure.where or (event.where if event is not None else ())
    return Statement(
        figure=figure.id,
        report=record.report.id,
        outlet=record.report.outlet,
        published=day,
        claim=figure.claim,
        event=figure.event,
        speaker=speaker,
        speaker_actor=actor,
        speaker_key=key if key != OWN_VOICE else f"outlet||{record.report.outlet or record.report.id}",
        said_on=said.start[:10] if said is not None and said.start is not None else day,
        words=figure.words,
        of=figure.of.words,
        value=figure.value,
        low=figure.low,
        high=figure.high,
        hedge=figure.hedge,
        unit=figure.unit,
        harm=figure.harm,
        status=figure.of.status,
        of_kind=None if counted is None else counted.kind,
        scope=scope_of(figure, record),
        since=figure.since.start[:10] if figure.since is not None and figure.since.start is not None else None,
        as_of=figure.as_of.end[:10] if figure.as_of is not None and figure.as_of.end is not None else None,
        places=tuple(where),
        place_keys=rows.place_keys(where),
        place_names=tuple(fold(rows.places[key].name) for key in where if key in rows.places),
        part_of=figure.part_of,
        is_denied=claim is not None and claim.act == "deny",
        is_retracted=any(note.code == "count.withdrawn" for note in figure.notes),
        is_earlier=any(note.code == "count.earlier" for note in figure.notes),
        is_increment=is_increment(record, figure) or _is_one_of_many(record, figure),
        in_headline=any(p.kind == "headline" and p.span.covers(figure.span) for p in record.passages),
        notes=tuple(sorted({note.code for note in (*figure.notes, *(claim.notes if claim is not None else ()))})),
    )


def bounds(said: Statement | Toll) -> tuple[Number | None, Number | None]:
    """Return the least and the most that the words allow; "about 50" gives 50 for both."""
    if said.low is None and said.high is None:
        return said.value, said.value
    return said.low, said.high


def are_apart(left: Statement, right: Statement) -> bool:
    """Return whether no number lies within the bounds of both."""
    (low, high), (low2, high2) = bounds(left), bounds(right)
    return (low is not None and high2 is not None and low > high2) or (
        high is not None and low2 is not None and high < low2
    )


def _repeated(headline: Statement, said: Iterable[Statement]) -> FigureId | None:
    """Return the figure of the text that a headline's figure says again, in the same voice or in none."""
    for other in said:
        is_like = (other.harm, other.unit, other.scope) == (headline.harm, headline.unit, headline.scope)
        in_text = not other.in_headline and other.part_of is None and not other.is_increment
        if is_like and in_text and not are_apart(headline, other):
            return other.figure
    return None


def is_increment(record: Record, figure: Figure) -> bool:
    """Return whether the figure only adds to an earlier count."""
    text = record.report.text
    near = text[figure.span.start : figure.span.end + 28]
    end = re.search(r"[.,;]", near[len(figure.words) :])
    near = near if end is None else near[: len(figure.words) + end.start()]
    before = text[max(0, figure.span.start - 10) : figure.span.start].lower()
    lead = text[max(0, figure.span.start - 60) : figure.span.start]
    is_beside = before.endswith("and ") and _ELSEWHERE.match(text, figure.span.end) is not None
    is_step = _RISEN.search(lead) is not None
    return figure.hedge != "more_than" and (
        _adding().search(near) is not None or "another" in before or is_beside or is_step
    )


def _is_one_of_many(record: Record, figure: Figure) -> bool:
    """Return whether "a girl" or "one soldier" is named where the report counts more of the same harm."""
    if figure.low != 1 or figure.words.lower() not in ("a", "an", "one", "the"):
        return False
    return any(f.harm == figure.harm and f.unit == figure.unit and (f.low or 0) > 1 for f in record.figures)


@cache
def _own_text() -> re.Pattern[str]:
    return re.compile("|".join(load_table("reconcile")["own_text"]), re.IGNORECASE)


@cache
def _adding() -> re.Pattern[str]:
    """Return what makes a figure an addition to an earlier one."""
    return re.compile("|".join(load_table("reconcile")["adding"]), re.IGNORECASE)
