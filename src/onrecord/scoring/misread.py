"""Text as scanners and typists garble it, with every word still in its place."""

import random
import string
from collections.abc import Sequence

_LOOKALIKES = {"l": "1", "o": "0", "i": "l", "e": "c", "m": "rn", "s": "5", "b": "h", "g": "q", "t": "f", "n": "u"}


def misread(words: Sequence[str], share: float, dice: random.Random) -> list[str]:
    """Return the words with `share` of the longer ones misread."""
    return [_slip(w, dice) if len(w) > 3 and w.isalpha() and dice.random() < share else w for w in words]


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
