"""What nature, illness and accidents do is no act of anybody's: it is told as a condition that people suffer.

"An earthquake killed 40 people", "nine died in a bus crash": `need`, done by nobody, with the dead counted apart from
those of any attack told beside it.
"""

from collections.abc import Mapping, Sequence

from onrecord.stages.code.draft import Draft
from onrecord.stages.code.lexicon import Lexicon
from onrecord.stages.code.tree import Tree

_FROM = frozenset({"in", "by", "from", "of", "to", "with"})
_WHEN = frozenset({"when", "after", "as", "while"})
_MADE_OF = frozenset({"of"})


class Hazards:
    """Says which drafts of one sentence tell the work of a hazard."""

    def __init__(self, tree: Tree, lexicon: Lexicon) -> None:
        self.tree = tree
        self._hazards, self._mishaps = (lexicon.classes[name] for name in ("hazards", "mishaps"))
        self._arms = lexicon.classes["explosives"] | frozenset(lexicon.signs["instruments"])
        self._figures = lexicon.classes["violent_figures"]
        self._kin = {name: str(row["kin"]) for name, row in lexicon.types.items()}

    def retyped(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Return the drafts, those of a hazard as conditions; the hazard's own word tells nothing more beside them."""
        by_number = {draft.number: draft for draft in drafts if draft.type != "need"}
        told: set[int] = set()
        for draft in drafts:
            hazards = self._behind(draft, by_number)
            if draft.type == "displacement":
                draft.heads["acting"] = [i for i in draft.heads.get("acting", ()) if i not in hazards]
            elif self._kin[draft.type] == "violence" and (hazards or self._is_mishap_told(draft, by_number)):
                draft.type, draft.mode, draft.heads["acting"] = "need", None, []
                told.update(hazards)
        told |= {draft.number for draft in drafts if self._is_joined(draft, by_number)}
        return [draft for draft in drafts if draft.number not in told]

    def _is_joined(self, draft: Draft, by_number: Mapping[int, Draft]) -> bool:
        """Return whether the verb over it tells the same: "hit the camp, wounding six"; its parts move there."""
        head = self.tree.head(draft.number)
        above = None if head is None else by_number.get(head)
        if above is None or {draft.type, above.type} != {"need"} or draft.number not in by_number:
            return False
        above.add("affected", draft.heads.get("affected", []))
        return self.tree.dep(draft.number).startswith(("advcl", "conj", "parataxis"))

    def _behind(self, draft: Draft, by_number: Mapping[int, Draft]) -> list[int]:
        """Return the hazards that do it: "floods killed", "died of cholera", "killed by lightning"."""
        tree, number = self.tree, draft.number
        behind = [*draft.heads.get("acting", ()), *tree.children(number, "nsubj", "obl:agent")]
        behind += [i for i in tree.children(number, "obl", "nmod") if tree.case(i) in _FROM]
        return [i for i in behind if self._is_hazard(i, by_number)]

    def _is_mishap_told(self, draft: Draft, by_number: Mapping[int, Draft]) -> bool:
        clauses = () if draft.trigger.is_noun else self.tree.children(draft.number, "advcl")
        return any(self._is_mishap(i, by_number) for i in clauses)

    def _is_hazard(self, noun: int, by_number: Mapping[int, Draft]) -> bool:
        """Return whether a noun names a hazard, and no figure of speech: not "a storm of bullets", "the mine blast"."""
        if not self._named(noun) & self._hazards or noun in by_number:
            return False
        below = self.tree.children(noun, "compound", "amod", "nmod")
        made_of = [i for i in below if self.tree.case(i) in _MADE_OF]
        if any(self._named(i) & (self._arms | self._figures) for i in below):
            return False
        return not any(i in by_number for i in (*made_of, *self.tree.children(noun, "acl", "acl:relcl")))

    def _is_mishap(self, verb: int, by_number: Mapping[int, Draft]) -> bool:
        """Return whether a clause tells of an accident alone: "when their boat capsized"."""
        marks = {self.tree.lower(i) for i in self.tree.children(verb, "mark", "advmod")}
        if not marks & _WHEN or not self.tree.forms(verb) & self._mishaps:
            return False
        return not any(i in by_number for i in self.tree.subtree(verb))

    def _named(self, noun: int) -> frozenset[str]:
        names = self.tree.forms(noun)
        if noun > 0:
            names |= {f"{self.tree.lower(noun - 1)} {form}" for form in self.tree.forms(noun)}
        return names
