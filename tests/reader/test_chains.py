import pytest

from builders import read, reading_of
from onrecord.reader.chains import Marks, span_of_mention


def _mention(text: str, parse: str, head: str) -> str:
    words = reading_of(text, parse).words
    below = [[i for i, w in enumerate(words) if w.head == k] for k in range(len(words))]
    top = next(i for i, w in enumerate(words) if w.text == head)
    start, end = span_of_mention(words, below, top, 0)
    return " ".join(w.text for w in words[start:end])


def _chains(text: str) -> list[set[str]]:
    _, _, reading = read(text)
    return [{" ".join(w.text for w in reading.words[a:b]) for a, b in chain.mentions} for chain in reading.chains]


def test_a_mention_takes_what_hangs_from_its_head_but_not_what_stands_beside_it() -> None:
    text = "in the town of Barra and the old port"
    parse = "in/ADP/case/3 the/DET/det/3 town/NOUN/root/0 of/ADP/case/5 Barra/PROPN/nmod/3 and/CCONJ/cc/9 the/DET/det/9 old/ADJ/amod/9 port/NOUN/conj/3"
    assert _mention(text, parse, "town") == "the town of Barra"
    assert _mention(text, parse, "Barra") == "Barra"
    assert _mention(text, parse, "port") == "the old port"


def test_a_pronoun_goes_back_to_its_name() -> None:
    texts = _chains("Mayor Amina Tesfaye met the rebels. She said her people would stay.")
    assert any({"She", "her"} <= chain and any("Tesfaye" in words for words in chain) for chain in texts)


@pytest.mark.parametrize(
    ("chain", "own", "may"),
    [
        (Marks(named={"amina", "tesfaye"}), Marks(named={"tesfaye"}), True),
        (Marks(named={"amina", "tesfaye"}), Marks(named={"daud"}), False),
        (Marks(listed={4}), Marks(listed={4}), False),  # the colonel and the mayor
        (Marks(listed={4}), Marks(listed={9}), True),
        (Marks(quoted={True}), Marks(quoted={False}), False),  # "I saw it," she said. I drove on.
        (Marks(quoted={True}), Marks(quoted={True}), True),
        (Marks(quoted={True}), Marks(), True),  # "I saw it," she said.
        (Marks(called={"he"}), Marks(called={"they"}), False),
        (Marks(called={"she"}), Marks(called={"he"}), False),
        (Marks(called={"person"}), Marks(called={"several"}), False),  # Amina Tesfaye, the rebels
        (Marks(called={"person", "she"}), Marks(called={"she"}), True),
        (Marks(called={"it"}), Marks(called={"they"}), True),  # the army: it says, they say
        (Marks(called={"several"}), Marks(called={"they"}), True),
        (Marks(places={3}), Marks(owners={3}, places={4}), False),  # his mother is not he
        (Marks(owners={3}, places={4}), Marks(owners={8}, places={9}), True),
    ],
)
def test_what_cannot_be_one_thing_is_kept_apart(chain: Marks, own: Marks, may: bool) -> None:
    assert chain.allow(own) is may


def test_what_is_listed_side_by_side_is_not_one_thing() -> None:
    texts = _chains("The governor and the colonel met in Orlimki. The colonel said he would return to the front.")
    assert not any("The governor" in chain and "the colonel" in chain for chain in texts)
    assert any("he" in chain and "The colonel" in chain for chain in texts)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        (
            "Colonel Idris Wale said they had crossed the river at night. He added that the bridge was lost.",
            "they",
            "He",
        ),
        ("Captain Wale said they were ready. He said the bridge was lost.", "they", "He"),
        ("Mayor Amina Tesfaye said they looked at the plans. She said it would take time.", "they", "She"),
    ],
)
def test_one_person_and_several_are_kept_apart(text: str, one: str, other: str) -> None:
    texts = _chains(text)
    assert not any({one, other} <= chain for chain in texts)
