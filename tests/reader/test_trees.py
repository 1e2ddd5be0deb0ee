import numpy as np

from builders import read


def test_a_verb_has_one_subject() -> None:
    """The place after "in" is no second subject of "said"."""
    _, _, reading = read("The Health Ministry in rebel-run Tarsa said on Tuesday that 46 people were killed.")
    said = next(i for i, word in enumerate(reading.words) if word.text == "said")
    subjects = [w.text for w in reading.words if w.head == said and w.dep in ("nsubj", "nsubj:pass")]
    assert subjects == ["Ministry"]


def test_no_word_of_any_sentence_has_two_subjects() -> None:
    text = (
        "Troops loyal to the general, whom rivals call the butcher, said they had taken Kolwe. Shelling killed nine, "
        "the mayor the rebels appointed said, and doctors nurses trust fled. He who shoots first what is left loses."
    )
    _, _, reading = read(text)
    subjects = [w.head for w in reading.words if w.dep in ("nsubj", "nsubj:pass", "csubj", "csubj:pass")]
    assert len(subjects) == len(set(subjects))
    assert np.all([head is not None for head in subjects])


def test_a_sentence_does_not_start_in_the_middle_of_one() -> None:
    text = "A U.S. strike on Jan. 1 hit two al-Qaida vehicles that had left a camp near Sarvat, Orlim, Vos said."
    _, _, reading = read(text)
    assert len(reading.sentences) == 1
