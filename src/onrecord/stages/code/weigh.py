"""Leaves out triggers that tell no event of their own: states named in passing, one act named twice."""

from collections.abc import Sequence

from onrecord.stages.code.draft import Draft
from onrecord.stages.code.lexicon import Lexicon
from onrecord.stages.code.tree import Tree

_MERGED = {"agreement", "talks", "aid", "cooperation"}


class Weigher:
    """Weighs the drafts of one sentence."""

    def __init__(self, tree: Tree, lexicon: Lexicon) -> None:
        self.tree = tree
        self._states = frozenset(lexicon.signs["states"])
        self._told = frozenset(lexicon.signs["states_told"])
        self._violence = {name for name, row in lexicon.types.items() if row["kin"] == "violence"}

    def keep(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Return the drafts that tell an event of their own; what is dropped hands over its parts."""
        by_number = {draft.number: draft for draft in drafts}
        kept = [draft for draft in drafts if not self._is_state(draft) and not self._is_until(draft)]
        return [draft for draft in kept if not self._is_doubled(draft, by_number)]

    def _is_state(self, draft: Draft) -> bool:
        """Return whether a lasting state is only named ("since the war began", "civilian deaths")."""
        number, tree = draft.number, self.tree
        if not draft.trigger.is_noun or not self.tree.forms(number) & self._states:
            return False
        if draft.background or tree.has(number, "a", "an"):
            return False
        dep, head = tree.dep(number), tree.head(number)
        if dep.startswith("nsubj") and head is not None and not tree.dep(head).startswith(("advcl", "acl")):
            return not self.tree.forms(head) & self._told
        return not (dep == "obj" and bool(draft.heads.get("acting")) and not tree.has(number, "the"))

    def _is_until(self, draft: Draft) -> bool:
        """Return whether it is only a goal ("until Hamas is destroyed")."""
        top = draft.number
        while self.tree.dep(top) == "conj" and (head := self.tree.head(top)) is not None:
            top = head
        return any(
            self.tree.lower(i) in {"until", "till"}
            for verb in {top, draft.number}
            for i in self.tree.children(verb, "mark")
        )

    def _is_doubled(self, draft: Draft, by_number: dict[int, Draft]) -> bool:
        """Return whether another trigger names the same act: "broker a ceasefire", "travelled to discuss"."""
        number, tree = draft.number, self.tree
        for obj in draft.heads.get("topic", ()):
            below = by_number.get(obj)
            if below is not None and below is not draft and draft.trigger.entry.frame == "mediate":
                return self._hand_over(draft, below)
            if draft.trigger.entry.frame in {"visit", "host"}:
                break
            if below is not None and draft.type == below.type and draft.type in _MERGED and not draft.trigger.is_noun:
                return draft.trigger.entry.frame != "discuss" and self._hand_over(draft, below)
        if draft.type == "agreement" and not draft.trigger.is_noun:
            deals = [by_number[i] for i in tree.children(number, "obj", "nsubj:pass") if i in by_number]
            if any(other.type == "agreement" for other in deals):
                return self._hand_over(draft, deals[0])  # "signed a peace deal" stands at the deal
        head = tree.head(number)
        if head is None:
            return False
        if self._is_own_object(draft, by_number.get(head)):
            return True
        if (
            draft.trigger.is_noun
            and tree.dep(number) in {"obj", "nsubj:pass"}
            and self._is_ended(draft, by_number.get(head))
        ):
            return True
        if draft.trigger.is_noun and tree.dep(number) in {"nmod", "compound", "obj"} and self._shares(draft, by_number):
            return True
        above = by_number.get(head)
        if above is None or above.type != draft.type or draft.type not in _MERGED:
            return False
        if tree.dep(number).startswith(("advcl", "acl", "xcomp")) and draft.trigger.entry.frame == "discuss":
            return self._hand_over(draft, above)
        return False

    def _is_own_object(self, draft: Draft, above: Draft | None) -> bool:
        """Return whether a verb that means its type only of such objects names it: "fought off a counterattack"."""
        if above is None or not draft.trigger.is_noun or above.trigger.is_noun:
            return False
        if draft.type in {"agreement", "alarm", "need"}:
            return False
        if self.tree.dep(draft.number) not in {"obj", "nsubj:pass"}:
            return False
        return above.type in {draft.type, "weapons_seized"} or bool(
            above.trigger.entry.object & self.tree.forms(draft.number) and above.type in {"armed_clash", "destruction"}
        )

    def _is_ended(self, draft: Draft, above: Draft | None) -> bool:
        """Return whether a verb tells what became of the thing: "lifted the curfew", "suspended aid"."""
        return (
            above is not None
            and above.type in {"concession", "sanction", "restriction"}
            and above.number != draft.number
        )

    def _shares(self, draft: Draft, by_number: dict[int, Draft]) -> bool:
        """Return whether an upper noun or verb of the same type names it already ("delivery of aid")."""
        for above in self.tree.ancestors(draft.number):
            other = by_number.get(above)
            if other is not None:
                return other.type == draft.type == "aid"
            if self.tree.is_verb(above) and above != self.tree.head(draft.number):
                return False
        return False

    def _hand_over(self, draft: Draft, other: Draft) -> bool:
        for part, heads in draft.heads.items():
            if part in {"acting", "mediator", "topic"}:
                other.add(part, [i for i in heads if i != other.number])
        is_purpose = self.tree.dep(draft.number).startswith(("advcl", "acl"))  # "went to Oslo to discuss"
        if draft.mood.modality != "asserted" and not is_purpose:
            other.mood = draft.mood
        return True
