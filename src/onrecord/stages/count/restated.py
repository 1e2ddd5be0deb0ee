"""Numbers that restate a count, or stand against it, and name neither whom they count nor what befell them.

"Nine were killed, the governor said, earlier put at 12"; "the toll rose to 12 by morning and to 15 by noon".
"""

from collections.abc import Mapping, Sequence

from onrecord.stages.count.line import Line
from onrecord.stages.count.scene import Slot

_REACH, _FEW = 5, 3
_WHEN = (("in",), ("during",), ("last",), ("over",), ("for",), ("the",), ("a",))
_IT = frozenset(("it", "the", "that", "this"))


def is_restated(line: Line, slot: Slot, before: Sequence[Slot], grammar: Mapping[str, frozenset[str]]) -> bool:
    """Return whether the number at `slot` restates a count; the slots `before` it in the line may hold that count."""
    lead = line.lower[max(0, slot.start - _REACH) : slot.start]
    if not lead:
        return False
    if before and line.lower[slot.after : slot.after + 2] in (("were", "."), ("was", "."), ("did", "."), ("were", ",")):
        return True  # "says 12 were"
    is_after_noun = lead[-1] in grammar["toll"] and not grammar["counting_at"].isdisjoint(lead)
    if is_after_noun:
        return True  # "put the number closer to 2,500"
    if lead[-1] in ("at", "as", "of", "is", "was", "to") and _says_count(lead, grammar):
        return True
    if lead[-1] == "counted" and slot.after == slot.end:
        return True  # "a resident said he had counted 14"
    if not before:
        return False
    if lead[-1] == "to" and slot.after == slot.end and not grammar["revising"].isdisjoint(lead[-3:]):
        return True  # "a toll of 12 was revised down to nine"
    since = line.lower[before[-1].after : slot.start]
    if since[-1:] == ("then",):
        return len(since) <= _REACH
    is_step = (
        line.lower[before[-1].start - 1 : before[-1].start] == ("to",) or "from" in line.lower[: before[-1].start][-2:]
    )
    return since[-1:] == ("to",) and is_step and not any(word in (".", ";") for word in since)


def is_compared(line: Line, slot: Slot) -> bool:
    """Return whether the number is one of another time that the count is held against: "up from 22 the week before"."""
    lead = line.lower[max(0, slot.start - _FEW) : slot.start]
    if lead[-1:] == ("against",):  # "11 were killed this year, against 19 in 2020"
        return slot.after == slot.end and line.lower[slot.end : slot.end + 1] in _WHEN and "," in lead
    if lead[-1:] not in (("from",), ("with",), ("to",)):
        return False
    opening = ("up", "down") if lead[-1] == "from" else ("compared",)
    return any(word in opening for word in lead[:-1])


def is_said_before(line: Line, slot: Slot, grammar: Mapping[str, frozenset[str]]) -> bool:
    """Return whether somebody is told to have given the number before: "earlier he had said 16"."""
    lead = line.lower[: slot.start]
    is_alone = line.lower[slot.after : slot.after + 1] in ((".",), (",",), (";",), ())
    is_said = lead[-1:] != () and lead[-1] in grammar["saying_count"]
    return is_alone and is_said and any(word in grammar["sooner"] for word in lead)


def _says_count(lead: Sequence[str], grammar: Mapping[str, frozenset[str]]) -> bool:
    """Return whether the words before a number say that it is a count: "put at", "a figure of", "the number is"."""
    if lead[-1] == "at":
        words = list(lead[:-1])
        while words and words[-1] in grammar["toll"] | _IT:  # "put it at four", "put the figure at four"
            words.pop()
        if words and words[-1] in grammar["counting_at"]:
            return True
    if lead[-1] == "as":
        return lead[-2:-1] != () and lead[-2] in ("given", "reported", "listed")
    nouns = [at for at, word in enumerate(lead) if word in grammar["toll"]]
    return bool(nouns) and all(word in grammar["toll_links"] | grammar["restating"] for word in lead[nouns[-1] + 1 :])
