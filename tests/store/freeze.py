"""Freezes the newest schema for the tests of migration: run it once for each schema that is released.

    python -m tests.store.freeze

Writes the SQL dump of a small ledger, and the hash of the migration, beside those of earlier schemas.
"""

import hashlib
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.invented import records

from onrecord.flows.add import Incoming, add_all
from onrecord.store.blobs import MemoryBlobs
from onrecord.store.migrate import migrate, migrations
from onrecord.store.sqlite import SqliteStore

SCHEMAS = Path(__file__).parent / "schemas"


class OldStore(SqliteStore):
    """A ledger in memory whose tables are those of an earlier schema."""

    def __init__(self, schema: int) -> None:
        connection = sqlite3.connect(":memory:", isolation_level=None)
        super().__init__(
            connection, name=":memory:", blobs=MemoryBlobs(), clock=lambda: datetime(2024, 1, 1, tzinfo=UTC)
        )
        with self.transaction():
            migrate(connection, upto=schema)
        self.connection = connection


def dump(schema: int) -> str:
    """Return a small ledger of `schema` as SQL."""
    with OldStore(schema) as store:
        list(add_all(store, (Incoming(record=record, data=None) for record in records(8)), at_once=8))
        marks = [store.query(f"PRAGMA {name}")[0][0] for name in ("application_id", "user_version")]
        tables = store.query("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid")
        ours = [row for row in tables if not row["name"].startswith(("passage_words_", "sqlite_"))]
        lines = [f"{row['sql']};" for row in ours]
        for row in ours:
            if row["sql"].startswith("CREATE TABLE"):
                lines += inserts(store, row["name"])
    ends = [f"PRAGMA application_id = {marks[0]};", f"PRAGMA user_version = {marks[1]};", "COMMIT;"]
    return "\n".join(["BEGIN;", *lines, *ends]) + "\n"


def inserts(store: SqliteStore, table: str) -> list[str]:
    """Return the rows of a table as statements; the trigger on passages fills the index of words again."""
    columns = [row["name"] for row in store.query(f"PRAGMA table_info({table})")]
    cells = " || ',' || ".join(f"quote({column})" for column in columns)
    return [f"INSERT INTO {table} VALUES ({row[0]});" for row in store.query(f"SELECT {cells} FROM {table}")]


def main() -> None:
    """Freeze every schema that is not frozen yet."""
    SCHEMAS.mkdir(exist_ok=True)
    for number, _, _ in migrations():
        path = SCHEMAS / f"{number:04d}.sql"
        if not path.exists():
            path.write_text(dump(number), encoding="utf-8")
    hashes = [f"{hashlib.sha256(sql.encode()).hexdigest()}  {name}.sql" for _, name, sql in migrations()]
    (SCHEMAS / "frozen.sha256").write_text("\n".join(hashes) + "\n")


if __name__ == "__main__":
    main()
