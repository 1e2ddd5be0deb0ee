"""Prepositions of several words: "in front of the bank" is outside the bank."""

from onrecord.stages.code.tree import Tree

_POSITIONS = {"front": "outside", "vicinity": "near", "back": "behind", "proximity": "near"}
"""Nouns that only say where something stands, and the one preposition that says the same."""


def standing(tree: Tree, case: str, noun: int) -> tuple[str, int]:
    """Return a preposition and its noun, "in front of the bank" as "outside the bank"."""
    position = _POSITIONS.get(tree.lower(noun)) if case in {"in", "at"} else None
    if position is None:
        return case, noun
    of = [i for i in tree.children(noun, "nmod") if tree.case(i) in {"of", "to"}]
    return (position, of[0]) if of else (case, noun)
