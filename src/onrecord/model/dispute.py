"""Claims of one entry that cannot all hold, and in what they differ."""

from dataclasses import dataclass
from typing import Literal

from onrecord.model.entry import EntryId
from onrecord.model.ids import ClaimId, EventId, FigureId, ReportId
from onrecord.model.lineage import LineageId

DiffersIn = Literal["killed", "injured", "missing", "held", "displaced", "other_count", "who_did_it", "whether", "when"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Blame:
    """That some speaker says an actor did, or did not do, what `event` tells; `None` for nobody named.

    `is_denied` says that the speaker states they did not. `actor_key` and `speaker_key` are the same
    over all reports.
    """

    event: EventId
    report: ReportId
    claim: ClaimId | None
    speaker: str | None
    speaker_key: str
    actor: str | None
    actor_key: str | None
    is_denied: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One position in a dispute and all who hold it. `position` says it in words."""

    position: str
    speakers: tuple[str, ...]
    reports: tuple[ReportId, ...]
    lineages: tuple[LineageId, ...]
    figures: tuple[FigureId, ...]
    claims: tuple[ClaimId, ...]
    events: tuple[EventId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """Positions of one entry that cannot all hold. Each side keeps who stands behind it."""

    id: str
    entry: EntryId
    differs_in: DiffersIn
    sides: tuple[Side, ...]
