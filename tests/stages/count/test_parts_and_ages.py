"""A part has the harm of its whole; the age of one person counts nobody."""

import pytest

from builders import only, report_of, shipped_tools
from onrecord.flows.read import read_report
from onrecord.intake import take_in
from onrecord.model.figure import Figure


def figures(text: str) -> tuple[Figure, ...]:
    return read_report(report_of(text), shipped_tools()).figures


def test_a_part_whose_words_name_no_harm_has_that_of_its_whole() -> None:
    found = {figure.words: figure for figure in figures("They counted 11 bodies, including those of four children.")}
    assert found["four"].part_of == found["11"].id
    assert found["four"].harm == found["11"].harm == "killed"


def test_the_age_of_one_person_is_no_figure() -> None:
    found = [figure.words for figure in figures("Among the dead were a man of 71 and a girl of six.")]
    assert "71" not in found
    assert "six" not in found


def test_what_a_whole_war_has_done_is_a_total() -> None:
    text = "The visit follows a 10-week war that has devastated the north, killed nearly 20,000 people and driven 1.9 million from home."
    assert {figure.scope for figure in figures(text)} == {"total"}


def test_who_speaks_is_not_counted_among_the_dead() -> None:
    text = "A bomber killed 14 policemen and eight civilians, a police officer and a medical source said."
    assert [figure.words for figure in figures(text)] == ["14", "eight"]


def test_what_is_done_to_things_is_not_done_to_people() -> None:
    assert "destroyed" not in {figure.harm for figure in figures("Residents said 11 people had been buried.")}


@pytest.mark.parametrize(
    "words", ["are now known to have been killed", "are feared to have been killed", "were killed"]
)
def test_those_known_by_now_to_be_dead_are_dead_of_one_event(words: str) -> None:
    figure = only(figures(f"Seventeen people {words} in the shelling of the market on Monday."))
    assert (figure.harm, figure.scope) == ("killed", "event")


def test_a_headline_counts_over_what_its_text_counts_over() -> None:
    text = (
        "Rights group counts more than 240 civilian dead in the north\n\n"
        "The Bend Observatory said on Monday that 241 civilians had been killed in the north since January.\n"
    )
    found = {figure.words: figure for figure in read_report(take_in(text.encode(), name="t"), shipped_tools()).figures}
    assert found["more than 240"].scope == found["241"].scope == "total"
    assert found["more than 240"].event is None


@pytest.mark.parametrize(
    ("text", "whole", "parts"),
    [
        ("One victim, a 40-year-old man, died at the scene.", "One", ["a"]),
        ("Four people - two men and two women - were killed.", "Four", ["two", "two"]),
        ("Three people were killed: a nurse, a driver and a clerk.", "Three", ["a", "a", "a"]),
        ("Five were hurt, with two in critical condition.", "Five", ["two"]),
        ("Three people were shot, one fatally.", "Three", ["one"]),
        ("Two guards, a driver and a nurse were killed.", "Two", []),
    ],
    ids=["one by one", "in dashes", "after a colon", "in critical condition", "one fatally", "others"],
)
def test_a_list_that_spells_out_a_number_is_its_parts(text: str, whole: str, parts: list[str]) -> None:
    found = figures(text)
    first = next(figure for figure in found if figure.words == whole)
    assert [figure.words for figure in found if figure.part_of == first.id] == parts


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Two women were killed in a shooting in Orvane last year.", "event"),
        ("Tens of thousands of refugees crossed the border last year.", "period"),
        ("Seven people were killed in three separate shootings in Orvane.", "period"),
        ("Four people were wounded in a market that was shelled last year.", "event"),
        ("Two people have been killed in Orvane overnight.", "event"),
        ("The army says it has killed about 7,000 rebels.", "total"),
        ("Over 5,000 people are still in besieged areas – many have received no aid since June.", "stock"),
        ("It took 256 more prisoners.", "event"),
        ("The camp holds 400,000 people.", "stock"),
        ("The town is home to 12,000 farmers.", "stock"),
        ("A guard at the hall where two teenagers were killed said that she had seen the gunman.", "event"),
    ],
    ids=[
        "dates one attack", "a stretch", "several apart", "of another", "news of the day", "a war told in the perfect",
        "another clause", "taken", "holds", "home to", "inside the speaker's words",
    ],
)  # fmt: skip
def test_over_what_a_figure_counts(text: str, scope: str) -> None:
    assert only(figure for figure in figures(text) if figure.value != 1).scope == scope


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The UN has confirmed reports that the group killed 70 men.", []),
        ("The report that 70 men were killed could not be independently verified.", ["evidence.unverified"]),
    ],
    ids=["confirmed", "not verified"],
)
def test_only_what_was_not_verified_is_said_to_be_unverified(text: str, codes: list[str]) -> None:
    assert [note.code for note in only(figures(text)).notes] == codes


