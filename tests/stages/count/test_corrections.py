"""Counts that were put right, that rose step by step, or that only older words gave."""

import pytest

from builders import only, report_of, shipped_tools
from onrecord.flows.read import read_report
from onrecord.model.figure import Figure

WITHDRAWN, EARLIER = "count.withdrawn", "count.earlier"


def figures(text: str) -> tuple[Figure, ...]:
    return read_report(report_of(text), shipped_tools()).figures


def told(figure: Figure) -> str:
    codes = [note.code.removeprefix("count.") for note in figure.notes if note.code in (WITHDRAWN, EARLIER)]
    return " ".join([str(figure.value), figure.harm, *codes])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry said an earlier figure of 16 dead was corrected to 14.", ["16 killed withdrawn", "14 killed"]),
        ("Nine people were killed, the governor said, earlier put at 12.", ["9 killed", "12 killed earlier"]),
        (
            "Officials, who had earlier put the number of dead at 12, said nine people were killed in Orvane.",
            ["12 killed earlier", "9 killed"],
        ),
        ("The death toll was revised down from 31 to 27 after a recount.", ["31 killed withdrawn", "27 killed"]),
        ("The death toll rose from 31 to 37 overnight.", ["31 killed earlier", "37 killed"]),
        ("The number of people killed when shells hit a market in Orvane rose to 14 on Tuesday.", ["14 killed"]),
        (
            "The number of people killed when shells hit a market in Orvane rose to 14 on Tuesday, the mayor's office said, "
            "as the army denied that its guns had fired on the town.",
            ["14 killed"],
        ),
        ("The number of children injured since the siege began has reached 230, doctors said.", ["230 injured"]),
        ("The army said the number of soldiers killed had risen to nine.", ["9 killed"]),
        ("The toll rose to 12 by morning and to 15 by noon.", ["12 killed", "15 killed"]),
        ("An earlier version of this story incorrectly said that 71 people were killed.", ["71 killed withdrawn"]),
        ("The front withdrew its statement that 31 people had died.", ["31 killed withdrawn"]),
        ("The army retracted its claim that 40 fighters were killed but says 12 were.", ["40 killed withdrawn", "12 killed"]),
        ("The army lowered its count of missing soldiers from 9 to 4.", ["9 missing withdrawn", "4 missing"]),
        ("The agency corrected its report that 20 people had been killed; the number is 11.", ["20 killed withdrawn", "11 killed"]),
        ("Police initially said six people died but later put the toll at four.", ["6 killed earlier", "4 killed"]),
        ("The clinic first reported 30 wounded, then 42.", ["30 injured earlier", "42 injured"]),
        ("Soldiers withdrew on Monday. At least 12 people were killed.", ["12 killed"]),
        ("The clinic now counts 19 dead.", ["19 killed"]),
        ("In the swap, 144 soldiers came home in exchange for 110 rebels.", ["144 released", "110 released"]),
    ],
    ids=[
        "corrected", "earlier put at", "had earlier put", "revised down", "rose from", "when shells hit", "when shells hit, as the army denied", "since the siege", "soldiers killed", "step by step", "wrongly said", "withdrew",
        "retracted but", "lowered its count", "the number is", "first and later", "first and then", "troops withdrew", "now counts",
        "in exchange for",
    ],
)  # fmt: skip
def test_which_counts_still_stand(text: str, expected: list[str]) -> None:
    assert [told(figure) for figure in figures(text)] == expected


def test_a_correction_shows_its_words() -> None:
    withdrawn = figures("The ministry said an earlier figure of 16 dead was corrected to 14.")[0]
    assert only(withdrawn.notes).words == "dead was corrected"


def test_each_step_counts_up_to_its_own_time() -> None:
    found = figures("The toll rose to 12 by morning and to 15 by noon.")
    assert [figure.as_of.words for figure in found if figure.as_of is not None] == ["morning", "noon"]


def test_words_that_fix_no_day_are_kept() -> None:
    figure = only(figures("More than 300 people have been killed since the start of the war."))
    assert figure.since is None
    assert [(note.code, note.words) for note in figure.notes] == [("count.since", "since the start of the war")]


def test_a_count_restated_in_the_next_sentence_is_of_the_same_harm() -> None:
    found = figures("The ministry said 12 people were killed in Orvane. It had earlier given a figure of 15.")
    assert [told(figure) for figure in found] == ["12 killed", "15 killed earlier"]


def test_what_is_found_anew_is_no_total() -> None:
    found = figures("A further 12 bodies were found on Tuesday, bringing the total to 58.")
    assert [(figure.value, figure.scope) for figure in found] == [(12, "event"), (58, "total")]
