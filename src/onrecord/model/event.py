"""Something claimed to have happened, typed by code."""

from dataclasses import dataclass
from typing import Literal, NewType

from onrecord.model.claim import Note, Party
from onrecord.model.ids import ClaimId, EventId, PlaceId
from onrecord.model.span import Span
from onrecord.model.when import When

EventCode = NewType("EventCode", str)
"""A type of `vocab/events.yaml`: armed_clash, air_strike, talks ..."""

OtherRole = Literal["mediator", "instrument", "target", "topic", "beneficiary", "origin", "destination"]
Stage = Literal["accomplished", "attempted", "threatened", "foiled"]
Modality = Literal["asserted", "negated", "planned", "possible", "called_for"]
ResponsibilityBasis = Literal["reported", "suspected", "accused", "claimed", "denied"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherPart:
    """A part in an event that is neither acting nor affected; `target` is the thing hit."""

    role: OtherRole
    part: Party


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsibility:
    """Who is said to have done it, and on what ground: kept apart from the act itself.

    `basis` is `reported` (the report's own voice states it), `suspected`, `accused` (by `claim`'s
    speaker), `claimed` (they say so themselves) or `denied`.
    """

    actor: Party
    basis: ResponsibilityBasis
    claim: ClaimId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PloverCode:
    """Event and mode of PLOVER (Halterman et al. 2023, `data/event_schemas`)."""

    event: str
    mode: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AcledCode:
    """Event type and sub-event type of ACLED's codebook."""

    event_type: str
    sub_event_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something claimed to have happened. `span` is the trigger: the shortest words that name it.

    `claim` is the innermost claim around it, `None` in the report's own voice. `same_as` names
    the earlier event of this report that tells the same happening.
    """

    id: EventId
    type: EventCode
    span: Span
    words: str
    acting: tuple[Party, ...]
    affected: tuple[Party, ...]
    others: tuple[OtherPart, ...]
    when: When | None
    where: tuple[PlaceId, ...]
    stage: Stage
    modality: Modality
    claim: ClaimId | None
    same_as: EventId | None
    plover: PloverCode | None
    acled: AcledCode | None
    responsibility: tuple[Responsibility, ...] = ()
    notes: tuple[Note, ...] = ()
    background: bool = False
