"""What happened to those a number counts: finds the cue that governs it, by order first, then by the tree.

"12 gunmen killed five guards": "killed" harms the five, not the 12.
"""

from collections.abc import Sequence

from onrecord.stages.count.ahead import ahead, aside_end
from onrecord.stages.count.cues import Cue
from onrecord.stages.count.governed import found_by
from onrecord.stages.count.harmed import is_attributive, is_said_before
from onrecord.stages.count.scene import Governed, Scene, Slot, top_of

_BACKWARD = 9
_NEAR = 5
_HELPED = 8  # "are now known to have been killed": words that help, and no other
_CLIMB = 6
_FAR = 16  # "the toll from Friday's blasts in the two villages climbed to 63"
_MARKS = (":", "–", "—", "‒")
_BESIDE = (("along", "with"), ("together", "with"), ("alongside",), ("as", "well", "as"))
_QUOTES = ('"', "“", "‘", "'")
_BEFORE_A_RANGE = (*_QUOTES, "somewhere", "anywhere")
_COPULAS = ("were", "was", "are", "is")
_LAST = ("killed", "released")


def govern(scene: Scene, at: int) -> Governed | None:
    """Return what the line says happened to those counted in slot `at`, `None` where it says nothing."""
    for find in (
        _inside,
        _label,
        _bodies,
        _dead,
        _named_first,
        _turned,
        _counted_up,
        _direct,
        _in_the_end,
        _next_to,
        _behind,
        _alongside,
        ahead,
        _by_tree,
        _described,
    ):
        found = find(scene, at)
        if found is not None:
            return None if _is_of_some(scene, at, found) else found
    return None


def _is_of_some(scene: Scene, at: int, found: Governed) -> bool:
    """Return whether what is found is told of some of them only: "145 drones, of which 64 were shot down"."""
    gap = scene.line.lower[scene.slots[at].after : found.cue.start]
    opens = next((n for n in range(len(gap) - 1) if gap[n] == "of" and gap[n + 1] in ("which", "whom")), None)
    return opens is not None and "," not in gap[opens:]


def _inside(scene: Scene, at: int) -> Governed | None:
    """Find "12 deaths": the counted words are the harm."""
    slot = scene.slots[at]
    for cue in scene.cues:
        if cue.kind == "noun" and cue.end == slot.after and cue.start >= slot.end:
            return found_by(scene, cue, is_object=False)
    return None


def _label(scene: Scene, at: int) -> Governed | None:
    """Find "killed: 14, wounded – 31": the word before the mark says it, unless one right after the number does."""
    slot, words = scene.slots[at], scene.line.lower
    is_label = slot.start > 1 and words[slot.start - 1] in _MARKS
    if not is_label or any(cue.start == slot.after for cue in scene.cues):
        return None
    before = (cue for cue in scene.cues if cue.end == slot.start - 1 and (cue.is_past or cue.kind == "noun"))
    return next((found_by(scene, cue, is_object=False) for cue in before), None)


def _bodies(scene: Scene, at: int) -> Governed | None:
    """Find "the bodies of five men, shot in the head", "the killing of two in custody": all are dead."""
    start, line = scene.slots[at].start, scene.line
    if start < 2 or line.lower[start - 1] != "of":
        return None
    for cue in scene.cues:
        if cue.kind == "noun" and cue.end == start - 1:
            is_dead = cue.harm == "killed" and not _is_toll(scene, cue)
            return found_by(scene, cue, is_object=False) if is_dead else None
    if line.lower[start - 2] == "remains" and line.upos(start - 2) == "NOUN":
        return found_by(scene, Cue(start=start - 2, end=start - 1, harm="killed", kind="noun"), is_object=False)
    return None


def _direct(scene: Scene, at: int) -> Governed | None:
    """Find "released three engineers seized in May": the verb right before outranks a participle after."""
    after, before = _next_to(scene, at), _behind(scene, at)
    if after is None or before is None or before.cue.kind != "verb" or (before.cue.is_past and before.cue.is_passive):
        return None
    slot = scene.slots[at]
    if at and scene.slots[at - 1].after == before.cue.start and before.cue.end < slot.start:
        return None  # "24 wounded and seven taken prisoner"
    if not {",", ":"}.isdisjoint(scene.line.lower[before.cue.end : slot.start]):
        return None  # "eight injured, two arrested"
    is_object = before.cue.end == slot.start and slot.after > slot.end
    is_verb = after.cue.kind == "verb" or (
        is_object and any(cue.start == after.cue.start and cue.kind == "verb" for cue in scene.cues)
    )
    is_bare = after.cue.is_past and not after.cue.is_passive and is_verb
    return before if is_bare and after.cue.start - slot.after <= 1 else None


def _dead(scene: Scene, at: int) -> Governed | None:
    """Find "two deceased victims", "two of the killed": what became of them later is not asked."""
    found = _described(scene, at)
    is_dead = found is not None and found.harm == "killed"
    return (
        found if found and is_dead and (found.cue.kind == "state" or found.cue.end == scene.slots[at].after) else None
    )


