"""Which figures of one entry cannot all hold."""

from typing import Any

import pytest

from onrecord.model.entry import EntryId
from onrecord.model.ids import ReportId
from onrecord.model.tally import Statement
from onrecord.reconcile.dispute import disputes
from onrecord.reconcile.tally import tallies
from reconcile.rows import said

ARMY = {"speaker": "the army", "speaker_key": "armed_force|SD|army"}
GROUP = {"speaker": "the front", "speaker_key": "armed_group||front"}
TABLE = {"speaker": None, "speaker_key": "outlet||r-1", "report": ReportId("r-1")}
FRONT = GROUP | {"report": ReportId("r-1")}


def at(name: str) -> dict[str, Any]:
    return {"place_keys": (f"name||{name}",)}


def positions(*statements: Statement) -> list[list[str]]:
    entry = EntryId("entry-1")
    found = disputes(entry, tallies(entry, statements, {}), (), {})
    return [[side.position for side in one.sides] for one in found]


@pytest.mark.parametrize(
    ("statements", "wanted"),
    [
        pytest.param([said("a", 8, **ARMY), said("b", 20, **GROUP)], [["20", "8"]], id="two speakers, two numbers"),
        pytest.param([said("a", 8, **ARMY), said("b", 20, **ARMY)], [], id="one speaker"),
        pytest.param(
            [said("a", 11, of="bodies", **GROUP), said("b", 20, **ARMY)], [], id="who saw some bodies saw not all"
        ),
        pytest.param(
            [said("a", 30, of="bodies", **GROUP), said("b", 20, **ARMY)], [["20", "30"]], id="too many bodies"
        ),
        pytest.param(
            [
                said("a", 12, of="soldiers", of_kind="armed_force", status="combatant", **ARMY),
                said("b", 35, of="insurgents", of_kind="armed_group", status="combatant", **GROUP),
            ],
            [],
            id="the dead of two sides",
        ),
        pytest.param(
            [
                said("a", 12, of="soldiers", of_kind="armed_force", status="combatant", **ARMY),
                said("b", 35, of="soldiers", of_kind="armed_force", status="combatant", **GROUP),
            ],
            [["12", "35"]],
            id="the dead of one side",
        ),
        pytest.param(
            [
                said("a", 44, **at("akot"), **TABLE),
                said("b", 22, **at("rumdit"), **ARMY | {"report": ReportId("r-1")}),
            ],
            [],
            id="two places of one report",
        ),
        pytest.param(
            [said("a", 44, **at("akot")), said("b", 22, **at("rumdit"), **ARMY)],
            [["22", "44"]],
            id="what two reports call the place is no difference of theirs",
        ),
        pytest.param(
            [
                said("a", 44, **at("akot"), **TABLE),
                said("b", 83, **at("rumdit"), **TABLE),
                said("c", 127, report=ReportId("r-1"), **ARMY),
            ],
            [],
            id="a sum and the rows it is the sum of",
        ),
        pytest.param(
            [
                said("a", 3, of="insurgents", report=ReportId("r-1"), **ARMY),
                said("b", 1, of="ranger", report=ReportId("r-1"), **ARMY),
                said("c", 3, of="dead", report=ReportId("r-1"), **GROUP),
            ],
            [],
            id="one of the numbers a speaker gives is what another says",
        ),
        pytest.param(
            [
                said("a", 19, **at("balud"), **TABLE),
                said("b", 31, **ARMY | {"report": ReportId("r-1")}),
            ],
            [],
            id="the dead of one place among those of many",
        ),
        pytest.param(
            [
                said("a", 61, **at("panyor"), **TABLE),
                said("b", 66, **at("akot"), **TABLE),
                said("c", 61, **at("panyor"), **FRONT),
                said("d", 127, **ARMY | {"report": ReportId("r-1")}),
            ],
            [],
            id="a part of a sum that somebody else gives",
        ),
        pytest.param(
            [
                said("a", 44, **at("akot"), **FRONT),
                said("b", 83, **at("rumdit"), **FRONT),
                said("c", 130, report=ReportId("r-1"), **ARMY),
            ],
            [["130", "44", "83"]],
            id="a sum that does not add up",
        ),
    ],
)
def test_which_numbers_cannot_all_hold(statements: list[Statement], wanted: list[list[str]]) -> None:
    assert positions(*statements) == wanted
