import numpy as np
import pytest

from onrecord.scoring.coref_measures import CorefTally, best_assignment


def _chains(*texts: str) -> list[frozenset[object]]:
    return [frozenset(text) for text in texts]


def test_the_worked_example_of_the_papers() -> None:
    """Gold {a b c d e} {f g} {h i j k l}; given {a b c d e} {f g h i j k l} (Bagga and Baldwin 1998, figure 2)."""
    tally = CorefTally()
    tally.add(_chains("abcde", "fghijkl"), _chains("abcde", "fg", "hijkl"))
    right_given, given, right_wanted, wanted = tally.sums["b3"]
    assert (right_given / given, right_wanted / wanted) == (pytest.approx(0.762, abs=1e-3), 1.0)
    right_given, given, right_wanted, wanted = tally.sums["muc"]
    assert (right_given / given, right_wanted / wanted) == (0.9, 1.0)
    assert tally.sums["ceafe"] == pytest.approx([1 + 10 / 12, 2, 1 + 10 / 12, 3])


def test_the_same_chains_are_all_right_and_none_are_all_wrong() -> None:
    same, none = CorefTally(), CorefTally()
    same.add(_chains("ab", "cde"), _chains("cde", "ab"))
    none.add([], _chains("ab"))
    assert same.conll == pytest.approx(100)
    assert none.conll == 0


@pytest.mark.parametrize("shape", [(1, 1), (3, 3), (2, 5), (5, 2)])
def test_the_best_assignment_is_the_best_of_all(shape: tuple[int, int]) -> None:
    from itertools import permutations

    gains = np.random.default_rng(4).random(shape)
    rows, columns = shape
    if rows <= columns:
        best = max(sum(gains[i, j] for i, j in enumerate(p)) for p in permutations(range(columns), rows))
    else:
        best = max(sum(gains[i, j] for j, i in enumerate(p)) for p in permutations(range(rows), columns))
    assert best_assignment(gains) == pytest.approx(best)
