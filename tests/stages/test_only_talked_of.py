"""What is only threatened, demanded or planned is counted nowhere as done, though the record keeps it."""

import pytest

from builders import only, report_of, shipped_tools
from onrecord.flows.read import read_report
from onrecord.model.record import Record
from onrecord.reconcile.accounts import accounts_of
from onrecord.reconcile.named import toll_of
from onrecord.render.arrange import rows_of

ROWS = """
Militants threatened to kill three hostages unless the army withdraws. => killed | threat | only threatened
The militia warned that it would shoot ten villagers for every fighter it lost. => injured | threat | only threatened
The gunmen demanded the release of 40 prisoners. => released | demand | only demanded
The rebels vowed to release 30 prisoners next week. => released | threat | only threatened
The rebels refused to release 30 prisoners. => released | refusal | only refused
The army plans to free 12 detainees on Sunday. => released | release | planned
"""


def record_of(text: str) -> Record:
    return read_report(report_of(text), shipped_tools())


@pytest.mark.parametrize(("sentence", "expected"), [line.split(" => ") for line in ROWS.strip().splitlines()])
def test_what_is_only_talked_of_is_in_no_account(sentence: str, expected: str) -> None:
    harm, kind, said = expected.split(" | ")
    record = record_of(sentence)
    figure = only(record.figures)
    event = only(event for event in record.events if event.id == figure.event)
    assert (figure.harm, event.type) == (harm, kind)
    assert all(not account.figures for account in accounts_of(record))
    assert toll_of(record, figure.harm) is None
    assert said in only(rows_of(record).figures).scope


def test_who_was_killed_before_the_threat_is_counted() -> None:
    record = record_of("Gunmen killed five villagers on Monday. They threatened to kill three hostages as well.")
    assert [figure.low for account in accounts_of(record) for figure in account.figures] == [5]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry denied reports that 50 soldiers had been killed.",
        "The army chief rejected claims that his troops had executed 30 prisoners.",
        "The families demanded justice for the 12 killed on Monday.",
        "Lawmakers demanded an apology for the deaths of 12 civilians.",
    ],
)
def test_what_others_tell_as_done_is_no_threat_or_demand(text: str) -> None:
    record = record_of(text)
    kinds = {event.id: event.type for event in record.events}
    assert {kinds.get(figure.event) for figure in record.figures} <= {None, "attack"}
