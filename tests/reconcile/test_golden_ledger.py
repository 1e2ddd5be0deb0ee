"""The 36 invented reports of `examples/ledger`, as a careful person marks them, give the ledger written beside them."""

from functools import cache
from typing import Any

import pytest

from builders import only
from onrecord.model.entry import Entry
from onrecord.model.tally import Tally
from onrecord.reconcile.policies import print_number
from reconcile.built import Ledger, ledger_of
from reconcile.marked import gold, records


@cache
def ledger() -> Ledger:
    return ledger_of(records())


@cache
def entry(name: str) -> Entry:
    wanted = set(gold()["entries"][name])
    return max(ledger().entries, key=lambda e: len(ledger().reports(e) & wanted) - len(ledger().reports(e) - wanted))


def tally(key: str) -> Tally:
    name, harm = key.split()
    return only(t for t in ledger().tallies[entry(name).id] if t.harm == harm and t.scope == "event")


def groups_of(lineage: dict[str, Any]) -> dict[Any, set[str]]:
    groups: dict[Any, set[str]] = {}
    for report, line in lineage.items():
        groups.setdefault(line, set()).add(ledger().names[report])
    return groups


def test_every_copy_is_found_and_no_independent_report_is_called_one() -> None:
    groups = groups_of(dict(ledger().lineage))
    assert sorted(sorted(g) for g in groups.values() if len(g) > 1) == sorted(map(sorted, gold()["lineages"]))


def test_the_agency_is_the_origin_of_what_credits_it() -> None:
    for tie in ledger().ties:
        names = {ledger().names[tie.left], ledger().names[tie.right]}
        origin = [name for name in names if name.startswith("m")]
        if tie.agency is not None and origin:
            assert ledger().names[tie.origin or ""] == only(origin)


def test_every_tie_shows_the_passages_that_make_it() -> None:
    texts = {record.report.id: record.report.text for record in records().values()}
    for tie in ledger().ties:
        assert tie.passages
        for passage in tie.passages:
            left, right = passage.left.of(texts[tie.left]), passage.right.of(texts[tie.right])
            assert _plain(left) == _plain(right)


def _plain(words: str) -> list[str]:
    return "".join(c.lower() if c.isalnum() else " " for c in words).split()


@pytest.mark.parametrize("name", list(gold()["entries"]))
def test_an_entry_holds_the_reports_that_tell_it_and_no_others(name: str) -> None:
    assert ledger().reports(entry(name)) == set(gold()["entries"][name])


@pytest.mark.parametrize("key", list(gold()["tallies"]))
def test_a_tally_shows_who_said_how_many_and_what_still_stands(key: str) -> None:
    shown = [
        (ledger().names[s.report], s.speaker, s.low, s.high, [f for f in row.flags if f not in ("falls", "jumps")])
        for row in tally(key).rows
        if "copy" not in row.flags
        for s in (row.statement,)
    ]
    assert sorted(shown, key=str) == sorted((tuple(row) for row in gold()["tallies"][key]), key=str)


def test_no_tally_adds_the_wounded_who_died_later() -> None:
    assert all(row.statement.value not in (5, 3) for row in tally("market killed").rows)


@pytest.mark.parametrize("name", list(gold()["entries"]))
def test_all_disputes_of_an_entry_are_found_and_no_others(name: str) -> None:
    found = {d.differs_in: [side.position for side in d.sides] for d in ledger().disputes[entry(name).id]}
    assert found == gold()["disputes"].get(name, {})


def test_the_running_total_falls_once_and_its_withdrawn_value_does_not_stand() -> None:
    line = only(ledger().series)
    rows = [[p.on, p.row.statement.low, [f for f in p.row.flags if f != "falls"]] for p in line.points]
    assert [row for row in rows if row[2] != ["copy"]] == [
        [str(on), value, flags] for on, value, flags in gold()["series"]
    ]
    assert line.since == "2024-01-01"


@pytest.mark.parametrize(
    ("key", "policy", "words"),
    [(key, policy, str(words)) for key, row in gold()["printed"].items() for policy, words in row.items()],
)
def test_a_number_is_printed_by_the_named_rule(key: str, policy: str, words: str) -> None:
    assert print_number(tally(key), policy).words == words


def test_the_talks_are_told_step_by_step_with_what_answers_what() -> None:
    moves = {move.event: move for move in ledger().moves}
    shown = []
    for move in ledger().moves:
        if move.same_as is None:
            asked = None if move.answers is None else moves[move.answers]
            answers = None if asked is None else f"{asked.kind} of {asked.by[0]}"
            shown.append([move.on, move.kind, move.by[0], [count.value for count in move.counts], answers])
    assert sorted(shown, key=str) == sorted(([str(row[0]), *row[1:]] for row in gold()["moves"]), key=str)


def test_the_corpus_is_of_thirty_reports_and_more_by_five_outlets() -> None:
    assert len(records()) >= 30
    assert len({record.report.outlet for record in records().values()}) == 5
