"""Changes to a window's words that leave every mark in place: all capitals, all lower case, plain quote marks, slips."""

import random

from onrecord.scoring.misread import misread

QUOTES = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "‘": "'"}
DICE = random.Random(1)


def changed(words: list[str]) -> list[str]:
    """Return the words as they are three times in four, else changed in one way."""
    chance = random.random()
    if chance < 0.10:
        return [w.upper() for w in words]
    if chance < 0.14:
        return [w.lower() for w in words]
    if chance < 0.20:
        return [QUOTES.get(w, w.replace("’", "'")) for w in words]
    return misread(words, 0.06, DICE) if chance < 0.25 else words
