"""Victims whom a pronoun would turn into those who did it, and captors whom one would turn into those freed.

"The Nahr have killed 70 of the Bani Orr. They slaughtered them in their beds": whoever "they" go back to by the order
of words, those killed are not who killed. Who acted is left in the report's words rather than given a wrong name.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from onrecord.model.actor import Actor
from onrecord.model.claim import Claim, Party
from onrecord.model.event import Event
from onrecord.model.ids import ActorId, ClaimId
from onrecord.vocab.load import load_table

_PRONOUNS = frozenset(("he", "him", "she", "her", "it", "its", "they", "them", "their"))
_TAKING = frozenset(("abduction", "arrest", "captivity"))
_HARMFUL = frozenset(
    (
        "abduction", "air_strike", "arrest", "assassination", "attack", "captivity", "chemical_attack", "crackdown",
        "displacement", "explosion", "sexual_violence", "shelling", "siege", "suicide_attack", "torture",
    )
)  # fmt: skip


def without_turned(events: Sequence[Event], actors: Iterable[Actor], claims: Mapping[ClaimId, Claim]) -> list[Event]:
    """Return the events, in order of the text, without the names of such victims; their words stay.

    Nor has a pronoun inside somebody's quoted words a name from outside of them: "They killed my brother," she said.
    """
    suffered = {actor.id for actor in actors if actor.name.split(" ")[-1].lower() in _suffering()}
    took: set[ActorId] = set()
    out: list[Event] = []
    for event in events:
        if event.type in _TAKING:
            took |= {party.actor for party in event.acting if party.actor is not None}
        elif event.type == "release":  # "gunmen seized 300 boys. They were freed after six days."
            event = replace(event, affected=tuple(_unnamed(event.affected, took, is_quoted=False)))
        if event.type in _HARMFUL:
            is_quoted = event.claim is not None and event.claim in claims and claims[event.claim].mode == "direct"
            event = replace(event, acting=tuple(_unnamed(event.acting, suffered, is_quoted=is_quoted)))
            if event.modality == "asserted" and event.acting:
                acted = {party.actor for party in event.acting}
                suffered |= {p.actor for p in event.affected if p.actor is not None and p.actor not in acted}
        out.append(event)
    return out


def _unnamed(parties: Sequence[Party], suffered: set[ActorId], *, is_quoted: bool) -> Iterator[Party]:
    for party in parties:
        is_unsure = (is_quoted or party.actor in suffered) and party.words.lower() in _PRONOUNS
        yield replace(party, actor=None) if is_unsure else party


@cache
def _suffering() -> frozenset[str]:
    return frozenset(load_table("actors")["suffering"])
