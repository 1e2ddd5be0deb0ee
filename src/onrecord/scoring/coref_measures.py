"""MUC, B-cubed and entity CEAF over chains of mentions, and their mean, the CoNLL score.

MUC: Vilain et al. 1995. B-cubed: Bagga and Baldwin 1998. CEAF with phi4: Luo 2005. Mean of the three F1:
Pradhan et al. 2012. Chains are sets of hashable mentions; a mention stands in one chain only.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Chains = Sequence[frozenset[Hashable]]


@dataclass(slots=True)
class CorefTally:
    """Sums over documents: for each measure right and all of what was given, right and all of what was wanted."""

    sums: dict[str, list[float]] = field(default_factory=lambda: {name: [0.0] * 4 for name in ("muc", "b3", "ceafe")})

    def add(self, given: Chains, wanted: Chains) -> None:
        """Add one document's chains."""
        both = {"muc": (_muc, given, wanted), "b3": (_b3, given, wanted)}
        for name, (measure, left, right) in both.items():
            for k, value in enumerate((*measure(left, right), *measure(right, left))):
                self.sums[name][k] += value
        same = _best_match(given, wanted)
        for k, value in enumerate((same, len(given), same, len(wanted))):
            self.sums["ceafe"][k] += value

    def f1(self, name: str) -> float:
        """Return the F1 of one measure in percent."""
        right_given, given, right_wanted, wanted = self.sums[name]
        precision, recall = (right_given / given if given else 0.0), (right_wanted / wanted if wanted else 0.0)
        return 200 * precision * recall / (precision + recall) if precision + recall else 0.0

    @property
    def conll(self) -> float:
        """Return the mean F1 of the three measures."""
        return sum(self.f1(name) for name in self.sums) / len(self.sums)


def _muc(left: Chains, right: Chains) -> tuple[float, float]:
    """Return the links of `left` that `right` keeps, and all its links."""
    owner = {mention: k for k, chain in enumerate(right) for mention in chain}
    kept = total = 0
    for chain in left:
        parts = {owner.get(mention, (mention,)) for mention in chain}
        kept += len(chain) - len(parts)
        total += len(chain) - 1
    return kept, total


def _b3(left: Chains, right: Chains) -> tuple[float, float]:
    owner = {mention: chain for chain in right for mention in chain}
    right_share = sum(
        len(chain & owner[mention]) / len(chain) for chain in left for mention in chain if mention in owner
    )
    return right_share, sum(map(len, left))


def _best_match(left: Chains, right: Chains) -> float:
    if not left or not right:
        return 0.0
    table = np.array([[2 * len(a & b) / (len(a) + len(b)) for b in right] for a in left])
    return best_assignment(table)


def best_assignment(gains: NDArray[np.float64]) -> float:
    """Return the greatest sum of one-to-one pairs of rows and columns (the Hungarian method)."""
    cost = -gains if gains.shape[0] <= gains.shape[1] else -gains.T
    n, m = cost.shape
    row_price, column_price = np.zeros(n + 1), np.zeros(m + 1)
    holder = np.zeros(m + 1, int)  # of column j: the row, 0 for none
    for row in range(1, n + 1):
        holder[0], column = row, 0
        least, came = np.full(m + 1, np.inf), np.zeros(m + 1, int)
        is_used = np.zeros(m + 1, bool)
        while holder[column]:
            is_used[column] = True
            reduced = cost[holder[column] - 1] - row_price[holder[column]] - column_price[1:]
            better = ~is_used[1:] & (reduced < least[1:])
            least[1:][better], came[1:][better] = reduced[better], column
            free = np.where(is_used[1:], np.inf, least[1:])
            following = int(free.argmin()) + 1
            step = least[following]
            row_price[holder[is_used]] += step
            column_price[is_used] -= step
            least[1:][~is_used[1:]] -= step
            column = following
        while column:
            holder[column] = holder[came[column]]
            column = int(came[column])
    return float(sum(-cost[holder[j] - 1, j - 1] for j in range(1, m + 1) if holder[j]))
