"""Scores the ledger over `examples/ledger`, its reports read by the shipped model, against the ledger written by hand.

Copies are pairs of reports of one lineage, entries the reports of each happening, tallies, series, disputes and moves
their rows as a user sees them; what is shown twice, or of another happening, counts against. The marked records of
the same reports give all of it right (`tests/reconcile`): what is missing here is missed in reading.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml

from onrecord.flows.add import Added, Incoming, add_all
from onrecord.flows.reconcile import reconcile
from onrecord.gazetteer.fold import fold
from onrecord.model.record import Record
from onrecord.scoring.score import Score, compare
from onrecord.store.memory import MemoryStore
from onrecord.text.numbers import read_number
from onrecord.views.disputes import disputes_view
from onrecord.views.filters import Filter
from onrecord.views.negotiation import negotiation_view
from onrecord.views.tallies import printed_view, series_view, tallies_view

Rows = Sequence[Hashable]
_ALL = Filter(limit=0)
_MOVED = {"falls", "jumps"}


@dataclass(frozen=True, slots=True)
class Ledger:
    """A ledger over the corpus: the store, each report's short name by its id, and for each right entry its likest."""

    store: MemoryStore
    gold: Mapping[str, Any]
    names: Mapping[str, str]
    entries: Mapping[str, str]


def ledger_scores(folder: Path, read: Callable[[Path], Record]) -> tuple[Score, ...]:
    """Return the scores of the ledger over the reports of `folder`, read by `read`."""
    gold = yaml.safe_load((folder / "ledger.yaml").read_text(encoding="utf-8"))
    records = {path.name.split("_")[1]: read(path) for path in sorted((folder / "reports").glob("*.html"))}
    with MemoryStore() as store:
        return tuple(_score(name, given, wanted) for name, (given, wanted) in laid_beside(store, records, gold).items())


def laid_beside(
    store: MemoryStore, records: Mapping[str, Record], gold: Mapping[str, Any]
) -> dict[str, tuple[Rows, Rows]]:
    """Return by part of the ledger the rows that `records`, put in the empty `store`, give, and the right ones."""
    added = add_all(store, (Incoming(record=record, data=None) for record in records.values()), at_once=100)
    names: dict[str, str] = {
        one.report: name for one, name in zip(added, records, strict=True) if isinstance(one, Added)
    }
    for _ in reconcile(store):
        pass
    ledger = Ledger(store, gold, names, _likest(store, gold["entries"], names))
    return {
        "copies": (_pairs(_groups(ledger, "lineage", "lineage.report")), _pairs(gold["lineages"])),
        "entries": (_told(ledger), [(key, name) for key, told in gold["entries"].items() for name in told]),
        "tallies": (_tally_rows(ledger), _right_tallies(gold)),
        "series": (_series_rows(ledger), [(str(on), value, tuple(flags)) for on, value, flags in gold["series"]]),
        "disputes": (_disputes(ledger), _right_disputes(gold)),
        "moves": (_moves(ledger), [(str(on), kind, by, tuple(n), asked) for on, kind, by, n, asked in gold["moves"]]),
        "printed": (_printed(ledger), _right_printed(gold)),
    }


def _score(name: str, given: Rows, wanted: Rows) -> Score:
    found = compare(given, wanted)
    doubled = len(given) - len(set(given))
    anchor = f"{found.right} right of {found.wanted}, {found.given - found.right + doubled} too many"
    value = 200 * found.right / max(1, len(given) + found.wanted)
    return Score(name=f"ledger.{name}.f1", value=value, n=found.wanted, anchor=anchor, target=100.0)


