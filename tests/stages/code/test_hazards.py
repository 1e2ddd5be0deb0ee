"""What nature, illness and accidents do is a condition that people suffer, and nobody's act."""

import pytest

from builders import only, report_of, shipped_tools
from onrecord.flows.read import read_report

SUFFERED = [
    ("An earthquake killed 40 people in Kolwe on Monday.", "killed", [40]),
    ("Floods have killed nine people in the district, the mayor said.", "killed", [9]),
    ("A storm hit the camp on Tuesday, wounding six.", "hit", [6]),
    ("Six people were killed by lightning in the camp.", "killed", [6]),
    ("A cholera outbreak has killed 60 people in the camp.", "killed", [60]),
    ("A bus crash killed 12 people near Kolwe.", "killed", [12]),
    ("Rebels said hunger in the camps had killed 40 prisoners.", "killed", [40]),
    ("Three days after the landslide hit the camp, fourteen bodies were found.", "hit", [14]),
    ("AN EARTHQUAKE KILLED 40 PERSONS IN THE NORTH.", "KILLED", [40]),
    ("Lightning killed two soldiers at the base.", "killed", [2]),
]


@pytest.mark.parametrize(("text", "words", "numbers"), SUFFERED)
def test_a_hazard_attacks_nobody(text: str, words: str, numbers: list[int]) -> None:
    record = read_report(report_of(text), shipped_tools())
    event = only(event for event in record.events if event.type == "need")
    assert (event.words, event.acting, event.responsibility, event.acled) == (words, (), (), None)
    assert [figure.value for figure in record.figures if figure.event == event.id] == numbers
    assert all(event.type == "need" for event in record.events)


def test_the_dead_of_a_flood_are_not_those_of_the_bomb_told_beside_it() -> None:
    text = "A suicide bomber killed nine, and a flood killed four in the same town."
    record = read_report(report_of(text), shipped_tools())
    types = {event.id: event.type for event in record.events}
    assert [(f.value, types[f.event]) for f in record.figures if f.event] == [(9, "suicide_attack"), (4, "need")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A storm of bullets killed three guards at the gate.", "attack"),
        ("Twelve soldiers were killed when their helicopter crashed after being hit by a missile.", "attack"),
        ("Nine people died in a stampede during an air raid on the market.", "air_strike"),
        ("Shelling killed five people in the camp where cholera has killed 30.", "shelling"),
        ("A fire killed six detainees in the prison.", "attack"),
    ],
)
def test_an_attack_told_with_such_words_stays_one(text: str, kind: str) -> None:
    assert kind in {event.type for event in read_report(report_of(text), shipped_tools()).events}


def test_what_floods_displace_is_displaced_by_nobody() -> None:
    record = read_report(report_of("Floods displaced 3,000 people in the district."), shipped_tools())
    event = only(event for event in record.events if event.type == "displacement")
    assert (event.acting, event.responsibility) == ((), ())
