"""Whom or what a number counts: the noun phrase after it, its unit and what it says of those counted.

"three Palestinian boys" -> "Palestinian boys", people, children; "dozens of the hostages" -> "hostages".
"""

from dataclasses import replace

from onrecord.stages.count.designation import designation_end
from onrecord.stages.count.line import Line
from onrecord.stages.count.nouns import Nouns
from onrecord.stages.count.whom import Counted, Grammar, head_unit, is_numeral, named, told_after

_REACH = 8
_HYPHENS = ("-", "–", "‑")
_OWNER = 5


def counted_at(line: Line, at: int, nouns: Nouns, grammar: Grammar, *, states: frozenset[int]) -> Counted:
    """Return what the number that ends before word `at` counts.

    Args:
        line: The sentence.
        at: The first word after the number.
        nouns: The counted nouns.
        grammar: The small words.
        states: Where words such as "killed" stand: they end the noun phrase unless a noun follows.
    """
    start = _after_toll(line, at, grammar)
    while start < len(line.lower) and line.lower[start] in grammar["more"] and start < at + 2:
        start += 1
    if line.lower[start : start + 2] in (('"', "of"), ("”", "of"), ("’", "of")):
        start += 1  # "dozens" of fighters
    start, is_part = _after_of(line, start, nouns, grammar)
    start = after_age(line, start)
    start += line.lower[start : start + 1] in (('"',), ("“",), ("‘",), ("'",))
    end = _phrase_end(line, start, nouns, grammar, states)
    stands_for = is_part and line.lower[start - 1] in grammar["pronouns"] and line.lower[start - 2] in ("of", "all")
    if stands_for and head_unit(line, start, end, nouns) is None:
        end = start
    if end == start and is_part and start in states and line.lower[start - 1] in grammar["openers"]:
        return Counted(
            start=start, end=start + 1, after=start + 1, unit="people", is_part=True
        )  # "four of the wounded"
    if end == start:
        return _told_by_copula(line, start, nouns, grammar, is_part=is_part)
    counted = replace(named(line, start, end, nouns), is_part=is_part)
    if line.lower[end : end + 2] == ("of", "war"):  # "prisoners of war"
        counted = replace(counted, end=end + 2, after=end + 2)
    if counted.unit == "measures":
        return _measured(line, counted)
    return told_after(line, counted, nouns, grammar)


def _after_toll(line: Line, at: int, grammar: Grammar) -> int:
    """Return where the counted are named in "brings to 98 the number of journalists killed"."""
    words = line.lower[at : at + 4]
    of = words.index("of") if "of" in words else 0
    return at + of + 1 if of > 1 and words[0] == "the" and words[of - 1] in grammar["toll"] else at


def after_age(line: Line, at: int) -> int:
    """Return where the noun phrase goes on after an age: "a 9-year-old girl"."""
    for end in range(at + 1, min(at + 8, len(line.lower))):
        if line.lower[end - 1] == ",":
            break  # "the two boys, 28-year-old Ana Sol": the age is hers
        words = "".join(line.lower[at:end])
        if words.endswith(("year-old", "month-old", "years-old")):
            return end
    return at


def _measured(line: Line, counted: Counted) -> Counted:
    """Return what is measured in "20 tonnes of flour", still counted by its measure."""
    at = counted.end + 1
    if line.lower[counted.end : at] != ("of",) or at >= len(line.lower) or not line.lower[at].isalpha():
        return counted
    end = at + 1
    while line.upos(end - 1) == "ADJ" and end < len(line.lower) and line.lower[end].isalpha():
        end += 1
    return replace(counted, start=at, end=end, after=end)


def _told_by_copula(line: Line, at: int, nouns: Nouns, grammar: Grammar, *, is_part: bool) -> Counted:
    """Return what "four were women", "11 of them were members of" counts: the noun after the verb."""
    if line.lower[at : at + 1] and line.lower[at] in ("were", "are", "was"):
        start = at + 1
        end = _phrase_end(line, start, nouns, grammar, frozenset())
        if end > start and head_unit(line, start, end, nouns) == "people":
            return replace(named(line, start, end, nouns), is_part=is_part)
    return Counted(start=at, end=at, after=at, is_part=is_part)


def _after_of(line: Line, at: int, nouns: Nouns, grammar: Grammar) -> tuple[int, bool]:
    """Return where the noun phrase starts after "of the", "of them", and whether the number is a part of it."""
    words = line.lower
    if at >= len(words) or words[at] != "of":
        return at, False
    start = at + 1 + (words[at + 1 : at + 2] == ("all",))
    if start >= len(words):
        return start, False
    first = words[start]
    is_opener = first in grammar["openers"] and start + 1 < len(words) and nouns.unit(words[start + 1]) is not None
    if first in grammar["pronouns"] and not is_opener:
        return start + 1, True
    is_part = first in grammar["openers"]
    for at_owner in range(start + 1, min(len(words) - 1, start + _OWNER)):
        if words[at_owner] == "'s" and is_numeral(line, at_owner + 1):
            start = at_owner + 1  # "60,000 of the town's 85,000 residents"
    while start < len(words) and (words[start] in grammar["openers"] | grammar["more"] or is_numeral(line, start)):
        start += 1
    return start, is_part


