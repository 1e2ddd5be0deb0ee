"""The floors of the language model: a fixed small part of the dev texts, where they are at hand (CI has them)."""

import json
import os
from pathlib import Path

import pytest

from builders import shipped_reader
from onrecord.scoring.reader import head_scores, missing_data

FLOORS = json.loads(Path("eval/floors.json").read_text(encoding="utf-8"))
DATA = Path(os.environ.get("ONRECORD_DATA", "../shared/data"))


def test_every_head_has_floors() -> None:
    heads = {name.split(".")[0] for name in FLOORS}
    assert {"attributions", "names", "trees", "predicates", "surely", "chains"} <= heads


@pytest.mark.slow
@pytest.mark.parametrize("head", ["attributions", "own", "names", "trees", "predicates", "surely", "chains"])
def test_no_score_is_below_its_floor(head: str, capsys: pytest.CaptureFixture[str]) -> None:
    gone = missing_data(DATA, head)
    if gone:
        reason = f"{head} not scored: {DATA} holds no {', '.join(gone)}"
        with capsys.disabled():
            print(f"\nSKIPPED: {reason}")
        pytest.skip(reason)
    scores = head_scores(DATA, shipped_reader(), head, fast=True)
    assert scores
    low = {s.name: (s.value, FLOORS[s.name]) for s in scores if s.name in FLOORS and s.value < FLOORS[s.name]}
    assert not low
