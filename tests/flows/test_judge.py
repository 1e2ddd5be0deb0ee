"""A person's ruling: it holds, it outranks the machine, and taking it back leaves no trace in the ledger."""

from collections.abc import Iterator

import pytest
from benchmarks.invented import records

from onrecord.errors import InvalidValue, UnknownName
from onrecord.flows.add import Incoming, add_all
from onrecord.flows.judge import judge, take_back
from onrecord.flows.reconcile import reconcile
from onrecord.flows.verify import Count, verify
from onrecord.store.memory import MemoryStore
from onrecord.views.show import rulings_view

ENTRIES = "SELECT * FROM entry ORDER BY id"
HOMES = "SELECT id, entry FROM account ORDER BY id"
MANY = tuple(records(40))


def state(store: MemoryStore) -> list[tuple[object, ...]]:
    return [tuple(row) for sql in (ENTRIES, HOMES, "SELECT * FROM identity ORDER BY id") for row in store.query(sql)]


@pytest.fixture
def store() -> Iterator[MemoryStore]:
    with MemoryStore() as opened:
        list(add_all(opened, (Incoming(record=record, data=None) for record in MANY[:30]), at_once=30))
        list(reconcile(opened))
        yield opened


def entry_of(store: MemoryStore, account: str) -> str:
    return str(store.query("SELECT entry FROM account WHERE id = ?", (account,))[0][0])


def pair_of(store: MemoryStore, *, together: bool) -> tuple[str, str]:
    sign = "=" if together else "<>"
    sql = f"SELECT a.id, b.id FROM account a JOIN account b ON a.id < b.id AND a.entry {sign} b.entry"
    row = store.query(f"{sql} AND a.report <> b.report ORDER BY 1, 2 LIMIT 1")[0]
    return row[0], row[1]


@pytest.mark.parametrize(("verdict", "together"), [("same", False), ("different", True)])
def test_a_ruling_holds_against_the_machine_and_can_be_taken_back(
    verdict: str, together: bool, store: MemoryStore
) -> None:
    before = state(store)
    left, right = pair_of(store, together=together)
    number = judge(store, verdict, right, left, by="Reviewer", because="the street is another")  # type: ignore[arg-type]
    assert (entry_of(store, left) == entry_of(store, right)) is not together
    list(add_all(store, (Incoming(record=record, data=None) for record in MANY[30:]), at_once=10))
    list(reconcile(store))
    assert (entry_of(store, left) == entry_of(store, right)) is not together, "the machine must not undo a ruling"
    take_back(store, number, by="Reviewer")
    with MemoryStore() as fresh:
        list(add_all(fresh, (Incoming(record=record, data=None) for record in MANY), at_once=40))
        list(reconcile(fresh))
        assert state(store) == state(fresh)
    assert state(store) != before
    row = rulings_view(store).as_dicts()[0]
    assert (row["by"], row["reasons"], row["verdict"]) == ("Reviewer", "the street is another", verdict)
    assert row["retired_at"] is not None
    assert list(verify(store, Count())) == []


def test_actors_can_be_ruled_one(store: MemoryStore) -> None:
    ids = [
        actor.id
        for name in ("River Front", "Northern Command")
        for r in MANY[:30]
        for actor in r.actors
        if actor.name == name
    ]
    left, right = ids[0], ids[-1]
    number = judge(store, "same", left, right, by="Reviewer")
    clusters = {row["name"]: row["cluster"] for row in store.query("SELECT * FROM identity WHERE kind = 'actor'")}
    assert clusters["river front"] == clusters["northern command"]
    take_back(store, number, by="Reviewer")
    clusters = {row["name"]: row["cluster"] for row in store.query("SELECT * FROM identity WHERE kind = 'actor'")}
    assert clusters["river front"] != clusters["northern command"]


def test_rulings_are_refused_where_they_make_no_sense(store: MemoryStore) -> None:
    left, _ = pair_of(store, together=False)
    with pytest.raises(UnknownName, match="acc-none"):
        judge(store, "same", left, "acc-none", by="Reviewer")
    with pytest.raises(InvalidValue, match="one and the same"):
        judge(store, "same", left, left, by="Reviewer")
    with pytest.raises(InvalidValue, match="two of one kind"):
        judge(store, "same", left, MANY[0].actors[0].id, by="Reviewer")
    with pytest.raises(UnknownName, match="ruling '99'"):
        take_back(store, 99, by="Reviewer")
    assert store.query("SELECT count(*) FROM judgement WHERE is_ruling = 1")[0][0] == 0
