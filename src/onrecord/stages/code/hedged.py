"""How firmly a party is counted: "more than 30", "up to 255 troops" with the words that bound the number."""

from functools import cache

from onrecord.stages.code.tree import Tree
from onrecord.vocab.load import load_table

_LONGEST = 5


def hedge_start(start: int, tree: Tree) -> int:
    """Return where the hedge before the number at word `start` begins, `start` itself where there is none."""
    first = tree.sentence(start).start
    if tree.lower(start) == "estimated":
        return start - 1 if start > first and tree.lower(start - 1) == "an" else start
    if tree.words[start].upos != "NUM":
        return start
    for begin in range(max(first, start - _LONGEST), start):
        said = " ".join(tree.lower(i) for i in range(begin, start))
        if said in _hedges() and not (begin > first and tree.lower(begin - 1) in _phrasal()):
            return begin
    return start


@cache
def _hedges() -> frozenset[str]:
    return frozenset(phrase for phrases in load_table("hedges")["before"].values() for phrase in phrases)


@cache
def _phrasal() -> frozenset[str]:
    return frozenset(load_table("hedges")["phrasal"])
