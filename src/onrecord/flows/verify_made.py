"""Is what was made of the records and judgements what would be made of them now?

Statements, moves and lines are lifted out of each record again, every judgement of the machine is judged again,
lineages are traced, accounts clustered and entries, tallies and disputes made again, in memory, and laid beside what
is on file. Records that are still to be reconciled are left out.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from onrecord.flows.failure import Failure
from onrecord.flows.rebuild import entries_made
from onrecord.flows.reconcile import MAKER, record_of
from onrecord.model.facts import Account, ActorFacts
from onrecord.model.facts_json import facts_dumps, facts_loads
from onrecord.model.ids import ReportId
from onrecord.model.record import Record
from onrecord.reconcile import blame, compare, lineage, moves, speakers, statements
from onrecord.reconcile import facts as boil
from onrecord.reconcile.cluster import cluster
from onrecord.store import derived, entries, facts, judgements, lineages
from onrecord.store.base import Cell, Row, Store

Rows = Iterable[tuple[Cell, ...]]
_TABLES = {
    "statement": "figure, account, series, said_on, body",
    "blame": "event, body",
    "move": "event, kind, made_on, body",
    "line": "speaker_key, said_on, body",
    "account_event": "event, account",
    "speaks_for": "person, body",
}


def made_again(store: Store) -> Iterator[Failure]:
    """Give all that is on file and would not be made now, and all that would be and is not on file."""
    yield from _records(store)
    yield from _judgements(store)
    yield from _lineages(store)
    yield from _entries(store)
    yield from _identities(store)
    yield from _counts(store)


def _records(store: Store) -> Iterator[Failure]:
    """Compare what was lifted out of each record with the record."""
    rows = store.query(
        "SELECT record.key, record.report, report.id FROM record JOIN reconciled ON reconciled.record = record.key"
        " JOIN report ON report.key = record.report WHERE retired_at IS NULL AND maker = ? ORDER BY record.key",
        (MAKER,),
    )
    for row in rows:
        body = store.query("SELECT body, ? AS id FROM record WHERE key = ?", (row["id"], row["key"]))[0]
        record = record_of(body)
        for table, expected in _lifted(record).items():
            found = store.query(f"SELECT {_TABLES[table]} FROM {table} WHERE record = ?", (row["key"],))
            yield from _unlike(row["id"], table, found, expected)
        expected = [
            (item.kind, item.id, facts_dumps(item)) for item in boil.facts_of(record) if _is_by_report(item.kind)
        ]
        found = store.query("SELECT kind, id, body FROM facts WHERE report = ?", (row["report"],))
        yield from _unlike(row["id"], "facts", found, expected)


def _is_by_report(kind: str) -> bool:
    return kind in ("account", "report")


def _lifted(record: Record) -> dict[str, Rows]:
    """Return what is lifted out of a record, by table."""
    made = boil.facts_of(record)
    accounts = [item for item in made if isinstance(item, Account)]
    return {
        "speaks_for": derived.voice_cells(item for item in made if isinstance(item, ActorFacts)),
        "statement": derived.statement_cells(statements.statements_of(record), accounts),
        "blame": derived.blame_cells(blame.blames_of(record)),
        "move": derived.move_cells(moves.moves_of(record)),
        "line": derived.line_cells(speakers.lines_of(record)),
        "account_event": [(event, account.id) for account in accounts for event in account.events],
    }


def _judgements(store: Store) -> Iterator[Failure]:
    """Judge again what the machine has judged."""
    rows = store.each(
        "SELECT left_id, right_id, verdict, score, one.body AS one, other.body AS other FROM judgement"
        " LEFT JOIN facts AS one ON one.id = left_id LEFT JOIN facts AS other ON other.id = right_id"
        " WHERE is_ruling = 0"
    )
    for row in rows:
        if row["one"] is None or row["other"] is None:
            yield Failure(item=f"{row['left_id']} {row['right_id']}", reason="judged, and one of them is not there")
            continue
        judged = compare.compare(facts_loads(row["one"]), facts_loads(row["other"]))
        if judged is None or (judged.verdict, judged.score) != (row["verdict"], row["score"]):
            now = "nothing" if judged is None else f"{judged.verdict} ({judged.score})"
            reason = f"on file as {row['verdict']} ({row['score']}), would be judged {now}"
            yield Failure(item=f"{row['left_id']} {row['right_id']}", reason=reason)


def _lineages(store: Store) -> Iterator[Failure]:
    left = {row[0] for row in store.query("SELECT report FROM lineage")}
    while left:
        kin = lineages.family(store, [min(left)])
        traced = lineage.lineages(kin.values(), lineages.bonds(store, kin))
        found = lineages.lineages_of(store, kin)
        for key, report in kin.items():
            if key in found and found[key] != traced[ReportId(report)]:
                yield Failure(item=report, reason=f"is of lineage {found[key]}, would be of {traced[ReportId(report)]}")
        left -= {min(left), *kin}


def _entries(store: Store) -> Iterator[Failure]:
    """Cluster all accounts again, component by component, and compare their entries."""
    left = {row[0] for row in store.query("SELECT id FROM account")}
    known = {row[0] for row in store.query("SELECT id FROM entry")}
    while left:
        reach = judgements.component(store, [next(iter(left))])
        left -= reach
        home = entries.entries_of(store, reach)
        clusters = cluster(home, judgements.among(store, home), represented=facts.represented(store, home))
        for made in entries_made(store, clusters):
            name = made.entry.id
            known.discard(name)
            for account in made.entry.accounts:
                if home.get(account) != name:
                    yield Failure(item=account, reason=f"is in the entry {home.get(account)!r}, would be in {name}")
            yield from _unlike(name, "entry", store.query(entries.ENTRY, (name,)), [entries.entry_cells(*made)])
            found = store.query("SELECT id, entry, differs_in, body FROM dispute WHERE entry = ?", (name,))
            yield from _unlike(name, "dispute", found, entries.dispute_cells(*made))
    for name in sorted(known):
        yield Failure(item=name, reason="no account is in this entry")


def _identities(store: Store) -> Iterator[Failure]:
    found = {row["id"]: row["cluster"] for row in store.query("SELECT id, cluster FROM identity")}
    left = set(found)
    while left:
        reach = judgements.component(store, [next(iter(left))])
        left -= reach
        for members in cluster(reach, judgements.among(store, reach)):
            for item in members:
                if found.get(item) != members[0]:
                    reason = f"is one with {found.get(item)}, would be one with {members[0]}"
                    yield Failure(item=item, reason=reason)


def _counts(store: Store) -> Iterator[Failure]:
    """Compare how much there is of each running total and each speaker with what there is."""
    for table, key, column, of in (
        ("series", "key", "series", "statement"),
        ("voice", "speaker_key", "speaker_key", "line"),
    ):
        counted = "n_statements" if table == "series" else "n_lines"
        found = store.query(f"SELECT {key}, {counted}, first_on, last_on FROM {table}")
        sql = f"SELECT {column}, count(*), min(said_on), max(said_on) FROM {of} WHERE {column} IS NOT NULL GROUP BY 1"
        yield from _unlike("ledger", table, found, [tuple(row) for row in store.query(sql)])


def _unlike(item: str, table: str, found: Iterable[Row], expected: Rows) -> Iterator[Failure]:
    """Give the rows that stand on one side only."""
    there, wanted = Counter(tuple(row) for row in found), Counter(expected)
    for cells in sorted((there - wanted) + (wanted - there), key=repr):
        side = "is on file and would not be made" if cells in there else "would be made and is not on file"
        yield Failure(item=f"{item} {table} {cells[0]!s}", reason=f"its row {side}")
