"""The best sequence of B-, I- and O labels, and the spans it marks."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
_NEVER = -1e9


def log_softmax(scores: Scores) -> Scores:
    """Return the logarithms of the shares that `scores` give each label, row by row."""
    shifted = scores - scores.max(-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(-1, keepdims=True)), np.float32)


def best_spans(scores: Scores, labels: Sequence[str]) -> list[tuple[int, int, str, float]]:
    """Return (start, end, kind, mean share) of the spans in the best sequence in which no I- stands alone."""
    shares = log_softmax(scores)
    path = _best_path(shares, labels)
    found: list[tuple[int, int, str]] = []
    for i, k in enumerate(path):
        mark, _, kind = labels[k].partition("-")
        if mark == "B":
            found.append((i, i + 1, kind))
        elif mark == "I":
            found[-1] = (found[-1][0], i + 1, kind)
    picked = np.exp(shares[np.arange(len(path)), path])
    return [(a, b, kind, round(float(picked[a:b].mean()), 3)) for a, b, kind in found]


def _best_path(shares: Scores, labels: Sequence[str]) -> list[int]:
    follows = np.zeros((len(labels), len(labels)))
    alone = np.zeros(len(labels))
    for j, label in enumerate(labels):
        if label.startswith("I-"):
            alone[j] = _NEVER
            follows[[i for i, before in enumerate(labels) if before[2:] != label[2:]], j] = _NEVER
    best = shares[0] + alone
    back = []
    for row in shares[1:]:
        table = best[:, None] + follows
        back.append(table.argmax(0))
        best = table.max(0) + row
    path = [int(best.argmax())]
    for came in reversed(back):
        path.append(int(came[path[-1]]))
    return path[::-1]
