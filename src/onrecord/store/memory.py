"""A ledger in memory, for tests and trials: the same tables, gone when it is closed."""

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime

from onrecord.store.blobs import MemoryBlobs
from onrecord.store.sqlite import SqliteStore


class MemoryStore(SqliteStore):
    """A ledger that lives as long as the object."""

    def __init__(self, *, clock: Callable[[], datetime] | None = None) -> None:
        connection = sqlite3.connect(":memory:", isolation_level=None)
        super().__init__(connection, name=":memory:", blobs=MemoryBlobs(), clock=clock or (lambda: datetime.now(UTC)))
        self.migrate()
