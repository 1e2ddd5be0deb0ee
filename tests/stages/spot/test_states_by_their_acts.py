"""A country's name or demonym right before an act or a weapon is the state; before anything else it is not."""

import pytest

from builders import read
from onrecord.model.actor import Actor
from onrecord.stages.spot import spot_actors

DOES = [
    ("Israeli airstrikes killed 12 people in Rafah.", "Israeli", "Israel"),
    ("A wave of Russian drone attacks wounded nine residents of Kherson.", "Russian", "Russia"),
    ("Syrian and Russian warplanes bombed a market in Ariha.", "Syrian", "Syria"),
    ("Syrian and Russian warplanes bombed a market in Ariha.", "Russian", "Russia"),
    ("A U.S. drone strike killed two men in a car.", "U.S.", "U.S."),
    ("Ethiopian shelling damaged the clinic in Adwa.", "Ethiopian", "Ethiopia"),
    ("Turkish artillery hit a village near Afrin.", "Turkish", "Turkey"),
]
DOES_NOT = [
    ("An Israeli farmer was killed near the fence.", "Israeli"),
    ("A Russian hospital took in the wounded.", "Russian"),
    ("Syrian refugees crossed the border.", "Syrian"),
]


def _state_at(text: str, words: str) -> Actor | None:
    report, passages, reading = read(text)
    actors = spot_actors(report, passages, reading)
    return next((a for a in actors if a.kind == "state" and words in [m.of(report.text) for m in a.mentions]), None)


@pytest.mark.parametrize(("text", "words", "name"), DOES)
def test_an_act_or_weapon_shows_the_state(text: str, words: str, name: str) -> None:
    state = _state_at(text, words)
    assert state is not None
    assert state.name == name


@pytest.mark.parametrize(("text", "words"), DOES_NOT)
def test_a_demonym_before_people_or_things_is_no_state(text: str, words: str) -> None:
    assert _state_at(text, words) is None
