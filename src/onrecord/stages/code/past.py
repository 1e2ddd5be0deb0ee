"""Tells history from news: "the 2014 war", "the Oct. 7 attack" in a report of December."""

from onrecord.stages.code.draft import Draft
from onrecord.stages.code.lexicon import Lexicon
from onrecord.stages.code.tree import Tree

_PAST_TAGS = {"VBD", "VBN"}


def is_background(draft: Draft, tree: Tree, lexicon: Lexicon) -> bool:
    """Return whether the words tell the event as history: dated or named as known, not as news."""
    signs = lexicon.signs["background"]
    number = draft.number
    if draft.trigger.is_noun:
        return _is_named_past(number, tree, set(signs["before"])) or _is_long_after(number, tree, set(signs["ages"]))
    told_of = tree.head(number)
    if tree.dep(number) == "acl:relcl" and told_of is not None and _is_long_after(told_of, tree, set(signs["ages"])):
        return True
    if any(tree.lower(i) in signs["adverbs"] for i in tree.children(number, "advmod")):
        return True
    had = any(tree.lower(i) == "had" for i in tree.children(number, "aux"))
    relative = tree.dep(number) == "acl:relcl" and tree.words[number].tag in _PAST_TAGS
    return relative and had


def _is_named_past(number: int, tree: Tree, before: set[str]) -> bool:
    for child in tree.children(number):
        lower = tree.lower(child)
        if lower in before and tree.dep(child) == "amod" and lower != "last":
            return True
        is_year = lower.isdigit() and len(lower) == 4 and tree.case(child) != "since"
        if is_year and tree.dep(child) in {"compound", "nummod", "amod", "nmod"}:
            return True
        if tree.dep(child) in {"compound", "nmod:tmod", "nmod"} and child < number and _is_date(child, tree):
            return True
    return False


def _is_long_after(number: int, tree: Tree, ages: set[str]) -> bool:
    """Return whether what is told happens long after a noun: "two years after the massacre"."""
    return tree.case(number) == "after" and any(tree.lemma(i) in ages and i < number for i in tree.children(number))


def _is_date(child: int, tree: Tree) -> bool:
    months = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
    around = [child, *tree.children(child)]
    has_number = any(tree.words[i].text.isdigit() for i in around)
    return has_number and any(tree.lower(i)[:3] in months for i in around)
