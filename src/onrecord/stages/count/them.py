"""Whom a number counts where other words of its sentence name them: those of "them", and the side whose loss it is.

"An operation against gunmen who hid there, in which 12 of them were killed": 12 of the gunmen, not of those counted
in the sentences before.
"""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.stages.count.draft import Draft
from onrecord.stages.count.line import Line
from onrecord.stages.count.nouns import Nouns
from onrecord.stages.count.whom import Counted, named
from onrecord.vocab.load import load_table

_HOMEWARD, _BEFORE = 4, 2
_PLURAL = ("NNS", "NNPS")


def told_here(drafts: Sequence[Draft], at: int, nouns: Nouns) -> Counted | None:
    """Return those whom the "them" of `drafts[at]` stands for, `None` where a number before may count them."""
    draft = drafts[at]
    line, counted = draft.line, draft.counted
    is_them = counted.is_part and not counted.is_named and line.lower[counted.after - 1 : counted.after] == ("them",)
    if not is_them or not line.has_tree:
        return None
    if any(other.n_line == draft.n_line for other in drafts[:at]):
        return None
    over = _over(line, draft.slot.start)
    for number in range(draft.slot.start - 1, -1, -1):
        is_subject = line.dep(number).startswith("nsubj") and line.heads[number] in over
        if line.words[number].tag in _PLURAL and nouns.unit(line.lower[number]) == "people" and not is_subject:
            return replace(named(line, number, number + 1, nouns), after=counted.after, is_part=True)
    return None


def told_as_loss(draft: Draft, nouns: Nouns) -> Counted | None:
    """Return the words of the side whose loss the number is: "their forces suffered one dead and three wounded"."""
    line, governed = draft.line, draft.governed
    if draft.counted.is_named or governed is None or governed.is_object or not line.has_tree:
        return None
    losing = load_table("count_grammar")["losing"]
    over = [number for number in _over(line, draft.slot.start) if line.lower[number] in losing]
    subjects = [n for n in range(draft.slot.start) if line.dep(n) == "nsubj" and line.heads[n] in over]
    if len(subjects) != 1 or line.upos(subjects[0]) == "PRON":
        return None
    return replace(named(line, subjects[0], subjects[0] + 1, nouns), after=draft.counted.after)


def also_freed(drafts: Sequence[Draft], at: int) -> bool:
    """Return whether they came home with those freed just before: "They swapped 106. Twelve others also came home"."""
    draft = drafts[at]
    words = draft.line.lower[draft.slot.after : draft.slot.after + _HOMEWARD]
    if draft.governed is not None or draft.unit != "people" or "also" not in words or "home" not in words:
        return False
    near = (other for other in drafts[:at] if draft.n_line - other.n_line <= _BEFORE)
    return any(other.harm == "released" and other.line.passage == draft.line.passage for other in near)


def _over(line: Line, number: int) -> set[int]:
    """Return the words over a word: who says it or does it is not "them"."""
    over: set[int] = set()
    head = line.heads[number]
    while head is not None and head not in over:
        over.add(head)
        head = line.heads[head]
    return over
