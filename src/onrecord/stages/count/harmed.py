"""On which side of a cue stand those it harms: "12 were killed", "12 killed in a raid", but "12 gunmen killed two"."""

from onrecord.stages.count.cues import Cue
from onrecord.stages.count.scene import Scene


def is_said_before(scene: Scene, cue: Cue) -> bool:
    """Return whether those harmed stand before the cue: it is passive, a state, or its subject is harmed."""
    if is_attributive(scene, cue):
        return False
    if cue.kind == "subject":
        is_verb_too = any(other.start == cue.start and other.kind == "verb" for other in scene.cues)
        return not (is_verb_too and _takes_object(scene, cue))  # "40 houses burned", not "men burned 40 houses"
    if cue.kind == "state":
        if scene.line.lower[cue.start].endswith("ly") and any(other.start == cue.end for other in scene.cues):
            return False  # "fatally shot two men": the adverb says it of the verb
        return cue.end - cue.start > 1 or not _takes_object(scene, cue)
    if not cue.is_past or _aims_at(scene, cue):
        return False
    return cue.is_passive or (not cue.is_perfect and not _takes_object(scene, cue))


def _aims_at(scene: Scene, cue: Cue) -> bool:
    """Return whether the cue only names who was aimed at: "a gunman shot at twelve people", "shot at them"."""
    line = scene.line
    is_at = not cue.is_passive and line.lower[cue.end : cue.end + 1] == ("at",) and cue.end + 1 < len(line.lower)
    return is_at and line.upos(cue.end + 1) in ("NUM", "PRON") and line.lower[cue.end + 1].isalpha()


def _takes_object(scene: Scene, cue: Cue) -> bool:
    line = scene.line
    if cue.end >= len(line.lower) or cue.is_passive:
        return False
    if any(slot.start == cue.end for slot in scene.slots):
        return True
    if _ends_item(scene, cue):
        return False
    if line.has_tree and any(
        line.heads[number] == cue.start and line.dep(number) == "obj" for number in range(cue.end, len(line.lower))
    ):
        return True
    return scene.has("objects", line.lower[cue.end])


def _ends_item(scene: Scene, cue: Cue) -> bool:
    """Return whether another number goes on the list right after the cue: "900 wounded and 23 tanks destroyed"."""
    return scene.line.lower[cue.end] == "and" and any(slot.start == cue.end + 1 for slot in scene.slots)


def is_attributive(scene: Scene, cue: Cue) -> bool:
    """Return whether the cue only describes a noun: "the destroyed village", "in wounded hands"."""
    line = scene.line
    if cue.kind not in ("verb", "state") or not cue.is_past or not 0 < cue.start <= cue.end < len(line.lower):
        return False
    following = line.lower[cue.end]
    if any(slot.start == cue.end for slot in scene.slots) or _ends_item(scene, cue):
        return False  # "killed five and wounded nine"
    if not following[0].isalpha() or scene.has("be", following) or scene.has("have", following):
        return False  # "of those displaced were", "the 30 wounded, nine are"
    if line.has_tree:
        return line.dep(cue.start) == "amod" and (line.heads[cue.start] or 0) > cue.start
    after = line.lower[cue.end]
    return (
        scene.has("attributive", line.lower[cue.start - 1])
        and after.isalpha()
        and not scene.has("attributive_not", after)
    )
