"""A claim in the making, in word numbers of the reading."""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.model.claim import Act
from onrecord.model.reading import Reading

Range = tuple[int, int]
FINITE = frozenset(("MD", "VBZ", "VBD", "VBP"))
FIRST_PERSON = frozenset(("i", "we", "my", "our", "me", "us"))
NOT = frozenset(("not", "n't", "n’t", "never"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """Who is made to say what by which words. `head` is the cue's main word, `passage` counts from 0.

    `is_direct` is set where the layout shows direct speech without quotation marks, `is_read` where
    the language model saw it, `has_clause` where the cue governs a clause of its own in the tree.
    """

    passage: int
    head: int | None
    cue: Range | None
    sources: tuple[Range, ...]
    content: tuple[Range, ...]
    act: Act
    told: tuple[Range, ...] = ()
    is_direct: bool = False
    is_read: bool = False
    has_clause: bool = False


def numbers(ranges: Iterable[Range]) -> set[int]:
    """Return the numbers of the words in `ranges`."""
    return {number for start, end in ranges for number in range(start, end)}


def cue_words(saying: Saying) -> set[int]:
    """Return the numbers of the cue's words."""
    return numbers([saying.cue]) if saying.cue else set()


def ranges(reading: Reading, chosen: Iterable[int]) -> tuple[Range, ...]:
    """Return `chosen` word numbers as ranges without punctuation at their ends.

    Ranges that only punctuation parts become one.
    """
    found: list[list[int]] = []
    chosen = sorted(chosen)
    for number in chosen:
        gap = range(found[-1][1], number) if found else range(0)
        if found and all(is_mark(reading, i) for i in gap):
            found[-1][1] = number + 1
        else:
            found.append([number, number + 1])
    return tuple(piece for piece in (trimmed(reading, (start, end)) for start, end in found) if piece is not None)


def is_mark(reading: Reading, number: int) -> bool:
    """Return whether the word is punctuation."""
    return not any(c.isalnum() for c in reading.words[number].text)


def trimmed(reading: Reading, piece: Range) -> Range | None:
    """Return `piece` without commas, stops and dashes at its ends; quotation marks stay."""
    start, end = piece
    while start < end and _is_loose(reading, start):
        start += 1
    while start < end and (_is_loose(reading, end - 1) or _is_reference(reading, start, end)):
        end -= 1
    if start == end or all(is_mark(reading, i) for i in range(start, end)):
        return None
    return start, end


def _is_reference(reading: Reading, start: int, end: int) -> bool:
    """Return whether the last word is the number of a reference mark: "...[2]"."""
    return end - start > 2 and reading.words[end - 1].text.isdigit() and reading.words[end - 2].text == "["


def _is_loose(reading: Reading, number: int) -> bool:
    return is_mark(reading, number) and not any(c in "“”\"'‘’«»„($€£%)" for c in reading.words[number].text)


def subtree(reading: Reading, number: int) -> set[int]:
    """Return the numbers of word `number` and of all that hangs on it."""
    sentence = reading.sentence_of(number)
    below = {number}
    for _ in range(sentence.end - sentence.start):
        more = {i for i in range(sentence.start, sentence.end) if i not in below and reading.words[i].head in below}
        if not more:
            break
        below |= more
    return below
