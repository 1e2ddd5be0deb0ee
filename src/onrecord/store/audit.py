"""The audit trail: every change to the ledger, in order, each row chained to the one before by hash.

Rows are only ever added. Whoever keeps the last hash elsewhere can show later that nothing before it
was changed, dropped or slipped in.
"""

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from onrecord.store.base import Row, Store, first

START = "0" * 64
"""What the first row of the trail follows."""


def row_hash(*, seq: int, at: str, action: str, item: str, detail: str, previous: str) -> str:
    """Return the hash of one row of the trail."""
    return sha256(json.dumps([seq, at, action, item, detail, previous], ensure_ascii=False).encode()).hexdigest()


def head(store: Store) -> tuple[int, str]:
    """Return the number and hash of the last row, `(0, START)` for an empty trail."""
    row = first(store, "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1")
    return (0, START) if row is None else (row["seq"], row["hash"])


def note(store: Store, action: str, item: str, detail: Mapping[str, Any]) -> None:
    """Add a row to the trail; must run inside the transaction of the change it tells of."""
    seq, previous = head(store)
    at, told = store.now(), json.dumps(detail, ensure_ascii=False, sort_keys=True)
    digest = row_hash(seq=seq + 1, at=at, action=action, item=item, detail=told, previous=previous)
    store.write(
        "INSERT INTO audit (seq, at, action, item, detail, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (seq + 1, at, action, item, told, previous, digest),
    )


def broken_rows(rows: list[Row]) -> Iterator[str]:
    """Give what is wrong with a trail: a hash that does not fit its row, a row missing or out of order."""
    seq, previous = 0, START
    for row in rows:
        if row["seq"] != seq + 1:
            yield f"audit row {seq + 1}: missing"
        if row["previous"] != previous:
            yield f"audit row {row['seq']}: does not follow the row before it"
        told = {name: row[name] for name in ("seq", "at", "action", "item", "detail", "previous")}
        if row_hash(**told) != row["hash"]:
            yield f"audit row {row['seq']}: changed after it was written"
        seq, previous = row["seq"], row["hash"]
