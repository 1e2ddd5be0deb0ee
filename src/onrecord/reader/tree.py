"""The best tree over the words of a sentence, with exactly one root."""

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
_NEVER = -1e9


def best_tree(scores: Scores) -> list[int]:
    """Return the head of each word, -1 at the root.

    `scores` has a row a word; its column 0 scores the word as root, column `i + 1` under word `i`.
    """
    n = len(scores)
    table = np.full((n + 1, n + 1), _NEVER)
    table[1:] = scores
    np.fill_diagonal(table, _NEVER)
    if n > 1:
        root = 1 + int(np.argmax(table[1:, 0] - table[1:, 1:].max(1)))
        table[1:, 0] = _NEVER
        table[root, 0] = -_NEVER
    return [int(head) - 1 for head in _arborescence(table)[1:]]


def _arborescence(table: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return the best head of every node; node 0 is the top (Chu-Liu and Edmonds)."""
    heads: NDArray[np.int64] = np.asarray(table.argmax(1), np.int64)
    heads[0] = 0
    ring = _ring(heads)
    if not ring:
        return heads
    rest = np.array([i for i in range(len(table)) if i not in ring])
    inside = np.array(ring)
    held = table[inside, heads[inside]]
    small = np.full((len(rest) + 1, len(rest) + 1), _NEVER)
    small[:-1, :-1] = table[np.ix_(rest, rest)]
    entering = table[np.ix_(inside, rest)] - held[:, None]
    leaving = table[np.ix_(rest, inside)]
    small[-1, :-1], small[:-1, -1] = entering.max(0), leaving.max(1)
    small[0, :] = _NEVER
    solved = _arborescence(small)
    for k, node in enumerate(rest[1:], 1):
        up = int(solved[k])
        heads[node] = rest[up] if up < len(rest) else inside[leaving[k].argmax()]
    up = int(solved[-1])
    heads[inside[entering[:, up].argmax()]] = rest[up]
    return heads


def _ring(heads: NDArray[np.int64]) -> list[int]:
    """Return the nodes of a cycle, or nothing."""
    seen: set[int] = {0}
    for start in range(1, len(heads)):
        path: list[int] = []
        node = start
        while node not in seen:
            seen.add(node)
            path.append(node)
            node = int(heads[node])
        if node in path:
            return path[path.index(node) :]
    return []
