"""What is told of those counted further on in the clause: "12 men, two of them brothers, were later found dead"."""

from itertools import pairwise

from onrecord.stages.count.cues import Cue
from onrecord.stages.count.governed import found_by
from onrecord.stages.count.harmed import is_attributive, is_said_before
from onrecord.stages.count.parts import is_led_as_part
from onrecord.stages.count.scene import Governed, Scene, Slot, top_of

_FORWARD = 14
_NEAR = 5
_REMAINS = (("body",), ("bodies",), ("remains",))
_DASHES = ("—", "–", "--", "-")
_ASIDES = ((_DASHES, _DASHES), (("(",), (")",)))


def ahead(scene: Scene, at: int) -> Governed | None:
    """Find "12 men, two of them brothers, were later found dead": the cue comes further on in the clause."""
    line, slot = scene.line, scene.slots[at]
    end = min(len(line.lower), slot.after + _FORWARD)
    number, is_listed = slot.after, True
    while number < end:
        if (over := aside_end(scene, number)) is not None:
            number, end = over, max(end, min(len(line.lower), over + _NEAR))
            continue
        if line.lower[number] == "-" and _stands_alone(scene, number):
            return None
        if line.lower[number] == "whose" and line.lower[number + 1 : number + 2] not in _REMAINS:
            return None  # "a woman whose husband was shot"
        if scene.has("block", line.lower[number]) or _is_other_verb(scene, number) or _is_other_doer(scene, number):
            return None
        hit = next((s for s in scene.slots if s.start == number and s.start > slot.start), None)
        if hit is not None:
            if not _is_list(scene, slot.after, number) or is_led_as_part(line.lower, slot.start):
                return None  # "31 dead, among them eight medics, and over 100 injured"
            number, end = max(hit.after, number + 1), min(len(line.lower), hit.after + _FORWARD)
            continue
        for cue in scene.cues:
            if cue.start == number and cue.kind != "noun" and not is_attributive(scene, cue):
                if not is_said_before(scene, cue):
                    return None
                is_near = _is_subject(scene, slot, cue)
                return found_by(scene, cue, is_object=False, is_near=is_near, is_listed=is_listed)
        is_listed = is_listed and (scene.has("helpers", line.lower[number]) or scene.has("joiners", line.lower[number]))
        number += 1
    return None


def _is_subject(scene: Scene, slot: Slot, cue: Cue) -> bool:
    """Return whether the tree has the counted as subject of the cue, alone or listed: "a man from Selm was shot"."""
    line = scene.line
    if not line.has_tree:
        return False
    node = top_of(scene, slot)
    while line.dep(node) == "conj" and line.heads[node] is not None:
        node = line.heads[node] or 0
    return line.dep(node).startswith("nsubj") and cue.start <= (line.heads[node] or 0) < cue.end


def aside_end(scene: Scene, number: int) -> int | None:
    """Return where the line goes on after an aside in dashes or brackets that opens at `number`."""
    words = scene.line.lower
    ends = next((pair[1] for pair in _ASIDES if words[number] in pair[0]), None)
    if ends is None or (words[number] == "-" and not _stands_alone(scene, number)):
        return None
    reach = range(number + 2, min(len(words), number + _FORWARD))
    closing = (at for at in reach if words[at] in ends and (words[at] != "-" or _stands_alone(scene, at)))
    end = next(closing, None)
    return None if end is None else end + 1


def _stands_alone(scene: Scene, number: int) -> bool:
    """Return whether a space parts the word from those on both sides: "- ", not "Mi-35"."""
    words = scene.line.words[max(0, number - 1) : number + 2]
    return all(left.span.end < right.span.start for left, right in pairwise(words))


def _is_other_verb(scene: Scene, number: int) -> bool:
    """Return whether the tree has a main verb here that is no cue: what follows is said of someone else."""
    line = scene.line
    if line.upos(number) != "VERB" or any(cue.start <= number < cue.end for cue in scene.cues):
        return False
    return line.dep(number) in ("root", "ccomp", "advcl", "conj", "parataxis", "acl:relcl")


def _is_other_doer(scene: Scene, number: int) -> bool:
    """Return whether a pronoun starts a clause with a doer of its own: "a policeman it had held since May"."""
    line = scene.line
    return (
        line.upos(number) == "PRON" and scene.has("doers", line.lower[number]) and line.dep(number).startswith("nsubj")
    )


def _is_list(scene: Scene, start: int, end: int) -> bool:
    """Return whether words `start` to `end` only join two counted things: ",", "and", "including", "among them"."""
    gap = scene.line.lower[start:end]
    if not gap or len(gap) > 6 or "that" in gap:
        return False  # "31 hurt, including a boy, and that 19 were missing"
    return gap[0] in (",", "and", "or", "including", "(", "as", "plus") or gap[-1] in (",", "and")
