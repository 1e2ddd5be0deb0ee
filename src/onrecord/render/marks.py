"""How are words marked that belong to several rows at once?

A figure inside an event inside a claim inside another claim: spans nest and overlap, markup may only nest.
So the text is cut at every edge of every span, and each segment knows all the rows it belongs to, and as what.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from onrecord.model.record import Record
from onrecord.model.span import Span

Part = Literal["content", "figure", "event", "speaker", "cue", "part", "note"]
"""What a stretch of words is to a row. The first three are the row's own words."""

OWN: tuple[Part, ...] = ("content", "figure", "event")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Words at `span` that are `part` of the row `row`."""

    row: str
    part: Part
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Words that belong to the same rows from first to last.

    `rows` gives each row once for each part it has in them, the innermost (shortest) first; `begins` the
    rows whose own words begin here.
    """

    text: str
    start: int
    rows: tuple[tuple[str, Part], ...] = ()
    begins: tuple[str, ...] = ()

    @property
    def parts(self) -> tuple[Part, ...]:
        """What the words are to any row, each once."""
        return tuple(dict.fromkeys(part for _, part in self.rows))


def marks_of(record: Record) -> Iterator[Mark]:
    """Give every mark of `record`; a place in the text that several rows share is given for each."""
    for claim in record.claims:
        spans: list[tuple[Part, Span | None]] = [("content", piece.span) for piece in claim.content]
        spans += [("speaker", party.span) for party in claim.speakers] + [("part", party.span) for party in claim.told]
        spans += [("cue", claim.cue.span)] if claim.cue is not None else []
        spans += [("part", claim.said.span)] if claim.said is not None else []
        yield from _marks(claim.id, spans + [("note", note.span) for note in claim.notes])
    for figure in record.figures:
        times = [when.span for when in (figure.since, figure.as_of) if when is not None]
        spans = [("figure", figure.span), *(("part", span) for span in times)]
        yield from _marks(figure.id, spans + [("note", note.span) for note in figure.notes])
    for event in record.events:
        parties = [*event.acting, *event.affected, *(other.part for other in event.others)]
        spans = [("event", event.span), *(("part", party.span) for party in parties)]
        spans += [("part", event.when.span)] if event.when is not None else []
        yield from _marks(event.id, spans + [("note", note.span) for note in event.notes])


def _marks(row: str, spans: Iterable[tuple[Part, Span | None]]) -> Iterator[Mark]:
    return (Mark(row=row, part=part, span=span) for part, span in spans if span is not None)


def segments(text: str, span: Span, marks: Sequence[Mark]) -> list[Segment]:
    """Return the words of `text` at `span`, cut at every edge of `marks`; joined, they are those words again."""
    inside = [mark for mark in marks if mark.span.overlaps(span)]
    edges = {span.start, span.end}
    edges.update(edge for mark in inside for edge in (mark.span.start, mark.span.end) if span.start < edge < span.end)
    ordered = sorted(edges)
    first = _first_of(marks)
    return [_segment(text, Span(*pair), inside, first) for pair in pairwise(ordered)]


def _segment(text: str, span: Span, marks: Sequence[Mark], first: dict[str, int]) -> Segment:
    over = sorted((mark for mark in marks if mark.span.covers(span)), key=lambda mark: (len(mark.span), mark.part))
    begins = [mark.row for mark in over if mark.part in OWN and mark.span.start == span.start == first[mark.row]]
    return Segment(
        text=span.of(text), start=span.start, rows=tuple(dict.fromkeys((mark.row, mark.part) for mark in over)),
        begins=tuple(dict.fromkeys(begins)),
    )  # fmt: skip


def _first_of(marks: Sequence[Mark]) -> dict[str, int]:
    """Return where each row's own words begin."""
    starts: dict[str, int] = {}
    for mark in marks:
        if mark.part in OWN:
            starts[mark.row] = min(mark.span.start, starts.get(mark.row, mark.span.start))
    return starts
