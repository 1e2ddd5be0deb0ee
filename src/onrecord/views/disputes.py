"""Where the accounts part: claims of one entry that cannot all hold, a row for each thing a side is shown by."""

import json
from collections.abc import Iterator
from typing import Any

from onrecord.model.dispute import Dispute, Side
from onrecord.model.plain import from_plain
from onrecord.store.base import Row, Store
from onrecord.views.entries import entry_row, entry_rows
from onrecord.views.filters import Filter
from onrecord.views.quotes import quotes_of
from onrecord.views.view import EVIDENCE, View, view_of

_COLUMNS = (
    "dispute", "entry", "type", "happened", "place", "differs_in", "position", "speakers", "n_reports", "n_lineages",
    *EVIDENCE, "quote", "item",
)  # fmt: skip


def disputes_view(store: Store, *, entry: str | None = None, asked: Filter | None = None) -> View:
    """Return the disputes of one entry, or of the latest disputed entries asked for.

    Raises:
        UnknownName: There is no such entry.
    """
    rows = entry_rows(store, asked or Filter(), disputed=True) if entry is None else [entry_row(store, entry)]
    found = [(row, dispute) for row in rows for dispute in _disputes(store, row["id"])]
    sides = [side for _, dispute in found for side in dispute.sides]
    quotes = {
        **quotes_of(store, "event", (item for side in sides for item in side.events)),
        **quotes_of(store, "claim", (item for side in sides for item in side.claims)),
        **quotes_of(store, "figure", (item for side in sides for item in side.figures)),
    }
    return view_of("disputes", _COLUMNS, (line for row, dispute in found for line in _lines(row, dispute, quotes)))


def _disputes(store: Store, entry: str) -> list[Dispute]:
    rows = store.query("SELECT body FROM dispute WHERE entry = ? ORDER BY id", (entry,))
    return [from_plain(Dispute, json.loads(row["body"])) for row in rows]


def _lines(row: Row, dispute: Dispute, quotes: dict[str, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for side in dispute.sides:
        for item in _items(side):
            yield {
                "dispute": dispute.id, "entry": row["id"], "type": row["type"],
                "happened": row["happened_start"], "place": row["place"],
                "differs_in": dispute.differs_in, "position": side.position, "speakers": "; ".join(side.speakers),
                "n_reports": len(side.reports), "n_lineages": len(side.lineages), "item": item, **quotes.get(item, {}),
            }  # fmt: skip


def _items(side: Side) -> tuple[str, ...]:
    """Return what a side is shown by: its figures, else its claims, else its events."""
    return side.figures or side.claims or side.events
