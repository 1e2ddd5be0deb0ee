"""How many, of whom, as the words bound it."""

from dataclasses import dataclass
from typing import Literal

from onrecord.model.claim import Note
from onrecord.model.ids import ActorId, ClaimId, EventId, FigureId, PlaceId
from onrecord.model.span import Span
from onrecord.model.when import When

Hedge = Literal["exact", "at_least", "more_than", "at_most", "nearly", "about", "estimated", "range", "vague"]
Unit = Literal["people", "households", "percent", "buildings", "vehicles", "money", "days", "other"]
Harm = Literal[
    "killed",
    "injured",
    "missing",
    "displaced",
    "held",
    "released",
    "detained",
    "hospitalised",
    "affected",
    "damaged",
    "destroyed",
    "other",
]
Status = Literal["civilian", "combatant", "mixed", "unstated"]
Scope = Literal["event", "total", "stock", "period"]
Number = int | float
"""A whole number where the words give one; a fraction only for money, percent and rates."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedOf:
    """Whom or what a figure counts, as written and as coded."""

    words: str
    actor: ActorId | None
    status: Status
    women: bool
    children: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """How many, of what, as one speaker put it.

    `low` and `high` bound the number the words allow; `None` leaves that side open.
    A figure never holds a best guess: choosing one number is the reader's act. `by` is who did
    the harm, `part_of` the figure this one is a part of.
    """

    id: FigureId
    span: Span
    words: str
    value: Number | None
    low: Number | None
    high: Number | None
    hedge: Hedge
    unit: Unit
    harm: Harm
    of: CountedOf
    by: ActorId | None
    scope: Scope
    since: When | None
    as_of: When | None
    where: tuple[PlaceId, ...]
    event: EventId | None
    claim: ClaimId | None
    part_of: FigureId | None
    notes: tuple[Note, ...]
