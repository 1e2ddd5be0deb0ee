"""A relative clause that says when an event took place dates it, and nothing else."""

import pytest

from builders import only, report_of, shipped_tools
from onrecord.flows.read import read_report

ROWS = """
The attack, which took place on 3 December, killed four people. => attack | 2023-12-03
The envoy condemned the attack on a bus, which happened outside Orlim on 19 September. => attack | 2023-09-19
An ambush that happened on Monday near Mopti left six soldiers dead. => ambush | 2023-12-18
A ceasefire that took effect on 1 June collapsed within hours. => ceasefire | 2023-06-01
The raid, which was carried out on 2 December, killed a guard. => raid | 2023-12-02
Police opened an investigation into the attack on the convoy, which took place on 3 December. => investigation | 2023-12-20
"""


@pytest.mark.parametrize(("sentence", "expected"), [line.split(" => ") for line in ROWS.strip().splitlines()])
def test_when_it_took_place(sentence: str, expected: str) -> None:
    trigger, day = expected.split(" | ")
    record = read_report(report_of(sentence), shipped_tools())
    event = only(event for event in record.events if trigger in event.words)
    assert event.when is not None
    assert event.when.start == day


@pytest.mark.parametrize(
    "text",
    [
        "Two years after the massacre, in which 300 people were killed, no one has been charged.",
        "Months after the attack that killed 12, families still wait.",
    ],
)
def test_what_happened_long_before_is_no_news_of_the_day(text: str) -> None:
    record = read_report(report_of(text), shipped_tools())
    told = [event for event in record.events if event.type == "attack"]
    assert told
    assert all(event.background and event.when is None for event in told)
