from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model.judgement import Judgement, Verdict
from onrecord.reconcile.cluster import ENOUGH, JOIN, cluster, is_represented, overruled, reach

ITEMS = [f"acc-{letter}" for letter in "abcdefgh"]


def judged(left: str, right: str, score: float) -> Judgement:
    left, right = sorted((left, right))
    verdict: Verdict = "same" if score >= 0.6 else "unsure" if score >= 0.3 else "different"
    return Judgement(
        kind="account", left=left, right=right, verdict=verdict, score=score, reasons=(), maker="compare/1"
    )


def ruled(left: str, right: str, verdict: Verdict, at: str, *, retired: str | None = None) -> Judgement:
    left, right = sorted((left, right))
    return Judgement(
        kind="account", left=left, right=right, verdict=verdict, score=1.0 if verdict == "same" else 0.0, reasons=(),
        maker="reviewer", is_ruling=True, made_at=at, retired_at=retired,
    )  # fmt: skip


PAIRS = list(combinations(ITEMS, 2))
scores = st.floats(0.0, 1.0).map(lambda x: round(x, 3))
machine = st.lists(st.tuples(st.sampled_from(PAIRS), scores), max_size=20).map(
    lambda rows: [judged(*pair, score) for pair, score in dict(rows).items()]
)
rulings = st.lists(st.tuples(st.sampled_from(PAIRS), st.sampled_from(["same", "different"])), max_size=6).map(
    lambda rows: [ruled(*pair, verdict, f"2024-03-{n:02}T10:00Z") for n, (pair, verdict) in enumerate(rows, start=1)]
)


def home(clusters: tuple[tuple[str, ...], ...]) -> dict[str, int]:
    return {item: number for number, members in enumerate(clusters) for item in members}


@given(machine, rulings, st.randoms(use_true_random=False))
def test_clusters_do_not_depend_on_the_order_of_judgements(judgements, ruled_on, random) -> None:
    rows = judgements + ruled_on
    shuffled = random.sample(rows, len(rows))
    assert cluster(ITEMS, rows) == cluster(random.sample(ITEMS, len(ITEMS)), shuffled)


@given(machine, rulings)
def test_every_item_is_in_exactly_one_cluster(judgements, ruled_on) -> None:
    clusters = cluster(ITEMS, judgements + ruled_on)
    assert sorted(item for members in clusters for item in members) == ITEMS


@given(machine, rulings)
def test_the_machine_never_undoes_a_ruling(judgements, ruled_on) -> None:
    where = home(cluster(ITEMS, judgements + ruled_on))
    last = {(j.left, j.right): j for j in ruled_on}
    lost = set(overruled(ruled_on))
    for ruling in last.values():
        if ruling not in lost:
            assert (where[ruling.left] == where[ruling.right]) == (ruling.verdict == "same")


@given(machine, rulings, st.sampled_from(PAIRS), st.sampled_from(["same", "different"]))
def test_a_ruling_taken_back_leaves_no_trace(judgements, ruled_on, pair, verdict) -> None:
    undone = ruled(*pair, verdict, "2024-04-01T10:00Z", retired="2024-04-02T10:00Z")
    assert cluster(ITEMS, [*judgements, *ruled_on, undone]) == cluster(ITEMS, judgements + ruled_on)


@settings(max_examples=200)
@given(machine, rulings, st.sampled_from(ITEMS))
def test_clustering_what_is_in_reach_alone_gives_the_same_clusters(judgements, ruled_on, item) -> None:
    rows = judgements + ruled_on
    part = reach([item], rows)
    whole = cluster(ITEMS, rows)
    alone = cluster(part, [j for j in rows if j.left in part and j.right in part])
    assert set(alone) == {members for members in whole if members[0] in part}


