"""What happened to those a number counts: finds the cue that governs it, by order first, by the tree where order is silent.

"12 gunmen killed five guards": "killed" harms the five, not the 12.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model.figure import Harm
from onrecord.stages.count.cues import Cue
from onrecord.stages.count.line import Line

_FORWARD = 14
_BACKWARD = 9
_BLOCK = frozenset([";", ".", ":", "while", "whereas", "but", "after", "before", "when", "because", "although", "though", "unless", "if", "?", "!", "--", "—", "–"])
_LIGHT_BEFORE = frozenset(
    ["the", "a", "an", "another", "also", "total", "of", "further", "additional", "and", "or", "as", "well", "at", "least", "both", "up", "to", "some", "more", "than", "about", "nearly", "over", "around", "in", "all", "his", "her", "their", "its", "mostly", "mainly", ",", ":", "(", "-", "all", "close", "only", "just", "other", "off"]
)
_OBJECTS = frozenset(
    ["the", "a", "an", "his", "her", "their", "its", "our", "my", "some", "another", "many", "him", "them", "it", "us", "several", "dozens", "scores", "hundreds", "thousands", "more", "at", "about", "nearly", "over"]
)
_AGENT_STOP = frozenset(["by", "from", "against", "with"])
_TIMES = frozenset(
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "today", "yesterday", "tonight"]
)
_ATTRIBUTIVE = frozenset(
    ["the", "a", "an", "this", "that", "these", "those", "his", "her", "their", "its", "our", "of", "in", "from", "to", "badly", "newly", "recently", "heavily", "for", "with"]
)
_TOLL = frozenset(["toll", "tolls", "number", "total", "count", "tally", "deaths", "fatalities", "figure", "casualties", "injuries"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A number in a line: words `start` to `end` are hedge and number, `after` is where the counted words end."""

    start: int
    end: int
    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Governed:
    """The harm found for a number, the cue that says it, and whether its counted are the cue's object."""

    harm: Harm
    cue: Cue
    is_object: bool


def govern(line: Line, at: int, slots: Sequence[Slot], cues: Sequence[Cue]) -> Governed | None:
    """Return what the line says happened to those counted in `slots[at]`, `None` where it says nothing."""
    for find in (_inside, _next_to, _behind, _ahead, _by_tree):
        found = find(line, at, slots, cues)
        if found is not None:
            return found
    return None


def merge(line: Line, cue: Cue, cues: Sequence[Cue]) -> Harm:
    """Return the harm of `cue` together with those joined to it: "killed and wounded" is `affected`."""
    harms = {cue.harm}
    for other in cues:
        if other.start == cue.end + 1 and line.lower[cue.end] in ("and", "or", "/"):
            harms.add(other.harm)
        if other.end + 1 == cue.start and line.lower[other.end] in ("and", "or", "/"):
            harms.add(other.harm)
    if len(harms) == 1:
        return cue.harm
    if harms == {"damaged", "destroyed"}:
        return "damaged"
    rest = harms - {"affected"}
    if len(rest) == 1:
        return next(iter(rest))
    if rest <= {"killed", "injured", "missing", "hospitalised"}:
        return "affected"
    return cue.harm


def _found(line: Line, cue: Cue, cues: Sequence[Cue], *, is_object: bool) -> Governed:
    return Governed(harm=merge(line, cue, cues), cue=cue, is_object=is_object)


def _inside(line: Line, at: int, slots: Sequence[Slot], cues: Sequence[Cue]) -> Governed | None:
    """Find "12 deaths", "15 wounded civilians": the cue ends or opens the counted words."""
    slot = slots[at]
    for cue in cues:
        if cue.kind == "noun" and cue.end == slot.after and cue.start >= slot.end:
            return _found(line, cue, cues, is_object=False)
    return None


