"""Cuts a passage into windows the network can take, after the end of a sentence where there is one."""

from collections.abc import Iterator

from onrecord.model.span import Span
from onrecord.reader.tokenise import tokenise

MOST_WORDS = 160
MOST_LETTERS = 1600


def windows(text: str, passage: Span) -> Iterator[list[Span]]:
    """Yield the spans of the words of each window of `passage`, in order."""
    left = list(tokenise(text, start=passage.start, end=passage.end))
    while left:
        most = letters = 0
        while most < min(len(left), MOST_WORDS) and (not most or letters + len(left[most]) <= MOST_LETTERS):
            letters += min(len(left[most]), 12)
            most += 1
        if most < len(left):
            ends = [i + 1 for i in range(most // 3, most) if left[i].of(text) in (".", "!", "?")]
            most = ends[-1] if ends else most
        yield left[:most]
        left = left[most:]
