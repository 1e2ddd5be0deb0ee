"""Who is held responsible for an act that a charge, a claim or a denial is about.

"The Front accused the army of shelling the market" -> the shelling is the army's, on the Front's word.
"The militia denied responsibility for the massacre" -> the massacre stands; the militia denies it was theirs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.model.event import ResponsibilityBasis
from onrecord.stages.code.draft import Draft
from onrecord.stages.code.lexicon import Lexicon
from onrecord.stages.code.mood import Mood
from onrecord.stages.code.positions import ON_BEHALF
from onrecord.stages.code.slots import SlotFinder
from onrecord.stages.code.tree import Tree

_OPEN = ("acl:relcl", "appos", "parataxis")  # what hangs on so loosely is told apart from the charge
_CLAUSE = ("advcl", "acl", "ccomp", "xcomp")


@dataclass(frozen=True, slots=True)
class _Charge:
    """Who is charged, and on what ground.

    `is_act` where what is denied or claimed is the act itself; `stands` where only who did it is in doubt ("five men
    suspected of killing the mayor").
    """

    parties: list[int]
    basis: ResponsibilityBasis
    is_act: bool = False
    stands: bool = False


class Charger:
    """Gives acts to those who are charged with them, own up to them or deny them."""

    def __init__(self, tree: Tree, slots: SlotFinder, lexicon: Lexicon) -> None:
        self.tree = tree
        self.slots = slots
        self._signs = {name: frozenset(words) for name, words in lexicon.signs["blame"].items()}
        self._alleging = frozenset(lexicon.signs["alleging"])
        self._kin = {name: row["kin"] for name, row in lexicon.types.items()}

    def charge(self, drafts: Sequence[Draft]) -> None:
        """Set who acts in each act of force that stands under a charge, a claim of it or a denial."""
        for draft in drafts:
            if self._kin[draft.type] not in {"violence", "coercion"} and draft.type != "crackdown":
                continue
            found = next((charge for charge in self._charges(draft.number) if charge.parties), None)
            if found is not None and not any(map(self._is_none, found.parties)):
                self._settle(draft, found)
            elif found is None and self._is_alleged(draft.number):
                draft.basis = "accused"

    def _is_alleged(self, number: int) -> bool:
        """Return whether somebody says it by way of a charge: "leaders allege that soldiers burned the town"."""
        head = self.tree.head(number)
        return head is not None and self.tree.dep(number) == "ccomp" and bool(self.tree.forms(head) & self._alleging)

    def _is_none(self, number: int) -> bool:
        """Return whether a noun or pronoun says that none did it: "no group", "nobody"."""
        return self.tree.lower(number) in {"nobody", "no-one", "none"} or self.tree.has(number, "no", "neither")

    def _settle(self, draft: Draft, charge: _Charge) -> None:
        draft.basis = charge.basis
        affected = draft.heads.get("affected", [])
        draft.heads["affected"] = [i for i in affected if i not in charge.parties]
        if charge.basis == "denied" and not charge.is_act:
            draft.charged = charge.parties
            draft.heads["acting"] = [i for i in draft.heads.get("acting", ()) if i not in charge.parties]
            draft.mood = Mood(draft.mood.stage, "asserted")
            return
        if charge.stands and draft.mood.modality == "possible":
            draft.mood = Mood(draft.mood.stage, "asserted")
        draft.heads["acting"] = charge.parties

    def _charges(self, number: int) -> Iterator[_Charge]:
        yield self._behind(number)
        yield from self._claiming(number)
        below, lower = number, number
        for above in self.tree.ancestors(number):
            if self.tree.dep(below) in _OPEN:
                return
            yield from self._at(above, below, lower)
            if self.tree.is_verb(above) and self.tree.dep(below).startswith("nsubj") and above != number:
                return
            below, lower = above, below

    def _at(self, above: int, below: int, lower: int) -> Iterator[_Charge]:
        forms = self.tree.forms(above)
        if self.tree.is_verb(above):
            yield from self._by_verb(above, below, lower, forms)
        elif forms & self._signs["answerable"] and self._preposition(below) in {"for", "of"}:
            yield self._answerable(above)
        elif forms & self._signs["answering"] and self._preposition(below) in {"for", "in", "of", "with", "to"}:
            yield self._answering(above)

    def _by_verb(self, verb: int, below: int, lower: int, forms: frozenset[str]) -> Iterator[_Charge]:
        around, at = self.slots.verb(verb), self._preposition(below)
        basis: ResponsibilityBasis = "suspected" if forms & {"suspect"} else "accused"
        if forms & self._signs["charging"] and at in {"of", "for", "with", "in", "over"}:
            stands = basis == "suspected" and (self.tree.is_passive(verb) or self.tree.dep(verb) == "acl")
            yield _Charge([i for i in around.get("obj", ()) if i != below], basis, stands=stands)
        elif forms & self._signs["charging"] and below in around.get("obj", ()) and lower != below:
            is_of = self._preposition(lower) in {"of", "for", "with", "in", "over"}
            yield _Charge([below] if is_of else [], basis)
        for thing in around.get("obj", ()) if at == "for" else ():  # "took credit for the ambush"
            if self.tree.forms(thing) & self._signs["answering"]:
                yield self._answering(thing)
        if forms & self._signs["ascribing"] and self.tree.dep(below) in {"obj", "nsubj:pass"}:
            yield _Charge([*around.get("to", ()), *around.get("on", ()), *around.get("with", ())], "accused")
        if self._is_own_deed(verb, below):
            if forms & self._signs["denied"]:
                yield _Charge(list(around.get("subj", ())), "denied", is_act=True)
            elif forms & self._signs["claimed"]:
                yield _Charge(list(around.get("subj", ())), "claimed", is_act=True)

    def _is_own_deed(self, verb: int, below: int) -> bool:
        """Return whether the clause `below` is what the subject of `verb` did: "denied | shelling the town".

        Not so in "denied it, | saying that rebels had shelled the town".
        """
        tree = self.tree
        if not tree.dep(below).startswith(_CLAUSE) or tree.children(below, "nsubj"):
            return False
        return not (
            tree.children(below, "ccomp") or (tree.dep(below) == "advcl" and tree.children(verb, "obj", "ccomp"))
        )

    def _claiming(self, number: int) -> Iterator[_Charge]:
        """Give those who claim it, "the bombing that the group claimed", or for whom it is claimed."""
        head = self.tree.head(number)
        if head is not None and self.tree.is_verb(head) and self.tree.forms(head) & {*self._signs["claimed"], "claim"}:
            yield _Charge(self._on_behalf_of(head), "claimed")
        for verb in self.tree.children(number, "acl"):
            if self.tree.forms(verb) & {*self._signs["claimed"], "claim"} and not self.tree.children(
                verb, "ccomp", "xcomp"
            ):
                yield _Charge(self._coordinated(self.tree.children(verb, "nsubj")), "claimed")

    def _behind(self, number: int) -> _Charge:
        """Return those who are said to be behind it: "the Front was behind the bombing"."""
        if self.tree.case(number) != "behind" or not self.tree.children(number, "cop"):
            return _Charge([], "accused")
        return _Charge(self._coordinated(self.tree.children(number, "nsubj")), "accused")

    def _answerable(self, adjective: int) -> _Charge:
        """Return who is said, or held, to be responsible."""
        tree, head = self.tree, self.tree.head(adjective)
        own = self._coordinated(tree.children(adjective, "nsubj"))
        if own or head is None:
            return _Charge(own, "accused")
        if tree.is_verb(head) and tree.dep(adjective) in {"xcomp", "obj", "advmod", "ccomp", "obl"}:
            return _Charge([i for i in self.slots.verb(head).get("obj", ()) if i != adjective], "accused")
        return _Charge([], "accused")

    def _answering(self, noun: int) -> _Charge:
        """Return who claims, denies or is given the responsibility, blame or part that `noun` names."""
        head = self.tree.head(noun)
        if head is None or not self.tree.is_verb(head):
            return _Charge([], "accused")
        forms, around = self.tree.forms(head), self.slots.verb(head)
        subjects = [i for i in around.get("subj", ()) if i != noun]
        if forms & self._signs["denied"]:
            return _Charge(subjects, "denied")
        if forms & self._signs["owning"]:
            return _Charge(self._on_behalf_of(head) or subjects, "claimed")
        if forms & self._signs["placing"]:
            return _Charge([*around.get("on", ()), *around.get("with", ()), *around.get("to", ())], "accused")
        return _Charge([], "accused")

    def _on_behalf_of(self, verb: int) -> list[int]:
        """Return for whom it is claimed: "a caller claimed responsibility on behalf of the Front"."""
        nouns = [i for i in self.tree.subtree(verb) if i != verb and self.tree.is_nominal(i)]
        around = [self.slots.verb(verb), *map(self.slots.noun, nouns)]
        return [i for slots in around for i in slots.get(ON_BEHALF, ())]

    def _preposition(self, below: int) -> str | None:
        marks = [self.tree.lower(i) for i in self.tree.children(below, "case", "mark")]
        return marks[0] if marks else None

    def _coordinated(self, heads: Sequence[int]) -> list[int]:
        return [number for head in heads for number in self.tree.coordinated(head)]
