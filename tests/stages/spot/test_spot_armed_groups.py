"""An armed group's description goes back to an armed actor, never to an office that was named later."""

import pytest

from builders import only, read, shipped_tools
from onrecord.flows.read import read_report
from onrecord.intake import take_in
from onrecord.stages.spot import spot_actors


def test_the_rebel_group_is_the_army_of_rebels_and_not_the_ombudsman() -> None:
    text = "The National Peasant Army freed two engineers, the Ombudsman's office said. The rebel group demands talks."
    report, passages, reading = read(text)
    actors = spot_actors(report, passages, reading)
    actor = only(a for a in actors if any("rebel group" in m.of(report.text) for m in a.mentions))
    assert actor.name == "National Peasant Army"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            "The Niger Bend Observatory said that 241 civilians had died.", "Niger Bend Observatory", id="end"
        ),
        pytest.param(
            "The Movement for the River Bend demanded the release of 40 prisoners.",
            "Movement for the River Bend",
            id="for the",
        ),
    ],
)
def test_a_name_is_whole_where_the_reader_saw_two(text: str, name: str) -> None:
    report, passages, reading = read(text)
    assert name in [actor.name for actor in spot_actors(report, passages, reading)]


def groups_of(headline: str, text: str) -> list[str]:
    record = read_report(take_in(f"{headline}\n\nORVANE - {text}\n".encode(), name="t"), shipped_tools())
    return [actor.name for actor in record.actors if actor.kind == "armed_group"]


@pytest.mark.parametrize(
    ("headline", "text", "name"),
    [
        (
            "Armed group shows five captives",
            "The Karo Liberation Front published a film of five men on Monday. The group named them.",
            "Karo Liberation Front",
        ),
        (
            "Rebel group frees two drivers",
            "The Selm Liberation Front freed two drivers on Monday.",
            "Selm Liberation Front",
        ),
    ],
)
def test_the_group_of_a_headline_is_the_one_its_text_names(headline: str, text: str, name: str) -> None:
    assert groups_of(headline, text) == [name]


def test_the_group_of_a_headline_is_neither_of_two() -> None:
    assert "armed group" in groups_of(
        "Armed group shows five captives", "The Selm Liberation Front and the Karo Liberation Front fought on Monday."
    )
