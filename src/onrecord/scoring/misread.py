"""Text as scanners and typists garble it, with every word still in its place."""

import random
import re
import string
from collections.abc import Sequence

_LOOKALIKES = {"l": "1", "o": "0", "i": "l", "e": "c", "m": "rn", "s": "5", "b": "h", "g": "q", "t": "f", "n": "u"}


def misread(words: Sequence[str], share: float, dice: random.Random) -> list[str]:
    """Return the words with `share` of the longer ones misread."""
    return [_slip(w, dice) if len(w) > 3 and w.isalpha() and dice.random() < share else w for w in words]


def misread_text(text: str, share: float, dice: random.Random) -> str:
    """Return `text` with `share` of the longer words misread letter for letter: every character keeps its place."""

    def slip(found: re.Match[str]) -> str:
        return _twin(found[0], dice) if dice.random() < share else found[0]

    return re.sub(r"[^\W\d_]{4,}", slip, text)


def capitals_text(text: str) -> str:
    """Return `text` in capitals; a letter whose capital is longer stays: every character keeps its place."""
    return "".join(c.upper() if len(c.upper()) == 1 else c for c in text)


def _twin(word: str, dice: random.Random) -> str:
    """Return `word` with one letter swapped with the next or read as another, of the same length."""
    i = dice.randrange(1, len(word) - 1)
    if dice.random() < 0.5:
        return word[:i] + word[i + 1] + word[i] + word[i + 2 :]
    other = _LOOKALIKES.get(word[i].lower(), "")
    return word[:i] + (other if len(other) == 1 else dice.choice(string.ascii_lowercase)) + word[i + 1 :]


def _slip(word: str, dice: random.Random) -> str:
    """Return `word` with one letter dropped, doubled, swapped or read as another."""
    i = dice.randrange(1, len(word) - 1)
    other = _LOOKALIKES.get(word[i].lower(), dice.choice(string.ascii_lowercase))
    return dice.choice(
        (
            word[:i] + word[i + 1 :],
            word[:i] + word[i] + word[i:],
            word[:i] + word[i + 1] + word[i] + word[i + 2 :],
            word[:i] + other + word[i + 1 :],
        )
    )