def _next_to(line: Line, at: int, slots: Sequence[Slot], cues: Sequence[Cue]) -> Governed | None:
    """Find "100 injured", "46 people killed in", "20 were hurt": the cue is the next thing said."""
    slot = slots[at]
    for cue in cues:
        if not slot.after <= cue.start <= slot.after + 4 or cue.kind == "noun":
            continue
        gap = line.lower[slot.after : cue.start]
        if all(word in _HELPERS for word in gap) and _is_said_of_subject(line, cue, slots):
            return _found(line, cue, cues, is_object=False)
    return None


_HELPERS = frozenset(
    ["was", "were", "is", "are", "be", "been", "being", "have", "has", "had", "got", "who", ",", "reportedly", "also", "feared", "confirmed", "reported", "now", "then", "later", "left", "listed", "still", "either", "others", "more", "other", "so", "far", "already", "severely", "badly", "seriously", "critically", "lightly", "slightly", "to", "presumed", "believed", "dead", "and", "shot", "that", "them", "remain", "remained", "remains", "people", "thought", "not", "n't"]
)


def _is_said_of_subject(line: Line, cue: Cue, slots: Sequence[Slot]) -> bool:
    """Return whether those harmed stand before the cue: it is passive, a state, or its subject is harmed."""
    if _is_attributive(line, cue):
        return False
    if cue.kind in ("state", "subject"):
        return not (
            cue.kind == "state"
            and cue.end < len(line.lower)
            and _takes_object(line, cue, slots)
            and cue.end - cue.start == 1
        )
    if not cue.is_past:
        return False
    if cue.is_passive:
        return True
    return not cue.is_perfect and not _takes_object(line, cue, slots)


def _takes_object(line: Line, cue: Cue, slots: Sequence[Slot]) -> bool:
    if cue.end >= len(line.lower) or cue.is_passive:
        return False
    after = line.lower[cue.end]
    if any(slot.start == cue.end for slot in slots):
        return True
    if line.has_tree and any(
        line.heads[n] == cue.start and line.dep(n) == "obj" for n in range(cue.end, len(line.lower))
    ):
        return True
    return after in _OBJECTS


def _is_attributive(line: Line, cue: Cue) -> bool:
    """Return whether the cue only describes a noun: "the destroyed village", "in wounded hands"."""
    if cue.kind not in ("verb", "state") or not cue.is_past or cue.start == 0 or cue.end >= len(line.lower):
        return False
    if line.has_tree:
        return line.dep(cue.start) == "amod" and (line.heads[cue.start] or 0) > cue.start
    return (
        line.lower[cue.start - 1] in _ATTRIBUTIVE
        and line.lower[cue.end].isalpha()
        and line.lower[cue.end]
        not in (*_BLOCK, "in", "by", "and", "or", "on", "at", "were", "was", "are", "is", "have", "to", "among", "who")
    )


def _behind(line: Line, at: int, slots: Sequence[Slot], cues: Sequence[Cue]) -> Governed | None:
    """Find "killed at least 12", "the deaths of 12", "the toll rose to 12", "among the dead were 12": the cue stands before."""
    slot = slots[at]
    floor = max(slots[at - 1].after if at else 0, slot.start - _BACKWARD)
    for cue in sorted(cues, key=lambda c: -c.end):
        if cue.end > slot.start or cue.start < floor:
            continue
        gap = line.lower[cue.end : slot.start]
        if _reaches(line, cue, gap):
            return _found(line, cue, cues, is_object=True)
    return None