@pytest.mark.parametrize(
    ("judgements", "clusters"),
    [
        pytest.param([], [("acc-a",), ("acc-b",), ("acc-c",)], id="nothing judged"),
        pytest.param([judged("acc-a", "acc-b", 0.9)], [("acc-a", "acc-b"), ("acc-c",)], id="one pair"),
        pytest.param(
            [judged("acc-a", "acc-b", 0.9), judged("acc-b", "acc-c", 0.6)],
            [("acc-a", "acc-b"), ("acc-c",)],
            id="a chain does not join what was never judged alike",
        ),
        pytest.param(
            [judged("acc-a", "acc-b", 0.9), ruled("acc-a", "acc-b", "different", "2024-01-01T00:00Z")],
            [("acc-a",), ("acc-b",), ("acc-c",)],
            id="a person parts what the machine joined",
        ),
        pytest.param(
            [
                ruled("acc-a", "acc-b", "same", "2024-01-01T00:00Z"),
                ruled("acc-b", "acc-c", "same", "2024-01-02T00:00Z"),
            ],
            [("acc-a", "acc-b", "acc-c")],
            id="a person joins what the machine never compared",
        ),
        pytest.param(
            [
                ruled("acc-a", "acc-b", "same", "2024-01-01T00:00Z"),
                ruled("acc-a", "acc-b", "different", "2024-01-02T00:00Z"),
            ],
            [("acc-a",), ("acc-b",), ("acc-c",)],
            id="the later ruling stands",
        ),
    ],
)
def test_cluster(judgements: list[Judgement], clusters: list[tuple[str, ...]]) -> None:
    assert list(cluster(["acc-a", "acc-b", "acc-c"], judgements)) == clusters


def test_a_ruling_against_later_ones_is_named_and_does_not_hold() -> None:
    early = ruled("acc-a", "acc-c", "different", "2024-01-01T00:00Z")
    later = [
        ruled("acc-a", "acc-b", "same", "2024-01-02T00:00Z"),
        ruled("acc-b", "acc-c", "same", "2024-01-03T00:00Z"),
    ]
    assert overruled([early, *later]) == (early,)
    assert cluster(["acc-a", "acc-b", "acc-c"], [early, *later]) == (("acc-a", "acc-b", "acc-c"),)


def test_a_judgement_is_of_two_items_in_order() -> None:
    with pytest.raises(ValueError, match="two items in order"):
        Judgement(kind="account", left="b", right="a", verdict="same", score=1.0, reasons=(), maker="x")
    assert 0 < JOIN < 1


CORE = [f"acc-{n:02}" for n in range(ENOUGH + 5)]
LATE = [f"new-{n:02}" for n in range(8)]
LARGE = [judged(*pair, 0.9) for pair in combinations(CORE, 2)] + [judged(a, b, 0.9) for a in CORE for b in LATE]


def test_a_happening_stays_whole_though_what_came_late_was_compared_with_a_part_of_it() -> None:
    assert len(cluster([*CORE, *LATE], LARGE, represented=LATE)) == 1


def test_what_others_stand_for_has_no_say_in_what_joins() -> None:
    other = judged("acc-x", "acc-00", 0.9)  # of one of 35 the average is too low, with or without those that came late
    for known in ([*CORE, "acc-x"], [*CORE, *LATE, "acc-x"]):
        assert ("acc-x",) in cluster(known, [*LARGE, other], represented=LATE)


def test_a_ruling_parts_even_what_others_stand_for() -> None:
    rulings = [ruled("acc-00", "new-00", "different", "2024-03-01T10:00Z")]
    assert ("new-00",) in cluster([*CORE, *LATE], [*LARGE, *rulings], represented=LATE)


def test_many_faint_likenesses_join_nothing() -> None:
    assert len(cluster(ITEMS, [judged(*pair, 0.59) for pair in PAIRS])) == len(ITEMS)


@pytest.mark.parametrize(("n_same", "stands"), [(ENOUGH, True), (ENOUGH - 1, False)])
def test_enough_of_the_same_stand_for_a_new_item(n_same: int, *, stands: bool) -> None:
    rows = [judged("new", f"acc-{n}", 0.9) for n in range(n_same)]
    assert is_represented([*rows, judged("new", "acc-other", 0.4)]) is stands
