"""Everything about one thing, by its id: a report, a claim, a figure, an event, an actor, a place, an entry."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from onrecord.errors import UnknownName
from onrecord.model.record import Record
from onrecord.store import lineages, reports
from onrecord.store.base import Row, Store, first
from onrecord.views.quotes import quotes_of, speakers_of
from onrecord.views.view import EVIDENCE, View, view_of

_REPORT = (
    "report", "version", "previous", "title", "outlet", "byline", "url", "language", "published_start", "published_end",
    "n_chars", "lineage", "onrecord", "reader", "added_at",
)  # fmt: skip
_CAPTURE = ("capture", "sha256", "path", "outlet", "url", "is_kept", "added_at")
_TIE = ("other", "kind", "containment", "agency", "origin", "words", "other_words", "reasons")
_ITEM = ("id", "kind", "speaker", *EVIDENCE)
_ENTRY = (
    "entry", "type", "happened_start", "happened_end", "place", "country", "lat", "lon", "n_accounts", "n_reports",
    "n_lineages", "n_disputes",
)  # fmt: skip
_ACCOUNT = ("account", "is_lead", "event", "type", "happened_start", "modality", "speaker", *EVIDENCE, "quote")
_JUDGEMENT = ("number", "verdict", "score", "by", "is_ruling", "left", "right", "reasons", "made_at", "retired_at")


def show(store: Store, name: str) -> tuple[View, ...]:
    """Return all that is known of the thing with the id `name`.

    Raises:
        UnknownName: There is no such thing in the ledger.
    """
    for kind in (_report, _entry, _item("claim"), _item("figure"), _item("event"), _identity):
        views = kind(store, name)
        if views:
            return views
    raise UnknownName("id", name, ["ids of reports, claims, figures, events, actors, places and entries"])


def record_of(store: Store, name: str) -> Record | None:
    """Return the current record of the report with the id `name`, under the path it came from; `None` if it is none."""
    row = first(store, "SELECT report, path FROM capture WHERE report_id = ? ORDER BY key DESC", (name,))
    if row is None:
        return None
    record = reports.current_record(store, row["report"])
    return replace(record, report=replace(record.report, path=row["path"]))


def _report(store: Store, name: str) -> tuple[View, ...]:
    row = first(
        store,
        "SELECT report.key, report.id AS report, report.version, older.id AS previous, record.*, report.added_at,"
        " lineage.id AS lineage FROM capture JOIN report ON report.key = capture.report"
        " JOIN record ON record.report = report.key AND retired_at IS NULL"
        " LEFT JOIN report AS older ON older.key = report.previous"
        " LEFT JOIN lineage ON lineage.report = report.key WHERE capture.report_id = ? OR report.id = ?",
        (name, name),
    )
    if row is None:
        return ()
    captures = store.query(
        "SELECT report_id AS capture, * FROM capture WHERE report = (SELECT key FROM report WHERE id = ?)",
        (row["report"],),
    )
    return (
        view_of("report", _REPORT, [dict(row)]),
        view_of("captures", _CAPTURE, [dict(capture) for capture in captures]),
        view_of("lineage", _TIE, list(_ties(store, row["report"]))),
        _items(store, row["report"]),
    )


def _ties(store: Store, report: str) -> list[dict[str, Any]]:
    key = store.query("SELECT key FROM report WHERE id = ?", (report,))[0][0]
    found = []
    for tie in lineages.ties_of(store, key):
        other = tie.right if tie.left == report else tie.left
        mine, theirs = reports.text_of(store, report), reports.text_of(store, other)
        for passage in tie.passages:
            own, far = (passage.left, passage.right) if tie.left == report else (passage.right, passage.left)
            found.append(
                {
                    "other": other, "kind": tie.kind, "containment": tie.containment, "agency": tie.agency,
                    "origin": tie.origin, "words": own.of(mine), "other_words": far.of(theirs),
                    "reasons": "; ".join(reason.words for reason in tie.reasons),
                }
            )  # fmt: skip
    return found


def _items(store: Store, report: str) -> View:
    rows: list[dict[str, Any]] = []
    for table in ("claim", "figure", "event"):
        known = "id" if table == "claim" else "claim"
        kind = {"claim": "act", "figure": "harm", "event": "type"}[table]
        found = store.query(
            f"SELECT item.id, item.{known} AS claim, item.{kind} AS kind FROM {table} AS item JOIN record"
            " ON record.key = item.record JOIN report ON report.key = record.report WHERE report.id = ?"
            " ORDER BY span_start",
            (report,),
        )
        quotes = quotes_of(store, table, (row["id"] for row in found))
        speakers = speakers_of(store, (row["claim"] for row in found if row["claim"] is not None))
        rows += [
            {
                "id": row["id"], "kind": f"{table} {row['kind']}", **quotes[row["id"]],
                "speaker": _speaker(speakers.get(row["claim"]), quotes[row["id"]]),
            }
            for row in found
        ]  # fmt: skip
    return view_of("items", _ITEM, rows)


def _speaker(name: str | None, quote: Mapping[str, Any]) -> str:
    return name or f"{quote['outlet'] or quote['report']} (own voice)"


def _item(table: str) -> Callable[[Store, str], tuple[View, ...]]:
    def view(store: Store, name: str) -> tuple[View, ...]:
        row = first(store, f"SELECT * FROM {table} WHERE id = ?", (name,))
        if row is None:
            return ()
        quote = quotes_of(store, table, [name])[name]
        claim = row["id"] if table == "claim" else row["claim"]
        speakers = speakers_of(store, [claim] if claim else [])
        own = [column for column in row.keys() if column not in {"record", *EVIDENCE}]  # noqa: SIM118  # an sqlite3.Row
        told = {column: row[column] for column in own}
        shown = {**told, "speaker": _speaker(speakers.get(claim), quote), "passage": _passage(store, row), **quote}
        return (view_of(table, (*own, "speaker", *EVIDENCE, "passage"), [shown]),)

    return view


def _passage(store: Store, row: Row) -> str | None:
    around = first(
        store,
        "SELECT words FROM passage WHERE record = ? AND span_start <= ? AND span_end > ?",
        (row["record"], row["span_start"], row["span_start"]),
    )
    return None if around is None else around["words"]


def _entry(store: Store, name: str) -> tuple[View, ...]:
    row = first(
        store, "SELECT * FROM entry WHERE id = ? OR id = (SELECT entry FROM account WHERE id = ?)", (name, name)
    )
    if row is None:
        return ()
    accounts = store.query(
        "SELECT account.id AS account, is_lead, event.id AS event, type, happened_start, modality, claim, outlet,"
        " published_start AS published, report.id AS report, span_start, span_end, words FROM account"
        " JOIN report ON report.key = account.report LEFT JOIN account_event ON account_event.account = account.id"
        " LEFT JOIN event ON event.record = account_event.record AND event.id = account_event.event"
        " JOIN record ON record.report = report.key AND retired_at IS NULL"
        " WHERE entry = ? ORDER BY published, account.id, span_start",
        (row["id"],),
    )
    speakers = speakers_of(store, (told["claim"] for told in accounts if told["claim"] is not None))
    quotes = quotes_of(store, "event", (told["event"] for told in accounts if told["event"] is not None))
    shown = [
        {**dict(told), "speaker": _speaker(speakers.get(told["claim"]), dict(told)), **quotes.get(told["event"], {})}
        for told in accounts
    ]
    return (
        view_of("entry", _ENTRY, [{**dict(row), "entry": row["id"]}]),
        view_of("accounts", _ACCOUNT, shown),
        judgements_view(store, [told["account"] for told in accounts]),
    )


def judgements_view(store: Store, items: list[str]) -> View:
    """Return what the machine and people judged of the pairs among `items`, with their reasons."""
    marks = ", ".join("?" * len(items))
    rows = store.query(
        f"SELECT * FROM judgement WHERE left_id IN ({marks}) AND right_id IN ({marks}) ORDER BY is_ruling DESC, key"
        " LIMIT 500",
        (*items, *items),
    )
    return view_of("judgements", _JUDGEMENT, [_judgement(row) for row in rows])


def rulings_view(store: Store) -> View:
    """Return all rulings of people, those taken back too, in the order they were made."""
    rows = store.query("SELECT * FROM judgement WHERE is_ruling = 1 ORDER BY key")
    return view_of("rulings", _JUDGEMENT, [_judgement(row) for row in rows])


def _judgement(row: Row) -> dict[str, Any]:
    reasons = "; ".join(
        f"{words} ({weight:+g})" if weight else words for _, weight, words in json.loads(row["reasons"])
    )
    return {
        "number": row["key"], "verdict": row["verdict"], "score": row["score"], "by": row["maker"],
        "is_ruling": row["is_ruling"], "left": row["left_id"], "right": row["right_id"], "reasons": reasons,
        "made_at": row["made_at"], "retired_at": row["retired_at"],
    }  # fmt: skip


def _identity(store: Store, name: str) -> tuple[View, ...]:
    """Return an actor or place, by the id of a mention or of its identity, with all that is held to be the same."""
    for table in ("actor", "place"):
        row = first(store, f"SELECT identity FROM {table} WHERE id = ?1 OR identity = ?1", (name,))
        if row is None:
            continue
        members = store.query(
            "SELECT id AS identity, kind, name, cluster FROM identity WHERE cluster ="
            " (SELECT cluster FROM identity WHERE id = ?)",
            (row["identity"],),
        )
        ids = [member["identity"] for member in members] or [row["identity"]]
        marks = ", ".join("?" * len(ids))
        mentions = store.query(
            f"SELECT item.id, item.name AS words, outlet, published_start AS published, report.id AS report,"
            f" span_start, span_end FROM {table} AS item JOIN record ON record.key = item.record"
            f" JOIN report ON report.key = record.report WHERE identity IN ({marks}) LIMIT 50",
            ids,
        )
        return (
            view_of(table, ("identity", "kind", "name", "cluster"), [dict(member) for member in members]),
            view_of("mentions", ("id", *EVIDENCE), [dict(mention) for mention in mentions]),
            judgements_view(store, ids),
        )
    return ()
