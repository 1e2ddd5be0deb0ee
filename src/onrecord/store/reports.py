"""What is written for a report: the report itself, each time it came in, what was read in it.

All functions that write must run inside a transaction of the store; each adds its row to the audit trail.
"""

import json
import zlib
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256

from onrecord.model.record import Record
from onrecord.model.record_json import dumps, from_json
from onrecord.store.audit import note
from onrecord.store.base import Row, Store, first
from onrecord.store.rows import COLUMNS, rows_of
from onrecord.text.likeness import sketch, words_digest
from onrecord.text.urls import url_key

_LEAST_SHARED = 3  # of the six numbers of a sketch, by which nearly the same words are known


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """A record as the ledger keeps it: JSON without the path (that belongs to the capture), its hash, compressed."""

    sha256: str
    body: bytes

    @classmethod
    def of(cls, record: Record) -> "Packed":
        """Pack `record`.

        Raises:
            QuoteMismatch: Some row's words do not stand at its span.
        """
        told = dumps(replace(record, report=replace(record.report, path=None, blocks=()))).encode()
        return cls(sha256=sha256(told).hexdigest(), body=zlib.compress(told, 3))


def unpack(body: bytes) -> Record:
    """Return the record that a `body` of the ledger holds.

    Raises:
        BrokenRecord: It does not follow the schema.
        QuoteMismatch: Some row's words do not stand at its span.
    """
    return from_json(json.loads(zlib.decompress(body)))


def add_report(store: Store, record: Record, *, previous: Row | None) -> int:
    """Add the report of `record`, as the next version of `previous` if given, and return its key."""
    report = record.report
    version = 1 if previous is None else previous["version"] + 1
    key = store.write(
        "INSERT INTO report (id, words_sha256, url_key, version, previous, added_at) VALUES (?, ?, ?, ?, ?, ?)",
        (
            report.id, words_digest(report.text), url_key(report.url) if report.url else None, version,
            None if previous is None else previous["key"], store.now(),
        ),
    )  # fmt: skip
    store.write_many("INSERT INTO sketch (value, report) VALUES (?, ?)", [(n, key) for n in sketch(report.text)])
    replaced = None if previous is None else previous["id"]
    note(store, "report.added", report.id, {"version": version, "previous": replaced, "url": report.url})
    return key


def add_capture(store: Store, record: Record, *, report: int, is_kept: bool) -> None:
    """Add that the report with the key `report` came in once more, as the bytes that `record` was read from."""
    came = record.report
    store.write(
        "INSERT INTO capture (report, report_id, sha256, text_sha256, path, outlet, url, is_kept, added_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            report, came.id, came.sha256, came.text_sha256, came.path, came.outlet, came.url, int(is_kept), store.now(),
        ),
    )  # fmt: skip
    told = {"report_key": report, "sha256": came.sha256, "text_sha256": came.text_sha256, "is_kept": is_kept}
    note(store, "capture.added", came.id, told)


def add_record(store: Store, record: Record, packed: Packed, *, report: int, is_current: bool) -> int:
    """Add what was read in a report and return the row's key. A current record retires the one before it."""
    now = store.now()
    if is_current:
        _retire(store, report, now)
    came, made = record.report, record.made_by
    day = came.published
    key = store.write(
        "INSERT INTO record (report, sha256, report_id, onrecord, reader, stages, title, outlet, byline, url, language,"
        " published_start, published_end, text_sha256, n_chars, body, made_at, retired_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            report, packed.sha256, came.id, made.onrecord, made.reader, " ".join(made.stages), came.title, came.outlet,
            came.byline, came.url, came.language, day.start if day else None, day.end if day else None,
            came.text_sha256, len(came.text), packed.body, now, None if is_current else now,
        ),
    )  # fmt: skip
    note(store, "record.added", came.id, {"report_key": report, "sha256": packed.sha256, "is_current": is_current})
    if is_current:
        index_record(store, record, key)
    return key


def index_record(store: Store, record: Record, key: int) -> None:
    """Write the rows that index `record`, kept under `key`."""
    for table, rows in rows_of(record).items():
        columns = ("record", *COLUMNS[table])
        marks = ", ".join("?" * len(columns))
        store.write_many(
            f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", ((key, *cells) for cells in rows)
        )


def _retire(store: Store, report: int, now: str) -> None:
    old = first(store, "SELECT key, report_id, sha256 FROM record WHERE report = ? AND retired_at IS NULL", (report,))
    if old is None:
        return
    for table in reversed(COLUMNS):
        store.write(f"DELETE FROM {table} WHERE record = ?", (old["key"],))
    store.write("UPDATE record SET retired_at = ? WHERE key = ?", (now, old["key"]))
    note(store, "record.retired", old["report_id"], {"sha256": old["sha256"]})


def captured(store: Store, record: Record) -> Row | None:
    """Return the report that these very bytes belong to, `None` if they are new."""
    return first(
        store,
        "SELECT report.* FROM capture JOIN report ON report.key = capture.report"
        " WHERE capture.report_id = ? AND capture.sha256 = ?",
        (record.report.id, record.report.sha256),
    )


def latest_version(store: Store, url: str) -> Row | None:
    """Return the latest version of the report at `url`, `None` if there is none."""
    return first(store, "SELECT * FROM report WHERE url_key = ? ORDER BY version DESC LIMIT 1", (url_key(url),))


def lookalikes(store: Store, text: str) -> list[Row]:
    """Return the reports whose words may be those of `text`, with what is known of them: outlet, url, published."""
    numbers = sketch(text)
    marks = ", ".join("?" * len(numbers))
    least = min(_LEAST_SHARED, len(numbers))
    return store.query(
        "SELECT report.*, record.outlet, record.url, record.published_start AS published FROM ("
        " SELECT key AS found FROM report WHERE words_sha256 = ?"
        f" UNION SELECT report FROM sketch WHERE value IN ({marks}) GROUP BY report HAVING count(*) >= {least}"
        ") JOIN report ON report.key = found JOIN record ON record.report = found AND retired_at IS NULL",
        (words_digest(text), *numbers),
    )


def current_text(store: Store, report: int) -> str:
    """Return the text of the report with the key `report`."""
    return _text_in(_body(store, report))


@lru_cache(maxsize=1024)  # what is new is compared with the same reports again and again
def _text_in(body: bytes) -> str:
    text = json.loads(zlib.decompress(body))["report"]["text"]
    assert isinstance(text, str)
    return text


def text_of(store: Store, report: str) -> str:
    """Return the text of the report with the id `report`."""
    row = first(store, "SELECT key FROM report WHERE id = ?", (report,))
    assert row is not None, f"no report {report}"
    return current_text(store, row["key"])


def current_record(store: Store, report: int) -> Record:
    """Return what was read in the report with the key `report`, as it stands now."""
    return unpack(_body(store, report))


def _body(store: Store, report: int) -> bytes:
    row = first(store, "SELECT body FROM record WHERE report = ? AND retired_at IS NULL", (report,))
    assert row is not None, "every report has a current record"
    body = row["body"]
    assert isinstance(body, bytes)
    return body


def has_record(store: Store, packed: Packed) -> bool:
    """Return whether this very record is in the ledger, current or retired."""
    return first(store, "SELECT 1 FROM record WHERE sha256 = ?", (packed.sha256,)) is not None
