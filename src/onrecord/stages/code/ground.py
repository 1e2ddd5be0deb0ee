"""What finding the day and the place of an event share: the words under a span, claims, and steps in the tree."""

from collections.abc import Iterable, Sequence

from onrecord.model.claim import Claim
from onrecord.model.ids import ClaimId
from onrecord.model.span import Span
from onrecord.stages.code.draft import Draft
from onrecord.stages.code.tree import Tree

_RANKING = {"first", "second", "third", "fourth", "fifth", "worst", "deadliest", "biggest", "largest", "latest"}


class Ground:
    """Answers where words stand to an event in one report."""

    def __init__(self, tree: Tree, claims: Sequence[Claim]) -> None:
        self.tree = tree
        self.claims = claims

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

    def claim(self, span: Span) -> ClaimId | None:
        """Return the innermost claim whose content covers `span`."""
        around = [
            (len(quote.span), claim.id)
            for claim in self.claims
            for quote in claim.content
            if quote.span.covers(span) and not (claim.cue is not None and claim.cue.span.overlaps(span))
        ]
        return min(around, default=(0, None), key=lambda pair: pair[0])[1]

    def sentence_before(self, start: int) -> tuple[int, int] | None:
        """Return the words of the sentence of the same passage before the one that begins at `start`."""
        if start == 0:
            return None
        mine, other = self.tree.sentence(start), self.tree.sentence(start - 1)
        return (other.start, other.end) if mine.passage == other.passage else None

    def distance(self, draft: Draft, at: tuple[int, int]) -> tuple[int, int]:
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

    def head(self, at: tuple[int, int]) -> int:
        """Return the word of a phrase that hangs outside of it."""
        for number in range(*at):
            head = self.tree.head(number)
            if head is None or not at[0] <= head < at[1]:
                return number
        return at[0]

    def is_said_apart(self, told: Span, draft: Draft) -> bool:
        """Return whether a time or place stands in what somebody is made to say, and the event's word outside of it.

        What the same speaker goes on to say is not apart: "told of the raid on Selm and denied having burned it".
        """
        word = self.tree.words[draft.number].span
        own = [claim for claim in self.claims if any(quote.span.covers(word) for quote in claim.content)]
        speakers = {party.span for claim in own for party in claim.speakers}
        return any(
            any(quote.span.covers(told) for quote in claim.content)
            and claim not in own
            and not (told.end <= word.start and any(party.span in speakers for party in claim.speakers))
            for claim in self.claims
        )

    def is_of_speaker(self, told: Span) -> bool:
        """Return whether a time or place stands in the words that name a speaker."""
        speakers = [party.span for claim in self.claims for party in claim.speakers if party.span is not None]
        return any(span.covers(told) and span != told for span in speakers)

    def ranks(self, noun: int) -> bool:
        """Return whether a noun holds what it names against others: "the deadliest attack", "the third such riot"."""
        return self.says_rank(self.tree.children(noun, "amod", "nummod"))

    def says_rank(self, numbers: Iterable[int]) -> bool:
        """Return whether one of the words is a superlative or says the how manieth."""
        return any(self.tree.words[i].tag == "JJS" or self.tree.lower(i) in _RANKING for i in numbers)
