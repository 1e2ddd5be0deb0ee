"""What a speaker is made to say, and how."""

from dataclasses import dataclass
from typing import Literal

from onrecord.model.ids import ActorId, ClaimId
from onrecord.model.span import Span
from onrecord.model.when import When

ClaimMode = Literal["direct", "mixed", "indirect"]
Act = Literal[
    "say",
    "deny",
    "confirm",
    "accuse",
    "demand",
    "call_for",
    "offer",
    "refuse",
    "vow",
    "warn",
    "threaten",
    "estimate",
    "believe",
]
NoteCode = Literal[
    "evidence.none-given",
    "evidence.unverified",
    "speaker.anonymous",
    "speaker.declined",
    "detail.none-given",
    "count.no-distinction",
    "count.withdrawn",
    "count.earlier",
    "count.since",
    "belief.reported",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """The report's own words at a span."""

    span: Span
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Words that name a speaker, a hearer or someone with a part in an event, and the actor they stand for."""

    actor: ActorId | None
    span: Span
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What the report itself says about the ground an item stands on."""

    code: NoteCode
    span: Span
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one speaker is made to say. `parent` is the claim that this one is nested in.

    `speakers` may be empty (a passive cue with nobody named), `cue` is `None` where no word
    shows the speech (a quoted paragraph that goes on).
    """

    id: ClaimId
    speakers: tuple[Party, ...]
    cue: Quote | None
    content: tuple[Quote, ...]
    mode: ClaimMode
    act: Act
    said: When | None
    told: tuple[Party, ...]
    parent: ClaimId | None
    notes: tuple[Note, ...]
