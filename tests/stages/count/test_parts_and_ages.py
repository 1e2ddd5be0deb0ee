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
