"""Decides how far an event got and whether it is told as having happened.

"Troops may storm the camp" -> possible. "Police foiled a bombing" -> foiled. "Rebels vowed to attack" ->
threatened and planned. A trigger's own clause counts first, then what governs that clause.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model.event import Modality, Stage
from onrecord.stages.code.lexicon import Lexicon
from onrecord.stages.code.tree import Tree
from onrecord.stages.code.trigger import Trigger

_STAGES: tuple[Stage, ...] = ("foiled", "threatened", "attempted")
_CLAUSES = {"xcomp", "ccomp", "csubj", "advcl", "acl"}
_NOMINAL = {"obj", "nsubj", "obl", "nmod", "compound", "iobj", "appos"}
_AUXILIARY = {"will", "would", "may", "might", "could", "should", "must", "can", "shall"}
_NEGATING = {"advmod", "det", "aux", "neg", "mark", "case", "cc", "nsubj"}


_RANK = re.compile(
    r"\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|latest|only"
)
_FINITE = ("had", "has", "have", "was", "were", "is", "are", "will", "would", "can", "could", "may", "might")


@dataclass(frozen=True, slots=True)
class Mood:
    """Stage and modality of one event."""

    stage: Stage
    modality: Modality


@dataclass(frozen=True, slots=True)
class _Governor:
    """A word over the trigger, the relation it governs by, and the word below it on the way down."""

    number: int
    dep: str
    below: int


class MoodReader:
    """Reads stage and modality off the words around and over a trigger."""

    def __init__(self, tree: Tree, lexicon: Lexicon) -> None:
        self.tree = tree
        self._aspect = frozenset(lexicon.signs["aspect"])
        self._about = frozenset(lexicon.signs["about"])
        self._alleging = frozenset(lexicon.signs["alleging"])
        self._looking_into = frozenset(lexicon.signs["looking_into"])
        self._owning = frozenset(lexicon.signs["blame"]["owning"])
        self._light = frozenset(lexicon.signs["light"]) | frozenset(lexicon.signs["take_part"])
        self._sets = {
            (kind, key): frozenset(words)
            for kind in ("planned", "possible", "called_for", "negated", "attempted", "foiled", "threatened")
            for key, words in lexicon.signs[kind].items()
        }

    def of(self, trigger: Trigger) -> Mood:
        """Return the mood of `trigger`."""
        own = self._own_verbs(trigger)
        over = list(self._governors(own[-1], trigger))
        return Mood(self._stage(trigger, own, over), self._modality(trigger, own, over))

    # ---- what belongs to the trigger, and what stands over it

    def _own_verbs(self, trigger: Trigger) -> list[int]:
        """Return the trigger and the verbs it shares auxiliaries with, lowest first."""
        tree, own = self.tree, [trigger.number]
        while (head := tree.head(own[-1])) is not None and len(own) < 5:
            low = own[-1]
            dep = tree.dep(low).partition(":")[0]
            forms = self.tree.forms(head)
            if (
                (dep == "conj" and not tree.children(low, "aux", "nsubj"))
                or (dep == "xcomp" and forms & self._aspect)
                or (low == trigger.number and trigger.is_noun and self._carries(head, low, dep, forms))
            ):
                own.append(head)
            elif dep in {"nmod", "compound"} and trigger.is_noun and not tree.is_verb(head) and tree.case(low) == "of":
                if forms & self._all_nouns():
                    break
                own.append(head)
            else:
                break
        return own

    def _all_nouns(self) -> frozenset[str]:
        return frozenset().union(*(words for (_, key), words in self._sets.items() if key == "nouns"))

    def _carries(self, head: int, low: int, dep: str, forms: frozenset[str]) -> bool:
        if not self.tree.is_verb(head):
            return False
        if dep == "nsubj":
            return True
        if dep == "obl":
            return bool(forms & self._light) and self.tree.case(low) in {"in", "to", "with"}
        return dep == "obj" and not forms & (
            self._about
            | self._owning
            | self._set("planned", "objects")
            | self._set("possible", "objects")
            | self._set("called_for", "objects")
        )

    def _governors(self, top: int, trigger: Trigger) -> Iterator[_Governor]:
        """Give what stands over the own clause, nearest first, up to the clause's end."""
        tree, below = self.tree, top
        if trigger.number == top and tree.dep(top) == "amod":
            return
        for above in tree.ancestors(top):
            dep = tree.dep(below).partition(":")[0]
            if tree.dep(below) == "acl:relcl" or dep not in _CLAUSES | _NOMINAL | {"conj"}:
                return
            if dep == "advcl" and not self._is_bare(below):
                return
            if dep == "acl" and self.tree.children(below, "nsubj") and not self.tree.has(below, "to"):
                return
            if dep == "nmod" and not tree.is_verb(above) and tree.forms(above) & self._looking_into:
                return  # "demanded an inquiry into the attack"
            yield _Governor(above, dep, below)
            if dep == "ccomp" or (dep == "nsubj" and tree.dep(below) == "nsubj"):
                return
            below = above

    def _is_bare(self, number: int) -> bool:
        """Return whether a clause has no subject of its own: "threatened to", "plans for taking"."""
        if self.tree.children(number, "nsubj"):
            return False
        is_gerund = self.tree.words[number].tag in {"VBG", "VB"} and bool(self.tree.children(number, "mark", "case"))
        return is_gerund or self.tree.has(number, "to")

    def _set(self, kind: str, key: str) -> frozenset[str]:
        return self._sets.get((kind, key), frozenset())

    # ---- stage

    def _stage(self, trigger: Trigger, own: list[int], over: list[_Governor]) -> Stage:
        for stage in _STAGES:
            if self._has_word(stage, trigger) or any(self._fits(stage, governor) for governor in over[:3]):
                return stage
        for verb in own[1:]:
            if self.tree.forms(verb) & self._set("foiled", "objects") and trigger.is_noun:
                return "foiled"
            if self.tree.forms(verb) & (self._set("attempted", "governs") - {"seek", "fail"}):
                return "attempted"
        return "accomplished"

    def _has_word(self, kind: str, trigger: Trigger) -> bool:
        inside = [self.tree.lower(i) for i in range(trigger.start, trigger.end)]
        if kind == "attempted" and trigger.is_noun and {"attempt", "plot"} & set(inside):
            return True
        beside = self.tree.children(trigger.number, "amod")
        return any(self.tree.lower(i) in self._set(kind, "adjectives") for i in beside)

    # ---- modality

    def _modality(self, trigger: Trigger, own: list[int], over: list[_Governor]) -> Modality:
        flipped = self._is_flipped(own)
        if self._is_negated(own, over) and not flipped and not any(map(self._has_condition, own)):
            return "negated"
        for kind in ("called_for", "possible", "planned"):
            if self._is_unreal(kind, trigger, own, over):
                return kind
        if flipped or self._is_purpose(own[-1]):
            return "planned" if self._is_purpose(own[-1]) else "asserted"
        return "possible" if self._is_asked(trigger) else "asserted"

    def _is_unreal(self, kind: str, trigger: Trigger, own: list[int], over: list[_Governor]) -> bool:
        modals = self._set(kind, "modals")
        for verb in own:
            auxes = {self.tree.lower(i) for i in self.tree.children(verb, "aux")}
            if auxes & modals or (kind == "possible" and self._has_condition(verb)):
                return True
            if any(self.tree.lower(i) in self._set(kind, "adverbs") for i in self.tree.children(verb, "advmod")):
                return True
            if any(self.tree.lower(i) in self._set(kind, "adjectives") for i in self.tree.children(verb, "amod")):
                return True
            if kind == "planned" and self._is_due(verb):
                return True
        return any(self._fits(kind, governor) for governor in over) or self._is_aim(kind, own[-1])

    def _is_due(self, verb: int) -> bool:
        """Return whether a verb tells what is arranged: "talks are to resume"."""
        below = {self.tree.lower(i) for i in self.tree.children(verb, "aux", "cop")}
        return self.tree.has(verb, "to") and bool(below & {"is", "are", "was", "were"})

    def _is_ranked(self, verb: int) -> bool:
        """Return whether a verb tells what befell one of a row: "the 21st leader to be killed this year"."""
        noun = self.tree.head(verb)
        if noun is None or self.tree.dep(verb) != "acl":
            return False
        beside = [self.tree.lower(i) for i in self.tree.children(noun, "amod", "nummod")]
        return any(_RANK.fullmatch(word) for word in beside)

    def _is_aim(self, kind: str, top: int) -> bool:
        """Return whether the clause says what an aim is: "the goal is to free the hostages"."""
        if kind != "planned" or not self.tree.children(top, "cop"):
            return False
        return any(self.tree.forms(i) & self._set(kind, "nouns") for i in self.tree.children(top, "nsubj"))

    def _fits(self, kind: str, governor: _Governor) -> bool:
        """Return whether a governing word makes what it governs so."""
        forms, dep, number = self.tree.forms(governor.number), governor.dep, governor.number
        if not self.tree.is_verb(number):
            wanted = self._set(kind, "nouns") | (self._set(kind, "governs") if dep in _CLAUSES else frozenset())
            return dep not in {"conj", "nsubj", "appos"} and bool(forms & wanted)
        if dep in {"xcomp", "csubj", "advcl"}:
            return bool(forms & self._set(kind, "governs"))
        if dep == "ccomp":
            if self._is_charge(number):
                return False
            return bool(forms & self._set(kind, "governs")) and not self._stands_alone(governor.below, kind)
        if dep == "obl":
            case = self.tree.case(governor.below)
            return case in {"for", "on"} and bool(
                forms & (self._set(kind, "for") | {"prepare"} & self._set(kind, "objects"))
            )
        return dep in {"obj", "nsubj"} and bool(forms & self._set(kind, "objects"))

    def _is_charge(self, verb: int) -> bool:
        """Return whether somebody is told to say it: "leaders allege that", not "it is alleged that"."""
        return bool(self.tree.forms(verb) & self._alleging and self.tree.children(verb, "nsubj")) and not (
            self.tree.is_passive(verb)
        )

    def _stands_alone(self, number: int, kind: str) -> bool:
        """Return whether a finite clause tells its own tense: "announced that it had seized"."""
        if self.tree.has(number, "to") or kind == "possible":
            return False
        if kind == "called_for":
            tag = self.tree.words[number].tag
            is_passive = any(self.tree.lower(i) in {"be", "get"} for i in self.tree.children(number, "aux"))
            told = tag in {"VBD", "VBZ"} or tag.startswith("NN") or (tag == "VBN" and not is_passive)
            return told or self.tree.has(number, *_FINITE)
        return True

    def _has_condition(self, verb: int) -> bool:
        conditions = self._set("possible", "conditions")
        for number in (verb, self.tree.head(verb)):
            if number is None or (number != verb and self.tree.dep(verb) != "conj"):
                continue
            if any(self.tree.lower(i) in conditions for i in self.tree.children(number, "mark", "advmod")):
                return True
        return False

    def _is_negated(self, own: list[int], over: list[_Governor]) -> bool:
        if any(self._has_negation(verb) for verb in own) or self._is_done_by_nobody(over):
            return True
        for governor in over[:2]:
            forms = self.tree.forms(governor.number)
            verbal = self.tree.is_verb(governor.number)
            if not verbal and governor.dep in {"nmod", "acl"} and forms & self._set("negated", "nouns"):
                return True
            if governor.dep in _CLAUSES and forms & self._set("negated", "governs"):
                return not self._has_negation(governor.number)
            if governor.dep in {"obj", "nsubj"} and verbal and forms & self._set("negated", "objects"):
                return not forms & self._set("foiled", "objects") and not self._has_negation(governor.number)
        return False

    def _is_done_by_nobody(self, over: list[_Governor]) -> bool:
        """Return whether it is only told of none: "no unit of the forces fired on", read as fired upon."""
        if not over or over[0].dep != "acl":
            return False
        tops = [governor.number for n, governor in enumerate(over[:2]) if n == 0 or governor.dep == "nmod"]
        return any(self._has_determiner(top, "no") for top in tops)

    def _has_determiner(self, noun: int, *words: str) -> bool:
        return any(self.tree.lower(i) in words for i in self.tree.children(noun, "det"))

    def _has_negation(self, verb: int) -> bool:
        words = self._set("negated", "words")
        for child in self.tree.children(verb):
            dep = self.tree.dep(child).partition(":")[0]
            if (
                self.tree.lower(child) in words
                and dep in _NEGATING
                and not (dep == "cc" and self.tree.lower(child) != "nor")
            ):
                return True
            if dep in {"nsubj", "obj"} and (self._has_determiner(child, "no", "neither") or self._is_not_one(child)):
                return True
        return False

    def _is_not_one(self, noun: int) -> bool:
        """Return whether it is said of nobody: "not a single civilian was hurt"."""
        words = {self.tree.lower(i) for i in self.tree.children(noun)}
        return "not" in words and bool(words & {"a", "one", "single"})

    def _is_flipped(self, own: list[int]) -> bool:
        """Return whether a negation denies an end: "will not stop fighting" goes on."""
        return any(self.tree.forms(v) & self._set("negated", "flips") and self._has_negation(v) for v in own[1:])

    def _is_purpose(self, top: int) -> bool:
        """Return whether the clause is a purpose: "sent troops to retake the town"."""
        is_below = self.tree.dep(top) in {"advcl", "acl"} and self.tree.has(top, "to") and self.tree.is_verb(top)
        is_done = any(self.tree.lower(i) == "have" for i in self.tree.children(top, "aux"))  # "to have killed"
        return is_below and not is_done and not self._is_ranked(top)

    def _is_asked(self, trigger: Trigger) -> bool:
        sentence = self.tree.sentence(trigger.number)
        return not trigger.is_noun and self.tree.words[sentence.end - 1].text == "?"
