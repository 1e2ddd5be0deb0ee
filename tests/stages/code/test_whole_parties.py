"""Whom an event hit, at their fullest: names beside a noun, names in a list, what stands in front of or between."""

import pytest

from builders import report_of, shipped_tools
from onrecord.flows.read import read_report
from onrecord.model.event import Event
from onrecord.model.record import Record


def record_of(text: str) -> Record:
    return read_report(report_of(text), shipped_tools())


def event_at(text: str, words: str) -> Event:
    return next(event for event in record_of(text).events if event.words.lower() == words)


def words_of(event: Event, part: str) -> list[str]:
    if part == "target":
        return [other.part.words for other in event.others if other.role == "target"]
    return [party.words for party in getattr(event, part)]


PARTS = [
    ("Gunmen killed his companion Rita Dunn on Monday.", "killed", "affected", ["his companion Rita Dunn"]),
    (
        "The radio said the rebel group Red Path Front had killed the doctor.",
        "killed",
        "acting",
        ["the rebel group Red Path Front"],
    ),
    (
        "Soldiers killed three journalists: Pavel Orlin, a photographer, Rita Dunn, a correspondent, and Omar Tal.",
        "killed",
        "affected",
        ["three journalists", "Pavel Orlin", "Rita Dunn", "Omar Tal"],
    ),
    ("Two of the six engineers were freed on Monday.", "freed", "affected", ["Two of the six engineers"]),
    ("Later gunmen opened fire on the car.", "opened fire", "acting", ["gunmen"]),
    ("A CAR BOMB EXPLODED IN FRONT OF THE BANK.", "exploded", "target", ["BANK"]),
    (
        "A bomb exploded between the Vela store and the Central Bank.",
        "exploded",
        "target",
        ["Vela store", "Central Bank"],
    ),
    (
        "Two bombs exploded at the house of Judge Ana Sol and at the offices of lawyer Rita Dunn.",
        "exploded",
        "target",
        ["house of Judge Ana Sol", "offices of lawyer Rita Dunn"],
    ),
    ("Nobody was hurt in the blast.", "blast", "affected", []),
]


@pytest.mark.parametrize(("text", "words", "part", "parties"), PARTS)
def test_a_part_is_named_in_full(text: str, words: str, part: str, parties: list[str]) -> None:
    named = [party.removeprefix("the ") for party in words_of(event_at(text, words), part)]
    assert named == [party.removeprefix("the ") for party in parties]


def test_the_name_beside_a_noun_is_the_actor() -> None:
    record = record_of("Gunmen killed his companion Rita Dunn on Monday.")
    (hit,) = record.events[0].affected
    assert {actor.id: actor.name for actor in record.actors}[hit.actor or ""] == "Rita Dunn"


FOUND_DEAD = [
    ("The bodies of two farmers were found on the road on Tuesday.", "bodies", ["two farmers"]),
    (
        "The bullet-riddled body of union leader Pavel Orlin was found in Orvane.",
        "body",
        ["union leader Pavel Orlin"],
    ),
]


@pytest.mark.parametrize(("text", "words", "hit"), FOUND_DEAD)
def test_bodies_found_tell_of_a_killing(text: str, words: str, hit: list[str]) -> None:
    event = event_at(text, words)
    assert (event.type, event.acting) == ("attack", ())
    assert words_of(event, "affected") == hit


def test_who_is_found_dead_after_an_abduction_was_taken_too() -> None:
    text = "The mutilated bodies of two students who had been kidnapped on Monday were found near Orvane."
    assert [event.type for event in record_of(text).events] == ["attack", "abduction"]


@pytest.mark.parametrize(
    "text",
    [
        "A body of rules was adopted on Monday.",
        "No one has been charged.",
        "The governing body of the league met on Monday.",
    ],
)
def test_no_event_is_read_into_other_words(text: str) -> None:
    assert not [e for e in record_of(text).events if e.type in {"attack", "arrest", "armed_clash"}]


def test_a_name_in_capitals_holds_no_event() -> None:
    record = record_of("POLICE SAID THE ARMY OF NATIONAL LIBERATION ATTACKED THE POST.")
    assert [event.type for event in record.events] == ["attack"]


def test_a_car_bomb_in_capitals_lies_in_no_country() -> None:
    assert record_of("HE WAS KILLED WHEN A CAR BOMB EXPLODED NEAR THE BANK.").places == ()


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Defence Minister Ana Sol said the army had killed 20 rebels.", "claimed"),
        ("Lawyer Ana Sol said the army had killed 20 villagers.", "accused"),
    ],
)
def test_an_official_of_no_country_named_owns_up_for_the_army(text: str, basis: str) -> None:
    assert [charge.basis for charge in event_at(text, "killed").responsibility] == [basis]
