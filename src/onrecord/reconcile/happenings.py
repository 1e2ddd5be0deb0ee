"""Which event rows of one report tell one happening?

"Gunmen ambushed a convoy near Inazole on Saturday. Eight soldiers were killed in the ambush and five captured, the
army said on Monday" has three event rows and tells one happening: what was done, and what came of it. A second
attack, one of another day or another town, one in which the same voice counts other dead, and a count that runs over
many are told apart.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.model.event import Event
from onrecord.model.figure import Figure
from onrecord.model.ids import EventId
from onrecord.model.place import Place
from onrecord.model.record import Record
from onrecord.model.span import Span
from onrecord.model.when import When
from onrecord.reconcile.apart import Counts, are_counted_apart, are_elsewhere, counts_of
from onrecord.reconcile.scope import is_to_come, scope_of
from onrecord.reconcile.sentences import sentence_of
from onrecord.reconcile.statements import Rows, is_increment
from onrecord.vocab.load import load_table

FINE = ("minute", "hour", "part_of_day", "day")
_BEFORE = 40
"""So many characters before an event's word are looked at for what sets it apart ("a second, separate attack")."""


def kin_of(code: str) -> str:
    """Return the kin of an event type: violence, coercion, cooperation, words, civil or state."""
    return str(load_table("events")["types"].get(code, {}).get("kin", "state"))


def happenings(record: Record) -> list[list[Event]]:
    """Return the told happenings as groups of event rows, each in order of the text, by their first row.

    Planned and called-for events are no happenings, nor is what a running total counts or what goes on for months.
    """
    found: list[_Happening] = []
    rows = Rows.of(record)
    for event, again in _tellings(record):
        told = _Happening.of(rows, event)
        home = _home(told, found)
        if home is None:
            found.append(told)
        else:
            home.take(told)
        for other in again:
            (home or told).events.append(other)
    return [sorted(one.events, key=lambda event: event.span.start) for one in found]


def own_day(record: Record, event: Event) -> When | None:
    """Return the day that the words give an event, `None` if they give none: "said on Friday" dates the saying."""
    when = event.when
    if when is None or when.span is None or when.start is None or when.precision not in FINE:
        return None
    for claim in record.claims:
        is_saying = claim.cue is not None and claim.cue.span.overlaps(event.span)
        of_saying = claim.said is not None and claim.said.span == when.span
        if of_saying and not is_saying and not any(quote.span.covers(when.span) for quote in claim.content):
            return None
    return when


def _tellings(record: Record) -> Iterable[tuple[Event, list[Event]]]:
    """Give each event that happened with the rows that the report itself ties to it (`same_as`)."""
    by_id = {event.id: event for event in record.events}
    again: dict[EventId, list[Event]] = {}
    totals = [figure for figure in record.figures if scope_of(figure, record) in ("total", "period")]
    for event in record.events:
        if is_to_come(event) or _is_counted_over_time(event, totals) or _goes_on(event):
            continue
        root, seen = event, {event.id}
        while root.same_as in by_id and root.same_as not in seen:
            root = by_id[root.same_as]
            seen.add(root.id)
        again.setdefault(root.id, []).append(event)
    for tied in again.values():
        yield tied[0], tied[1:]


def _is_counted_over_time(event: Event, totals: Sequence[Figure]) -> bool:
    """Return whether an event is only what one of `totals` counts: "212 civilians had been killed since January"."""
    if kin_of(event.type) != "violence":
        return False
    counted = [figure for figure in totals if any(party.span.overlaps(figure.span) for party in event.affected)]
    return bool(counted) or any(figure.event == event.id and figure.since is not None for figure in totals)


def _is_lasting(event: Event) -> bool:
    """Return whether an event is told of weeks or more: "repeated fighting since January"."""
    return event.when is not None and event.when.span is not None and event.when.precision not in FINE


def _goes_on(event: Event) -> bool:
    """Return whether an event is a state that began in some month and has not ended: "fighting since January"."""
    return _is_lasting(event) and event.when is not None and event.when.start is not None and event.when.end is None


@dataclass(slots=True)
class _Happening:
    """What tells one happening of a report from another."""

    events: list[Event]
    day: tuple[str, str] | None
    places: tuple[Place, ...]
    counts: Counts
    passage: Span
    types: frozenset[str]
    is_violent: bool
    is_background: bool
    is_definite: bool
    is_apart: bool
    is_after: bool
    in_headline: bool

    @classmethod
    def of(cls, rows: Rows, event: Event) -> "_Happening":
        record = rows.record
        text, when = record.report.text, own_day(record, event)
        before = text[max(sentence_of(record, event.span).start, event.span.start - _BEFORE) : event.span.start]
        counts = [figure for figure in record.figures if figure.event == event.id and figure.harm != "other"]
        return cls(
            events=[event],
            day=None if when is None or when.start is None else (when.start[:10], (when.end or when.start)[:10]),
            places=tuple(rows.places[where] for where in event.where if where in rows.places),
            counts=counts_of(rows, counts),
            passage=next((p.span for p in record.passages if p.span.covers(event.span)), event.span),
            types=frozenset({event.type} - _vague()),
            is_violent=kin_of(event.type) == "violence" or event.type == "captivity",
            is_background=event.background,
            is_definite=_definite().search(before) is not None,
            is_apart=_apart().search(before) is not None or _is_lasting(event),
            is_after=bool(counts) and all(is_increment(record, figure) for figure in counts),
            in_headline=any(p.kind == "headline" and p.span.covers(event.span) for p in record.passages),
        )

    def take(self, other: "_Happening") -> None:
        self.events += other.events
        self.day = self.day or other.day
        self.places = other.places if self.in_headline and other.places else self.places or other.places
        self.counts = {**other.counts, **self.counts}
        self.passage = other.passage
        self.types |= other.types
        self.in_headline = self.in_headline and other.in_headline


def _home(told: _Happening, found: Sequence[_Happening]) -> _Happening | None:
    """Return the happening told last that `told` is part of, `None` where it is one of its own."""
    if not told.is_violent or told.is_apart:
        return None
    return next((one for one in reversed(found) if _is_part(told, one)), None)


def _is_part(told: _Happening, of: _Happening) -> bool:
    if not of.is_violent or told.is_background != of.is_background:
        return False
    if told.is_after:
        return True
    if told.types and of.types and not told.types & of.types:
        return False
    if told.day and of.day and (told.day[1] < of.day[0] or of.day[1] < told.day[0]):
        return False
    if told.in_headline or of.in_headline or told.is_definite:
        return True
    if are_elsewhere(told.places, of.places):
        return False
    is_tied = bool(told.day and of.day) or bool(told.places and of.places)
    return is_tied or told.passage == of.passage or not are_counted_apart(told.counts, of.counts)


@cache
def _vague() -> frozenset[str]:
    """Return the types that may be any other's: violence of no special kind, and what comes of violence."""
    return frozenset((*load_table("reconcile")["vague"], *load_table("reconcile")["outcomes"]))


@cache
def _definite() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(load_table('reconcile')['definite'])})$", re.IGNORECASE)


@cache
def _apart() -> re.Pattern[str]:
    return re.compile("|".join(load_table("reconcile")["apart"]), re.IGNORECASE)
