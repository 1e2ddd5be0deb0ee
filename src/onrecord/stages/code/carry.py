"""Fills who acted from the sentence before, where a sentence leaves it out."""

from collections.abc import Sequence

from onrecord.stages.code.draft import Draft
from onrecord.stages.code.lexicon import Lexicon
from onrecord.stages.code.parts import PartFinder
from onrecord.stages.code.tree import Tree


def carry_acting(drafts: Sequence[Draft], tree: Tree, parts: PartFinder, *, lexicon: Lexicon) -> None:
    """Give a definite event ("the attack") the acting side of the like event told just before it."""
    bodies = frozenset(lexicon.signs["bodies"])
    for number, draft in enumerate(drafts):
        if draft.heads.get("acting") or not draft.trigger.is_noun or tree.forms(draft.number) & bodies:
            continue  # nor did who is told of before kill whoever is found dead
        if (
            draft.background
            or any(
                not draft.trigger.start <= i < draft.trigger.end
                for i in tree.children(draft.number, "amod", "compound")
            )
            or not any(
                tree.lower(i) in {"the", "this", "that", "these", "those"} for i in tree.children(draft.number, "det")
            )
        ):
            continue
        before = [
            d for d in drafts[max(0, number - 4) : number] if _are_near(d, draft, tree) and _like(d, draft, lexicon)
        ]
        same = [d for d in before if tree.forms(d.number) & tree.forms(draft.number)]
        before = same or before  # "the attack" after "attacked" and shelling
        if before and draft.heads.get("affected") and not _is_one_paragraph(before[-1], draft, tree):
            continue  # "The report also documented the abduction of 540 people."
        if before and before[-1].heads.get("acting") and before[-1].mood.modality == draft.mood.modality:
            draft.heads["acting"] = list(before[-1].heads["acting"])


def share_sides(drafts: Sequence[Draft], tree: Tree) -> None:
    """Give an agreement that names no side those who, in the same sentence, carry it out.

    "Qatar brokered a truce, with the rebels freeing 12 captives in exchange for the army's release of 30": the
    rebels and the army.
    """
    for draft in drafts:
        if draft.type != "agreement" or draft.heads.get("acting"):
            continue
        sentence = tree.sentence(draft.number)
        sides = [d for d in drafts if d.type == "release" and tree.sentence(d.number) == sentence]
        draft.add("acting", [i for d in sides for i in d.heads.get("acting", ())])


def _is_one_paragraph(left: Draft, right: Draft, tree: Tree) -> bool:
    return tree.sentence(left.number).passage == tree.sentence(right.number).passage


def _are_near(left: Draft, right: Draft, tree: Tree) -> bool:
    return tree.sentence(left.number).passage >= tree.sentence(right.number).passage - 1


def _like(left: Draft, right: Draft, lexicon: Lexicon) -> bool:
    wider = lexicon.narrower
    return left.type == right.type or right.type in wider.get(left.type, ()) or left.type in wider.get(right.type, ())
