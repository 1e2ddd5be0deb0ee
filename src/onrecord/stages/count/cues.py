"""The words of a sentence that say what happened to those counted: "killed", "left homeless", "death toll".

Only finds them and says how each is built; which number they govern is decided in `harm.py`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Literal

from onrecord.model.figure import Harm
from onrecord.stages.count.line import Line

CueKind = Literal["verb", "subject", "state", "noun"]
_HARMS: tuple[Harm, ...] = (
    "killed",
    "injured",
    "missing",
    "displaced",
    "held",
    "released",
    "detained",
    "hospitalised",
    "affected",
    "damaged",
    "destroyed",
)
_KINDS: tuple[tuple[str, CueKind], ...] = (
    ("states", "state"),
    ("subjects", "subject"),
    ("verbs", "verb"),
    ("nouns", "noun"),
)
_LATER_REACH = 16
_SOON = 7
_STOPS = (";", ".", "while", "but")
_HEDGES = ("at", "least", "most", "about", "around", "nearly", "more", "than", "over", "some", "as", "many", "up", "to")
_QUOTES = frozenset(('"', "“", "‘", "'"))
_HOLDING = ("hold", "holds", "held", "holding")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Words `start` to `end` of a line that name a harm.

    `kind` says who is harmed: a verb's object, a subject, those a state is said of, those a noun
    is "of". `is_past` says the form may be passive ("killed"), `is_passive` that a form of "be" makes it so.
    """

    start: int
    end: int
    harm: Harm
    kind: CueKind
    is_past: bool = False
    is_passive: bool = False
    is_perfect: bool = False
    is_late: bool = False
    """Whether only a later word makes it a harm ("taken ... to a camp")."""


@dataclass(frozen=True, slots=True)
class _Entry:
    words: tuple[str, ...]
    harm: Harm
    kind: CueKind
    is_past: bool
    later: frozenset[str] = frozenset()
    where: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class CueTable:
    """The cues by their first word, and the small words around verbs."""

    entries: Mapping[str, tuple[_Entry, ...]]
    grammar: Mapping[str, frozenset[str]]


def cues_of(line: Line, table: CueTable) -> tuple[Cue, ...]:
    """Return the cues of `line` in order.

    Where two start at one word the longer one stands, or both where they differ in kind.
    """
    found: list[Cue] = []
    for at, word in enumerate(line.lower):
        if _says_how_many(line, at, table.grammar):
            continue
        fitting = [entry for entry in table.entries.get(word, ()) if _fits(line, at, entry)]
        fitting = [
            entry for entry in fitting if entry.harm != "held" or not _says_who_lives_there(line, at, table.grammar)
        ]
        longest = max((len(entry.words) for entry in fitting), default=0)
        kept = [entry for entry in fitting if len(entry.words) == longest]
        with_later = [entry for entry in kept if entry.later]
        found += [_cue(line, at, entry, table.grammar) for entry in (with_later or kept)]
    return tuple(found)


def _says_how_many(line: Line, at: int, grammar: Mapping[str, frozenset[str]]) -> bool:
    """Return whether the word at `at` is what a count does: "the toll hits 14", "the number of dead struck 300"."""
    if line.lower[at] not in grammar["toll_links"]:
        return False
    subjects = [n for n in range(at) if line.heads[n] == at and line.dep(n).startswith("nsubj")]
    return any(line.lower[n] in grammar["toll"] for n in (*subjects, *range(max(0, at - 1), at)))


def _fits(line: Line, at: int, entry: _Entry) -> bool:
    if line.lower[at : at + len(entry.words)] != entry.words:
        return False
    soon = line.lower[at : at + _SOON]
    if not entry.unless.isdisjoint(soon[: next((n for n, word in enumerate(soon) if word == "and"), _SOON)]):
        return False
    if not entry.later:
        return True
    first = at + len(entry.words)
    after = line.lower[first : first + _LATER_REACH]
    stop = next((i for i, word in enumerate(after) if word in _STOPS or _counts_anew(line, first + i)), len(after))
    start = 0
    if entry.where:
        opens = (i for i in range(stop - 1) if after[i] == "where" and after[i + 1] in entry.where)
        start = next(opens, stop)
    told = after[start:stop]
    return not entry.later.isdisjoint((*told, *(" ".join(pair) for pair in pairwise(told))))


def _counts_anew(line: Line, at: int) -> bool:
    """Return whether a list goes on with another number here: "eight men shot, two dead"."""
    before = at - 1
    while before > 0 and line.lower[before] in _HEDGES:
        before -= 1
    is_share = line.lower[at + 1 : at + 2] in (("percent",), ("per",), ("%",), ("pc",))
    return line.upos(at) == "NUM" and not is_share and before >= 0 and line.lower[before] in (",", "and", "-", "–", "—")


