"""The rest of the record that a figure is tied to, and who speaks in it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from onrecord.model.actor import Actor
from onrecord.model.claim import Claim
from onrecord.model.event import Event
from onrecord.model.place import Place
from onrecord.model.span import Span
from onrecord.model.when import When
from onrecord.stages.count.line import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """The rest of the record that a figure is tied to."""

    text: str
    lines: Sequence[Line]
    actors: Sequence[Actor]
    places: Sequence[Place]
    times: Sequence[When]
    claims: Sequence[Claim]
    events: Sequence[Event]
    counting: Collection[int] = ()
    """The numbers of the lines that hold figures."""


def speakers(around: Around) -> list[Span]:
    """Return where those stand who are made to say something."""
    return [party.span for claim in around.claims for party in claim.speakers if party.span is not None]
