"""Puts records in a ledger: is this report new, the same once more, or a changed version of one that is there?

Writes only through the store, in transactions; what is given back was on disk before.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from typing import Literal

from onrecord.errors import ReportError
from onrecord.flows.read import Skipped
from onrecord.gazetteer.fold import fold
from onrecord.model.ids import ReportId
from onrecord.model.record import Record
from onrecord.model.references import loose_ends
from onrecord.model.report import Report
from onrecord.store import reports
from onrecord.store.base import Row, Store
from onrecord.text.likeness import is_same_text
from onrecord.text.urls import url_key

What = Literal["new", "version", "capture", "reread", "known"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A record on its way into the ledger, with the bytes it was read from where they are at hand."""

    record: Record
    data: bytes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of one record: it is in the ledger, on disk, as `report`.

    `what`: a `new` report; a new `version` of the report at the same URL; a further `capture` of a text that is
    there; the same bytes `reread` with another result; or `known`, to the last byte, so that nothing changed.
    """

    name: str
    report: ReportId
    what: What
    version: int


def add_all(store: Store, incoming: Iterable[Incoming | Skipped], *, at_once: int = 1) -> Iterator[Added | Skipped]:
    """Add records, `at_once` of them a transaction, and give what became of each after it is on disk.

    Raises:
        BrokenLedger: The disk is full or the ledger is damaged. What was given back before is safe.
    """
    queue = iter(incoming)
    while batch := tuple(islice(queue, at_once)):
        yield from _add_batch(store, batch)


def _add_batch(store: Store, batch: tuple[Incoming | Skipped, ...]) -> list[Added | Skipped]:
    checked = [_check(item) for item in batch]
    with store.transaction():
        return [item if isinstance(item, Skipped) else _add(store, *item) for item in checked]


def _check(item: Incoming | Skipped) -> tuple[Incoming, reports.Packed] | Skipped:
    """Return `item` packed, or why it cannot be kept."""
    if isinstance(item, Skipped):
        return item
    record = item.record
    name = record.report.path or record.report.id
    wrong = next(loose_ends(record), None)
    if wrong is not None:
        return Skipped(name=name, reason=f"its record is broken: {wrong}")
    if item.data is not None and sha256(item.data).hexdigest() != record.report.sha256:
        return Skipped(name=name, reason="changed while it was being read; add it again")
    try:
        return item, reports.Packed.of(record)
    except ReportError as error:
        return Skipped(name=name, reason=error.reason)


def _add(store: Store, item: Incoming, packed: reports.Packed) -> Added:
    if item.data is not None:
        store.blobs.put(item.data)
    record = item.record
    known = reports.captured(store, record)
    if known is not None:
        return _add_again(store, record, packed, known)
    same = _same_report(store, record)
    if same is not None:
        return _add_capture(store, item, packed, same)
    previous = reports.latest_version(store, record.report.url) if record.report.url else None
    key = reports.add_report(store, record, previous=previous)
    reports.add_capture(store, record, report=key, is_kept=item.data is not None)
    reports.add_record(store, record, packed, report=key, is_current=True)
    version = 1 if previous is None else previous["version"] + 1
    return _added(record, record.report.id, "new" if previous is None else "version", version)


def _add_again(store: Store, record: Record, packed: reports.Packed, known: Row) -> Added:
    """Add a record of bytes that are in the ledger: a new reading of them retires the one before it."""
    if reports.has_record(store, packed):
        return _added(record, known["id"], "known", known["version"])
    reports.add_record(store, record, packed, report=known["key"], is_current=True)
    return _added(record, known["id"], "reread", known["version"])


def _add_capture(store: Store, item: Incoming, packed: reports.Packed, same: Row) -> Added:
    """Add a further capture of a report. What was read in it becomes current only if it knows more about the report."""
    record, key = item.record, same["key"]
    reports.add_capture(store, record, report=key, is_kept=item.data is not None)
    if not reports.has_record(store, packed):
        is_current = _knows_more(_known(record.report), _known_of(same))
        reports.add_record(store, record, packed, report=key, is_current=is_current)
    return _added(record, same["id"], "capture", same["version"])


def _same_report(store: Store, record: Record) -> Row | None:
    """Return the report in the ledger whose text this is, published by the same outlet on the same page and day."""
    known, text = _known(record.report), record.report.text
    for row in reports.lookalikes(store, text):
        other = _known_of(row)
        of_one_page = known[1] is not None and known[1] == other[1]
        if _conflict(known, other):
            continue
        if is_same_text(text, reports.current_text(store, row["key"]), of_one_page=of_one_page):
            return row
    return None


Known = tuple[str | None, str | None, str | None]
"""What tells two prints of one text apart: outlet, page, day."""


def _known(report: Report) -> Known:
    return _known_from(report.outlet, report.url, report.published.start if report.published else None)


def _known_of(row: Row) -> Known:
    return _known_from(row["outlet"], row["url"], row["published"])


def _known_from(outlet: str | None, url: str | None, published: str | None) -> Known:
    return (fold(outlet) if outlet else None, url_key(url) if url else None, published[:10] if published else None)


def _conflict(left: Known, right: Known) -> bool:
    return any(a != b for a, b in zip(left, right, strict=True) if a is not None and b is not None)


def _knows_more(new: Known, old: Known) -> bool:
    lost = any(a is None and b is not None for a, b in zip(new, old, strict=True))
    return not lost and any(a is not None and b is None for a, b in zip(new, old, strict=True))


def _added(record: Record, report: str, what: What, version: int) -> Added:
    return Added(name=record.report.path or record.report.id, report=ReportId(report), what=what, version=version)
