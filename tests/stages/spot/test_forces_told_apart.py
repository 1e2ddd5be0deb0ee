"""Whose "its forces" and "the group" are, and who is no actor: troops that were killed, the town of a dateline."""

import pytest

from builders import report_of, shipped_tools
from onrecord.flows.read import read_report
from onrecord.model.actor import Actor


def actors(text: str) -> dict[str, Actor]:
    return {actor.name: actor for actor in read_report(report_of(text), shipped_tools()).actors}


def named_at(text: str, words: str) -> str | None:
    """Return the name of the actor that is mentioned by `words`."""
    found = [a.name for a in actors(text).values() if words in [m.of(text) for m in a.mentions]]
    return found[0] if found else None


BOTH = "The defence ministry said its forces had killed up to 255 troops; the mayor blamed government forces."


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        pytest.param(BOTH, "forces", "defence ministry", id="its forces"),
        pytest.param(BOTH, "troops", "troops", id="troops that were killed"),
        pytest.param(BOTH, "government forces", "government forces", id="the other side's"),
        pytest.param("The army said its forces held the town.", "forces", "army", id="the army's own"),
        pytest.param("The rebels killed 12 troops. The army mourned.", "troops", "army", id="killed by rebels"),
        pytest.param(
            "The Northern Front (FLN), the largest guerrilla group still active, freed 4. The group holds two.",
            "group", "Northern Front", id="apposition behind a bracket",
        ),
        pytest.param(
            "A rebel group, the Northern Front (FLN), freed four soldiers. The FLN holds two.",
            "FLN", "Northern Front", id="the name behind its noun",
        ),
        pytest.param("Jund al-Sahra killed nine people in Gossi.", "Jund al-Sahra", "Jund al-Sahra", id="jund"),
    ],
)  # fmt: skip
def test_whose_forces_they_are(text: str, words: str, name: str) -> None:
    assert named_at(text, words) == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("BAGHRA (Agency) — Three roadside bombs killed 31 people on Sunday.", "BAGHRA"),
        ("TARNOV (MENA Wire) - Shells killed nine people.", "TARNOV"),
        ("Rebels seize mining town - officials\n\nRebels took a town.", "mining town - officials"),
        ("Sudan: Shelling of market kills 40 - medics\n\nA market was shelled.", "Sudan"),
        ("The police station was attacked. A power station said nothing.", "police station"),
    ],
)
def test_what_is_no_actor(text: str, words: str) -> None:
    assert named_at(text, words) is None


def test_a_group_named_jund_is_armed() -> None:
    assert actors("Jund al-Sahra killed nine people in Gossi.")["Jund al-Sahra"].kind == "armed_group"
