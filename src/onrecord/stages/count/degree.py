"""Numbers that only say of how many of those before it was worse: "four were shot, one fatally"."""

from onrecord.stages.count.line import Line
from onrecord.stages.count.scene import Slot

_DEGREES = frozenset(
    ("critical", "critically", "fatally", "gravely", "lightly", "mortally", "seriously", "severely", "slightly")
)
_CONDITIONS = frozenset(("critical", "serious", "stable", "grave", "fair"))
_ENDS = (",", ".", ")", ";", "and")


def is_degree(line: Line, slot: Slot) -> bool:
    """Return whether the number opens an aside that names a degree of harm: ", one critically"."""
    opens = slot.start > 0 and line.lower[slot.start - 1] in (",", "(", "with", "—", "–", "including")
    tail = line.lower[slot.after : slot.after + 2]
    if not opens or not tail:
        return False
    return tail[0] in _DEGREES or (tail[0] == "in" and tail[-1] in _CONDITIONS)


def is_bare_degree(line: Line, slot: Slot) -> bool:
    """Return whether the aside says nothing but the degree: ", one critically, in a raid"."""
    is_last = slot.after + 1 >= len(line.lower) or line.lower[slot.after + 1] in _ENDS
    return is_degree(line, slot) and (is_last or line.lower[slot.after] == "in")
