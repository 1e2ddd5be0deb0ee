"""Brings lineages, entries and identities up to date with the judgements on file, as far as they were touched.

All functions must run inside a transaction of the store.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from onrecord.model.dispute import Blame, Dispute
from onrecord.model.entry import Entry, entry_id
from onrecord.model.facts import Account, AccountId
from onrecord.model.plain import from_plain
from onrecord.model.tally import Statement
from onrecord.reconcile import lineage
from onrecord.reconcile.cluster import cluster
from onrecord.reconcile.dispute import disputes
from onrecord.reconcile.entries import entry_of
from onrecord.reconcile.tally import tallies
from onrecord.store import derived, entries, facts, judgements, lineages
from onrecord.store.base import Store
from onrecord.views.voices import voices_of


class Made(NamedTuple):
    """An entry and its disputes, made from accounts and judgements."""

    entry: Entry
    disputes: tuple[Dispute, ...]


@dataclass(slots=True)
class Touched:
    """What a batch has touched: accounts and identities to cluster again, reports to trace again."""

    accounts: set[str] = field(default_factory=set)
    identities: dict[str, set[str]] = field(default_factory=lambda: {"actor": set(), "place": set()})
    reports: set[int] = field(default_factory=set)


def rebuild(store: Store, touched: Touched) -> None:
    """Bring lineages, entries and identities up to date with the judgements on file."""
    changed = _rebuild_lineages(store, touched.reports)
    _rebuild_entries(store, touched.accounts | entries.accounts_of_reports(store, changed))
    for items in touched.identities.values():
        reach = judgements.component(store, items)
        clusters = cluster(reach, judgements.among(store, reach))
        entries.put_clusters(store, {item: members[0] for members in clusters for item in members})


def _rebuild_lineages(store: Store, touched: set[int]) -> set[int]:
    kin = lineages.family(store, touched)
    traced = lineage.lineages(kin.values(), lineages.bonds(store, kin))
    return lineages.put_lineages(store, {key: traced[report] for key, report in kin.items()})


def _rebuild_entries(store: Store, accounts: set[str]) -> None:
    before = entries.entries_of(store, judgements.component(store, accounts))  # a ruling may be on one that is gone
    clusters = cluster(before, judgements.among(store, before), represented=facts.represented(store, before))
    kept = Counter(before.values())
    changed = [
        members
        for members in clusters
        if not accounts.isdisjoint(members)
        or {before[item] for item in members} != {entry_id(members)}
        or kept[entry_id(members)] != len(members)
    ]
    entries.drop_entries(store, (item for members in changed for item in members))
    for made in entries_made(store, changed):
        entries.put_entry(store, made.entry, made.disputes)


def entries_made(store: Store, clusters: Sequence[Sequence[str]]) -> Iterator[Made]:
    """Give the entry of each of `clusters` of accounts, with what the ledger holds of each."""
    members = [item for items in clusters for item in items]
    found = {item.id: item for item in facts.of_items(store, members) if isinstance(item, Account)}
    lineage_of = lineages.by_id(store, {account.report for account in found.values()})
    statements = derived.statements_of_accounts(store, members)
    blames = derived.blames_of_accounts(store, members)
    for items in clusters:
        entry = entry_of([found[AccountId(item)] for item in items], lineage_of)
        told = [from_plain(Statement, body) for item in items for body in statements.get(item, ())]
        blamed = [from_plain(Blame, body) for item in items for body in blames.get(item, ())]
        voices = voices_of(store, (said.speaker_key for said in (*told, *blamed)))
        tallied = tallies(entry.id, told, lineage_of, voices=voices)
        yield Made(entry, disputes(entry.id, tallied, blamed, lineage_of, voices=voices))
