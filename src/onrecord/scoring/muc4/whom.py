"""Which mentions of those hit are one target, and what each is called at its fullest."""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.model.record import Record
from onrecord.scoring.muc4.fills import Target, is_person_word, wording

_BEFORE = 20
_BEHIND = re.compile(r"\s(?:of|in|at|on|from|for|to|with|near|by|who|whose)\s|,", re.I)


def distinct(targets: Sequence[Target], record: Record) -> list[Target]:
    """Return each target once: `Oqueli` and `Hector Oqueli` are one, and so are `six priests` and `the priests`."""
    kept: list[Target] = []
    for target in targets:
        same = next((i for i, other in enumerate(kept) if _are_one(other, target, record)), None)
        if same is None:
            kept.append(target)
        else:
            kept[same] = _fuller(kept[same], target)
    return kept


def _are_one(left: Target, right: Target, record: Record) -> bool:
    if left.name is not None and right.name is not None:
        mine, theirs = set(left.name.upper().split()), set(right.name.upper().split())
        return mine <= theirs or theirs <= mine
    if left.name is None and right.name is None:
        return _head(left.words) == _head(right.words) and (left.number == right.number or _is_open(left, right))
    named, other = (left, right) if left.name is not None else (right, left)
    title = description(named, record)
    return other.number == "1" and title is not None and _head(title) == _head(other.words)


def _is_open(left: Target, right: Target) -> bool:
    return "PLURAL" in {left.number, right.number} and "1" not in {left.number, right.number}


def _head(words: str) -> str:
    last = (_BEHIND.split(words)[0].split() or [""])[-1].upper()
    return last[:-1] if last.endswith("S") and not last.endswith("SS") else last


def _fuller(left: Target, right: Target) -> Target:
    """Return one target with the longer name, or the number that either gives."""
    if left.name is not None or right.name is not None:
        return max(left, right, key=lambda target: len(target.name or ""))
    number = next((target.number for target in (left, right) if target.number.isdigit()), left.number)
    return replace(left, number=number)


def whole_words(target: Target, record: Record) -> str:
    """Return a target's own words; of a named one also the few right before each of its mentions."""
    actor = next((actor for actor in record.actors if actor.id == target.party.actor), None)
    told = [target.party.words, target.words]
    for mention in actor.mentions if actor is not None and target.name is not None else ():
        start = max(0, mention.start - _BEFORE)
        told.append(re.split(r"[,.;:]", record.report.text[start : mention.start])[-1])
    return " ".join(" ".join(told).split())


def description(target: Target, record: Record) -> str | None:
    """Return the title or trade that stands with a named target, and of what, at its fullest."""
    if target.name is None:
        return None
    whole = " ".join(target.party.words.split())
    before = re.split(rf"\b{re.escape(target.name.split()[0])}\b", whole, flags=re.I)[0].strip(" ,")
    before = wording(before) if before != whole else ""
    if before and is_person_word(before.split()[-1]):
        return before
    actor = next((actor for actor in record.actors if actor.id == target.party.actor), None)
    roles = [] if actor is None else [role for role in actor.roles if role.title]
    if not roles:
        return before or None
    return roles[0].title if roles[0].of is None else f"{roles[0].title} of {roles[0].of}"
