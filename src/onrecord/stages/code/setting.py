"""When and where an event happened, and who is made to say so."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model.claim import Claim
from onrecord.model.ids import ClaimId, PlaceId
from onrecord.model.place import Place
from onrecord.model.report import Passage, Report
from onrecord.model.span import Span
from onrecord.model.when import When
from onrecord.stages.code.counted_from import Counted, Located, counted_in, moved
from onrecord.stages.code.draft import Draft
from onrecord.stages.code.kinds import Kinds
from onrecord.stages.code.tree import Tree

_LOCAL = {
    "in", "at", "on", "near", "outside", "inside", "across", "around", "throughout", "along", "between", "to", "into",
    "of", "from", "over", "toward", "towards", "north", "south", "east", "west", "within", "through", "against",
    "beside",
}  # fmt: skip
_NAMING = {"compound", "amod", "nummod", "nmod:poss"}  # of a time in the name of something: "a 2016 peace deal"
_RANKING = {"first", "second", "third", "worst", "deadliest", "biggest", "largest", "latest"}
_BARE = {"obj", "nsubj:pass", "appos", "compound", "conj", "flat", "nmod", "nmod:npmod", "parataxis", "list"}


class SettingFinder:
    """Finds time, place and claim of events in one report."""

    def __init__(
        self,
        tree: Tree,
        report: Report,
        passages: Sequence[Passage],
        *,
        kinds: Kinds,
        times: Sequence[When],
        places: Sequence[Place],
        claims: Sequence[Claim],
    ) -> None:
        self.tree = tree
        self._kinds = kinds
        self._carrying = frozenset(kinds.lexicon.signs["carrying"])
        self._keeping = frozenset(kinds.lexicon.signs["keeping"])
        self._light = frozenset(kinds.lexicon.signs["light"])
        self._occurring = [words.partition(" ")[::2] for words in kinds.lexicon.signs["occurring"]]
        self.report = report
        self.passages = passages
        self._claims = claims
        located = [self._located(when.span, when) for when in times if when.span is not None]
        self._times = [(at, when) for at, when in located if _is_point(when)]
        self._all_times = [(at, when) for at, when in located if at[0] >= 0]
        mentions = sorted((span, i) for i, place in enumerate(places) for span in place.mentions)
        self._places = places
        self._mentions = [(self.words_at(span), places[i]) for span, i in mentions]
        self._depth = {place.id: len(place.within) for place in places}

    def words_at(self, span: Span) -> tuple[int, int]:
        """Return the numbers of the words under `span`, end excluded; (-1, -1) where none lies there."""
        words = self.tree.words
        low, high = 0, len(words)
        while low < high:
            middle = (low + high) // 2
            if words[middle].span.end <= span.start:
                low = middle + 1
            else:
                high = middle
        end = low
        while end < len(words) and words[end].span.start < span.end:
            end += 1
        return (low, end) if low < end else (-1, -1)

    def _located(self, span: Span, when: When) -> Located:
        return self.words_at(span), when

    # ---- claim

    def claim(self, span: Span) -> ClaimId | None:
        """Return the innermost claim whose content covers `span`."""
        around = [
            (len(quote.span), claim.id)
            for claim in self._claims
            for quote in claim.content
            if quote.span.covers(span) and not (claim.cue is not None and claim.cue.span.overlaps(span))
        ]
        return min(around, default=(0, None), key=lambda pair: pair[0])[1]

    # ---- when

    def when(self, draft: Draft) -> When | None:
        """Return the time of the event: in its clause, its sentence, the sentence before, or the report's date."""
        sentence = self.tree.sentence(draft.number)
        counted = list(counted_in(self.tree, sentence, self._all_times))
        here = [
            (at, when)
            for at, when in self._times
            if sentence.start <= at[0] < sentence.end and self._may_date(at, when, draft)
        ]
        here = [pair for pair in here if not any(_is_apart(pair[0], draft.number, one) for one in counted)]
        here = [pair for pair in here if not self._is_compared(pair[0], draft)]
        origin = next((one for one in counted if one.is_from(draft.number, self.tree)), None)
        if origin is not None:
            return self._origin(draft, origin, here)
        told = [pair for pair in here if not self._is_of_saying(pair[0], draft)]
        if told:
            return min(told, key=lambda pair: self._distance(draft, pair[0]))[1]
        if here:  # "said on Wednesday that his men had killed": by then, not then
            spoken = min(here, key=lambda pair: self._distance(draft, pair[0]))[1]
            return replace(spoken, basis="context", approximate=True)
        if draft.background or draft.mood.modality in {"planned", "possible", "called_for"}:
            return None
        before = self._sentence_before(sentence.start)
        if before is not None:
            earlier = [
                when
                for at, when in self._times
                if before[0] <= at[0] < before[1] and self.tree.dep(self._head(at)) not in _NAMING
            ]
            if earlier:
                return replace(earlier[-1], basis="context")
        return self._published(draft)

    def _origin(self, draft: Draft, counted: Counted, here: Sequence[Located]) -> When | None:
        """Return when the event was that a time is counted from: its own day, or so many from that of what is told."""
        own = [(at, when) for at, when in here if at[0] in counted.inside]
        if own:
            return min(own, key=lambda pair: self._distance(draft, pair[0]))[1]
        told = [when for at, when in here if at != counted.at]
        if counted.time.start is not None or told:
            return moved(counted.time if counted.time.start is not None else told[0], counted)
        published = self._published(draft)
        return None if published is None or (counted.days or 0) > 0 else moved(published, counted)

    def _is_compared(self, at: tuple[int, int], draft: Draft) -> bool:
        """Return whether a time is only that of what the event is held against: "the deadliest attack since August"."""
        return self.tree.case(self._head(at)) == "since" and self._ranks(draft)

    def _ranks(self, draft: Draft) -> bool:
        beside = self.tree.children(draft.number, "amod", "nummod")
        return any(self.tree.words[i].tag == "JJS" or self.tree.lower(i) in _RANKING for i in beside)

    def _may_date(self, at: tuple[int, int], when: When, draft: Draft) -> bool:
        """Return whether a time may be the event's.

        What is planned is not past; a relative clause keeps its own times, and so does what is said.
        """
        if when.span is not None and self._is_said_apart(when.span, draft):
            return False
        if draft.mood.modality == "planned" and self._is_past(when):
            return False
        for above in (at[0], *self.tree.ancestors(at[0])):
            if self.tree.dep(above) == "acl:relcl":
                return draft.number in self.tree.subtree(above) or self._is_of_its_taking_place(above, draft)
        return True

    def _is_of_its_taking_place(self, verb: int, draft: Draft) -> bool:
        """Return whether a relative clause tells when its event took place: "the attack, which occurred on 3 May"."""
        told_of = self.tree.head(verb)
        if told_of is None or draft.number not in (told_of, self.tree.head(told_of)):
            return False
        forms, objects = self.tree.forms(verb), {self.tree.lower(i) for i in self.tree.children(verb, "obj")}
        is_carried_out = self.tree.is_passive(verb) and bool(forms & self._light)
        return is_carried_out or any(head in forms and (not of or of in objects) for head, of in self._occurring)

    def _is_said_apart(self, told: Span, draft: Draft) -> bool:
        """Return whether a time or place stands in what somebody is made to say, and the event's word outside of it."""
        word = self.tree.words[draft.number].span
        contents = [quote.span for claim in self._claims for quote in claim.content]
        return any(content.covers(told) and not content.covers(word) for content in contents)

    def _is_of_saying(self, at: tuple[int, int], draft: Draft) -> bool:
        """Return whether a time belongs to the verb by which somebody is made to tell of the event."""
        word = self.tree.words[draft.number].span
        head = self.tree.head(self._head(at))
        if head is None:
            return False
        spoken, time = self.tree.words[head].span, self.tree.reading.span(*at)
        return any(
            claim.cue is not None
            and claim.cue.span.overlaps(spoken)
            and any(quote.span.covers(word) for quote in claim.content)
            and not any(quote.span.covers(time) for quote in claim.content)
            for claim in self._claims
        )

    def _is_past(self, when: When) -> bool:
        published = self.report.published
        if published is None or published.start is None or when.end is None:
            return False
        return when.end[:10] < published.start[:10]

    def _published(self, draft: Draft) -> When | None:
        """Return the report's own date for what it tells as news."""
        published = self.report.published
        if published is None or draft.mood.modality != "asserted" or published.precision != "day":
            return None
        return replace(published, basis="report", approximate=True)

    def _sentence_before(self, start: int) -> tuple[int, int] | None:
        if start == 0:
            return None
        mine, other = self.tree.sentence(start), self.tree.sentence(start - 1)
        return (other.start, other.end) if mine.passage == other.passage else None

    def _distance(self, draft: Draft, at: tuple[int, int]) -> tuple[int, int]:
        """Return how far a time stands from the trigger: steps in the tree first, then words."""
        start, end = at
        path = [draft.number, *self.tree.ancestors(draft.number)]
        for number in range(start, end):
            head = self.tree.head(number)
            if head is None or not start <= head < end:
                climb = [number, *self.tree.ancestors(number)]
                common = next((i for i in climb if i in path), None)
                if common is not None:
                    up, down = path.index(common), climb.index(common)
                    return (2 * up + down if common in path else 99, abs(start - draft.number))
        return (99, abs(start - draft.number))

    # ---- where

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
            and not self._is_said_apart(self.tree.reading.span(*at), draft)
            and not self._is_where_held(at, draft)
        ]
        local = [(at, place) for at, place in here if self._is_local(at, draft)]
        if local:
            return self._innermost(draft, local)
        before = self._sentence_before(sentence.start)
        if before is not None:
            earlier = [
                (at, p) for at, p in self._mentions if before[0] <= at[0] < before[1] and self._is_local(at, None)
            ]
            if earlier:
                return self._innermost(draft, earlier)
        return ()

    def _is_where_held(self, at: tuple[int, int], draft: Draft) -> bool:
        """Return whether a place is only where those somebody deals with are: "19 of its fighters held in Kinshasa"."""
        above = self.tree.head(self._head(at))
        if above is None or self.tree.dep(above) != "acl" or draft.number in self.tree.subtree(above):
            return False
        return bool(self.tree.forms(above) & self._keeping)

    def _is_since(self, at: tuple[int, int], draft: Draft) -> bool:
        """Return whether a place is told of an earlier time: "since August, when 18 died near Bara"."""
        between = [self.tree.lower(i) for i in range(draft.number, at[0])]
        if self._ranks(draft) and "since" in between and {"when", "where"} & set(between):
            return True
        for above in (self._head(at), *self.tree.ancestors(self._head(at))):
            if self.tree.case(above) == "since":
                return draft.number not in self.tree.subtree(above)
        return False

    def _head(self, at: tuple[int, int]) -> int:
        for number in range(*at):
            head = self.tree.head(number)
            if head is None or not at[0] <= head < at[1]:
                return number
        return at[0]

    def _is_local(self, at: tuple[int, int], draft: Draft | None) -> bool:
        """Return whether a place is told as where something is, not as who acts."""
        head = self._head(at)
        dep = self.tree.dep(head)
        case = self.tree.case(head)
        acting = set() if draft is None else set(draft.heads.get("acting", ()))
        if dep == "nmod:poss" or dep.startswith("amod") or head in acting or self._is_with_party(head):
            return False
        if case == "to" and self._is_brought_there(head, draft):
            return False
        if case is not None:
            return case in _LOCAL or (self.tree.words[head].upos != "ADJ" and case not in {"by", "with", "for"})
        if dep in {"nsubj", "iobj", "vocative"}:
            return False
        return dep in _BARE and self.tree.words[head].upos in {"PROPN", "NOUN"}

    def _is_brought_there(self, head: int, draft: Draft | None) -> bool:
        """Return whether a place is where somebody is brought after it: "taken to Nasser Hospital after strikes"."""
        verb = self.tree.head(head)
        if verb is None or (draft is not None and draft.number == verb):
            return False
        return bool(self.tree.forms(verb) & self._carrying)

    def _is_with_party(self, head: int) -> bool:
        """Return whether a place is listed with somebody who acts: "forces of either the regime or Russia"."""
        top = self.tree.coordination_top(head)
        return top != head and self._kinds.is_party(top) and not self._kinds.is_place(top)

    def _innermost(self, draft: Draft, near: Sequence[tuple[tuple[int, int], Place]]) -> tuple[PlaceId, ...]:
        ranked = sorted(near, key=lambda pair: self._distance(draft, pair[0]))
        closest = self._distance(draft, ranked[0][0])[0]
        best = ranked[0]
        for at, place in ranked:
            distance = self._distance(draft, at)[0]
            inside = best[1].id in place.within or self._is_chained(best[0], at)
            if distance <= closest + 2 and (inside or (distance == closest and _finer(place, best[1]))):
                best = (at, place) if _finer(place, best[1]) or (inside and not _finer(best[1], place)) else best
        return (best[1].id,)

    def _is_chained(self, left: tuple[int, int], right: tuple[int, int]) -> bool:
        return self._head(left) in self.tree.subtree(self._head(right))


def _is_apart(at: tuple[int, int], number: int, counted: Counted) -> bool:
    """Return whether a time is that of the event counted from, and word `number` is not, or the other way round."""
    return at != counted.at and at[0] in counted.inside and number not in counted.inside


def _is_point(when: When) -> bool:
    """Return whether a time may date an event: an interval, or a day of an unknown year ("on Dec. 6th")."""
    is_fixed = when.start is not None or when.end is not None
    return when.timex.type in {"DATE", "TIME"} and (is_fixed or when.timex.value.startswith(("XXXX-0", "XXXX-1")))


_RANK = ("facility", "camp", "neighbourhood", "town", "district", "province", "water", "region", "border", "country")


def _finer(left: Place, right: Place) -> bool:
    def rank(place: Place) -> int:
        return _RANK.index(place.kind) if place.kind in _RANK else 4

    return rank(left) < rank(right)
