"""Which of a report's numbers is the toll of what it is about, and what several reports together give."""

from typing import Any

import pytest

from builders import shipped_tools
from onrecord.flows.read import read_report
from onrecord.intake import take_in
from onrecord.model.figure import Harm
from onrecord.model.ids import FigureId
from onrecord.model.record import Record
from onrecord.model.toll import Toll, TollBasis
from onrecord.reconcile.named import toll_of
from onrecord.reconcile.policies import print_number
from onrecord.reconcile.statements import statements_of
from onrecord.reconcile.tally import tallies
from onrecord.reconcile.toll import leading
from reconcile.rows import said


def record_of(text: str) -> Record:
    return read_report(take_in(text.encode(), name="t"), shipped_tools())


def number(record: Record, harm: Harm) -> object:
    toll = toll_of(record, harm)
    return None if toll is None else toll.value


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Two men were killed and five wounded. Police said the two men killed were brothers.", 2, 5),
        ("Four people were killed in the raid, two of them children.", 4, None),
        ("Three men and a woman were killed when a shell hit a bus in Orvane.", 4, None),
        ("A nurse was killed in Orvane on Monday. The nurse was 30.", 1, None),
        ("Nine people were taken to hospital after the blast.", None, 9),
        ("Nine people were shot in Orvane, one fatally.", 1, 8),
        ("Five people were shot in Orvane on Monday. Two died and three were wounded.", 2, 3),
        ("Deris Kolm was shot dead by gunmen in Orvane on Monday.", 1, None),
        ("The council of Orvane met on Monday.", None, None),
        ("Nobody was hurt in the blast.", None, None),
        ("More than 3,000 people have been killed since the war began. On Monday a shell killed six in Orvane.", 6, None),
    ],
    ids=[
        "most often", "no parts", "a list adds up", "no numeral", "in hospital", "less the dead", "shot, not all alive", "named",
        "nobody", "zero", "no running total",
    ],
)  # fmt: skip
def test_the_toll_of_a_report(text: str, killed: int | None, injured: int | None) -> None:
    record = record_of(text)
    assert (number(record, "killed"), number(record, "injured")) == (killed, injured)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("He and eight others were shot dead in the chapel.", 9),
        ("The governor and three others were killed in the blast.", 4),
        ("He and two friends were killed when their cart hit a mine.", 3),
        ("A nurse and two others were shot dead.", 3),
        ("A teacher and his son were found dead in Orvane.", 2),
        ("Two children, ages 3 and 5, and their mother were found dead.", 3),
        ("A man, his wife and their three children were killed in the strike.", 5),
        ("A woman and her two sons were killed.", 3),
        ("A woman was killed and her son was injured.", 1),
        ("Three men were killed and their car was burned.", 3),
        ("Four people were shot, one fatally.", 1),
        ("Four bodies, two men and two women, were found in the hut.", 4),
        ("One of the guards killed was a father of six. A shell had killed four guards at the bridge.", 4),
    ],
)
def test_those_told_beside_a_number_count_too(text: str, killed: int) -> None:
    assert number(record_of(text), "killed") == killed


def test_an_old_happening_told_again_is_not_the_toll() -> None:
    text = (
        "ORVANE, May 14, 2025 (Lune News Agency) - A shell killed four nurses at a clinic in Orvane on Tuesday.\n"
        "In the bombing of the Marrat hospital on June 3, 2019, 13 people were killed. The 2019 bombing left 13 people dead."
    )
    assert number(record_of(text), "killed") == 4


def test_a_toll_shows_what_it_stands_on() -> None:
    record = record_of("Three men and a woman were killed when a shell hit a bus in Orvane.")
    toll = toll_of(record, "killed")
    assert toll is not None
    assert [figure.words for figure in record.figures if figure.id in toll.figures] == ["Three", "a"]
    assert (toll.low, toll.high, toll.basis) == (4, 4, "counted")


def test_who_is_only_named_is_one_or_more() -> None:
    toll = toll_of(record_of("Deris Kolm was shot dead by gunmen in Orvane on Monday."), "killed")
    assert toll is not None
    assert (toll.low, toll.high, toll.basis, toll.figures) == (1, None, "named", ())
    assert toll.events


def given(value: int, basis: TollBasis = "counted", **fields: Any) -> Toll:
    known: dict[str, Any] = {"low": value, "high": value, "figures": (FigureId("f"),), "events": ()}
    return Toll(harm="killed", value=value, basis=basis, **{**known, **fields})


@pytest.mark.parametrize(
    ("tolls", "numbers"),
    [
        ([given(3), given(3), given(2)], (3,)),
        ([given(3), given(2)], (2, 3)),
        ([given(1, "single"), given(1, "named"), given(5)], (5,)),
        ([], ()),
    ],
    ids=["most", "as many", "a count outranks a name", "none"],
)
def test_what_most_reports_give(tolls: list[Toll], numbers: tuple[int, ...]) -> None:
    assert leading(tolls) == numbers


def test_the_majority_is_of_tolls_and_not_of_all_that_is_counted() -> None:
    texts = (
        "Two men and three women were killed when a shell hit a bus in Orvane on Monday.",
        "Five people were killed on a bus in Orvane on Monday. Two men died on the spot.",
    )
    statements = [statement for text in texts for statement in statements_of(record_of(text))]
    (tally,) = (one for one in tallies("entry-1", statements, {}) if one.harm == "killed")
    printed = print_number(tally, "majority")
    assert (printed.low, printed.high, len(printed.figures)) == (5, 5, 3)


def test_a_report_without_a_toll_has_its_say_with_every_row() -> None:
    rows = [said("a", 5, toll=given(5, figures=(FigureId("a"),))), said("b", 5), said("c", 4)]
    (tally,) = tallies("entry-1", rows, {})
    assert print_number(tally, "majority").low == 5


@pytest.mark.parametrize(
    ("text", "adds"),
    [
        ("Forty people were killed in Selm and 12 in Orvane.", [12]),
        ("Five people were killed on Monday and three more on Tuesday.", [3]),
        ("Forty people were killed and 12 wounded in Orvane.", []),
        ("The death toll has risen to 14 after five people died of their wounds, the hospital said.", [5]),
        ("Eight people were killed. By midday officials had recovered a ninth body.", [1]),
    ],
)
def test_a_count_of_another_place_or_day_is_no_second_say_on_the_first(text: str, adds: list[int]) -> None:
    record = record_of(text)
    assert [s.value for s in statements_of(record) if s.is_increment] == adds