def _named_first(scene: Scene, at: int) -> Governed | None:
    """Find "of the dead, ten were children": what befell all is said ahead."""
    start, words = scene.slots[at].start, scene.line.lower
    for cue in scene.cues:
        is_opened = cue.start > 1 and words[cue.start - 2] in ("of", "among") and words[cue.start - 1] == "the"
        if is_opened and cue.kind == "state" and words[cue.end : start] in ((), (",",)) and cue.end < start:
            return found_by(scene, cue, is_object=False)
    return None


def _turned(scene: Scene, at: int) -> Governed | None:
    """Find "Wounded in the same strike were her father and two cousins": the word of harm opens the sentence."""
    line, start = scene.line, scene.slots[at].start
    cue = next((cue for cue in scene.cues if cue.start == 0 and cue.is_past), None)
    if cue is None:
        return None
    verb = next((n for n in range(cue.end, min(start, cue.end + _BACKWARD)) if line.lower[n] in _COPULAS), None)
    if verb is None or any(line.upos(n) == "VERB" for n in range(cue.end, start)):
        return None
    return found_by(scene, cue, is_object=False)


def _counted_up(scene: Scene, at: int) -> Governed | None:
    """Find "the number of people killed when shells hit a market rose to 14": the subject of the verb is the count."""
    line, slot = scene.line, scene.slots[at]
    verb = line.heads[top_of(scene, slot)] if line.has_tree else None
    if verb is None or line.upos(verb) != "VERB" or not verb < slot.start <= verb + _NEAR:
        return None
    for subject in range(verb):  # "killed" itself may seem the verb of "the number of people killed"
        if line.heads[subject] not in (verb, line.heads[verb]) or not line.dep(subject).startswith("nsubj"):
            continue
        if scene.has("toll", line.lower[subject]):
            if any(cue.start <= subject < cue.end for cue in scene.cues):
                return None  # "the death toll" says it itself
            near = (cue for cue in scene.cues if subject < cue.start <= subject + _NEAR and cue.start != verb)
            return next((found_by(scene, cue, is_object=True) for cue in near), None)
    return None


def _described(scene: Scene, at: int) -> Governed | None:
    """Find "two deceased victims", "the 12 injured men", "two of the wounded": a word of the counted says it."""
    slot = scene.slots[at]
    for cue in scene.cues:
        if slot.end <= cue.start and cue.end <= slot.after and cue.is_past and cue.kind in ("state", "verb"):
            return found_by(scene, cue, is_object=False)
    return None


def _next_to(scene: Scene, at: int) -> Governed | None:
    """Find "100 injured", "46 people killed in", "20 were hurt": the cue is the next thing said."""
    slot = scene.slots[at]
    start = slot.after
    if start < len(scene.line.lower) and scene.line.lower[start] == "(":
        start = aside_end(scene, start) or start
    start += start < len(scene.line.lower) and scene.line.lower[start] in _QUOTES  # 46 gunmen "neutralised"
    for cue in scene.cues:
        if not start <= cue.start <= start + _HELPED or cue.kind == "noun":
            continue
        if scene.all_in("helpers", start, cue.start) and is_said_before(scene, cue):
            return found_by(scene, cue, is_object=False)
    return None


def _in_the_end(scene: Scene, at: int) -> Governed | None:
    """Find "the six engineers seized in May have been freed": what a participle says of them is over."""
    first, line = _next_to(scene, at), scene.line
    if first is None or first.harm == "killed" or not line.has_tree or line.dep(first.cue.start) != "acl":
        return None
    top = top_of(scene, scene.slots[at])
    verb = line.heads[top] if line.dep(top).startswith("nsubj") else None
    for cue in scene.cues:
        is_told = verb is not None and cue.start <= verb < cue.end and cue.harm in _LAST
        is_of_others = any(first.cue.end <= slot.start < cue.start for slot in scene.slots)  # "two shot, one killed"
        if is_told and not is_of_others and is_said_before(scene, cue):
            return found_by(scene, cue, is_object=False)
    return None


def _behind(scene: Scene, at: int) -> Governed | None:
    """Find "killed at least 12", "the deaths of 12", "the toll rose to 12": the cue stands before."""
    slot = scene.slots[at]
    floor = scene.slots[at - 1].after if at else 0
    for cue in sorted(scene.cues, key=lambda cue: -cue.end):
        reach = _FAR if _is_toll(scene, cue) else _BACKWARD
        is_of_one_before = at and cue.kind == "verb" and cue.is_past and scene.slots[at - 1].after == cue.start
        if is_of_one_before and scene.line.lower[slot.start - 1] == "and":
            continue  # "305 maimed and 98 recruited"
        if max(floor, slot.start - reach) <= cue.start and cue.end <= slot.start and _reaches(scene, cue, slot):
            return found_by(scene, cue, is_object=True)
    return None


