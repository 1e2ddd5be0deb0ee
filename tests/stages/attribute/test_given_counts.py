"""Who gives a count without a clause: "put the toll at", "gave a figure of", "documented 41 deaths"."""

import pytest

from builders import report_of, shipped_tools
from onrecord.flows.read import read_report

GIVEN = [
    ("The ministry put the toll at 16 on Friday.", "The ministry", "the toll at 16"),
    ("The junta gave a death toll of 40.", "The junta", "a death toll of 40"),
    ("The army earlier gave the number of the dead as 12.", "The army", "the number of the dead as 12"),
    ("THE GOVERNMENT PUT THE NUMBER OF CASUALTIES AT MORE THAN 200.", "THE GOVERNMENT", "THE NUMBER OF CASUALTIES AT MORE THAN 200"),
    ("The Syrian Observatory documented 41 deaths.", "The Syrian Observatory", "41 deaths"),
    ("A hospital in Gao confirmed three deaths.", "A hospital in Gao", "three deaths"),
    ("Nine died in the raid. The army put it at four.", "The army", "it at four"),
    ("The group put the dead at 19.", "The group", "the dead at 19"),
    ("The Red Crescent revised the toll to nine.", "The Red Crescent", "the toll to nine"),
    ("The hospital raised its toll to 12.", "The hospital", "its toll to 12"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "words"), GIVEN)
def test_who_gives_a_count_says_it(text: str, speaker: str, words: str) -> None:
    whole = read_report(report_of(text), shipped_tools())
    (claim,) = whole.claims
    assert [party.words for party in claim.speakers] == [speaker]
    assert claim.content[0].words.startswith(words)
    assert {figure.claim for figure in whole.figures if figure.value != 9} <= {claim.id}


@pytest.mark.parametrize(
    "text",
    [
        "The blast raised the toll to 14.",
        "The attack put the economy at risk.",
        "The ministry did not give a figure of its losses.",
        "The army put 200 soldiers at the border.",
        "The army put it at the top of its list.",
        "The rebels gave it to four villagers.",
        "The earthquake caused 300 deaths.",
    ],
)
def test_what_gives_no_count_says_nothing(text: str) -> None:
    assert read_report(report_of(text), shipped_tools()).claims == ()


def test_those_counted_give_no_count() -> None:
    text = "Police initially said six people died but later put the toll at four."
    whole = read_report(report_of(text), shipped_tools())
    assert {party.words for claim in whole.claims for party in claim.speakers} == {"Police"}


def test_who_pleads_not_guilty_denies() -> None:
    whole = read_report(report_of("Joram Tesk has pleaded not guilty to 11 counts of war crimes."), shipped_tools())
    assert [claim.act for claim in whole.claims] == ["deny"]
    assert not any(event.type == "demand" for event in whole.events)


def test_a_figure_that_others_put_elsewhere_is_theirs() -> None:
    whole = read_report(report_of("The army said 12 soldiers died, a figure the rebels put at 30."), shipped_tools())
    speakers = {claim.id: claim.speakers[0].words for claim in whole.claims}
    assert [(f.value, f.harm, speakers.get(f.claim)) for f in whole.figures if f.claim] == [
        (12, "killed", "The army"),
        (30, "killed", "the rebels"),
    ]
