"""The figures of one entry or one series side by side, by speaker and date."""

from dataclasses import dataclass
from typing import Literal

from onrecord.model.actor import ActorKind
from onrecord.model.figure import Harm, Hedge, Number, Scope, Status, Unit
from onrecord.model.ids import ActorId, ClaimId, EventId, FigureId, PlaceId, ReportId
from onrecord.model.lineage import LineageId
from onrecord.model.toll import Toll

TallyFlag = Literal["falls", "jumps", "superseded", "retracted", "copy", "denied"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One figure as some speaker put it, lifted out of its record with all that tallies need.

    `speaker` is the name of who is made to say it, `None` in the report's own voice (`outlet` says
    whose); `speaker_key` and `place_keys` are the same for the same speaker and place over all
    reports. `said_on` is the day it was said, else the day of publication. `is_retracted` says that the
    words take the figure back ("an earlier version incorrectly said"), `is_earlier` that they give it as an older
    count that another replaced ("up from six"), `is_increment` that they only add to another count or name one of those
    counted ("three more of the wounded died", "the youngest was a girl"). `place_names` are the names behind
    `place_keys`, folded. `repeats` names the figure of the report's text that a headline's figure says again, `toll`
    the toll its report gives, where this figure opens it. `of_kind` is the kind of actor that is counted, `None` where
    those counted are none.
    """

    figure: FigureId
    report: ReportId
    outlet: str | None
    published: str | None
    claim: ClaimId | None
    event: EventId | None
    speaker: str | None
    speaker_actor: ActorId | None
    speaker_key: str
    said_on: str | None
    words: str
    of: str
    value: Number | None
    low: Number | None
    high: Number | None
    hedge: Hedge
    unit: Unit
    harm: Harm
    status: Status
    scope: Scope
    since: str | None
    as_of: str | None
    places: tuple[PlaceId, ...]
    place_keys: tuple[str, ...]
    place_names: tuple[str, ...]
    part_of: FigureId | None
    is_denied: bool
    is_retracted: bool
    is_earlier: bool
    is_increment: bool
    in_headline: bool
    notes: tuple[str, ...]
    repeats: FigureId | None = None
    toll: Toll | None = None
    of_kind: ActorKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyRow:
    """A statement in a tally. `superseded_by` names the same speaker's later figure that took its place."""

    statement: Statement
    lineage: LineageId | None
    superseded_by: FigureId | None
    flags: tuple[TallyFlag, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Figures of one harm and unit, never added up: rows by speaker, then date.

    `of` is the entry's id, or the key of a series. `scope` is `event` for single happenings, `total`
    for running totals: the two never stand in one tally.
    """

    of: str
    harm: Harm
    unit: Unit
    scope: Scope
    status: Status | None
    rows: tuple[TallyRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """One number or span out of a tally, with the policy that chose it and the figures it stands on.

    `low` and `high` bound it, `None` is open; both `None` is unknown. `words` says it with its bounds.
    """

    policy: str
    low: Number | None
    high: Number | None
    words: str
    figures: tuple[FigureId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesPoint:
    """A row of a running total beside the reference's figure of that day, where one is given."""

    row: TallyRow
    on: str | None
    reference: Number | None
    reference_source: str | None
    agrees: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A running total over time: killed in a place by one speaker's count since a date."""

    key: str
    harm: Harm
    unit: Unit
    speaker: str | None
    speaker_key: str
    place: str | None
    place_key: str | None
    since: str | None
    points: tuple[SeriesPoint, ...]
