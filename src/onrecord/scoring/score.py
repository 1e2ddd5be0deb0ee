"""One measured number beside what it is held against, and the plain arithmetic behind scores."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One measured number.

    `name` is permanent and dotted (`names.newswire.f1`): floors are pinned under it. `value` is
    in the unit said by `unit` (percent unless said otherwise). `anchor` says in words what it
    stands beside (people's agreement, the best published system); `target` is the least we aim at.
    """

    name: str
    value: float
    n: int
    anchor: str | None = None
    target: float | None = None
    unit: str = "%"


@dataclass(frozen=True, slots=True)
class Tally:
    """Right, given and wanted items; precision, recall and F1 in percent."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        """Return the sum of two tallies."""
        return Tally(self.right + other.right, self.given + other.given, self.wanted + other.wanted)

    @property
    def precision(self) -> float:
        """Return right in given, in percent; 0 where nothing was given."""
        return 100 * self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """Return right in wanted, in percent; 0 where nothing was wanted."""
        return 100 * self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall, in percent."""
        total = self.given + self.wanted
        return 200 * self.right / total if total else 0.0


def compare(given: Iterable[Hashable], wanted: Iterable[Hashable]) -> Tally:
    """Return the tally of two sets of items, an item right when it stands in both."""
    left, right = set(given), set(wanted)
    return Tally(len(left & right), len(left), len(right))
