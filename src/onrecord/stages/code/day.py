"""On which day an event happened: the time told in its clause or near it, or the report's own day."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model.reading import Sentence
from onrecord.model.report import Report
from onrecord.model.when import When
from onrecord.stages.code.counted_from import Counted, Located, counted_in, moved
from onrecord.stages.code.draft import Draft
from onrecord.stages.code.ground import Ground
from onrecord.stages.code.lexicon import Lexicon
from onrecord.stages.code.time_owner import TimeOwner

_BACK = 3
_COARSE = ("minute", "hour", "part_of_day", "day", "week", "month", "season", "year", "longer")
_NAMING = {"compound", "amod", "nummod", "nmod:poss"}  # of a time in the name of something: "a 2016 peace deal"


class DayFinder:
    """Finds the time of events in one report."""

    def __init__(self, ground: Ground, report: Report, lexicon: Lexicon, *, times: Sequence[When]) -> None:
        self.ground, self.tree, self.report = ground, ground.tree, report
        self._owner = TimeOwner(ground, lexicon)
        self._types = lexicon.types
        self._bodies = frozenset(lexicon.signs["bodies"])
        self._recalling = frozenset(lexicon.signs["recalling"])
        self._tolls = frozenset(lexicon.signs["figures"]["counts"])
        self._trials = frozenset(lexicon.signs["trials"])
        located = [(ground.words_at(when.span), when) for when in times if when.span is not None]
        self._times = [(at, when) for at, when in located if _is_point(when) and not self._only_says_which(at, when)]
        self._all_times = [(at, when) for at, when in located if at[0] >= 0]

    def _only_says_which(self, at: tuple[int, int], when: When) -> bool:
        """Return whether a time is an adjective of somebody: the "former" of "a former minister"."""
        is_one_word = at[1] - at[0] == 1
        return is_one_word and when.timex.value.endswith("_REF") and self.tree.dep(at[0]) == "amod"

    def when(self, draft: Draft) -> When | None:
        """Return the time of the event: in its clause, its sentence, the sentence before, or the report's date."""
        when = self._told(draft)
        if when is None or not (draft.trigger.is_noun and self.tree.forms(draft.number) & self._bodies):
            return when
        # whose body was found on Monday died by then
        return replace(when, start=None, edtf=f"../{when.end[:10]}") if when.end is not None else None

    def _told(self, draft: Draft) -> When | None:
        sentence = self.tree.sentence(draft.number)
        counted = list(counted_in(self.tree, sentence, self._all_times))
        here = [
            (at, when)
            for at, when in self._times
            if sentence.start <= at[0] < sentence.end
            and self._owner.may_date(at, when, draft)
            and not (draft.mood.modality == "planned" and self._is_past(when))  # what is planned is not past
        ]
        here = [pair for pair in here if not any(_is_apart(pair[0], draft.number, one) for one in counted)]
        here = [pair for pair in here if not self._owner.is_compared(pair[0], draft)]
        origin = next((one for one in counted if one.is_from(draft.number, self.tree)), None)
        if origin is not None:
            return self._origin(draft, origin, here)
        told = [pair for pair in here if not self._owner.is_of_saying(pair[0], draft)]
        since = self._owner.since_clause(draft)
        if since is not None:  # "killed since the invasion began": on no day of the report's
            inside = self.tree.subtree(since)
            own = [pair for pair in told if pair[0][0] in inside]
            return min(own, key=lambda pair: self.ground.distance(draft, pair[0]))[1] if own else None
        if self._has_own_day(draft) and not any(self.tree.head(self.ground.head(at)) == draft.number for at, _ in told):
            return None
        if told:
            return min(told, key=lambda pair: self.ground.distance(draft, pair[0]))[1]
        if here:  # "said on Wednesday that his men had killed": by then, not then
            spoken = min(here, key=lambda pair: self.ground.distance(draft, pair[0]))[1]
            return replace(spoken, basis="context", approximate=True)
        if self._is_tried(draft) or draft.background or draft.mood.modality in {"planned", "possible", "called_for"}:
            return None
        if any(self.tree.forms(i) & self._recalling for i in self.tree.ancestors(draft.number)):
            return None  # "testified that soldiers had burned the town"
        published = self._published(draft)
        if published is not None and self._is_now(draft):
            return published
        before = self._told_before(draft)
        if before is None or self._is_to_come(before):
            return published
        if published is not None and _COARSE.index(before.precision) >= _COARSE.index("month"):
            # "In June, 18 died. The governor imposed a curfew": in June, or now? But "they" go on with the story
            return replace(before, basis="context") if self._goes_on(draft) else None
        if self._is_before_that(draft) and before.end is not None:
            return replace(before, start=None, edtf=f"../{before.end[:10]}", basis="context")
        return replace(before, basis="context")

    def _is_now(self, draft: Draft) -> bool:
        """Return whether words are told as spoken now: "expresses its solidarity", "has summoned the envoy"."""
        is_perfect = any(self.tree.lower(i) in {"has", "have"} for i in self.tree.children(draft.number, "aux"))
        is_present = self.tree.words[draft.number].tag in {"VBZ", "VBP"} or is_perfect
        return is_present and self._types[draft.type]["kin"] == "words"

    def _goes_on(self, draft: Draft) -> bool:
        parties = [i for part in ("acting", "affected") for i in draft.heads.get(part, ())]
        return any(self.tree.words[i].tag == "PRP" for i in parties)

    def _is_before_that(self, draft: Draft) -> bool:
        """Return whether the report steps back with "had": "was murdered on Sunday. He had received threats"."""
        verbs = (draft.number, self.tree.head(draft.number) if draft.trigger.is_noun else None)
        had = any(self.tree.lower(i) == "had" for v in verbs if v is not None for i in self.tree.children(v, "aux"))
        return had and self.ground.claim(self.tree.reading.span(draft.trigger.start, draft.trigger.end)) is None

    def _told_before(self, draft: Draft) -> When | None:
        """Return the last and finest time of the sentence before in the passage.

        An act that would else be dated by the report has the time of the last three, about.
        """
        sentence: Sentence | None = self.tree.sentence(draft.number)
        is_act = self._types[draft.type]["kin"] != "words" and self._published(draft) is not None
        for step in range(_BACK if is_act else 1):
            before = None if sentence is None else self.ground.sentence_before(sentence.start)
            if before is None:
                return None
            sentence = self.tree.sentence(before[0])
            if earlier := self._times_of(sentence):
                if not is_act:
                    return earlier[-1]
                finest = min(_COARSE.index(when.precision) for when in earlier)
                last = [when for when in earlier if _COARSE.index(when.precision) == finest][-1]
                return replace(last, approximate=True) if step else last
        return None

    def _times_of(self, sentence: Sentence) -> list[When]:
        """Return the times of a sentence that may go on: none open on a side, none counted from another event."""
        counted = {one.at for one in counted_in(self.tree, sentence, self._all_times)}
        return [
            when
            for at, when in self._times
            if sentence.start <= at[0] < sentence.end
            and at not in counted
            and (when.start is None) == (when.end is None)
            and not self._is_of_toll(at)
            and not any(self._is_aside(i) for i in self.tree.ancestors(at[0]))
            and self.tree.dep(self.ground.head(at)) not in _NAMING
            and self.tree.case(self.ground.head(at)) not in ("since", "until", "till")
        ]

    def _is_aside(self, verb: int) -> bool:
        """Return whether a clause is of another time than its sentence: "who had left on Monday", "since it began"."""
        return self.tree.dep(verb) == "acl:relcl" or self.tree.has(verb, "since")

    def _is_of_toll(self, at: tuple[int, int]) -> bool:
        """Return whether a time is that of a count: "the toll of the attack rose to 37 on Monday"."""
        verb = self.tree.head(self.ground.head(at))
        subjects = [] if verb is None else self.tree.children(verb, "nsubj")
        return any(self.tree.forms(i) & self._tolls for i in subjects)

    def _has_own_day(self, draft: Draft) -> bool:
        """Return whether the event is told to be of a day that nothing fixes: "on Thursday", in a report of no date."""
        return any(
            when.start is None
            and when.timex.value.startswith("XXXX-W")
            and self.tree.head(self.ground.head(at)) == draft.number
            for at, when in self._all_times
        )

    def _is_tried(self, draft: Draft) -> bool:
        """Return whether it is only what a court or an inquiry deals with: "a trial over the deaths of 214 people"."""
        if self.tree.case(draft.number) not in {"over", "for", "into", "of"}:
            return False
        head = self.tree.head(draft.number)
        return head is not None and bool(self.tree.forms(head) & self._trials)

    def _origin(self, draft: Draft, counted: Counted, here: Sequence[Located]) -> When | None:
        """Return when the event was that a time is counted from: its own day, or so many from that of what is told."""
        own = [(at, when) for at, when in here if at[0] in counted.inside]
        if own:
            return min(own, key=lambda pair: self.ground.distance(draft, pair[0]))[1]
        beside = [when for at, when in here if self.tree.head(self.ground.head(at)) == self.tree.head(counted.top)]
        if beside and counted.days is not None:
            return moved(beside[0], counted)  # "was found on Tuesday in Kelo, two days after he was kidnapped"
        told = [when for at, when in here if at != counted.at]
        if counted.time.start is not None or told:
            return moved(counted.time if counted.time.start is not None else told[0], counted)
        published = self._published(draft)
        return None if published is None or (counted.days or 0) > 0 else moved(published, counted)

    def _is_to_come(self, when: When) -> bool:
        published = self.report.published
        if published is None or published.end is None or when.start is None:
            return False
        return when.start[:10] > published.end[:10]

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


def _is_apart(at: tuple[int, int], number: int, counted: Counted) -> bool:
    """Return whether a time is that of the event counted from, and word `number` is not, or the other way round."""
    return at != counted.at and at[0] in counted.inside and number not in counted.inside


def _is_point(when: When) -> bool:
    """Return whether a time may date an event: an interval, or a day of an unknown year ("on Dec. 6th")."""
    is_fixed = when.start is not None or when.end is not None
    return when.timex.type in {"DATE", "TIME"} and (is_fixed or when.timex.value.startswith(("XXXX-0", "XXXX-1")))
