"""Tells figures of speech from events: "heart attack", "under attack from critics", "fight inflation"."""

from onrecord.stages.code.inflect import base_forms
from onrecord.stages.code.lexicon import Lexicon
from onrecord.stages.code.slots import SlotFinder
from onrecord.stages.code.tree import Tree

_VIOLENT = {
    "attack",
    "strike",
    "fight",
    "battle",
    "war",
    "combat",
    "bombard",
    "shoot",
    "blast",
    "assault",
    "target",
    "kill",
}


def is_figurative(number: int, is_noun: bool, tree: Tree, slots: SlotFinder, lexicon: Lexicon) -> bool:
    """Return whether the trigger word `number` is only a figure of speech."""
    figures = lexicon.signs["figures"]
    forms = tree.forms(number)
    if not is_noun and _is_of_count(number, tree, slots, lexicon):
        return True
    if is_noun and "charge" in forms and tree.case(number) == "in":
        return True  # "the colonel in charge of the zone"
    if not forms & _VIOLENT:
        return False
    if (
        is_noun
        and number > 0
        and tree.lower(number - 1) in figures["before"]
        and forms & {"attack", "war", "battle", "fight"}
    ):
        return True
    around = slots.of(number, is_noun=is_noun)
    if is_noun and _follows(number, tree, figures["after"]):
        return True
    hit = [i for name in ("obj", "against", "with", "on") for i in around.get(name, ())]
    if any(base_forms(tree.lower(i)) & set(figures["affected"]) for i in hit) and forms & {
        "fight",
        "battle",
        "war",
        "combat",
        "target",
        "attack",
    }:
        return True
    if any(base_forms(tree.lower(i)) & set(figures["with"]) for i in around.get("with", ())):
        return True
    return _under_words(number, is_noun, tree, around, figures)


def _is_of_count(number: int, tree: Tree, slots: SlotFinder, lexicon: Lexicon) -> bool:
    """Return whether a count does it: "the toll hit 300", "as toll hits 14"."""
    subjects = {*slots.verb(number).get("subj", ()), *([number - 1] if number > tree.sentence(number).start else [])}
    return any(tree.lower(i) in lexicon.signs["figures"]["counts"] for i in subjects)


def _follows(number: int, tree: Tree, after: list[str]) -> bool:
    head = tree.head(number)
    return tree.dep(number) == "compound" and head == number + 1 and bool(base_forms(tree.lower(head)) & set(after))


def _under_words(
    number: int, is_noun: bool, tree: Tree, around: dict[str, list[int]], figures: dict[str, list[str]]
) -> bool:
    """Return whether critics are who attacks: "came under attack from critics"."""
    by = [i for name in ("from", "by", "subj") for i in around.get(name, ())]
    if is_noun and tree.case(number) == "under" and (head := tree.head(number)) is not None:
        by += [i for i in tree.children(head, "obl") if tree.case(i) in {"from", "by"}]
        return any(base_forms(tree.lower(i)) & set(figures["critics"]) for i in by)
    return False
