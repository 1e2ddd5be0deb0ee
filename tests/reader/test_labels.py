from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.reader.labels import best_paths, best_spans, log_softmax

LABELS = ("O", "B-x", "I-x", "B-y", "I-y")


def _may_stand(path: tuple[int, ...]) -> bool:
    before = "O"
    for label in (LABELS[k] for k in path):
        if label[0] == "I" and before[2:] != label[2:]:
            return False
        before = label
    return True


@settings(deadline=None, max_examples=150)
@given(st.integers(1, 6), st.integers(0, 10_000))
def test_no_other_sequence_that_may_stand_is_better(n: int, seed: int) -> None:
    shares = log_softmax(np.random.default_rng(seed).normal(size=(n, len(LABELS))).astype(np.float32) * 3)
    path = best_paths(shares[None], LABELS)[0]
    worth = {p: float(sum(shares[i, k] for i, k in enumerate(p))) for p in product(range(5), repeat=n) if _may_stand(p)}
    assert _may_stand(tuple(path))
    assert worth[tuple(path)] == pytest.approx(max(worth.values()), abs=1e-4)


def test_spans_carry_their_kind_and_mean_share() -> None:
    scores = np.log(np.array([[0.1, 0.8, 0.1, 0, 0], [0.2, 0, 0.8, 0, 0], [0, 0, 0.4, 0.6, 0]]) + 1e-9)
    assert best_spans(scores.astype(np.float32), LABELS) == [(0, 2, "x", 0.8), (2, 3, "y", 0.6)]


def test_no_words_no_spans() -> None:
    assert best_spans(np.zeros((0, 5), np.float32), LABELS) == []
