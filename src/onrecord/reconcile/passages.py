"""Which stretches of words stand in both of two reports?"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate

from onrecord.model.lineage import SharedPassage
from onrecord.model.span import Span
from onrecord.reconcile.sketch import RUN, ends_of, words_of
from onrecord.vocab.load import load_table

SHORTEST = 7
"""Stretches of fewer words are shared by chance: "could not be independently verified"."""

_QUOTED = re.compile(r'“[^”]{2,1500}”|"[^"]{2,1500}"|«[^»]{2,1500}»|(?<!\w)[‘\'][^’\'\n]{12,400}[’\'](?!\w)')


_SENTENCE = re.compile(r"[^\n.!?]+(?:[.!?](?!\s)[^\n.!?]*)*[.!?]?")


@cache
def _furniture() -> re.Pattern[str]:
    """Return the pattern of furniture in lower case; that a word begins is looked for once and not for each of them."""
    told: list[str] = load_table("credits")["furniture"]
    words = "|".join(pattern.removeprefix(r"\b") for pattern in told if pattern.startswith(r"\b"))
    return re.compile("|".join([rf"\b(?:{words})", *(pattern for pattern in told if not pattern.startswith(r"\b"))]))


def quoted_spans(text: str) -> list[Span]:
    """Return the stretches of `text` inside quotation marks."""
    return [Span(*match.span()) for match in _QUOTED.finditer(text)]


def left_out(text: str) -> list[Span]:
    """Return the stretches whose words are no sign of copying: quotations, and sentences every page or blotter has."""
    furniture = (Span(*m.span()) for m in _SENTENCE.finditer(text) if _furniture().search(m[0].lower()) is not None)
    return [*quoted_spans(text), *furniture]


def n_own_words(text: str, span: Span | None = None) -> int:
    """Return how many words of `text`, or of the stretch `span` of it, stand outside what is left out."""
    starts, counted = _own_words(text)
    if span is None:
        return counted[-1]
    return counted[bisect_left(starts, span.end)] - counted[bisect_left(starts, span.start)]


@lru_cache(maxsize=1024)  # a report is compared with several others, one after the other
def _own_words(text: str) -> tuple[list[int], list[int]]:
    """Return where each word of `text` starts, and how many words before it, and in all, are not left out."""
    ends = ends_of(text)
    starts, is_own = [start for start, _ in ends], [1] * len(ends)
    for stretch in left_out(text):
        for number in range(bisect_left(starts, stretch.start), bisect_left(starts, stretch.end)):
            if ends[number][1] <= stretch.end:
                is_own[number] = 0
    return starts, [0, *accumulate(is_own)]


@dataclass(frozen=True, slots=True)
class _Runs:
    """The words of a text, its runs of `RUN` words in order, and for each run the numbers of the words it begins at."""

    words: tuple[str, ...]
    runs: list[tuple[str, ...]]
    at: dict[tuple[str, ...], list[int]]


@lru_cache(maxsize=1024)
def _runs(text: str) -> _Runs:
    words = words_of(text)
    runs = [words[i : i + RUN] for i in range(len(words) - RUN + 1)]
    at: dict[tuple[str, ...], list[int]] = {}
    for i, run in enumerate(runs):
        at.setdefault(run, []).append(i)
    return _Runs(words, runs, at)


def shared_passages(left: str, right: str) -> list[SharedPassage]:
    """Return the stretches of at least `SHORTEST` words that stand in both texts, in order of `right`.

    Case and punctuation between words do not count. No word of `right` is in two passages.
    """
    here, there = _runs(left), _runs(right)
    found: list[tuple[int, int, int]] = []
    used, after = set[int](), 0
    for j, run in enumerate(there.runs):
        if run not in here.at or j < after:
            continue
        starts = [i for i in here.at[run][:20] if i not in used]
        n, i = max(((_run(here.words, there.words, i, j), -i) for i in starts), default=(0, 0))
        if n >= SHORTEST:
            used.update(range(-i, -i + n))
            found.append((-i, j, n))
            after = j + n
    if not found:
        return []
    ours, theirs = ends_of(left), ends_of(right)
    return [SharedPassage(left=_span(ours, i, n), right=_span(theirs, j, n), n_words=n) for i, j, n in found]


def _span(ends: Sequence[tuple[int, int]], first: int, n: int) -> Span:
    return Span(ends[first][0], ends[first + n - 1][1])


def _run(left: Sequence[str], right: Sequence[str], i: int, j: int) -> int:
    n = 0
    while i + n < len(left) and j + n < len(right) and left[i + n] == right[j + n]:
        n += 1
    return n
