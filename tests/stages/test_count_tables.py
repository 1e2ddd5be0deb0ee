"""Counts in tables: what a column's head, or the line above, says of the numbers under it."""

import pytest

from builders import flat_reading_of, only, report_of
from onrecord.model.figure import Figure
from onrecord.model.ids import PassageId
from onrecord.model.report import Passage, PassageKind
from onrecord.model.span import Span
from onrecord.stages.count import count
from onrecord.vocab.load import load_table


def counted(*rows: str, above: str = "The toll by village", kind: PassageKind = "headline") -> tuple[Figure, ...]:
    text = "\n".join((above, *rows))
    report, at, passages = report_of(text), 0, []
    for n, line in enumerate(text.split("\n")):
        passages.append(Passage(id=PassageId(f"p-{n}"), kind="table_row" if n else kind, span=Span(at, at + len(line))))
        at += len(line) + 1
    return count(
        report, passages, flat_reading_of(report), actors=(), places=(), times=(), claims=(), events=(), vocab=load_table
    )  # fmt: skip


def told(figures: tuple[Figure, ...]) -> list[tuple[str, str, str]]:
    return [(figure.words, figure.harm, figure.of.words) for figure in figures]


@pytest.mark.parametrize("bar", [" | ", "\t", "     "])
def test_a_column_counts_what_its_head_says(bar: str) -> None:
    rows = (
        bar.join(row)
        for row in (("Village", "Killed", "Injured"), ("Selm", "38", "7"), ("Old Marrat", "at least 5", "1,200"))
    )
    assert told(counted(*rows)) == [
        ("38", "killed", "Killed"), ("7", "injured", "Injured"), ("at least 5", "killed", "Killed"), ("1,200", "injured", "Injured"),
    ]  # fmt: skip


def test_a_head_that_names_whom_or_what_says_so() -> None:
    found = counted("Village | Civilians killed | Houses destroyed", "Selm | 38 | 7")
    assert [(figure.of.words, figure.unit, figure.harm) for figure in found] == [
        ("Civilians", "people", "killed"), ("Houses", "buildings", "destroyed"),
    ]  # fmt: skip


def test_a_line_above_speaks_for_a_single_column() -> None:
    assert told(counted("Selm      19", "Old Marrat      4", above="Killed:", kind="paragraph")) == [
        ("19", "killed", "Killed"), ("4", "killed", "Killed"),
    ]  # fmt: skip


def test_the_rows_of_a_table_are_parts_of_its_total() -> None:
    one, two, total = counted("Village | Killed", "Selm | 38", "Marrat | 5", "Total | 43")
    assert (one.part_of, two.part_of, total.part_of) == (total.id, total.id, None)


@pytest.mark.parametrize(
    ("rows", "above"),
    [
        (("Village | Height | Founded", "Selm | 38 | 1712"), "About the villages"),
        (("Village | Killed and injured", "Selm | 38"), "The toll"),
        (("Village | Killed", "Selm | –"), "The toll"),
        (("Selm | 19 | 4", "Marrat | 3 | 1"), "Killed:"),
        (("Selm | 19",), "Most of them were killed in the first of the long years of the war:"),
    ],
    ids=["no harm", "two harms", "no number", "two columns under one line", "no heading"],
)
def test_a_table_that_does_not_say_what_it_counts_counts_nothing(rows: tuple[str, ...], above: str) -> None:
    assert counted(*rows, above=above, kind="paragraph") == ()


def test_a_heads_meaning_ends_with_its_table() -> None:
    text = counted("Village | Killed", "Selm | 38")
    assert only(text).words == "38"
    assert told(counted("Selm | 38", above="Village | Killed", kind="paragraph")) == []
