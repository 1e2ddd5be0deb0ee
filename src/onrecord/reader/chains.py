"""Which words of a report name the same thing: mentions from the trees, and to which earlier one each goes back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from onrecord.model.reading import Chain, Word
from onrecord.reader.labels import Scores
from onrecord.reader.network import Network
from onrecord.reader.pairs import Candidate, Numbers, pairs_of

_OUTSIDE = {"cc", "conj", "appos", "parataxis", "list", "discourse", "vocative", "dislocated", "orphan", "mark"}
_CLAUSAL = {"nsubj", "nsubj:pass", "csubj", "cop", "aux", "aux:pass", "advmod", "obl", "advcl", "nsubj:outer", "expl"}
_EDGE_TAGS = {"punct", "case"}


@dataclass(slots=True)
class Mentions:
    """What a report mentions, gathered window by window."""

    found: list[Candidate] = field(default_factory=list)
    vectors: list[Scores] = field(default_factory=list)

    def add(self, words: Sequence[Word], heads: Sequence[int], vectors: Scores, *, at: int, sentence: int) -> None:
        """Add the mentions headed by words `heads` of a window whose words count from `at` in the report."""
        below = _children(words, at)
        for i in heads:
            start, end = span_of_mention(words, below, i, at)
            self.found.append(
                Candidate(
                    start=at + start, end=at + end, head=at + i, head_word=words[i].text.lower(),
                    words=tuple(w.text.lower() for w in words[start:end]), tag=words[i].tag, dep=words[i].dep,
                    sentence=sentence,
                )
            )  # fmt: skip
            self.vectors.append(vectors[i])


def chains(network: Network, mentions: Mentions) -> tuple[Chain, ...]:
    """Return the chains of two mentions or more, in order of their first mention."""
    pairs = pairs_of(mentions.found)
    if not len(pairs.later):
        return ()
    scores, none = network.same(np.stack(mentions.vectors), pairs)
    return tuple(_grouped(mentions.found, _antecedents(pairs.later, pairs.earlier, scores, none)))


def _antecedents(later: Numbers, earlier: Numbers, scores: Scores, none: Scores) -> dict[int, int]:
    best: dict[int, tuple[float, int]] = {}
    for i, j, score in zip(later.tolist(), earlier.tolist(), scores.tolist(), strict=True):
        if score > best.get(i, (float(none[i]), -1))[0]:
            best[i] = (score, j)
    return {i: j for i, (_, j) in best.items()}


def _grouped(found: Sequence[Candidate], back: dict[int, int]) -> Iterator[Chain]:
    group = list(range(len(found)))
    for i in sorted(back):
        group[i] = group[back[i]]
    members: dict[int, list[int]] = {}
    for i, first in enumerate(group):
        members.setdefault(first, []).append(i)
    for inside in members.values():
        spans = sorted({(found[i].start, found[i].end) for i in inside})
        if len(spans) > 1:
            yield Chain(mentions=tuple(spans))


def span_of_mention(words: Sequence[Word], below: Sequence[Sequence[int]], head: int, at: int) -> tuple[int, int]:
    """Return the words of the mention headed by word `head`: what hangs from it, less what is beside it or a clause.

    All numbers count words of the window; `at` is where it begins in the report.
    """
    is_clause = any(words[i].dep in ("cop", "nsubj", "nsubj:outer") for i in below[head])
    dropped = _OUTSIDE | _CLAUSAL if is_clause or words[head].upos == "VERB" else _OUTSIDE
    low = high = head
    for i in below[head]:
        if words[i].dep in dropped or (words[i].dep in _EDGE_TAGS and i < head) or words[i].dep == "punct":
            continue
        a, b = _reach(words, below, i)
        low, high = min(low, a), max(high, b)
    return low, high + 1


def _reach(words: Sequence[Word], below: Sequence[Sequence[int]], top: int) -> tuple[int, int]:
    low = high = top
    for i in below[top]:
        if words[i].dep == "punct":
            continue
        a, b = _reach(words, below, i)
        low, high = min(low, a), max(high, b)
    return low, high


def _children(words: Sequence[Word], at: int) -> list[list[int]]:
    below: list[list[int]] = [[] for _ in words]
    for i, word in enumerate(words):
        if word.head is not None:
            below[word.head - at].append(i)
    return below
