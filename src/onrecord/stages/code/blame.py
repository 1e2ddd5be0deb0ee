"""Keeps who is held responsible apart from the act, with the ground: reported, suspected, accused, claimed, denied."""

from collections.abc import Mapping, Sequence

from onrecord.model.claim import Claim, Party
from onrecord.model.event import Event, Responsibility, ResponsibilityBasis
from onrecord.model.ids import ClaimId

_CHARGED = {
    "armed_clash", "air_strike", "shelling", "explosion", "suicide_attack", "chemical_attack", "attack",
    "assassination", "abduction", "captivity", "sexual_violence", "torture", "arrest", "siege", "displacement",
    "destruction", "disruption", "crackdown", "riot", "territory_taken",
}  # fmt: skip


def responsibility(
    acting: Sequence[Party], *, kind: str, suspected: bool, denied: bool, claim: Claim | None
) -> tuple[Responsibility, ...]:
    """Return on what ground each acting party is held responsible for an act of force.

    Args:
        acting: Who is told to have acted.
        kind: The event's type; words and talks carry no responsibility.
        suspected: Whether the words only suspect them ("suspected rebels").
        denied: Whether the claim denies the act.
        claim: The claim the act is told in, `None` in the report's own voice.
    """
    if kind not in _CHARGED:
        return ()
    return tuple(
        Responsibility(actor=party, basis=_basis(party, suspected, denied, claim), claim=_id(claim)) for party in acting
    )


def _id(claim: Claim | None) -> ClaimId | None:
    return None if claim is None else claim.id


def _basis(party: Party, suspected: bool, denied: bool, claim: Claim | None) -> ResponsibilityBasis:
    if denied:
        return "denied"
    if suspected:
        return "suspected"
    if claim is None:
        return "reported"
    speakers = {speaker.actor for speaker in claim.speakers if speaker.actor is not None}
    return "claimed" if party.actor is not None and party.actor in speakers else "accused"


def by_id(claims: Sequence[Claim]) -> Mapping[str, Claim]:
    """Return the claims by their id."""
    return {claim.id: claim for claim in claims}


def asserted(event: Event) -> bool:
    """Return whether the event is told as having happened."""
    return event.modality == "asserted"
