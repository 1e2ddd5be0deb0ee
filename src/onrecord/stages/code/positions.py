"""Prepositions of several words: "in front of the bank" is outside the bank."""

from onrecord.stages.code.tree import Tree

ON_BEHALF = "on behalf of"
_POSITIONS = {
    ("in", "front"): "outside", ("in", "vicinity"): "near", ("in", "proximity"): "near", ("in", "back"): "behind",
    ("at", "front"): "outside", ("at", "back"): "behind", ("on", "behalf"): ON_BEHALF,
}  # fmt: skip
"""Prepositions and nouns that only say where or for whom, and the one preposition that says the same."""


def standing(tree: Tree, case: str, noun: int) -> tuple[str, int]:
    """Return a preposition and its noun, "in front of the bank" as "outside the bank"."""
    position = _POSITIONS.get((case, tree.lower(noun)))
    if position is None:
        return case, noun
    of = [i for i in tree.children(noun, "nmod") if tree.case(i) in {"of", "to"}]
    return (position, of[0]) if of else (case, noun)
