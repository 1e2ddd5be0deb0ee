"""Which items are one and the same, by all judgements together?

Clusters are derived: from the same judgements, in any order, comes the same result, and taking one
back gives what would have been without it. What a person ruled stands: `same` rulings join first,
`different` rulings part for good, and only then the machine joins what it finds alike on average.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Sequence

from onrecord.model.judgement import Judgement

JOIN = 0.35
"""Two clusters are joined while their pairs score at least this on average; a pair never judged scores 0."""


def cluster(items: Iterable[str], judgements: Iterable[Judgement]) -> tuple[tuple[str, ...], ...]:
    """Return the clusters of `items`, each sorted, in order of their first member.

    Retired judgements do not count. Where rulings contradict one another the later stands; of several
    machine judgements on one pair, the one of the highest maker and score.

    Args:
        items: All items to be clustered; judgements on others are left out.
        judgements: Any judgements, in any order.
    """
    known = set(items)
    live = [j for j in judgements if j.retired_at is None and j.left in known and j.right in known]
    chosen = _latest(live)
    clusters = _Clusters(sorted(known))
    rulings = sorted((j for j in chosen.values() if j.is_ruling), key=_rank, reverse=True)
    clusters.rule(rulings)
    clusters.join([j for j in chosen.values() if not j.is_ruling])
    return clusters.all()


def touched(new: Iterable[str], judgements: Iterable[Judgement]) -> frozenset[str]:
    """Return `new` and every item tied to one of them over judgements of any verdict but `different`.

    Clustering these alone gives the same clusters as clustering everything.
    """
    near: dict[str, set[str]] = defaultdict(set)
    for judgement in judgements:
        if judgement.retired_at is None and (judgement.is_ruling or judgement.score > 0):
            near[judgement.left].add(judgement.right)
            near[judgement.right].add(judgement.left)
    found, left = set(new), list(new)
    while left:
        for item in near[left.pop()] - found:
            found.add(item)
            left.append(item)
    return frozenset(found)


def overruled(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Return the live rulings that later rulings contradict and that therefore do not hold."""
    live = list(_latest([j for j in judgements if j.retired_at is None and j.is_ruling]).values())
    clusters = _Clusters(sorted({item for j in live for item in (j.left, j.right)}))
    return tuple(clusters.rule(sorted(live, key=_rank, reverse=True)))


def _rank(judgement: Judgement) -> tuple[bool, str, str, float, str, str]:
    made = judgement.made_at or ""
    return judgement.is_ruling, made, judgement.maker, judgement.score, judgement.left, judgement.right


def _latest(judgements: Sequence[Judgement]) -> dict[tuple[str, str], Judgement]:
    """Return one judgement a pair: the latest ruling, else the machine's best."""
    best: dict[tuple[str, str], Judgement] = {}
    for judgement in judgements:
        pair = judgement.left, judgement.right
        if pair not in best or _rank(judgement) > _rank(best[pair]):
            best[pair] = judgement
    return best


class _Clusters:
    """Clusters in the making. `parted` holds pairs of clusters that a ruling keeps apart."""

    def __init__(self, items: Sequence[str]) -> None:
        self.members: dict[int, tuple[str, ...]] = {number: (item,) for number, item in enumerate(items)}
        self.home = {item: number for number, item in enumerate(items)}
        self.parted: dict[int, set[int]] = defaultdict(set)
        self.next = len(items)

    def all(self) -> tuple[tuple[str, ...], ...]:
        return tuple(sorted(tuple(sorted(members)) for members in self.members.values()))

    def rule(self, rulings: Sequence[Judgement]) -> list[Judgement]:
        """Apply rulings, the latest first, and return those that earlier applied ones contradict."""
        against = []
        for ruling in rulings:
            left, right = self.home[ruling.left], self.home[ruling.right]
            if ruling.verdict == "same" and right in self.parted[left]:
                against.append(ruling)
            elif ruling.verdict == "same" and left != right:
                self.merge(left, right)
            elif ruling.verdict != "same" and left == right:
                against.append(ruling)
            elif ruling.verdict != "same":
                self.parted[left].add(right)
                self.parted[right].add(left)
        return against

    def merge(self, left: int, right: int) -> int:
        """Join two clusters under a new number and return it."""
        made, self.next = self.next, self.next + 1
        self.members[made] = self.members.pop(left) + self.members.pop(right)
        self.home.update(dict.fromkeys(self.members[made], made))
        self.parted[made] = self.parted.pop(left, set()) | self.parted.pop(right, set())
        for other in self.parted[made]:
            self.parted[other] = self.parted[other] - {left, right} | {made}
        return made

    def join(self, judgements: Sequence[Judgement]) -> None:
        """Join what the machine finds alike, the most alike first, by average score."""
        score = self._scores(judgements)
        heap = [(-value, self._name(a), self._name(b), a, b) for a, near in score.items() for b, value in near.items()]
        heap = [row for row in heap if row[3] < row[4] and -row[0] >= JOIN]
        heapq.heapify(heap)
        while heap:
            _, _, _, left, right = heapq.heappop(heap)
            if left not in self.members or right not in self.members or right in self.parted[left]:
                continue
            made = self._joined(score, left, right)
            for other, value in score[made].items():
                if value >= JOIN:
                    first, second = sorted((made, other), key=self._name)
                    heapq.heappush(heap, (-value, self._name(first), self._name(second), first, second))

    def _scores(self, judgements: Sequence[Judgement]) -> dict[int, dict[int, float]]:
        """Return the average score of each two clusters that any judgement ties."""
        score: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
        for j in sorted(judgements, key=lambda j: (j.left, j.right)):
            left, right = self.home[j.left], self.home[j.right]
            if left != right:
                share = j.score / (len(self.members[left]) * len(self.members[right]))
                score[left][right] += share
                score[right][left] += share
        return score

    def _joined(self, score: dict[int, dict[int, float]], left: int, right: int) -> int:
        """Merge two clusters, work out the averages of the new one, and return its number."""
        sizes = len(self.members[left]), len(self.members[right])
        here, there = score.pop(left), score.pop(right)
        made = self.merge(left, right)
        for other in sorted({*here, *there} - {left, right}, key=self._name):
            value = (here.get(other, 0.0) * sizes[0] + there.get(other, 0.0) * sizes[1]) / sum(sizes)
            score[made][other] = score[other][made] = value
            score[other].pop(left, None)
            score[other].pop(right, None)
        return made

    def _name(self, number: int) -> str:
        return min(self.members[number])
