"""What leaves the ledger is all of it, with its speakers, its hashes and its way back in."""

import csv
import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from benchmarks.invented import records

from onrecord.errors import InvalidValue, UnknownName
from onrecord.exports.tables import TABLES
from onrecord.flows.add import Incoming, add_all
from onrecord.flows.export import export
from onrecord.flows.incoming import incoming
from onrecord.flows.read import Given
from onrecord.flows.reconcile import reconcile
from onrecord.flows.sources import sources
from onrecord.store.memory import MemoryStore
from onrecord.views.filters import Filter

MANY = tuple(records(25))


@pytest.fixture(scope="module")
def store() -> Iterator[MemoryStore]:
    with MemoryStore() as opened:
        list(add_all(opened, (Incoming(record=record, data=None) for record in MANY), at_once=25))
        list(reconcile(opened))
        yield opened


@pytest.mark.parametrize("shape", ["csv", "jsonl"])
def test_export_writes_every_table_with_its_hash(shape: str, store: MemoryStore, tmp_path: Path) -> None:
    manifest = json.loads(export(store, shape, tmp_path / "out").read_text())
    names = {table.name for table in TABLES} | ({"records"} if shape == "jsonl" else set())
    assert set(manifest["tables"]) == names
    for name, told in manifest["tables"].items():
        data = (tmp_path / "out" / told["file"]).read_bytes()
        assert sha256(data).hexdigest() == told["sha256"], name
    counts = {name: told["rows"] for name, told in manifest["tables"].items()}
    assert counts["reports"] == counts["captures"] == len(MANY)
    assert counts["figures"] == sum(len(record.figures) for record in MANY)
    assert counts["statements"] == counts["figures"]
    assert manifest["filters"] == {}
    assert not list(tmp_path.glob(".*"))


def test_no_figure_leaves_without_its_speaker_and_its_words(store: MemoryStore, tmp_path: Path) -> None:
    export(store, "csv", tmp_path / "out", tables=["figures"])
    texts = {record.report.id: record.report.text for record in MANY}
    with (tmp_path / "out" / "figures.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert rows
    for row in rows:
        assert row["speaker"] in {"Interior Ministry", "Health Ministry"}
        assert texts[row["report"]][int(row["span_start"]) : int(row["span_end"])] == row["words"]
        assert row["low"].isdigit()


def test_exported_records_make_the_same_ledger(store: MemoryStore, tmp_path: Path) -> None:
    export(store, "jsonl", tmp_path / "out", tables=["records"])
    with MemoryStore() as other:
        given = incoming(sources([str(tmp_path / "out" / "records.jsonl")]), Given())
        list(add_all(other, given, at_once=25))
        list(reconcile(other))
        for table in ("report", "figure", "entry", "account", "dispute", "lineage"):
            sql = f"SELECT * FROM {table} ORDER BY 1, 2"
            keep = [
                [cell for cell, name in zip(row, row.keys(), strict=True) if name != "added_at"]
                for row in store.query(sql)
            ]
            found = [
                [cell for cell, name in zip(row, row.keys(), strict=True) if name != "added_at"]
                for row in other.query(sql)
            ]
            assert found == keep, table


def test_export_asks_by_day_and_says_so(store: MemoryStore, tmp_path: Path) -> None:
    day = sorted(record.report.published.start for record in MANY if record.report.published)[5]
    manifest = json.loads(export(store, "jsonl", tmp_path / "out", asked=Filter(until=day)).read_text())
    assert manifest["filters"] == {"until": day}
    assert manifest["tables"]["reports"]["rows"] == manifest["tables"]["records"]["rows"] < len(MANY)


def test_export_refuses_what_it_does_not_know(store: MemoryStore, tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match="known: csv, jsonl"):
        export(store, "acled2", tmp_path / "out")
    with pytest.raises(UnknownName, match="unknown table 'figure'"):
        export(store, "csv", tmp_path / "out", tables=["figure"])
    with pytest.raises(InvalidValue, match="not there yet"):
        export(store, "csv", tmp_path)
    assert not (tmp_path / "out").exists()
