"""Words beside an event that name no party to it, and what a weapon as subject hits."""

import pytest

from builders import report_of, shipped_tools
from onrecord.flows.read import read_report
from onrecord.model.event import Event


def event_at(text: str, trigger: str) -> Event:
    events = read_report(report_of(text), shipped_tools()).events
    found = [event for event in events if event.words == trigger]
    assert found, f"no event at {trigger!r} among {[event.words for event in events]}"
    return found[0]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        pytest.param("Russian-made rockets struck a dormitory in the city.", "struck", id="made there"),
        pytest.param("A Turkish-built drone hit the depot on Monday.", "hit", id="built there"),
        pytest.param("Chinese-supplied missiles hit the port.", "hit", id="supplied from there"),
    ],
)
def test_where_a_weapon_was_made_says_nothing_of_who_fired_it(text: str, trigger: str) -> None:
    event = event_at(text, trigger)
    assert event.acting == ()
    assert event.responsibility == ()


@pytest.mark.parametrize(
    ("text", "trigger", "target", "means"),
    [
        pytest.param("Mortar shells hit a crowded market in Tellmere.", "hit", "market", "shells", id="shells"),
        pytest.param("The drones struck an oil depot overnight.", "struck", "depot", "drones", id="drones"),
        pytest.param("Rockets slammed into a school on Friday.", "slammed", "school", "Rockets", id="into"),
    ],
)
def test_a_weapon_as_subject_is_the_means_and_the_object_is_hit(
    text: str, trigger: str, target: str, means: str
) -> None:
    event = event_at(text, trigger)
    hit = [part.part.words for part in event.others if part.role == "target"] + [p.words for p in event.affected]
    assert any(target in words for words in hit), event
    assert any(part.role == "instrument" and means in part.part.words for part in event.others), event


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("They spoke on condition of anonymity for fear of reprisals.", id="anonymity"),
        pytest.param("Rescuers are still searching the rubble.", id="rescue"),
    ],
)
def test_what_is_no_event_gives_none(text: str) -> None:
    assert read_report(report_of(text), shipped_tools()).events == ()


def test_what_is_arranged_is_planned() -> None:
    event = event_at("Talks are to resume in Port Orvane on August 23.", "Talks")
    assert event.modality == "planned"


def test_where_troops_are_sent_is_no_party() -> None:
    event = event_at("The Ministry of Defence deployed 400 soldiers to Panyor on 6 June.", "deployed")
    assert event.affected == ()
    assert [part.part.words for part in event.others if part.role == "destination"] == ["Panyor"]


def test_what_a_bomber_rides_is_not_hit() -> None:
    event = event_at("A suicide bomber on a motorcycle struck a convoy.", "suicide bomber")
    assert "motorcycle" not in " ".join(p.words for p in event.affected)
    assert [part.part.words for part in event.others if part.role == "target"] == ["convoy"]


def test_wounds_are_no_party() -> None:
    event = event_at("The bodies of 17 men with gunshot wounds had been exhumed.", "exhumed")
    assert all("wounds" not in party.words for party in event.affected)


def test_the_head_of_a_table_tells_nothing() -> None:
    text = "Clashes went on.\n\n| County | Killed | Injured |\n| Panyor | 61 | 150 |\n"
    assert all(event.words != "Killed" for event in read_report(report_of(text), shipped_tools()).events)
