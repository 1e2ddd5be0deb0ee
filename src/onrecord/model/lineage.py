"""Which report was copied or rewritten from which, with the passages that show it."""

from dataclasses import dataclass
from typing import Literal, NewType

from onrecord.model.ids import ReportId
from onrecord.model.judgement import Reason
from onrecord.model.span import Span

LineageId = NewType("LineageId", str)
LineageKind = Literal["copy", "rewrite", "shared_quote"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedPassage:
    """A stretch of words that stands in both reports; each side reads its own report's text."""

    left: Span
    right: Span
    n_words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LineageTie:
    """That two reports go back to one text.

    `left` sorts before `right`. `origin` is the one the other was taken from, `None` where that
    cannot be told (both may print one agency's text). `kind`: `copy` keeps most of the words,
    `rewrite` some of them, `shared_quote` only what a speaker said, which makes no lineage.
    `agency` is the agency both or either credits. `containment` is the share of the shorter
    report's words that stand in shared passages.
    """

    left: ReportId
    right: ReportId
    kind: LineageKind
    origin: ReportId | None
    agency: str | None
    containment: float
    passages: tuple[SharedPassage, ...]
    reasons: tuple[Reason, ...]
    maker: str
