"""One sentence as the stage walks it: its words by number, in lower case, with what the tree says of them.

The tree may be wrong or missing (a reading made without a model): every question here has an
answer on order alone, and the tree is asked where order does not settle it.
"""

from dataclasses import dataclass, field

from onrecord.model.reading import Reading, Word
from onrecord.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Words `start` to `end` of a reading: a sentence. Numbers here count from the sentence's first word."""

    words: tuple[Word, ...]
    lower: tuple[str, ...]
    heads: tuple[int | None, ...]
    span: Span
    passage: int
    has_tree: bool
    first: int = field(default=0)
    """The number of the sentence's first word in the reading."""

    def at(self, offset: int) -> int:
        """Return the number of the first word that ends after `offset`; the number of words if none does."""
        low, high = 0, len(self.words)
        while low < high:
            middle = (low + high) // 2
            if self.words[middle].span.end <= offset:
                low = middle + 1
            else:
                high = middle
        return low

    def inside(self, span: Span) -> tuple[int, int]:
        """Return the words (start, end excluded) that `span` touches."""
        start = self.at(span.start)
        end = start
        while end < len(self.words) and self.words[end].span.start < span.end:
            end += 1
        return start, end

    def span_of(self, start: int, end: int) -> Span:
        """Return the span in the text of words `start` to `end` (end excluded)."""
        return Span(self.words[start].span.start, self.words[end - 1].span.end)

    def dep(self, number: int) -> str:
        """Return the Universal Dependencies relation of word `number`, its subtype included."""
        return self.words[number].dep

    def upos(self, number: int) -> str:
        """Return the part of speech of word `number`, an empty string where the reading has none."""
        return self.words[number].upos if self.has_tree else ""


def lines_of(reading: Reading) -> tuple[Line, ...]:
    """Return the sentences of `reading` as lines, in order."""
    return tuple(_line(reading, s.start, s.end, s.passage) for s in reading.sentences if s.start < s.end)


def _line(reading: Reading, start: int, end: int, passage: int) -> Line:
    words = reading.words[start:end]
    heads = tuple(None if word.head is None or not start <= word.head < end else word.head - start for word in words)
    return Line(
        words=words,
        lower=tuple(word.text.lower().replace("’", "'") for word in words),
        heads=heads,
        span=Span(words[0].span.start, words[-1].span.end),
        passage=passage,
        has_tree=sum(head is not None for head in heads) * 2 > len(words),
        first=start,
    )
