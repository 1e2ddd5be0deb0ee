"""Entries as the ledger holds them, with what their accounts say: what tallies, disputes and the timeline stand on."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.errors import UnknownName
from onrecord.model.entry import Entry, EntryId
from onrecord.model.facts import Account, AccountId
from onrecord.model.plain import from_plain
from onrecord.model.tally import Statement, Tally
from onrecord.reconcile.tally import tallies
from onrecord.store import derived, facts, lineages
from onrecord.store.base import Row, Store
from onrecord.views.filters import Filter, entries_where, limit_of
from onrecord.views.voices import voices_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An entry with its accounts and its tallies."""

    entry: Entry
    accounts: tuple[Account, ...]
    tallies: tuple[Tally, ...]


def entry_rows(store: Store, asked: Filter, *, disputed: bool = False, leaving: Sequence[str] = ()) -> list[Row]:
    """Return the rows of the latest entries asked for, the earliest first; those without a day come last.

    Entries of the types `leaving` are left out.
    """
    where, cells = entries_where(asked)
    where += f" AND type NOT IN ({', '.join('?' * len(leaving))})" if leaving else ""
    cells += leaving
    where += " AND n_disputes > 0" if disputed else ""
    rows = store.query(
        f"SELECT * FROM entry WHERE {where} ORDER BY happened_start DESC, id LIMIT ?", (*cells, limit_of(asked))
    )
    return sorted(rows, key=lambda row: (row["happened_start"] is None, row["happened_start"] or "", row["id"]))


def entry_row(store: Store, name: str) -> Row:
    """Return the row of the entry called `name`: by its own id, or by that of an account or event in it.

    Raises:
        UnknownName: There is none.
    """
    rows = store.query("SELECT * FROM entry WHERE id = ?", (name,)) or store.query(
        "SELECT entry.* FROM entry JOIN account ON account.entry = entry.id LEFT JOIN account_event"
        " ON account_event.account = account.id WHERE account.id = ?1 OR account_event.event = ?1 LIMIT 1",
        (name,),
    )
    if not rows:
        raise UnknownName("entry", name, ["the ids that `onrecord timeline` shows"])
    return rows[0]


def told(store: Store, rows: Sequence[Row]) -> list[Told]:
    """Return entries, given by their rows, with accounts and tallies."""
    members: dict[str, list[str]] = {row["id"]: [] for row in rows}
    for some in facts.portions(sorted(members)):
        marks = ", ".join("?" * len(some))
        for row in store.query(f"SELECT id, entry FROM account WHERE entry IN ({marks}) ORDER BY id", some):
            members[row["entry"]].append(row["id"])
    ids = [account for accounts in members.values() for account in accounts]
    accounts = {a.id: a for a in facts.of_items(store, ids) if isinstance(a, Account)}
    lineage = lineages.by_id(store, {account.report for account in accounts.values()})
    bodies = derived.statements_of_accounts(store, ids)
    said = {account: [from_plain(Statement, body) for body in found] for account, found in bodies.items()}
    voices = voices_of(store, (s.speaker_key for found in said.values() for s in found))
    return [
        Told(
            entry=_entry(row, [accounts[AccountId(name)] for name in members[row["id"]]]),
            accounts=tuple(accounts[AccountId(name)] for name in members[row["id"]]),
            tallies=tallies(
                row["id"], [s for name in members[row["id"]] for s in said.get(name, ())], lineage, voices=voices
            ),
        )
        for row in rows
    ]


def _entry(row: Row, accounts: Sequence[Account]) -> Entry:
    return Entry(
        id=EntryId(row["id"]), accounts=tuple(account.id for account in accounts),
        reports=tuple(sorted({account.report for account in accounts})), type=row["type"], start=row["happened_start"],
        end=row["happened_end"], place=row["place"], country=row["country"], lat=row["lat"], lon=row["lon"],
        n_lineages=row["n_lineages"],
    )  # fmt: skip
