"""One training window (a paragraph or a sentence) with whatever layers its corpus marks; `None` = not marked."""

from dataclasses import dataclass, field


@dataclass(slots=True, kw_only=True)
class Example:
    """Words of one window. All numbers are word numbers in this window, ends excluded."""

    corpus: str
    doc: str
    words: list[str]
    sentences: list[tuple[int, int]] | None = None
    upos: list[str] | None = None
    tags: list[str] | None = None
    heads: list[int] | None = None  # -1 at a root
    deps: list[str] | None = None
    names: list[tuple[int, int, str]] | None = None
    attributions: list["Attribution"] | None = None
    predicates: list[tuple[int, list[tuple[str, int, int]]]] | None = None  # (word, [(PropBank label, start, end)])
    mentions: list[tuple[int, int, int, str]] | None = None  # (start, end, head word, chain name within `doc`)
    surely: dict[int, float] | None = None  # word -> -3..3


@dataclass(slots=True, kw_only=True)
class Attribution:
    """A cue and the spans of its source and content inside this window."""

    cue: tuple[int, int]
    source: list[tuple[int, int]] = field(default_factory=list)
    content: list[tuple[int, int]] = field(default_factory=list)