@pytest.mark.parametrize(
    "text",
    [
        "He gave no number of wounded.",
        "The army gave no figure for the injured.",
        "There was no immediate word on dead or wounded.",
    ],
)
def test_a_count_that_is_not_given_is_not_none_hurt(text: str) -> None:
    assert [figure.words for figure in figures(text)] == []


def test_who_was_killed_did_not_take_the_prisoners() -> None:
    text = (
        "Boko Haram fighters fled. The raid killed 41 Boko Haram fighters and took 35 more prisoners, officials said."
    )
    found = {figure.words: figure for figure in figures(text)}
    assert found["35"].harm == "held"
    assert found["35"].by is None


@pytest.mark.parametrize(
    ("text", "harm"),
    [
        ("Gunmen killed a 3-year-old in Bor.", "killed"),
        ("A 70-year-old was wounded by shells in Kherson.", "injured"),
        ("AN 11-YEAR-OLD WAS ABDUCTED IN APATZINGAN.", "held"),
    ],
)
def test_one_who_is_named_by_age_alone_is_counted(text: str, harm: str) -> None:
    figure = only(figures(text))
    assert (figure.low, figure.high, figure.harm, figure.unit) == (1, 1, harm, "people")


def test_who_reports_the_dead_did_not_kill_them() -> None:
    found = {figure.words: figure for figure in figures("Army officials reported that the raid killed 41 militants.")}
    assert found["41"].harm == "killed"
    assert found["41"].by is None


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("The death toll from Sunday's car bomb rose to 11.", "event"),
        ("The death toll from the blast climbed to nine on Friday.", "event"),
        ("The death toll from the war rose to 11,000.", "total"),
        ("The death toll from the attacks has risen to 300 since the war began.", "total"),
    ],
)
def test_the_toll_of_one_event_is_no_total(text: str, scope: str) -> None:
    assert only(figures(text)).scope == scope


def test_each_count_is_since_its_own_day() -> None:
    text = (
        "Since 2015, the violence has killed more than 26,000 people, including 13,800 since January 2023, and forced two"
        " million from their homes."
    )
    assert [figure.since.start for figure in figures(text) if figure.since] == [
        "2015-01-01",
        "2023-01-01",
        "2015-01-01",
    ]


def test_those_burned_alive_were_killed() -> None:
    assert [figure.harm for figure in figures("At least 30 people were burned alive in Tar Taing.")] == ["killed"]


def test_the_dead_pointed_back_to_are_part_of_those_told_of_before() -> None:
    text = (
        "At least 23 people were killed when a drone hit a market. The Front denied it. The army called for calm."
        " The governor flew home. Seven of the dead were children, doctors said."
    )
    whole, part = figures(text)
    assert (part.value, part.part_of) == (7, whole.id)


