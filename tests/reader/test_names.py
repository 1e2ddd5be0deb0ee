import pytest

from builders import read


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
