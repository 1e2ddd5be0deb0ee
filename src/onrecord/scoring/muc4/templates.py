"""Turns a record into MUC-4 templates: one an incident, slots named as in the answer keys."""

from collections.abc import Mapping, Sequence
from typing import Any

from onrecord.model.record import Record
from onrecord.scoring.muc4.around import nearby_people
from onrecord.scoring.muc4.doers import category, confidence, perpetrators
from onrecord.scoring.muc4.effects import foreign_nation, human_effect, physical_effect
from onrecord.scoring.muc4.fills import (
    Target,
    human_targets,
    physical_targets,
    quoted,
    typed,
    wording,
)
from onrecord.scoring.muc4.incident import Incident, incidents
from onrecord.scoring.muc4.text import has_any, sentence_around
from onrecord.scoring.muc4.where import SetList, country_of, country_of_interest, day_of, location_of
from onrecord.scoring.muc4.whom import description, distinct, whole_words

Template = dict[str, list[str]]
_STAGES = {"accomplished": "ACCOMPLISHED", "attempted": "ATTEMPTED", "foiled": "ATTEMPTED", "threatened": "THREATENED"}
_FORCES = ("ACTIVE MILITARY", "LAW ENFORCEMENT")
_NO_LIST: SetList = {}
_MOST = 10


def templates(record: Record, table: Mapping[str, Any], set_list: SetList = _NO_LIST) -> list[Template]:
    """Return the templates of `record`; an incident without a victim, a target or a town makes none.

    Args:
        record: One report's record.
        table: The table `muc4`.
        set_list: The places that may fill the location slot; any town may where it is empty.
    """
    country = country_of_interest(record, table)
    if country is None:
        return []
    made = [_template(incident, record, table, country, set_list) for incident in incidents(record, table)]
    return [template for template in made if template is not None]


def _template(
    incident: Incident, record: Record, table: Mapping[str, Any], default: str, set_list: SetList
) -> Template | None:
    people = human_targets(incident.events, record, table)
    people = distinct([*people, *nearby_people(incident.events, record, people, table)], record)
    things = physical_targets(incident.events, record, table) if incident.kind != "KIDNAPPING" else []
    country = country_of(incident, record, table, default)
    if country not in table["of_interest"] or not _is_relevant(people, things, incident, record, table):
        return None
    individuals, groups = perpetrators(incident, record, table)
    template: Template = {
        "INCIDENT: DATE": [day_of(incident, record)],
        "INCIDENT: LOCATION": [location_of(incident, record, table, country=country, set_list=set_list)],
        "INCIDENT: TYPE": [incident.kind],
        "INCIDENT: STAGE OF EXECUTION": [_stage(incident)],
    }
    if incident.kind not in ("ARSON", "KIDNAPPING"):
        template |= _instruments(incident, record, table)
    ground = confidence(incident, record, table)
    template["PERP: INCIDENT CATEGORY"] = [category(individuals, groups, table)]
    template["PERP: INDIVIDUAL ID"] = [quoted(words) for words in individuals]
    template["PERP: ORGANIZATION ID"] = [quoted(words) for words in groups]
    template["PERP: ORGANIZATION CONFIDENCE"] = [f"{ground}: {quoted(words)}" for words in groups]
    if things:
        template |= _physical(things, record, table, country)
    return template | _human(people, record, table, incident, country)


def _is_relevant(
    people: Sequence[Target], things: Sequence[Target], incident: Incident, record: Record, table: Mapping[str, Any]
) -> bool:
    """Return whether it is violence on civilians or their things, not of war alone, and specific."""
    if not people and not things:
        return False
    civil = [target for target in people if _is_civil(target, record, table)]
    if people and not civil and not (things and incident.kind in ("BOMBING", "ARSON")):
        return False
    is_specific = incident.day is not None or any(t.name or t.number != "PLURAL" for t in civil)
    return is_specific if not things else True


def _is_civil(target: Target, record: Record, table: Mapping[str, Any]) -> bool:
    """Return whether a target is neither of a state's forces nor a fighter."""
    return _kind(target, record, table) not in _FORCES and not has_any(
        target.words, [*table["fighters"], *table["forces"]]
    )


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


def _physical(things: Sequence[Target], record: Record, table: Mapping[str, Any], country: str) -> Template:
    kept = things[:4]
    return {
        "PHYS TGT: ID": [quoted(target.words) for target in kept],
        "PHYS TGT: TYPE": [f"{typed(t.words, table['things'], 'OTHER')}: {quoted(t.words)}" for t in kept],
        "PHYS TGT: NUMBER": [f"{target.number}: {quoted(target.words)}" for target in kept],
        "PHYS TGT: FOREIGN NATION": _tagged(kept, [foreign_nation(t.words, table, country=country) for t in kept]),
        "PHYS TGT: EFFECT OF INCIDENT": _tagged(kept, [physical_effect(t, record, table) for t in kept]),
    }


def _human(
    people: Sequence[Target], record: Record, table: Mapping[str, Any], incident: Incident, country: str
) -> Template:
    kept = people[:_MOST]
    titles = {id(target): description(target, record) for target in kept}
    said = {id(target): f"{titles[id(target)] or ''} {whole_words(target, record)}" for target in kept}
    return {
        "HUM TGT: NAME": [quoted(target.name) for target in kept if target.name is not None],
        "HUM TGT: DESCRIPTION": [
            quoted(target.words) if target.name is None else f"{quoted(title)}: {quoted(target.name)}"
            for target in kept
            if (title := titles[id(target)] or "") or target.name is None
        ],
        "HUM TGT: TYPE": _tagged(kept, [_kind(target, record, table) for target in kept]),
        "HUM TGT: NUMBER": _tagged(kept, ["1" if target.name else target.number for target in kept]),
        "HUM TGT: FOREIGN NATION": _tagged(
            kept, [foreign_nation(said[id(target)], table, country=country) for target in kept]
        ),
        "HUM TGT: EFFECT OF INCIDENT": _tagged(kept, [human_effect(t, record, table, incident) for t in kept]),
    }


def _tagged(targets: Sequence[Target], values: Sequence[str | None]) -> list[str]:
    """Return each value with the target it holds for, as the keys write it."""
    pairs = zip(targets, values, strict=True)
    return [f"{value}: {quoted(target.name or target.words)}" for target, value in pairs if value is not None]


def _kind(target: Target, record: Record, table: Mapping[str, Any]) -> str:
    title = description(target, record) if target.name else None
    return typed(f"{target.words} {title or ''}", table["people"], "CIVILIAN")