@pytest.mark.parametrize(
    "text",
    [
        "The raid killed 11 farmers and injured 30. Doctors said two of the injured died on the way to Selm.",
        "Gunmen killed 11 farmers and abducted 30 others. Two of the captives were shot dead, the mayor said.",
    ],
)
def test_some_of_those_whom_one_harm_befell_are_part_of_them(text: str) -> None:
    _, whole, part = figures(text)
    assert (part.harm, part.part_of) == ("killed", whole.id)


@pytest.mark.parametrize(
    "text",
    [
        "Rector Pablo Merino demanded that the authorities release 12 students.",
        "Eight bodies had been buried by relatives, the clinic said.",
        "The general said his forces lost two men, while the enemy lost 50.",
        "The strike killed 12 people, including four children, and injured about 20.",
    ],
)
def test_who_demands_buries_or_is_counted_did_it_to_nobody(text: str) -> None:
    assert {figure.by for figure in figures(text)} == {None}


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("The junta has killed 5,000 people and detained over 26,000 since the February 2021 coup.", "total"),
        ("The worst massacre since 2014 left 60 villagers dead in Kolwe.", "event"),
        ("The Front frees four officers held since January in Kolwe.", "event"),
        ("Two men were shot; eleven more died of their wounds within a week.", "event"),
        ("The sides freed 157 captives on Friday, the 71st such swap since the war began in 2022.", "event"),
        ("Five inmates were killed in a riot, the third such outbreak at the jail this year.", "event"),
        ("Between 28 May and 2 June, local authorities recorded 37 civilian deaths.", "period"),
        ("Fighting killed an estimated 6,000 people between 2012 and 2015.", "period"),
        ("Some 24 people were killed on the other side over the same period.", "period"),
        ("Violence has killed 1,737 people in July, the deadliest month since April 2008.", "period"),
    ],
)
def test_since_sums_up_and_also_only_compares(text: str, scope: str) -> None:
    assert {figure.scope for figure in figures(text)} == {scope}


def test_what_a_count_is_brought_to_is_a_total_and_the_count_is_not() -> None:
    text = "Two men were shot dead on Friday, bringing to 61 the number killed since rallies against the coup began."
    assert [(figure.value, figure.scope) for figure in figures(text)] == [(2, "event"), (61, "total")]


def test_those_killed_in_taking_a_post_are_tied_to_the_taking() -> None:
    text = "The attack on Kelo came three days after fighters seized a police station in Tarn, killing nine officers."
    record = read_report(report_of(text), shipped_tools())
    types = {event.id: event.type for event in record.events}
    assert [types.get(figure.event) for figure in record.figures] == ["territory_taken"]


def test_the_dead_are_tied_to_the_killing_and_the_hurt_to_the_hurting() -> None:
    text = "More than 100 people were killed in Gao, the ministry said, putting the toll at 104 dead and 760 injured."
    record = read_report(report_of(text), shipped_tools())
    words = {event.id: event.words for event in record.events}
    assert [(figure.value, words.get(figure.event)) for figure in record.figures] == [
        (100, "killed"), (104, "killed"), (760, "injured"),
    ]  # fmt: skip


def test_fighters_killed_are_no_part_of_those_they_killed() -> None:
    text = "Nineteen people died, three of them policemen, and seven of the attackers were killed."
    whole, policemen, attackers = figures(text)
    assert (policemen.part_of, attackers.part_of) == (whole.id, None)


def test_them_are_those_whom_the_sentence_names() -> None:
    text = "The shell killed 17 pupils.\nTroops said they had raided a camp of gunmen and that 12 of them were killed."
    pupils, gunmen = figures(text)
    assert (pupils.of.words, gunmen.of.words, gunmen.part_of) == ("pupils", "gunmen", None)


def test_some_known_as_displaced_are_among_the_dead() -> None:
    text = "The monitor put the dead at 13 and said at least six of them were displaced people."
    dead, displaced = figures(text)
    assert (displaced.harm, displaced.part_of) == ("killed", dead.id)