def _phrase_end(line: Line, start: int, nouns: Nouns, grammar: Grammar, states: frozenset[int]) -> int:
    """Return where the noun phrase that starts at `start` ends; `start` where there is none."""
    end, known, over = start, False, start
    for at in range(start, min(len(line.lower), start + _REACH)):
        if at < over:
            continue
        if not known and (over := designation_end(line, at)) > at:
            end = over  # "two Mi-35 helicopters", "two Mi-35s"
            continue
        if known and line.lower[at] in ("'s", "'"):  # "a Mother's Day parade" counts no mother
            end, known = at + 1, False
            continue
        if not _may_go_on(line, at, grammar) or (known and at in states and _is_verb(line, at, nouns, grammar, states)):
            break
        unit = None if _describes(line, at, nouns) else _unit_at(line, at, nouns)
        if unit == "never" and at in states and nouns.singular(line.lower[at]) == line.lower[at]:
            unit = None  # "three shot in a raid": no shots
        if unit is not None:
            end, known = at + 1, True
        elif known and _unit_at(line, end - 1, nouns) == "never" and line.upos(at) == "NOUN" and at == end:
            end = at + 1  # "three shooting deaths"
        elif known or _is_verb(line, at, nouns, grammar, states):
            break
        elif line.upos(at) in ("NOUN", "PROPN", "") and line.lower[at][0].isalpha():
            end = at + 1
    if known and line.lower[end : end + 2] == ("-", "by"):  # "passers-by"
        return end + 2
    return _with_second(line, end, nouns, grammar) if known else end


def _describes(line: Line, at: int, nouns: Nouns) -> bool:
    """Return whether the word at `at` only says what kind the noun after it is: "four local cooks", "tank crews"."""
    head = line.heads[at]
    if head is None or head <= at or head > at + _REACH:
        return False
    if line.dep(at) == "amod":
        return line.upos(at) == "ADJ"
    return line.dep(at) == "compound" and nouns.unit(line.lower[head]) is not None


def _may_go_on(line: Line, at: int, grammar: Grammar) -> bool:
    word = line.lower[at]
    if word in _HYPHENS:
        return at > 0 and line.words[at - 1].span.end == line.words[at].span.start
    if at > 0 and line.lower[at - 1] in _HYPHENS and line.words[at - 1].span.end == line.words[at].span.start:
        return word[0].isalpha()  # "mud-and-thatch homes"
    is_stop = word in grammar["stop"] and not (word == "us" and line.upos(at) == "PROPN")  # "two US soldiers"
    return (word[0].isalpha() or word[0] in "\"'“‘") and not is_stop


def _is_verb(line: Line, at: int, nouns: Nouns, grammar: Grammar, states: frozenset[int]) -> bool:
    if at > 0 and line.lower[at - 1] in _HYPHENS and line.words[at - 1].span.end == line.words[at].span.start:
        return False
    head = line.heads[at] if line.has_tree else None
    if at in states and head is not None and head > at and line.dep(at) == "amod" and line.upos(head) == "NOUN":
        return False  # "two injured subjects"
    after = line.lower[at + 1 : at + 2]
    if at in states and line.upos(at) == "VERB" and any("captive" in nouns.marks.get(word, ()) for word in after):
        return True  # "seven taken prisoner"
    is_verb = at in states or line.upos(at) in ("VERB", "AUX", "ADP", "SCONJ", "CCONJ", "PRON", "DET")
    return is_verb and not _noun_follows(line, at + 1, nouns, grammar, states)


def _unit_at(line: Line, at: int, nouns: Nouns) -> str | None:
    """Return the unit of the noun at `at`, alone or with the word before or after it."""
    here = line.lower[at]
    if at > 0 and (unit := nouns.unit(f"{line.lower[at - 1]} {here}")) is not None:
        return unit
    if at + 1 < len(line.lower) and (unit := nouns.unit(f"{here} {line.lower[at + 1]}")) is not None:
        return unit
    return nouns.unit(here)


def _noun_follows(line: Line, at: int, nouns: Nouns, grammar: Grammar, states: frozenset[int]) -> bool:
    for number in range(at, min(len(line.lower), at + 3)):
        if number in states and nouns.unit(line.lower[number]) == "never":
            return False  # "three fatally shot in a raid"
        if line.lower[number] in grammar["stop"] or not line.lower[number][0].isalnum() or is_numeral(line, number):
            return False
        if nouns.unit(line.lower[number]) is not None:
            return True
    return False


def _with_second(line: Line, end: int, nouns: Nouns, grammar: Grammar) -> int:
    """Return the end of "women and children", one number counting both."""
    if end + 1 >= len(line.lower) or line.lower[end] not in ("and", "or", "&"):
        return end
    for at in range(end + 1, min(len(line.lower), end + 3)):
        word = line.lower[at]
        unit = nouns.unit(word)
        if unit is not None and unit == nouns.unit(line.lower[end - 1]) and nouns.singular(word) != word:
            return at + 1
        if word in grammar["stop"] or unit is not None or not word.isalpha() or is_numeral(line, at):
            break
    return end
