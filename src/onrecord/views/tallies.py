"""Figures side by side, by speaker and date: of one entry, or of a running total over all reports.

No figure is added to another here, and none is shown without who says it.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from onrecord.gazetteer.fold import fold
from onrecord.model.entry import Entry
from onrecord.model.plain import from_plain
from onrecord.model.tally import Series, Statement, Tally, TallyRow
from onrecord.reconcile.policies import print_number
from onrecord.reconcile.series import Reference, series, series_key
from onrecord.store import lineages
from onrecord.store.base import Cell, Store
from onrecord.store.facts import portions
from onrecord.views.entries import entry_row, entry_rows, told
from onrecord.views.filters import Filter, days_where, limit_of
from onrecord.views.quotes import quotes_of
from onrecord.views.view import EVIDENCE, View, view_of
from onrecord.views.voices import voices_of

_FIGURE = ("speaker", "said_on", "low", "high", "hedge", "of", "flags", "superseded_by", "lineage")
_ENTRY = ("entry", "type", "happened", "place")
_TALLY = (*_ENTRY, "harm", "unit", "scope", *_FIGURE, *EVIDENCE, "quote", "figure", "claim")
_PRINTED = (*_ENTRY, "harm", "unit", "scope", "policy", "low", "high", "printed", "speakers", "figures")
_REFERENCE = ("reference", "agrees", "reference_source")
_SERIES = ("series", "harm", "unit", "place", *_FIGURE, *_REFERENCE, *EVIDENCE, "quote", "figure")
_LISTED = ("series", "harm", "unit", "place", "speaker", "n_statements", "first_on", "last_on")


def tallies_view(store: Store, *, entry: str | None = None, asked: Filter | None = None) -> View:
    """Return the figures of one entry, or of the latest entries asked for, side by side.

    Raises:
        UnknownName: There is no such entry.
    """
    found = told(store, _rows(store, entry, asked))
    rows = [(one.entry, tally, row) for one in found for tally in one.tallies for row in tally.rows]
    quotes = quotes_of(store, "figure", (row.statement.figure for _, _, row in rows))
    return view_of(
        "tallies",
        _TALLY,
        (
            {**_told_of(entry), "harm": tally.harm, "unit": tally.unit, "scope": tally.scope, **_figure(row, quotes)}
            for entry, tally, row in rows
        ),
    )


def printed_view(
    store: Store, policy: str, *, speaker: str | None = None, entry: str | None = None, asked: Filter | None = None
) -> View:
    """Return one number a tally, chosen by the policy called `policy`, with the speakers it stands on.

    Raises:
        UnknownName: There is no such entry or policy.
        InvalidValue: The policy needs a speaker, and none is given.
    """
    found = told(store, _rows(store, entry, asked))
    tallied = [(one.entry, tally) for one in found for tally in one.tallies]
    return view_of("printed", _PRINTED, (_printed(entry, tally, policy, speaker) for entry, tally in tallied))


def _rows(store: Store, entry: str | None, asked: Filter | None) -> Sequence[Any]:
    return entry_rows(store, asked or Filter()) if entry is None else [entry_row(store, entry)]


def _told_of(entry: Entry) -> dict[str, Any]:
    return {"entry": entry.id, "type": entry.type, "happened": entry.start, "place": entry.place}


def _printed(entry: Entry, tally: Tally, policy: str, speaker: str | None) -> Mapping[str, Any]:
    printed = print_number(tally, policy, speaker=speaker)
    chosen = [row.statement for row in tally.rows if row.statement.figure in printed.figures]
    return {
        **_told_of(entry), "harm": tally.harm, "unit": tally.unit, "scope": tally.scope, "policy": printed.policy,
        "low": printed.low, "high": printed.high, "printed": printed.words, "figures": " ".join(printed.figures),
        "speakers": "; ".join(sorted({said_by(statement) for statement in chosen})),
    }  # fmt: skip


def said_by(statement: Statement) -> str:
    """Return who is made to say a statement: the speaker, or the outlet in its own voice."""
    return statement.speaker or f"{statement.outlet or statement.report} (own voice)"


def _figure(row: TallyRow, quotes: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    said = row.statement
    return {
        "speaker": said_by(said), "said_on": said.said_on, "low": said.low, "high": said.high, "hedge": said.hedge,
        "of": said.of, "flags": " ".join(row.flags), "superseded_by": row.superseded_by, "lineage": row.lineage,
        "figure": said.figure, "claim": said.claim, **quotes.get(said.figure, {}),
    }  # fmt: skip


def series_view(
    store: Store, *, key: str | None = None, place: str | None = None, harm: str | None = None,
    speaker: str | None = None, asked: Filter | None = None, reference: Sequence[Reference] = (),
) -> View:  # fmt: skip
    """Return running totals point by point, each beside the reference's value of its day.

    Without `key`, `place`, `harm` and `speaker` it lists the series there are, the longest first.
    """
    asked = asked or Filter()
    if key is None and place is None and harm is None and speaker is None:
        sql = "SELECT key AS series, * FROM series ORDER BY n_statements DESC LIMIT ?"
        return view_of("series", _LISTED, [dict(row) for row in store.query(sql, (limit_of(asked),))])
    statements = _statements(store, _keys(store, key, place, harm, speaker), asked)
    lineage = lineages.by_id(store, {statement.report for statement in statements})
    voices = voices_of(store, (said.speaker_key for said in statements))
    found = series(statements, lineage, reference=reference, voices=voices)
    if key is not None:
        found = tuple(one for one in found if key in _names_of(one))
    figures = (point.row.statement.figure for one in found for point in one.points)
    quotes = quotes_of(store, "figure", figures)
    return view_of("series", _SERIES, (row for one in found for row in _points(one, quotes)))


def _keys(store: Store, key: str | None, place: str | None, harm: str | None, speaker: str | None) -> list[str]:
    """Return the keys of the series asked for; by key, of all speakers, as one body may go by several names."""
    if key is not None:
        start = "|".join(key.split("|")[:3])
        rows = store.query("SELECT key FROM series WHERE key >= ? AND key < ?", (f"{start}|", start + "}"))
        return [row["key"] for row in rows]
    parts: list[tuple[str, Cell]] = []
    if place is not None:
        parts.append(("place_key = ?", fold(place)))
    if harm is not None:
        parts.append(("harm = ?", harm))
    if speaker is not None:
        parts.append(("speaker_key = ?", fold(speaker)))
    where = " AND ".join(sql for sql, _ in parts)
    rows = store.query(f"SELECT key FROM series WHERE {where}", [cell for _, cell in parts])
    return [row["key"] for row in rows]


def _names_of(one: Series) -> set[str | None]:
    """Return the keys a series goes by: its own, and those its statements are kept under."""
    return {one.key, *(series_key(point.row.statement) for point in one.points)}


def _statements(store: Store, keys: Sequence[str], asked: Filter) -> list[Statement]:
    where, cells = days_where("said_on", asked)
    found: list[Statement] = []
    for some in portions(keys):
        marks = ", ".join("?" * len(some))
        rows = store.query(
            f"SELECT body FROM statement WHERE series IN ({marks}) AND {where} ORDER BY said_on DESC LIMIT ?",
            (*some, *cells, limit_of(asked)),
        )
        found += [from_plain(Statement, json.loads(row["body"])) for row in rows]
    return found


def _points(one: Series, quotes: Mapping[str, Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    for point in one.points:
        yield {
            "series": one.key, "harm": one.harm, "unit": one.unit, "place": one.place, **_figure(point.row, quotes),
            "said_on": point.on, "reference": point.reference, "reference_source": point.reference_source,
            "agrees": None if point.agrees is None else ("yes" if point.agrees else "no"),
        }  # fmt: skip
