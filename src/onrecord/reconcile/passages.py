"""Which stretches of words stand in both of two reports?"""

import re
from bisect import bisect_left
from functools import cache, lru_cache

from onrecord.model.lineage import SharedPassage
from onrecord.model.span import Span
from onrecord.reconcile.sketch import RUN, words_of
from onrecord.vocab.load import load_table

SHORTEST = 7
"""Stretches of fewer words are shared by chance: "could not be independently verified"."""

Words = tuple[tuple[str, Span], ...]

_QUOTED = re.compile(r'“[^”]{2,1500}”|"[^"]{2,1500}"|«[^»]{2,1500}»|(?<!\w)[‘\'][^’\'\n]{12,400}[’\'](?!\w)')


_SENTENCE = re.compile(r"[^\n.!?]+(?:[.!?](?!\s)[^\n.!?]*)*[.!?]?")


@cache
def _furniture() -> re.Pattern[str]:
    return re.compile("|".join(load_table("credits")["furniture"]), re.IGNORECASE)


def quoted_spans(text: str) -> list[Span]:
    """Return the stretches of `text` inside quotation marks."""
    return [Span(*match.span()) for match in _QUOTED.finditer(text)]


def left_out(text: str) -> list[Span]:
    """Return the stretches whose words are no sign of copying: quotations, and sentences every page or blotter has."""
    furniture = (Span(*m.span()) for m in _SENTENCE.finditer(text) if _furniture().search(m[0]) is not None)
    return [*quoted_spans(text), *furniture]


def n_own_words(text: str, span: Span | None = None) -> int:
    """Return how many words of `text`, or of the stretch `span` of it, stand outside what is left out."""
    starts, counted = _own_words(text)
    if span is None:
        return counted[-1]
    return counted[bisect_left(starts, span.end)] - counted[bisect_left(starts, span.start)]


@lru_cache(maxsize=256)  # a report is compared with several others, one after the other
def _own_words(text: str) -> tuple[list[int], list[int]]:
    """Return where each word of `text` starts, and how many words before it, and in all, are not left out."""
    out, counted = left_out(text), [0]
    words = [span for _, span in words_of(text)]
    for word in words:
        counted.append(counted[-1] + (not any(stretch.covers(word) for stretch in out)))
    return [word.start for word in words], counted


@lru_cache(maxsize=256)
def _runs(text: str) -> tuple[list[tuple[str, ...]], dict[tuple[str, ...], list[int]]]:
    """Return the runs of `RUN` words of `text` in order, and for each the numbers of the words it begins at."""
    words = [word for word, _ in words_of(text)]
    runs = [tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)]
    at: dict[tuple[str, ...], list[int]] = {}
    for i, run in enumerate(runs):
        at.setdefault(run, []).append(i)
    return runs, at


def shared_passages(left: str, right: str) -> list[SharedPassage]:
    """Return the stretches of at least `SHORTEST` words that stand in both texts, in order of `right`.

    Case and punctuation between words do not count. No word of `right` is in two passages.
    """
    here, there = words_of(left), words_of(right)
    (_, seeds), (runs, _) = _runs(left), _runs(right)
    found, j, used = [], 0, set[int]()
    while j < len(runs):
        if runs[j] not in seeds:
            j += 1
            continue
        starts = [i for i in seeds[runs[j]][:20] if i not in used]
        n, i = max(((_run(here, there, i, j), -i) for i in starts), default=(0, 0))
        if n < SHORTEST:
            j += 1
            continue
        i = -i
        used.update(range(i, i + n))
        sides = Span(here[i][1].start, here[i + n - 1][1].end), Span(there[j][1].start, there[j + n - 1][1].end)
        found.append(SharedPassage(left=sides[0], right=sides[1], n_words=n))
        j += n
    return found


def _run(left: Words, right: Words, i: int, j: int) -> int:
    n = 0
    while i + n < len(left) and j + n < len(right) and left[i + n][0] == right[j + n][0]:
        n += 1
    return n
