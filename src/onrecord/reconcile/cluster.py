"""Which items are one and the same, by all judgements together?

Clusters are derived: from the same judgements, in any order, comes the same result, and taking one
back gives what would have been without it. What a person ruled stands: `same` rulings join first,
`different` rulings part for good, and only then the machine joins what it finds alike on average.
"""

import heapq
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from onrecord.model.judgement import Judgement

JOIN = 0.35
"""Two clusters are joined while their pairs score at least this on average; a pair never judged scores 0.

And only where at least one of their pairs is judged `same`: many faint likenesses join nothing.
"""

ENOUGH = 30
"""So many items that a new one is the same as stand for it: nothing that comes later is compared with it."""


def is_represented(judgements: Iterable[Judgement]) -> bool:
    """Return whether an item, by all judgements on it when it was new, has `ENOUGH` others that stand for it."""
    return sum(judgement.verdict == "same" for judgement in judgements) >= ENOUGH


def cluster(
    items: Iterable[str], judgements: Iterable[Judgement], *, represented: Collection[str] = ()
) -> tuple[tuple[str, ...], ...]:
    """Return the clusters of `items`, each sorted, in order of their first member.

    Retired judgements do not count. Where rulings contradict one another the later stands; of several
    machine judgements on one pair, the one of the highest maker and score.

    Args:
        items: All items to be clustered; judgements on others are left out.
        judgements: Any judgements, in any order.
        represented: Items that others stand for (`is_represented`). They were compared with a part of their
            cluster only, so they have no say in what joins; each goes where most of those that stand for it are.
    """
    known = set(items)
    live = [j for j in judgements if j.retired_at is None and j.left in known and j.right in known]
    chosen = _latest(live)
    clusters = _Clusters(sorted(known), frozenset(represented))
    rulings = sorted((j for j in chosen.values() if j.is_ruling), key=_rank, reverse=True)
    clusters.rule(rulings)
    clusters.join([j for j in chosen.values() if not j.is_ruling])
    return clusters.all()


def is_bond(judgement: Judgement) -> bool:
    """Return whether a judgement that counts can join its two items; without one between them no two clusters join."""
    return judgement.verdict == "same"


def reach(new: Iterable[str], judgements: Iterable[Judgement]) -> frozenset[str]:
    """Return `new` and every item tied to one of them over any number of bonds.

    Clustering these alone gives the same clusters as clustering everything.
    """
    near: dict[str, set[str]] = defaultdict(set)
    for judgement in judgements:
        if judgement.retired_at is None and is_bond(judgement):
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
    """Clusters in the making. `parted` holds pairs of clusters that a ruling keeps apart.

    `n_voting` counts the members of each that are not represented by others; a cluster's `name` is its first member.
    """

    def __init__(self, items: Sequence[str], represented: frozenset[str] = frozenset()) -> None:
        self.represented = represented
        self.members: dict[int, tuple[str, ...]] = {number: (item,) for number, item in enumerate(items)}
        self.n_voting = {number: int(item not in represented) for number, item in enumerate(items)}
        self.name = dict(enumerate(items))
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
        self.name[made] = min(self.name.pop(left), self.name.pop(right))
        self.n_voting[made] = self.n_voting.pop(left) + self.n_voting.pop(right)
        self.home.update(dict.fromkeys(self.members[made], made))
        self.parted[made] = self.parted.pop(left, set()) | self.parted.pop(right, set())
        for other in self.parted[made]:
            self.parted[other] = self.parted[other] - {left, right} | {made}
        return made

    def join(self, judgements: Sequence[Judgement]) -> None:
        """Join what the machine finds alike: what votes, the most alike first, by average score; then the rest."""
        silent = [(j.left in self.represented) + (j.right in self.represented) for j in judgements]
        self._join_voting([j for j, n in zip(judgements, silent, strict=True) if n == 0])
        self._join_represented([j for j, n in zip(judgements, silent, strict=True) if n == 1])

    def _join_voting(self, judgements: Sequence[Judgement]) -> None:
        score, bonds = self._scores(judgements), self._bonds(judgements)
        heap: list[tuple[float, str, str, int, int]] = []
        for number in list(bonds):
            self._propose(heap, number, score[number], {other for other in bonds[number] if other > number})
        while heap:
            _, _, _, left, right = heapq.heappop(heap)
            if left not in self.members or right not in self.members or right in self.parted[left]:
                continue
            made = self._joined(score, left, right)
            bonds[made] = (bonds.pop(left) | bonds.pop(right)) - {left, right}
            for other in bonds[made]:
                bonds[other].difference_update((left, right))
                bonds[other].add(made)
            self._propose(heap, made, score[made], bonds[made])

    def _propose(
        self, heap: list[tuple[float, str, str, int, int]], number: int, scores: dict[int, float], bonds: set[int]
    ) -> None:
        """Put the pairs of a cluster and those it has bonds with on the heap, where they score enough to be joined."""
        for other in bonds:
            if scores[other] >= JOIN:
                first, second = (number, other) if self.name[number] < self.name[other] else (other, number)
                heapq.heappush(heap, (-scores[other], self.name[first], self.name[second], first, second))

    def _scores(self, judgements: Sequence[Judgement]) -> dict[int, dict[int, float]]:
        """Return the average score of each two clusters that any judgement ties."""
        score: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
        for j in sorted(judgements, key=lambda j: (j.left, j.right)):
            left, right = self.home[j.left], self.home[j.right]
            if left != right:
                share = j.score / (self.n_voting[left] * self.n_voting[right])
                score[left][right] += share
                score[right][left] += share
        return score

    def _bonds(self, judgements: Sequence[Judgement]) -> dict[int, set[int]]:
        """Return for each cluster those it has a bond with."""
        bonds: dict[int, set[int]] = defaultdict(set)
        for j in judgements:
            left, right = self.home[j.left], self.home[j.right]
            if left != right and is_bond(j):
                bonds[left].add(right)
                bonds[right].add(left)
        return bonds

    def _joined(self, score: dict[int, dict[int, float]], left: int, right: int) -> int:
        """Merge two clusters, work out the averages of the new one, and return its number."""
        sizes = self.n_voting[left], self.n_voting[right]
        here, there = score.pop(left), score.pop(right)
        made = self.merge(left, right)
        mine, n = score[made], sum(sizes)
        for other in {*here, *there} - {left, right}:
            theirs = score[other]
            mine[other] = theirs[made] = (here.get(other, 0.0) * sizes[0] + there.get(other, 0.0) * sizes[1]) / n
            theirs.pop(left, None)
            theirs.pop(right, None)
        return made

    def _join_represented(self, judgements: Sequence[Judgement]) -> None:
        """Join each cluster in which nothing votes with the one whose members speak for it most."""
        scores: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for j in sorted(judgements, key=lambda j: (j.left, j.right)):
            item, other = (j.left, j.right) if j.left in self.represented else (j.right, j.left)
            scores[item].append((other, j.score))
        for number in sorted((n for n, votes in self.n_voting.items() if not votes), key=self.name.__getitem__):
            found: dict[int, list[float]] = defaultdict(list)
            for other, score in (pair for item in self.members[number] for pair in scores[item]):
                found[self.home[other]].append(score)
            fit = [n for n, told in found.items() if n not in self.parted[number] and sum(told) >= JOIN * len(told)]
            if fit:
                self.merge(number, max(fit, key=lambda n: (sum(found[n]), self.name[n])))
