"""Where in a report some words stand."""

from dataclasses import dataclass
from typing import NewType

Words = NewType("Words", str)
"""A report's own words, exactly as they stand at a span."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points `start` to `end` of `Report.text`, end excluded.

    Raises:
        ValueError: The span is empty, runs backwards or starts before the text.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"no words stand at {self.start}-{self.end}; a span needs 0 <= start < end")

    def __len__(self) -> int:
        """Return how many code points the span holds."""
        return self.end - self.start

    def covers(self, other: "Span") -> bool:
        """Return whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Return whether the two spans share a code point."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """Return the words of `text` at this span."""
        return text[self.start : self.end]


def hull(spans: "list[Span] | tuple[Span, ...]") -> Span:
    """Return the smallest span that covers all `spans`.

    Raises:
        ValueError: `spans` is empty.
    """
    return Span(min(span.start for span in spans), max(span.end for span in spans))