def _alongside(scene: Scene, at: int) -> Governed | None:
    """Find "was shot dead along with his two guards": what is told before befell them too."""
    slot, words = scene.slots[at], scene.line.lower
    start = slot.start
    while start and words[start - 1] in ("his", "her", "their", "its", "the", "another"):
        start -= 1
    if not any(tuple(words[max(0, start - len(led)) : start]) == led for led in _BESIDE):
        return None
    before = (cue for cue in scene.cues if start - _FAR <= cue.start and cue.end <= start and cue.kind != "noun")
    last = max(before, key=lambda cue: cue.start, default=None)
    return None if last is None else found_by(scene, last, is_object=False)


def _reaches(scene: Scene, cue: Cue, slot: Slot) -> bool:
    gap = scene.line.lower[cue.end : slot.start]
    if gap and gap[-1] == ":" and len(gap) <= 4 and not any(scene.has("block", word) for word in gap):
        return True
    if cue.kind == "noun":
        return _noun_reaches(scene, cue, gap)
    includes = gap[:1] in (("include",), ("includes",), ("included",)) and not any(scene.has("block", w) for w in gap)
    if gap and (includes or (gap[0] in ("were", "was", "are", "is") and len(gap) <= 3)):
        return cue.kind != "subject" and cue.is_past and not cue.is_passive
    gap = tuple(word for word in gap if word not in _QUOTES)  # put the dead at "more than 50"
    if cue.kind == "state" and gap in (("at",), ("–",), ("—",), ("(",)):  # "put the dead at 31", "the injured – 14 men"
        return scene.line.lower[max(0, cue.start - 1) : cue.start] == ("the",)
    if cue.is_past and gap == ("at",) and scene.line.lower[max(0, cue.start - 1) : cue.start] == ("those",):
        return True  # "put the number of those killed at 19"
    if cue.kind != "verb" or cue.is_passive or is_attributive(scene, cue):
        return False
    if gap == ("to",):
        return False  # "brought to 40 the number of those killed"
    if gap[:1] == ("to",) and not cue.is_past and scene.line.upos(cue.start) == "NOUN":
        return False  # "the toll from Friday's strike to four"
    if gap[:1] == ("at",) and gap[1:2] not in (("least",), ("most",)):
        return False  # "shot at twelve people"
    if scene.all_light(gap):
        return True
    is_list = 2 <= len(gap) <= 8 and gap[-1] in ("and", ",")
    return is_list and not any(scene.has("block", word) or scene.has("prepositions", word) for word in gap[:-1])


def _is_toll(scene: Scene, cue: Cue) -> bool:
    return cue.kind == "noun" and any(scene.has("toll", word) for word in scene.line.lower[cue.start : cue.end])


def _noun_reaches(scene: Scene, cue: Cue, gap: Sequence[str]) -> bool:
    while gap and gap[-1] in _BEFORE_A_RANGE:
        gap = gap[:-1]  # put the toll at "somewhere between 180 and 250"
    if any(scene.has("block", word) for word in gap):
        return False
    if _is_toll(scene, cue):
        return not gap or scene.has("toll_links", gap[-1])
    if not gap:
        return False
    if gap and scene.has("counting_up", gap[0]):
        return all(scene.has("toll_links", word) or scene.has("light_before", word) for word in gap[1:])
    if scene.has("losses", scene.line.lower[cue.end - 1]):
        linked = [at for at, word in enumerate(gap) if scene.has("loss_links", word)]
        if linked:
            return scene.all_light(gap[linked[-1] + 1 :])  # "losses over the past day amounted to 12 men"
    links = gap[0] in ("of", ":", "at", "to") or (gap[0] in ("among", "for") and len(gap) == 1)
    return links and scene.all_light(gap[1:])


def _by_tree(scene: Scene, at: int) -> Governed | None:
    """Climb from the counted noun to a cue that governs it as object, passive or harmed subject."""
    line = scene.line
    if not line.has_tree:
        return None
    node = top_of(scene, scene.slots[at])
    for _ in range(_CLIMB):
        head, dep = line.heads[node], line.dep(node)
        if head is None:
            return None
        for cue in scene.cues:
            is_doer = (
                cue.kind in ("subject", "state") and dep != "obj" and not is_said_before(scene, cue)
            )  # "two boats sank five"
            if cue.start <= head < cue.end and _fits_relation(cue, dep) and not is_doer:  # "two boats sank five"
                return found_by(scene, cue, is_object=dep == "obj")
        if dep.split(":")[0] not in ("conj", "appos", "nmod", "nummod", "compound", "amod", "dep", "flat", "list"):
            return None
        node = head
    return None


def _fits_relation(cue: Cue, dep: str) -> bool:
    relation = dep.split(":", maxsplit=1)[0]
    if cue.kind == "verb":
        return dep in ("obj", "nsubj:pass", "acl", "acl:relcl") or (relation == "nsubj" and cue.is_passive)
    if cue.kind in ("subject", "state"):
        return relation in ("nsubj", "obj")
    return relation in ("nmod", "nummod", "nsubj", "compound")
