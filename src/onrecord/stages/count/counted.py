"""Whom or what a number counts: the noun phrase after it, its unit and what it says of those counted.

"three Palestinian boys" -> "Palestinian boys", people, children; "dozens of the hostages" -> "hostages".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from onrecord.model.figure import Status, Unit
from onrecord.stages.count.line import Line

_STOP = frozenset(
    ["the", "a", "an", "and", "or", "but", "nor", "in", "on", "at", "by", "with", "without", "from", "to", "into", "onto", "near", "during", "after", "before", "since", "until", "while", "when", "where", "as", "for", "of", "was", "were", "is", "are", "be", "been", "being", "had", "has", "have", "having", "will", "would", "could", "should", "may", "might", "must", "can", "did", "do", "does", "not", "n't", "who", "whom", "whose", "which", "that", "this", "these", "those", "it", "they", "he", "she", "we", "you", "i", "them", "him", "her", "us", "me", "their", "his", "its", "our", "your", "my", "there", "here", "including", "among", "amid", "between", "across", "over", "under", "about", "against", "inside", "outside", "around", "through", "because", "if", "than", "then", "so", "also", "said", "says", "say", "saying", "told", "according", "reported", "reportedly", "allegedly", "still", "already", "later", "both", "all", "each", "per", "out", "up", "down", "off", "away", "only", "just", "even", "yet", "more", "most", "'s", "'"]
)
_OPENERS = frozenset(["the", "these", "those", "his", "her", "their", "its", "our", "this", "that", "such"])
_MORE = frozenset(["more", "other", "others", "additional", "further", "new", "fellow", "such"])
_PRONOUNS = frozenset(["them", "those", "whom", "which", "these", "us"])
_REACH = 7
Unknown = Unit | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Nouns:
    """The table of counted nouns, looked up by a word as it stands in the text."""

    units: Mapping[str, tuple[str, str]]
    """Noun in the singular -> (unit, status); units besides RECORD.md's: `never`, `measures`, `things`."""
    marks: Mapping[str, frozenset[str]]
    """Noun in the singular -> its marks: women, children, captive, displaced, dead."""
    plurals: Mapping[str, str]
    longest: int

    def singular(self, word: str) -> str | None:
        """Return the singular of `word` that the table knows, `None` where it knows none."""
        word = word.lower()
        if word in self.plurals:
            return self.plurals[word]
        if word in self.units:
            return word
        for ending, put in (("ies", "y"), ("men", "man"), ("women", "woman"), ("ves", "fe"), ("es", ""), ("s", "")):
            if word.endswith(ending) and word[: -len(ending)] + put in self.units:
                return word[: -len(ending)] + put
        return None

    def unit(self, word: str) -> str | None:
        """Return the unit that `word` is counted in, `None` where the table does not know it."""
        known = self.singular(word)
        return None if known is None else self.units[known][0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The counted words `start` to `end` of a line (equal where the text names none) and what they are.

    `after` is where the line goes on. `unit` is `None` where nothing tells. `is_part` says the
    number is a part of the thing named ("two of the hostages", "five of them").
    """

    start: int
    end: int
    after: int
    unit: str | None
    status: Status
    marks: frozenset[str]
    is_part: bool = False
    is_more: bool = False

    @property
    def is_named(self) -> bool:
        """Return whether the text names what is counted here."""
        return self.end > self.start


def nouns_of(table: Mapping[str, Any]) -> Nouns:
    """Return the nouns of the table `counted`, ready to be looked up."""
    return _nouns(_Held(table))


def counted_at(line: Line, at: int, nouns: Nouns, *, is_state: frozenset[str]) -> Counted:
    """Return what the number that ends before word `at` counts.

    Args:
        line: The sentence.
        at: The first word after the number.
        nouns: The counted nouns.
        is_state: Words such as "killed" that end the noun phrase where no noun follows them.
    """
    start, is_part, is_more = at, False, False
    n_words = len(line.lower)
    while start < n_words and line.lower[start] in _MORE and not is_more:
        is_more = True
        start += 1
    if start < n_words and line.lower[start] == "of":
        start += 1
        if start < n_words and line.lower[start] == "all":
            start += 1
        is_part = start < n_words and line.lower[start] in _OPENERS | _PRONOUNS
        if start < n_words and line.lower[start] in _PRONOUNS and not _goes_on(line, start + 1, nouns):
            return _nothing(start, start + 1, is_part=True)
        while start < n_words and (line.lower[start] in _OPENERS | _MORE or _is_numeral(line, start)):
            start += 1
    end = _phrase_end(line, start, nouns, is_state)
    if end == start:
        return _nothing(at + is_more, at + is_more, is_part=is_part, is_more=is_more)
    return _named(line, start, end, nouns, is_part=is_part, is_more=is_more)


def _goes_on(line: Line, at: int, nouns: Nouns) -> bool:
    return at < len(line.lower) and nouns.unit(line.lower[at]) is not None


def _is_numeral(line: Line, at: int) -> bool:
    return line.upos(at) == "NUM" or line.lower[at].replace(",", "").isdigit()


def _nothing(start: int, after: int, *, is_part: bool = False, is_more: bool = False) -> Counted:
    return Counted(
        start=start,
        end=start,
        after=after,
        unit=None,
        status="unstated",
        marks=frozenset(),
        is_part=is_part,
        is_more=is_more,
    )


def _phrase_end(line: Line, start: int, nouns: Nouns, is_state: frozenset[str]) -> int:
    """Return where the noun phrase that starts at `start` ends; `start` where there is none."""
    end, known = start, False
    for at in range(start, min(len(line.lower), start + _REACH)):
        word = line.lower[at]
        if not (word[0].isalnum() or word in ("-", "–", '"', "'", "“", "‘")) or (word in _STOP):
            break
        here = _unit_at(line, at, nouns)
        if here is not None:
            end, known = at + 1, True
            continue
        if known:
            break
        if word in is_state and not _noun_follows(line, at + 1, nouns):
            break
        if (
            line.has_tree
            and line.upos(at) in ("VERB", "AUX", "ADP", "SCONJ", "CCONJ", "PRON", "DET")
            and word not in is_state
        ):
            if not _noun_follows(line, at + 1, nouns):
                break
            continue
        if line.upos(at) in ("NOUN", "PROPN") or (not line.has_tree and word[0].isalpha()) or (line.words[at].text[0].isupper() and word[0].isalpha()):
            end = at + 1
    return _with_second(line, end, nouns) if known else end


def _unit_at(line: Line, at: int, nouns: Nouns) -> str | None:
    """Return the unit of the noun at `at`; a two-word noun counts where it ends there."""
    if at > 0 and (unit := nouns.unit(f"{line.lower[at - 1]} {line.lower[at]}")) is not None:
        return unit
    if at + 1 < len(line.lower) and nouns.unit(f"{line.lower[at]} {line.lower[at + 1]}") is not None:
        return nouns.unit(f"{line.lower[at]} {line.lower[at + 1]}")
    return nouns.unit(line.lower[at])


def _noun_follows(line: Line, at: int, nouns: Nouns) -> bool:
    for number in range(at, min(len(line.lower), at + 3)):
        if line.lower[number] in _STOP or not line.lower[number][0].isalnum():
            return False
        if nouns.unit(line.lower[number]) is not None:
            return True
    return False


def _with_second(line: Line, end: int, nouns: Nouns) -> int:
    """Return the end of "women and children", one number counting both."""
    if end + 1 < len(line.lower) and line.lower[end] in ("and", "or", "&"):
        for at in range(end + 1, min(len(line.lower), end + 3)):
            unit = nouns.unit(line.lower[at])
            if unit == nouns.unit(line.lower[end - 1]) and unit is not None and _is_plural(line.lower[at], nouns):
                return at + 1
            if line.lower[at] in _STOP or unit is not None or not line.lower[at].isalpha():
                break
    return end


def _is_plural(word: str, nouns: Nouns) -> bool:
    return nouns.singular(word) != word or word in nouns.plurals


def _named(line: Line, start: int, end: int, nouns: Nouns, *, is_part: bool, is_more: bool) -> Counted:
    words = line.lower[start:end]
    known = [single for word in (*words, *_pairs(words)) if (single := nouns.singular(word)) is not None]
    marks = frozenset().union(*(nouns.marks.get(single, frozenset()) for single in known)) if known else frozenset()
    unit = _head_unit(line, start, end, nouns)
    stati = {nouns.units[single][1] for single in known} | ({"civilian"} if "civilian" in words else set())
    status: Status = "unstated"
    if {"civilian", "combatant"} <= stati:
        status = "mixed"
    elif "civilian" in stati:
        status = "civilian"
    elif "combatant" in stati:
        status = "combatant"
    return Counted(
        start=start, end=end, after=end, unit=unit, status=status, marks=marks, is_part=is_part, is_more=is_more
    )


def _pairs(words: tuple[str, ...]) -> list[str]:
    return [f"{left} {right}" for left, right in zip(words, words[1:], strict=False)]


def _head_unit(line: Line, start: int, end: int, nouns: Nouns) -> str | None:
    for at in range(end - 1, start - 1, -1):
        pair = nouns.unit(f"{line.lower[at - 1]} {line.lower[at]}") if at > start else None
        unit = pair or nouns.unit(line.lower[at])
        if unit is not None:
            return unit
        if at == end - 1 and line.words[at].text[0].isupper() and not line.words[at].text.isupper():
            return "people"
    return None


class _Held:
    """A table as a cache key: the loader gives the same object each time."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.table = table

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and other.table is self.table

    def __hash__(self) -> int:
        return id(self.table)


@lru_cache(maxsize=4)
def _nouns(held: _Held) -> Nouns:
    table = held.table
    units: dict[str, tuple[str, str]] = {}
    for unit in ("never", "things", "measures", "money", "vehicles", "buildings", "households"):
        units.update({str(noun): (unit, "") for noun in table[unit]})
    for status in ("unstated", "combatant", "civilian"):
        units.update({str(noun): ("people", status) for noun in table["people"][status]})
    marks: dict[str, frozenset[str]] = {}
    for mark in ("women", "children", "captive", "displaced", "dead"):
        for noun in table[mark]:
            marks[noun] = marks.get(noun, frozenset()) | {mark}
    plurals = {str(plural): str(single) for plural, single in table["plurals"].items()}
    plurals = {plural: single for plural, single in plurals.items() if single in units}
    return Nouns(units=units, marks=marks, plurals=plurals, longest=3)
