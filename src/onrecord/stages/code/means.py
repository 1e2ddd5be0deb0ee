"""Puts a death at the act that caused it, and lets a weapon say what kind of attack it was.

"Twelve died when a rocket hit the market" is one event at `hit`, not two (RECORD.md, convention 6).
"""

from collections.abc import Sequence

from onrecord.stages.code.counted_from import is_days_apart
from onrecord.stages.code.draft import Draft
from onrecord.stages.code.lexicon import Lexicon
from onrecord.stages.code.tree import Tree

_VIOLENT = {
    "armed_clash", "air_strike", "shelling", "explosion", "suicide_attack", "chemical_attack", "attack",
    "assassination", "riot", "crackdown", "territory_taken", "destruction", "sexual_violence", "torture", "abduction",
}  # fmt: skip
_ACTS = _VIOLENT | {"arrest", "weapons_seized", "captivity", "siege"}
_REMOTE = {"explosion", "shelling", "air_strike"}
_GOING_OFF = {"explode", "detonate", "blow", "go", "burst"}
_PLAIN = {"attack", "assassination", "explosion", "destruction", "air_strike"}
_MEANS_NOUN = {"in", "by", "during", "from", "with", "through", "after", "following"}


class MeansFinder:
    """Joins drafts of one sentence that tell one act and its harm."""

    def __init__(self, tree: Tree, lexicon: Lexicon) -> None:
        self.tree = tree
        self.signs = lexicon.signs
        self._harm = frozenset(lexicon.signs["harm"])
        self._lasting = frozenset(lexicon.signs["lasting"])
        self._blows = frozenset(lexicon.signs["blows"])
        self._states = frozenset(lexicon.signs["states"])
        self._late_deaths = frozenset(lexicon.signs["late_deaths"])

    def join(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Return `drafts` without those that only tell another one's harm; their parts move over."""
        gone = self._named_apart(drafts)
        for draft in drafts:
            if draft.number in gone:
                continue
            if draft.type in _VIOLENT and (self._is_harm(draft) or self._is_blow(draft)):
                means = self._means(draft, [d for d in drafts if d.number not in gone and d is not draft])
                if means is not None:
                    self._hand_over(draft, means)
                    gone.add(draft.number)
        return [draft for draft in drafts if draft.number not in gone]

    def _named_apart(self, drafts: Sequence[Draft]) -> set[int]:
        """Return the nouns that only name the weapon or the frame of an act told by the verb over them.

        "A car bomb exploded", "used chlorine in an attack", "arrested 40 people in raids".
        """
        by_number = {draft.number: draft for draft in drafts}
        gone: set[int] = set()
        for draft in drafts:
            head = self.tree.head(draft.number)
            above = None if head is None else by_number.get(head)
            if above is None and head is not None and (told := self._laid_for(draft, head, by_number)) is not None:
                told.add("acting", draft.heads.get("acting", []))
                told.add("instrument", draft.heads.get("instrument", []))
                gone.add(draft.number)
            if above is None or not draft.trigger.is_noun or above.trigger.is_noun:
                continue
            dep, case = self.tree.dep(draft.number), self.tree.case(draft.number)
            is_weapon = dep.startswith("nsubj") and bool(self.tree.forms(above.number) & _GOING_OFF)
            is_weapon = is_weapon and above.type in {"explosion", "suicide_attack"}
            is_weapon = is_weapon or (
                dep == "nsubj" and above.type == draft.type == "shelling" and not self._is_harm(above)
            )
            is_frame = draft.type in {"attack", "armed_clash"} and case in {"in", "during"} and above.type in _ACTS
            if is_weapon or (is_frame and not self._is_harm(above)):
                above.type = draft.type if draft.type == "suicide_attack" else above.type
                self._hand_over(draft, above)
                gone.add(draft.number)
        return gone

    def _laid_for(self, draft: Draft, weapon: int, by_number: dict[int, Draft]) -> Draft | None:
        """Return the blow of the weapon of which a participle says whose it was: "mines laid by rebels killed 14"."""
        if self.tree.dep(draft.number) != "acl" or self.tree.dep(weapon) != "nsubj" or draft.type not in _REMOTE:
            return None
        told = by_number.get(self.tree.head(weapon) or -1)
        return told if told is not None and told.type == draft.type else None

    def narrow(self, draft: Draft) -> None:
        """Let the weapon named with a plain attack decide its type and mode."""
        if draft.type not in {"attack", "armed_clash", "destruction", "explosion", "air_strike"}:
            return
        words = self._weapon_words(draft)
        for kind, weapons in self.signs["weapons"].items():
            if words & set(weapons) and self._may_become(draft, kind):
                draft.type, draft.mode = kind, None
                break
        if draft.type == "attack" and words & set(self.signs["firearms"]):
            draft.mode = "firearms"

    def _may_become(self, draft: Draft, kind: str) -> bool:
        if draft.type == "armed_clash":
            return draft.trigger.is_noun and self.tree.forms(draft.number) <= {"raid", "raids"} and kind == "air_strike"
        if draft.type == "air_strike":
            return (self.tree.forms(draft.number) & {"strike", "bombing"} != set() and kind != "explosion") or (
                kind in {"explosion", "suicide_attack"} and bool(self.tree.forms(draft.number) & {"bombing"})
            )
        if draft.type == "explosion":
            return kind == "suicide_attack"
        if draft.type == "destruction":
            return draft.trigger.end - draft.trigger.start == 1 and (kind != "shelling" or not draft.trigger.is_noun)
        return True

    def _weapon_words(self, draft: Draft) -> set[str]:
        tree, number = self.tree, draft.number
        near = tree.children(number, "amod", "compound", "nmod:poss")
        near += draft.heads.get("instrument", [])
        near += [
            i for i in tree.children(number, "obl", "nmod") if tree.case(i) in {"with", "by", "using", "from", "of"}
        ]
        near += [
            k
            for i in tree.children(number, "advcl", "acl")
            if tree.lower(i) == "using"
            for k in tree.children(i, "obj")
        ]
        near += [i for i in tree.children(number, "nsubj", "obl:agent") if tree.dep(i) != "nsubj:pass"]
        if draft.trigger.is_noun and (head := tree.head(number)) is not None and tree.is_verb(head):
            near += [i for i in tree.children(head, "obl") if tree.case(i) == "with"]
        words: set[str] = set()
        for i in near:
            for k in [i, *tree.children(i, "compound", "amod", "conj")]:
                words |= self.tree.forms(k)
                if k > 0:
                    words |= {f"{tree.lower(k - 1)} {form}" for form in self.tree.forms(k)}
            words |= {f for k in tree.children(i, "nmod") if tree.case(k) == "of" for f in self.tree.forms(k)}
        return words

    def _is_harm(self, draft: Draft) -> bool:
        return bool(self.tree.forms(draft.number) & self._harm)

    def _is_blow(self, draft: Draft) -> bool:
        """Return whether a verb only says that an act named by its subject struck: "two strikes hit the depot"."""
        return not draft.trigger.is_noun and bool(self.tree.forms(draft.number) & self._blows)

    def _means(self, draft: Draft, others: Sequence[Draft]) -> Draft | None:
        """Return the draft that tells the act behind the harm of `draft`."""
        by_number = {d.number: d for d in others if d.type in _VIOLENT}
        tree, number = self.tree, draft.number
        if not self._is_harm(draft):
            return self._told_by(number, by_number)
        together = [number, *self._joined_verbs(number)]
        for child in [child for verb in together for child in tree.children(verb)]:
            found = by_number.get(self._behind(child, by_number))
            if found is None or found.number == number:
                continue
            dep = tree.dep(child)
            if is_days_apart(found.number, tree) and not self._succumbs(together):
                continue  # "was shot dead three days after the bombing"
            if dep.startswith(("nsubj", "csubj", "obl", "nmod")) and self._is_means_noun(child, found, dep):
                return found
            if dep.startswith("advcl") and self._marks(child) & set(self.signs["means_after"]):
                return found
        blow = self._told_by(number, by_number) if self._is_blow(draft) else None
        return self._above(draft, by_number) or blow

    def _succumbs(self, verbs: Sequence[int]) -> bool:
        """Return whether they tell of a death that may come late: "died three days after the bombing"."""
        return any(self.tree.forms(verb) & self._late_deaths for verb in verbs)

    def _told_by(self, number: int, by_number: dict[int, Draft]) -> Draft | None:
        """Return the act that is the subject of a blow: "two strikes hit the depot"."""
        first = self._first_told(number)
        subjects = self.tree.children(first, "nsubj") if self.tree.dep(first) != "acl:relcl" else []
        subjects = subjects or [self.tree.head(first) or 0]
        return next((by_number[i] for i in subjects if i in by_number and by_number[i].trigger.is_noun), None)

    def _first_told(self, number: int) -> int:
        """Return the verb with the subject of this one: "strikes engaged two units; destroyed a bunker"."""
        tree, seen = self.tree, {number}
        while not tree.children(number, "nsubj") and tree.dep(number) in {"conj", "parataxis"}:
            head = tree.head(number)
            if head is None or head in seen or not tree.is_verb(head):
                return number
            seen.add(head)
            number = head
        return number

    def _joined_verbs(self, number: int) -> list[int]:
        """Return the verbs coordinated with this one that tell harm too: "killed and dozens wounded in"."""
        top = number
        while self.tree.dep(top) == "conj" and (head := self.tree.head(top)) is not None:
            is_object = not self.tree.is_verb(head) and self.tree.dep(head) == "obj"  # a verb tied to a noun by mistake
            top = self.tree.head(head) or head if is_object else head
        if top != number and self.tree.is_verb(top) and top not in self.tree.coordinated(number):
            return [i for i in self.tree.coordinated(top) if i != number and self.tree.forms(i) & self._harm]
        return [i for i in self.tree.coordinated(top) if i != number and self.tree.forms(i) & self._harm]

    def _behind(self, child: int, by_number: dict[int, Draft]) -> int:
        """Return the event that `child` stands for: itself, or what it is a wave or series of."""
        if child in by_number:
            return child
        for below in self.tree.children(child, "nmod"):
            if self.tree.case(below) in {"of", "in", "by", "during"} and below in by_number:
                return below
        return child

    def _is_means_noun(self, child: int, found: Draft, dep: str) -> bool:
        forms = self.tree.forms(found.number)
        if forms & self._states or (forms & self._lasting and not dep.startswith(("nsubj", "csubj"))):
            return False
        return dep in {"nsubj", "csubj", "obl:agent"} or self.tree.case(child) in _MEANS_NOUN

    def _marks(self, child: int) -> set[str]:
        return {self.tree.lower(i) for i in self.tree.children(child, "mark", "advmod", "case")}

    def _above(self, draft: Draft, by_number: dict[int, Draft]) -> Draft | None:
        """Return the act above: "bombed the camp, killing 12", "an attack that killed 13", "shot and killed"."""
        tree, number = self.tree, draft.number
        dep, head = tree.dep(number), tree.head(number)
        while dep == "conj" and head is not None and not tree.children(number, "nsubj"):
            if head in by_number and self._same_objects(draft, by_number[head]):
                return by_number[head]
            number, dep, head = head, tree.dep(head), tree.head(head)
        if head is not None and head not in by_number and dep == "acl:relcl":
            head = self._named_behind(number, head, by_number)
        if head is not None and head not in by_number and dep.startswith("advcl"):
            # "a blast shook it, killing": the blast is named, not the shaking
            head = next((i for i in tree.children(head, "nsubj") if i in by_number), None)
        if head is None or head not in by_number:
            return None
        above = by_number[head]
        if self.tree.forms(head) & self._states or (self.tree.forms(head) & self._lasting and dep != "acl:relcl"):
            return None
        if dep.startswith("advcl") and tree.lower(number).endswith("ing"):
            return above
        if dep.startswith(("acl", "advcl")) and above.trigger.is_noun and not tree.lower(number).endswith("ed"):
            return above
        if dep == "acl:relcl" and above.trigger.is_noun:
            subjects = tree.children(number, "nsubj")
            return above if any(tree.lower(i) in {"that", "which"} for i in subjects) else None
        return None

    def _named_behind(self, number: int, head: int, by_number: dict[int, Draft]) -> int | None:
        """Return the act told of past the thing hit: "an attack on a hospital that killed 30"."""
        tree = self.tree
        subjects = {tree.lower(i) for i in tree.children(number, "nsubj")}
        if not subjects & {"that", "which"} or (tree.words[head].upos == "PROPN" and tree.dep(head) != "nmod"):
            return None
        for above in tree.ancestors(head):
            if above in by_number and by_number[above].trigger.is_noun:
                return above
            if tree.dep(above) not in {"nmod", "conj", "appos"}:
                return None
        return None

    def _same_objects(self, draft: Draft, other: Draft) -> bool:
        """Return whether two coordinated verbs hit the same: "shot and killed", "killed and wounded" differ."""
        mine = set(draft.heads.get("affected", ()))
        theirs = set(other.heads.get("affected", ()))
        if self._is_harm(other) and not self.tree.forms(other.number) & {"shoot", "stab", "beat"}:
            return True
        return bool(mine & theirs) or not theirs

    def _hand_over(self, draft: Draft, means: Draft) -> None:
        event = means.number
        for part in ("affected", "acting", "instrument", "target"):
            heads = [i for i in draft.heads.get(part, ()) if i != event and i not in self.tree.subtree(event)]
            if part == "affected":
                heads = [i for i in draft.heads.get(part, ()) if i != event]
            if part == "acting" and means.heads.get("acting"):
                continue
            if part == "acting":
                heads = [i for i in heads if not self._names_event(i, event)]
            means.add(part, heads)

    def _names_event(self, head: int, event: int) -> bool:
        return event in self.tree.subtree(head)
