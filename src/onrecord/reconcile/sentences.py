"""In which sentence of a record does a span stand?"""

import re

from onrecord.model.record import Record
from onrecord.model.span import Span


def sentence_of(record: Record, span: Span) -> Span:
    """Return the sentence around `span`, by full stops inside its passage."""
    passage = next((p.span for p in record.passages if p.span.covers(span)), Span(0, len(record.report.text)))
    inside = sentence_around(passage.of(record.report.text), Span(span.start - passage.start, span.end - passage.start))
    return Span(passage.start + inside.start, passage.start + inside.end)


def sentence_around(text: str, span: Span) -> Span:
    """Return the sentence of `text` around `span`, by full stops."""
    starts = [m.end() for m in re.finditer(r"[.!?][”\"’']?\s+(?=[A-Z“\"])", text[: span.start])]
    stop = re.search(r"[.!?](?=\s|$|[”\"])", text[span.end :])
    return Span(starts[-1] if starts else 0, span.end + stop.end() if stop is not None else len(text))
