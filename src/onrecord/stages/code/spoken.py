"""Who makes a demand, an offer, a threat: the speaker of the claim that the same words open."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.model.claim import Claim, Party
from onrecord.model.event import Event

_SPOKEN = frozenset({"demand", "refusal", "offer", "threat", "accusation", "support"})


def by_speakers(events: Iterable[Event], claims: Sequence[Claim]) -> Iterator[Event]:
    """Give the events; a speech act whose trigger is a claim's cue is done by that claim's speakers.

    Attribution settles who speaks over the whole sentence ("X vowed that the army ..., ruling out a
    truce": X rules it out), where the nearest subject may be another's.
    """
    cued = [(claim.cue.span, claim.speakers) for claim in claims if claim.cue is not None and claim.speakers]
    for event in events:
        speakers = next((said_by for cue, said_by in cued if cue.overlaps(event.span)), None)
        if speakers is None or event.type not in _SPOKEN or _are_charged(speakers, event):
            yield event
        else:
            yield replace(event, acting=speakers)


def _are_charged(speakers: Sequence[Party], event: Event) -> bool:
    """Return whether it is them whom the words are about: "was attributed to the rebels"."""
    return any(party.span.overlaps(speaker.span) for speaker in speakers for party in event.affected)
