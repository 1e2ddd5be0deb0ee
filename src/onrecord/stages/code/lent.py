"""What an event noun borrows from the words around it: who carries it out, what it hits, whose wave it is.

"Rebels launched an attack on Tarro" -> attack: by rebels, on Tarro.
"""

from onrecord.stages.code.inflect import base_forms
from onrecord.stages.code.lexicon import Lexicon
from onrecord.stages.code.slots import SlotFinder, Slots
from onrecord.stages.code.tree import Tree
from onrecord.stages.code.trigger import Trigger

_ONTO = ("on", "against", "at")
_OWNING = {"poss", "compound", "adj", "by"}


class Lender:
    """Fills the slots of event nouns of one reading."""

    def __init__(self, tree: Tree, slots: SlotFinder, lexicon: Lexicon) -> None:
        self.tree = tree
        self.slots = slots
        self._lexicon = lexicon
        self._strikes = frozenset(lexicon.signs["blows"]) | frozenset(lexicon.signs["harm"])
        self._surviving = frozenset(lexicon.signs["surviving"])
        self._light = frozenset(lexicon.signs["light"])

    def lend(self, trigger: Trigger, slots: Slots) -> None:
        """Add to `slots` of the noun at `trigger` what the verbs and nouns around it tell."""
        self._lend_from_verb(trigger, slots)
        self._lend_from_clauses(trigger.number, slots)

    def _lend_from_verb(self, trigger: Trigger, slots: Slots) -> None:
        """Give an event noun the subject of the verb that carries it, and what that verb hits."""
        tree, noun = self.tree, trigger.number
        head, dep = tree.head(noun), tree.dep(noun)
        if head is None:
            return
        while (dep == "conj" or (dep == "nmod" and tree.case(noun) == "of")) and not tree.is_verb(head):
            noun, dep = head, tree.dep(head)  # "10 days of war games"
            above = tree.head(head)
            if above is None:
                return
            head = above
        forms = tree.forms(head)
        light = bool(forms & self._light) and not tree.children(head, "xcomp")  # not "called the attack an outrage"
        around = self.slots.verb(head) if tree.is_verb(head) else {}
        if dep == "obj" and forms & self._surviving:
            slots.setdefault("of", []).extend(i for i in around.get("subj", []) if i != noun)
        elif dep in {"obj", "nsubj:pass"}:
            self._lend_object(noun, around, slots, light=light)
        elif (
            dep.startswith("obl") and forms & set(self._lexicon.signs["take_part"]) and tree.case(noun) in {"in", "to"}
        ) or (
            dep.startswith("obl")
            and forms & set(self._lexicon.signs["going"])
            and trigger.entry.frame in {"meet", "discuss"}
        ):
            slots.setdefault("poss", []).extend(around.get("subj", []))
        elif dep.startswith("obl") and tree.case(noun) == "as" and trigger.entry.frame == "act":  # "used as shields"
            slots.setdefault("by", []).extend(around.get("subj", []))
            slots.setdefault("on", []).extend(around.get("obj", []))
        elif dep == "nsubj" and around and forms & self._strikes:
            if not any(slots.get(key) for key in ("on", "against", "of", "targeting")):
                hit = [i for i in around.get("obj", []) if i != noun]
                if hit and trigger.entry.frame in {"act", "aim", "blast", "fight"}:
                    slots.setdefault("targeting", []).extend(hit)
                    slots.setdefault("on", []).extend(hit)
        elif dep == "nmod" and not tree.is_verb(head):  # "a wave of attacks", "a series of raids against"
            has_same_owner = self._has_same_owner(noun, head)
            for key, heads in self.slots.noun(head).items():
                if key not in slots and noun not in heads and (has_same_owner or key not in _OWNING):
                    slots[key] = list(heads)

    def _lend_from_clauses(self, noun: int, slots: Slots) -> None:
        """Give an event noun who carries it out in a clause about it: "the attack that rebels launched on Tarro"."""
        for verb in self.tree.children(noun, "acl"):
            forms = self.tree.forms(verb)
            around = self.slots.verb(verb)
            has_own_object = bool({*around.get("obj", ()), *around.get("clause", ())} - {noun})
            if forms & self._light and self.tree.words[verb].tag == "VBN" and not self.tree.children(verb, "nsubj"):
                for name in _ONTO:  # "the strike carried out against the city"
                    slots.setdefault(name, []).extend(around.get(name, ()))
            if not self.tree.children(verb, "nsubj") or not forms & self._light or has_own_object:
                continue
            part = "mediated" if forms & set(self._lexicon.signs["mediating"]) else "by"
            doers = [i for i in around.get("subj", ()) if i != noun and i not in slots.get(part, ())]
            if not slots.get("poss"):
                slots.setdefault(part, []).extend(doers)
            for name in _ONTO if doers else ():
                slots.setdefault(name, []).extend(around.get(name, ()))

    def _has_same_owner(self, noun: int, head: int) -> bool:
        """Return whether who owns `head` does what `noun` says: "their wave of raids", no "report of a raid"."""
        lower, lemma = self.tree.lower(head), self.tree.lemma(head)
        named = [entry for form in {lower, lemma} for _, entry in self._lexicon.nouns.get(form, ())]
        is_talk = any(self._lexicon.types[entry.type]["kin"] in {"words", "civil", "cooperation"} for entry in named)
        return self.tree.case(noun) == "of" and not is_talk and not self._lexicon.is_a("words", lower, lemma)

    def _lend_object(self, noun: int, around: Slots, slots: Slots, *, light: bool) -> None:
        head = self.tree.head(noun)
        if head is not None and base_forms(self.tree.lower(head)) & set(self._lexicon.signs["mediating"]):
            slots.setdefault("mediated", []).extend(i for i in around.get("subj", []) if i != noun)
            return
        pronoun = all(self.tree.words[i].upos == "PRON" for i in slots.get("poss", ()))
        if light and not slots.get("by"):
            subjects = [i for i in around.get("subj", []) if i != noun]
            if subjects and pronoun:
                slots["poss"] = subjects
        if light and "clause" in around:
            slots.setdefault("clause", []).extend(around["clause"])
        for key in ("on", "against", "at", "with", "to", "into", "in", "from", "between", "for"):
            if light and key in around and key not in slots and key != "in":
                slots[key] = [i for i in around[key] if i != noun]
