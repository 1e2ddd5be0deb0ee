"""Leaves out what is told inside another event and never as one of its own.

"Rebels demanded the release of their men jailed since May" tells one event, the demand: the release is
what they demand, the jailing says which men. "Residents fled the fighting" tells no fighting of its own.
"""

from collections.abc import Sequence

from onrecord.stages.code.draft import Draft
from onrecord.stages.code.lexicon import Lexicon
from onrecord.stages.code.tree import Tree

_WORDS = {
    "demand",
    "refusal",
    "offer",
    "threat",
    "support",
    "accusation",
    "talks",
    "vote",
    "agreement",
    "sanction",
    "aid",
    "alarm",
}
_ASKING = {"demand", "offer", "threat", "agreement"}
_UNREAL = {"planned", "possible", "called_for"}
_CLAUSES = {"acl", "acl:relcl"}


class Insider:
    """Says which drafts of one sentence only stand inside another."""

    def __init__(self, tree: Tree, lexicon: Lexicon, *, dated: frozenset[int]) -> None:
        self.tree = tree
        self._dated = dated
        self.signs = lexicon.signs["inside"]
        self._settings = frozenset(lexicon.signs["states"]) | frozenset(self.signs["settings"])
        self._types = lexicon.types
        self._documents = lexicon.classes["words"] | lexicon.classes["motions"]

    def keep(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Return the drafts that tell an event of their own."""
        by_number = {draft.number: draft for draft in drafts}
        contents = {draft.number for draft in drafts if self._is_content(draft, by_number)}
        return [
            draft
            for draft in drafts
            if draft.number not in contents
            and not self._is_below(draft, contents)
            and not self._is_inside(draft, by_number)
        ]

    def _is_below(self, draft: Draft, contents: set[int]) -> bool:
        """Return whether it only belongs to what is demanded or planned: "a corridor that would let aid through"."""
        if self._kin(draft) == "violence" and draft.mood.modality not in _UNREAL:
            return False
        return any(above in contents for above in self.tree.ancestors(draft.number))

    def _is_inside(self, draft: Draft, by_number: dict[int, Draft]) -> bool:
        return (
            self._is_quality(draft)
            or self._is_past_round(draft)
            or self._says_which(draft, by_number)
            or self._is_setting(draft, by_number)
            or self._is_result(draft, by_number)
            or self._is_nobody(draft)
            or self._is_document(draft, by_number)
            or self._is_echo(draft, by_number)
            or self._is_until(draft)
            or self._is_charge(draft, by_number)
        )

    def _is_content(self, draft: Draft, by_number: dict[int, Draft]) -> bool:
        """Return whether it is only what is demanded, offered, threatened, talked or voted about."""
        if draft.mood.modality == "negated" and self._kin(draft) != "violence":
            return any(by_number[i].type == "refusal" for i in self.tree.ancestors(draft.number) if i in by_number)
        if draft.mood.modality not in _UNREAL and not draft.trigger.is_noun:
            return False
        for above in self.tree.ancestors(draft.number):
            other = by_number.get(above)
            if other is not None and other.type in _WORDS and above < draft.number:
                if other.type == "accusation" and draft.mood.modality == "possible" and self._kin(draft) == "violence":
                    return False  # "soldiers are alleged to have killed nine men"
                if draft.mood.modality in _UNREAL:
                    return True
                is_topic = draft.number in other.heads.get("topic", ())
                is_act = self._kin(draft) == "violence"
                names_someone = bool(draft.heads.get("affected") or draft.heads.get("target"))
                return is_topic and (not is_act or (other.type in _ASKING and not names_someone))
            if self.tree.is_verb(above) and self._is_told(above):
                return False
        return False

    def _is_told(self, verb: int) -> bool:
        """Return whether a clause is told on its own: a main clause, or one that says when or that something was."""
        dep = self.tree.dep(verb)
        return dep in {"root", "parataxis"} or (dep == "advcl" and not self.tree.has(verb, "to"))

    def _is_quality(self, draft: Draft) -> bool:
        """Return whether a participle only describes: "the besieged town", "his injured mother"."""
        return not draft.trigger.is_noun and self.tree.dep(draft.number) == "amod" and draft.type != "destruction"

    def _says_which(self, draft: Draft, by_number: dict[int, Draft]) -> bool:
        """Return whether a bare participle says which ones another event is about: "free those jailed by them"."""
        tree, number = self.tree, draft.number
        head = tree.head(number)
        if draft.trigger.is_noun or tree.dep(number) not in _CLAUSES or head is None or tree.is_verb(head):
            return False
        if (tree.dep(number) == "acl:relcl" and not draft.background) or self._is_told_of(draft):
            return False
        if any(tree.lower(i) in {"of", "for"} for i in tree.children(number, "mark", "case")):
            return False  # "accused the army of shelling the market"
        if tree.dep(number) == "acl" and any(
            by_number[i].mood.modality in _UNREAL for i in tree.ancestors(number) if i in by_number
        ):
            return True
        is_taken = draft.type == "abduction"  # "the bodies of men who had been kidnapped": taken, then killed
        beside = [d for d in by_number.values() if d is not draft and not (is_taken and self._kin(d) == "violence")]
        return head in {i for other in beside for part in other.heads.values() for i in part}

    def _is_told_of(self, draft: Draft) -> bool:
        """Return whether a participle tells of an act and its day: "workers abducted on 4 June were freed"."""
        if draft.mood.modality in _UNREAL or self._kin(draft) not in {"violence", "coercion"}:
            return False
        below = self.tree.children(draft.number, "obl")
        return any(i in self._dated and self.tree.case(i) != "since" for i in below)

    def _is_setting(self, draft: Draft, by_number: dict[int, Draft]) -> bool:
        """Return whether a lasting state is only named as the setting ("amid the fighting", "its offensive")."""
        tree, number = self.tree, draft.number
        if self._is_owned(draft):
            return True
        is_gerund = tree.words[number].tag == "VBG" and bool(tree.children(number, "mark", "case"))
        if not (draft.trigger.is_noun or is_gerund) or not self.tree.forms(number) & self._settings:
            return False
        if any(i in by_number for i in tree.children(number, "acl:relcl")):
            return True  # "a war that has killed thousands": the killing is the event
        if draft.heads.get("affected") or draft.heads.get("target"):
            return False
        if tree.has(number, "a", "an"):
            return False
        own = tree.subtree(number)
        acting = [i for i in draft.heads.get("acting", ()) if i in own]
        case = tree.case(number) or next((tree.lower(i) for i in tree.children(number, "mark")), None)
        if case in self.signs["setting_cases"]:
            return not acting or tree.has(number, "the", "this", "that", "its", "their")
        return tree.dep(number).startswith("nsubj") and not acting and not self._is_news(number)

    def _is_owned(self, draft: Draft) -> bool:
        """Return whether an act is only recalled as someone's: "those taken by the militia in its attack"."""
        tree, number = self.tree, draft.number
        owned = any(tree.words[i].upos == "PRON" for i in tree.children(number, "nmod:poss"))
        if not draft.trigger.is_noun or not owned or tree.case(number) not in {"in", "during", "since", "after"}:
            return False
        return not draft.heads.get("affected") and not draft.heads.get("target")

    def _is_news(self, number: int) -> bool:
        head = self.tree.head(number)
        return head is not None and bool(self.tree.forms(head) & set(self.signs["told"]))

    def _is_past_round(self, draft: Draft) -> bool:
        """Return whether a noun only recalls others of its kind: "two previous votes", "earlier talks"."""
        if not draft.trigger.is_noun or draft.heads.get("acting") or draft.heads.get("affected"):
            return False
        return any(self.tree.lower(i) in self.signs["recalling"] for i in self.tree.children(draft.number, "amod"))

    def _is_result(self, draft: Draft, by_number: dict[int, Draft]) -> bool:
        """Return whether it only names what an act left behind: "the destruction after the strike"."""
        if draft.type != "destruction" or not draft.trigger.is_noun:
            return False
        below = [i for i in self.tree.children(draft.number, "nmod", "obl") if self.tree.case(i) in self.signs["after"]]
        head = self.tree.head(draft.number)
        if head is not None:
            below += [i for i in self.tree.children(head, "obl") if self.tree.case(i) in self.signs["after"]]
        return any(i in by_number and i != draft.number for i in below)

    def _is_nobody(self, draft: Draft) -> bool:
        """Return whether a noun of words or talks names nobody: "under growing pressure", "a burst of diplomacy"."""
        if not draft.trigger.is_noun:
            return False
        if draft.type in {"support", "protest"} and self.tree.case(draft.number) == "in":
            return not self.tree.children(draft.number, "det")  # "in support of", "resigned in protest"
        if draft.heads.get("acting") or draft.heads.get("affected"):
            return False
        verb = self.tree.head(draft.number)
        is_told = verb is not None and not self.tree.dep(verb).startswith(("advcl", "acl"))
        if is_told and self.tree.dep(draft.number) == "nsubj" and self._is_news(draft.number):
            return False  # "fighting continued near the runway"
        return bool(self.tree.forms(draft.number) & set(self.signs["nobody"]))

    def _is_document(self, draft: Draft, by_number: dict[int, Draft]) -> bool:
        """Return whether a paper asks what another event is about: "a vote on a resolution calling for a truce"."""
        if draft.type not in _WORDS or self.tree.dep(draft.number) not in _CLAUSES:
            return False
        head = self.tree.head(draft.number)
        return head is not None and len(by_number) > 1 and self.tree.lower(head) in self._documents

    def _is_echo(self, draft: Draft, by_number: dict[int, Draft]) -> bool:
        """Return whether a finer telling of the same stands in the clause: "set off sirens", "went to take part in"."""
        tree, number = self.tree, draft.number
        for other in by_number.values():
            if other is draft or other.type != draft.type or draft.type not in self.signs["once"]:
                continue
            below = other.number in tree.children(number) or other.number in tree.subtree(number)
            if draft.type in {"alarm", "need"} and below and other.trigger.is_noun and not draft.trigger.is_noun:
                return True
            above = number in tree.subtree(other.number) or (
                other.trigger.is_noun and tree.head(number) == tree.head(other.number)
            )
            if draft.type == "talks" and above and self._goes_with(draft):
                return True
        return False

    def _goes_with(self, draft: Draft) -> bool:
        """Return whether it is what a trip or talks are for: "travelled to discuss", "go to take part in the talks"."""
        if draft.trigger.is_noun:
            return self.tree.has(draft.number, "the")
        return draft.mood.modality in _UNREAL and self.tree.has(draft.number, "to")

    def _is_charge(self, draft: Draft, by_number: dict[int, Draft]) -> bool:
        """Return whether it only says of what someone is tried: "convicted of genocide"."""
        if not draft.trigger.is_noun or self.tree.case(draft.number) not in {"of", "with", "for", "over", "on"}:
            return False
        if draft.heads.get("affected"):
            return False  # "sentenced for the murder of 16 villagers"
        above = next((i for i in self.tree.ancestors(draft.number) if self.tree.is_verb(i)), None)
        return above is not None and above in by_number and by_number[above].type == "arrest"

    def _is_until(self, draft: Draft) -> bool:
        """Return whether it stands in a clause of how long something lasts: "until we achieve the release of"."""
        top = self.tree.sentence(draft.number)
        for above in self.tree.ancestors(draft.number):
            if above < top.start:
                return False
            if any(
                self.tree.lower(i) in {"until", "till"} for i in self.tree.children(above, "mark", "case", "advmod")
            ):
                return True
        return False

    def _kin(self, draft: Draft) -> str:
        return str(self._types[draft.type]["kin"])
