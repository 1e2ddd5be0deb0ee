"""A ledger in one SQLite file (WAL, every commit flushed), with the raw bytes in a folder beside it."""

import errno
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from onrecord.errors import BrokenLedger
from onrecord.store.base import Cell, Row
from onrecord.store.blobs import Blobs, FolderBlobs
from onrecord.store.migrate import check_is_ours, migrate, newest, schema_of

_PATIENCE = 60.0  # seconds to wait for another writer before giving up
_PRAGMAS = ("foreign_keys = ON", "synchronous = FULL", "temp_store = MEMORY", "cache_size = -65536")


class SqliteStore:
    """A ledger in one SQLite file. Open with `SqliteStore.open`; close it, or use it in a `with`."""

    def __init__(
        self, connection: sqlite3.Connection, *, name: str, blobs: Blobs, clock: Callable[[], datetime]
    ) -> None:
        self.name, self.blobs = name, blobs
        self._connection, self._clock = connection, clock
        connection.row_factory = sqlite3.Row
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @classmethod
    def open(
        cls, path: Path, *, create: bool = False, any_schema: bool = False, clock: Callable[[], datetime] | None = None
    ) -> Self:
        """Open the ledger at `path`.

        Args:
            path: The SQLite file; the raw bytes lie in `<path>.blobs`.
            create: Make the ledger if there is none.
            any_schema: Open an older schema as it is, to migrate or back it up.
            clock: What to take the time from.

        Raises:
            BrokenLedger: There is no such ledger, or it is not one, or of another schema.
        """
        if not create and not path.exists():
            raise BrokenLedger(str(path), "there is none; `onrecord add` makes it")
        with _told(str(path)):
            connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
            store = cls(connection, name=str(path), blobs=FolderBlobs(Path(f"{path}.blobs")), clock=clock or _utc_now)
            try:
                store._prepare(any_schema=any_schema)
            except BaseException:
                connection.close()
                raise
        return store

    def _prepare(self, *, any_schema: bool) -> None:
        check_is_ours(self._connection, name=self.name)
        _patiently(lambda: self._connection.execute("PRAGMA journal_mode = WAL"))
        if schema_of(self._connection) == 0:
            self.migrate()
        if schema_of(self._connection) < newest() and not any_schema:
            reason = f"has schema {schema_of(self._connection)}, this version needs {newest()}; run `onrecord migrate`"
            raise BrokenLedger(self.name, reason)

    def is_old(self) -> bool:
        """Return whether the ledger lacks migrations of this version."""
        return schema_of(self._connection) < newest()

    def migrate(self) -> tuple[str, ...]:
        """Bring the tables up to this version's and return the names of the migrations that were applied."""
        with self.transaction():
            return migrate(self._connection)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Open a transaction for writing: all of it is on disk when it closes, or none of it ever was."""
        with _told(self.name):
            _patiently(lambda: self._connection.execute("BEGIN IMMEDIATE"))
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                self._roll_back()
                raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Open a transaction for reading: every query in it sees one and the same state."""
        with _told(self.name):
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                self._roll_back()

    def _roll_back(self) -> None:
        with suppress(sqlite3.OperationalError):  # a full disk has rolled back by itself
            self._connection.execute("ROLLBACK")

    def query(self, sql: str, cells: Sequence[Cell] = ()) -> list[Row]:
        """Return the rows of a SELECT."""
        with _told(self.name):
            return self._connection.execute(sql, cells).fetchall()

    def each(self, sql: str, cells: Sequence[Cell] = ()) -> Iterator[Row]:
        """Give the rows of a SELECT one by one, for tables too large to hold."""
        with _told(self.name):
            yield from self._connection.execute(sql, cells)

    def write(self, sql: str, cells: Sequence[Cell] = ()) -> int:
        """Run one statement inside a transaction and return the key of the row it inserted."""
        return self._connection.execute(sql, cells).lastrowid or 0

    def write_many(self, sql: str, rows: Iterable[Sequence[Cell]]) -> None:
        """Run one statement for each of `rows` inside a transaction."""
        self._connection.executemany(sql, rows)

    def copy_to(self, path: Path) -> None:
        """Copy the database, as it stands at one moment, to a new file at `path`."""
        with _told(self.name):
            target = sqlite3.connect(path)
            try:
                self._connection.backup(target)
                target.execute("PRAGMA journal_mode = DELETE")
            finally:
                target.close()

    def now(self) -> str:
        """Return the time in UTC as ISO 8601."""
        return self._clock().astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")

    def close(self) -> None:
        """Let go of the ledger."""
        self._connection.close()

    def __enter__(self) -> Self:
        """Give the open store."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of the ledger."""
        self.close()


def _utc_now() -> datetime:
    return datetime.now(UTC)


def _patiently(act: Callable[[], object]) -> None:
    """Do `act`, again and again while another process holds the file (SQLite does not always wait by itself)."""
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            act()
        except sqlite3.OperationalError as error:
            if not _is_busy(error) or time.monotonic() > until:
                raise
            time.sleep(0.02)
        else:
            return


def _is_busy(error: sqlite3.Error) -> bool:
    return (getattr(error, "sqlite_errorcode", 0) & 0xFF) in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Say what went wrong with the ledger `name` in words a person can act on."""
    try:
        yield
    except sqlite3.Error as error:
        raise BrokenLedger(name, _reason(error)) from error
    except OSError as error:
        if error.errno not in {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES}:
            raise
        raise BrokenLedger(name, _disk_reason(error)) from error


def _reason(error: sqlite3.Error) -> str:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return "the disk is full; what was confirmed is kept, nothing of the rest is; free space and run again"
    if _is_busy(error):
        return f"another process has been writing for {_PATIENCE:.0f} seconds; run again when it is done"
    if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return f"damaged or not an SQLite file ({error}); restore a backup"
    if code in {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM}:
        return f"cannot be opened for writing ({error}); check the folder and its permissions"
    return str(error)


def _disk_reason(error: OSError) -> str:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return "the disk is full; what was confirmed is kept, nothing of the rest is; free space and run again"
    return f"cannot be written ({(error.strerror or str(error)).lower()}); check the folder and its permissions"
