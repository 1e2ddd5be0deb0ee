"""Which events of a record make up one incident as MUC-4 counts them, and which make none.

An incident is violence that is told as done, tried or threatened, specific, recent, and not only between armed forces.
Events of one type and no conflict of day, town or side are one incident.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from onrecord.model.event import Event
from onrecord.model.ids import ActorId
from onrecord.model.place import Place
from onrecord.model.record import Record
from onrecord.scoring.muc4.text import has_any, sentence_around

_RECENT = 62
_DATELINE = 70
_NEAR = 300


@dataclass(slots=True, kw_only=True)
class Incident:
    """Events that tell one incident of MUC-4's type `kind`."""

    kind: str
    events: list[Event] = field(default_factory=list)

    @property
    def day(self) -> str | None:
        """Return the first day the words themselves give."""
        return next((day for event in self.events if (day := firm_day(event)) is not None), None)

    def towns(self) -> set[str]:
        """Return the ids of the places its events are told at."""
        return {place for event in self.events for place in event.where}


def firm_day(event: Event) -> str | None:
    """Return the day an event happened where the words give one day; a dateline gives none."""
    when = event.when
    if (
        when is None
        or when.span is None
        or when.span.start < _DATELINE
        or when.start is None
        or when.end is None
        or when.precision in _COARSE
        or when.approximate
    ):
        return None
    return when.start[:10]


_COARSE = ("month", "season", "year", "longer", "week")


def incidents(record: Record, table: Mapping[str, Any]) -> list[Incident]:
    """Return the incidents of `record` in order of the text."""
    found: list[Incident] = []
    of_event: dict[str, Incident] = {}
    for event in record.events:
        kind = _kind(event, record, table)
        if kind is None:
            continue
        incident = (
            of_event.get(event.same_as or "") or _harmed_in(found, event, table) or _fitting(found, kind, event, record)
        )
        if incident is None or (incident.kind != kind and "ATTACK" not in (incident.kind, kind)):
            incident = Incident(kind=kind)
            found.append(incident)
        incident.events.append(event)
        of_event[event.id] = incident
    for incident in found:
        incident.kind = _narrowed(incident, record, table)
    return _joined(found, record)


def _narrowed(incident: Incident, record: Record, table: Mapping[str, Any]) -> str:
    """Return the incident's type, an attack told with bombs being a bombing."""
    if incident.kind != "ATTACK":
        return incident.kind
    told = [sentence_around(record, event.span.start, event.span.end) for event in incident.events]
    n_bombed = sum(has_any(sentence, table["bombs"]) for sentence in told)
    return "BOMBING" if 2 * n_bombed >= len(told) else "ATTACK"


def _joined(found: Sequence[Incident], record: Record) -> list[Incident]:
    """Return the incidents, those that hit the same named person as one: "kidnapped ... was found dead"."""
    names = {actor.id: actor.name for actor in record.actors if actor.kind == "person"}
    kept: list[Incident] = []
    for incident in found:
        hit = _named_victims(incident, names)
        same = next((i for i in kept if _share(_named_victims(i, names), hit) and _may_be_one(i, incident)), None)
        if same is None:
            kept.append(incident)
            continue
        same.events.extend(incident.events)
        same.kind = min(same.kind, incident.kind, key=_RANK.index)
    return kept


_RANK = ("KIDNAPPING", "BOMBING", "ARSON", "ATTACK")


def _may_be_one(left: Incident, right: Incident) -> bool:
    return left.kind == right.kind or {left.kind, right.kind} == {"ATTACK", "KIDNAPPING"}


def _named_victims(incident: Incident, names: Mapping[ActorId, str]) -> list[frozenset[str]]:
    hit = [party.actor for event in incident.events for party in event.affected if party.actor in names]
    return [frozenset(names[actor].lower().split()) for actor in hit if actor is not None]


def _share(left: Sequence[frozenset[str]], right: Sequence[frozenset[str]]) -> bool:
    return any(one <= other or other <= one for one in left for other in right)


def _harmed_in(found: Sequence[Incident], event: Event, table: Mapping[str, Any]) -> Incident | None:
    """Return the act just told whose dead or wounded the event tells: "A bomb exploded. Two men were hurt." """
    if not found or found[-1].kind not in ("BOMBING", "ARSON", "ATTACK") or firm_day(event) is not None:
        return None
    is_harm = event.type == "attack" and has_any(event.words, [*table["death"], *table["injury"]])
    return found[-1] if is_harm and event.span.start - found[-1].events[-1].span.end < _NEAR else None


def _kind(event: Event, record: Record, table: Mapping[str, Any]) -> str | None:
    kind = next((str(name) for name, types in table["incidents"].items() if event.type in types), None)
    if kind is None or event.modality == "negated" or not _is_recent(event, record):
        return None
    if event.modality in ("planned", "possible", "called_for") and event.stage == "accomplished":
        return None
    around = " ".join([event.words, *(other.part.words for other in event.others if other.role == "instrument")])
    if event.type == "destruction" and has_any(around, table["arson"]):
        return "ARSON"
    if event.type in ("destruction", "attack") and has_any(around, table["blown"]):
        return "BOMBING"
    return kind


def _is_recent(event: Event, record: Record) -> bool:
    published, when = record.report.published, event.when
    if published is None or published.start is None or when is None or when.end is None:
        return not event.background
    try:
        age = (date.fromisoformat(published.start[:10]) - date.fromisoformat(when.end[:10])).days
    except ValueError:
        return True
    return age <= _RECENT


def _fitting(found: Sequence[Incident], kind: str, event: Event, record: Record) -> Incident | None:
    for incident in reversed(found):
        if incident.kind != kind:
            continue
        day = firm_day(event)
        if day is not None and incident.day is not None and day != incident.day:
            continue
        if _apart(incident.towns(), set(event.where), {place.id: place for place in record.places}):
            continue
        return incident
    return None


def _apart(left: set[str], right: set[str], places: Mapping[str, Place]) -> bool:
    """Return whether two places cannot be one: neither is, or lies within, the other."""
    if not left or not right or left & right:
        return False
    within = {outer for place in left | right if place in places for outer in places[place].within}
    return not (left & within or right & within)
