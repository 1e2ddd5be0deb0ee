"""One name is of one kind in all of a report: what stands in several sentences is judged by all of them together.

"Mr Orsa Venn signed it" tells that the "Orsa Venn" of a headline is a person. After Finkel et al. 2005 (one label a
name and document), by the mean of the labels' log shares instead of sampling.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import itemgetter

import numpy as np

from onrecord.reader.labels import Scores, Spans, best_spans, log_softmax

REACH = 20  # windows before and after: in a long report the same words may name something else
_SURE = 0.98  # of a name that its own sentence settles

Phrase = tuple[str, ...]
Mark = tuple[int, int]
"""A window and a word of it."""


def agreed(scores: Sequence[Scores], words: Sequence[Sequence[str]], labels: Sequence[str]) -> list[Scores]:
    """Return the log shares of `labels` for each window's words, agreed between windows.

    Words that are a name somewhere have the same shares wherever they stand within `REACH` windows: the mean of what is
    seen there. A name that its own window is sure of keeps its own. Windows come in the report's order.
    """
    own = [log_softmax(x) for x in scores]
    found = [best_spans(x, labels) for x in own]
    out = [x.copy() for x in own]
    for phrase, marks in _standing(words, found).items():
        seen = np.stack([own[n][i : i + len(phrase)] for n, i in marks])
        sums = np.concatenate([np.zeros_like(seen[:1], np.float64), seen.cumsum(axis=0, dtype=np.float64)])
        for number, at in marks:
            end = at + len(phrase)
            first, last = _within(marks, number)
            is_settled = any(a < end and at < b and sure >= _SURE for a, b, _, sure in found[number])
            if last - first > 1 and not is_settled:
                out[number][at:end] = (sums[last] - sums[first]) / (last - first)
    return out


def _within(marks: Sequence[Mark], number: int) -> tuple[int, int]:
    """Return from where to where (end excluded) the windows of `marks`, in order, are within reach of `number`."""
    first = bisect_left(marks, number - REACH, key=itemgetter(0))
    return first, bisect_right(marks, number + REACH, key=itemgetter(0))


def _standing(words: Sequence[Sequence[str]], found: Sequence[Spans]) -> dict[Phrase, list[Mark]]:
    """Return where each name that is found in a window stands near it, the longest first; one word wants a capital."""
    places: dict[Phrase, list[Mark]] = {}
    for number, (row, spans) in enumerate(zip(words, found, strict=True)):
        for start, end, *_ in spans:
            places.setdefault(tuple(row[start:end]), []).append((number, start))
    by_first: dict[str, list[Phrase]] = {}
    for phrase in sorted(places, key=len, reverse=True):
        by_first.setdefault(phrase[0], []).append(phrase)
    out: dict[Phrase, list[Mark]] = {}
    for number, row in enumerate(words):
        at = 0
        while at < len(row):
            here = [x for x in by_first.get(row[at], ()) if tuple(row[at : at + len(x)]) == x]
            here = [x for x in here if (len(x) > 1 or row[at][:1].isupper()) and _is_near(places[x], number)]
            if here:
                out.setdefault(here[0], []).append((number, at))
            at += len(here[0]) if here else 1
    return out


def _is_near(marks: Sequence[Mark], number: int) -> bool:
    first, last = _within(marks, number)
    return first < last
