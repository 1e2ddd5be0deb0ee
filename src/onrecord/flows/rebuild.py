"""Brings lineages, entries and identities up to date with the judgements on file, as far as they were touched.

All functions must run inside a transaction of the store.
"""

from dataclasses import dataclass, field

from onrecord.model.dispute import Blame
from onrecord.model.facts import Account
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
    reach = judgements.component(store, accounts)
    found: dict[str, Account] = {}
    for item in facts.of_items(store, reach):
        assert isinstance(item, Account)
        found[item.id] = item
    entries.drop_entries(store, found)
    lineage_of = lineages.by_id(store, {account.report for account in found.values()})
    statements = derived.statements_of_accounts(store, found)
    blames = derived.blames_of_accounts(store, found)
    for members in cluster(found, judgements.among(store, found)):
        entry = entry_of([found[item] for item in members], lineage_of)
        told = [from_plain(Statement, body) for item in members for body in statements.get(item, ())]
        blamed = [from_plain(Blame, body) for item in members for body in blames.get(item, ())]
        voices = voices_of(store, (said.speaker_key for said in (*told, *blamed)))
        tallied = tallies(entry.id, told, lineage_of, voices=voices)
        entries.put_entry(store, entry, disputes(entry.id, tallied, blamed, lineage_of, voices=voices))
