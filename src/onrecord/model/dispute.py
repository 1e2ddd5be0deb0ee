"""Claims of one entry that cannot all hold, and in what they differ."""

from dataclasses import dataclass
from typing import Literal

from onrecord.model.entry import EntryId
from onrecord.model.ids import ClaimId, EventId, FigureId, ReportId
from onrecord.model.lineage import LineageId

DiffersIn = Literal["killed", "injured", "missing", "held", "displaced", "other_count", "who_did_it", "whether", "when"]


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
