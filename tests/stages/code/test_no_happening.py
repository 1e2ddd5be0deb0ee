"""Words of events that tell none: aims, fears, stances, kinds of things, cells of tables, bombs that are only found."""

import pytest

from builders import only, report_of, shipped_tools
from onrecord.flows.read import read_report
from onrecord.model.event import Event


def events(text: str) -> tuple[Event, ...]:
    return read_report(report_of(text), shipped_tools()).events


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param("The aim is to reach another ceasefire and free the captives.", [], id="aim"),
        pytest.param("Our goals are these: the defeat of the rebels, the release of our men.", [], id="goals"),
        pytest.param("Darsine is under increasing pressure for a deal.", [], id="under pressure"),
        pytest.param("The junta is coming under pressure to scale back its offensive.", [], id="pressure to"),
        pytest.param("The two sides appeared far from reaching an agreement.", [], id="far from"),
        pytest.param("The United States remains committed to working with its partners.", [], id="committed"),
        pytest.param("Kenya fears that Somalia will not allow the refugees to return.", [], id="feared"),
        pytest.param("We will not stop fighting.", [], id="goes on"),
        pytest.param("The office counts the bombs dropped in each strike.", ["dropped"], id="each"),
        pytest.param("Care is taken in the planning and execution of air strikes.", ["air strikes"], id="carried out"),
        pytest.param("COL ORLIN, IN CHARGE OF THE 3D ZONE, SPOKE TO REPORTERS.", [], id="in charge"),
        pytest.param("Near Kelo, one strike destroyed an IED and a car.", ["strike"], id="bomb destroyed"),
        pytest.param("We pulled nine bodies out of the guardroom.", [], id="bodies pulled out"),
        pytest.param("The army pulled out of the town on Monday.", ["pulled out"], id="army pulls out"),
        pytest.param("Rescue operations have ended, the service said.", [], id="rescue operations"),
        pytest.param("Commandos carried out a rescue of 12 hostages.", ["rescue"], id="rescue of hostages"),
        pytest.param("More than 20 settlements were hit on Friday.", ["hit"], id="settlements"),
        pytest.param("The two sides reached a settlement.", ["settlement"], id="settlement"),
        pytest.param("Its spokesman did not respond to requests for comment.", [], id="requests for comment"),
        pytest.param("It suggests that the missile may have gone astray.", [], id="suggests that"),
        pytest.param("The mediator suggested a pause in the fighting.", ["suggested"], id="suggests a pause"),
        pytest.param(
            "Near Kelo, two strikes hit a camp; destroyed a bunker and damaged a bridge.",
            ["strikes"],
            id="one blow told on",
        ),
        pytest.param("Jets carried out a strike on the ridge to target fighters.", ["strike"], id="purpose"),
        pytest.param("The army said 134 soldiers had been killed in the ground offensive.", ["killed"], id="setting"),
    ],
)
def test_what_is_only_meant_or_named_is_no_event(text: str, kept: list[str]) -> None:
    assert [event.words for event in events(text)] == kept


def test_a_threat_is_not_made_to_those_who_are_to_carry_it_out() -> None:
    threat = only(e for e in events("Marr vowed that the Darsine army would destroy the Front.") if e.type == "threat")
    assert all("army" not in party.words for party in threat.affected)


def test_which_goes_back_to_the_group_and_not_to_its_leader() -> None:
    text = "Ziad Amari, the leader of the Sahel Front, which took part in the raid on Kelo, spoke on Monday."
    raid = only(e for e in events(text) if e.words == "raid")
    assert all("Ziad" not in party.words for party in raid.acting)


def test_the_adjective_of_a_state_stands_for_it() -> None:
    text = "Sudan closed its border. A Sudanese attack on Kelo killed 12 people."
    record = read_report(report_of(text), shipped_tools())
    attack = only(e for e in record.events if e.words == "attack")
    names = {actor.id: actor.name for actor in record.actors}
    assert [names[party.actor] for party in attack.acting if party.actor is not None] == ["Sudan"]


@pytest.mark.parametrize(
    ("text", "words", "modality"),
    [
        ("A commission will investigate the murder of six priests.", "murder", "asserted"),
        ("A tribunal will examine the massacre of villagers in Bor.", "massacre", "asserted"),
        ("A man had the mission of assassinating President Tal.", "assassinating", "planned"),
        ("The army will begin an offensive against the rebels.", "offensive", "planned"),
    ],
)
def test_what_is_only_dealt_with_has_happened(text: str, words: str, modality: str) -> None:
    assert only(event for event in events(text) if event.words == words).modality == modality
