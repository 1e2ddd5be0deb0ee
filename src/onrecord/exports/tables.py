"""Which tables leave the ledger, in which columns, and how each row leads to its words and to who said them."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.store.base import Store
from onrecord.store.facts import portions
from onrecord.store.reports import unpack
from onrecord.views.filters import Filter, days_where
from onrecord.views.quotes import speakers_of

_REPORT = "report.id AS report, record.outlet, record.published_start AS published, record.url"
_ITEM = f"{_REPORT}, item.*"
_RECORD = "JOIN record ON record.key = item.record JOIN report ON report.key = record.report"
_OF_REPORT = (
    "JOIN report ON report.key = item.report JOIN record ON record.report = report.key AND record.retired_at IS NULL"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table to export: the rows of `sql`, without `hidden`; `claim` names the column that leads to the speaker."""

    name: str
    sql: str
    is_of_report: bool = True
    claim: str | None = None


def _items(table: str, *, claim: str | None = None) -> Table:
    return Table(name=f"{table}s", sql=f"SELECT {_ITEM} FROM {table} AS item {_RECORD}", claim=claim)


def _known(name: str, table: str) -> Table:
    """Return a table of what is known over all reports; it is exported whole."""
    return Table(name=name, sql=f"SELECT * FROM {table} AS item", is_of_report=False)


TABLES = (
    Table(
        name="reports",
        sql="SELECT report.id AS report, report.version, older.id AS previous, record.*, lineage.id AS lineage,"
        " report.added_at FROM report JOIN record ON record.report = report.key AND record.retired_at IS NULL"
        " LEFT JOIN report AS older ON older.key = report.previous LEFT JOIN lineage ON lineage.report = report.key",
    ),
    Table(
        name="captures",
        sql="SELECT report.id AS report, record.published_start AS published, item.*"
        f" FROM capture AS item {_OF_REPORT}",
    ),
    _items("passage"),
    _items("actor"),
    _items("place"),
    _items("claim", claim="id"),
    Table(name="speakers", sql=f"SELECT {_ITEM} FROM speaker AS item {_RECORD}"),
    _items("event", claim="claim"),
    Table(name="parts", sql=f"SELECT {_ITEM} FROM part AS item {_RECORD}"),
    _items("figure", claim="claim"),
    _items("flag"),
    Table(
        name="accounts",
        sql=f"SELECT {_REPORT}, item.id, item.entry, item.is_lead, account_event.event"
        f" FROM account AS item {_OF_REPORT} LEFT JOIN account_event ON account_event.account = item.id",
    ),
    _known("entries", "entry"),
    _known("disputes", "dispute"),
    _known("judgements", "judgement"),
    Table(
        name="lineage_ties",
        sql="SELECT a.id AS left_report, b.id AS right_report, kind, body FROM lineage_tie"
        " JOIN report AS a ON a.key = left_report JOIN report AS b ON b.key = right_report",
        is_of_report=False,
    ),
    _known("identities", "identity"),
    _known("series", "series"),
    Table(name="statements", sql=f"SELECT {_ITEM} FROM statement AS item {_RECORD}"),
    Table(name="moves", sql=f"SELECT {_ITEM} FROM move AS item {_RECORD}"),
    Table(name="lines", sql=f"SELECT {_ITEM} FROM line AS item {_RECORD}"),
    _known("voices", "voice"),
    _known("audit", "audit"),
)
"""Every table that can be exported, by name. What is of a report can be asked for by the day of publication."""

_HIDDEN = {"key", "record", "report_key", "words_sha256", "url_key", "body"}


def rows_of(store: Store, table: Table, asked: Filter) -> Iterator[dict[str, Any]]:
    """Give the rows of `table` as mappings by column, a figure or event never without its speaker."""
    where, cells = days_where("record.published_start", asked) if table.is_of_report else ("TRUE", [])
    sql = f"{table.sql} WHERE {where}"
    for some in portions(store.each(sql, cells), 1000):
        rows = [_row(row) for row in some]
        yield from rows if table.claim is None else _with_speakers(store, rows, table.claim)


def _row(row: Any) -> dict[str, Any]:
    """Return a row by column, without the ledger's own keys; what is kept as JSON is spread over columns."""
    names = list(row.keys())
    told = {name: row[name] for name in names if name not in _HIDDEN}
    body = row["body"] if "body" in names else None
    return {**told, **json.loads(body)} if isinstance(body, str) else told


def _with_speakers(store: Store, rows: list[dict[str, Any]], claim: str) -> Iterable[dict[str, Any]]:
    names: Mapping[str, str] = speakers_of(store, {row[claim] for row in rows if row[claim] is not None})
    for row in rows:
        own_voice = f"{row['outlet'] or row['report']} (own voice)"
        yield {**row, "speaker": names.get(row[claim] or "", own_voice)}


def records_of(store: Store, asked: Filter) -> Iterator[Any]:
    """Give the current record of every report asked for, as it can be added to another ledger."""
    where, cells = days_where("published_start", asked)
    for row in store.each(f"SELECT body FROM record WHERE retired_at IS NULL AND {where} ORDER BY key", cells):
        yield unpack(row["body"])
