"""Which of several words says what became of those counted, and which number of two is told."""

import pytest

from builders import report_of, shipped_tools
from onrecord.flows.read import read_report
from onrecord.model.figure import Figure


def figures(text: str) -> tuple[Figure, ...]:
    return read_report(report_of(text), shipped_tools()).figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three of the wounded died on the road to Selm.", ["Three killed"]),
        ("Two of those captured were freed a week later.", ["Two released"]),
        ("Six of those arrested were foreigners.", ["Six detained"]),
        ("Two of the dead had been shot in the head.", ["Two killed"]),
        ("Five of the injured were taken to hospital.", ["Five hospitalised"]),
        ("Nine miners held since May by the militia were released.", ["Nine released"]),
        ("A driver wounded in the raid died overnight.", ["A killed"]),
        ("Six pilots captured near the river were later executed.", ["Six killed"]),
        ("Ten people killed in the blast were buried on Friday.", ["Ten killed"]),
        ("Two of the seven surveyors kidnapped in Karo have been freed.", ["Two released"]),
        ("Two of the seven were freed.", ["Two released"]),
        ("She was one of three judges killed in the city.", ["three killed"]),
        ("One of three raiders was shot dead.", ["One killed"]),
        ("Orvane toll hits 14 as army denies shelling", ["14 killed"]),
        ("Death toll from mudslide tops 300", ["tops 300 killed"]),
        ("The toll from the twin blasts in the old town of Marrat climbed to 63.", ["63 killed"]),
        ("The governor put the dead at 31.", ["31 killed"]),
        ("The rockets hit a market and struck 12 people.", ["12 affected"]),
        ("Raiders set three barges on fire.", ["three destroyed"]),
        ("The rebels set up three posts near a fire station.", []),
        ("Several people listed as missing were found in Karo.", ["Several other"]),
        ("Twelve sailors are missing and have not been found.", ["Twelve missing"]),
        ("One of the five people shot dead on Friday was a nurse.", ["five killed"]),
        ("Four of the six people who died in the fire were named.", ["six killed"]),
        ("Raiders shot two of the six people held in the hut.", ["two injured"]),
        ("The quake left 40 homes damaged and six homes destroyed.", ["40 damaged", "six destroyed"]),
        (
            "Some 700 huts were damaged or destroyed and 4,000 people displaced.",
            ["Some 700 damaged", "4,000 displaced"],
        ),
        ("Three fatally shot outside inn in Orvane", ["Three killed"]),
        ("2 shot dead in land dispute", ["2 killed"]),
        ("The knife was linked to three stabbing deaths in Karo.", ["three killed"]),
        ("2 boys shot in Orvane, 1 killed", ["2 injured", "1 killed"]),
        ("10 people shot at barracks, at least 2 dead", ["10 injured", "at least 2 killed"]),
        ("A shell left three dead and wounded six.", ["three killed", "six injured"]),
        ("Clashes left 40 dead and wounded.", ["40 affected"]),
        ("1 killed, 3 injured in blast", ["1 killed", "3 injured"]),
        ("The sister of the two boys, 28-year-old Ana Sol, died of cancer.", ["two killed"]),
        ("Relatives said Teo Robek Jr., 28, was killed.", []),
        ("Two held in Cloud 9 shooting death of nurse", ["Two held"]),
        ("They pulled out 11 bodies, five of them those of pupils.", ["11 killed", "five killed"]),
    ],
)
def test_what_became_of_them(text: str, expected: list[str]) -> None:
    assert [f"{figure.words} {figure.harm}" for figure in figures(text)] == expected


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Some 900 people have died since the militia seized power.", "total"),
        ("Up to 40 families have fled since the shelling resumed.", "total"),
        ("Nine miners held since May by the militia were released.", "event"),
        ("As many as 150 people may have drowned when the ferry sank.", "event"),
        ("Fewer than 100 residents remain in the village.", "stock"),
        ("Eleven miners were killed on Sunday, a day after the raid.", "event"),
        ("Eleven miners are killed a month in the pits.", "period"),
    ],
)
def test_words_date_the_count_they_belong_to(text: str, scope: str) -> None:
    assert [figure.scope for figure in figures(text)] == [scope]


def test_a_count_said_again_runs_over_what_it_ran_over() -> None:
    text = (
        "The clinic said 36 people had died of cholera since the start of March. It had earlier given a figure of 41,"
        " which it said had counted five of them twice."
    )
    now, before = figures(text)[:2]
    assert (before.words, before.harm, before.scope, before.since) == ("41", "killed", "total", now.since)
    assert [note.code for note in before.notes if note.code == "count.withdrawn"]
