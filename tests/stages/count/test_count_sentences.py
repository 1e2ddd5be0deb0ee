"""A table of sentences of many conflicts and decades, and the figures they give: words, bounds, harm, thing counted."""

import pytest

from builders import read
from onrecord.model.figure import Figure
from onrecord.stages.count import count
from onrecord.vocab.load import load_table
from stages.count.count_rows import GROUPS

ROWS = [
    pytest.param(*(side.strip() for side in line.split("=>")), id=f"{group}-{number}")
    for group, lines in GROUPS.items()
    for number, line in enumerate(lines.strip().splitlines(), start=1)
]


def figures_of(sentence: str) -> tuple[Figure, ...]:
    report, passages, reading = read(sentence)
    return count(
        report, passages, reading, actors=(), places=(), times=(), claims=(), events=(), vocab=load_table
    )  # fmt: skip


def told(figure: Figure) -> str:
    low, high = ("" if side is None else str(side) for side in (figure.low, figure.high))
    return f"{figure.words} = {low}..{high} {figure.harm} {figure.of.words}".strip()


@pytest.mark.parametrize(("sentence", "expected"), ROWS)
def test_the_figures_of_a_sentence(sentence: str, expected: str) -> None:
    wanted = [one.strip() for one in expected.split(";")] if expected else []
    assert [told(figure) for figure in figures_of(sentence)] == wanted


def test_the_table_is_long_enough() -> None:
    assert len(ROWS) >= 200
