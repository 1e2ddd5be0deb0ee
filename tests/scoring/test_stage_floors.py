"""The floors of figures and events that ship with the project, and the list of what is scored."""

import json
from pathlib import Path

import pytest

from builders import shipped_reader
from onrecord.flows.read import Tools
from onrecord.gazetteer import Gazetteer
from onrecord.scoring.stages import PARTS, TextReader, missing_data, part_scores

FLOORS = json.loads(Path("eval/floors.json").read_text(encoding="utf-8"))


def test_every_part_of_the_issue_is_scored() -> None:
    assert {"times", "places", "own figures", "idmc", "gva", "plover", "muc4"} <= set(PARTS)


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    (tmp_path / "idmc").mkdir()
    assert missing_data(tmp_path, "idmc") == ()
    assert missing_data(tmp_path, "gva") == ("gva",)


def test_an_unknown_part_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        part_scores(tmp_path, TextReader(Tools(shipped_reader(), Gazetteer.load())), "weather")


def test_the_own_figures_stand_above_their_floors() -> None:
    scores = part_scores(Path(), TextReader(Tools(shipped_reader(), Gazetteer.load())), "own figures", fast=True)
    assert {score.name: score.value for score in scores if score.value < FLOORS[score.name]} == {}
