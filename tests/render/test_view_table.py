"""Views of the ledger as tables: nothing is shown without its words and who says it."""

import pytest

from onrecord.render.view_layouts import bounds_said
from onrecord.render.view_table import view_table
from onrecord.views.view import EVIDENCE, View, view_of

_TALLY = {
    "entry": "entry-1", "type": "shelling", "happened": "2024-03-11", "place": "Tellmere", "harm": "killed",
    "unit": "people", "scope": "event", "speaker": "governor's office", "said_on": "2024-03-12", "low": 14, "high": None,
    "hedge": "at_least", "of": "people", "flags": "superseded", "superseded_by": "f-2", "outlet": "Lune Gazette",
    "published": "2024-03-12", "report": "r-1", "span_start": 20, "span_end": 31, "words": "At least 14",
}  # fmt: skip


def tallies(*rows: dict[str, object]) -> View:
    return view_of("tallies", tuple(_TALLY), [{**_TALLY, **row} for row in rows])


@pytest.mark.parametrize(
    ("low", "high", "hedge", "said"),
    [
        pytest.param(14, 14, "exact", "14", id="exact"),
        pytest.param(46, None, "at_least", "46 or more", id="open above"),
        pytest.param(None, 60, "at_most", "60 or fewer", id="open below"),
        pytest.param(None, 20000, "nearly", "nearly 20,000", id="nearly"),
        pytest.param(10, 15, "range", "10 to 15", id="range"),
        pytest.param(None, None, "about", "no bound", id="no bound"),
    ],
)
def test_bounds_are_said_as_the_words_set_them(low: int | None, high: int | None, hedge: str, said: str) -> None:
    assert bounds_said({"low": low, "high": high, "hedge": hedge}) == said


def test_a_figure_stands_with_its_speaker_and_leads_to_its_words() -> None:
    shown = view_table(tallies({}))
    assert "shelling · Tellmere · 2024-03-11 · people killed · event · entry-1" in shown
    assert "14 or more" in shown
    assert "governor's office" in shown
    assert "“At least 14” — Lune Gazette, 2024-03-12, r-1, 20-31" in shown


def test_rows_of_one_entry_stand_under_one_heading() -> None:
    shown = view_table(tallies({}, {"speaker": "army"}, {"entry": "entry-2"}))
    assert shown.count("entry-1 ─") == 1
    assert shown.count("entry-2 ─") == 1


@pytest.mark.parametrize("width", [60, 100, 140])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    rows = tallies({"speaker": "the joint command of the northern and eastern districts " * 3, "words": "x" * 300})
    assert max(map(len, view_table(rows, width=width).splitlines())) <= width


def test_what_would_command_the_terminal_is_shown_harmless() -> None:
    assert "\x1b" not in view_table(tallies({"speaker": "\x1b[2Jgone", "words": "\x1b]0;title\x07"}))


def test_a_view_without_a_layout_is_shown_column_by_column() -> None:
    view = view_of("unheard_of", ("some_thing", *EVIDENCE), [{"some_thing": 3.0, "words": "three", "report": "r-9"}])
    assert view_table(view) == "1. some thing: 3\n    “three” — r-9\n"
