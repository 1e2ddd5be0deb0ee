"""Compares what is new in a ledger with what is there, and brings entries, lineages and identities up to date.

The one page where the order can be read: facts, candidates, judgements, clusters, entries. A batch of records is one
transaction: a run that is killed goes on with the records it had not finished. Only what the new judgements can
reach is clustered again, with the same result as clustering everything.
"""

import gc
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from onrecord.flows.rebuild import Touched, rebuild
from onrecord.model.facts import Account, ActorFacts, Facts, PlaceFacts, ReportFacts
from onrecord.model.ids import ReportId
from onrecord.model.judgement import Judgement
from onrecord.model.record import Record
from onrecord.reconcile import (
    blame,
    compare,
    dispute,
    identity,
    lineage,
    moves,
    negotiation,
    speakers,
    statements,
    tally,
)
from onrecord.reconcile import entries as entries_
from onrecord.reconcile import facts as boil
from onrecord.reconcile.block import days_between
from onrecord.reconcile.cluster import is_represented
from onrecord.store import derived, entries, facts, judgements, lineages, reports
from onrecord.store.base import Row, Store
from onrecord.store.rows import actor_identity, place_identity

MAKER = " ".join(
    part.MAKER
    for part in (boil, compare, identity, lineage, statements, blame, negotiation, speakers, entries_, tally, dispute)
)
"""The version of all that is made here; a ledger reconciled by another is reconciled anew."""

_MOST_TIES = 12  # reports that share the most runs of words with a new one are compared word for word


def reconcile(store: Store, *, at_once: int = 500) -> Iterator[int]:
    """Reconcile all records that are new, and give how many were done after each transaction.

    Raises:
        BrokenLedger: The disk is full or the ledger is damaged. The next run goes on where this one stopped.
    """
    while True:
        with store.transaction(), _without_collecting():
            batch = _pending(store, at_once)
            if batch:
                _reconcile(store, batch)
        if not batch:
            return
        yield len(batch)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Keep Python from looking for cycles: frozen rows hold none, and looking took a fifth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def n_pending(store: Store) -> int:
    """Return how many records are still to be reconciled."""
    n = store.query(
        "SELECT count(*) FROM record LEFT JOIN reconciled ON reconciled.record = record.key"
        " WHERE retired_at IS NULL AND maker IS NOT ?",
        (MAKER,),
    )[0][0]
    assert isinstance(n, int)
    return n


def _pending(store: Store, n: int) -> list[Row]:
    return store.query(
        "SELECT record.key, record.report, record.body, report.id FROM record JOIN report ON report.key = record.report"
        " LEFT JOIN reconciled ON reconciled.record = record.key"
        " WHERE retired_at IS NULL AND maker IS NOT ? ORDER BY record.key LIMIT ?",
        (MAKER, n),
    )


def _reconcile(store: Store, batch: list[Row]) -> None:
    touched = Touched()
    for row in batch:
        parted = _forget(store, row["report"], touched)
        _take_up(store, row, touched, parted)
    rebuild(store, touched)
    store.write_many(
        "INSERT INTO reconciled (record, maker) VALUES (?1, ?2) ON CONFLICT (record) DO UPDATE SET maker = ?2",
        [(row["key"], MAKER) for row in batch],
    )


def _forget(store: Store, report: int, touched: Touched) -> set[str]:
    """Drop what an earlier reading of a report gave; what it was clustered with is clustered again.

    Returns:
        The accounts that the earlier reading's stood for: no key leads to them, so they must be remembered.
    """
    parted: set[str] = set()
    old = entries.accounts_of_reports(store, (report,))
    if old:
        touched.accounts |= judgements.component(store, old) - old
        parted = facts.represented(store, judgements.neighbours(store, old) - old)
        entries.drop_entries(store, old)
        judgements.forget_machine(store, old)
    heard = derived.forget_speaks_for(store, report)
    touched.accounts |= entries.accounts_of_reports(store, heard - {report})
    derived.forget(store, report)
    return parted


