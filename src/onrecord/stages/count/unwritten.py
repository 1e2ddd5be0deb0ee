"""Numbers said without a numeral: "no casualties" (0), "nobody" (0), "a soldier was killed" (1), "a triple murder" (3).

"The number of dead is 12" names what it counts before the numeral.
"""

from collections.abc import Iterator, Mapping
from typing import Literal

from onrecord.stages.count.counted import after_age, counted_at
from onrecord.stages.count.cues import cues_of
from onrecord.stages.count.lexicon import Lexicon
from onrecord.stages.count.line import Line
from onrecord.stages.count.whom import Counted

_LISTED = 8  # words back to the verb: "put the dead at 31 and the wounded at 104"
_OWNERS = ("the", "its", "their", "his", "her")
Unwritten = tuple[int, int, int, Literal["zero", "implied"], Counted]
"""Words start and end, value, kind (`zero`, `implied`), what is counted."""


def unwritten(line: Line, lexicon: Lexicon, states: frozenset[int], taken: frozenset[int]) -> Iterator[Unwritten]:
    """Yield the numbers of `line` said without a numeral, at words that are not `taken` by one."""
    grammar = lexicon.grammar
    for at, word in enumerate(line.lower):
        if at in taken:
            continue
        following = line.lower[at + 1] if at + 1 < len(line.lower) else ""
        if word in grammar["nobody"] or (word == "no" and following == "one"):
            end = at + 1 + (word == "no")
            if word == "neither" and following != "of":
                continue  # "neither the army nor the police"
            if line.lower[end : end + 1] == ("else",):
                continue  # "nobody else was hurt": somebody was
            if line.lower[end : end + 1] == ("of",) and line.lower[end + 2 : end + 3] in (("with",), ("from",)):
                continue  # "none of them with blood on their hands": what they are like
            yield at, end, 0, "zero", counted_at(line, end, lexicon.nouns, grammar, states=states)
        elif word in grammar["zero"] and following in grammar["bodies"]:
            continue  # "no bodies were shown": not that nobody died
        elif word in grammar["zero"] and following[:1].isalnum() and following not in grammar["not_zero"]:
            yield at, at + 1, 0, "zero", counted_at(line, at + 1, lexicon.nouns, grammar, states=states)
        elif word in lexicon.multiples and (noun := _harm_noun(line, at + 1, lexicon)) is not None:
            yield at, at + 1, lexicon.multiples[word], "implied", noun
        elif word in grammar["whose"] and at > 0 and line.lower[at - 1] in ("and", "with", ","):
            counted = counted_at(line, at + 1, lexicon.nouns, grammar, states=states)
            if _is_single(line, counted, lexicon) and line.dep(counted.end - 1) == "conj":
                yield at, at + 1, 1, "implied", counted
        elif word in grammar["single"] and (at == 0 or line.lower[at - 1] not in ("such", "as", "like", "not", "what")):
            counted = counted_at(line, at + 1, lexicon.nouns, grammar, states=states)
            if _is_single(line, counted, lexicon):
                yield at, at + 1, 1, "implied", counted
            elif (end := after_age(line, at + 1)) > at + 1 and not _goes_on(line, end):
                yield at, at + 1, 1, "implied", Counted(start=at + 1, end=end, after=end, unit="people")
            elif word == "another" and _is_harmed(line, at + 1, states, grammar):
                yield at, at + 1, 1, "implied", Counted(start=at + 1, end=at + 1, after=at + 1)


def _harm_noun(line: Line, at: int, lexicon: Lexicon) -> Counted | None:
    """Return the noun of death that ends its phrase at word `at`: "murder", not "murder suspect"."""
    cue = next((cue for cue in cues_of(line, lexicon.cues) if cue.start == at and cue.kind == "noun"), None)
    if cue is None or cue.harm != "killed" or (cue.end < len(line.lower) and line.upos(cue.end) == "NOUN"):
        return None
    return Counted(start=at, end=cue.end, after=cue.end, unit="people")


def _is_harmed(line: Line, at: int, states: frozenset[int], grammar: Mapping[str, frozenset[str]]) -> bool:
    """Return whether "another" before word `at` stands for a person: "another wounded", "another was shot"."""
    while at < len(line.lower) and (line.lower[at] in grammar["be"] or line.lower[at].endswith("ly")):
        at += 1
    return at in states and line.upos(at + 1 if at + 1 < len(line.lower) else at) not in ("NOUN", "PROPN")


