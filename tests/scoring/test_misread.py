"""Noise that keeps every character's place."""

import random

from hypothesis import given
from hypothesis import strategies as st

from onrecord.scoring.misread import capitals_text, misread_text

SAID = "The governor of Orlimki said fourteen people were killed near the Sarda bridge."


@given(st.text(max_size=200), st.floats(0, 1), st.integers(0, 9))
def test_misread_text_keeps_every_place(text: str, share: float, seed: int) -> None:
    changed = misread_text(text, share, random.Random(seed))
    assert len(changed) == len(text)
    assert [i for i, c in enumerate(changed) if c.isspace()] == [i for i, c in enumerate(text) if c.isspace()]


@given(st.text(max_size=200))
def test_capitals_keep_every_place(text: str) -> None:
    assert len(capitals_text(text)) == len(text)


def test_noise_changes_what_it_should() -> None:
    words = misread_text(SAID, 1.0, random.Random(3)).split()
    changed = [a for a, b in zip(SAID.split(), words, strict=True) if a != b]
    assert {"governor", "fourteen", "killed"} <= set(changed)
    assert "The" not in changed
    assert capitals_text("Straße, Ümit") == "STRAßE, ÜMIT"
