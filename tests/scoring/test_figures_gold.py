"""The project's own marked sentences read right, and the scorer sees what is wrong."""

import json
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from builders import read
from onrecord.model.figure import Figure
from onrecord.scoring.figures import faults_of
from onrecord.stages import when
from onrecord.stages.count import count
from onrecord.vocab.load import load_table

CASES = Path(__file__).parents[2] / "eval" / "cases" / "figures.jsonl"
ROWS = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]


@cache
def figures_of(text: str) -> tuple[Figure, ...]:
    report, passages, reading = read(text)
    times = when.find_times(report, passages, reading)
    return count(
        report, passages, reading, actors=(), places=(), times=times, claims=(), events=(), vocab=load_table
    )  # fmt: skip


def test_nineteen_of_twenty_sentences_are_right() -> None:
    wrong = {row["id"]: faults for row in ROWS if (faults := faults_of(row, figures_of(row["text"])))}
    assert len(wrong) <= len(ROWS) / 20, wrong


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_the_gold_says_words_that_stand_in_its_text(row: dict[str, object]) -> None:
    text = str(row["text"])
    for gold in row["figures"]:  # type: ignore[attr-defined]
        assert gold["words"] in text
        assert gold.get("of") is None or gold["of"] in text
        assert {"value", "low", "high", "hedge", "unit"} <= set(gold)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"value": 13}, "value"),
        ({"low": None}, "low"),
        ({"hedge": "about"}, "hedge"),
        ({"scope": "stock"}, "scope"),
        ({"words": "12"}, "missing"),
    ],
    ids=str,
)
def test_a_wrong_figure_is_a_fault(change: dict[str, object], fault: str) -> None:
    row = ROWS[0]
    figures = [replace(figure, **change) for figure in figures_of(row["text"])]
    assert fault in {one for faults in faults_of(row, figures).values() for one in faults}


def test_a_figure_too_many_is_a_fault() -> None:
    row = {"text": ROWS[0]["text"], "figures": []}
    assert list(faults_of(row, figures_of(row["text"])).values()) == [["extra"]]