def _goes_on(line: Line, at: int) -> bool:
    """Return whether a noun follows: "a 9-year-old girl", not "a 9-year-old was hurt"."""
    return at < len(line.lower) and line.upos(at) in ("NOUN", "PROPN", "ADJ")


def _is_single(line: Line, counted: Counted, lexicon: Lexicon) -> bool:
    """Return whether one person is named: a noun for people, in the singular, as the head."""
    if counted.unit != "people" or not counted.is_named or counted.is_part or _names_a_count(line, counted.end):
        return False
    word = line.lower[counted.end - 1]
    if counted.end - 3 >= counted.start and line.lower[counted.end - 2] == "-":
        word = "".join(line.lower[counted.end - 3 : counted.end])  # "a passer-by"
    known = lexicon.nouns.units.get(word, ("", ""))[0] == "people"
    return known and word not in lexicon.grammar["not_single"] and "and" not in line.lower[counted.start : counted.end]


def _names_a_count(line: Line, at: int) -> bool:
    """Return whether a noun of counting follows: "a casualty figure" is nobody."""
    return line.lower[at : at + 1] in (("figure",), ("toll",), ("count",), ("list",), ("number",), ("estimate",))


def counted_before(line: Line, at: int, lexicon: Lexicon, states: frozenset[int], *, end: int) -> Counted | None:
    """Return what "the number of wounded stands at", "Houses destroyed:", "a family of" counts.

    The number stands at words `at` to `end`.
    """
    if at > 1 and line.lower[at - 1] == ":":
        if end in states:
            return None  # "Officials: 3 killed"
        return _label_before(line, at - 1, lexicon, states)
    if at > 1 and line.lower[at - 1] == "of" and line.lower[at - 2] in lexicon.grammar["made_up"]:
        return Counted(start=at - 2, end=at - 1, after=at, unit="people", is_body=True)
    for start in range(at - 2, max(-1, at - 14), -1):
        if line.lower[start] not in ("number", "count", "tally", "total") or line.lower[start + 1] != "of":
            continue
        counted = counted_at(line, start + 2, lexicon.nouns, lexicon.grammar, states=states)
        between = line.lower[max(counted.after, start + 2) : at]
        if between[-1:] == ("as",) and not lexicon.grammar["counting_at"].isdisjoint(
            line.lower[max(0, start - 3) : start]
        ):
            return counted  # "put the number of the dead as 12"
        if any(word in lexicon.grammar["copulas"] for word in between):
            return counted
        if between[-1:] == (",",) and line.lower[at + 1 : at + 2] == (",",):
            return counted  # "the number of civilians killed in July, 224, was"
        return None
    return _put_before(line, at, lexicon, states)


def _put_before(line: Line, at: int, lexicon: Lexicon, states: frozenset[int]) -> Counted | None:
    """Return the dead of "put its dead at 12", for a number at word `at`."""
    if at < 4 or line.lower[at - 1] != "at" or line.lower[at - 3] not in _OWNERS:
        return None
    lead = line.lower[max(0, at - 4 - _LISTED) : at - 3]
    if lead[-1] not in lexicon.grammar["counting_at"] and not (
        lead[-1] in ("and", ",") and any(word in lexicon.grammar["counting_at"] for word in lead)
    ):
        return None
    counted = counted_at(line, at - 2, lexicon.nouns, lexicon.grammar, states=states)
    return counted if counted.unit == "people" or at - 2 in states else None


def _label_before(line: Line, colon: int, lexicon: Lexicon, states: frozenset[int]) -> Counted | None:
    marks = [n for n in range(max(0, colon - 6), colon) if not line.lower[n][0].isalpha() and line.lower[n] != "-"]
    for start in range(marks[-1] + 1 if marks else max(0, colon - 6), colon):
        if lexicon.nouns.unit(line.lower[start]) is not None:
            counted = counted_at(line, start, lexicon.nouns, lexicon.grammar, states=states)
            return counted if counted.is_named and counted.end <= colon else None
    return None
