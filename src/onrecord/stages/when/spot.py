"""Where in a passage do words tell a time, and what do they mean?

All rules run over the passage's string of classes; of matches that overlap the longest stands, of
equally long ones that of the earlier rule.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from onrecord.stages.when import clocks, dates, lengths, relative, repeats
from onrecord.stages.when.lexer import OTHER, Lexicon, Line, lexicon_of
from onrecord.stages.when.meaning import Spotted
from onrecord.stages.when.pattern import CompiledRule, Hit, compile_rule, literals_of
from onrecord.vocab.load import load_table

RULES = (*dates.RULES, *relative.RULES, *clocks.RULES, *repeats.RULES, *lengths.RULES)


class Grammar:
    """The rules compiled over one word table. Frozen after it is made."""

    def __init__(self, classes: Mapping[str, Mapping[str, Any]]) -> None:
        self.lexicon: Lexicon = lexicon_of(classes, literals_of(RULES, classes))
        self.rules: tuple[CompiledRule, ...] = tuple(compile_rule(rule, self.lexicon) for rule in RULES)

    def spot(self, line: Line) -> list[Spotted]:
        """Return the time expressions of a passage, in order, none overlapping another."""
        if not line.symbols.strip(OTHER):
            return []
        found = [hit for rule in self.rules for hit in _hits(rule, line, self.lexicon)]
        found.sort(key=lambda item: item.first - item.last)
        taken, kept = [False] * len(line.tokens), []
        for item in found:
            if not any(taken[item.first : item.last]):
                taken[item.first : item.last] = [True] * (item.last - item.first)
                kept.append(item)
        return sorted((item for item in kept if item.meaning is not None), key=lambda item: item.first)


def _hits(rule: CompiledRule, line: Line, lexicon: Lexicon) -> list[Spotted]:
    found, at = [], 0
    while (match := rule.regex.search(line.symbols, at)) is not None:
        at = match.start() + 1
        hit = Hit(line, match, lexicon, rule.groups)
        meaning = rule.build(hit)
        if meaning is None:
            continue
        first, last = hit.at("self")
        found.append(
            Spotted(
                start=line.tokens[first].start, end=line.tokens[last - 1].end, first=first, last=last, meaning=meaning
            )
        )
        at = max(at, last)
    return found


@cache
def grammar_of(name: str) -> Grammar:
    """Return the grammar over the word table `name`, compiled once."""

    return Grammar(load_table(name)["classes"])
