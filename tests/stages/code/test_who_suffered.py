"""Who suffered, where a headline or a clause leaves out the "was"; and the hurt, who are nobody's captives."""

import pytest

from builders import report_of, shipped_tools
from onrecord.flows.read import read_report
from onrecord.model.event import Event


def events(text: str) -> tuple[Event, ...]:
    return read_report(report_of(text), shipped_tools()).events


@pytest.mark.parametrize(
    ("text", "trigger", "suffered"),
    [
        ("Aid worker abducted near Kandahar", "abducted", "Aid worker"),
        ("Gunmen seized 40 pupils from a school in Zamtara.", "seized", "40 pupils"),
        ("Police killed on the highway in Guerrero", "killed", "Police"),
        ("Protesters shot in Maruba as strike enters third day", "shot", "Protesters"),
        ("The army had repelled three attacks near Selm, killing 20 gunmen.", "repelled", "20 gunmen"),
        ("Troops arrested and beaten in Mopti, officer says", "arrested", "Troops"),
        ("The two killed were a 28-year-old man and a 37-year-old man.", "killed", "two"),
        ("A shooting left two people dead and two others injured.", "shooting", "two others"),
        ("The men the militia killed were farmers.", "killed", "men"),
        ("The blast killed 28 people and left scores injured.", "injured", "scores"),
        ("A guard was shot at the gate on Sunday.", "shot", "guard"),
        ("The monitor documented the deaths of 61 civilians, among them nine children.", "deaths", "nine children"),
        ("The army killed or captured 20 rebels.", "killed", "20 rebels"),
        (
            "An official who asked not to be named said between 40 and 50 people died.",
            "died",
            "between 40 and 50 people",
        ),
    ],
)
def test_who_suffered(text: str, trigger: str, suffered: str) -> None:
    event = next(event for event in events(text) if event.words == trigger)
    assert suffered in [party.words for party in event.affected]
    assert suffered not in [party.words for party in event.acting]
    assert "official" not in " ".join(party.words for party in (*event.acting, *event.affected))


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("All were taken to a clinic where they are expected to recover.", set()),
        ("They were treated at a hospital and released.", {"aid"}),
        ("He was released from hospital on Sunday.", set()),
        ("The young boy was transferred to Wau and was released.", set()),
        ("The child grabbed a pistol hanging on a hook.", set()),
        ("The junta hanged four prisoners in Bor.", {"attack"}),
        ("The rebels released nine hostages in Bor.", {"release"}),
        ("The army recovered the town of Goma on Friday.", {"territory_taken"}),
        ("Five men were charged with murder.", {"arrest", "attack"}),
        ("Three Charged In Market Blast", {"arrest", "explosion"}),
    ],
)
def test_getting_well_is_no_release_and_a_charge_no_attack(text: str, types: set[str]) -> None:
    assert {event.type for event in events(text)} <= types
    assert not types or events(text)


def test_a_block_of_houses_is_no_year() -> None:
    text = "Officers were sent to the 1500 block of Lune Street on Monday after shots were heard."
    whole = read_report(report_of(text), shipped_tools())
    assert "1500" not in " ".join(time.words for time in whole.times)


@pytest.mark.parametrize(
    ("text", "trigger", "side", "words"),
    [
        ("An 8-year-old boy was shot by gunmen in Bor.", "shot", "affected", "8-year-old boy"),
        ("The militia killed three 14-year-old boys.", "killed", "affected", "three 14-year-old boys"),
        ("Gunmen kidnapped a 26-year-old.", "kidnapped", "affected", "26-year-old"),
        ("3-year-old killed in Goma market", "killed", "affected", "3-year-old"),
    ],
)
def test_an_age_is_kept_whole(text: str, trigger: str, side: str, words: str) -> None:
    event = next(event for event in events(text) if event.words == trigger)
    assert [party.words for party in getattr(event, side)] == [words]


def test_the_victims_are_not_those_who_arrest() -> None:
    text = "The four victims were taken to a hospital. Police said so. They arrested and charged a man."
    whole = read_report(report_of(text), shipped_tools())
    victims = {actor.id for actor in whole.actors if "victims" in actor.name}
    assert not victims & {party.actor for event in whole.events if event.type == "arrest" for party in event.acting}


def test_he_is_no_woman() -> None:
    text = "The mother of the boy was shot in Bor on Friday. He shot her by accident, police said."
    whole = read_report(report_of(text), shipped_tools())
    women = {actor.id for actor in whole.actors if "mother" in actor.name.lower()}
    assert not women & {party.actor for event in whole.events if event.words == "shot" for party in event.acting}


def test_himself_is_whoever_acts() -> None:
    text = "Cody Marr of Tarro was found guilty on Friday. His friend's 2-year-old son got hold of a gun, and the boy shot himself."
    whole = read_report(report_of(text), shipped_tools())
    marr = {actor.id for actor in whole.actors if "Marr" in actor.name}
    assert not marr & {party.actor for event in whole.events if event.words == "shot" for party in event.affected}


def test_who_is_driven_from_home_is_displaced_whatever_stands_between() -> None:
    text = "The siege has driven some 2.4 million people, nearly 60 percent of the district, from their homes."
    whole = read_report(report_of(text), shipped_tools())
    assert "displacement" in {event.type for event in whole.events}
    assert {figure.words: figure.harm for figure in whole.figures}["some 2.4 million"] == "displaced"


def test_people_who_cross_a_border_clash_with_nobody() -> None:
    assert "armed_clash" not in {event.type for event in events("More than 8,000 people crossed into Chad in a week.")}
    assert "armed_clash" in {event.type for event in events("Rwandan troops crossed into Congo on Monday.")}


def test_captors_are_not_those_who_are_freed() -> None:
    text = "Gunmen seized 300 boys from a school in Kolwe. They were freed after six days."
    freed = next(event for event in events(text) if event.type == "release")
    assert [(party.words, party.actor) for party in freed.affected] == [("They", None)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Father Ignacio Beltran said nine villagers died.\n\nThat night gunmen abducted a labour leader. His body was found on Sunday.",
            "labour leader",
        ),
        (
            "Father Ignacio Beltran said nine villagers died.\n\nThat night gunmen abducted Jorge Quintana. His body was found on Sunday.",
            "Jorge Quintana",
        ),
    ],
    ids=["by his office", "by name"],
)
def test_the_body_of_him_is_not_of_who_speaks(text: str, name: str) -> None:
    made = read_report(report_of(text), shipped_tools())
    (whose,) = next(event for event in made.events if event.words == "body").affected
    names = {actor.id: actor.name for actor in made.actors}
    assert whose.actor is not None
    assert names[whose.actor] == name


def test_who_speaks_did_not_die() -> None:
    text = "Mayor Luz Ocampo said a guard was shot at the gate on Sunday. She died in hospital, doctors said."
    made = read_report(report_of(text), shipped_tools())
    (who,) = next(event for event in made.events if event.words == "died").affected
    assert who.actor != next(actor.id for actor in made.actors if actor.name == "Luz Ocampo")
