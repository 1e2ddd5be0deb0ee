"""Which actor an adjective of a country stands for beside an act: the `Israeli` of "an Israeli attack" is Israel."""

from collections.abc import Mapping, Sequence

from onrecord.model.actor import Actor
from onrecord.model.ids import ActorId
from onrecord.vocab.load import load_table

_KINDS = ("state", "government", "armed_force")


def states_of(actors: Sequence[Actor]) -> Mapping[str, ActorId]:
    """Return, by the adjective in lower case, the report's actor for each country: its state, else who acts for it."""
    found: dict[str, ActorId] = {}
    for kind in _KINDS:
        for actor in actors:
            if actor.kind == kind and actor.country is not None:
                for adjective in load_table("demonyms").get(actor.country, {}).get("adjectives", ()):
                    found.setdefault(str(adjective).lower(), actor.id)
    return found
