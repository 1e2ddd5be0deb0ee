"""What a store is: a place that answers the ledger's SQL, keeps raw bytes, and changes all or nothing.

The tables are those of `migrations/`; what is written to them stands in `reports.py` and `judgements.py`, what
is read from them in `onrecord.views`. A store for another database brings its own dialect of the
migrations and of full-text search behind this door.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

from onrecord.store.blobs import Blobs

Row = Any
"""A row that answers to column names (`row["id"]`) and to positions (`row[0]`)."""

Cell = str | int | float | bytes | None


class Store(Protocol):
    """A ledger that is open."""

    name: str
    blobs: Blobs

    def transaction(self) -> AbstractContextManager[None]:
        """Open a transaction for writing: all of it is on disk when it closes, or none of it ever was.

        Raises:
            BrokenLedger: The disk is full, another writer did not let go, or the file is damaged.
        """
        ...

    def snapshot(self) -> AbstractContextManager[None]:
        """Open a transaction for reading: every query in it sees one and the same state."""
        ...

    def query(self, sql: str, cells: Sequence[Cell] = ()) -> list[Row]:
        """Return the rows of a SELECT."""
        ...

    def each(self, sql: str, cells: Sequence[Cell] = ()) -> Iterator[Row]:
        """Give the rows of a SELECT one by one, for tables too large to hold."""
        ...

    def write(self, sql: str, cells: Sequence[Cell] = ()) -> int:
        """Run one statement inside a transaction and return the key of the row it inserted."""
        ...

    def write_many(self, sql: str, rows: Iterable[Sequence[Cell]]) -> None:
        """Run one statement for each of `rows` inside a transaction."""
        ...

    def now(self) -> str:
        """Return the time in UTC as ISO 8601."""
        ...

    def close(self) -> None:
        """Let go of the ledger."""
        ...


def first(store: Store, sql: str, cells: Sequence[Cell] = ()) -> Row | None:
    """Return the first row of a SELECT, `None` if there is none."""
    rows = store.query(sql, cells)
    return rows[0] if rows else None
