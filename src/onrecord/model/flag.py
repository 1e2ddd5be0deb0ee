"""Coded warnings for the reader of a record: odd, missing or disputed data never raises."""

from dataclasses import dataclass
from enum import StrEnum


class FlagCode(StrEnum):
    """Every warning a record can carry. Codes are permanent."""

    REPORT_UNDATED = "report.undated"
    REPORT_LANGUAGE = "report.language"
    WHEN_UNRESOLVED = "when.unresolved"
    WHEN_AFTER_PUBLICATION = "when.after-publication"
    PLACE_UNRESOLVED = "place.unresolved"
    PLACE_AMBIGUOUS = "place.ambiguous"
    CLAIM_SPEAKER_MISSING = "claim.speaker-missing"
    CLAIM_REPEATED = "claim.repeated"
    QUOTE_MARKS_MISMATCHED = "quote.marks-mismatched"
    FIGURE_UNBOUNDED = "figure.unbounded"
    FIGURE_PART_EXCEEDS_WHOLE = "figure.part-exceeds-whole"
    EVENT_UNDATED = "event.undated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """A coded warning on an item; `item` is the id of a claim, event, figure, place or report."""

    code: FlagCode
    item: str
    message: str