def _says_who_lives_there(line: Line, at: int, grammar: Mapping[str, frozenset[str]]) -> bool:
    """Return whether the word at `at` only gives how many a place has: "the camp now holds 400,000 people"."""
    before = at - 1
    passed = grammar["between_helper_and_verb"] | grammar["have"] | {"which", "that", ","}
    while before > 0 and line.lower[before] in passed:
        before -= 1
    return line.lower[at] in _HOLDING and before >= 0 and line.lower[before] in grammar["dwellings"]


def _cue(line: Line, at: int, entry: _Entry, grammar: Mapping[str, frozenset[str]]) -> Cue:
    before = at - 1
    while before >= 0 and line.lower[before] in grammar["between_helper_and_verb"] | _QUOTES:
        before -= 1
    helper = line.lower[before] if before >= 0 else ""
    is_passive = entry.is_past and helper in grammar["be"]
    have = before - int(is_passive)
    is_perfect = have >= 0 and line.lower[have] in grammar["have"] and line.lower[max(0, have - 1)] != "to"
    return Cue(
        start=at,
        end=at + len(entry.words),
        harm=entry.harm,
        kind=entry.kind,
        is_past=entry.is_past,
        is_passive=is_passive,
        is_perfect=is_perfect,
        is_late=bool(entry.later),
    )


def forms(word: str, irregular: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return the forms of an English verb: as listed, else by rule."""
    if word in irregular:
        return tuple(irregular[word])
    if word.endswith("e"):
        return word, f"{word}s", f"{word}d", f"{word[:-1]}ing"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word, f"{word[:-1]}ies", f"{word[:-1]}ied", f"{word}ing"
    ending = "es" if word.endswith(("s", "sh", "ch", "x", "z")) else "s"
    return word, f"{word}{ending}", f"{word}ed", f"{word}ing"


def _plural(noun: str) -> str:
    if noun.endswith("y"):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "sh", "ch", "x")) else f"{noun}s"


def _entries(harm: Harm, kind: CueKind, phrases: Iterable[str], irregular: Mapping[str, Any]) -> list[_Entry]:
    made: list[_Entry] = []
    for phrase in phrases:
        words = tuple(str(phrase).split())
        if kind == "state":
            made.append(_Entry(words, harm, kind, True))
        elif kind == "noun":
            made += [_Entry(words, harm, kind, False), _Entry((*words[:-1], _plural(words[-1])), harm, kind, False)]
        else:
            at = 1 if words[0].endswith("ly") and len(words) > 1 else 0
            known = forms(words[at], irregular)
            if words[1:2] == ("and",) and len(words) == 3:  # "shot and killed": both are inflected
                pairs = zip(known, forms(words[2], irregular), strict=False)
                made += [_Entry((left, "and", right), harm, kind, left not in known[:2]) for left, right in pairs]
                continue
            for form in dict.fromkeys(known):
                is_past = form not in (known[0], known[1]) and not form.endswith("ing")
                is_past = is_past or (form == known[0] and form in ("hurt", "set", "hit", "cut", "let", "put"))
                made.append(_Entry((*words[:at], form, *words[at + 1 :]), harm, kind, is_past))
    return made


def cue_table_of(table: Mapping[str, Any], grammar: Mapping[str, frozenset[str]]) -> CueTable:
    """Return the table `harms` as entries by their first word."""
    irregular = table["forms"]
    entries: list[_Entry] = []
    for harm in _HARMS:
        for key, kind in _KINDS:
            entries += _entries(harm, kind, table[harm].get(key, ()), irregular)
        for group in table["with"].get(harm, ()):
            later, where = frozenset(group["later"]), frozenset(group.get("where", ()))
            plain = _entries(harm, "verb", group.get("verbs", ()), irregular)
            plain += _entries(harm, "subject", group.get("subjects", ()), irregular)
            entries += [replace(entry, later=later, where=where) for entry in plain]
        for group in table["unless"].get(harm, ()):
            plain = _entries(harm, "verb", group["verbs"], irregular)
            entries += [replace(entry, unless=frozenset(group["soon"])) for entry in plain]
    lexicon: dict[str, list[_Entry]] = {}
    for entry in entries:
        lexicon.setdefault(entry.words[0], []).append(entry)
    return CueTable(entries={word: tuple(found) for word, found in lexicon.items()}, grammar=grammar)
