"""A party's own word as an event: "Russia said Sudan must return the helicopter" is a demand by Russia.

"Syria says it will not accept any more refugees" is a refusal.
"""

from onrecord.stages.code.draft import Draft
from onrecord.stages.code.inflect import base_forms
from onrecord.stages.code.lexicon import Entry, Lexicon
from onrecord.stages.code.mood import Mood
from onrecord.stages.code.slots import SlotFinder
from onrecord.stages.code.tree import Tree
from onrecord.stages.code.trigger import Trigger

_NOTHING: frozenset[str] = frozenset()
_SURE = Mood("accomplished", "asserted")


def own_words(drafts: list[Draft], tree: Tree, slots: SlotFinder, lexicon: Lexicon) -> list[Draft]:
    """Return `drafts` with the demands and refusals that speakers voice by "must" and "will not"."""
    speaking, refused = set(lexicon.signs["speaking"]), set(lexicon.signs["refused"])
    found: dict[int, Draft] = {}
    for number in range(len(tree.words)):
        said = _said_by(number, tree, slots, speaking)
        if said is None:
            continue
        modals = {tree.lower(i): i for i in tree.children(number, "aux")}
        if must := next((modals[word] for word in lexicon.signs["must"] if word in modals), None):
            if not any(d.type == "demand" and d.number in {said[0], *tree.ancestors(said[0])} for d in drafts):
                found[number] = _draft("demand", must, must + 1, said[1], slots.verb(number))
        elif _will_not(number, modals, tree) and base_forms(tree.lower(number)) & refused:
            found[number] = _draft("refusal", number, number + 1, said[1], {})
    taken = {d.number for d in found.values() if d.type == "refusal"}
    both = [d for d in drafts if d.number not in taken] + list(found.values())
    return sorted(both, key=lambda d: d.trigger.start)


def _said_by(number: int, tree: Tree, slots: SlotFinder, speaking: set[str]) -> tuple[int, list[int]] | None:
    """Return the verb of speech right over clause `number` and its speakers."""
    head, top = tree.head(number), number
    if head is not None and tree.dep(number) == "conj":
        top, head = head, tree.head(head)
    if head is None or not tree.dep(top).startswith(("ccomp", "parataxis")):
        return None
    forms = tree.forms(head)
    speakers = slots.verb(head).get("subj", [])
    return (head, speakers) if forms & speaking and speakers else None


def _will_not(number: int, modals: dict[str, int], tree: Tree) -> bool:
    if not modals.keys() & {"will", "would", "wo", "'ll"}:
        return False
    negated = any(tree.lower(i) in {"not", "n't", "never", "n’t"} for i in tree.children(number, "advmod"))
    subjects = tree.children(number, "nsubj")
    return negated or any(tree.lower(j) == "no" for i in subjects for j in tree.subtree(i))


def _draft(kind: str, start: int, end: int, speakers: list[int], around: dict[str, list[int]]) -> Draft:
    entry = Entry(
        type=kind, frame="own_word", object=_NOTHING, subject=_NOTHING, near=_NOTHING, not_object=_NOTHING,
        not_subject=_NOTHING, not_near=_NOTHING, preps=_NOTHING, alone=False, mode=None, has_mode=False, order=0,
    )  # fmt: skip
    asked = around.get("subj") or around.get("obj") or []
    heads = {"acting": list(speakers), "affected": [i for i in asked if i not in speakers]}
    trigger = Trigger(number=start, start=start, end=end, entry=entry, is_noun=False)
    return Draft(trigger=trigger, type=kind, mood=_SURE, heads=heads)
