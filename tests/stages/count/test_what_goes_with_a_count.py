"""What is told of a count beside the number: over what it runs, of whom it is, who did it, and what is noted of it."""

import pytest

from builders import only, report_of, shipped_tools
from onrecord.flows.read import read_report
from onrecord.model.figure import Figure


def figures(text: str) -> tuple[Figure, ...]:
    return read_report(report_of(text), shipped_tools()).figures


def test_since_when_they_were_held_is_not_over_what_they_are_counted() -> None:
    found = figures("The front freed four soldiers and a police officer it had held since 3 February.")
    assert [(figure.scope, figure.since) for figure in found] == [("event", None), ("event", None)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Four soldiers were killed in Kolwe. A doctor put the toll at six.", "toll"),
        ("Gunmen killed a family of six in Kolwe. Four were wounded.", "wounded"),
        ("Nine people were killed in Kolwe. A doctor put the toll at 11.", "people"),
        ("A bomb killed two guards and three porters; another hit rescuers and killed four more.", "killed"),
        ("In all 382 people - 210 civilians and 172 soldiers - were killed in May, down from 451 in April.", "people"),
    ],
    ids=["a toll", "a family", "a toll of people", "after a list", "of another month"],
)
def test_of_whom_a_number_is_that_names_nobody(text: str, words: str) -> None:
    assert figures(text)[-1].of.words == words


def test_a_number_held_against_another_year_counts_the_same() -> None:
    now, then = figures("Eleven aid workers have been killed in Belm this year, against 19 in the whole of 2020.")
    assert (then.value, then.harm, then.of.words, then.scope) == (19, "killed", "aid workers", now.scope)


def test_those_who_also_came_home_were_freed() -> None:
    text = "The sides exchanged 106 prisoners of war. It was the first swap since May. Twelve civilians also came home."
    assert [figure.harm for figure in figures(text)] == ["released", "released"]
    assert [figure.harm for figure in figures("Twelve civilians also came home.")] == ["other"]


def test_what_is_told_of_a_month_and_another_is_of_no_event() -> None:
    found = figures("Figures of the ministry showed that 382 people were killed in May, down from 451 in April.")
    assert [(figure.value, figure.scope, figure.event) for figure in found] == [
        (382, "period", None),
        (451, "period", None),
    ]


def test_some_that_a_verb_includes_are_part_of_those_before() -> None:
    whole, *parts = figures("The five missing include a cook and four local drivers, the agency said.")
    assert [part.part_of for part in parts] == [whole.id, whole.id]


def test_those_named_after_the_verb_are_those_counted_before_it() -> None:
    whole, *parts = figures("Two people were killed, a nurse, 41, and a cook, 52.")
    assert [part.part_of for part in parts] == [whole.id, whole.id]
    assert [figure.part_of for figure in figures("Two men were killed, two women were killed.")] == [None, None]


def test_what_a_sentence_with_figures_notes_is_of_its_own() -> None:
    text = "Youths burned 190 homes. The commissioner said 61 people were killed; this has not been verified by the UN."
    assert [[note.code for note in figure.notes] for figure in figures(text)] == [[], ["evidence.unverified"]]


def test_a_place_whose_towns_were_hit_killed_nobody() -> None:
    text = "BAGHRA (Agency) — Three bombs struck the capital and towns to its north on Sunday, killing 31 people."
    assert only(figures(text)).by is None


def test_who_is_named_by_the_attack_killed_and_wounded() -> None:
    text = (
        "The deadliest blast was in Balud, where a suicide bomber drove an explosives-laden minibus into a Shiite"
        " funeral tent, killing 19 and wounding 43."
    )
    killed, wounded = figures(text)
    assert killed.by == wounded.by


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        ("At least 31 people died. Rescuers found eight bodies. Fourteen of the 31 were children.", {"Fourteen": "At least 31"}),
        ("Some 31 people died. Fourteen were children, and six of those were under five.", {"six": "Fourteen"}),
        ("Nine people, including three boys, two of whom were twins, died.", {"three": "Nine", "two": "three"}),
        ("Twelve died, five of whom were women and three of whom were girls.", {"five": "Twelve", "three": "Twelve"}),
        ("The raid killed 17 people, among them 9 women (two of them pregnant).", {"9": "17", "two": "9"}),
        ("The war has harmed 870 children (510 boys, 360 girls).", {"510": "870", "360": "870"}),
        ("Clashes left 73 people dead - 40 of them fighters, 33 civilians.", {"40": "73", "33": "73"}),
        ("Troops killed between 300 and 376 villagers. Of the victims, 103 were children.", {"103": "between 300 and 376"}),
        ("It cost 110 casualties on our side (32 killed, 78 wounded).", {"32": "110", "78": "110"}),
        ("A total of 94 IDPs, comprising 41 men and 53 women, were moved.", {"41": "94", "53": "94"}),
        ("Eleven people, among them a police chief and his three guards, were killed.", {"a": "Eleven", "three": "Eleven"}),
        ("The number of prisoners is 1,117, up from 903 last year; 41 of them are women.", {"41": "1,117"}),
        ("The shelling left 14 dead and 31 wounded (6 children).", {"6": "31"}),
        ("There are 340,000 displaced; 45% of health facilities are shut.", {}),
    ],
)  # fmt: skip
def test_parts_of_parts_have_the_whole_that_is_meant(text: str, wholes: dict[str, str]) -> None:
    found = figures(text)
    words = {figure.id: figure.words for figure in found}
    told = {figure.words: words[figure.part_of] for figure in found if figure.part_of is not None}
    assert {part: told.get(part) for part in told if part in wholes or not wholes} == wholes


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("The death toll rose to 31 on Wednesday, up from 24 a day earlier.", [None, "count.earlier"]),
        ("The number of people killed fell from 210 in March to 96 in April.", [None, None]),
        ("The toll rose from 12 to 15 overnight.", ["count.earlier", None]),
    ],
)
def test_a_count_of_another_time_stands_and_a_toll_raised_does_not(text: str, notes: list[str | None]) -> None:
    assert [next((note.code for note in figure.notes), None) for figure in figures(text)] == notes


def test_each_clause_has_its_own_since_and_its_own_event() -> None:
    text = "Some 340,000 people are displaced; 12 aid workers have been killed since January."
    assert [figure.since is None for figure in figures(text)] == [True, False]


@pytest.mark.parametrize(
    "text",
    [
        "Villagers buried 17 of their neighbours on Friday.",
        "Soldiers found 12 villagers dead in the bush.",
        "Rebels rushed two wounded men to hospital.",
        "Doctors treated 22 people for gunshot wounds.",
    ],
)
def test_who_finds_buries_or_treats_them_hurt_nobody(text: str) -> None:
    assert only(figures(text)).by is None


def test_who_counts_the_wounded_or_loses_men_killed_none_of_them() -> None:
    counted = figures("Shells hit Belm at dawn; medics counted 6 dead and 14 wounded.")
    assert [figure.by for figure in counted] == [None, None]
    killed, lost = figures("The Front said its fighters killed 14 soldiers for the loss of two men.")
    assert killed.by is not None
    assert lost.by is None


def test_by_whom_others_were_taken_says_not_who_maimed() -> None:
    assert figures("In all 305 children were maimed and 98 recruited by armed groups.")[0].by is None
