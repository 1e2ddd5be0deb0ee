"""Whom counted words name: their unit, and what they and the words after them say of those counted.

"dozens of villagers, mostly women" are people, civilian, women among them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.model.figure import Status
from onrecord.stages.count.designation import unit_of_designation
from onrecord.stages.count.line import Line
from onrecord.stages.count.nouns import Nouns

_TAIL = 9
Grammar = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The counted words `start` to `end` of a line (equal where the text names none) and what they are.

    `after` is where the line goes on. `unit` is `None` where nothing tells. `is_part` says the
    number is a part of the thing named ("two of the hostages", "five of them"), `is_body` that those
    counted make it up ("a family of six").
    """

    start: int
    end: int
    after: int
    unit: str | None = None
    status: Status = "unstated"
    marks: frozenset[str] = frozenset()
    is_part: bool = False
    is_body: bool = False

    @property
    def is_named(self) -> bool:
        """Return whether the text names what is counted here."""
        return self.end > self.start


def named(line: Line, start: int, end: int, nouns: Nouns) -> Counted:
    """Return what words `start` to `end` say of those they name."""
    words = line.lower[start:end]
    marks, stati = _told_by(words, nouns)
    return Counted(
        start=start, end=end, after=end, unit=head_unit(line, start, end, nouns), status=_status(stati), marks=marks
    )


def _told_by(words: tuple[str, ...], nouns: Nouns) -> tuple[frozenset[str], frozenset[str]]:
    """Return what counted words say of those counted: their marks and their stati."""
    pairs = [f"{left} {right}" for left, right in pairwise(words)]
    known = [single for word in (*words, *pairs) if (single := nouns.singular(word)) is not None]
    marks = [mark for single in known for mark in nouns.marks.get(single, ())]
    stati = [nouns.units[single][1] for single in known]
    return frozenset(marks), frozenset(stati) - {""}


def _status(stati: frozenset[str]) -> Status:
    if {"civilian", "combatant"} <= stati:
        return "mixed"
    if "civilian" in stati:
        return "civilian"
    return "combatant" if "combatant" in stati else "unstated"


def head_unit(line: Line, start: int, end: int, nouns: Nouns) -> str | None:
    """Return the unit of the noun that heads words `start` to `end`, `None` where none is known."""
    if (designated := unit_of_designation(line, start, end, nouns)) is not None:
        return designated
    for at in range(end - 1, start - 1, -1):
        pair = nouns.unit(f"{line.lower[at - 1]} {line.lower[at]}") if at > start else None
        unit = pair or nouns.unit(line.lower[at])
        if unit is not None and (unit != "never" or at == end - 1):
            return unit
        text = line.words[at].text
        if at == end - 1 and text[0].isupper() and not text.isupper():
            return "people"
    return None


def told_after(line: Line, counted: Counted, nouns: Nouns, grammar: Grammar) -> Counted:
    """Return `counted` with what follows it: "..., mostly civilians", "..., including women and children"."""
    tail = line.lower[counted.end : counted.end + _TAIL]
    if not tail or counted.unit != "people":
        return counted
    for at, word in enumerate(tail):
        if word in ("was", "were", "has", "have", "had", ".", ";") and at < 2:
            return counted
        if word not in grammar["mostly"] | grammar["every"] | grammar["including"] or (at == 0 and word == "all"):
            continue
        told = tail[at + 1 :]
        if any(is_numeral(line, counted.end + at + 1 + i) for i in range(min(3, len(told)))):
            return counted
        marks, stati = _told_by(tuple(w for w in told[:5] if w not in ("people", "member", "members")), nouns)
        if word in grammar["including"]:
            return replace(counted, marks=counted.marks | (marks & {"women", "children"}))
        status = _status(stati)
        if status == "unstated":
            return counted
        return replace(counted, status=status if word in grammar["every"] else "mixed")
    return counted


def is_numeral(line: Line, at: int) -> bool:
    """Return whether the word at `at` is a number."""
    return line.upos(at) == "NUM" or line.lower[at].replace(",", "").isdigit()
