"""Segment: where does each passage of a report begin and end, and what kind is it?

"Men carry a coffin in Orvane on May 3" between two paragraphs comes out as a `caption`,
"Read more: ..." as `boilerplate`, "ORVANE (AP) —" in front of the first words as a `dateline`.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from onrecord.model.ids import PassageId, make_id
from onrecord.model.report import Block, Passage, Report
from onrecord.model.span import Span
from onrecord.stages.segment.kinds import Layout, trimmed
from onrecord.stages.segment.lines import stretches
from onrecord.vocab.load import load_table

MAKER = "segment/5"


def segment(report: Report, *, layout: Mapping[str, Any] | None = None) -> tuple[Passage, ...]:
    """Return the passages of `report` in order of the text; only white space lies between them.

    Blocks that the markup set apart keep the kind it gives them; in plain text the kind is told
    from line ends, punctuation and wording.

    Args:
        report: The report to cut; nothing but its text, title and blocks is looked at.
        layout: The word table `layout`; the package's own when not given.
    """
    table = Layout.of(load_table("layout") if layout is None else layout)
    passages: list[Passage] = []
    for block in _blocks(report):
        for kind, span in table.pieces(report, block, is_first=not passages, before=passages):
            passages.append(Passage(id=PassageId(make_id("p", report.id, span.start, span.end)), kind=kind, span=span))
    return tuple(passages)


def _blocks(report: Report) -> Iterator[Block]:
    """Give the markup's blocks and, for text that none covers, the stretches of its lines."""
    at = 0
    for block in sorted(report.blocks, key=lambda block: block.span):
        yield from _plain(report.text, at, block.span.start)
        span = trimmed(report.text, Span(max(at, block.span.start), block.span.end)) if block.span.end > at else None
        if span is not None:
            yield Block(kind=block.kind, span=span)
        at = max(at, block.span.end)
    yield from _plain(report.text, at, len(report.text))


def _plain(text: str, start: int, end: int) -> Iterable[Block]:
    return (Block(kind="paragraph", span=span) for span in stretches(text, start, end))
