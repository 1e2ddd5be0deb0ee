"""The best sequence of B-, I- and O labels, and the spans it marks."""

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Numbers = NDArray[np.int64]
Spans = list[tuple[int, int, str, float]]
_NEVER = np.float32(-1e9)


def log_softmax(scores: Scores) -> Scores:
    """Return the logarithms of the shares that `scores` give each label, along the last axis."""
    shifted = scores - scores.max(-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(-1, keepdims=True)), np.float32)


def best_spans(scores: Scores, labels: Sequence[str]) -> Spans:
    """Return (start, end, kind, mean share) of the spans in the best sequence in which no I- stands alone."""
    return best_spans_of_many(scores[None], labels)[0]


def best_spans_of_many(scores: Scores, labels: Sequence[str]) -> list[Spans]:
    """Do so for several sequences of one length at once."""
    if 0 in scores.shape:
        return [[] for _ in scores]
    shares = log_softmax(scores)
    return [spans_on(path, row, labels) for path, row in zip(best_paths(shares, labels), shares, strict=True)]


def spans_on(path: Sequence[int], shares: Scores, labels: Sequence[str]) -> Spans:
    """Return the spans that the label numbers of `path` mark."""
    marks = _marks(tuple(labels))
    found: list[tuple[int, int, str]] = []
    for i, k in enumerate(path):
        mark, kind = marks[k]
        if mark == "B":
            found.append((i, i + 1, kind))
        elif mark == "I":
            found[-1] = (found[-1][0], i + 1, kind)
    if not found:
        return []
    sure = np.exp(shares[np.arange(len(path)), np.asarray(path)]).tolist()
    return [(a, b, kind, round(sum(sure[a:b]) / (b - a), 3)) for a, b, kind in found]


@cache
def _marks(labels: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return the B, I or O of each label, and its kind."""
    parts = (label.partition("-") for label in labels)
    return [(mark, kind) for mark, _, kind in parts]


def best_paths(shares: Scores, labels: Sequence[str]) -> list[list[int]]:
    """Return the best label numbers of each sequence. An I- may follow only the B- or I- of its kind.

    Where each word's best label alone makes a sequence that may stand, nothing is better: most need no search.
    """
    inside = np.array([k for k, label in enumerate(labels) if label.startswith("I-")])
    opening = np.array([labels.index("B-" + labels[k][2:]) for k in inside])
    begins = np.arange(len(labels))
    begins[inside] = opening  # an I- and its B- count as one here
    greedy = shares.argmax(2)
    is_inside = (begins != np.arange(len(labels)))[greedy]
    follows = np.zeros_like(is_inside)
    follows[:, 1:] = begins[greedy[:, 1:]] == begins[greedy[:, :-1]]
    paths: list[list[int]] = greedy.tolist()
    broken = np.flatnonzero((is_inside & ~follows).any(1))
    if len(broken):
        for row, path in zip(broken.tolist(), _searched(shares[broken], inside, opening), strict=True):
            paths[row] = path
    return paths


def _searched(shares: Scores, inside: Numbers, opening: Numbers) -> list[list[int]]:
    """Find the best paths by dynamic programming (Viterbi)."""
    count, n, width = shares.shape
    best = shares[:, 0].copy()
    best[:, inside] = _NEVER
    rows = np.arange(count)
    back = np.empty((n, count, width), np.int64)
    for t in range(1, n):
        top = best.argmax(1)
        back[t] = top[:, None]
        came = np.repeat(best[rows, top][:, None], width, 1)
        going, begun = best[:, inside], best[:, opening]
        back[t][:, inside] = np.where(going > begun, inside, opening)
        came[:, inside] = np.maximum(going, begun)
        best = came + shares[:, t]
    at = best.argmax(1)
    paths = [at]
    for t in range(n - 1, 0, -1):
        at = back[t][rows, at]
        paths.append(at)
    found: list[list[int]] = np.stack(paths[::-1], 1).tolist()
    return found
