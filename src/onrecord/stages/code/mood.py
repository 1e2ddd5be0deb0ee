"""Decides how far an event got and whether it is told as having happened.

"Troops may storm the camp" -> accomplished? no: possible. "Police foiled a bombing" -> foiled.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.model.event import Modality, Stage
from onrecord.stages.code.inflect import base_forms
from onrecord.stages.code.lexicon import Lexicon
from onrecord.stages.code.tree import Tree
from onrecord.stages.code.trigger import Trigger

_UP = {"xcomp", "ccomp", "obj", "nsubj:pass", "obl", "nmod", "acl", "advcl", "conj", "compound", "csubj", "nsubj", "iobj", "amod"}
_WORDS = {"demand", "refusal", "offer", "threat", "accusation", "support"}


@dataclass(frozen=True, slots=True)
class Mood:
    """Stage and modality of one event."""

    stage: Stage
    modality: Modality


class MoodReader:
    """Reads stage and modality off the words that govern a trigger."""

    def __init__(self, tree: Tree, lexicon: Lexicon) -> None:
        self.tree = tree
        self.signs = lexicon.signs
        self._sets = {
            (kind, key): frozenset(words)
            for kind in ("planned", "possible", "called_for", "negated", "attempted", "foiled", "threatened")
            for key, words in self.signs[kind].items()
        }

    def of(self, trigger: Trigger) -> Mood:
        """Return the mood of `trigger`."""
        chain = list(self._chain(trigger.number))
        return Mood(self._stage(trigger, chain), self._modality(trigger, chain))

    def _set(self, kind: str, key: str) -> frozenset[str]:
        return self._sets.get((kind, key), frozenset())

    def _chain(self, number: int) -> Iterator[tuple[int, str]]:
        """Give the words that govern `number` and the relation by which they do, up to the end of its clause."""
        below, deps = number, self.tree.dep(number)
        yield number, "self"
        for above in self.tree.ancestors(number):
            base = deps.partition(":")[0]
            if deps not in _UP and base not in _UP:
                return
            if deps == "conj" and self._has_own_clause(below):
                pass
            if base in {"advcl", "acl"} and not self._is_bare(below):
                yield above, "clause"
                return
            if deps == "acl:relcl":
                return
            yield above, base
            below, deps = above, self.tree.dep(above)

    def _has_own_clause(self, number: int) -> bool:
        return bool(self.tree.children(number, "nsubj"))

    def _is_bare(self, number: int) -> bool:
        """Return whether a clause is an infinitive: "threatened to", "plans to"."""
        return self.tree.has(number, "to") and not self.tree.children(number, "nsubj")

    def _forms(self, number: int) -> frozenset[str]:
        return base_forms(self.tree.lower(number)) | {self.tree.lemma(number)}

    def _stage(self, trigger: Trigger, chain: list[tuple[int, str]]) -> Stage:
        for stage in ("foiled", "attempted", "threatened"):
            if self._has_sign(stage, trigger, chain):
                return stage  # type: ignore[return-value] # the tuple above lists Stage's names
        return "accomplished"

    def _has_sign(self, kind: str, trigger: Trigger, chain: list[tuple[int, str]]) -> bool:
        for number, dep in chain[1:]:
            if dep in {"clause", "conj", "nsubj", "csubj"} or (dep == "ccomp" and kind != "threatened"):
                break
            wanted = self._set(kind, "governs" if self.tree.is_verb(number) else "nouns")
            if self._forms(number) & wanted and self._governs(dep, number, kind):
                return True
        near = self.tree.children(trigger.number, "amod", "compound")
        if any(self.tree.lower(i) in self._set(kind, "adjectives") for i in near):
            return True
        return kind == "attempted" and any(
            self.tree.lower(i) in self._set(kind, "nouns") for i in range(trigger.start, trigger.end)
        ) and trigger.is_noun

    def _governs(self, dep: str, number: int, kind: str) -> bool:
        if dep in {"obl", "nmod", "advcl"}:
            return not self.tree.is_verb(number) or dep == "advcl"
        return kind != "foiled" or dep in {"obj", "nsubj", "xcomp", "nmod", "self", "compound"}

    def _modality(self, trigger: Trigger, chain: list[tuple[int, str]]) -> Modality:
        surely = self.tree.words[trigger.number].surely
        own = self._own_clause(trigger, chain)
        if self._is_negated(trigger, chain, own):
            return "negated"
        if self._is_governed("called_for", trigger, chain) or self._modal("called_for", own):
            return "called_for"
        if self._is_governed("possible", trigger, chain) or self._modal("possible", own) or self._is_conditional(own):
            return "possible"
        if self._is_governed("planned", trigger, chain) or self._modal("planned", own):
            return "planned"
        if self._is_question(trigger.number) and not trigger.is_noun:
            return "possible"
        if surely is not None and surely < -1.5 and not trigger.is_noun:
            return "negated"
        return "asserted"

    def _own_clause(self, trigger: Trigger, chain: list[tuple[int, str]]) -> list[int]:
        """Return the verb of the trigger's clause and those that share its auxiliaries."""
        verbs = [trigger.number]
        for number, dep in chain[1:]:
            below = verbs[-1]
            light = dep in {"obj", "nsubj", "nmod", "obl", "compound", "amod", "iobj"}
            if dep == "conj" and not self.tree.children(below, "aux", "nsubj"):
                verbs.append(number)
            elif light and trigger.is_noun and (dep != "obl" or self.tree.case(below) in {"in", "to", "for", "of"}):
                verbs.append(number)
                if self.tree.is_verb(number):
                    break
            elif dep == "xcomp" and self._forms(number) & {"help", "begin", "start", "continue", "go", "come", "let", "be"}:
                verbs.append(number)
            else:
                break
        return verbs

    def _modal(self, kind: str, verbs: Iterable[int]) -> bool:
        modals = self._set(kind, "modals")
        for verb in verbs:
            auxes = [self.tree.lower(i) for i in self.tree.children(verb, "aux")]
            if any(aux in modals for aux in auxes) and not (kind == "possible" and "not" in auxes):
                if kind == "possible" and set(auxes) & {"could", "can"} and "have" not in auxes and kind == "negated":
                    continue
                return True
        return False

    def _is_governed(self, kind: str, trigger: Trigger, chain: list[tuple[int, str]]) -> bool:
        for number, dep in chain[1:]:
            if dep in {"clause", "nsubj", "csubj"}:
                break
            if dep == "conj":
                continue
            verbal = self.tree.is_verb(number)
            wanted = self._set(kind, "governs" if verbal else "nouns")
            if verbal and dep in {"obj", "obl", "iobj"} and not self._takes_object(kind, number, dep, trigger):
                continue
            if verbal and dep == "ccomp" and self._is_factual(trigger.number, kind):
                break
            if not verbal and dep not in {"nmod", "acl", "compound", "xcomp", "ccomp", "advcl", "obl"}:
                continue
            if self._forms(number) & wanted:
                return True
            if verbal and dep == "obl":
                break
        adjectives = self._set(kind, "adjectives")
        if any(self.tree.lower(i) in adjectives for i in self.tree.children(trigger.number, "amod")):
            return True
        adverbs = self._set(kind, "adverbs")
        own = [trigger.number, *[n for n, d in chain[1:2] if d in {"obj", "nsubj"}]]
        return any(self.tree.lower(i) in adverbs for n in own for i in self.tree.children(n, "advmod"))

    def _takes_object(self, kind: str, number: int, dep: str, trigger: Trigger) -> bool:
        """Return whether the governing verb makes a thing that is its object unreal ("plans an attack")."""
        forms = self._forms(number)
        if dep == "obl":
            below = [i for i in self.tree.children(number, "obl") if trigger.number in self.tree.subtree(i)]
            cases = {self.tree.case(i) for i in below}
            return bool(cases & {"for", "on", "upon"}) and bool(forms & {"call", "push", "press", "ask", "appeal", "prepare", "plan", "hope", "insist", "plead", "beg"})
        return not forms & {"announce", "decide", "expect", "agree", "discuss", "press", "warn", "order", "want", "fear"} or (
            kind == "planned" and bool(forms & {"discuss"})
        ) or (bool(forms & {"want", "expect", "fear", "order"}))

    def _is_factual(self, number: int, kind: str) -> bool:
        """Return whether a finite past clause stands on its own: "announced that it had seized"."""
        auxes = {self.tree.lower(i) for i in self.tree.children(number, "aux", "cop")}
        tag = self.tree.words[number].tag
        if auxes & {"will", "would", "may", "might", "could", "should", "must", "can"} or self.tree.has(number, "to"):
            return True  # its own auxiliaries decide
        if kind == "called_for" and tag in {"VB", "VBP"}:
            return False
        return kind in {"planned", "called_for"} or (kind == "possible" and bool(auxes & {"have", "had", "has"}) and False)

    def _is_conditional(self, verbs: list[int]) -> bool:
        conditions = self._set("possible", "conditions")
        for verb in verbs:
            if any(self.tree.lower(i) in conditions for i in self.tree.children(verb, "mark", "advmod")):
                return True
            head = self.tree.head(verb)
            if self.tree.dep(verb) == "conj" and head is not None and any(
                self.tree.lower(i) in conditions for i in self.tree.children(head, "mark")
            ):
                return True
        return False

    def _is_negated(self, trigger: Trigger, chain: list[tuple[int, str]], own: list[int]) -> bool:
        words = self._set("negated", "words")
        for verb in own:
            if self._is_denied_by(verb, words, trigger):
                return True
        subjects = [i for verb in own for i in self.tree.children(verb, "nsubj", "obj")]
        if any(self.tree.lower(j) == "no" for i in subjects for j in self.tree.children(i, "det")):
            return True
        for number, dep in chain[1:3]:
            if dep in {"clause", "nsubj"}:
                break
            verbal = self.tree.is_verb(number)
            if verbal and dep in {"obl", "nmod", "iobj"}:
                break
            if self._forms(number) & self._set("negated", "governs" if verbal else "nouns"):
                return self._denies(number, dep, trigger)
        return False

    def _is_denied_by(self, verb: int, words: frozenset[str], trigger: Trigger) -> bool:
        for child in self.tree.children(verb):
            if self.tree.lower(child) in words and self.tree.dep(child) in {"advmod", "det", "aux", "cc", "neg", "mark", "case"}:
                if self.tree.lower(child) in {"neither", "nor"} and self.tree.dep(child) == "cc":
                    continue
                if self.tree.dep(child) == "case" and verb != trigger.number:
                    continue
                return True
        return False

    def _denies(self, number: int, dep: str, trigger: Trigger) -> bool:
        forms = self._forms(number)
        if trigger.entry.type in _WORDS and not trigger.is_noun:
            return bool(forms & {"deny", "refuse", "decline", "fail"})
        if dep == "obj" and trigger.is_noun:
            return bool(forms & {"deny", "rule", "avoid", "prevent", "avert"})
        return dep in {"xcomp", "ccomp", "advcl", "obj", "acl", "nmod"}

    def _is_question(self, number: int) -> bool:
        sentence = self.tree.sentence(number)
        return self.tree.words[sentence.end - 1].text == "?"
