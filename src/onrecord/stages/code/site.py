"""Where an event happened: the innermost place told as where something is, in its clause or near it."""

from collections.abc import Sequence

from onrecord.model.ids import PlaceId
from onrecord.model.place import Place
from onrecord.model.reading import says_whose
from onrecord.stages.code.draft import Draft
from onrecord.stages.code.ground import Ground
from onrecord.stages.code.kinds import Kinds
from onrecord.vocab.load import load_pattern

_LOCAL = {
    "in", "at", "on", "near", "outside", "inside", "across", "around", "throughout", "along", "between", "to", "into",
    "of", "from", "over", "toward", "towards", "north", "south", "east", "west", "within", "through", "against",
    "beside",
}  # fmt: skip
_BARE = {"obj", "nsubj:pass", "appos", "compound", "conj", "flat", "nmod", "nmod:npmod", "parataxis", "list"}


class SiteFinder:
    """Finds the place of events in one report."""

    def __init__(self, ground: Ground, kinds: Kinds, *, places: Sequence[Place]) -> None:
        self.ground, self.tree, self._kinds = ground, ground.tree, kinds
        self._carrying = frozenset(kinds.lexicon.signs["carrying"])
        self._keeping = frozenset(kinds.lexicon.signs["keeping"])
        self._firing = frozenset(kinds.lexicon.signs["firing"])
        self._seated = frozenset(kinds.lexicon.signs["seated"])
        mentions = sorted((span, i) for i, place in enumerate(places) for span in place.mentions)
        self._mentions = [(ground.words_at(span), places[i]) for span, i in mentions]

    def where(self, draft: Draft, *, apart: frozenset[int] = frozenset()) -> tuple[PlaceId, ...]:
        """Return the innermost place told in or near the event's clause; empty where none is.

        Args:
            draft: The event.
            apart: Words that have a part in another event that did not happen: "They threatened Kenya, and these
                strikes show it" puts no strike into Kenya.
        """
        sentence = self.tree.sentence(draft.number)
        here = [
            (at, place)
            for at, place in self._mentions
            if sentence.start <= at[0] < sentence.end
            and not apart.intersection(range(*at))
            and not self._is_since(at, draft)
            and not self.ground.is_said_apart(self.tree.reading.span(*at), draft)
            and not self._is_where_held(at, draft)
        ]
        local = [(at, place) for at, place in here if self._is_local(at, place, draft)]
        if local:
            return self._innermost(draft, local)
        before = self.ground.sentence_before(sentence.start)
        if before is not None and not self._is_elsewhere(sentence.start, sentence.end):
            earlier = [
                (at, p) for at, p in self._mentions if before[0] <= at[0] < before[1] and self._is_local(at, p, None)
            ]
            if earlier:
                return self._innermost(draft, earlier)
        return ()

    def _is_elsewhere(self, start: int, end: int) -> bool:
        """Return whether a sentence tells of another place than the one before it: "killed 2,300 in the north-west"."""
        words = " ".join(self.tree.lower(i) for i in range(start, end)).replace(" - ", "-")
        return load_pattern("places/words", "elsewhere").search(words) is not None

    def _is_where_held(self, at: tuple[int, int], draft: Draft) -> bool:
        """Return whether a place is only where those somebody deals with are: "19 of its fighters held in Kinshasa"."""
        above = self.tree.head(self.ground.head(at))
        if above is None or self.tree.dep(above) != "acl" or draft.number in self.tree.subtree(above):
            return False
        return bool(self.tree.forms(above) & self._keeping)

    def _is_since(self, at: tuple[int, int], draft: Draft) -> bool:
        """Return whether a place is told of an earlier time: "since August, when 18 died near Bara"."""
        between = [self.tree.lower(i) for i in range(draft.number, at[0])]
        if self.ground.ranks(draft.number) and "since" in between and {"when", "where"} & set(between):
            return True
        for above in (self.ground.head(at), *self.tree.ancestors(self.ground.head(at))):
            if self.tree.case(above) == "since" or self.tree.has(above, "since"):
                return draft.number not in self.tree.subtree(above)
        return False

    def _is_local(self, at: tuple[int, int], place: Place, draft: Draft | None) -> bool:
        """Return whether a place is told as where something is, not as who acts."""
        head = self.ground.head(at)
        dep = self.tree.dep(head)
        case = self.tree.case(head)
        if self._is_seat(head, at, place) or says_whose(self.tree.words, at[1]):
            return False
        acting = set() if draft is None else set(draft.heads.get("acting", ()))
        if dep == "nmod:poss" or dep.startswith("amod") or head in acting or self._is_with_party(head):
            return False
        if self._is_brought_there(head, draft):
            return False
        if case == "from" and self._is_only_from_there(head, draft):
            return False
        if case is not None:
            return case in _LOCAL or (self.tree.words[head].upos != "ADJ" and case not in {"by", "with", "for"})
        if dep in {"nsubj", "iobj", "vocative"}:
            return False
        return dep in _BARE and self.tree.words[head].upos in {"PROPN", "NOUN"}

    def _is_only_from_there(self, head: int, draft: Draft | None) -> bool:
        """Return whether shots or somebody came from there: "fired from the Black Sea", "a man from Selm"."""
        above = self.tree.head(head)
        if draft is not None and draft.type in {"shelling", "air_strike"}:
            return True
        if above is None or above == (None if draft is None else draft.number):
            return False
        return bool(self.tree.forms(above) & self._firing) or self._kinds.is_party(above)

    def _is_brought_there(self, head: int, draft: Draft | None) -> bool:
        """Return whether a place is where somebody is brought after it: "taken to Nasser Hospital after strikes"."""
        while self.tree.dep(head) == "nmod" and self.tree.case(head) in {"in", "of", "near"}:
            above = self.tree.head(head)  # "taken to the hospital in Kassire"
            if above is None:
                return False
            head = above
        verb = self.tree.head(head)
        if verb is None or self.tree.case(head) != "to" or (draft is not None and draft.number == verb):
            return False
        return bool(self.tree.forms(verb) & self._carrying)

    def _is_seat(self, head: int, at: tuple[int, int], place: Place) -> bool:
        """Return whether a place is only where a speaker sits: a ministry in Kinshasa, not police in Goma."""
        body = self.tree.head(head)
        is_inside = place.kind == "facility"  # "medics at Selm Hospital said"
        if body is None or not (is_inside or self.tree.forms(body) & self._seated):
            return False
        return self.ground.is_of_speaker(self.tree.reading.span(*at))

    def _is_with_party(self, head: int) -> bool:
        """Return whether a place is listed with somebody who acts: "forces of either the regime or Russia"."""
        top = self.tree.coordination_top(head)
        return top != head and self._kinds.is_party(top) and not self._kinds.is_place(top)

    def _innermost(self, draft: Draft, near: Sequence[tuple[tuple[int, int], Place]]) -> tuple[PlaceId, ...]:
        ranked = sorted(near, key=lambda pair: self.ground.distance(draft, pair[0]))
        closest = self.ground.distance(draft, ranked[0][0])[0]
        best = ranked[0]
        for at, place in ranked:
            distance = self.ground.distance(draft, at)[0]
            inside = best[1].id in place.within or self._is_chained(best[0], at)
            if distance <= closest + 2 and (inside or (distance == closest and _finer(place, best[1]))):
                best = (at, place) if _finer(place, best[1]) or (inside and not _finer(best[1], place)) else best
        return (best[1].id,)

    def _is_chained(self, left: tuple[int, int], right: tuple[int, int]) -> bool:
        return self.ground.head(left) in self.tree.subtree(self.ground.head(right))


_RANK = ("facility", "camp", "neighbourhood", "town", "district", "province", "water", "region", "border", "country")


def _finer(left: Place, right: Place) -> bool:
    def rank(place: Place) -> int:
        return _RANK.index(place.kind) if place.kind in _RANK else 4

    return rank(left) < rank(right)
