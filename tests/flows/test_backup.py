"""A backup is a ledger of one moment; a migration brings an old one up and loses nothing."""

import hashlib
import sqlite3
from importlib.resources import files
from pathlib import Path

import pytest
from benchmarks.invented import records

from onrecord.errors import BrokenLedger, InvalidValue
from onrecord.flows.add import Incoming, add_all
from onrecord.flows.backup import backup, migrate
from onrecord.flows.reconcile import reconcile
from onrecord.flows.verify import Count, verify
from onrecord.store.migrate import migrations, newest
from onrecord.store.sqlite import SqliteStore

MANY = tuple(records(8))
SCHEMAS = Path(__file__).parent.parent / "store" / "schemas"
STATE = "SELECT id, type, happened_start, n_accounts, n_lineages FROM entry ORDER BY id"


def grown(path: Path, *, n: int = len(MANY)) -> SqliteStore:
    store = SqliteStore.open(path, create=True)
    list(add_all(store, (Incoming(record=r, data=r.report.text.encode()) for r in MANY[:n]), at_once=n))
    list(reconcile(store))
    return store


def test_a_backup_is_a_whole_ledger_of_its_own(tmp_path: Path) -> None:
    with grown(tmp_path / "ledger.db", n=6) as store:
        copy = backup(store, tmp_path / "backup")
        list(add_all(store, (Incoming(record=r, data=r.report.text.encode()) for r in MANY)))
    with SqliteStore.open(copy) as kept:
        count = Count()
        assert list(verify(kept, count)) == []
        assert (count.reports, count.without_bytes) == (6, 0)
    assert sorted(
        path.name for path in (tmp_path / "backup").iterdir() if path.suffix not in (".db-shm", ".db-wal")
    ) == [
        "ledger.db",
        "ledger.db.blobs",
    ]


def test_a_backup_never_writes_over_anything_and_says_what_is_gone(tmp_path: Path) -> None:
    with grown(tmp_path / "ledger.db", n=2) as store:
        (tmp_path / "there").mkdir()
        with pytest.raises(InvalidValue, match="not there yet"):
            backup(store, tmp_path / "there")
        digest = next(store.blobs.digests())
        (tmp_path / "ledger.db.blobs" / digest[:2] / digest).unlink()
        with pytest.raises(BrokenLedger, match="gone or changed"):
            backup(store, tmp_path / "copy")
        assert not (tmp_path / "copy").exists()


def thawed(schema: int, path: Path) -> Path:
    """Make the small ledger that a released onrecord left, from its SQL dump."""
    connection = sqlite3.connect(path)
    connection.executescript((SCHEMAS / f"{schema:04d}.sql").read_text(encoding="utf-8"))
    connection.close()
    return path


@pytest.mark.parametrize("schema", range(1, newest() + 1))
def test_every_released_schema_comes_up_to_this_one(schema: int, tmp_path: Path) -> None:
    path = thawed(schema, tmp_path / "old.db")
    if schema < newest():
        with pytest.raises(BrokenLedger, match=f"has schema {schema}.*onrecord migrate"):
            SqliteStore.open(path)
    done = migrate(path)
    assert len(done) == newest() - schema
    assert (tmp_path / f"old.db.schema-{schema}").exists() == bool(done)
    with SqliteStore.open(path) as store, grown(tmp_path / "new.db") as fresh:
        list(reconcile(store))
        count = Count()
        assert list(verify(store, count)) == []
        assert count.reports == len(MANY)
        assert [tuple(row) for row in store.query(STATE)] == [tuple(row) for row in fresh.query(STATE)]
    assert migrate(path) == ()


def test_migrations_that_were_released_are_never_edited() -> None:
    frozen = dict(line.split()[::-1] for line in (SCHEMAS / "frozen.sha256").read_text().splitlines())
    folder = files("onrecord.store") / "migrations"
    for _, name, sql in migrations():
        assert hashlib.sha256(sql.encode()).hexdigest() == frozen[f"{name}.sql"], (
            f"write a new file instead of editing {name}"
        )
        assert (folder / f"{name}.sql").is_file()


def test_a_file_of_something_else_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE birds (name TEXT)")
    other.close()
    with pytest.raises(BrokenLedger, match="something else"):
        SqliteStore.open(path, create=True)
    (tmp_path / "text.db").write_text("not a database at all, but long enough to look at" * 20)
    with pytest.raises(BrokenLedger, match="damaged or not an SQLite file"):
        SqliteStore.open(tmp_path / "text.db", create=True)


def test_a_ledger_of_a_newer_onrecord_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    grown(path, n=1).close()
    with sqlite3.connect(path) as database:
        database.execute(f"PRAGMA user_version = {newest() + 1}")
    database.close()
    for open_it in (lambda: SqliteStore.open(path), lambda: migrate(path)):
        with pytest.raises(BrokenLedger, match="newer onrecord"):
            open_it()
