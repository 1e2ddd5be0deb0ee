"""Who wants what, who answered what, and what was exchanged."""

from dataclasses import dataclass
from typing import Literal

from onrecord.model.figure import Hedge, Number
from onrecord.model.ids import ClaimId, EventId, FigureId, ReportId
from onrecord.model.lineage import LineageId

MoveKind = Literal[
    "demand", "offer", "refusal", "agreement", "release", "talks", "vote", "postponement", "threat", "aid"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveCount:
    """How many are freed, held, asked for or voted, as the words bound it."""

    figure: FigureId
    words: str
    of: str
    value: Number | None
    low: Number | None
    high: Number | None
    hedge: Hedge


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One step in talks, once per report that tells it. `by` and `to` are names as reported.

    `answers` is the earlier move this one replies to: a refusal or agreement of what another side
    asked or offered. `same_as` is the move of another report that tells the same step.
    """

    event: EventId
    report: ReportId
    claim: ClaimId | None
    lineage: LineageId | None
    kind: MoveKind
    on: str | None
    by: tuple[str, ...]
    by_keys: tuple[str, ...]
    to: tuple[str, ...]
    mediators: tuple[str, ...]
    topic: str
    quote: str
    modality: str
    counts: tuple[MoveCount, ...]
    said_by: str | None
    answers: EventId | None
    same_as: EventId | None
