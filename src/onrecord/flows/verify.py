"""Is everything in the ledger as it was put there? Re-checks every hash, every span, every row and the audit chain,
and makes again all that is made of records and judgements.

Reads only. What it finds is named so that a person can go and look.
"""

import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from onrecord.errors import OnRecordError
from onrecord.flows.failure import Failure
from onrecord.flows.verify_made import made_again
from onrecord.model.record import Record
from onrecord.store import audit
from onrecord.store.base import Row, Store
from onrecord.store.reports import unpack
from onrecord.store.rows import COLUMNS, rows_of


@dataclass(slots=True)
class Count:
    """How many of what `verify` has looked at."""

    reports: int = 0
    captures: int = 0
    without_bytes: int = 0
    records: int = 0
    rows: int = 0
    audit_rows: int = 0
    head: str = audit.START


def verify(store: Store, count: Count, *, head: str | None = None) -> Iterator[Failure]:
    """Give everything in the ledger that is not as it was put there.

    Args:
        store: The ledger.
        count: Filled with how much was looked at.
        head: The last hash of the audit trail as it was noted at an earlier time; it must still be in the chain.
    """
    with store.snapshot():
        yield from _file(store)
        yield from _trail(store, count, head)
        yield from _captures(store, count)
        yield from _records(store, count)
        yield from _told(store)
        yield from made_again(store)


def _file(store: Store) -> Iterator[Failure]:
    for row in store.query("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield Failure(item="file", reason=row[0])
    for row in store.query("PRAGMA foreign_key_check"):
        yield Failure(item=f"{row[0]} row {row[1]}", reason=f"points to a row of {row[2]} that is not there")


def _trail(store: Store, count: Count, head: str | None) -> Iterator[Failure]:
    rows = store.query("SELECT * FROM audit ORDER BY seq")
    for reason in audit.broken_rows(rows):
        yield Failure(item="audit", reason=reason)
    count.audit_rows, count.head = audit.head(store)
    if head is not None and head not in {audit.START, *(row["hash"] for row in rows)}:
        yield Failure(item="audit", reason=f"the hash {head} is not in the trail; rows were dropped or rewritten")


def _captures(store: Store, count: Count) -> Iterator[Failure]:
    count.reports = store.query("SELECT count(*) FROM report")[0][0]
    for row in store.query("SELECT report_id, sha256, is_kept FROM capture ORDER BY key"):
        count.captures += 1
        if not row["is_kept"]:
            count.without_bytes += 1
            continue
        data = store.blobs.get(row["sha256"])
        if data is None:
            yield Failure(item=row["report_id"], reason=f"its bytes {row['sha256']} are gone")
        elif sha256(data).hexdigest() != row["sha256"]:
            yield Failure(item=row["report_id"], reason=f"its bytes {row['sha256']} were changed")


def _records(store: Store, count: Count) -> Iterator[Failure]:
    for (key,) in store.query("SELECT key FROM record ORDER BY key"):
        row = store.query("SELECT * FROM record WHERE key = ?", (key,))[0]
        count.records += 1
        try:
            told = zlib.decompress(row["body"])
        except zlib.error:
            yield Failure(item=row["report_id"], reason="its record cannot be unpacked")
            continue
        if sha256(told).hexdigest() != row["sha256"]:
            yield Failure(item=row["report_id"], reason=f"its record {row['sha256']} was changed")
        yield from _record(store, row, count)


def _record(store: Store, row: Row, count: Count) -> Iterator[Failure]:
    try:
        record = unpack(row["body"])
    except (OnRecordError, ValueError) as error:
        yield Failure(item=row["report_id"], reason=str(error))
        return
    digest = sha256(record.report.text.encode("utf-8", "surrogatepass")).hexdigest()
    if not digest == record.report.text_sha256 == row["text_sha256"]:
        yield Failure(item=row["report_id"], reason=f"its text does not have the hash {row['text_sha256']}")
    if row["retired_at"] is None:
        yield from _rows(store, record, row["key"], count)


def _rows(store: Store, record: Record, key: int, count: Count) -> Iterator[Failure]:
    """Compare the rows that index a record with the record itself."""
    for table, expected in rows_of(record).items():
        columns = ", ".join(COLUMNS[table])
        found = {tuple(row) for row in store.query(f"SELECT {columns} FROM {table} WHERE record = ?", (key,))}
        count.rows += len(found)
        for cells in sorted(set(expected) ^ found, key=repr):
            wrong = "does not say what the record says" if cells in found else "is missing or was changed"
            yield Failure(item=f"{record.report.id} {table} {cells[0]!s}", reason=f"its row {wrong}")


_RULED = {"ruling.made": ("right", "verdict", "by", "number"), "ruling.taken-back": ("right", "number")}
"""What of a ruling is held against what the audit trail tells, in this order."""


def _told(store: Store) -> Iterator[Failure]:
    """Compare what the audit trail tells with what is there, both ways."""
    told: dict[str, set[str]] = {}
    for row in store.query("SELECT action, item, detail FROM audit"):
        detail = json.loads(row["detail"])
        mark = detail.get("sha256") or " ".join(str(detail[name]) for name in _RULED.get(row["action"], ()))
        told.setdefault(row["action"], set()).add(f"{row['item']} {mark}".strip())
    there = {
        "report.added": "SELECT id FROM report",
        "capture.added": "SELECT report_id || ' ' || sha256 FROM capture",
        "record.added": "SELECT report_id || ' ' || sha256 FROM record",
        "record.retired": "SELECT report_id || ' ' || sha256 FROM record WHERE retired_at > made_at",
        "ruling.made": "SELECT left_id || ' ' || right_id || ' ' || verdict || ' ' || maker || ' ' || key"
        " FROM judgement WHERE is_ruling = 1",
        "ruling.taken-back": "SELECT left_id || ' ' || right_id || ' ' || key FROM judgement WHERE is_ruling = 1"
        " AND retired_at > ''",
    }
    for action, sql in there.items():
        found, expected = {row[0] for row in store.query(sql)}, told.get(action, set())
        for item in sorted(found - expected):
            yield Failure(item=item, reason=f"the audit trail does not tell {action}")
        for item in sorted(expected - found):
            yield Failure(item=item, reason=f"gone, though the audit trail tells {action}")
