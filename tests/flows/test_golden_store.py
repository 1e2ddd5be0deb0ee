"""The reports of `examples/ledger` give the same through the store as put together in memory: nothing is lost on the way."""

import json
import random
from collections.abc import Iterator

import pytest

from onrecord.flows.add import Incoming, add_all
from onrecord.flows.reconcile import reconcile
from onrecord.flows.verify import Count, verify
from onrecord.model.dispute import Dispute
from onrecord.model.plain import from_plain
from onrecord.store.memory import MemoryStore
from onrecord.views.entries import entry_rows, told
from onrecord.views.filters import Filter
from onrecord.views.negotiation import negotiation_view
from onrecord.views.tallies import series_view
from reconcile.built import Ledger, ledger_of
from reconcile.marked import worded

ALL = Filter(limit=0)


@pytest.fixture(scope="module")
def expected() -> Ledger:
    return ledger_of(worded())


@pytest.fixture(scope="module", params=[0, 1, 2])
def store(request: pytest.FixtureRequest) -> Iterator[MemoryStore]:
    given = [Incoming(record=record, data=None) for record in worded().values()]
    random.Random(request.param).shuffle(given)
    with MemoryStore() as opened:
        list(add_all(opened, given, at_once=9))
        list(reconcile(opened, at_once=5))
        yield opened


def test_golden_lineages(store: MemoryStore, expected: Ledger) -> None:
    rows = store.query("SELECT report.id, lineage.id FROM lineage JOIN report ON report.key = report")
    assert {row[0]: row[1] for row in rows} == dict(expected.lineage)


def test_golden_entries_and_tallies(store: MemoryStore, expected: Ledger) -> None:
    found = told(store, entry_rows(store, ALL))
    assert {one.entry.id: one.entry for one in found} == {entry.id: entry for entry in expected.entries}
    assert {one.entry.id: one.tallies for one in found} == dict(expected.tallies)


def test_golden_disputes(store: MemoryStore, expected: Ledger) -> None:
    rows = store.query("SELECT body FROM dispute")
    found = [from_plain(Dispute, json.loads(row["body"])) for row in rows]
    assert {dispute.id: sides(dispute) for dispute in found} == {
        dispute.id: sides(dispute) for disputes in expected.disputes.values() for dispute in disputes
    }


def sides(dispute: Dispute) -> dict[str, list[set[str]]]:
    """Return who and what stands behind each position; in which order does not matter."""
    return {
        side.position: [set(side.speakers), set(side.reports), set(side.figures), set(side.claims), set(side.events)]
        for side in dispute.sides
    }


def test_golden_series_and_moves(store: MemoryStore, expected: Ledger) -> None:
    harms = {one.harm for one in expected.series}
    points = [row for harm in harms for row in series_view(store, harm=harm, asked=ALL).as_dicts()]
    figures = {
        (one.key, point.row.statement.figure, point.row.flags) for one in expected.series for point in one.points
    }
    assert {(row["series"], row["figure"], tuple(str(row["flags"]).split())) for row in points} == figures
    moves = negotiation_view(store, asked=ALL).as_dicts()
    assert [(row["event"], row["answers"], row["same_as"]) for row in moves] == [
        (move.event, move.answers, move.same_as) for move in expected.moves
    ]


def test_golden_ledger_verifies(store: MemoryStore) -> None:
    assert list(verify(store, Count())) == []
