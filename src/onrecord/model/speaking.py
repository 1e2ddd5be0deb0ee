"""Rows that show who said what on what ground, and what happened when."""

from dataclasses import dataclass

from onrecord.model.entry import EntryId
from onrecord.model.facts import AccountId
from onrecord.model.ids import ActorId, ClaimId, EventId, FigureId, ReportId
from onrecord.model.lineage import LineageId


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerLine:
    """One claim of one speaker. `ground` holds the note codes the report itself gives.

    `quote` is the claim's content in the report's own words.
    """

    speaker_key: str
    speaker: str
    actor: ActorId | None
    report: ReportId
    outlet: str | None
    lineage: LineageId | None
    claim: ClaimId
    act: str
    mode: str
    said_on: str | None
    quote: str
    figures: tuple[FigureId, ...]
    events: tuple[EventId, ...]
    ground: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineRow:
    """One entry on its day, or one account where it stands in no entry."""

    on: str | None
    until: str | None
    entry: EntryId | None
    account: AccountId
    type: str
    place: str | None
    what: str
    killed: str
    injured: str
    speakers: tuple[str, ...]
    n_reports: int
    n_lineages: int
