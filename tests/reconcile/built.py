"""A small ledger in memory, put together from the pure functions as a store would."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from onrecord.model.dispute import Dispute
from onrecord.model.entry import Entry, EntryId
from onrecord.model.facts import Account, ReportFacts
from onrecord.model.judgement import Judgement
from onrecord.model.lineage import LineageId, LineageTie
from onrecord.model.negotiation import Move
from onrecord.model.record import Record
from onrecord.model.tally import Series, Statement, Tally
from onrecord.reconcile.accounts import accounts_of
from onrecord.reconcile.blame import blames_of
from onrecord.reconcile.cluster import cluster
from onrecord.reconcile.compare import compare
from onrecord.reconcile.dispute import disputes
from onrecord.reconcile.entries import entry_of
from onrecord.reconcile.identity import actor_facts, voices
from onrecord.reconcile.lineage import compare_reports, lineages
from onrecord.reconcile.moves import moves_of
from onrecord.reconcile.negotiation import answered
from onrecord.reconcile.series import series
from onrecord.reconcile.sketch import report_facts
from onrecord.reconcile.statements import statements_of
from onrecord.reconcile.tally import tallies


@dataclass(frozen=True)
class Ledger:
    """All that the records yield together; reports by their short names."""

    names: Mapping[str, str]
    ties: tuple[LineageTie, ...]
    lineage: Mapping[str, LineageId]
    accounts: Mapping[str, Account]
    judgements: tuple[Judgement, ...]
    entries: tuple[Entry, ...]
    tallies: Mapping[EntryId, tuple[Tally, ...]]
    disputes: Mapping[EntryId, tuple[Dispute, ...]]
    series: tuple[Series, ...]
    moves: tuple[Move, ...]

    def reports(self, entry: Entry) -> set[str]:
        return {self.names[report] for report in entry.reports}


def ledger_of(records: Mapping[str, Record]) -> Ledger:
    names = {record.report.id: name for name, record in records.items()}
    ties = tuple(_ties(records.values()))
    lineage = lineages(names, ties)
    accounts = {account.id: account for record in records.values() for account in accounts_of(record)}
    judgements = tuple(_judgements(accounts.values()))
    entries = tuple(entry_of([accounts[a] for a in group], lineage) for group in cluster(accounts, judgements))
    statements = [statement for record in records.values() for statement in statements_of(record)]
    spoken = voices(facts for record in records.values() for facts in actor_facts(record))
    blames = [blame for record in records.values() for blame in blames_of(record)]
    counted: dict[EntryId, tuple[Tally, ...]] = {}
    parted: dict[EntryId, tuple[Dispute, ...]] = {}
    for entry in entries:
        figures = {figure.id for account in entry.accounts for figure in accounts[account].figures}
        events = {event for account in entry.accounts for event in accounts[account].events}
        mine: list[Statement] = [s for s in statements if s.figure in figures]
        counted[entry.id] = tallies(entry.id, mine, lineage, voices=spoken)
        parted[entry.id] = disputes(
            entry.id, counted[entry.id], [b for b in blames if b.event in events], lineage, voices=spoken
        )
    return Ledger(
        names=names,
        ties=ties,
        lineage=lineage,
        accounts=accounts,
        judgements=judgements,
        entries=entries,
        tallies=counted,
        disputes=parted,
        series=series(statements, lineage, voices=spoken),
        moves=answered((move for record in records.values() for move in moves_of(record)), lineage),
    )


def candidates(facts: Iterable[Account | ReportFacts], *, shared: int) -> Iterable[tuple[int, int]]:
    by_key: dict[str, list[int]] = defaultdict(list)
    for number, item in enumerate(facts):
        for key in item.keys:
            by_key[key].append(number)
    counts = Counter(pair for numbers in by_key.values() for pair in combinations(numbers, 2))
    return sorted(pair for pair, n in counts.items() if n >= shared)


def _ties(records: Iterable[Record]) -> Iterable[LineageTie]:
    rows = [(report_facts(record), record.report.text) for record in records]
    for i, j in candidates([facts for facts, _ in rows], shared=2):
        tie = compare_reports(rows[i][0], rows[j][0], rows[i][1], rows[j][1])
        if tie is not None:
            yield tie


def _judgements(accounts: Iterable[Account]) -> Iterable[Judgement]:
    rows = list(accounts)
    for i, j in candidates(rows, shared=1):
        judgement = compare(rows[i], rows[j])
        if judgement is not None:
            yield judgement
