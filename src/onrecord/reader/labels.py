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


@cache
def _kinds(labels: tuple[str, ...]) -> tuple[Numbers, Numbers, Numbers]:
    """Return the numbers of the I- labels, those of their B-, and for every label where its kind begins."""
    inside = np.array([k for k, label in enumerate(labels) if label.startswith("I-")])
    opening = np.array([labels.index("B-" + labels[k][2:]) for k in inside])
    begins = np.arange(len(labels))
    begins[inside] = opening
    return inside, opening, begins


def best_paths(shares: Scores, labels: Sequence[str]) -> list[list[int]]:
    """Return the best label numbers of each sequence. An I- may follow only the B- or I- of its kind.

    Where each word's best label alone makes a sequence that may stand, nothing is better: only the stretches that may
    not stand are searched.
    """
    inside, opening, begins = _kinds(tuple(labels))
    greedy = shares.argmax(2)
    is_inside = (begins != np.arange(len(labels)))[greedy]
    follows = np.zeros_like(is_inside)
    follows[:, 1:] = begins[greedy[:, 1:]] == begins[greedy[:, :-1]]
    broken = is_inside & ~follows
    paths: list[list[int]] = greedy.tolist()
    for row in np.flatnonzero(broken.any(1)).tolist():
        _repair(paths[row], shares[row], np.flatnonzero(broken[row]).tolist(), inside, opening)
    return paths


def _repair(path: list[int], shares: Scores, broken: Sequence[int], inside: Numbers, opening: Numbers) -> None:
    """Put the best labels that may stand around the words `broken` into `path`, which has every word's best label.

    A stretch is searched as if any label could come before it, and ends where no I- follows. If the best that is found
    does not begin with an I-, it fits the labels outside of it, and those are the best: so is the whole. Else the
    stretch grows to the left.
    """
    best, ins = list(path), frozenset(inside.tolist())
    done: list[tuple[int, int]] = []
    for at in broken:
        if done and at < done[-1][1]:
            continue
        start, end = at, at + 1
        while end < len(best) and best[end] in ins:
            end += 1
        while True:
            start = next((i for i in range(start - 1, 0, -1) if best[i] not in ins), 0)
            while done and start < done[-1][1]:
                start = min(start, done.pop()[0])
            found = _searched(shares[start:end], inside, opening, is_first=start == 0)
            if start == 0 or found[0] not in ins:
                break
        path[start:end] = found
        done.append((start, end))


def _searched(shares: Scores, inside: Numbers, opening: Numbers, *, is_first: bool) -> list[int]:
    """Find the best path by dynamic programming (Viterbi); an I- may begin it unless it `is_first`."""
    n, width = shares.shape
    best = shares[0].copy()
    if is_first:
        best[inside] = _NEVER
    back = np.empty((n, width), np.int64)
    for t in range(1, n):
        top = int(best.argmax())
        back[t] = top
        going, begun = best[inside], best[opening]
        back[t, inside] = np.where(going > begun, inside, opening)
        came = np.full(width, best[top])
        came[inside] = np.maximum(going, begun)
        best = came + shares[t]
    at = int(best.argmax())
    path = [at]
    for t in range(n - 1, 0, -1):
        at = int(back[t, at])
        path.append(at)
    return path[::-1]