def _take_up(store: Store, row: Row, touched: Touched, parted: set[str]) -> None:
    """Compare all that one record tells with what is there and with the accounts `parted` from it, and keep it."""
    record = record_of(row)
    made = boil.facts_of(record)
    accounts = [item for item in made if isinstance(item, Account)]
    touched.reports.add(row["report"])
    touched.accounts.update(account.id for account in accounts)
    for item in made:
        if isinstance(item, ReportFacts):
            _trace(store, item, record.report.text)
            facts.put(store, item, report=row["report"])
        elif isinstance(item, Account):
            judged = _compare(store, item, parted)
            facts.put(store, item, report=row["report"], is_represented=is_represented(judged))
    entries.put_accounts(store, accounts, record=row["key"], report=row["report"])
    _derive(store, record, accounts, row)
    _identify(store, record, made, touched, key=row["key"])


def record_of(row: Row) -> Record:
    """Return the record in `body`, under the report's `id`: a further capture's goes by that of the first."""
    record = reports.unpack(row["body"])
    return replace(record, report=replace(record.report, id=ReportId(row["id"])))


def _derive(store: Store, record: Record, accounts: list[Account], row: Row) -> None:
    """Keep what views look up over all records."""
    key, report = row["key"], row["report"]
    derived.put_statements(store, statements.statements_of(record), accounts, record, key=key, report=report)
    derived.put_blames(store, blame.blames_of(record), record=key)
    derived.put_moves(store, moves.moves_of(record), record=key, report=report)
    derived.put_lines(store, speakers.lines_of(record), record=key)


def _compare(store: Store, item: Facts, also: Collection[str] = ()) -> list[Judgement]:
    """Judge an item against its candidates and against those of `also`, and return what was judged of the first."""
    others = facts.candidates(store, item)
    judged = _judged(item, others)
    judgements.put_all(store, judged)
    judgements.put_all(store, _judged(item, facts.of_items(store, set(also) - {other.id for other in others})))
    return judged


def _judged(item: Facts, others: Iterable[Facts]) -> list[Judgement]:
    found = (compare.compare(item, other) for other in others)
    return [judgement for judgement in found if judgement is not None]


def _trace(store: Store, item: ReportFacts, text: str) -> None:
    """Keep the ties of a report to those it shares words with."""
    for other in facts.candidates(store, item, least=2, most=_MOST_TIES)[:_MOST_TIES]:
        assert isinstance(other, ReportFacts)
        apart = days_between(item.published, other.published)
        if apart is None or apart <= lineage.WINDOW_DAYS:
            tie = lineage.compare_reports(item, other, text, reports.text_of(store, other.id))
            if tie is not None:
                lineages.put_tie(store, tie)


def _identify(store: Store, record: Record, made: tuple[Facts, ...], touched: Touched, *, key: int) -> None:
    """Keep the actors and places that are new to the ledger under their identities, compared with their like."""
    heard = derived.put_speaks_for(store, (item for item in made if isinstance(item, ActorFacts)), record=key)
    touched.accounts |= entries.accounts_of_reports(store, heard)
    actors = {actor.id: actor_identity(actor) for actor in record.actors}
    places = {place.id: place_identity(place) for place in record.places}
    for item in made:
        if isinstance(item, ActorFacts):
            name = actors[item.id]
            _put_identity(store, replace(item, id=name, report=name), touched)  # type: ignore[arg-type]  # see `facts`
        elif isinstance(item, PlaceFacts):
            name = places[item.id]
            _put_identity(store, replace(item, id=name, report=name), touched)  # type: ignore[arg-type]


def _put_identity(store: Store, item: ActorFacts | PlaceFacts, touched: Touched) -> None:
    if facts.has(store, item.id):
        return
    _compare(store, item)
    facts.put(store, item, report=None)
    entries.put_identity(store, item)
    touched.identities[item.kind].add(item.id)
