"""Which stretches of words stand in both of two reports?"""

import re
from collections import defaultdict
from functools import cache

from onrecord.model.lineage import SharedPassage
from onrecord.model.span import Span
from onrecord.reconcile.sketch import RUN, words_of
from onrecord.vocab.load import load_table

SHORTEST = 7
"""Stretches of fewer words are shared by chance: "could not be independently verified"."""

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


def shared_passages(left: str, right: str) -> list[SharedPassage]:
    """Return the stretches of at least `SHORTEST` words that stand in both texts, in order of `right`.

    Case and punctuation between words do not count. No word of `right` is in two passages.
    """
    here, there = words_of(left), words_of(right)
    seeds: dict[tuple[str, ...], list[int]] = defaultdict(list)
    words = [word for word, _ in here]
    for i in range(len(words) - RUN + 1):
        seeds[tuple(words[i : i + RUN])].append(i)
    others = [word for word, _ in there]
    found, j, used = [], 0, set[int]()
    while j <= len(others) - RUN:
        starts = [i for i in seeds.get(tuple(others[j : j + RUN]), ())[:20] if i not in used]
        n, i = max(((_run(words, others, i, j), -i) for i in starts), default=(0, 0))
        if n < SHORTEST:
            j += 1
            continue
        i = -i
        used.update(range(i, i + n))
        sides = Span(here[i][1].start, here[i + n - 1][1].end), Span(there[j][1].start, there[j + n - 1][1].end)
        found.append(SharedPassage(left=sides[0], right=sides[1], n_words=n))
        j += n
    return found


def _run(left: list[str], right: list[str], i: int, j: int) -> int:
    n = 0
    while i + n < len(left) and j + n < len(right) and left[i + n] == right[j + n]:
        n += 1
    return n
