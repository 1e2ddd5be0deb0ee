"""Turns a record into MUC-4 templates: one an incident, slots named as in the answer keys."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from onrecord.model.actor import Actor
from onrecord.model.record import Record
from onrecord.scoring.muc4.around import nearby_groups, nearby_individuals, nearby_people
from onrecord.scoring.muc4.fills import (
    Target,
    human_targets,
    is_person_word,
    physical_targets,
    quoted,
    sentence_around,
    typed,
    wording,
)
from onrecord.scoring.muc4.incident import Incident, has_any, incidents

Template = dict[str, list[str]]
_MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
_STAGES = {"accomplished": "ACCOMPLISHED", "attempted": "ATTEMPTED", "foiled": "ATTEMPTED", "threatened": "THREATENED"}
_GROUPS = ("armed_group", "armed_force", "government", "organisation", "state")


def templates(record: Record, table: Mapping[str, Any]) -> list[Template]:
    """Return the templates of `record`; an incident without a victim, a target or a town makes none.

    Args:
        record: One report's record.
        table: The table `muc4`.
    """
    country = _country(record, table)
    if country is None:
        return []
    made: list[Template] = []
    for incident in incidents(record, table):
        template = _template(incident, record, table, country)
        if template is not None and not any(_is_same(template, other) for other in made):
            made.append(template)
    return made


def _is_same(template: Template, other: Template) -> bool:
    """Return whether two templates tell of one victim hit in one way."""
    names = set(template["HUM TGT: NAME"]) & set(other["HUM TGT: NAME"])
    return bool(names) and template["INCIDENT: TYPE"] == other["INCIDENT: TYPE"]


def _template(incident: Incident, record: Record, table: Mapping[str, Any], country: str) -> Template | None:
    incident.kind = _narrowed(incident, record, table)
    people = human_targets(incident.events, record, table)
    people += nearby_people(incident.events, record, people, table)
    things = physical_targets(incident.events, table) if incident.kind != "KIDNAPPING" else []
    individuals, groups = _perpetrators(incident, record, table)
    if not _is_relevant(people, things, [*individuals, *groups], incident, table):
        return None
    template: Template = {
        "INCIDENT: DATE": [_date(incident, record)],
        "INCIDENT: LOCATION": [_location(incident, record, table, country)],
        "INCIDENT: TYPE": [incident.kind],
        "INCIDENT: STAGE OF EXECUTION": [_stage(incident)],
    }
    if incident.kind not in ("ARSON", "KIDNAPPING"):
        template |= _instruments(incident, record, table)
    by_state = any(has_any(words, table["state"]) for words in [*individuals, *groups])
    by_rebels = any(has_any(words, table["fighters"]) for words in [*individuals, *groups])
    template["PERP: INCIDENT CATEGORY"] = [
        "STATE-SPONSORED VIOLENCE" if by_state and not by_rebels else "TERRORIST ACT"
    ]
    template["PERP: INDIVIDUAL ID"] = [quoted(words) for words in individuals]
    template["PERP: ORGANIZATION ID"] = [quoted(words) for words in groups]
    confidence = _confidence(incident)
    template["PERP: ORGANIZATION CONFIDENCE"] = [f"{confidence}: {quoted(words)}" for words in groups]
    if things:
        template |= _physical(things, record, table)
    return template | _human(people, record, table, incident)


def _narrowed(incident: Incident, record: Record, table: Mapping[str, Any]) -> str:
    """Return the incident's type, an attack told with bombs being a bombing."""
    if incident.kind != "ATTACK":
        return incident.kind
    told = [sentence_around(record, event.span.start, event.span.end) for event in incident.events]
    n_bombed = sum(has_any(sentence, table["bombs"]) for sentence in told)
    return "BOMBING" if 2 * n_bombed >= len(told) else "ATTACK"


def _is_relevant(
    people: Sequence[Target],
    things: Sequence[Target],
    perpetrators: Sequence[str],
    incident: Incident,
    table: Mapping[str, Any],
) -> bool:
    """Return whether it is violence on civilians or their things, told of a victim or thing, not of war alone."""
    fighting = [*table["fighters"], *table["forces"]]
    civil = [target for target in people if not has_any(target.words, fighting)]
    if not people and not things:
        return False
    if people and not civil and not (things and incident.kind == "BOMBING"):
        return False
    is_specific = incident.day is not None or any(t.name or t.number != "PLURAL" for t in civil)
    return is_specific if not things else True


