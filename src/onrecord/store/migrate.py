"""Brings a ledger's tables up to this version's, one numbered file after the other, all or nothing."""

import sqlite3
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from onrecord.errors import BrokenLedger

APPLICATION_ID = 0x6F6E7263
"""Marks an SQLite file as a ledger (`onrc`)."""


@cache
def migrations() -> tuple[tuple[int, str, str], ...]:
    """Return (number, name, SQL) of every migration, in order."""
    folder = files("onrecord.store") / "migrations"
    found = sorted((file.name, file.read_text("utf-8")) for file in folder.iterdir() if file.name.endswith(".sql"))
    return tuple((int(name.split("_")[0]), name.removesuffix(".sql"), sql) for name, sql in found)


def newest() -> int:
    """Return the number of this version's schema."""
    return migrations()[-1][0]


def schema_of(connection: sqlite3.Connection) -> int:
    """Return the number of the schema the open file has, 0 for an empty file."""
    number = connection.execute("PRAGMA user_version").fetchone()[0]
    assert isinstance(number, int)
    return number


def check_is_ours(connection: sqlite3.Connection, *, name: str) -> None:
    """Check that the open file is a ledger or empty, and none that a newer version made.

    Raises:
        BrokenLedger: It is something else.
    """
    if schema_of(connection) > newest():
        raise BrokenLedger(
            name, f"made by a newer onrecord (schema {schema_of(connection)}); this one knows {newest()}"
        )
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    is_empty = not connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if mark != APPLICATION_ID and not is_empty:
        raise BrokenLedger(name, "an SQLite file of something else; give another path with --ledger")


def migrate(connection: sqlite3.Connection, *, upto: int | None = None) -> tuple[str, ...]:
    """Apply the migrations the open file lacks and return their names. Must run inside a transaction."""
    done = []
    for number, name, sql in migrations():
        if number > schema_of(connection) and (upto is None or number <= upto):
            for statement in _statements(sql):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
            done.append(name)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    return tuple(done)


def _statements(sql: str) -> Iterator[str]:
    """Give the statements of `sql` one by one: `executescript` would commit before the first."""
    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
