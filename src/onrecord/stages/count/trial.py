"""A number before it is known whether it counts anything, and which of "two of the six" does.

"Two of the six engineers were freed" tells of two; "one of the five people killed was a nurse" tells of five.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from onrecord.stages.count.cues import Cue
from onrecord.stages.count.line import Line
from onrecord.stages.count.quantity import Quantity
from onrecord.stages.count.scene import Slot
from onrecord.stages.count.whom import Counted

TrialKind = Literal["number", "percent", "money", "zero", "implied"]

_OPENERS = ("the", "these", "those", "its", "their")
_COPULAS = ("is", "was", "were", "are", "be", "been", ",", "as", "—", "–")
_NEAR = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A number of a line before it is known whether it counts anything."""

    slot: Slot
    quantity: Quantity
    counted: Counted
    kind: TrialKind = "number"


def without_wholes(trials: Sequence[Trial], line: Line, cues: Sequence[Cue]) -> list[Trial]:
    """Return `trials`, which stand in order, with one number of each "14 of the 20 hostages": the one that is told."""
    dropped: list[Trial] = []
    for part, whole in pairwise(trials):
        if _is_whole(part, whole, line):
            dropped.append(part if _is_whole_told(part, whole, line, cues) else whole)
    return [trial for trial in trials if trial not in dropped]


def _is_whole(part: Trial, whole: Trial, line: Line) -> bool:
    """Return whether `whole` says out of how many: the 20 of "14 of the 20 hostages"."""
    if part.counted.is_named and part.slot.end < whole.slot.start and whole.slot.end <= part.counted.start:
        return True
    between = line.lower[part.slot.end : whole.slot.start]
    is_owned = between[-1:] == ("'s",) and len(between) <= _NEAR + 1  # "60,000 of the town's 85,000 residents"
    return between[:1] == ("of",) and (is_owned or between[1:] == () or (len(between) == 2 and between[1] in _OPENERS))


def _is_whole_told(part: Trial, whole: Trial, line: Line, cues: Sequence[Cue]) -> bool:
    """Return whether words tell what became of all: "four of the five people who died in it were named"."""
    if any(_is_said_of(cue, part, line) for cue in cues):
        return False
    if part.quantity.value == 1 and line.lower[max(0, part.slot.start - 1) : part.slot.start] in _ALONE:
        return True
    last = whole.slot.after - 1
    return any(_qualifies(cue, last, line) for cue in cues)


_ALONE = tuple((word,) for word in _COPULAS)


def _is_said_of(cue: Cue, part: Trial, line: Line) -> bool:
    """Return whether the tree has the part as what the cue's verb is said of, or done to."""
    numbers = range(part.slot.start, part.slot.end)
    tied = (n for n in numbers if line.dep(n).startswith(("nsubj", "obj")) and line.heads[n] is not None)
    return any(cue.start <= (line.heads[n] or 0) < cue.end for n in tied)


def _qualifies(cue: Cue, noun: int, line: Line) -> bool:
    """Return whether the cue only says which are meant: "the five people killed in it", "the five dead"."""
    if cue.kind == "state" and cue.start == noun + 1:
        return True
    inside = range(cue.start, cue.end) if noun < cue.start <= noun + _NEAR else range(0)
    return any(line.dep(n).startswith("acl") and line.heads[n] == noun for n in inside)
