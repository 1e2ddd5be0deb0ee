"""One published text, as it was taken in, and the passages it is read in."""

from dataclasses import dataclass
from typing import Literal

from onrecord.model.ids import PassageId, ReportId
from onrecord.model.span import Span
from onrecord.model.when import When

PassageKind = Literal[
    "headline",
    "byline",
    "dateline",
    "paragraph",
    "caption",
    "list_item",
    "table_row",
    "quote_block",
    "boilerplate",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of text that the markup itself sets apart, with the kind the markup gives it.

    Plain text has no markup: its report has no blocks and `segment` finds the passages.
    """

    kind: PassageKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One published text with its outlet and time. Offsets everywhere count code points of `text`.

    `sha256` is that of the bytes as they came, `text_sha256` that of `text` in UTF-8.
    `language` is an ISO 639-1 code. `published` is `None` until someone or something dates it.
    """

    id: ReportId
    path: str | None
    sha256: str
    text_sha256: str
    title: str | None
    outlet: str | None
    byline: str | None
    url: str | None
    language: str | None
    published: When | None
    text: str
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of the report that is read as a whole."""

    id: PassageId
    kind: PassageKind
    span: Span
