import pytest

from onrecord.scoring.incidents import (
    alone,
    bcubed,
    by_town_and_week,
    count_scores,
    grouping_scores,
    pair_tally,
)
from reconcile.rows import account, place

GOLD = {"a": 1, "b": 1, "c": 1, "d": 2}


@pytest.mark.parametrize(
    ("given", "cubed", "pairs"),
    [
        pytest.param(GOLD, (100, 100), (100, 100), id="all right"),
        pytest.param(alone(list(GOLD)), (100, 50), (0, 0), id="every report alone"),
        pytest.param(dict.fromkeys(GOLD, "x"), (62.5, 100), (50, 100), id="all in one"),
        pytest.param({"a": 1, "b": 1, "c": 2, "d": 2}, (75, 66.67), (50, 33.33), id="one astray"),
    ],
)
def test_grouping(given: dict, cubed: tuple[float, float], pairs: tuple[float, float]) -> None:
    tally = pair_tally(given, GOLD)
    assert bcubed(given, GOLD) == pytest.approx(cubed, abs=0.01)
    assert (tally.precision, tally.recall) == pytest.approx(pairs, abs=0.01)


def test_baselines_stand_beside_the_score() -> None:
    scores = {score.name: score for score in grouping_scores(GOLD, GOLD, baselines={"alone": alone(list(GOLD))})}
    assert scores["incidents.bcubed.f1"].value == pytest.approx(100)
    assert scores["incidents.bcubed.f1"].anchor == "trivial, B-cubed / pair F1: alone 66.7 / 0.0"


def test_counts_are_scored_where_one_is_told() -> None:
    told: dict = {"i": {"killed": 3}, "j": {"killed": None}}
    gold = {"i": {"killed": 3, "injured": 0}, "j": {"killed": 2, "injured": 0}}
    killed, injured = count_scores(told, gold)
    assert (killed.value, killed.n, injured.n) == (50.0, 2, 0)


def test_one_town_and_week_is_one_group() -> None:
    town = place("torsk")
    leads = {
        "a": account("a", places=(town,), on="2024-03-11"),
        "b": account("b", places=(town,), on="2024-03-17"),
        "c": account("c", places=(town,), on="2024-03-18"),
        "d": account("d", on="2024-03-11"),
    }
    groups = by_town_and_week(leads)
    assert groups["a"] == groups["b"]
    assert len({groups[key] for key in "acd"}) == 3