def test_a_count_of_another_week_stands_and_an_earlier_toll_does_not() -> None:
    weeks = figures("Strikes killed 31 civilians in the past week, up from 22 the week before.")
    tolls = figures("The death toll is now 17, up from 12 on Monday.")
    assert [[note.code for note in figure.notes] for figure in (*weeks, *tolls)] == [[], [], [], ["count.earlier"]]
    assert weeks[1].event is None


def test_since_the_month_it_is_held_against_counts_nobody() -> None:
    (found,) = figures("Violence has killed 1,737 people in July, the deadliest month since April 2008.")
    assert (found.since, found.notes) == (None, ())


def test_the_correct_figure_is_of_those_counted_before() -> None:
    text = 'Parents said at least 317 pupils were missing.\nHe disputed that. "The correct figure is 279," he said.'
    assert [(f.value, f.harm, f.of.words) for f in figures(text)] == [
        (317, "missing", "pupils"),
        (279, "missing", "pupils"),
    ]


def test_one_of_them_is_of_those_told_of_last() -> None:
    text = (
        "Troops killed three residents. Some 3,000 people had left the camp. Two of the dead were students. "
        "The movement claimed one of them as a member."
    )
    found = {figure.words: figure for figure in figures(text)}
    assert (found["one"].harm, found["one"].part_of) == ("killed", found["Two"].id)


def test_a_change_of_so_many_percent_is_no_part() -> None:
    text = "Some 1,200 people were killed and 2,874 injured in June, a 23 percent rise on May."
    assert [figure.part_of for figure in figures(text)] == [None, None, None]


def test_who_is_counted_did_not_wound_the_rest() -> None:
    text = "A car bomb killed three people, among them a fighter of the Selm police, and injured at least 15."
    assert [figure.by for figure in figures(text)] == [None, None, None]
    text = "Police raided a house and killed two men and wounded five."
    assert len({figure.by for figure in figures(text)} - {None}) == 1
    assert all(figure.by for figure in figures(text))


def test_what_a_count_is_brought_to_this_year_is_no_event() -> None:
    text = "A boy died of wounds he suffered in a raid, bringing to 186 the number of people killed this year."
    assert [(figure.value, figure.scope) for figure in figures(text)] == [(1, "event"), (186, "total")]


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        (
            "The group seized 63 people in Halkeri and demanded the freeing of 250 prisoners.\n\nIt freed 14 of them on Sunday.",
            "14",
            "63",
        ),
        (
            "At least 34 people were hurt. It put the number of passengers at 412.\n\nSixteen of the wounded are critical.",
            "Sixteen",
            "At least 34",
        ),
        ("They killed at least 11 people, including the village chief and his two sons.", "two", "at least 11"),
        ("The office reported 27 deaths and 91 injuries; of the dead, ten were children.", "ten", "27"),
        ("Four soldiers, two of them officers, and an interpreter were killed.", "an", None),
        ("Eleven soldiers were arrested.\n\nCases in the province rose by 37 per cent in the spring.", "37", None),
    ],
    ids=[
        "freed are of those held",
        "the wounded are of those hurt",
        "after one named",
        "of the dead",
        "after an aside",
        "a change is no part",
    ],
)
def test_of_which_whole_a_part_is(text: str, part: str, whole: str | None) -> None:
    found = {figure.words: figure for figure in figures(text)}
    assert found[part].part_of == (None if whole is None else found[whole].id)


def test_who_died_in_hospital_are_not_those_told_of_before_the_wounded() -> None:
    text = (
        "Basin said two of his own fighters had been killed. Sixteen of the wounded were in hospital. "
        "Two died overnight, a nurse said."
    )
    last = figures(text)[-1]
    assert (last.words, last.of.status) == ("Two", "unstated")


def test_whom_a_force_lost_it_did_not_kill() -> None:
    killed, lost = figures("The army killed nine gunmen in the raid and lost two soldiers.")
    assert killed.by is not None
    assert lost.by is None
