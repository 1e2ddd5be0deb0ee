"""Overlapping and nested spans, cut into segments that each know their rows."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model.span import Span
from onrecord.render.marks import Mark, Part, marks_of, segments
from records import TEXT, example

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def cut(*marks: tuple[str, Part, int, int]) -> list[tuple[str, tuple[str, ...]]]:
    made = [Mark(row=row, part=part, span=Span(start, end)) for row, part, start, end in marks]
    return [(piece.text, tuple(row for row, _ in piece.rows)) for piece in segments(LETTERS[:10], Span(0, 10), made)]


def test_marks_that_nest_leave_the_inner_row_first() -> None:
    assert cut(("c", "content", 2, 8), ("f", "figure", 4, 6)) == [
        ("ab", ()), ("cd", ("c",)), ("ef", ("f", "c")), ("gh", ("c",)), ("ij", ()),
    ]  # fmt: skip


def test_marks_that_overlap_share_a_segment() -> None:
    assert cut(("c", "content", 0, 5), ("d", "content", 3, 10)) == [
        ("abc", ("c",)),
        ("de", ("c", "d")),
        ("fghij", ("d",)),
    ]


def test_marks_that_leave_the_passage_are_cut_at_its_edge() -> None:
    made = [Mark(row="c", part="content", span=Span(0, 20))]
    assert [piece.text for piece in segments(LETTERS, Span(5, 10), made)] == [LETTERS[5:10]]


def test_a_row_begins_once_though_its_words_stand_in_pieces() -> None:
    made = [Mark(row="c", part="content", span=span) for span in (Span(0, 2), Span(4, 6))]
    assert [piece.begins for piece in segments(LETTERS[:8], Span(0, 8), made)] == [("c",), (), (), ()]


def test_the_rows_of_the_example_each_begin_once() -> None:
    made = example()
    marks = list(marks_of(made))
    begun = [row for passage in made.passages for piece in segments(TEXT, passage.span, marks) for row in piece.begins]
    assert sorted(begun) == sorted(row.id for kind in (made.claims, made.figures, made.events) for row in kind)


_SPANS = (
    st.tuples(st.integers(0, 25), st.integers(1, 26))
    .filter(lambda pair: pair[0] < pair[1])
    .map(lambda pair: Span(*pair))
)


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from("xyz"), st.sampled_from(["content", "figure", "cue"]), _SPANS), max_size=8),
    _SPANS,
)
def test_segments_are_the_passage_again_and_know_exactly_the_marks_over_them(
    rows: list[tuple[str, Part, Span]], passage: Span
) -> None:
    made = [Mark(row=row, part=part, span=span) for row, part, span in rows]
    pieces = segments(LETTERS, passage, made)
    assert "".join(piece.text for piece in pieces) == passage.of(LETTERS)
    assert all(left.start + len(left.text) == right.start for left, right in pairwise(pieces))
    for piece in pieces:
        for at in range(piece.start, piece.start + len(piece.text)):
            over = {(mark.row, mark.part) for mark in made if mark.span.start <= at < mark.span.end}
            assert set(piece.rows) == over
