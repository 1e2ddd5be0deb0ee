"""Keeps who is held responsible apart from the act, with the ground: reported, suspected, accused, claimed, denied."""

from collections.abc import Mapping, Sequence

from onrecord.model.actor import Actor
from onrecord.model.claim import Claim, Party
from onrecord.model.event import Responsibility, ResponsibilityBasis
from onrecord.model.ids import ActorId, ClaimId

_CHARGED = {
    "armed_clash", "air_strike", "shelling", "explosion", "suicide_attack", "chemical_attack", "attack",
    "assassination", "abduction", "captivity", "sexual_violence", "torture", "arrest", "siege", "displacement",
    "destruction", "disruption", "crackdown", "riot", "territory_taken",
}  # fmt: skip
_STATE = {"armed_force", "government", "state"}
_OFFICES = {
    "minister",
    "general",
    "president",
    "premier",
    "commander",
    "spokesman",
    "spokeswoman",
    "colonel",
    "governor",
}
"""Offices whose holder answers for a state's forces even where no country is named."""
_SELF = {"we", "i", "us", "our", "our forces", "our troops", "our men"}


def responsibility(
    acting: Sequence[Party],
    *,
    kind: str,
    basis: ResponsibilityBasis | None,
    claim: Claim | None,
    actors: Mapping[ActorId, Actor],
) -> tuple[Responsibility, ...]:
    """Return on what ground each acting party is held responsible for an act of force.

    Args:
        acting: Who is told to have acted.
        kind: The event's type; words and talks carry no responsibility.
        basis: The ground that the words themselves give ("suspected rebels", "accused of"), if they give one.
        claim: The claim the act is told in, `None` in the report's own voice.
        actors: The report's actors by their id: what an army says of itself it claims.
    """
    if kind not in _CHARGED:
        return ()
    return tuple(
        Responsibility(actor=party, basis=_basis(party, basis, claim, actors), claim=_id(claim)) for party in acting
    )


def _id(claim: Claim | None) -> ClaimId | None:
    return None if claim is None else claim.id


def _basis(
    party: Party, basis: ResponsibilityBasis | None, claim: Claim | None, actors: Mapping[ActorId, Actor]
) -> ResponsibilityBasis:
    if basis is not None and basis != "accused":
        return basis
    if claim is None:
        return basis or "reported"
    if party.words.lower() in _SELF:
        return "claimed"
    if basis is not None:  # no minister who accuses soldiers owns up for them
        return "claimed" if party.actor in {s.actor for s in claim.speakers} - {None} else basis
    return "claimed" if any(_is_own(party, speaker, actors) for speaker in claim.speakers) else "accused"


def _is_own(party: Party, speaker: Party, actors: Mapping[ActorId, Actor]) -> bool:
    """Return whether the speaker owns up for the party: itself, or an official or force of the same state."""
    if party.actor is None or speaker.actor is None:
        return False
    if party.actor == speaker.actor:
        return True
    mine, theirs = actors.get(party.actor), actors.get(speaker.actor)
    if mine is None or theirs is None or mine.country not in {None, theirs.country}:
        return False  # "the army", of no country named, is the army of the minister who speaks of it
    return mine.kind in _STATE and _speaks_for_a_state(theirs)


def _speaks_for_a_state(actor: Actor) -> bool:
    """Return whether an actor answers for a state's forces: its government, its army, an official of it."""
    if actor.kind in _STATE:
        return True
    offices = {str(role.title).lower().split()[-1] for role in actor.roles if role.title}
    return actor.kind == "person" and (bool(offices & _OFFICES) or (bool(actor.roles) and actor.country is not None))
