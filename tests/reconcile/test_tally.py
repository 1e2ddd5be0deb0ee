from typing import Any

import pytest

from builders import only
from onrecord.errors import InvalidValue, UnknownName
from onrecord.model.lineage import LineageId
from onrecord.model.tally import Statement, Tally
from onrecord.reconcile.policies import POLICIES, in_words, print_number
from onrecord.reconcile.series import Reference, series
from onrecord.reconcile.tally import standing, tallies
from reconcile.rows import said, statement

ARMY = {"speaker": "the army", "speaker_key": "armed_force|SD|army"}
GROUP = {"speaker": "the front", "speaker_key": "armed_group||front"}


def tally(*statements: Statement, lineage: dict[str, str] | None = None) -> Tally:
    return only(tallies("entry-1", statements, {k: LineageId(v) for k, v in (lineage or {}).items()}))


def flags(made: Tally) -> dict[str, list[str]]:
    return {str(row.statement.figure): list(row.flags) for row in made.rows}


@pytest.mark.parametrize(
    ("statements", "wanted"),
    [
        pytest.param(
            [said("a", 9), said("b", 14, on="2024-03-12")], {"a": ["superseded"], "b": []}, id="a toll that rises"
        ),
        pytest.param(
            [said("a", 14), said("b", 9, on="2024-03-12")], {"a": ["superseded"], "b": ["falls"]}, id="a toll that falls"
        ),
        pytest.param(
            [said("a", 14), said("b", 71, on="2024-03-12")], {"a": ["superseded"], "b": ["jumps"]}, id="a toll that jumps"
        ),
        pytest.param([said("a", 9), said("b", 14)], {"a": [], "b": []}, id="two on one day: neither is known to be later"),
        pytest.param([said("a", 9), said("b", 14, on="2024-03-12", **ARMY)], {"a": [], "b": []}, id="two speakers"),
        pytest.param(
            [said("a", 71), said("b", 71, on="2024-03-13", is_retracted=True)],
            {"a": ["retracted"], "b": ["retracted"]},
            id="a count its speaker withdraws",
        ),
        pytest.param(
            [said("a", 71, outlet="Kosti Times"), said("b", 71, on="2024-03-13", outlet="Kosti Times", is_retracted=True, **ARMY)],
            {"a": ["retracted"], "b": ["retracted"]},
            id="a count the outlet corrects",
        ),
        pytest.param(
            [said("a", 71), said("b", 70, on="2024-03-13", is_retracted=True)],
            {"a": [], "b": ["retracted"]},
            id="another count is withdrawn",
        ),
    ],
)  # fmt: skip
def test_what_still_stands(statements: list[Statement], wanted: dict[str, list[str]]) -> None:
    assert flags(tally(*statements)) == wanted


def test_a_copy_counts_once_and_is_shown() -> None:
    made = tally(said("a", 9), said("b", 9), lineage={"r-a": "lin-1", "r-b": "lin-1"})
    assert sorted(flags(made).values()) == [[], ["copy"]]
    assert len(standing(made)) == 1


def test_increments_and_parts_are_no_counts_of_their_own() -> None:
    made = tally(said("a", 14), said("b", 5, is_increment=True), said("c", 3, part_of="a"))
    assert list(flags(made)) == ["a"]


def test_totals_and_single_events_never_stand_in_one_tally() -> None:
    made = tallies("e", [said("a", 14), said("b", 212, scope="total")], {})
    assert [(t.scope, [row.statement.figure for row in t.rows]) for t in made] == [("event", ["a"]), ("total", ["b"])]


def test_a_spokesman_and_his_army_are_one_count() -> None:
    made = tallies(
        "e",
        [said("a", 6, **ARMY), said("b", 8, on="2024-03-12", speaker="Idris Sole", speaker_key="person||idris sole")],
        {},
        voices={"person||idris sole": "armed_force||army"},
    )
    assert flags(only(made)) == {"a": ["superseded"], "b": []}


SIDES = [
    said("a", 8, **ARMY),
    said("b", 20, **GROUP),
    said("c", 20, speaker="a witness", speaker_key="person||witness"),
]


@pytest.mark.parametrize(
    ("policy", "statements", "words"),
    [
        ("range", SIDES, "8-20"),
        ("range", [statement("a", 46), said("b", 50, **ARMY)], "46-50"),
        ("range", [statement("a", 46)], "46 or more"),
        ("range", [statement("a", None, 60)], "up to 60"),
        ("most_conservative", SIDES, "8"),
        ("most_conservative", [statement("a", 46), said("b", 50, **ARMY)], "46 or more"),
        ("majority", SIDES, "20"),
        ("majority", SIDES[:2], "unknown"),
        ("unknown", SIDES, "unknown"),
    ],
)
def test_policies(policy: str, statements: list[Statement], words: str) -> None:
    assert print_number(tally(*statements), policy).words == words


def test_a_named_speakers_number_is_his_latest() -> None:
    made = tally(said("a", 6, **ARMY), said("b", 8, on="2024-03-12", **ARMY), said("c", 20, **GROUP))
    printed = print_number(made, "named_speaker", speaker="The Army")
    assert (printed.words, printed.figures) == ("8", ("b",))
    assert print_number(made, "named_speaker", speaker="nobody").words == "unknown"


def test_a_copy_has_no_second_vote() -> None:
    copies = [said(key, 20, speaker=f"x{key}", speaker_key=f"||x{key}") for key in ("b", "c", "d")]
    lineage = dict.fromkeys(("r-b", "r-c", "r-d"), "lin-1")
    assert print_number(tally(said("a", 8), *copies, lineage=lineage), "majority").words == "unknown"


def test_policies_are_looked_up_by_name() -> None:
    with pytest.raises(UnknownName, match="unknown policy 'latest'"):
        print_number(tally(*SIDES), "latest")
    with pytest.raises(InvalidValue, match="speaker None"):
        print_number(tally(*SIDES), "named_speaker")
    assert "latest" not in POLICIES


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(None, None, "unknown"), (1200, 1200, "1,200"), (3, None, "3 or more"), (10, 15, "10-15")],
)
def test_in_words(low: int | None, high: int | None, words: str) -> None:
    assert in_words(low, high) == words


def total(key: str, count: int, on: str, **fields: Any) -> Statement:
    return said(
        key, count, on=on, scope="total", since="2024-01-01", place_keys=("geonames|1",), place_names=("gao",), **fields
    )


def test_a_running_total_lies_beside_its_reference() -> None:
    reference = [
        Reference(on="2024-03-10", value=210, source="register"),
        Reference(on="2024-03-20", value=236, source="register"),
    ]
    line = only(series([total("a", 212, "2024-03-12"), total("b", 236, "2024-03-21")], {}, reference=reference))
    assert [(p.on, p.reference, p.agrees) for p in line.points] == [
        ("2024-03-12", 210, False),
        ("2024-03-21", 236, True),
    ]
    assert line.since == "2024-01-01"


def test_totals_of_two_places_are_two_series() -> None:
    rows = [
        total("a", 212, "2024-03-12"),
        said("b", 90, scope="total", place_keys=("geonames|2",), place_names=("homs",)),
    ]
    assert len(series(rows, {})) == 2
