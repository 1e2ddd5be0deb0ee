"""Numbers whose verb stands before another number: "Five were killed on Monday and three more on Tuesday".

"Forty died in Selm and 12 in Orvane": a place or a day of its own parts the second count from the first.
"""

import re

from onrecord.stages.count.scene import Governed, Scene

_MORE = frozenset(("more", "others"))
_ADDING = frozenset(("another", "further", "a"))
_WHERE = frozenset(("in", "at", "on", "near", "outside", "inside", "around"))
_PARTING = frozenset(("second", "third", "other", "another", "north", "south", "east", "west", "capital", "suburbs"))
_PARTS = frozenset(("including", "among", "whom"))
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_OBJECT, _CLAUSE = 3, 8


def is_gapped(scene: Scene, at: int, before: Governed) -> bool:
    """Return whether the number in slot `at` has no noun and no verb but those of the number `before` it."""
    line, slot, other = scene.line, scene.slots[at], scene.slots[at - 1]
    start, after = slot.start, slot.end
    while start > other.after and line.lower[start - 1] in _ADDING:
        start -= 1
    while after < len(line.lower) and line.lower[after] in _MORE:
        after += 1
    between = range(max(other.after, before.cue.end), start)
    if before.cue.start >= start or slot.after > after or not between:
        return False
    if any(line.upos(n) == "VERB" or line.lower[n] in _PARTS for n in between):
        return False
    is_led = line.lower[start - 1] == "and" and (_is_elsewhere(scene, after) or _is_taken_from(scene, slot.end, after))
    if not is_led and not (after > slot.end and line.lower[start - 3] == "and" and _is_elsewhere(scene, start - 2)):
        return False  # "died in Selm and 12 in Orvane"; "and in April eight more"
    clause = next((n for n in range(after, len(line.lower)) if not line.lower[n][0].isalnum()), len(line.lower))
    return not any(line.upos(n) == "VERB" for n in range(after, min(clause, after + _CLAUSE)))


def _is_taken_from(scene: Scene, end: int, after: int) -> bool:
    """Return whether more of them came from somewhere else: "nine bodies from the hall and two more from a car"."""
    return after > end and scene.line.lower[after : after + 1] == ("from",)


def _is_elsewhere(scene: Scene, at: int) -> bool:
    """Return whether a place or day of its own follows: "in Orvane", "on Tuesday", "in the second"."""
    if at >= len(scene.line.lower) or scene.line.lower[at] not in _WHERE:
        return False
    told = range(at + 1, min(at + 1 + _OBJECT, len(scene.line.lower)))
    if not told:
        return False
    is_year = _YEAR.fullmatch(scene.line.lower[told[0]]) is not None  # "two were killed in 2022 and five in 2023"
    return is_year or any(scene.line.upos(n) == "PROPN" or scene.line.lower[n] in _PARTING for n in told)
