"""Reading end to end: every input ends as a record or a skipped line, always the same."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from builders import only, shipped_tools
from onrecord.flows.read import Given, Skipped, read_source
from onrecord.flows.read_all import read_all
from onrecord.flows.sources import Source
from onrecord.model.record import Record
from onrecord.model.record_json import dumps, from_json, to_json

_REPORTS = {
    "one.txt": "ORVANE, May 14, 2025 (LNA) — Shells killed at least 14 people in Orvane on Tuesday, police said.\n",
    "two.txt": "Seven soldiers died when a bomb hit their convoy near Tell Samar on Monday, the army said.\n",
    "three.txt": "“We counted nine bodies,” said Dr. Lena Maro, who runs the clinic. She had no names yet.\n",
}


def _written(folder: Path) -> list[Source]:
    for name, text in _REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    names = ("one.txt", "empty.txt", "two.txt", "gone.txt", "three.txt")
    return [Source(name=name, path=folder / name) for name in names]


def test_every_input_ends_as_a_record_or_a_skipped_line(tmp_path: Path) -> None:
    outcomes = list(read_all(_written(tmp_path), Given()))
    assert [type(outcome) for outcome in outcomes] == [Record, Skipped, Record, Skipped, Record]


@pytest.mark.slow
def test_any_number_of_processes_gives_the_same_bytes_in_the_same_order(tmp_path: Path) -> None:
    inputs = _written(tmp_path) * 3

    def given(jobs: int) -> list[str]:
        outcomes = read_all(inputs, Given(published=date(2025, 5, 14)), jobs=jobs)
        return [dumps(outcome) if isinstance(outcome, Record) else repr(outcome) for outcome in outcomes]

    assert given(1) == given(2) == given(3)


def test_a_record_survives_its_own_json(tmp_path: Path) -> None:
    outcome = read_source(_written(tmp_path)[0], shipped_tools(), Given())
    assert isinstance(outcome, Record)
    assert from_json(to_json(outcome)).figures == outcome.figures


def test_what_the_user_says_outranks_the_report(tmp_path: Path) -> None:
    given = Given(published=date(2024, 1, 2), outlet="The Example")
    outcome = read_source(_written(tmp_path)[0], shipped_tools(), given)
    assert isinstance(outcome, Record)
    assert outcome.report.published is not None
    assert (outcome.report.published.start, outcome.report.outlet) == ("2024-01-02", "The Example")


def test_the_day_of_publication_is_taken_from_the_text(tmp_path: Path) -> None:
    outcome = read_source(_written(tmp_path)[0], shipped_tools(), Given())
    assert isinstance(outcome, Record)
    assert outcome.report.published is not None
    assert (outcome.report.published.start, outcome.report.published.basis) == ("2025-05-14", "context")


def test_a_figure_is_read_with_its_speaker(tmp_path: Path) -> None:
    outcome = read_source(_written(tmp_path)[0], shipped_tools(), Given())
    assert isinstance(outcome, Record)
    figure = only(outcome.figures)
    claim = only(claim for claim in outcome.claims if claim.id == figure.claim)
    assert (figure.low, figure.high, [speaker.words for speaker in claim.speakers]) == (14, None, ["police"])


class _FaultyReader:
    def read(self, *_: object) -> None:
        raise KeyError("head")


def test_a_fault_of_our_own_costs_one_report_and_is_said(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    tools = replace(shipped_tools(), reader=_FaultyReader())
    outcome = read_source(_written(tmp_path)[0], tools, Given())
    assert isinstance(outcome, Skipped)
    assert outcome.reason == "a fault in onrecord, not in the report; please report it with the file (KeyError: 'head')"
    assert "a fault while reading one.txt" in caplog.text
