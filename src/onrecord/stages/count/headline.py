"""A headline's figure shortens one of the text: it runs over what that one runs over.

"More than 240 dead in the north" over "241 had been killed since January" is no toll of one event.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.model.figure import Figure
from onrecord.model.report import Passage

_ROUNDED = 0.05  # a headline rounds by no more than this share


def as_in_text(figures: Sequence[Figure], passages: Sequence[Passage]) -> Iterator[Figure]:
    """Give the figures; one of a headline takes the scope and the times of the first of the text that says the same."""
    headlines = [passage.span for passage in passages if passage.kind == "headline"]
    body = [figure for figure in figures if not any(span.covers(figure.span) for span in headlines)]
    for figure in figures:
        told = next((other for other in body if _shortens(figure, other)), None) if figure not in body else None
        if told is None or figure.scope != "event" or told.scope == "event":
            yield figure
        else:
            yield replace(figure, scope=told.scope, since=told.since, as_of=told.as_of, event=None)


def _shortens(figure: Figure, other: Figure) -> bool:
    if figure.unit != other.unit or figure.harm != other.harm or figure.value is None or other.value is None:
        return False
    return abs(figure.value - other.value) <= _ROUNDED * other.value
