"""Words that may name an actor, before it is known which mentions are one actor."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Literal

from onrecord.model.actor import ActorKind, ActorRole
from onrecord.model.reading import Reading, Word
from onrecord.stages.spot.tables import Tokens, tokens

Form = Literal["name", "noun", "title", "pronoun"]
Key = tuple[str | None, ...]
_LONGEST = 12  # no name of the tables has more parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words `start` to `end` (end excluded) that name an actor, and what they say of it.

    Mentions with one `key` are one actor. `name` is what the mention would call it; `is_seat` where
    it is the capital that stands for the state; `owner` is the pronoun that a title or a force is held of.
    """

    start: int
    end: int
    head: int
    form: Form
    key: Key
    name: str
    kind: ActorKind
    country: str | None = None
    roles: tuple[ActorRole, ...] = field(default=())
    is_seat: bool = False
    owner: int | None = None

    def covers(self, number: int) -> bool:
        """Return whether word `number` is inside."""
        return self.start <= number < self.end


def nouns_of(word: Word) -> frozenset[str]:
    """Return the nouns that `word` may be a form of, in lower case; names keep no lemma of their own."""
    text = word.text.lower()
    singular = f"{text[:-3]}man" if text.endswith("men") else text.removesuffix("s")
    return frozenset({word.lemma.lower(), text, singular})


def words_of(reading: Reading, start: int, end: int, text: str) -> str:
    """Return the report's words from `start` to `end`, white space made single."""
    return " ".join(reading.span(start, end).of(text).split())


def head_of(reading: Reading, start: int, end: int) -> int:
    """Return the word between `start` and `end` that governs the others: the first whose head lies outside."""
    for i in range(start, end):
        head = reading.words[i].head
        if head is None or not start <= head < end:
            return i
    return end - 1


def premodified_from(reading: Reading, head: int) -> int:
    """Return where the run of words begins that stand in front of noun `head` and belong to it."""
    sentence = reading.sentence_of(head)
    start = head
    while start > sentence.start and _belongs(reading.words, start - 1, head):
        start -= 1
    while start < head and reading.words[start].upos in {"PART", "PUNCT", "CCONJ", "ADV"}:
        start += 1
    return start


def _belongs(words: tuple[Word, ...], number: int, head: int) -> bool:
    word = words[number]
    if word.text in {"-", "–"} and not _is_hyphen(words, number):
        return False  # "Rebels seize town - officials"
    if word.upos not in {"ADJ", "NOUN", "PROPN", "NUM", "X", "PART"} and word.text not in {"-", "–"}:
        return (
            word.upos == "VERB"
            and word.dep in {"amod", "compound"}
            and word.head is not None
            and number < word.head <= head
        )
    if word.upos == "PART" and word.text.lower() not in {"'s", "’s", "'", "’"}:
        return False
    at: int | None = number
    for _ in range(6):
        if at is None:
            return False
        if at == head:
            return True
        if at > head or words[at].dep.split(":")[0] in {
            "nsubj",
            "obj",
            "iobj",
            "obl",
            "conj",
            "parataxis",
            "root",
            "advcl",
        }:
            return False
        at = words[at].head
    return False


def behind_bracket(reading: Reading, end: int) -> int:
    """Return where the text goes on behind the one word in brackets that follows at `end`: "the Front | (FLN) |,"."""
    words = reading.words[end : end + 3]
    is_bracket = len(words) == 3 and (words[0].text, words[2].text) == ("(", ")")
    return end + 3 if is_bracket else end


def _is_hyphen(words: tuple[Word, ...], number: int) -> bool:
    """Return whether no space stands around the dash."""
    word, before, after = words[number], words[number - 1], words[number + 1]
    return before.span.end == word.span.start and word.span.end == after.span.start


def conjoined(reading: Reading, number: int) -> int:
    """Return the first word of the list that word `number` is conjoined to, or itself."""
    for _ in range(20):
        word = reading.words[number]
        if word.dep != "conj" or word.head is None:
            return number
        number = word.head
    return number


def case_of(reading: Reading, number: int) -> str | None:
    """Return the preposition of noun `number` in lower case."""
    for child in reading.children(number):
        if reading.words[child].dep == "case":
            return reading.words[child].text.lower()
    return None


Part = tuple[str, int, int]
"""Part of a name in lower case, and the first and last word it stands in."""


def matches(reading: Reading, table: Collection[Tokens]) -> Iterator[tuple[int, int, Tokens]]:
    """Give the longest runs of whole words that are keys of `table`, left to right, none overlapping."""
    firsts = {key[0] for key in table if key}
    for sentence in reading.sentences:
        parts = _parts(reading, sentence.start, sentence.end)
        at = 0
        while at < len(parts):
            hit = _longest_match(parts, at, table) if parts[at][0] in firsts else None
            if hit is not None:
                yield parts[at][1], parts[hit - 1][2] + 1, tuple(part for part, _, _ in parts[at:hit])
            at = hit or at + 1


def _parts(reading: Reading, start: int, end: int) -> list[Part]:
    """Return the parts of the words; what a reader cut at an apostrophe ("Da", "'esh") is one."""
    parts: list[Part] = []
    for i in range(start, end):
        for part in tokens(reading.words[i].text):
            before = parts[-1] if parts and _is_glued(reading, parts[-1][2], i, part) else None
            if before is not None:
                parts[-1] = (before[0] + part, before[1], i)
            else:
                parts.append((part, i, i))
    return parts


def _is_glued(reading: Reading, before: int, number: int, part: str) -> bool:
    """Return whether an apostrophe inside a word parts it from the word before: not the 's of an owner."""
    if before != number - 1 or reading.words[before].span.end != reading.words[number].span.start:
        return False
    if reading.words[before].text in {"'", "’"}:
        return part.isalpha() and len(part) > 1
    if part == "'":
        follows = (
            number + 1 < len(reading.words) and reading.words[number + 1].span.start == reading.words[number].span.end
        )
        return follows and reading.words[number + 1].text.isalpha() and len(reading.words[number + 1].text) > 1
    return part[0] == "'" and len(part) > 3


def _longest_match(parts: list[Part], at: int, table: Collection[Tokens]) -> int | None:
    if at and parts[at - 1][2] == parts[at][1]:
        return None
    for end in range(min(at + _LONGEST, len(parts)), at, -1):
        is_whole = end == len(parts) or parts[end][1] != parts[end - 1][2]
        if is_whole and tuple(part for part, _, _ in parts[at:end]) in table:
            return end
    return None