def _groups(ledger: Ledger, table: str, column: str) -> list[list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    sql = f"SELECT {table}.id AS one, report.id AS report FROM {table} JOIN report ON report.key = {column}"
    for row in ledger.store.query(sql):
        found[row["one"]].append(ledger.names[row["report"]])
    return list(found.values())


def _pairs(groups: Iterable[Sequence[str]]) -> list[Hashable]:
    return [pair for group in groups for pair in combinations(sorted(group), 2)]


def _likest(store: MemoryStore, wanted: Mapping[str, Sequence[str]], names: Mapping[str, str]) -> dict[str, str]:
    """Return for each right entry the one whose reports are most like it."""
    reports: dict[str, set[str]] = defaultdict(set)
    sql = "SELECT DISTINCT entry, report.id AS report FROM account JOIN report ON report.key = account.report"
    for row in store.query(sql):
        reports[row["entry"]].add(names[row["report"]])
    return {
        key: max(sorted(reports), key=lambda entry: len(reports[entry] & set(told)) - len(reports[entry] - set(told)))
        for key, told in wanted.items()
    }


def _told(ledger: Ledger) -> list[Hashable]:
    sql = "SELECT DISTINCT report.id FROM account JOIN report ON report.key = account.report WHERE entry = ?"
    rows = [(key, row[0]) for key, entry in ledger.entries.items() for row in ledger.store.query(sql, (entry,))]
    return [(key, ledger.names[report]) for key, report in rows]


def _tally_rows(ledger: Ledger) -> list[Hashable]:
    """Return what is told of the happenings whose tallies the right ledger gives, copies' doubles aside."""
    found: list[Hashable] = []
    for key in dict.fromkeys(tally.split()[0] for tally in ledger.gold["tallies"]):
        for row in tallies_view(ledger.store, entry=ledger.entries[key]).as_dicts():
            flags = tuple(flag for flag in str(row["flags"]).split() if flag not in _MOVED)
            report, by = ledger.names[str(row["report"])], _by(ledger, str(row["speaker"]))
            if "copy" not in flags:
                found.append((f"{key} {row['harm']}", report, by, row["low"], row["high"], flags))
    return found


def _right_tallies(gold: Mapping[str, Any]) -> list[Hashable]:
    return [
        (key, name, by, low, high, tuple(flags))
        for key, rows in gold["tallies"].items()
        for name, by, low, high, flags in rows
    ]


def _by(ledger: Ledger, name: str) -> str | None:
    """Return who speaks as the right ledger calls them, where part of the name is given, or more than it."""
    if name.endswith("(own voice)"):
        return None
    words = set(fold(name).split())
    known = {by for rows in ledger.gold["tallies"].values() for _, by, *_ in rows if by is not None}
    known |= {by for _, _, by, *_ in ledger.gold["moves"]}
    fit = [by for by in sorted(known) if words <= set(fold(by).split()) or set(fold(by).split()) <= words]
    return fit[0] if len(fit) == 1 else name


def _series_rows(ledger: Ledger) -> list[Hashable]:
    rows = series_view(ledger.store, harm="killed", asked=_ALL).as_dicts()
    flagged = [(str(row["said_on"]), row["low"], tuple(str(row["flags"]).split())) for row in rows]
    return [(on, n, tuple(f for f in flags if f not in _MOVED)) for on, n, flags in flagged if "copy" not in flags]


def _disputes(ledger: Ledger) -> list[Hashable]:
    known = {entry: key for key, entry in ledger.entries.items()}
    found: dict[str, tuple[str, str, dict[str, None]]] = {}
    for row in disputes_view(ledger.store, asked=_ALL).as_dicts():
        name, did, rest = str(row["position"]).partition(" did ")
        told = found.setdefault(str(row["dispute"]), (known.get(str(row["entry"]), ""), str(row["differs_in"]), {}))
        told[2][f"{_by(ledger, name)}{did}{rest}" if did else name] = None
    return [(entry, differs_in, tuple(positions)) for entry, differs_in, positions in found.values()]


def _right_disputes(gold: Mapping[str, Any]) -> list[Hashable]:
    return [
        (entry, differs_in, tuple(positions))
        for entry, told in gold["disputes"].items()
        for differs_in, positions in told.items()
    ]


def _moves(ledger: Ledger) -> list[Hashable]:
    rows = negotiation_view(ledger.store, asked=_ALL).as_dicts()
    asked = {row["event"]: f"{row['kind']} of {_first(ledger, row)}" for row in rows}
    return [
        (row["on"], row["kind"], _first(ledger, row), _numbers(str(row["counts"])), asked.get(row["answers"]))
        for row in rows
        if row["same_as"] is None
    ]


def _first(ledger: Ledger, row: Mapping[str, Any]) -> str | None:
    return _by(ledger, str(row["by"]).split(", ")[0])


def _numbers(counts: str) -> tuple[int, ...]:
    """Return the numbers in "five soldiers; 24 prisoners"."""
    read = (read_number(word) for word in counts.replace(";", " ").split())
    return tuple(int(number) for number in read if number is not None)


def _printed(ledger: Ledger) -> list[Hashable]:
    found: list[Hashable] = []
    for told, policies in ledger.gold["printed"].items():
        key, harm = told.split()
        for policy in policies:
            rows = printed_view(ledger.store, policy, entry=ledger.entries[key]).as_dicts()
            found += [(told, policy, row["printed"]) for row in rows if row["harm"] == harm and row["scope"] == "event"]
    return found


def _right_printed(gold: Mapping[str, Any]) -> list[Hashable]:
    return [(told, policy, str(n)) for told, policies in gold["printed"].items() for policy, n in policies.items()]
