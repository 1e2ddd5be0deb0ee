"""Leaves out words of events that tell none: aims, fears, lasting stances, kinds of things, cells of a table.

"The aim is to reach a truce", "under pressure to act", "remains committed to peace", "each strike", "the planning and
execution of strikes": nothing is told to have happened.
"""

from collections.abc import Mapping, Sequence

from onrecord.model.report import Passage
from onrecord.stages.code.draft import Draft
from onrecord.stages.code.lexicon import Lexicon
from onrecord.stages.code.tree import Tree

_UNREAL = {"planned", "possible", "called_for"}
_WORDS = {"words", "cooperation"}


class Unreal:
    """Says which drafts of one sentence tell no happening."""

    def __init__(self, tree: Tree, lexicon: Lexicon, passages: Sequence[Passage]) -> None:
        self.tree = tree
        self._signs = {name: frozenset(words) for name, words in lexicon.signs["unreal"].items()}
        self._kin = {name: row["kin"] for name, row in lexicon.types.items()}
        self._care, self._care_places = (frozenset(lexicon.signs[name]) for name in ("care", "care_places"))
        self._carried_out = self._signs["plans"] | lexicon.nouns.keys()
        self._news = frozenset(lexicon.signs["inside"]["told"])
        self._passages = passages

    def keep(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Return the drafts that tell something; a purpose hands what it is about to the act it is the purpose of."""
        by_number = {draft.number: draft for draft in drafts}
        kept = [draft for draft in drafts if not self._is_none(draft, by_number)]
        for draft in kept:
            for part, heads in draft.heads.items():
                draft.heads[part] = [i for i in heads if not self._is_nobody(i)]
            if draft.mood.modality == "asserted":  # "no group has claimed the attack"
                draft.heads["acting"] = [i for i in draft.heads.get("acting", ()) if not self.tree.has(i, "no")]
        return kept

    def _is_none(self, draft: Draft, by_number: Mapping[int, Draft]) -> bool:
        return (
            self._is_aim(draft)
            or self._is_purpose(draft, by_number)
            or self._is_feared(draft)
            or self._is_stance(draft)
            or self._is_kind(draft)
            or self._is_under(draft)
            or self._is_weapon(draft)
            or self._is_carrying_out(draft)
            or self._is_cell(draft)
            or self._goes_on(draft)
            or self._is_care(draft)
            or self._hits_nobody(draft)
            or self._is_naming(draft)
            or self._is_pretended(draft)
            or self._is_of_anyone(draft)
        )

    def _is_naming(self, draft: Draft) -> bool:
        """Return whether a noun is only what somebody calls something: "called the deal an act of war"."""
        inside = range(draft.trigger.start, draft.trigger.end)
        above = [self.tree.head(i) for i in inside if self.tree.dep(i) == "xcomp" and draft.trigger.is_noun]
        return any(head is not None and self.tree.forms(head) & self._signs["naming"] for head in above)

    def _is_of_anyone(self, draft: Draft) -> bool:
        """Return whether it is told of whoever may do it: "would arrest anyone who blocked roads"."""
        head = self.tree.head(draft.number)
        is_relative = self.tree.dep(draft.number) == "acl:relcl" and head is not None
        return is_relative and self.tree.lower(head or 0) in self._signs["anyone"]

    def _is_pretended(self, draft: Draft) -> bool:
        """Return whether it is only what somebody is passed off as: "presented as guerrillas killed in combat"."""
        for above in (draft.number, *self.tree.ancestors(draft.number)):
            head = self.tree.head(above)
            if head is None or not self.tree.is_verb(head):
                continue
            if self.tree.forms(head) & self._signs["presenting"]:
                marks = (*self.tree.children(above, "case", "mark"), *self._marks_below(above, draft.number))
                return any(self.tree.lower(i) == "as" for i in marks)
        return False

    def _marks_below(self, top: int, number: int) -> list[int]:
        """Return the prepositions and conjunctions on the way from a word down to `number`."""
        between = [i for i in (number, *self.tree.ancestors(number)) if i in self.tree.subtree(top)]
        return [mark for i in between for mark in self.tree.children(i, "case", "mark")]

    def _is_care(self, draft: Draft) -> bool:
        """Return whether the hurt are let go or get well: "treated and released", "expected to recover"."""
        verb = draft.number
        if draft.type == "territory_taken" and "recover" in self.tree.forms(verb):
            return not self.tree.children(verb, "obj", "nsubj:pass")
        if draft.type != "release":
            return False
        beside = [i for i in self.tree.coordinated(self.tree.coordination_top(verb)) if i != verb]
        places = [i for i in self.tree.children(verb, "obl") if self.tree.case(i) == "from"]
        is_treated = any(self.tree.forms(i) & self._care for i in beside)
        return is_treated or any(self.tree.forms(i) & self._care_places for i in places)

    def _is_aim(self, draft: Draft) -> bool:
        """Return whether it is only what somebody aims at: "the goal is to free them", "our goals: the release of"."""
        if draft.mood.modality not in _UNREAL and not draft.trigger.is_noun:
            return False
        for above in (draft.number, *self.tree.ancestors(draft.number)):
            subjects = self.tree.children(above, "nsubj") if self.tree.children(above, "cop") else []
            if any(self.tree.forms(i) & self._signs["aims"] for i in subjects):
                return True
            if above != draft.number and self.tree.forms(above) & self._signs["aims"] and not self.tree.is_verb(above):
                return True
            if self.tree.dep(above) in {"conj", "acl:relcl"} and self._is_told(above):
                return False
        return self._is_listed(draft.number)

    def _is_listed(self, number: int) -> bool:
        """Return whether it stands in a list set out behind a colon: "our goals: the return of, the end of"."""
        start = self.tree.sentence(number).start
        colon = next((i for i in range(number - 1, start, -1) if self.tree.lower(i) == ":"), None)
        return colon is not None and any(self.tree.forms(i) & self._signs["aims"] for i in range(start, colon))

    def _is_told(self, number: int) -> bool:
        return self.tree.is_verb(number) and bool(self.tree.children(number, "nsubj"))

    def _is_purpose(self, draft: Draft, by_number: Mapping[int, Draft]) -> bool:
        """Return whether it is what another act of the sentence is for: "launched a strike to target fighters"."""
        tree, number = self.tree, draft.number
        is_force = self._kin[draft.type] == "violence" or draft.type == "crackdown"
        if draft.trigger.is_noun or draft.mood.modality != "planned" or not is_force:
            return False
        if not tree.dep(number).startswith(("acl", "advcl")) or not tree.has(number, "to"):
            return False
        head = tree.head(number)
        verbs = [] if head is None else [head, *tree.children(head, "obj", "nsubj")]
        acts = [by_number[i] for i in verbs if i in by_number]
        acts = [act for act in acts if self._kin[act.type] == "violence" or act.type == draft.type]
        if not acts:
            return False
        for part in ("affected", "target"):
            if not acts[0].heads.get("affected") and not acts[0].heads.get("target"):
                acts[0].add(part, draft.heads.get(part, []))
        return True

    def _is_feared(self, draft: Draft) -> bool:
        """Return whether it is only feared and no violence: "fearing that they will not be allowed to return"."""
        if draft.mood.modality not in _UNREAL | {"negated"} or self._kin[draft.type] == "violence":
            return False
        return any(self.tree.forms(above) & self._signs["fears"] for above in self.tree.ancestors(draft.number))

    def _is_stance(self, draft: Draft) -> bool:
        """Return whether it says how somebody is minded: "remains committed to", "far from a deal"."""
        tree, number = self.tree, draft.number
        if draft.type == "offer" and not draft.trigger.is_noun and self.tree.forms(number) & self._signs["minded"]:
            head = tree.head(number)
            return bool(tree.children(number, "cop")) or (
                head is not None and bool(self.tree.forms(head) & self._signs["remaining"])
            )
        if draft.trigger.is_noun and self.tree.forms(number) & self._signs["minded"]:
            return any(tree.words[i].upos == "PRON" for i in tree.children(number, "nmod:poss"))
        above = list(tree.ancestors(number))
        is_far = any(tree.lower(i) == "far" for head in above for i in (head, *tree.children(head, "advmod")))
        return is_far and self._kin[draft.type] in _WORDS

    def _is_kind(self, draft: Draft) -> bool:
        """Return whether a noun names a kind, not one of it: "each strike", "terrorist operations"."""
        tree, number = self.tree, draft.number
        if not draft.trigger.is_noun:
            return False
        if any(tree.lower(i) in self._signs["each"] for i in tree.children(number, "det")):
            return True
        is_bare = not tree.children(number, "det", "nummod", "nmod", "acl", "nmod:poss")
        empty = not draft.heads.get("affected") and not draft.heads.get("target")
        verb = tree.head(number)
        is_fought = bool(tree.forms(number) & self._signs["fought"]) and tree.dep(number) == "nsubj"
        if is_fought and verb is not None and tree.forms(verb) & self._news:
            return False  # "fighting continued near the runway"
        return is_bare and empty and tree.lower(number) in self._signs["kinds"] and not tree.is_headline(number)

    def _is_under(self, draft: Draft) -> bool:
        """Return whether somebody only stands under words of nobody: "under pressure to act"."""
        tree = self.tree
        if draft.mood.modality in _UNREAL or draft.trigger.is_noun:
            near = [i for a in tree.ancestors(draft.number) for i in (a, *tree.children(a, "obl"))]
            if any(tree.lower(i) == "pressure" and tree.case(i) == "under" and i < draft.number for i in near):
                return self._kin[draft.type] != "violence" or draft.mood.modality in _UNREAL
        if draft.trigger.is_noun and tree.case(draft.number) == "without" and self._kin[draft.type] == "words":
            return True  # "released without charge"
        if not draft.trigger.is_noun or tree.case(draft.number) != "under" or self._kin[draft.type] != "words":
            return False
        return not any(tree.case(i) in {"from", "by"} for i in tree.children(draft.number, "nmod", "obl"))

    def _is_weapon(self, draft: Draft) -> bool:
        """Return whether the noun names a bomb that is found or hit, not one that goes off: "destroyed an IED"."""
        word = self.tree.lower(draft.number)
        if not draft.trigger.is_noun or not {word, word.removesuffix("s")} & self._signs["bombs"]:
            return False
        top = self.tree.coordination_top(draft.number)
        head = self.tree.head(top)
        if head is None or not self.tree.is_verb(head) or self.tree.forms(head) & self._signs["going_off"]:
            return False
        return self.tree.dep(top) in {"obj", "nsubj:pass"}

    def _is_carrying_out(self, draft: Draft) -> bool:
        """Return whether `execution` is that of a plan: "the planning and execution of air strikes"."""
        if "execution" not in self.tree.forms(draft.number):
            return False
        both = {draft.number, self.tree.coordination_top(draft.number)}
        of = [i for noun in both for i in self.tree.children(noun, "nmod") if self.tree.case(i) == "of"]
        return any(self.tree.forms(i) & self._carried_out for i in of)

    def _goes_on(self, draft: Draft) -> bool:
        """Return whether it is only said not to end: "we will not stop fighting"."""
        head = self.tree.head(draft.number)
        if draft.mood.modality != "planned" or draft.trigger.is_noun or head is None:
            return False
        ends = (
            self.tree.dep(draft.number).startswith(("xcomp", "advcl")) and self.tree.forms(head) & self._signs["ending"]
        )
        return bool(ends) and self.tree.has(head, "not", "n't", "n’t", "never")

    def _hits_nobody(self, draft: Draft) -> bool:
        """Return whether it is only said that nobody met with it: "no one has been charged"."""
        hit = draft.heads.get("affected", [])
        if draft.mood.modality != "negated" or not hit or draft.heads.get("acting"):
            return False
        if self._kin[draft.type] == "violence":
            return False  # "no one was killed" tells how an attack ended
        return all(self._is_nobody(i) for i in hit)

    def _is_nobody(self, number: int) -> bool:
        lower = self.tree.lower(number)
        return lower in {"nobody", "no-one"} or (lower == "one" and self.tree.has(number, "no"))

    def _is_cell(self, draft: Draft) -> bool:
        """Return whether it is a cell of a table that tells of nobody, or of no number: the heading `Killed`."""
        sentence = self.tree.sentence(draft.number)
        if self._passages[sentence.passage].kind != "table_row":
            return False
        counts = any(self.tree.words[i].upos == "NUM" for i in range(sentence.start, sentence.end))
        return not counts or not any(draft.heads.get(part) for part in ("acting", "affected", "target"))