def _country(record: Record, table: Mapping[str, Any]) -> str | None:
    """Return the country of interest that the report names most, by name, by its people's name or by its towns."""
    text = record.report.text.upper()
    counted = Counter(
        place.country for place in record.places for _ in place.mentions if place.country in table["of_interest"]
    )
    for code, stem in table["of_interest"].items():
        counted[code] += 2 * text.count(stem)
    found = [code for code, n in counted.most_common(1) if n]
    return found[0] if found else None


def _date(incident: Incident, record: Record) -> str:
    day = incident.day
    if day is not None:
        return _written(day)
    published = record.report.published
    return "-" if published is None or published.start is None else f"- {_written(published.start)}"


def _written(day: str) -> str:
    at = date.fromisoformat(day[:10])
    return f"{at.day:02d} {_MONTHS[at.month - 1]} {at.year % 100:02d}"


def _location(incident: Incident, record: Record, table: Mapping[str, Any], country: str) -> str:
    places = {place.id: place for place in record.places}
    told = [places[place] for event in incident.events for place in event.where if place in places]
    inner = next((place for place in told if place.kind != "country" and table["place_kinds"].get(place.kind)), None)
    if inner is None:
        at = next((place.country for place in told if place.country in table["countries"]), country)
        return str(table["countries"][at])
    named = {place.country for place in record.places if place.kind == "country"}
    at = inner.country if inner.country in table["countries"] and inner.country in named else country
    span = inner.mentions[0]
    words = " ".join(span.of(record.report.text).upper().split())
    return f"{table['countries'][at]}: {words} ({table['place_kinds'][inner.kind]})"


def _stage(incident: Incident) -> str:
    stages = {event.stage for event in incident.events}
    return "ACCOMPLISHED" if "accomplished" in stages else _STAGES[incident.events[0].stage]


def _instruments(incident: Incident, record: Record, table: Mapping[str, Any]) -> Template:
    found: dict[str, str] = {}
    for event in incident.events:
        for other in event.others:
            kind = typed(other.part.words, table["instruments"], "")
            if other.role == "instrument" and kind:
                found.setdefault(kind, wording(other.part.words))
    if not found:
        for event in incident.events:
            sentence = sentence_around(record, event.span.start, event.span.end)
            kind = typed(sentence, {k: v for k, v in table["instruments"].items() if k not in ("FIRE",)}, "")
            if kind and (incident.kind == "BOMBING" or kind in ("MACHINE GUN", "RIFLE", "HANDGUN", "GUN")):
                words = next(word for word in table["instruments"][kind] if has_any(sentence, [word]))
                found.setdefault(kind, str(words))
                break
    return {
        "INCIDENT: INSTRUMENT ID": [quoted(words) for words in found.values()],
        "INCIDENT: INSTRUMENT TYPE": [f"{kind}: {quoted(words)}" for kind, words in found.items()],
    }


