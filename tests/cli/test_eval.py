import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from onrecord.cli.eval import evaluate, finish, line_of
from onrecord.scoring.score import Score


def test_a_head_without_its_data_is_said_to_be_unscored(tmp_path: Path) -> None:
    shown = CliRunner().invoke(evaluate, ["reader", "--data", str(tmp_path), "--only", "names"])
    assert shown.exit_code == 0
    assert f"names: not scored, for {tmp_path} holds no newswire_ner, re3d" in shown.output


def test_a_line_gives_value_target_and_what_it_stands_beside() -> None:
    score = Score(name="names.x.f1", value=81.234, n=40, target=80.0, anchor="people 90")
    assert line_of(score).split() == ["names.x.f1", "81.23", "target", "80", "n", "40", "people", "90"]


def test_scores_are_written_and_a_score_below_its_floor_fails(tmp_path: Path) -> None:
    out, floors = tmp_path / "scores.json", tmp_path / "floors.json"
    floors.write_text('{"a": 50}')
    finish([Score(name="a", value=50.0, n=1)], out=out, floors=floors)
    assert json.loads(out.read_text())["a"]["value"] == 50.0
    with pytest.raises(SystemExit):
        finish([Score(name="a", value=49.0, n=1)], out=None, floors=floors)
