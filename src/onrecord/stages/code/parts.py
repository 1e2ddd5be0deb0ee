"""Fills who acted, who was affected and the other parts of an event from the slots around its trigger."""

from collections.abc import Sequence

from onrecord.model.actor import ActorIndex
from onrecord.model.claim import Party
from onrecord.model.event import OtherPart, OtherRole
from onrecord.model.place import Place
from onrecord.model.reading import Name
from onrecord.model.span import Span
from onrecord.stages.code.inflect import base_forms
from onrecord.stages.code.lexicon import Lexicon
from onrecord.stages.code.slots import SlotFinder, Slots
from onrecord.stages.code.tree import Tree
from onrecord.stages.code.trigger import Trigger

_PARTY_KINDS = {"person", "organisation", "group", "location"}
_PARTS = ("acting", "affected")
_LOCAL = {"in", "at", "into", "to", "from", "for", "near", "outside", "under"}


class PartFinder:
    """Finds the parts of events in one reading."""

    def __init__(
        self,
        tree: Tree,
        slots: SlotFinder,
        lexicon: Lexicon,
        *,
        text: str,
        actors: ActorIndex,
        places: Sequence[Place],
    ) -> None:
        self.tree = tree
        self.slots = slots
        self.lexicon = lexicon
        self._text = text
        self._actors = actors
        self._place_spans = sorted(span for place in places for span in place.mentions)
        self._names: dict[int, Name] = {i: name for name in tree.reading.names for i in range(name.start, name.end)}
        self._no_party = frozenset(lexicon.signs["no_party"])
        self._joined = frozenset(lexicon.signs["joined"])
        self._instruments = frozenset(lexicon.signs["instruments"])

    def heads(self, trigger: Trigger) -> dict[str, list[int]]:
        """Return the head words that play each part of the event at `trigger`."""
        slots = dict(self.slots.of(trigger.number, is_noun=trigger.is_noun))
        if trigger.is_noun:
            self._lend_from_verb(trigger, slots)
        frame = self.lexicon.frames[trigger.entry.frame]["noun" if trigger.is_noun else "verb"]
        found: dict[str, list[int]] = {}
        taken: set[int] = set(range(trigger.start, trigger.end))
        for part, names in frame.items():
            heads = self._fill(part, names, slots, trigger, taken)
            found[part] = heads
            if part in _PARTS:
                taken |= set(heads)
        return found

    def _fill(self, part: str, names: Sequence[str], slots: Slots, trigger: Trigger, taken: set[int]) -> list[int]:
        heads: list[int] = []
        for name in names:
            if heads and not self._adds(part, name, trigger):
                continue
            for head in self._candidates(name, slots):
                head = self._stand_in(part, head, trigger)
                if head not in heads and head not in taken and self._may_play(part, name, head, trigger):
                    heads.append(head)
        return heads

    def _stand_in(self, part: str, head: int, trigger: Trigger) -> int:
        """Return who stands behind a weapon or a document that seems to act: "Israeli jets", "a statement urging"."""
        if part != "acting":
            return head
        if self._is_bare_weapon(head):
            behind = [i for i in self.tree.children(head, "nmod:poss", "amod", "compound") if self._is_named_party(i)]
            return behind[-1] if behind else head
        upper = self.tree.head(head)
        if (
            self.lexicon.is_a("words", self.tree.lower(head))
            and self.tree.dep(head) in {"obj", "obl"}
            and upper is not None
            and upper != trigger.number
        ):
            return next(iter(self.slots.verb(upper).get("subj", ())), head)
        return head

    def _adds(self, part: str, name: str, trigger: Trigger) -> bool:
        """Return whether a second slot adds to a part that is filled already (all sides of talks act)."""
        return part == "acting" and trigger.entry.frame in {"meet", "settle", "fight", "host", "mediate"} and name in {
            "with", "between", "obj", "poss", "by",
        }  # fmt: skip

    def _candidates(self, name: str, slots: Slots) -> list[int]:
        if name == "obj_party":
            return [i for i in slots.get("obj", ()) if self.is_party(i)]
        if name == "subj_weapon":
            return [i for i in slots.get("subj", ()) if self.is_weapon(i)]
        if name == "obj_person":
            return [i for i in slots.get("obj", ()) if self.is_person(i)]
        if name == "owner":
            if any(self.is_party(i) for i in slots.get("obj", ())):
                return []
            return [i for i in slots.get("owner", ()) if self._is_owner(i)]
        if name == "clause_party":
            return self._clause_parties(slots.get("clause", ()))
        if name == "clause":
            return []
        return slots.get(name, [])

    def _is_owner(self, head: int) -> bool:
        if self.tree.dep(head) in {"amod", "compound"}:
            return self._is_named_party(head)
        return self.is_party(head) and self.tree.words[head].upos != "PRON"

    def _clause_parties(self, clauses: Sequence[int]) -> list[int]:
        for clause in clauses:
            for number in sorted(self.tree.subtree(clause)):
                if number in self._names and self._names[number].kind in _PARTY_KINDS and self._is_head(number):
                    return self.tree.coordinated(number)
        return []

    def _is_head(self, number: int) -> bool:
        head = self.tree.head(number)
        name = self._names[number]
        return head is None or not name.start <= head < name.end

    def _may_play(self, part: str, name: str, head: int, trigger: Trigger) -> bool:
        word = self.tree.words[head]
        if word.upos in {"PUNCT", "VERB", "ADV", "SCONJ"} and not self._is_participant_verb(head):
            return False
        if (
            self.tree.lower(head) in {"it", "there", "what", "which", "that"}
            and part != "acting"
            and word.dep == "expl"
        ):
            return False
        if trigger.entry.frame == "answer" and self.tree.lower(head) in {"it", "this", "that"}:
            return False  # "the group denied it": what was said, not who
        if name in {"adj", "compound"}:
            return self._is_named_party(head)
        if part in {"acting", "affected"} and name in _LOCAL:
            return self.is_party(head) or self._is_place(head) or (name in {"at", "into"} and self.is_thing(head))
        if part == "acting" and self._is_bare_weapon(head):
            return False
        if part in {"destination", "origin"}:
            return self._is_place(head) or self.is_party(head)
        return True

    def _is_participant_verb(self, head: int) -> bool:
        return self.tree.words[head].tag in {"NN", "NNS"}

    def _is_named_party(self, head: int) -> bool:
        """Return whether an adjective or modifier names a party: Israeli, Hamas, rebel."""
        lower = self.tree.lower(head)
        if lower in self._no_party or self._is_joined(head):
            return False
        span = self.tree.words[head].span
        if self._actors.at(span) is not None or (head in self._names and self._names[head].kind in _PARTY_KINDS):
            return True
        return self.lexicon.is_a("forces", lower) or (
            self.tree.words[head].upos == "PROPN" and lower not in self._no_party
        )

    def _is_joined(self, head: int) -> bool:
        """Return whether a hyphen joins the word to one that makes it no party: Russian-made, Iran-backed."""
        if head + 2 >= len(self.tree.words) or self.tree.lower(head + 1) not in {"-", "‐", "‑"}:
            return False
        joined = self.tree.lower(head + 2)
        return joined in self._joined or joined.endswith("ed")

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
        forms = base_forms(tree.lower(head)) | {tree.lemma(head)}
        light = bool(forms & set(self.lexicon.signs["light"]))
        around = self.slots.verb(head) if tree.is_verb(head) else {}
        if dep in {"obj", "nsubj:pass"}:
            self._lend_object(noun, around, slots, light=light)
        elif (
            dep.startswith("obl") and forms & set(self.lexicon.signs["take_part"]) and tree.case(noun) in {"in", "to"}
        ) or (
            dep.startswith("obl")
            and forms & set(self.lexicon.signs["going"])
            and trigger.entry.frame in {"meet", "discuss"}
        ):
            slots.setdefault("poss", []).extend(around.get("subj", []))
        elif dep.startswith("obl") and tree.case(noun) == "as" and trigger.entry.frame == "act":  # "used as shields"
            slots.setdefault("by", []).extend(around.get("subj", []))
            slots.setdefault("on", []).extend(around.get("obj", []))
        elif dep == "nsubj" and around:
            if not any(slots.get(key) for key in ("on", "against", "of", "targeting")):
                hit = [i for i in around.get("obj", []) if i != noun]
                if hit and trigger.entry.frame in {"act", "aim", "blast", "fight"}:
                    slots.setdefault("targeting", []).extend(hit)
                    slots.setdefault("on", []).extend(hit)
        elif dep == "nmod" and not tree.is_verb(head):  # "a wave of attacks", "a series of raids against"
            upper = self.slots.noun(head)
            for key, heads in upper.items():
                if key not in slots and noun not in heads:
                    slots[key] = list(heads)

    def _lend_object(self, noun: int, around: Slots, slots: Slots, *, light: bool) -> None:
        head = self.tree.head(noun)
        if head is not None and base_forms(self.tree.lower(head)) & set(self.lexicon.signs["mediating"]):
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

    # ---- what kind of thing a word names

    def is_party(self, head: int) -> bool:
        """Return whether word `head` names people, a force, a state or an organisation."""
        if head in self._names:
            return self._names[head].kind in _PARTY_KINDS
        return self.is_person(head) or self._actors.at(self.tree.words[head].span) is not None

    def is_person(self, head: int) -> bool:
        """Return whether word `head` names people or a force."""
        lower, lemma = self.tree.lower(head), self.tree.lemma(head)
        if head in self._names and self._names[head].kind in {"person", "group"}:
            return True
        if self.lexicon.is_a("people", lower, lemma) or self.lexicon.is_a("forces", lower, lemma):
            return True
        word = self.tree.words[head]
        return word.upos == "NUM" or (word.upos == "PRON" and lower not in {"it", "which", "that", "what", "itself"})

    def is_thing(self, head: int) -> bool:
        """Return whether word `head` names a building, a vehicle or another thing or place that can be hit."""
        lower, lemma = self.tree.lower(head), self.tree.lemma(head)
        if head in self._names:
            return self._names[head].kind in {"location", "facility", "platform", "weapon"}
        return self.lexicon.is_a("things", lower, lemma) or self.lexicon.is_a("places", lower, lemma)

    def _is_place(self, head: int) -> bool:
        span = self.tree.words[head].span
        if head in self._names and self._names[head].kind in {"location", "facility"}:
            return True
        return any(place.overlaps(span) for place in self._place_spans)

    def is_weapon(self, head: int) -> bool:
        """Return whether word `head` names a weapon or its carrier."""
        lower = self.tree.lower(head)
        return bool((base_forms(lower) | {self.tree.lemma(head)}) & self._instruments)

    def _is_bare_weapon(self, head: int) -> bool:
        """Return whether a weapon stands without a name around it; a name of that one word is a slip of the reader."""
        name = self._names.get(head)
        return self.is_weapon(head) and (name is None or name.end - name.start == 1)

    # ---- heads to parts

    def party(self, head: int) -> Party:
        """Return the noun phrase around `head` as a party, with the actor it names."""
        span = self.tree.span(head)
        if self._is_in_compound(head):  # "Israeli army bulldozers": Israeli army
            span = self.tree.reading.span(head - 1, head + 1)
        own = self.tree.words[head].span
        actor = self._actors.at(span, head=own) or self._actors.at(own)
        return Party(actor=None if actor is None else actor.id, span=span, words=span.of(self._text))

    def _is_in_compound(self, head: int) -> bool:
        if self.tree.dep(head) != "compound" or head == 0:
            return False
        return self.tree.head(head - 1) == self.tree.head(head) and self.tree.dep(head - 1) in {"amod", "compound"}

    def others(self, heads: dict[str, list[int]]) -> tuple[OtherPart, ...]:
        """Return the parts that are neither acting nor affected, each span once."""
        roles: tuple[OtherRole, ...] = (
            "mediator", "instrument", "target", "topic", "beneficiary", "origin", "destination",
        )  # fmt: skip
        seen: set[tuple[str, Span]] = set()
        found: list[OtherPart] = []
        for role in roles:
            for head in heads.get(role, ()):
                party = self.party(head)
                if (role, party.span) not in seen:
                    seen.add((role, party.span))
                    found.append(OtherPart(role=role, part=party))
        return tuple(found)