def _perpetrators(incident: Incident, record: Record, table: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """Return who acted: individuals as written, and groups by name."""
    actors = {actor.id: actor for actor in record.actors}
    individuals: dict[str, str] = {}
    groups: dict[str, str] = {}
    for event in incident.events:
        for party in event.acting:
            actor = actors.get(party.actor) if party.actor is not None else None
            words = wording(party.words)
            if has_any(words, table["individuals"]) and not has_any(words, table["nations"]):
                individuals.setdefault(words.upper(), words)
            if _is_group(actor, words):
                name = wording(words if actor is None else actor.name)
                groups.setdefault(name.upper(), name)
    individuals = individuals or nearby_individuals(incident.events, record, table)
    groups = groups or nearby_groups(incident.events, record)
    return list(individuals.values())[:2], list(groups.values())[:2]


def _is_group(actor: Actor | None, words: str) -> bool:
    if actor is None:
        return False
    if actor.kind == "armed_group":
        return not all(is_person_word(word) for word in wording(actor.name).split()[-1:])
    return actor.kind == "armed_force" and any(word[:1].isupper() for word in actor.name.split())


def _confidence(incident: Incident) -> str:
    bases = [charge.basis for event in incident.events for charge in event.responsibility]
    if "claimed" in bases:
        return "CLAIMED OR ADMITTED"
    if "suspected" in bases or (bases and bases[0] == "accused"):
        return "SUSPECTED OR ACCUSED"
    return "REPORTED AS FACT"


def _physical(things: Sequence[Target], record: Record, table: Mapping[str, Any]) -> Template:
    kept = things[:4]
    effects = []
    for target in kept:
        sentence = sentence_around(record, target.party.span.start, target.party.span.end)
        if has_any(sentence, table["destroyed"]):
            effects.append(f"DESTROYED: {quoted(target.words)}")
        elif has_any(sentence, table["damaged"]):
            effects.append(f"SOME DAMAGE: {quoted(target.words)}")
    return {
        "PHYS TGT: ID": [quoted(target.words) for target in kept],
        "PHYS TGT: TYPE": [f"{typed(t.words, table['things'], 'OTHER')}: {quoted(t.words)}" for t in kept],
        "PHYS TGT: NUMBER": [f"{target.number}: {quoted(target.words)}" for target in kept],
        "PHYS TGT: EFFECT OF INCIDENT": effects,
    }


def _human(people: Sequence[Target], record: Record, table: Mapping[str, Any], incident: Incident) -> Template:
    kept = people[:6]
    names = [target for target in kept if target.name is not None]
    return {
        "HUM TGT: NAME": [quoted(target.name or "") for target in names],
        "HUM TGT: DESCRIPTION": _descriptions(kept, record),
        "HUM TGT: TYPE": [f"{_kind(t, record, table)}: {quoted(t.name or t.words)}" for t in kept],
        "HUM TGT: NUMBER": [f"{'1' if t.name else t.number}: {quoted(t.name or t.words)}" for t in kept],
        "HUM TGT: EFFECT OF INCIDENT": [
            f"{effect}: {quoted(t.name or t.words)}"
            for t in kept
            if (effect := _effect(t, record, table, incident)) is not None
        ],
    }


def _descriptions(people: Sequence[Target], record: Record) -> list[str]:
    found = []
    for target in people:
        if target.name is None:
            found.append(quoted(target.words))
            continue
        titles = _titles(target, record)
        if titles:
            found.append(f"{quoted(titles[0])}: {quoted(target.name)}")
    return found


def _titles(target: Target, record: Record) -> list[str]:
    actor = next((actor for actor in record.actors if actor.id == target.party.actor), None)
    return [] if actor is None else [role.title for role in actor.roles if role.title]


def _kind(target: Target, record: Record, table: Mapping[str, Any]) -> str:
    words = " ".join([target.words, *(_titles(target, record) if target.name else [])])
    return typed(words, table["people"], "CIVILIAN")


def _effect(target: Target, record: Record, table: Mapping[str, Any], incident: Incident) -> str | None:
    figure = next(
        (f for f in record.figures if f.span.overlaps(target.party.span) or target.party.span.covers(f.span)), None
    )
    if figure is not None and figure.harm in ("killed", "injured"):
        return "DEATH" if figure.harm == "killed" else "INJURY"
    sentence = sentence_around(record, target.party.span.start, target.party.span.end)
    kinds = {"DEATH": table["death"], "INJURY": table["injury"]}
    if incident.kind == "KIDNAPPING":
        return "REGAINED FREEDOM" if has_any(sentence, table["freed"]) else None
    if target.event.stage in ("attempted", "foiled", "threatened"):
        return "NO INJURY OR DEATH"
    if target.event.type == "attack" and not has_any(sentence, table["injury"]) and has_any(sentence, table["death"]):
        return "DEATH"
    if has_any(sentence, table["unhurt"]):
        return "NO INJURY OR DEATH"
    nearest = _nearest(sentence, target.words, kinds)
    return nearest or ("DEATH" if target.event.type == "assassination" else None)


def _nearest(sentence: str, words: str, kinds: Mapping[str, Sequence[str]]) -> str | None:
    """Return the effect whose words stand nearest to `words` in the sentence."""
    lower = " ".join(sentence.lower().split())
    at = lower.find(words.lower())
    found = []
    for effect, listed in kinds.items():
        for item in listed:
            start = lower.find(str(item))
            while start >= 0:
                found.append((abs(start - at), effect))
                start = lower.find(str(item), start + 1)
    return min(found)[1] if found else None
