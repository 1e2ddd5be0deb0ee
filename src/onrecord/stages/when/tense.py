"""Does the verb around a time point to the past or to what is to come?

"on Friday" after "will vote" is the next Friday, after "was killed" the last. With a reading the
governing verb is asked; without one the nearest verb-like word before the time, then after it.
"""

from bisect import bisect_right
from collections.abc import Sequence

from onrecord.model.reading import Reading
from onrecord.stages.when.beside import beside
from onrecord.stages.when.lexer import Line

_ENDS = frozenset(".;")
_NEAR = 4  # "in the wake of the deadly Oct. 7 rampage"


def direction_at(line: Line, first: int, last: int, reading: Reading | None, starts: Sequence[int]) -> int:
    """Return -1 where the verb around tokens `first` to `last` is in the past, 1 where it points ahead, 0 unknown.

    `starts` are the characters where the reading's words start.
    """
    if any(token.text.lower() in beside("gone") for token in line.tokens[max(0, first - _NEAR) : first]):
        return -1
    if reading is not None and starts:
        found = _governor(reading, bisect_right(starts, line.tokens[first].start) - 1)
        if found:
            return found
    before = _scan(line, range(first - 1, -1, -1))
    return before or _scan(line, range(last, len(line.tokens)))


def _scan(line: Line, numbers: range) -> int:
    """Return the direction of the first verb-like word on the way, 0 at the sentence's edge."""
    for steps, at in enumerate(numbers):
        word = line.tokens[at].text.lower()
        if word in _ENDS and not _is_short(line, at):
            return 0
        if word == "to" and at > 0 and line.tokens[at - 1].text.lower() in ("is", "are"):
            return 1
        if word in ("until", "till") and steps < 3 and not _has_past(line, at):
            return 1
        if word in beside("will") or (word == "would" and steps < 12):
            return 1
        if word in beside("past") or (word.endswith("ed") and len(word) > 4):
            return _unless_to_come(line, at)
    return 0


def _has_past(line: Line, until: int) -> bool:
    """Return whether a verb of the past stands before "until" in its sentence ("lasted until Friday")."""
    for at in range(until - 1, -1, -1):
        word = line.tokens[at].text.lower()
        if word in _ENDS:
            return False
        if word in beside("past") or (word.endswith("ed") and len(word) > 4):
            return True
    return False


def _unless_to_come(line: Line, at: int) -> int:
    """Return -1, or 1 where a modal stands before the verb ("will be killed", "is expected", "is due")."""
    before = [line.tokens[i].text.lower() for i in range(max(0, at - 3), at)]
    return 1 if any(word in ("will", "shall", "would", "to", "may", "might", "could") for word in before[-2:]) else -1


def _is_short(line: Line, at: int) -> bool:
    """Return whether the full stop ends an abbreviation and not a sentence."""
    return at > 0 and len(line.tokens[at - 1].text) <= 2 and line.tokens[at - 1].text[0].isalpha()


def _governor(reading: Reading, number: int) -> int:
    """Return the direction of the verb that governs word `number`, 0 where it cannot be told."""
    words, at = reading.words, number
    for _ in range(8):
        if not 0 <= at < len(words):
            return 0
        word = words[at]
        if at != number and word.upos in ("VERB", "AUX"):
            return _direction_of_verb(reading, at)
        if word.head is None:
            return (
                0
                if word.upos not in ("VERB", "AUX", "ADJ", "NOUN") or at == number
                else _direction_of_verb(reading, at)
            )
        at = word.head
    return 0


def _direction_of_verb(reading: Reading, at: int) -> int:
    """Return the direction of one verb: its modal, its tag, or that of the verb above an infinitive."""
    verb = reading.words[at]
    helpers = [
        reading.words[i].text.lower() for i in reading.children(at) if reading.words[i].dep.startswith(("aux", "cop"))
    ]
    if any(
        word in ("will", "shall", "'ll", "’ll", "wo", "may", "might", "could", "would", "should", "must")
        for word in helpers
    ):
        return 1 if "have" not in helpers else -1
    if any(word in ("was", "were", "had", "did", "has", "have") for word in helpers):
        return 1 if verb.lemma in ("expect", "schedule", "plan", "due", "set", "slate") else -1
    if verb.lemma in ("expect", "schedule", "plan", "due", "slate"):
        return 1
    if "to" in helpers:
        return 1
    if verb.tag in ("VBD", "VBN"):
        return -1
    if verb.tag in ("VBG",) and any(word in ("is", "are", "am") for word in helpers):
        return 1
    return 0
