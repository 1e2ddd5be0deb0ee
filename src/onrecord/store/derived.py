"""What each record says that views look up over all records: statements, blames, moves in talks, speakers' lines.

All of it can be made again from the records. All functions that write must run inside a transaction of the store.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from onrecord.gazetteer.fold import fold
from onrecord.model.dispute import Blame
from onrecord.model.facts import Account, ActorFacts
from onrecord.model.ids import PlaceId
from onrecord.model.negotiation import Move
from onrecord.model.plain import to_plain
from onrecord.model.record import Record
from onrecord.model.speaking import SpeakerLine
from onrecord.model.tally import Statement
from onrecord.reconcile.series import series_key
from onrecord.store.base import Cell, Store
from onrecord.store.facts import portions

Cells = tuple[Cell, ...]


def statement_cells(statements: Iterable[Statement], accounts: Sequence[Account]) -> list[Cells]:
    """Return a row for each statement of a record: its account, and the running total it is a point of."""
    home = {figure.id: account.id for account in reversed(accounts) for figure in account.figures}
    return [(s.figure, home.get(s.figure), series_key(s), s.as_of or s.said_on, _json(s)) for s in statements]


def blame_cells(blames: Iterable[Blame]) -> list[Cells]:
    """Return a row for each blame of a record."""
    return [(blame.event, _json(blame)) for blame in blames]


def move_cells(moves: Iterable[Move]) -> list[Cells]:
    """Return a row for each move of a record."""
    return [(move.event, move.kind, move.on, _json(move)) for move in moves]


def line_cells(lines: Iterable[SpeakerLine]) -> list[Cells]:
    """Return a row for each line of a record."""
    return [(line.speaker_key, line.said_on, _json(line)) for line in lines]


def put_statements(
    store: Store, statements: Iterable[Statement], accounts: Sequence[Account], record: Record, *, key: int, report: int
) -> None:
    """Keep the statements of a record, each with the account it belongs to and the running total it is a point of.

    Args:
        store: The ledger.
        statements: The statements.
        accounts: The accounts of the record.
        record: The record, for the names of places.
        key: The record's key.
        report: The report's key.
    """
    known = list(statements)
    store.write_many(
        "INSERT INTO statement (record, report, figure, account, series, said_on, body) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(key, report, *cells) for cells in statement_cells(known, accounts)],
    )
    names = {place.id: place.name for place in record.places}
    totals = [(series_key(statement), statement) for statement in known]
    store.write_many(
        "INSERT INTO series (key, harm, unit, place, place_key, speaker, speaker_key, n_statements, first_on, last_on)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 1, ?8, ?8) ON CONFLICT (key) DO UPDATE SET"
        f" n_statements = n_statements + 1, {_DAYS.format('?8')}",
        [_point(total, said, names) for total, said in totals if total is not None],
    )


_DAYS = (
    "first_on = min(ifnull(first_on, {0}), ifnull({0}, first_on)),"
    " last_on = max(ifnull(last_on, {0}), ifnull({0}, last_on))"
)


def _point(total: str, said: Statement, names: Mapping[PlaceId, str]) -> tuple[Cell, ...]:
    place = names.get(said.places[0]) if said.places else None
    speaker = said.speaker or said.outlet
    return (
        total, said.harm, said.unit, place, fold(place) if place else None, speaker, fold(speaker) if speaker else None,
        said.as_of or said.said_on,
    )  # fmt: skip


def put_blames(store: Store, blames: Iterable[Blame], *, record: int) -> None:
    """Keep who is blamed for or cleared of what in a record."""
    cells = [(record, *cells) for cells in blame_cells(blames)]
    store.write_many("INSERT INTO blame (record, event, body) VALUES (?, ?, ?)", cells)


def put_moves(store: Store, moves: Iterable[Move], *, record: int, report: int) -> None:
    """Keep the moves in talks that a record tells, found by who takes part."""
    known = list(moves)
    for move, cells in zip(known, move_cells(known), strict=True):
        key = store.write(
            "INSERT INTO move (record, report, event, kind, made_on, body) VALUES (?, ?, ?, ?, ?, ?)",
            (record, report, *cells),
        )
        names = {fold(name) for name in (*move.by, *move.to, *move.mediators)}
        store.write_many("INSERT INTO move_party (name_key, move) VALUES (?, ?)", [(name, key) for name in names])


def put_lines(store: Store, lines: Iterable[SpeakerLine], *, record: int) -> None:
    """Keep what each speaker says in a record."""
    known = list(lines)
    store.write_many(
        "INSERT INTO line (record, speaker_key, said_on, body) VALUES (?, ?, ?, ?)",
        [(record, *cells) for cells in line_cells(known)],
    )
    store.write_many(
        "INSERT INTO voice (speaker_key, name, name_key, n_lines, first_on, last_on) VALUES (?1, ?2, ?3, 1, ?4, ?4)"
        f" ON CONFLICT (speaker_key) DO UPDATE SET n_lines = n_lines + 1, {_DAYS.format('?4')}",
        [(line.speaker_key, line.speaker, fold(line.speaker), line.said_on) for line in known],
    )


def voice_cells(actors: Iterable[ActorFacts]) -> list[tuple[str, str]]:
    """Return a row for each person of a record that is said to speak for a body: their keys."""
    told = {
        (f"person|{actor.country or ''}|{actor.name}", actor.speaks_for)
        for actor in actors
        if actor.actor_kind == "person" and actor.speaks_for is not None
    }
    return sorted(told)


def put_speaks_for(store: Store, actors: Iterable[ActorFacts], *, record: int) -> set[int]:
    """Keep which persons a record says speak for which body.

    Returns:
        The keys of all reports with a line by a person of whom this was not known: what they say counts as the body's.
    """
    told = voice_cells(actors)
    known = "SELECT 1 FROM speaks_for WHERE person = ? AND body = ? LIMIT 1"
    new = [pair for pair in told if not store.query(known, pair)]
    store.write_many("INSERT INTO speaks_for (person, body, record) VALUES (?, ?, ?)", [(*p, record) for p in told])
    return _heard(store, (person for person, _ in new))


def _heard(store: Store, persons: Iterable[str]) -> set[int]:
    """Return the keys of the reports with a line by one of `persons`."""
    sql = "SELECT DISTINCT report FROM line JOIN record ON record.key = line.record WHERE speaker_key = ?"
    return {row[0] for person in set(persons) for row in store.query(sql, (person,))}


def forget_speaks_for(store: Store, report: int) -> set[int]:
    """Drop who an earlier reading of the report with the key `report` says speaks for whom.

    Returns:
        The keys of all reports with a line by a person of whom no other report says so.
    """
    records = "SELECT key FROM record WHERE report = ?1"
    lost = store.query(
        f"SELECT DISTINCT person FROM speaks_for AS mine WHERE record IN ({records}) AND NOT EXISTS (SELECT 1 FROM"
        f" speaks_for WHERE person = mine.person AND body = mine.body AND record NOT IN ({records}))",
        (report,),
    )
    store.write(f"DELETE FROM speaks_for WHERE record IN ({records})", (report,))
    return _heard(store, (row[0] for row in lost))


def forget(store: Store, report: int) -> None:
    """Drop what was derived from an earlier reading of the report with the key `report`.

    Entries and rulings are left, and who speaks for whom (`forget_speaks_for`).
    """
    records = "SELECT key FROM record WHERE report = ?"
    series = store.query(f"SELECT DISTINCT series FROM statement WHERE record IN ({records})", (report,))
    voices = store.query(f"SELECT DISTINCT speaker_key FROM line WHERE record IN ({records})", (report,))
    for table in ("account_event", "statement", "blame", "move", "line"):
        store.write(f"DELETE FROM {table} WHERE record IN ({records})", (report,))
    store.write("DELETE FROM fact_key WHERE facts IN (SELECT key FROM facts WHERE report = ?)", (report,))
    store.write("DELETE FROM facts WHERE report = ?", (report,))
    store.write("DELETE FROM account WHERE report = ?", (report,))
    store.write("DELETE FROM lineage_tie WHERE left_report = ?1 OR right_report = ?1", (report,))
    _count_series_again(store, [row[0] for row in series if row[0] is not None])
    _count_voices_again(store, [row[0] for row in voices])


def _count_series_again(store: Store, keys: list[str]) -> None:
    for key in keys:
        left = store.query("SELECT count(*), min(said_on), max(said_on) FROM statement WHERE series = ?", (key,))[0]
        store.write("UPDATE series SET n_statements = ?, first_on = ?, last_on = ? WHERE key = ?", (*left, key))
        store.write("DELETE FROM series WHERE key = ? AND n_statements = 0", (key,))


def _count_voices_again(store: Store, keys: list[str]) -> None:
    for key in keys:
        left = store.query("SELECT count(*), min(said_on), max(said_on) FROM line WHERE speaker_key = ?", (key,))[0]
        store.write("UPDATE voice SET n_lines = ?, first_on = ?, last_on = ? WHERE speaker_key = ?", (*left, key))
        store.write("DELETE FROM voice WHERE speaker_key = ? AND n_lines = 0", (key,))


def statements_of_accounts(store: Store, accounts: Iterable[str]) -> dict[str, list[Any]]:
    """Return the statements of `accounts` as JSON values, by account."""
    found: dict[str, list[Any]] = {}
    for some in portions(sorted(accounts)):
        marks = ", ".join("?" * len(some))
        rows = store.query(f"SELECT account, body FROM statement WHERE account IN ({marks}) ORDER BY key", some)
        for row in rows:
            found.setdefault(row["account"], []).append(json.loads(row["body"]))
    return found


def blames_of_accounts(store: Store, accounts: Iterable[str]) -> dict[str, list[Any]]:
    """Return the blames of the events of `accounts` as JSON values, by account."""
    found: dict[str, list[Any]] = {}
    for some in portions(sorted(accounts)):
        marks = ", ".join("?" * len(some))
        rows = store.query(
            "SELECT account, blame.body FROM account_event JOIN blame ON blame.record = account_event.record"
            f" AND blame.event = account_event.event WHERE account IN ({marks}) ORDER BY blame.key",
            some,
        )
        for row in rows:
            found.setdefault(row["account"], []).append(json.loads(row["body"]))
    return found


def bodies_spoken_for(store: Store, persons: Iterable[str]) -> dict[str, list[str]]:
    """Return the keys of the bodies that each of `persons`, by speaker key, is said to speak for."""
    found: dict[str, list[str]] = {}
    for some in portions(sorted(set(persons))):
        marks = ", ".join("?" * len(some))
        for row in store.query(f"SELECT DISTINCT person, body FROM speaks_for WHERE person IN ({marks})", some):
            found.setdefault(row["person"], []).append(row["body"])
    return found


def _json(value: object) -> str:
    return json.dumps(to_plain(value), ensure_ascii=False)
