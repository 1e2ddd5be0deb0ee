"""Who did it, as MUC-4 wants it: individuals as written, organisations by name, and on what ground they are named."""

from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.model.actor import Actor
from onrecord.model.claim import Party
from onrecord.model.record import Record
from onrecord.scoring.muc4.around import nearby_groups, nearby_individuals
from onrecord.scoring.muc4.fills import is_name, is_person_word, wording
from onrecord.scoring.muc4.incident import Incident
from onrecord.scoring.muc4.text import has_any

_GROUPS = ("armed_group", "armed_force")


def perpetrators(incident: Incident, record: Record, table: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """Return who acted: individuals as written, and groups by name."""
    individuals: dict[str, str] = {}
    groups: dict[str, str] = {}
    for party in _acting(incident):
        words = wording(party.words)
        actor = next((actor for actor in record.actors if actor.id == party.actor), None)
        if has_any(words, table["individuals"]) and not has_any(words, table["nations"]):
            individuals.setdefault(words.upper(), words)
        elif actor is not None and is_name(actor):
            individuals.setdefault(actor.name.upper(), actor.name)
        for group in _groups(party, actor, record):
            groups.setdefault(wording(group.name).upper(), wording(group.name))
    individuals = individuals or nearby_individuals(incident.events, record, table)
    groups = groups or nearby_groups(incident.events, record)
    return list(individuals.values())[:2], list(groups.values())[:2]


def _acting(incident: Incident) -> Iterator[Party]:
    for event in incident.events:
        yield from event.acting
        yield from (charge.actor for charge in event.responsibility if charge.basis != "denied")


def _groups(party: Party, actor: Actor | None, record: Record) -> list[Actor]:
    """Return the groups that the words name: the actor itself, or whose members it is ("members of the Front")."""
    if actor is not None and _is_group(actor):
        return [actor]
    inside = [a for a in record.actors if _is_group(a) and any(party.span.covers(m) for m in a.mentions)]
    return inside[:1]


def _is_group(actor: Actor) -> bool:
    if actor.kind == "armed_group":
        return not is_person_word((wording(actor.name).split() or [""])[-1])
    return actor.kind == "armed_force" and any(word[:1].isupper() for word in actor.name.split())


def category(individuals: list[str], groups: list[str], table: Mapping[str, Any]) -> str:
    """Return whether a state's own forces did it."""
    by_state = any(has_any(words, table["state"]) for words in [*individuals, *groups])
    by_rebels = any(has_any(words, table["fighters"]) for words in [*individuals, *groups])
    return "STATE-SPONSORED VIOLENCE" if by_state and not by_rebels else "TERRORIST ACT"


def confidence(incident: Incident, record: Record, table: Mapping[str, Any]) -> str:
    """Return on what ground the organisation is named."""
    charges = [charge for event in incident.events for charge in event.responsibility]
    claims = {claim.id: claim for claim in record.claims}
    bases = {charge.basis for charge in charges}
    if "claimed" in bases:
        return "CLAIMED OR ADMITTED"
    accusing = [
        claims[charge.claim] for charge in charges if charge.claim in claims and claims[charge.claim].act == "accuse"
    ]
    if accusing or "suspected" in bases:
        kinds = {actor.id: actor.kind for actor in record.actors}
        official = any(
            kinds.get(speaker.actor) in ("government", "armed_force") or has_any(speaker.words, table["authorities"])
            for claim in accusing
            for speaker in claim.speakers
            if speaker.actor is not None
        )
        return "SUSPECTED OR ACCUSED BY AUTHORITIES" if official else "SUSPECTED OR ACCUSED"
    return "REPORTED AS FACT"
