"""What the language model saw in a report, before any stage draws a conclusion.

A `Reading` speaks in word numbers: `start` and `end` (end excluded) count words of
`Reading.words`; each `Word` carries its span in `Report.text`. A reading holds no domain
decision: stages turn it into actors, claims, events and figures.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.model.span import Span

NameKind = Literal[
    "person", "organisation", "location", "facility", "group", "weapon", "platform", "date", "money", "misc"
]
FrameKind = Literal["attribution", "predicate"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word as the reader cut it, with its part of speech and its place in the tree.

    `upos` is the Universal POS tag, `tag` the Penn Treebank tag, `dep` the Universal
    Dependencies v2 relation (with subtype), `head` the number of the governing word in
    `Reading.words`, `None` at the root of a sentence. `surely` is how surely the happening
    this word names took place, -3 (surely not) to 3 (surely), `None` where it names none
    (scale of Stanovsky et al. 2017, data of White et al. 2016).
    """

    span: Span
    text: str
    lemma: str
    upos: str
    tag: str
    dep: str
    head: int | None
    surely: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """Words `start` to `end` (end excluded), all of one passage. `passage` counts passages from 0."""

    start: int
    end: int
    passage: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name the reader found: words `start` to `end` (end excluded) and its kind."""

    start: int
    end: int
    kind: NameKind
    score: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """Words that play a part in a frame.

    In attribution frames `name` is `source` or `content`; in predicate frames it is the
    PropBank label: `ARG0` ... `ARG5`, `ARGM-TMP`, `ARGM-LOC`, `ARGM-NEG`, `ARGM-MOD` ...
    A content in several pieces is several roles.
    """

    name: str
    start: int
    end: int
    score: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """An anchor (a cue, an event word) and the words that play its roles.

    An attribution with no cue ("NAME: ..." or a quoted paragraph) has `start == end`.
    """

    kind: FrameKind
    start: int
    end: int
    roles: tuple[Role, ...]
    score: float = 1.0

    def all(self, name: str) -> tuple[Role, ...]:
        """Return the roles called `name`, in order of the text."""
        return tuple(role for role in self.roles if role.name == name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Mentions (pairs of word numbers, end excluded) that go back to one and the same thing."""

    mentions: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Words, sentences, names, frames and who-is-who of one report, in order of the text.

    `reader` names the language model and its version, for `Record.made_by`.
    """

    reader: str
    words: tuple[Word, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]
    frames: tuple[Frame, ...]
    chains: tuple[Chain, ...]

    def span(self, start: int, end: int) -> Span:
        """Return the span in `Report.text` of words `start` to `end` (end excluded).

        Raises:
            ValueError: No word lies between `start` and `end`.
        """
        if not 0 <= start < end <= len(self.words):
            raise ValueError(f"no words {start}-{end} in a reading of {len(self.words)} words")
        return Span(self.words[start].span.start, self.words[end - 1].span.end)

    def children(self, number: int) -> tuple[int, ...]:
        """Return the numbers of the words whose head is word `number`, in order."""
        sentence = self.sentence_of(number)
        return tuple(i for i in range(sentence.start, sentence.end) if self.words[i].head == number)

    def sentence_of(self, number: int) -> Sentence:
        """Return the sentence that holds word `number`.

        Raises:
            IndexError: There is no such word.
        """
        low, high = 0, len(self.sentences)
        while low < high:
            middle = (low + high) // 2
            if self.sentences[middle].end <= number:
                low = middle + 1
            else:
                high = middle
        return self.sentences[low]


def says_whose(words: Sequence[Word], end: int) -> bool:
    """Return whether the words up to number `end` only say whose something is: the "Kenya" of "Kenya-led police"."""
    after = words[end : end + 2]
    is_tight = len(after) == 2 and end > 0 and words[end - 1].span.end == after[0].span.start
    return is_tight and after[0].text in ("-", "–", "‑") and after[1].dep == "amod"
