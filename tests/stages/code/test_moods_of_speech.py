"""What is told to somebody is not asked of them; a speech act is done by who is made to speak."""

import pytest

from builders import only, report_of, shipped_tools
from onrecord.flows.read import read_report
from onrecord.model.event import Event


def events(text: str) -> tuple[Event, ...]:
    return read_report(report_of(text), shipped_tools()).events


def test_a_plan_told_to_an_agency_is_planned_and_not_called_for() -> None:
    text = "The council would also vote later today on a resolution, diplomatic sources told LNA."
    assert only(e for e in events(text) if e.type == "vote").modality == "planned"


def test_an_order_told_to_somebody_is_called_for() -> None:
    assert only(e for e in events("He told them to release the hostages.") if e.type == "release").modality == (
        "called_for"
    )


def test_who_vows_is_who_rules_out() -> None:
    text = (
        "Benjamin Marr has vowed that the northern army 'will not stop fighting', ruling out the prospect of a truce."
    )
    refusal = only(e for e in events(text) if e.type == "refusal")
    assert [party.words for party in refusal.acting] == ["Benjamin Marr"]


def test_a_call_is_not_dated_by_what_it_calls_about() -> None:
    text = "Orvane has called on its neighbours to punish the Front for the October 7 raid on its capital."
    demand = only(e for e in events(text) if e.type == "demand")
    assert demand.when is None or demand.when.start == "2023-12-20"


def test_what_is_denied_is_nobody() -> None:
    refusal = only(e for e in events("The Northern Front denied it on Monday.") if e.type == "refusal")
    assert refusal.affected == ()


def test_one_of_a_row_of_victims_was_killed() -> None:
    (event,) = read_report(report_of("Sol is the 21st leader to be murdered this year."), shipped_tools()).events
    assert event.modality == "asserted"


def test_not_a_single_one_is_nobody() -> None:
    (event,) = read_report(report_of('The mayor said "not a single civilian" had been hurt.'), shipped_tools()).events
    assert event.modality == "negated"


def test_what_it_blamed_is_not_blamed_by_one_of_its_men() -> None:
    text = "The UN mission said one peacekeeper was killed in an ambush it blamed on the Coast Front."
    record = read_report(report_of(text), shipped_tools())
    names = {actor.id: actor.name for actor in record.actors}
    blaming = only(event for event in record.events if event.type == "accusation")
    assert [names.get(party.actor) for party in blaming.acting] == ["UN mission"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ('The envoy called the attack "an act of terror".', ["attack"]),
        ("A diplomat who asked not to be named said rebels had shelled Kolwe.", ["shelled"]),
        ("The claim to have shelled Kolwe was a lie.", ["shelled"]),
    ],
)
def test_what_somebody_calls_it_is_no_further_event(text: str, kept: list[str]) -> None:
    found = read_report(report_of(text), shipped_tools()).events
    assert [event.words for event in found if event.modality == "asserted"] == kept
    assert not [event for event in found if event.words == "attack" and event.acting]


def test_a_headline_s_denial_is_of_its_own_object() -> None:
    record = read_report(
        report_of("Rebels in northern Mali say 47 soldiers captured; army denies losses"), shipped_tools()
    )
    assert [claim.content[0].words for claim in record.claims if claim.act == "deny"] == ["losses"]
