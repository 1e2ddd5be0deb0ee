"""What stands around a verb or a noun that may name an event: subject, object, prepositions, owner.

"Rebels ambushed and killed two policemen near Apopa" -> killed: subj Rebels, obj policemen, near Apopa.
A slot holds the numbers of head words, each coordinated one for itself.
"""

from collections import defaultdict
from collections.abc import Sequence

from onrecord.model.reading import Frame
from onrecord.stages.code.inflect import base_forms
from onrecord.stages.code.lexicon import Lexicon
from onrecord.stages.code.positions import standing
from onrecord.stages.code.tree import Tree

Slots = dict[str, list[int]]
_RELATIVE = {"who", "which", "that", "whom", "whose"}
_ALIAS = {"upon": "on", "onto": "on", "toward": "towards", "inside": "in", "within": "in", "amongst": "among"}


class SlotFinder:
    """Finds slots in one reading; `dated` holds the numbers of words that belong to time expressions."""

    def __init__(self, tree: Tree, lexicon: Lexicon, *, dated: frozenset[int], frames: Sequence[Frame] = ()) -> None:
        self.tree = tree
        self.lexicon = lexicon
        self.dated = dated
        self._frames = {frame.start: frame for frame in frames if frame.kind == "predicate"}
        self._onto_others, self._driving_out = (
            frozenset(lexicon.signs[name]) for name in ("onto_others", "driving_out")
        )
        self._verbs: dict[int, Slots] = {}

    def of(self, number: int, *, is_noun: bool) -> Slots:
        """Return the slots around word `number`."""
        return self.noun(number) if is_noun else self.verb(number)

    def verb(self, verb: int) -> Slots:
        """Return the slots of a verb, with what it shares with or takes from the verbs around it."""
        if verb in self._verbs:
            return self._verbs[verb]
        self._verbs[verb] = {}  # a broken tree may run in a circle
        slots: Slots = defaultdict(list)
        self._own(verb, slots)
        hangs = self.tree.dep(verb) in {"acl", "amod"}
        if (not slots["subj"] and not (self.tree.is_passive(verb) and slots["obj"])) or (hangs and not slots["obj"]):
            self._inherit(verb, slots)
        self._from_frame(verb, slots)
        self._owners(slots)
        self._clauses(verb, slots)
        self._verbs[verb] = {name: heads for name, heads in slots.items() if heads}
        return self._verbs[verb]

    def noun(self, noun: int) -> Slots:
        """Return the slots of a noun: whose, of whom, by whom, against whom."""
        tree, slots = self.tree, defaultdict[str, list[int]](list)
        for child in tree.children(noun):
            dep = tree.dep(child)
            if child in self.dated:
                continue
            if dep == "nmod:poss":
                self._add(slots, "poss", child)
            elif dep.startswith(("nmod", "obl", "acl", "advcl", "ccomp", "xcomp")) and not dep.startswith("acl:relcl"):
                self._noun_prep(child, slots)
            elif dep == "amod":
                self._add(slots, "adj", child)
            elif dep == "compound" or (dep.startswith("nmod") and child < noun):
                self._add(slots, "compound", child)
        for below in slots.get("of", [])[:1]:  # "suspension of air links with Serbia"
            for child in tree.children(below, "nmod"):
                case = tree.case(child)
                if case in {"with", "to", "on", "against", "between"} and not slots[case]:
                    self._add(slots, case, child)
        return {name: heads for name, heads in slots.items() if heads}

    def _noun_prep(self, child: int, slots: Slots) -> None:
        tree = self.tree
        if tree.dep(child).startswith(("acl", "advcl", "ccomp", "xcomp")):
            forms = base_forms(tree.lower(child))
            if forms & {"target", "hit", "strike", "involve"} and tree.lower(child).endswith("ing"):
                for obj in tree.children(child, "obj"):
                    self._add(slots, "targeting", obj)
            if forms & {"mediate", "broker", "sponsor", "facilitate", "negotiate", "host"}:
                for agent in self._agents(child):
                    self._add(slots, "mediated", agent)
            elif tree.lower(child).endswith(("ed", "en", "ught")) or tree.words[child].tag == "VBN":
                for agent in self._agents(child):
                    self._add(slots, "by", agent)
            slots["clause"].append(child)
            return
        case = tree.case(child)
        if case is not None:
            case, child = standing(tree, case, child)
            self._add(slots, _ALIAS.get(case, case), child)

    def _agents(self, verb: int) -> list[int]:
        return [i for i in self.tree.children(verb, "obl", "nmod") if self.tree.case(i) == "by"]

    def _add(self, slots: Slots, name: str, head: int) -> None:
        for number in self.tree.coordinated(head):
            is_word = any(c.isalnum() for c in self.tree.lower(number))  # not the dash of a list
            if is_word and number not in self.dated and number not in slots[name]:
                slots[name].append(number)

    def _own(self, verb: int, slots: Slots) -> None:
        tree = self.tree
        passive = tree.is_passive(verb) or self._shares_passive(verb) or self._lacks_object(verb)
        for child in tree.children(verb):
            dep = tree.dep(child)
            base = dep.partition(":")[0]
            if dep == "nsubj:outer" and child > verb:
                continue  # "..., killing nine, a claim that the army rejected"
            if base == "nsubj":
                name = "obj" if dep == "nsubj:pass" or (passive and dep != "nsubj:outer") else "subj"
                self._add(slots, name, self._antecedent(child, verb))
                if passive:
                    self._add(slots, "passive_subj", self._antecedent(child, verb))
            elif base == "obj":
                self._add(slots, "obj", self._antecedent(child, verb))
            elif base == "iobj":
                self._add(slots, "iobj", self._antecedent(child, verb))
            elif base in {"obl", "nmod", "advcl"} and child not in self.dated:
                self._prep(child, dep, passive, slots)
            elif base == "conj" and tree.is_nominal(child) and tree.case(child) is not None:
                self._prep(child, "obl", False, slots)  # "at the house and at the office"
        if tree.forms(verb) & self._driving_out and "from" not in slots:
            behind = {i for head in list(slots["obj"]) for i in tree.subtree(head)}
            for child in sorted(i for i in behind if tree.case(i) == "from"):
                self._add(slots, "from", child)  # "driven some 40,000, half of them children, from their homes"
        if tree.dep(verb) == "acl:relcl" and tree.head(verb) is not None:
            self._gap(verb, passive, slots)

    def _shares_passive(self, verb: int) -> bool:
        """Return whether a bare participle goes on a passive: "14 people were killed and more than 30 wounded"."""
        tree, head = self.tree, self.tree.head(verb)
        if head is None or tree.dep(verb) != "conj" or not tree.is_passive(head) or tree.words[verb].tag == "VBG":
            return False
        harms = set(self.lexicon.signs["harm"])
        return bool(tree.forms(verb) & harms) and not tree.children(verb, "aux", "obj")

    def _lacks_object(self, verb: int) -> bool:
        """Return whether a past form that needs an object has none and no auxiliary: "Man killed in Goma blast"."""
        tree = self.tree
        if tree.words[verb].tag not in {"VBD", "VBN"} or tree.dep(verb) == "acl:relcl":
            return False
        objects = [i for other in tree.coordinated(verb) for i in tree.children(other, "obj", "iobj", "ccomp", "xcomp")]
        is_onto_others = bool(tree.forms(verb) & self._onto_others) or self._is_shot(verb)
        return is_onto_others and not objects and not tree.children(verb, "aux")

    def _is_shot(self, verb: int) -> bool:
        """Return whether those without arms were shot, in the short way of headlines: "Protesters shot in Maruba"."""
        tree = self.tree
        subjects = tree.children(verb, "nsubj")
        if tree.lower(verb) != "shot" or not subjects or any(tree.children(i, "det") for i in subjects):
            return False
        is_armed = any(self.lexicon.is_a("forces", tree.lower(i)) for i in subjects)
        aims = any(tree.case(i) in {"at", "into", "toward", "towards", "from"} for i in tree.children(verb, "obl"))
        return not is_armed and not aims and all(self.lexicon.is_a("people", tree.lower(i)) for i in subjects)

    def _prep(self, child: int, dep: str, passive: bool, slots: Slots) -> None:
        tree = self.tree
        case = tree.case(child)
        if dep.startswith("advcl"):
            return
        if case is None:
            return
        case, child = standing(tree, _ALIAS.get(case, case), child)
        if case == "by" and (passive or dep == "obl:agent"):
            self._add(slots, "subj", child)
            self._add(slots, "agent", child)
        else:
            self._add(slots, case, child)

    def _antecedent(self, child: int, verb: int) -> int:
        """Return the noun that a relative pronoun stands for, else the word itself."""
        tree = self.tree
        if tree.lower(child) not in _RELATIVE:
            return child
        top: int | None = verb
        while top is not None:
            if tree.dep(top) in {"acl:relcl", "acl"}:
                head = tree.head(top)
                return child if head is None else self._not_a_person(head, child)
            if tree.dep(top) not in {"conj", "xcomp"}:
                break
            top = tree.head(top)
        return child

    def _not_a_person(self, head: int, pronoun: int) -> int:
        """Return what `which` goes back to: "Ana Sol, the leader of the Front, which took part" is the Front."""
        persons = {i for n in self.tree.reading.names if n.kind == "person" for i in range(n.start, n.end)}
        if self.tree.lower(pronoun) != "which" or head not in persons:
            return head
        last = pronoun - 1
        while last > head and not self.tree.is_nominal(last):
            last -= 1
        while (above := self.tree.head(last)) is not None and head < above < pronoun:
            if self.tree.children(last, "case") or self.tree.dep(last) == "appos":
                break
            last = above
        return last if last > head else head

    def _gap(self, verb: int, passive: bool, slots: Slots) -> None:
        """Fill the noun a relative clause without its own pronoun hangs on ("the town they took")."""
        head = self.tree.head(verb)
        assert head is not None
        used = {i for heads in slots.values() for i in heads}
        if head not in used and not slots["obj"] and slots["subj"] and not passive:
            pronoun = any(self.tree.lower(i) in _RELATIVE | {"where", "when"} for i in self.tree.children(verb))
            if not pronoun:
                slots["obj"].append(head)

    def _inherit(self, verb: int, slots: Slots) -> None:
        """Take subject (and object) from the verb or noun this one depends on."""
        tree = self.tree
        head, dep = tree.head(verb), tree.dep(verb).partition(":")[0]
        if head is None:
            return
        active = any(tree.lower(i) == "having" for i in tree.children(verb, "aux", "mark"))
        participle = not active and (
            tree.words[verb].tag == "VBN"
            or (tree.words[verb].tag not in {"VBG", "VB", "VBD", "VBP", "VBZ"} and tree.lower(verb).endswith("ed"))
        )
        if dep in {"acl", "amod"}:
            passive = (participle or self._lacks_object(verb)) and not tree.has(verb, "to")
            if tree.has(verb, "to"):
                slots["subj"] += [i for i in self.noun(head).get("poss", ()) if i not in slots["subj"]]
                return
            name = "obj" if passive and not slots["obj"] else "subj"
            if name == "obj" or not slots["subj"]:
                self._add(slots, name, head)
            if passive:
                for agent in self._agents(verb):
                    self._add(slots, "subj", agent)
                    self._add(slots, "agent", agent)
        elif dep == "conj" and self._is_verbal(head):
            self._shared(head, verb, slots)
        elif dep == "xcomp" and self._is_verbal(head):
            self._controlled(head, verb, slots)
        elif (
            dep in {"advcl", "ccomp", "parataxis"}
            and self._is_verbal(head)
            and (tree.lower(verb).endswith("ing") or tree.has(verb, "to") or (participle and dep == "advcl"))
        ):
            upper = self.verb(head)
            name = "obj" if participle and tree.is_passive(head) and not slots["obj"] else "subj"
            if participle and not tree.lower(verb).endswith("ing") and not slots["obj"]:
                name = "obj"
            if name == "subj" and upper.get("obj") and self._is_of_object(verb, head):
                slots["subj"] += upper["obj"]  # "accused the army of violating the truce"
                return
            slots[name] += upper.get("subj" if name == "subj" else "obj", upper.get("subj", []))[:4]

    def _is_of_object(self, verb: int, head: int) -> bool:
        """Return whether a clause with "of" or "for" is told of the object of the verb over it."""
        marks = {self.tree.lower(i) for i in self.tree.children(verb, "mark", "case")}
        control = set(self.lexicon.signs["object_control"])
        return bool(marks & {"of", "for"}) and bool(self.tree.forms(head) & control)

    def _is_verbal(self, number: int) -> bool:
        return self.tree.is_verb(number) or bool(self.tree.children(number, "nsubj", "cop"))

    def _shared(self, first: int, verb: int, slots: Slots) -> None:
        upper = self.verb(first)
        bare = self.tree.words[verb].tag == "VBN" or not self.tree.children(verb, "aux")
        if self.tree.is_passive(first) and self.tree.words[verb].tag in {"VBN", "VBD"} and not slots["obj"] and bare:
            slots["obj"] += upper.get("obj", [])
            slots["subj"] += [i for i in upper.get("agent", []) if i not in slots["subj"]]
        elif self.tree.is_passive(verb):
            slots["obj"] += upper.get("subj", [])
        else:
            slots["subj"] += upper.get("subj", [])

    def _controlled(self, head: int, verb: int, slots: Slots) -> None:
        upper = self.verb(head)
        forms = self.tree.forms(head)
        control = set(self.lexicon.signs["object_control"])
        own = upper.get("obj") or upper.get("on") or upper.get("iobj")
        source = own if forms & control and own else upper.get("subj", [])
        if not source and self.tree.is_passive(head):
            source = upper.get("obj", [])
        is_state = self.tree.words[verb].tag == "JJ" and self.tree.lower(verb).endswith("ed")  # "left scores injured"
        is_bare = self.tree.words[verb].tag == "VBN" and not self.tree.children(verb, "aux")  # not "to have seized"
        name = "obj" if self.tree.is_passive(verb) or is_bare or is_state else "subj"
        slots[name] += [i for i in source or [] if i not in slots[name]]

    def _from_frame(self, verb: int, slots: Slots) -> None:
        """Fill subject and object from the reader's predicate frame where the tree gave none."""
        frame = self._frames.get(verb)
        if frame is None:
            return
        for label, name in (("ARG0", "subj"), ("ARG1", "obj")):
            if slots[name] or (label == "ARG1" and slots.get("clause")):
                continue
            for role in frame.all(label):
                head = self._head_of(role.start, role.end)
                if name == "subj" and self.tree.case(head) not in {None, "by"}:
                    continue  # "in Idlib province killed 20": where, not who
                if name == "subj" and head in slots["obj"]:
                    continue
                if self.tree.is_nominal(head) and not role.start <= verb < role.end:
                    self._add(slots, name, self._antecedent(head, verb))
            if label == "ARG1" and self.tree.dep(verb) == "acl" and not frame.all("ARG0"):
                slots["subj"] = [i for i in slots["subj"] if i not in slots["obj"]]  # 46 rebels "neutralised"

    def _head_of(self, start: int, end: int) -> int:
        for number in range(start, end):
            head = self.tree.head(number)
            if (head is None or not start <= head < end) and self.tree.dep(number) not in {"punct", "case", "mark"}:
                return number
        return start

    def _owners(self, slots: Slots) -> None:
        """Find whose the object is ("rejected Iran's offer") and whether it is a party itself."""
        objects = list(slots.get("obj", ()))
        for obj in objects + [i for head in objects for i in self.noun(head).get("of", ())]:
            around = self.noun(obj)
            for name in ("poss", "by", "from", "of", "adj", "compound"):
                slots["owner"] += [i for i in around.get(name, ()) if i not in slots["owner"]]
            slots["by_object"] += around.get("by", [])
            for name in ("on", "against", "to", "for", "with", "in", "into", "at", "between"):
                if name in around:
                    slots[name] += [i for i in around[name] if i not in slots[name]]

    def _clauses(self, verb: int, slots: Slots) -> None:
        """Find the clause a verb governs and that clause's subject ("demanded that Israel withdraw")."""
        tree = self.tree
        clauses = tree.children(verb, "ccomp", "xcomp") + tree.children(verb, "advcl")
        for child in clauses:
            if tree.dep(child).startswith("advcl") and tree.children(child, "nsubj") and not tree.has(child, "for"):
                continue
            slots["clause"].append(child)
            subjects = tree.children(child, "nsubj", "csubj")
            for subject in subjects:
                self._add(slots, "clause_subj", subject)
