"""Fills who acted, who was affected and the other parts of an event from the slots around its trigger."""

from collections.abc import Mapping, Sequence

from onrecord.model.actor import ActorIndex
from onrecord.model.claim import Party
from onrecord.model.event import OtherPart, OtherRole
from onrecord.model.ids import ActorId
from onrecord.model.span import Span
from onrecord.stages.code.hedged import hedge_start
from onrecord.stages.code.kinds import Kinds
from onrecord.stages.code.lent import Lender
from onrecord.stages.code.lexicon import Lexicon
from onrecord.stages.code.named import NameFinder
from onrecord.stages.code.slots import SlotFinder, Slots
from onrecord.stages.code.tree import Tree
from onrecord.stages.code.trigger import Trigger

_PARTS = ("acting", "affected")
_RIGHT_AT = {"at", "into", "outside", "beside", "between"}
_LOCAL = {"in", "at", "into", "to", "from", "for", "near", "outside", "under", "between", "beside", "behind"}


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
        kinds: Kinds,
        states: Mapping[str, ActorId],
    ) -> None:
        self.tree = tree
        self.slots = slots
        self.lexicon = lexicon
        self._text = text
        self._actors = actors
        self._states = states
        self.kinds = kinds
        self._naming = NameFinder(tree, kinds)
        self._lender = Lender(tree, slots, lexicon)
        self._denying = frozenset(lexicon.signs["blame"]["denied"]) - {"reject", "dismiss"}
        self._owning = frozenset(lexicon.signs["blame"]["owning"])
        self._shares = frozenset(lexicon.signs["shares"]) - {"some", "many", "several", "most", "all"}
        self._suffered = frozenset(lexicon.signs["suffered"])

    def heads(self, trigger: Trigger) -> dict[str, list[int]]:
        """Return the head words that play each part of the event at `trigger`."""
        slots = dict(self.slots.of(trigger.number, is_noun=trigger.is_noun))
        if trigger.is_noun:
            self._lender.lend(trigger, slots)
        frame = self.lexicon.frames[trigger.entry.frame]["noun" if trigger.is_noun else "verb"]
        found: dict[str, list[int]] = {}
        taken: set[int] = set(range(trigger.start, trigger.end))
        for part, names in frame.items():
            heads = self._fill(part, names, slots, trigger, taken)
            found[part] = heads
            if part in _PARTS:
                heads += [i for head in heads for i in self._naming.listed(head) if i not in taken and i not in heads]
                taken |= set(heads)
        if trigger.is_noun and trigger.entry.frame == "act" and not found.get("affected"):
            self._give_back(found, slots, trigger)
        return found

    def _give_back(self, found: dict[str, list[int]], slots: Slots, trigger: Trigger) -> None:
        """Make those whose murder or arrest a noun tells of its victims: "Galan's murder", "their detention"."""
        forms = self.tree.forms(trigger.number)
        if not forms & self._suffered:
            return
        owners = [i for name in ("poss", "compound") for i in slots.get(name, ())]
        owned = [i for i in found.get("acting", ()) if i in owners and self.kinds.is_victim(i)]
        owned += [i for i in owners if i not in owned and self.kinds.is_victim(i) and i not in found.get("acting", ())]
        found["affected"] = owned
        found["acting"] = [i for i in found.get("acting", ()) if i not in owned]

    def _fill(self, part: str, names: Sequence[str], slots: Slots, trigger: Trigger, taken: set[int]) -> list[int]:
        heads: list[int] = []
        for name in names:
            if heads and not self._adds(part, name, trigger):
                continue
            candidates = (self._stand_in(part, head, trigger) for head in self._candidates(name, slots, trigger))
            for head in (head for behind in candidates for head in behind):
                if head not in heads and head not in taken and self._may_play(part, name, head, trigger):
                    heads.append(head)
        return heads

    def _stand_in(self, part: str, head: int, trigger: Trigger) -> list[int]:
        """Return who stand behind a weapon or a document that seems to act: "Israeli jets", "a statement urging"."""
        if part != "acting":
            return [head]
        if self.kinds.is_bare_weapon(head):
            beside = self.tree.children(head, "nmod:poss", "amod", "compound")
            behind = [i for i in beside if self.kinds.is_named_party(i)]
            return self.tree.coordinated(behind[-1]) if behind else [head]
        upper = self.tree.head(head)
        if (
            self.lexicon.is_a("words", self.tree.lower(head))
            and self.tree.dep(head) in {"obj", "obl"}
            and upper is not None
            and upper != trigger.number
        ):
            return [next(iter(self.slots.verb(upper).get("subj", ())), head)]
        return [head]

    def _says_where(self, head: int, trigger: Trigger) -> bool:
        """Return whether a name before a noun says where it was, or what is hit there: "Mali market shelling"."""
        if self.kinds.is_town(head):
            return True  # "Kolwe ambush"
        between = range(head + 1, trigger.number)
        return any(self.kinds.is_thing(i) and not self.kinds.is_weapon(i) for i in between)

    def _adds(self, part: str, name: str, trigger: Trigger) -> bool:
        """Return whether a second slot adds to a part that is filled already (all sides of talks act)."""
        return part == "acting" and trigger.entry.frame in {"meet", "settle", "fight", "host", "mediate"} and name in {
            "with", "between", "obj", "poss", "by",
        }  # fmt: skip

    def _candidates(self, name: str, slots: Slots, trigger: Trigger) -> list[int]:
        if name == "obj_party":
            return [i for i in slots.get("obj", ()) if self.kinds.is_party(i)]
        if name == "subj_weapon":
            return [i for i in slots.get("subj", ()) if self.kinds.is_weapon(i)]
        if name == "obj_person":
            return [i for i in slots.get("obj", ()) if self.kinds.is_person(i)]
        if name == "owner":
            if any(self.kinds.is_party(i) for i in slots.get("obj", ())):
                return []
            return [i for i in slots.get("owner", ()) if self._is_owner(i)]
        if name == "clause_party":
            return self._clause_parties(slots.get("clause", ()), trigger)
        if name == "clause":
            return []
        return slots.get(name, [])

    def _is_owner(self, head: int) -> bool:
        if self.tree.dep(head) in {"amod", "compound"}:
            return self.kinds.is_named_party(head)
        return self.kinds.is_party(head) and self.tree.words[head].upos != "PRON"

    def _clause_parties(self, clauses: Sequence[int], trigger: Trigger) -> list[int]:
        """Return the first party the clause names; who is to carry out a threat is not the one threatened."""
        if self.tree.forms(trigger.number) & self._denying:
            return []
        for clause in clauses:
            own: set[int] = set()
            if trigger.entry.frame in {"menace", "pledge"}:
                own = {i for subject in self.tree.children(clause, "nsubj") for i in self.tree.subtree(subject)}
            for number in sorted(self.tree.subtree(clause) - own):
                is_site = trigger.entry.frame == "answer" and self.kinds.is_town(number)  # "refused to meet in Geneva"
                if self.kinds.is_named(number) and self._is_head(number) and not is_site:
                    return self.tree.coordinated(number)
        return []

    def _is_head(self, number: int) -> bool:
        head = self.tree.head(number)
        name = self.kinds.names[number]
        return head is None or not name.start <= head < name.end

    def _may_play(self, part: str, name: str, head: int, trigger: Trigger) -> bool:
        word = self.tree.words[head]
        if word.upos in {"PUNCT", "VERB", "ADV", "SCONJ"} and not self._is_participant_verb(head):
            return False
        if self.tree.lower(head) in {"the", "a", "an"}:
            return False
        if self.tree.lower(head) == "another" and (part == "acting" or trigger.entry.type == "explosion"):
            return False  # another bomb: "another went off near the market"
        if (
            self.tree.lower(head) in {"it", "there", "what", "which", "that"}
            and part != "acting"
            and word.dep == "expl"
        ):
            return False
        if trigger.entry.frame == "answer" and self.tree.lower(head) in {"it", "this", "that"}:
            return False  # "the group denied it": what was said, not who
        if part == "acting" and trigger.is_noun and self._is_share(head):
            return False  # "45 cases involved torture", "reduced clashes by half"
        if part == "affected" and self.tree.lower(head) == "incommunicado":
            return False
        if part == "affected" and name in {"on", "of", "in"} and "bomber" in self.tree.forms(trigger.number):
            return False  # "a suicide bomber on a motorcycle"
        if part == "affected" and name == "on" and self._is_claimed_on(head, trigger):
            return False
        if part == "topic" and word.upos == "NUM" and trigger.entry.frame == "vote":
            return False  # "voted 13-0"
        if name in {"adj", "compound"}:
            return self.kinds.is_named_party(head) and not (part == "acting" and self._says_where(head, trigger))
        if part == "affected" and trigger.entry.frame == "move" and self.kinds.is_town(head):
            return False  # "deployed 400 soldiers to Panyor"
        if part == "affected" and name == "obj" and self._is_own_weapon(head, trigger):
            return False
        if part == "affected" and self.tree.lower(head) == "more" and self.tree.head(head - 1) == self.tree.head(head):
            return False  # "killed four more", tied as two objects
        if part == "affected" and name == "with" and trigger.entry.frame in {"address", "rally"}:
            return self.kinds.is_party(head)  # not "exhumed bodies with gunshot wounds"
        if part in {"acting", "affected"} and name in _LOCAL:
            return self.kinds.is_party(head) or self.kinds.is_place(head) or self._is_right_at(name, head, trigger)
        if part == "acting" and word.upos == "NUM" and not word.dep.startswith(("nsubj", "obl:agent")):
            return False  # "14 were killed and 30 wounded when shells hit": the 30 hit nobody
        if part == "acting" and (self.kinds.is_bare_weapon(head) or self.kinds.is_nobody(head)):
            return False
        if part in {"destination", "origin"}:
            return self.kinds.is_place(head) or self.kinds.is_party(head)
        return True

    def _is_share(self, head: int) -> bool:
        """Return whether a word says how much and not of whom: "half", not "half of the men"."""
        is_share = self.tree.words[head].upos == "NUM" or bool(self.tree.forms(head) & self._shares)
        return is_share and not self.tree.children(head, "nmod")

    def _is_claimed_on(self, head: int, trigger: Trigger) -> bool:
        """Return whether it is where an act is claimed, not what was hit: "claimed the attack on its radio station"."""
        verb = self.tree.head(trigger.number)
        owned = any(self.tree.words[i].tag == "PRP$" for i in self.tree.children(head, "nmod:poss"))
        return owned and trigger.is_noun and verb is not None and bool(self.tree.forms(verb) & self._owning)

    def _is_right_at(self, name: str, head: int, trigger: Trigger) -> bool:
        """Return whether what follows a preposition is hit: "fired into a house", "set fire to a church"."""
        if trigger.entry.frame == "aim" and name == "at" and self.tree.words[head].upos == "NOUN":
            return not self.kinds.is_nobody(head) or self.kinds.is_thing(head)
        is_near = name in _RIGHT_AT or trigger.entry.frame == "plant"
        return (is_near or (trigger.entry.frame == "aim" and name == "to")) and self.kinds.is_thing(head)

    def _is_own_weapon(self, head: int, trigger: Trigger) -> bool:
        """Return whether a weapon is the subject of an active verb, not what it hits: "rounds fell on the hamlet"."""
        is_subject = head in self.slots.verb(trigger.number).get("subj", ()) and not trigger.is_noun
        return is_subject and self.kinds.is_weapon(head) and not self.tree.is_passive(trigger.number)

    def _is_participant_verb(self, head: int) -> bool:
        return self.tree.words[head].tag in {"NN", "NNS"}

    # ---- heads to parts

    def party(self, head: int) -> Party:
        """Return the noun phrase around `head` as a party, with the actor it names."""
        start, end = self.tree.phrase(head)
        span = self.tree.reading.span(hedge_start(start, self.tree), end)
        if self._is_in_compound(head):  # "Israeli army bulldozers": Israeli army
            span = self.tree.reading.span(head - 1, head + 1)
        elif (name := self._naming.ends(head)) is not None:  # "his companion Rita Dunn"
            span, head = Span(span.start, self.tree.span(name).end), name
        own = self.tree.words[head].span
        actor = self._actors.at(span, head=own) or self._actors.at(own)
        known = actor.id if actor is not None else self._states.get(self.tree.lower(head))
        return Party(actor=known, span=span, words=span.of(self._text))

    def _is_in_compound(self, head: int) -> bool:
        """Return whether the word before says which: "Israeli army bulldozers", not "precision U.S. airstrikes"."""
        if self.tree.dep(head) != "compound" or head == 0 or not self.tree.words[head - 1].text[0].isupper():
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
