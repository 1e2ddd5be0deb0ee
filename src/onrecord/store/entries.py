"""Entries, their accounts, and identities, on file. All of it can be made again from records and judgements.

All functions that write must run inside a transaction of the store.
"""

import json
from collections.abc import Iterable, Mapping, Sequence

from onrecord.gazetteer.fold import fold
from onrecord.model.dispute import Dispute
from onrecord.model.entry import Entry
from onrecord.model.facts import Account, ActorFacts, PlaceFacts
from onrecord.model.plain import to_plain
from onrecord.store.base import Cell, Store
from onrecord.store.facts import portions


def put_accounts(store: Store, accounts: Sequence[Account], *, record: int, report: int) -> None:
    """Keep which account tells which event rows of a record. Their entries are given by `put_entry`."""
    store.write_many(
        "INSERT INTO account (id, entry, report, is_lead) VALUES (?, '', ?, ?)",
        [(account.id, report, int(account.is_lead)) for account in accounts],
    )
    store.write_many(
        "INSERT INTO account_event (record, event, account) VALUES (?, ?, ?)",
        [(record, event, account.id) for account in accounts for event in account.events],
    )


def accounts_of_reports(store: Store, reports: Iterable[int]) -> set[str]:
    """Return the ids of the accounts that `reports`, by key, give."""
    found: set[str] = set()
    for some in portions(sorted(reports)):
        marks = ", ".join("?" * len(some))
        found.update(row[0] for row in store.query(f"SELECT id FROM account WHERE report IN ({marks})", some))
    return found


def entries_of(store: Store, accounts: Iterable[str]) -> dict[str, str]:
    """Return the id of the entry that each of `accounts` is in, empty where it is in none yet."""
    found: dict[str, str] = {}
    for some in portions(sorted(accounts)):
        marks = ", ".join("?" * len(some))
        found.update(tuple(row) for row in store.query(f"SELECT id, entry FROM account WHERE id IN ({marks})", some))
    return found


def drop_entries(store: Store, accounts: Iterable[str]) -> None:
    """Drop the entries that `accounts` are in, to be made again."""
    entries: set[str] = set()
    for some in portions(sorted(accounts)):
        marks = ", ".join("?" * len(some))
        entries.update(row[0] for row in store.query(f"SELECT entry FROM account WHERE id IN ({marks})", some))
    ids = [(entry,) for entry in sorted(entries)]
    store.write_many("DELETE FROM dispute WHERE entry = ?", ids)
    store.write_many("DELETE FROM entry WHERE id = ?", ids)


_COLUMNS = (
    "id", "type", "happened_start", "happened_end", "place", "place_key", "country", "lat", "lon", "n_accounts",
    "n_reports", "n_lineages", "n_disputes", "weight",
)  # fmt: skip
ENTRY = f"SELECT {', '.join(_COLUMNS)} FROM entry WHERE id = ?"
"""The query for an entry's row, as `entry_cells` gives it."""


def entry_cells(entry: Entry, disputes: Sequence[Dispute]) -> tuple[Cell, ...]:
    """Return the row of an entry."""
    return (
        entry.id, entry.type, entry.start, entry.end, entry.place, fold(entry.place) if entry.place else None,
        entry.country, entry.lat, entry.lon, len(entry.accounts), len(entry.reports), entry.n_lineages,
        len(disputes), entry.n_lineages,
    )  # fmt: skip


def dispute_cells(entry: Entry, disputes: Sequence[Dispute]) -> list[tuple[Cell, ...]]:
    """Return the rows of an entry's disputes."""
    return [(d.id, entry.id, d.differs_in, json.dumps(to_plain(d), ensure_ascii=False)) for d in disputes]


def put_entry(store: Store, entry: Entry, disputes: Sequence[Dispute]) -> None:
    """Keep an entry, whose accounts are told its id, and its disputes."""
    marks = ", ".join("?" * len(_COLUMNS))
    store.write(f"INSERT INTO entry ({', '.join(_COLUMNS)}) VALUES ({marks})", entry_cells(entry, disputes))
    store.write_many("UPDATE account SET entry = ? WHERE id = ?", [(entry.id, account) for account in entry.accounts])
    store.write_many(
        "INSERT INTO dispute (id, entry, differs_in, body) VALUES (?, ?, ?, ?)", dispute_cells(entry, disputes)
    )


def put_identity(store: Store, facts: ActorFacts | PlaceFacts) -> None:
    """Keep an actor or place over all reports, at first as the only one of its cluster."""
    store.write(
        "INSERT INTO identity (id, kind, name, name_key, cluster) VALUES (?1, ?2, ?3, ?3, ?1)",
        (facts.id, facts.kind, facts.name),
    )


def put_clusters(store: Store, clusters: Mapping[str, str]) -> None:
    """Keep which cluster each identity is in."""
    store.write_many("UPDATE identity SET cluster = ? WHERE id = ?", [(to, item) for item, to in clusters.items()])