def _reaches(line: Line, cue: Cue, gap: Sequence[str]) -> bool:
    if cue.kind == "noun":
        if any(word in _BLOCK - {":"} for word in gap):
            return False
        if line.lower[cue.end - 1] in _TOLL or "toll" in line.lower[cue.start : cue.end]:
            return (
                not gap
                or gap[-1]
                in ("to", "at", "of", ":", "is", "was", "reached", "hit", "passed", "by", "were", "as", "than")
                or "toll" in line.lower[cue.start : cue.end]
            )
        return bool(gap) and gap[0] in ("of", ":") and all(word in _LIGHT_BEFORE for word in gap)
    if gap and gap[0] in ("were", "was", "are", "include", "included", "is") and len(gap) <= 3:
        return cue.kind in ("verb", "state") and cue.is_past and not cue.is_passive
    if cue.kind == "subject" and len(gap) == 0:
        return False
    if cue.kind != "verb" or cue.is_passive or _is_attributive(line, cue):
        return False
    if all(word in _LIGHT_BEFORE for word in gap):
        return True
    return (
        len(gap) >= 2
        and gap[-1] in ("and", ",")
        and not any(w in _BLOCK or w in _PREPOSITIONS for w in gap[:-1])
        and len(gap) <= 8
    )


_PREPOSITIONS = frozenset(
    ["in", "on", "at", "by", "with", "from", "to", "into", "near", "during", "for", "of", "against", "after", "since", "who", "which", "that", "was", "were", "is", "are", "said"]
)


def _ahead(line: Line, at: int, slots: Sequence[Slot], cues: Sequence[Cue]) -> Governed | None:
    """Find "12 men, two of them brothers, were later found dead": the cue comes further on in the clause."""
    slot = slots[at]
    end = min(len(line.lower), slot.after + _FORWARD)
    number = slot.after
    by_start: dict[int, list[Cue]] = {}
    for cue in cues:
        by_start.setdefault(cue.start, []).append(cue)
    while number < end:
        if line.lower[number] in _BLOCK:
            return None
        hit = next((s for s in slots if s.start == number and s.start > slot.start), None)
        if hit is not None:
            if not _is_list(line, slot.after, number):
                return None
            number, end = hit.after, min(len(line.lower), hit.after + _FORWARD)
            continue
        for cue in by_start.get(number, ()):
            if cue.kind == "noun" or _is_attributive(line, cue):
                continue
            return _found(line, cue, cues, is_object=False) if _is_said_of_subject(line, cue, slots) else None
        number += 1
    return None


def _is_list(line: Line, start: int, end: int) -> bool:
    """Return whether words `start` to `end` only join two counted things: ",", "and", "including", "among them"."""
    gap = line.lower[start:end]
    return (
        len(gap) <= 6
        and bool(gap)
        and (gap[0] in (",", "and", "or", "including", "(", "as", "plus") or gap[-1] in (",", "and"))
    )


def _by_tree(line: Line, at: int, slots: Sequence[Slot], cues: Sequence[Cue]) -> Governed | None:
    """Climb from the counted noun to a cue that governs it as object, passive or harmed subject."""
    if not line.has_tree:
        return None
    slot = slots[at]
    node: int | None = _top(line, slot)
    for _ in range(6):
        if node is None:
            return None
        head, dep = line.heads[node], line.dep(node)
        if head is None:
            return None
        for cue in cues:
            if cue.start <= head < cue.end and _fits_relation(cue, dep, line):
                return _found(line, cue, cues, is_object=dep == "obj")
        if dep.split(":")[0] not in ("conj", "appos", "nmod", "nummod", "compound", "amod", "dep", "flat", "list"):
            return None
        node = head
    return None


def _top(line: Line, slot: Slot) -> int:
    """Return the word of the slot whose head stands outside it."""
    inside = range(slot.start, slot.after)
    for number in inside:
        head = line.heads[number]
        if head is None or head not in inside:
            if line.dep(number) in ("punct", "case", "det", "cc", "advmod"):
                continue
            return number
    return slot.after - 1


def _fits_relation(cue: Cue, dep: str, line: Line) -> bool:
    relation = dep.split(":", maxsplit=1)[0]
    if cue.kind == "verb":
        return dep in ("obj", "nsubj:pass", "acl", "acl:relcl") or (relation == "nsubj" and cue.is_passive)
    if cue.kind in ("subject", "state"):
        return relation in ("nsubj", "obj") or dep == "nsubj:pass"
    return relation in ("nmod", "nummod", "nsubj", "compound")
