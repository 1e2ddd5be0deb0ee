"""Whether a time told in the sentence of an event is the event's own.

"Agreed on Monday to meet in September": Monday is the agreement's, September the meeting's.
"""

from itertools import islice

from onrecord.model.when import When
from onrecord.stages.code.draft import Draft
from onrecord.stages.code.ground import Ground
from onrecord.stages.code.lexicon import Lexicon
from onrecord.stages.code.tree import Tree

_TOLD_IN = 2  # words up to the verb of saying
_DEALT_WITH = {"for", "over", "of", "about", "into"}


class TimeOwner:
    """Says to which events the times of one report belong."""

    def __init__(self, ground: Ground, lexicon: Lexicon) -> None:
        self.ground, self.tree = ground, ground.tree
        self._issuing = frozenset(lexicon.signs["issuing"])
        self._light = frozenset(lexicon.signs["light"])
        self._nouns, self._types = lexicon.nouns, lexicon.types
        self._occurring_heads = frozenset(words.split(" ")[0] for words in lexicon.signs["occurring"])
        self._lexicon = lexicon

    def may_date(self, at: tuple[int, int], when: When, draft: Draft) -> bool:
        """Return whether a time may be the event's; a relative clause keeps its own times, and so does what is said."""
        if when.span is not None and self.ground.is_said_apart(when.span, draft):
            return False
        if self._is_since_kept(at, draft) or self._is_of_a_deed(at, draft) or self._is_of_a_plan(at, draft):
            return False
        for above in (at[0], *self.tree.ancestors(at[0])):
            if self.tree.dep(above) in ("advcl", "acl") and self._is_since(above):
                return draft.number in self.tree.subtree(above)  # "the deadliest attack since the siege began in May"
            if self.tree.dep(above) == "acl" and (
                self._recalls(above, at, draft) or self.tree.forms(above) & self._issuing
            ):
                return draft.number in self.tree.subtree(above)  # "a report published on Monday"
            if self.tree.dep(above) == "acl:relcl":
                return draft.number in self.tree.subtree(above) or self._is_of_its_taking_place(above, draft)
        return True

    def is_of_saying(self, at: tuple[int, int], draft: Draft) -> bool:
        """Return whether a time belongs to the verb by which somebody is made to tell of the event.

        Or to what it was told in: "said in a statement on Sunday".
        """
        word = self.tree.words[draft.number].span
        above = [self.tree.words[i].span for i in islice(self.tree.ancestors(self.ground.head(at)), _TOLD_IN)]
        shared = self.tree.head(draft.number) if draft.trigger.is_noun else None  # "confirmed his death on Saturday"
        if shared != self.tree.head(self.ground.head(at)):
            shared = None
        time = self.tree.reading.span(*at)
        return any(
            claim.cue is not None
            and any(claim.cue.span.overlaps(spoken) for spoken in above)
            and any(quote.span.covers(word) for quote in claim.content)
            and (
                (shared is not None and claim.cue.span.overlaps(self.tree.words[shared].span))
                or not any(quote.span.covers(time) for quote in claim.content)
            )
            for claim in self.ground.claims
        )

    def is_compared(self, at: tuple[int, int], draft: Draft) -> bool:
        """Return whether a time is only that of what the event is held against: "the deadliest attack since August"."""
        head = self.ground.head(at)
        top = next((i for i in (head, *self.tree.ancestors(head)) if self.tree.case(i) == "since"), None)
        if top is not None and draft.number not in self.tree.subtree(top):
            if top != head:
                return True  # "since the coup of January 2022"
            above = self.tree.head(head)
            return self.ground.ranks(draft.number) or (above is not None and self.tree.words[above].tag == "JJS")
        if "than" in [self.tree.lower(i) for i in range(max(0, at[0] - 2), at[0])]:
            return True  # "96 killings, 14 more than in February"
        start = at[0]
        while start > 0 and self.tree.lower(start - 1)[0].isalnum():
            start -= 1
        beside = range(start, at[0])  # "a riot, the third such outbreak this year"
        return self.tree.lower(at[0]) == "this" and draft.number not in beside and self.ground.says_rank(beside)

    def since_clause(self, draft: Draft) -> int | None:
        """Return the head of the clause or phrase with "since" in which the event is only counted from, if it is."""
        for above in (draft.number, *self.tree.ancestors(draft.number)):
            if self._is_since(above) or self.tree.case(above) == "since":
                return above
            if self.tree.dep(above).startswith(("acl:relcl", "ccomp")):
                return None
        return None

    def _is_since(self, verb: int) -> bool:
        return any(self.tree.lower(mark) == "since" for mark in self.tree.children(verb, "mark"))

    def _is_of_a_deed(self, at: tuple[int, int], draft: Draft) -> bool:
        """Return whether a time is that of the deed a verb deals with: "jailed for the murder of a monk in 1993"."""
        head = self.ground.head(at)
        for above in self.tree.ancestors(head):
            if above == draft.number:
                break
            if self.tree.case(above) in _DEALT_WITH and self._is_violence(above):
                return draft.number not in self.tree.subtree(above)
        deeds = [i for i in self.tree.children(draft.number, "obl") if draft.number < i < at[0] and i != head]
        deeds = [i for i in deeds if self.tree.case(i) in _DEALT_WITH and self.tree.children(i, "nmod")]
        return self.tree.head(head) == draft.number and any(self._is_violence(i) for i in deeds)

    def _is_violence(self, noun: int) -> bool:
        named = [entry for form in self.tree.forms(noun) for _, entry in self._nouns.get(form, ())]
        return any(self._types[entry.type]["kin"] == "violence" for entry in named)

    def _is_of_a_plan(self, at: tuple[int, int], draft: Draft) -> bool:
        """Return whether a time is that of what is agreed or planned: "agreed to meet again in September"."""
        for above in self.tree.ancestors(self.ground.head(at)):
            if above == draft.number:
                return False
            is_infinitive = self.tree.dep(above) == "xcomp" and self.tree.has(above, "to")
            if (
                is_infinitive
                and not self.tree.has(above, "have")
                and not self.tree.forms(above) & self._occurring_heads
            ):
                return draft.number not in self.tree.subtree(above)
        return False

    def _is_since_kept(self, at: tuple[int, int], draft: Draft) -> bool:
        """Return whether a time says since when those the event is about were kept: "freed a man it had held since"."""
        if self.tree.case(self.ground.head(at)) != "since":
            return False
        verb = next((i for i in range(at[0] - 1, draft.number, -1) if self.tree.is_verb(i)), None)
        if verb is None or draft.number > at[0]:
            return False
        parties = {i for heads in draft.heads.values() for i in heads}
        return self.tree.dep(verb) in ("acl", "acl:relcl") and self.tree.head(verb) in parties

    def _recalls(self, verb: int, at: tuple[int, int], draft: Draft) -> bool:
        """Return whether a participle tells since when it is so with a party: "frees four men | held since May"."""
        parties = {i for heads in draft.heads.values() for i in heads}
        return self.tree.head(verb) in parties and self.tree.case(self.ground.head(at)) == "since"

    def _is_of_its_taking_place(self, verb: int, draft: Draft) -> bool:
        """Return whether a relative clause tells when its event took place: "the attack, which occurred on 3 May"."""
        told_of = self.tree.head(verb)
        if told_of is None or draft.number not in (told_of, self.tree.head(told_of)):
            return False
        is_carried_out = self.tree.is_passive(verb) and bool(self.tree.forms(verb) & self._light)
        return is_carried_out or tells_of_occurring(verb, self.tree, self._lexicon)


def tells_of_occurring(verb: int, tree: Tree, lexicon: Lexicon) -> bool:
    """Return whether a verb only says that something was: "occurred on 3 May", "took place in Selm"."""
    forms, objects = tree.forms(verb), {tree.lower(i) for i in tree.children(verb, "obj")}
    told = (words.partition(" ")[::2] for words in lexicon.signs["occurring"])
    return any(head in forms and (not of or of in objects) for head, of in told)
