"""Whose body it is, and who died: not somebody who speaks in the report, but whom the sentence before tells of.

"The priest said nine had died. That night gunmen kidnapped a union leader. His body was found on Sunday."
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.model.claim import Claim, Party
from onrecord.model.event import Event
from onrecord.model.ids import ActorId
from onrecord.stages.code.inflect import base_forms
from onrecord.stages.code.lexicon import Lexicon

_PRONOUNS = frozenset({"his", "her", "their", "he", "she", "him"})
_NEAR = 300  # characters back to the act
_ACTS = frozenset({"abduction", "arrest", "attack", "assassination", "captivity", "torture", "crackdown"})


def whose_deaths(events: Sequence[Event], claims: Iterable[Claim], lexicon: Lexicon) -> list[Event]:
    """Return the events; the death a pronoun gives to who speaks is of whom was last taken or hurt, if of anybody."""
    living = {party.actor for claim in claims for party in claim.speakers if party.actor is not None}
    deaths = frozenset((*lexicon.signs["bodies"], *lexicon.signs["fatal"]))
    out: list[Event] = []
    for event in events:
        if base_forms(event.words.lower()) & deaths and any(_is_of(party, living) for party in event.affected):
            owner = _taken_last(event, out, living)
            event = replace(
                event,
                affected=tuple(replace(p, actor=owner) if _is_of(p, living) else p for p in event.affected),
            )
        out.append(event)
    return out


def _is_of(party: Party, living: set[ActorId]) -> bool:
    return party.actor in living and party.words.lower() in _PRONOUNS


def _taken_last(event: Event, before: Sequence[Event], living: set[ActorId]) -> ActorId | None:
    """Return the one whom the act told last before harmed, `None` where it harmed several or nobody named."""
    acts = [e for e in before if e.type in _ACTS and e.affected and 0 < event.span.start - e.span.end <= _NEAR]
    harmed = acts[-1].affected if acts else ()
    return harmed[0].actor if len(harmed) == 1 and harmed[0].actor not in living else None
