"""One training window (a paragraph or a few sentences) with whatever layers its corpus marks."""

from dataclasses import dataclass, field


@dataclass(slots=True, kw_only=True)
class Example:
    """Words of one window. All numbers are word numbers in this window, ends excluded."""

    corpus: str
    doc: str
    words: list[str]
    paragraphs: list[tuple[int, int]] = field(default_factory=list)  # none: all its words are one
    sentences: list[tuple[int, int]] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)  # -1 at a root
    deps: list[str] = field(default_factory=list)
    names: list[tuple[int, int, str]] = field(default_factory=list)
    attributions: list["Attribution"] = field(default_factory=list)
    said: set[int] = field(default_factory=set)  # words inside somebody's content, cued here or in another paragraph
    predicates: list["Predicate"] | None = None  # None: a sentence of the window is not marked
    mentions: list["Mention"] = field(default_factory=list)
    surely: dict[int, float] = field(default_factory=dict)  # word -> -3..3

    @property
    def starts(self) -> list[int]:
        """Return the words with which its paragraphs begin."""
        return [start for start, _ in self.paragraphs]

    def paragraph_of(self, word: int) -> tuple[int, int]:
        """Return the words of the paragraph that `word` stands in."""
        return next(((a, b) for a, b in self.paragraphs if a <= word < b), (0, len(self.words)))


@dataclass(slots=True, kw_only=True)
class Attribution:
    """A cue and the spans of its source and content inside this window."""

    cue: tuple[int, int]
    source: list[tuple[int, int]] = field(default_factory=list)
    content: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Predicate:
    """A word that names an act or state and its PropBank roles, all in sentence `start` to `end`."""

    word: int
    roles: list[tuple[int, int, str]]
    start: int = 0
    end: int = 0
    lemma: str = ""


@dataclass(slots=True, kw_only=True)
class Mention:
    """Words that name something, their head word, and the chain they belong to within the document."""

    start: int
    end: int
    head: int
    chain: str
    single: bool = False
