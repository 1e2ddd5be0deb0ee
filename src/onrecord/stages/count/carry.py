"""Carries the counted thing over to a number that does not name it.

"Another 14 were hurt." counts people from before.
"""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.stages.count.draft import Draft
from onrecord.stages.count.parts import adds, is_led_as_part, part_of, words_of
from onrecord.stages.count.spot import cue_words

_REACH = 3
_OWN, _OWNERS = 6, ("its", "their", "his", "our")
_LEAD, _COUNTS = 4, frozenset(("figure", "number", "count", "tally", "total"))
_BUILT = ("buildings", "vehicles", "households", "other")


def carried(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts, each with the words of what it counts, its own or those of the figure before it."""
    made: list[Draft] = []
    for draft in drafts:
        if not draft.is_restated:
            made.append(draft if draft.words else _with_words(draft, made))
        elif (told := _told_before(draft, made)) is not None:
            made.append(told)
    return made


def _told_before(draft: Draft, before: Sequence[Draft]) -> Draft | None:
    """Return a restated number with all but the number taken from the last count of people harmed."""
    lead = draft.line.lower[max(0, draft.slot.start - _LEAD) : draft.slot.start]
    names_count = not _COUNTS.isdisjoint(lead)  # "the correct figure is 279"
    fatal = {other.n_line for other in before if other.harm == "killed"}
    for at in range(len(before) - 1, -1, -1):
        other = before[at]
        if draft.n_line - other.n_line > (_REACH if names_count else 1):
            return None
        if other.n_line in fatal and other.harm != "killed":
            continue  # "six died and three were hurt, lowering an earlier count of eight"
        if (other.n_line != draft.n_line or draft.is_compared) and part_of(before, at) is not None:
            continue  # "382 people - 210 civilians and 172 soldiers - were killed, down from 451"
        if other.unit in ("people", "households") and other.harm != "other":
            is_same = other.n_line == draft.n_line and not draft.is_compared
            governed = other.governed if is_same else None
            counted = replace(
                draft.counted, status=other.counted.status, marks=other.counted.marks, unit=other.counted.unit
            )
            return replace(
                draft, harm=other.harm, unit=other.unit, words=other.words, counted=counted, governed=governed,
                is_from_cue=other.is_from_cue, restates=other,
            )  # fmt: skip
    return None


def _with_words(draft: Draft, before: Sequence[Draft]) -> Draft:
    nearest = draft.n_line
    if draft.governed is not None and _is_the_dead(draft):
        return replace(draft, words=cue_words(draft.line, draft.governed.cue), is_from_cue=True)
    for at in range(len(before) - 1, -1, -1):
        other = before[at]
        if _is_of_another_side(draft):
            break
        if nearest < draft.n_line and other.n_line < nearest:
            break  # "Sixteen of the wounded are in hospital. Two died": not two of those told of before the sixteen
        if draft.n_line - other.n_line > _REACH or (other.n_line != draft.n_line and _is_of_a_new_act(draft)):
            break
        if (other.n_line != draft.n_line or adds(draft) or _has_own_cue(draft, other)) and (
            part_of(before, at) is not None
        ):
            nearest = min(nearest, other.n_line)
            continue  # "17 people, two of them children. The toll rose to 20."
        if adds(draft) and other.is_implied:
            break  # "two soldiers and a policeman died and four others were hurt"
        is_toll = draft.governed is not None and draft.governed.cue.kind == "noun"
        if is_toll and (other.counted.is_part or other.is_implied or other.harm != draft.harm):
            continue  # "two of the wounded died, raising the toll to seven"
        if draft.harm != "killed" and "dead" in other.counted.marks:
            continue  # "26 bodies and 54 wounded"
        if _ends_list(before, at) and (other.n_line != draft.n_line or _has_own_cue(draft, other)):
            break  # "killed four pupils and two teachers and wounded dozens": of whom is not said
        if is_toll and other.n_line != draft.n_line and other.words.lower() not in words_of("generic"):
            break  # "four soldiers were killed. The toll rose to six."
        if (
            other.line.passage != draft.line.passage
            and other.harm != draft.harm
            and other.counted.status == "combatant"
        ):
            break  # "the bodies of 100 soldiers. Hundreds protested; 46 were detained": of whom is not said
        if other.counted.is_body:
            break  # "killed a family of six. Four were hurt."
        if other.n_line != draft.n_line and _tells_of_losses(draft):
            break  # "government losses were 480 killed": not of those told of before
        if other.words and _goes_with(draft, other) and (not other.is_from_cue or _are_those(draft, other)):
            counted = replace(
                draft.counted, status=other.counted.status, marks=other.counted.marks, unit=other.counted.unit
            )
            return replace(draft, words=other.words, counted=counted, unit=other.unit)
    if draft.governed is None:
        return draft
    return replace(draft, words=cue_words(draft.line, draft.governed.cue), is_from_cue=True)


def _is_the_dead(draft: Draft) -> bool:
    """Return whether a word of harm stands for them: mourners "behind the coffins of the six dead" are not six."""
    cue, slot = (None if draft.governed is None else draft.governed.cue), draft.slot
    before = draft.line.lower[slot.start - 1 : slot.start]
    return cue is not None and cue.kind == "state" and cue.start == slot.end and before == ("the",)


def _ends_list(before: Sequence[Draft], at: int) -> bool:
    """Return whether a figure is the last of several that one verb counts under different names."""
    if at == 0 or before[at].governed is None or before[at - 1].n_line != before[at].n_line:
        return False
    one, two = before[at - 1].governed, before[at].governed
    is_one_verb = one is not None and two is not None and one.cue.start == two.cue.start
    return is_one_verb and before[at - 1].words != before[at].words and not before[at].counted.is_part


def _is_of_another_side(draft: Draft) -> bool:
    """Return whether it counts other people than before: "46 rebels killed, against 5 dead on its own side"."""
    words, slot = draft.line.lower, draft.slot
    after = words[slot.after : slot.after + _OWN]
    is_own = any(after[n] == "own" and after[n - 1] in _OWNERS for n in range(1, len(after)))
    return is_own or words[slot.start - 1 : slot.start] in (("against",), ("versus",))


def _tells_of_losses(draft: Draft) -> bool:
    return not words_of("losses").isdisjoint(draft.line.lower[: draft.slot.start])


def _is_of_a_new_act(draft: Draft) -> bool:
    """Return whether a verb has it as object and tells of other people: "ambushed a convoy, killing 12"."""
    governed, line = draft.governed, draft.line
    if governed is None or not governed.is_object or governed.cue.kind != "verb" or adds(draft):
        return False
    return line.lower[draft.slot.start - 1 : draft.slot.start] not in (("another",), ("further",), ("other",))


def _has_own_cue(draft: Draft, other: Draft) -> bool:
    """Return whether another verb tells of it: "killed 12, including four children, and injured about 20"."""
    if draft.governed is None:
        return False
    if other.governed is None:
        return is_led_as_part(other.line.lower, other.slot.start)  # "31 dead, among them eight medics, and 100 injured"
    return draft.governed.cue.start > other.slot.start


def _are_those(draft: Draft, other: Draft) -> bool:
    """Return whether the words of a cue name those counted: "of the 30 wounded, nine are in critical condition"."""
    if draft.n_line != other.n_line or draft.governed is None or draft.governed.cue.kind != "state":
        return False
    if other.governed is None or other.governed.cue.kind != "state":
        return False  # "injured 2,300 and left 40,000 without shelter"
    if ";" in draft.line.lower[other.slot.after : draft.slot.start]:
        return False
    return draft.governed.cue.end - draft.governed.cue.start > 1 and " " not in other.words


def _goes_with(draft: Draft, other: Draft) -> bool:
    """Return whether the draft may count what `other` counts: people with people, "20 destroyed" with houses."""
    if draft.unit == "other":
        return other.unit in _BUILT and other.n_line == draft.n_line
    return draft.unit == other.unit
