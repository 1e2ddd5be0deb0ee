"""Which one number a report's displacement is coded with, and whether a text states a toll."""

import pytest

from builders import read
from onrecord.model.figure import Figure
from onrecord.scoring.gva import states
from onrecord.scoring.idmc import displacement
from onrecord.stages.count import count
from onrecord.vocab.load import load_table


def figures_of(text: str) -> tuple[Figure, ...]:
    report, passages, reading = read(text)
    return count(
        report, passages, reading, actors=(), places=(), times=(), claims=(), events=(), vocab=load_table
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The flood displaced 300 people and destroyed 900 houses.", 300),
        ("The storm destroyed 12 homes and damaged 80.", 12),
        ("Two people died and about 250 were left homeless.", 250),
        ("The clinic was rebuilt.", None),
    ],
    ids=["displaced first", "destroyed before damaged", "homeless", "nobody"],
)
def test_the_displacement_of_a_text(text: str, number: int | None) -> None:
    assert displacement(figures_of(text)) == number


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("Two men were killed.", True),
        ("Two men ran. He was killed.", False),
        ("Killed: 2", True),
        ("Three were killed.", False),
    ],
    ids=["beside", "other sentence", "label", "other number"],
)
def test_what_a_text_states(text: str, stated: bool) -> None:
    assert states(text, 2, "killed") is stated
