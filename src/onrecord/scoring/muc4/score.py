"""Runs MUC-4's own measure over templates made of records: ALL TEMPLATES F, and victim number and effect apart."""

import importlib.util
import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from onrecord.model.record import Record
from onrecord.scoring.muc4.templates import templates
from onrecord.scoring.muc4.where import read_set_list
from onrecord.scoring.score import Score
from onrecord.vocab.load import load_table

RecordReader = Callable[[str], Record]


def muc4_scores(folder: Path, scorer: Path, read: RecordReader, *, fast: bool = False) -> tuple[Score, ...]:
    """Return the scores on both test sets of `folder` as `scorer` (muc4_score.py) counts them; every fifth if `fast`.

    Locations are written by the evaluation's list of places, which lies beside the test sets and was given to all.

    Raises:
        OSError: A test set, or `scorer`, cannot be read.
    """
    module, table = _module(scorer), load_table("muc4")
    set_list = read_set_list(folder / "set-list-location.v4")
    paths = (folder / "tst1.jsonl", folder / "tst2.jsonl")
    rows = [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    rows = rows[:: 5 if fast else 1]
    said = [{"id": row["id"], "templates": templates(read(row["text"]), table, set_list)} for row in rows]
    counts = _counts(module, rows, said)
    return (
        _score("events.muc4.all_templates", counts["ALL TEMPLATES"], len(rows), target=45.0),
        _score("events.muc4.victim_number", counts["hum-tgt-num"], len(rows), target=50.0),
        _score("events.muc4.victim_effect", counts["hum-tgt-effect"], len(rows), target=50.0),
    )


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("muc4_score", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def _counts(module: ModuleType, rows: list[dict[str, Any]], said: list[dict[str, Any]]) -> dict[str, list[int]]:
    """Return the seven counts of every row that the scorer prints: slots, and `ALL TEMPLATES`."""
    with tempfile.TemporaryDirectory() as folder:
        gold, given = Path(folder, "gold.jsonl"), Path(folder, "said.jsonl")
        for path, items in ((gold, rows), (given, said)):
            path.write_text("".join(json.dumps(item) + "\n" for item in items), encoding="utf-8")
        scored = module.score(module.read_templates(str(gold)), module.read_templates(str(given)))
    return dict(module.rows(scored))


def _score(name: str, counts: list[int], n: int, *, target: float) -> Score:
    possible, actual, correct, partial = counts[:4]
    credit = correct + partial / 2
    value = 200 * credit / (possible + actual) if possible + actual else 0.0
    anchor = "best of 1992 55.7 and 56.5, trivial system 24.6" if name.endswith("all_templates") else None
    return Score(name=name, value=value, n=n, anchor=anchor, target=target)
