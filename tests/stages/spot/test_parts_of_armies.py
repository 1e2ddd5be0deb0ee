"""Soldiers and troops of a state are its army, in any country; a statement is of who issues it."""

import pytest

from builders import only, report_of, shipped_tools
from onrecord.flows.read import read_report
from onrecord.model.actor import Actor


def actors(text: str) -> tuple[Actor, ...]:
    return read_report(report_of(text), shipped_tools()).actors


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("The Israeli army fired. Israeli soldiers advanced.", "Israeli army", id="soldiers"),
        pytest.param("Russian troops shelled Kherson. Russia's army said so.", "Russia's army", id="troops"),
        pytest.param("The Ethiopian military withdrew. Ethiopian soldiers left.", "Ethiopian military", id="military"),
        pytest.param("The Malian army withdrew. An army statement said so.", "Malian army", id="army statement"),
        pytest.param("Colombian soldiers left. The Colombian army said so.", "Colombian army", id="named later"),
    ],
)
def test_those_in_an_army_are_that_army(text: str, name: str) -> None:
    army = only(actor for actor in actors(text) if actor.kind == "armed_force")
    assert army.name == name
    assert len(army.mentions) == 2


def test_one_soldier_is_not_the_army() -> None:
    kinds = {actor.name: actor.kind for actor in actors("The Sudanese army left. A Sudanese soldier wrote a letter.")}
    assert kinds["Sudanese army"] == "armed_force"
    assert len(kinds) == 2


def test_the_statement_of_a_group_is_the_groups() -> None:
    group = only(a for a in actors("A Taliban statement denied it. The Taliban had left.") if a.kind == "armed_group")
    assert len(group.mentions) >= 2


def test_an_army_is_called_by_its_own_name_and_not_by_its_forces() -> None:
    names = [actor.name for actor in actors("The army said its forces killed 14 rebels.")]
    assert "army" in names
    assert "forces" not in names
