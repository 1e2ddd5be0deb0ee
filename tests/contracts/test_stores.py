"""What every store must do, run over each of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from benchmarks.invented import record_of, records

from onrecord.errors import BrokenLedger
from onrecord.flows.add import Added, Incoming, add_all
from onrecord.flows.verify import Count, verify
from onrecord.store import audit
from onrecord.store.memory import MemoryStore
from onrecord.store.reports import unpack
from onrecord.store.sqlite import SqliteStore


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SqliteStore]:
    opened = MemoryStore() if request.param == "memory" else SqliteStore.open(tmp_path / "ledger.db", create=True)
    with opened:
        yield opened


def added(store: SqliteStore, *given: Incoming) -> list[str]:
    return [outcome.what if isinstance(outcome, Added) else outcome.reason for outcome in add_all(store, given)]


def fail_inside(store: SqliteStore) -> None:
    with store.transaction():
        store.write("INSERT INTO report (id, words_sha256, version, added_at) VALUES ('r', '', 1, '')")
        raise RuntimeError


def test_store_gives_back_the_record_it_was_given(store: SqliteStore) -> None:
    record = record_of()
    assert added(store, Incoming(record=record, data=record.report.text.encode())) == ["new"]
    assert unpack(store.query("SELECT body FROM record")[0]["body"]) == record
    assert store.blobs.get(record.report.sha256) == record.report.text.encode()


def test_store_keeps_nothing_of_a_transaction_that_fails(store: SqliteStore) -> None:
    record = record_of()

    def broken() -> Iterator[Incoming]:
        yield Incoming(record=record, data=None)
        raise RuntimeError("out of reports")

    with pytest.raises(RuntimeError):
        list(add_all(store, broken(), at_once=10))
    with pytest.raises(RuntimeError):
        fail_inside(store)
    assert store.query("SELECT count(*) FROM report")[0][0] == 0
    assert audit.head(store) == (0, audit.START)


def test_store_chains_its_audit_trail(store: SqliteStore) -> None:
    added(store, *(Incoming(record=record, data=None) for record in records(5)))
    rows = store.query("SELECT * FROM audit ORDER BY seq")
    assert [row["seq"] for row in rows] == list(range(1, 16))
    assert list(audit.broken_rows(rows)) == []
    assert list(audit.broken_rows(rows[:3] + rows[4:])) != []
    assert list(audit.broken_rows([rows[1], rows[0], *rows[2:]])) != []


@pytest.mark.parametrize("sql", ["UPDATE audit SET item = 'x'", "DELETE FROM audit"])
def test_store_refuses_to_change_its_audit_trail(store: SqliteStore, sql: str) -> None:
    added(store, Incoming(record=record_of(), data=None))
    with pytest.raises(BrokenLedger, match="append-only"), store.transaction():
        store.write(sql)


def test_store_verifies_what_it_was_given(store: SqliteStore) -> None:
    added(store, *(Incoming(record=record, data=record.report.text.encode()) for record in records(20)))
    count = Count()
    assert list(verify(store, count)) == []
    assert (count.reports, count.captures, count.without_bytes, count.records) == (20, 20, 0, 20)
    assert count.rows > 200
