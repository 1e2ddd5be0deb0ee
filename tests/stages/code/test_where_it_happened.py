"""Where it happened: not in the country that acts, nor in one that is only threatened."""

import pytest

from builders import report_of, shipped_tools
from onrecord.flows.read import read_report

PLACED = [
    ("Two villages near Bor in South Sudan were shelled on Friday.", "shelled", ["Bor"]),
    ("The convoy was attacked from the air by forces of either the Assad regime or Russia.", "attacked", []),
    ("The group threatened attacks against Kenya, and these strikes show that threat.", "strikes", []),
    ("They want to attack Kenya or its allies, and the raids show that aim.", "raids", []),
    ("The army shelled Kassala and Gedaref on Monday.", "shelled", ["Kassala"]),
    ("Six women were taken to Kenema hospital after strikes on the market of Koidu.", "strikes", ["Koidu"]),
    ("Children were rushed to Goma after the bombing.", "bombing", []),
    ("Militants attacked Ethiopia and Somalia.", "attacked", ["Ethiopia"]),
    ("It was the deadliest attack since August, when 18 people died near Kenema.", "attack", []),
    ("The worst massacre since 2014 left 60 villagers dead in Koidu.", "massacre", ["Koidu"]),
    ("A spokesman claimed the ambush but denied that his men had killed civilians in Koidu.", "ambush", []),
    ("The rebels handed over 27 soldiers in exchange for 19 fighters held in Kinshasa.", "handed over", []),
    ("The defence ministry in Kinshasa blamed the rebels for the attack.", "attack", []),
    ("The defence ministry in Kinshasa blamed the rebels for an attack on Bukavu.", "attack", ["Bukavu"]),
    (
        "The ministry in Kinshasa blamed the rebels. The group accused the army of firing on its own people.",
        "firing on",
        [],
    ),
    (
        "Shells fell on Goma. The rights group said 2,300 people were killed in the north-west in 2022.",
        "killed",
        [],
    ),
    ("Shells fell on Goma. Nine people were killed in the north of the city.", "killed", ["Goma"]),
    ("Kenya-led police shot nine men.", "shot", []),
    ("The junta bombed Koidu, displacing villagers, who fled across the border to Guinea.", "bombed", ["Koidu"]),
    ("The army fired 12 missiles from the Black Sea.", "fired", []),
    ("The station was hit by two missiles fired from Koidu.", "hit", []),
    ("A mediator from Goma told the agency that the government had offered to free 25 men.", "offered", []),
    ("Neither side has attacked the other since talks began in Kenema.", "attacked", []),
    ("Nine people were wounded and taken to the hospital in Koidu.", "wounded", []),
    ("Some 300 people were killed in 2022, according to the Sahel Conflict Observatory.", "killed", []),
    ("The army said it opened fire on rebels of the Kachar Independence Army.", "opened fire", []),
    ("Doctors at Selm Hospital said the army had shelled Goma.", "shelled", ["Goma"]),
    ("Police in Goma said gunmen had killed nine people on Monday.", "killed", ["Goma"]),
]


@pytest.mark.parametrize(("text", "words", "names"), PLACED)
def test_where_it_happened(text: str, words: str, names: list[str]) -> None:
    record = read_report(report_of(text), shipped_tools())
    known = {place.id: place.name for place in record.places}
    event = next(event for event in record.events if event.words == words)
    assert [known[place] for place in event.where] == names


def test_what_only_a_total_counts_ended_by_the_day_of_the_report() -> None:
    text = "The army says 134 soldiers have been killed since the start of the offensive."
    whole = read_report(report_of(text), shipped_tools())
    (event,) = (event for event in whole.events if event.words == "killed")
    assert event.when is not None
    assert (event.when.start, event.when.end, event.when.edtf) == (None, "2023-12-20", "../2023-12-20")


def test_what_one_event_counts_keeps_its_day() -> None:
    text = "The army says 134 soldiers were killed in an ambush."
    whole = read_report(report_of(text), shipped_tools())
    assert {event.when.start for event in whole.events if event.when is not None} == {"2023-12-20"}


@pytest.mark.parametrize(
    ("text", "number", "names"),
    [
        ("A bomb exploded near a patrol in Koidu, west of Kenema, killing two policemen.", 2, ["Koidu"]),
        ("Shells killed 12 people in Kenema and another five in Koidu.", 5, ["Koidu"]),
    ],
)
def test_where_those_counted_were(text: str, number: int, names: list[str]) -> None:
    record = read_report(report_of(text), shipped_tools())
    known = {place.id: place.name for place in record.places}
    figure = next(figure for figure in record.figures if figure.value == number)
    assert [known[place] for place in figure.where] == names


def test_the_deadliest_since_is_of_the_day_of_the_report() -> None:
    text = "It was the deadliest attack in the state since August, when 18 people died in shelling near Kenema."
    record = read_report(report_of(text), shipped_tools())
    days = {event.words: event.when.start for event in record.events if event.when is not None}
    assert days["attack"] == "2023-12-20"


def test_the_year_in_a_name_dates_nothing_after_it() -> None:
    text = "The minister blamed the Front, which rejected a 2016 peace deal. No group has claimed the attack."
    record = read_report(report_of(text), shipped_tools())
    event = next(event for event in record.events if event.words == "attack")
    assert event.when is None or event.when.start == "2023-12-20"
