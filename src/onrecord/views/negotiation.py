"""Who demands, offers, refuses, agrees and releases what, who answers whom, and what is exchanged."""

import json
from typing import Any

from onrecord.gazetteer.fold import fold
from onrecord.model.negotiation import Move
from onrecord.model.plain import from_plain
from onrecord.reconcile.negotiation import answered
from onrecord.store import lineages
from onrecord.store.base import Cell, Store
from onrecord.views.filters import Filter, days_where, limit_of
from onrecord.views.quotes import quotes_of
from onrecord.views.view import EVIDENCE, View, view_of

_COLUMNS = (
    "on", "kind", "by", "to", "mediators", "topic", "counts", "modality", "speaker", "answers", "same_as", "lineage",
    *EVIDENCE, "quote", "event",
)  # fmt: skip


def negotiation_view(store: Store, *, party: str | None = None, asked: Filter | None = None) -> View:
    """Return the latest moves in talks, in order of days; with `party`, those in which one so named takes part."""
    moves = _moves(store, party, asked or Filter())
    found = answered(moves, lineages.by_id(store, {move.report for move in moves}))
    quotes = quotes_of(store, "event", (move.event for move in found))
    return view_of("negotiation", _COLUMNS, ({**_row(move), **quotes.get(move.event, {})} for move in found))


def _moves(store: Store, party: str | None, asked: Filter) -> list[Move]:
    where, cells = days_where("made_on", asked)
    given: list[Cell] = list(cells)
    if party is not None:
        where += " AND key IN (SELECT move FROM move_party WHERE instr(' ' || name_key || ' ', ' ' || ? || ' '))"
        given.append(fold(party))
    if asked.type is not None:
        where += " AND kind = ?"
        given.append(asked.type)
    sql = f"SELECT body FROM move WHERE {where} ORDER BY made_on DESC, key LIMIT ?"
    return [from_plain(Move, json.loads(row["body"])) for row in store.query(sql, (*given, limit_of(asked)))]


def _row(move: Move) -> dict[str, Any]:
    return {
        "on": move.on, "kind": move.kind, "by": ", ".join(move.by), "to": ", ".join(move.to),
        "mediators": ", ".join(move.mediators), "topic": move.topic, "modality": move.modality,
        "counts": "; ".join(f"{count.words} {count.of}" for count in move.counts), "speaker": move.said_by,
        "answers": move.answers, "same_as": move.same_as, "lineage": move.lineage, "quote": move.quote,
        "event": move.event,
    }  # fmt: skip
