"""The score of the ledger: full marks for what a careful person reads, and no less for what the model reads than pinned."""

import json
from pathlib import Path

from builders import shipped_reader
from onrecord.flows.read import Tools
from onrecord.gazetteer import Gazetteer
from onrecord.scoring.ledger import laid_beside
from onrecord.scoring.stages import TextReader, part_scores
from onrecord.store.memory import MemoryStore
from reconcile.marked import gold, worded

FLOORS = json.loads(Path("eval/floors.json").read_text(encoding="utf-8"))


def test_the_marked_reports_give_the_ledger_written_by_hand() -> None:
    with MemoryStore() as store:
        for name, (given, wanted) in laid_beside(store, worded(), gold()).items():
            assert sorted(given, key=str) == sorted(wanted, key=str), name


def test_a_ledger_that_lacks_a_report_is_not_right() -> None:
    some = {name: record for name, record in worded().items() if name not in ("m05", "r05")}
    with MemoryStore() as store:
        rows = laid_beside(store, some, gold())
    assert {name for name, (given, wanted) in rows.items() if set(given) != set(wanted)} >= {"tallies", "disputes"}


def test_the_ledger_as_read_stands_above_its_floors() -> None:
    scores = part_scores(Path(), TextReader(Tools(shipped_reader(), Gazetteer.load())), "ledger")
    assert {score.name for score in scores} <= set(FLOORS)
    assert {score.name: score.value for score in scores if score.value < FLOORS[score.name]} == {}
