import numpy as np
import pytest

from builders import read
from onrecord.model.reading import Name
from onrecord.reader.names import names, whole


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Two T-72 tanks burned outside Kolwe.", "T - 72", "platform"),
        ("A Katyusha hit the roof of the school.", "Katyusha", "weapon"),
        ("Rebels fired a Kornet at a BMP-2.", "BMP - 2", "platform"),
        ("Maria Okello flew to Nairobi on Tuesday.", "Maria Okello", "person"),
        ("MARIA OKELLO FLEW TO NAIROBI ON TUESDAY.", "NAIROBI", "location"),
    ],
)
def test_names_and_arms_are_found(text: str, words: str, kind: str) -> None:
    _, _, reading = read(text)
    found = {" ".join(w.text for w in reading.words[n.start : n.end]): n.kind for n in reading.names}
    assert found.get(words) == kind


def test_a_common_word_is_no_weapon() -> None:
    _, _, reading = read("The hailstones were as large as scuds and smerch is a word in a song.")
    assert not [n for n in reading.names if n.kind in ("weapon", "platform")]


@pytest.mark.parametrize(
    ("text", "others", "end"),
    [
        ("Relief-Watch counted 12.", [], 3),
        ("Relief - Watch counted 12.", [], 1),
        ("Al-Orvane counted 12.", [Name(start=2, end=3, kind="location", score=0.9)], 3),
        ("Relief-led talks began.", [], 1),
        ("Relief-Tarn talks began.", [Name(start=2, end=3, kind="location", score=0.9)], 1),
    ],
)
def test_a_name_is_whole_over_its_hyphen(text: str, others: list[Name], end: int) -> None:
    _, _, reading = read(text)
    cut = Name(start=0, end=1, kind="organisation", score=0.9)
    assert whole([cut, *others], reading.words)[0].end == end


def test_two_names_of_one_kind_that_touch_are_one() -> None:
    words = ["Saw", "Htoo", "Lin", "of", "Moe", "Lwin"]
    flat = {"name": np.full((6, 5), -9.0), "thing": np.tile([0.0, -9.0, -9.0], (6, 1))}
    for at, label in enumerate((1, 1, 2, 0, 3, 4)):  # B-Person, B-Person, I-Person, O, B-Location, I-Location
        flat["name"][at, label] = 0.0
    labels = {"name": ["O", "B-Person", "I-Person", "B-Location", "I-Location"], "thing": ["O", "B-Weapon", "I-Weapon"]}
    (found,) = names(labels, [flat], [words])
    assert [(name.start, name.end, name.kind) for name in found] == [(0, 3, "person"), (4, 6, "location")]
