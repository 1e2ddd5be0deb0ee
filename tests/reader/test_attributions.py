import numpy as np
import pytest

from builders import read
from onrecord.model.reading import Reading
from onrecord.reader.attributions import Cited, Tuning, decoded


def _frames(reading: Reading) -> list[tuple[str, list[str], list[str]]]:
    def words(start: int, end: int) -> str:
        return " ".join(w.text for w in reading.words[start:end])

    return [
        (
            words(f.start, f.end),
            [words(r.start, r.end) for r in f.all("source")],
            [words(r.start, r.end) for r in f.all("content")],
        )
        for f in reading.frames
        if f.kind == "attribution"
    ]


@pytest.mark.parametrize(
    ("text", "cue", "source", "content"),
    [
        pytest.param(
            "The army said that six men had died near Goma.", "said", ["The army"],
            ["that six men had died near Goma"], id="that-clause",
        ),
        pytest.param(
            '"We will rebuild the bridge," Colonel Ruda Selim said.', "said", ["Colonel Ruda Selim"],
            ['" We will rebuild the bridge , "'], id="quote with its marks",
        ),
        pytest.param(
            "The governor said Tuesday that 40 houses had burned.", "said", ["The governor"],
            ["that 40 houses had burned"], id="a day is no part of a cue",
        ),
        pytest.param(
            "The minister was quoted as saying that the curfew would stay.", "was quoted as saying", ["The minister"],
            ["that the curfew would stay"], id="quoted as saying",
        ),
        pytest.param(
            "It is feared that many more have drowned.", "is feared", [], ["that many more have drowned"], id="no one",
        ),
        pytest.param(
            "THE GOVERNOR SAID REBELS HAD FLED ACROSS THE RIVER.", "SAID", ["THE GOVERNOR"],
            ["REBELS HAD FLED ACROSS THE RIVER"], id="capitals",
        ),
    ],
)  # fmt: skip
def test_who_said_what(text: str, cue: str, source: list[str], content: list[str]) -> None:
    assert (cue, source, content) in _frames(read(text)[2])


def test_a_frame_inside_a_content_stays_inside_it() -> None:
    _, _, reading = read("The army said the rebels had claimed that six men died at the crossing.")
    outer, inner = (f for f in reading.frames if f.kind == "attribution")
    content = outer.all("content")[0]
    assert all(content.start <= r.start and r.end <= content.end for r in inner.roles)
    assert [reading.words[r.start].text for r in inner.all("source")] == ["the"]


WORDS = ["“", "We", "fled", ",", "”", "she", "said", "."]


def _cited(rows: list[int]) -> Cited:
    scores = np.full((len(rows), 5), -9.0, np.float32)
    scores[np.arange(len(rows)), rows] = 9.0
    return Cited(start=6, end=7, share=0.9, is_inner=False, roles=scores)


def test_a_quote_mark_beside_a_content_goes_with_its_partner() -> None:
    frame = decoded(_cited([0, 3, 4, 0, 0, 1, 0, 0]), WORDS, Tuning())
    assert frame is not None
    assert [(r.name, r.start, r.end) for r in frame.roles] == [("content", 1, 3), ("source", 5, 6)]
    frame = decoded(_cited([0, 3, 4, 4, 4, 1, 0, 0]), WORDS, Tuning())
    assert frame is not None
    assert [(r.name, r.start, r.end) for r in frame.roles] == [("content", 0, 5), ("source", 5, 6)]


def test_a_cue_with_nothing_beside_it_is_no_frame() -> None:
    assert decoded(_cited([0] * 8), WORDS, Tuning()) is None
