"""What comes of many records: entries, lineages and identities, the same whatever the order and however often."""

import random
from dataclasses import replace

import pytest
from benchmarks.invented import incident_of, records, report_of

from onrecord.flows.add import Incoming, add_all
from onrecord.flows.reconcile import n_pending, reconcile
from onrecord.flows.verify import Count, verify
from onrecord.model.actor import ActorRole
from onrecord.model.record import MadeBy, Record
from onrecord.reconcile.cluster import ENOUGH
from onrecord.store.facts import MOST_CANDIDATES
from onrecord.store.memory import MemoryStore

SEEN = (
    "SELECT id, type, happened_start, place, n_accounts, n_reports, n_lineages, n_disputes FROM entry ORDER BY id",
    "SELECT id, entry FROM account ORDER BY id",
    "SELECT report.id, lineage.id FROM lineage JOIN report ON report.key = report ORDER BY 1",
    "SELECT id, cluster FROM identity ORDER BY id",
    "SELECT id, differs_in FROM dispute ORDER BY id",
    "SELECT key, n_statements, first_on, last_on FROM series ORDER BY key",
    "SELECT speaker_key, n_lines, first_on, last_on FROM voice ORDER BY speaker_key",
    "SELECT left_id, right_id, verdict, score FROM judgement ORDER BY 1, 2",
)


def ledger(*given: Record, at_once: int = 50) -> MemoryStore:
    store = MemoryStore()
    for record in given:
        list(add_all(store, [Incoming(record=record, data=None)]))
        if at_once == 1:
            list(reconcile(store, at_once=1))
    list(reconcile(store, at_once=at_once))
    return store


def seen(store: MemoryStore) -> list[list[tuple[object, ...]]]:
    return [[tuple(row) for row in store.query(sql)] for sql in SEEN]


MANY = tuple(records(40))


@pytest.fixture(scope="module")
def expected() -> list[list[tuple[object, ...]]]:
    with ledger(*MANY) as store:
        return seen(store)


def test_reconcile_joins_the_reports_of_one_incident(expected: list[list[tuple[object, ...]]]) -> None:
    entries = expected[0]
    assert max(row[5] for row in entries) > 1  # type: ignore[type-var]  # n_reports
    assert any(row[5] > row[6] for row in entries), "a copy is no lineage of its own"  # type: ignore[operator]
    assert len({row[1] for row in expected[2]}) < len(MANY), "copies share a lineage"


@pytest.mark.parametrize("at_once", [1, 7])
def test_reconcile_gives_the_same_in_any_order(at_once: int, expected: list[list[tuple[object, ...]]]) -> None:
    given = list(MANY)
    random.Random(at_once).shuffle(given)
    with ledger(*given, at_once=at_once) as store:
        assert seen(store) == expected


def test_reconcile_again_changes_nothing(expected: list[list[tuple[object, ...]]]) -> None:
    with ledger(*MANY) as store:
        assert n_pending(store) == 0
        assert list(reconcile(store)) == []
        assert seen(store) == expected


def test_reconcile_follows_a_new_reading(expected: list[list[tuple[object, ...]]]) -> None:
    """A report read again gives the same ledger, with nothing of the old reading left in it."""
    with ledger(*MANY) as store:
        again = [Incoming(record=replace(r, made_by=MadeBy(onrecord="9", reader="x")), data=None) for r in MANY[:9]]
        assert [outcome.what for outcome in add_all(store, again)] == ["reread"] * 9  # type: ignore[union-attr]
        assert n_pending(store) == 9
        assert list(reconcile(store)) == [9]
        assert seen(store) == expected
        assert list(verify(store, Count())) == []


def test_reports_of_one_happening_may_be_read_anew_together() -> None:
    """Accounts that one report is tied to may be gone when the next report of the batch has been taken up."""
    bare = tuple(replace(record, events=(), figures=(), made_by=MadeBy(onrecord="9", reader="x")) for record in MANY)
    with ledger(*MANY) as store, ledger(*bare) as fresh:
        list(add_all(store, [Incoming(record=record, data=None) for record in bare]))
        assert list(reconcile(store)) == [len(bare)]
        assert seen(store) == seen(fresh)
        assert list(verify(store, Count())) == []


def spoken_for(record: Record, *titles: str) -> Record:
    """Return `record` with all persons in offices of those titles."""
    roles = tuple(ActorRole(title=title, of=None) for title in titles)
    actors = tuple(replace(a, roles=roles) if a.kind == "person" else a for a in record.actors)
    return replace(record, actors=actors, made_by=MadeBy(onrecord=f"9 {titles}", reader="x"))


VOICES = "SELECT DISTINCT person, body FROM speaks_for ORDER BY 1, 2"


@pytest.mark.parametrize("at_once", [1, 50])
def test_who_speaks_for_whom_is_forgotten_with_the_reading_that_said_so(at_once: int) -> None:
    given = [record for record in MANY if any(actor.kind == "person" for actor in record.actors)][:4]
    named = [spoken_for(record, "army spokesman") for record in given]
    with ledger(*named) as store, ledger(named[0], *given[1:]) as one, ledger(*given) as fresh:
        assert store.query(VOICES)
        for expected, again in ((one, given[1:]), (fresh, given[:1])):
            list(add_all(store, [Incoming(record=record, data=None) for record in again]))
            list(reconcile(store, at_once=at_once))
            assert [tuple(row) for row in store.query(VOICES)] == [tuple(row) for row in expected.query(VOICES)]
            assert seen(store) == seen(expected)
            assert list(verify(store, Count())) == []
        assert not store.query("SELECT 1 FROM speaks_for")


def test_every_account_is_in_one_entry(expected: list[list[tuple[object, ...]]]) -> None:
    entries = {row[0]: row[4] for row in expected[0]}
    counted: dict[object, int] = {}
    for _, entry in expected[1]:
        counted[entry] = counted.get(entry, 0) + 1
    assert counted == entries


def of_one_incident(n: int) -> list[Record]:
    """Return `n` reports of one incident, published over four days."""
    incident = incident_of(3)
    return [report_of(incident, number % 4, random.Random(number)) for number in range(n)]


@pytest.mark.parametrize("n", [ENOUGH + 45, pytest.param(300, marks=pytest.mark.slow)])
def test_a_happening_that_very_many_tell_stays_whole(n: int) -> None:
    with ledger(*of_one_incident(n)) as store:
        largest = store.query("SELECT max(n_reports) FROM entry")[0][0]
        compared = store.query("SELECT count(*) FROM judgement")[0][0]
    assert largest == n
    assert compared < 2 * MOST_CANDIDATES * n  # two accounts a report


def test_what_others_stand_for_is_kept_when_those_are_read_again() -> None:
    many = of_one_incident(ENOUGH + 12)
    with ledger(*many) as store:
        for record in many[: ENOUGH + 2]:
            again = replace(record, made_by=MadeBy(onrecord="9", reader="x"))
            list(add_all(store, [Incoming(record=again, data=None)]))
            list(reconcile(store))
        assert store.query("SELECT max(n_reports) FROM entry")[0][0] == len(many)
