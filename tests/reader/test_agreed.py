import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import read
from onrecord.reader.agreed import REACH, agreed
from onrecord.reader.labels import Scores, best_spans, log_softmax

LABELS = ("O", "B-person", "I-person", "B-place", "I-place")


def _scores(*words: dict[str, float]) -> Scores:
    rows = [[1 - sum(word.values()) if label == "O" else word.get(label, 0) for label in LABELS] for word in words]
    return np.log(np.array(rows) + 1e-6).astype(np.float32)


def _kinds(scores: list[Scores]) -> list[list[tuple[int, int, str]]]:
    return [[(a, b, kind) for a, b, kind, _ in best_spans(row, LABELS)] for row in scores]


@pytest.mark.parametrize(
    ("others", "is_place"),
    [
        ([], False),
        ([{"B-place": 0.9}], True),
        ([{"B-place": 0.9}, {"B-person": 0.95}], False),
        ([{"O": 0.9}], False),  # "O" is what is left: a word seen as no name twice is none
    ],
)
def test_a_name_is_of_the_kind_that_all_its_places_tell(others: list[dict[str, float]], is_place: bool) -> None:
    scores = [_scores({}, {"B-person": 0.5, "B-place": 0.4}), *(_scores(x, {}) for x in others)]
    words = [["in", "Orsa"], *(["Orsa", "burned"] for _ in others)]
    found = _kinds(agreed(scores, words, LABELS))
    assert ((1, 2, "place") in found[0]) == is_place


def test_a_name_missed_in_one_place_is_found_through_another() -> None:
    sure, unsure = _scores({"B-place": 0.95}, {"I-place": 0.95}), _scores({"B-place": 0.3}, {"I-place": 0.3})
    words = [["Las", "Palmas"], ["Las", "Palmas"]]
    assert _kinds([unsure]) == [[]]
    assert _kinds(agreed([sure, unsure], words, LABELS)) == [[(0, 2, "place")]] * 2


def test_what_its_own_sentence_settles_stays() -> None:
    scores = [_scores({"B-person": 0.99}), *(_scores({"B-place": 0.9}) for _ in range(3))]
    assert _kinds(agreed(scores, [["Orsa"]] * 4, LABELS))[0] == [(0, 1, "person")]


@pytest.mark.parametrize(("between", "kind"), [(REACH - 1, "place"), (REACH, "person")])
def test_far_apart_words_may_name_something_else(between: int, kind: str) -> None:
    filling = [_scores({})] * between
    scores = [_scores({"B-person": 0.5, "B-place": 0.4}), *filling, _scores({"B-place": 0.9})]
    words = [["Orsa"], *[["."]] * between, ["Orsa"]]
    assert _kinds(agreed(scores, words, LABELS))[0] == [(0, 1, kind)]


def test_a_small_word_is_not_tied_to_a_name_spelt_alike() -> None:
    scores = [_scores({"B-place": 0.9}), _scores({"B-place": 0.4})]
    assert _kinds(agreed(scores, [["may"], ["may"]], LABELS)) == [[(0, 1, "place")], []]


@settings(deadline=None, max_examples=100)
@given(st.integers(0, 10_000), st.integers(1, 5))
def test_windows_without_a_common_word_keep_their_shares(seed: int, n: int) -> None:
    dice = np.random.default_rng(seed)
    scores = [dice.normal(size=(4, len(LABELS))).astype(np.float32) * 3 for _ in range(n)]
    words = [[f"W{i}{k}" for k in range(4)] for i in range(n)]
    for ours, own in zip(agreed(scores, words, LABELS), scores, strict=True):
        assert np.array_equal(ours, log_softmax(own))


def test_no_windows_no_shares() -> None:
    assert agreed([], [], LABELS) == []
    assert [x.shape for x in agreed([np.zeros((0, 5), np.float32)], [[]], LABELS)] == [(0, 5)]


@pytest.mark.parametrize(
    ("headline", "body", "name", "kind"),
    [
        ("Shelling of Venn kills four", "The town of Venn lies in the north of the province.", "Venn", "location"),
        ("Darvo Kest opens in Tarn", "Darvo Kest, a teacher from Tarn, will open the school.", "Darvo Kest", "person"),
        (
            "The Ember blamed for raid",
            "Fighters of the Ember, a rebel group, crossed the river.",
            "Ember",
            "organisation",
        ),
    ],
)
def test_a_bare_headline_is_read_with_what_follows(headline: str, body: str, name: str, kind: str) -> None:
    _, _, reading = read(f"{headline}\n\n{body}")
    found = [(" ".join(w.text for w in reading.words[n.start : n.end]), n.kind) for n in reading.names]
    assert [k for words, k in found if words == name] == [kind, kind]
