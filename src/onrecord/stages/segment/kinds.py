"""What kind of passage is a stretch of text, and does another kind hide inside it?"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord.model.report import Block, Passage, PassageKind, Report
from onrecord.model.span import Span

_ENDED = re.compile(r"[.!?…]['\"”’»)\]]*(?:\[\d+\])*$")
_SENTENCE_END = re.compile(r"[.!?…]['\"”’»)]*\s+(?=[A-Z“\"‘'])")
_TAG = re.compile(r"\s*\[[A-Z][A-Z ]{2,40}\]$")
_ITEM = re.compile(r"(?:[-*•·‣▪]\s+|[–—]\s+(?=[A-Z])|\.\s+(?=[A-Z])|\(?\d{1,2}[.)]\s+(?=\S))")
_ROW = re.compile(
    r"[^\t\n]+\t\s*[-–\d][\d.,]*|\S.*?\S {3,}[-–\d][\d.,]*"  # a name and its number
    r"|[^\t\n]+(?:\t[^\t\n]*){2,}|\|?[^|\n]+(?:\|[^|\n]*){2,}|\S.*?\S(?: {3,}\S+.*?){2,}"
)
_QUOTE = re.compile(r"(?:>\s?)+")
_WORD = re.compile(r"[^\W\d_]+")
_SHOUTED = re.compile(r"[A-Z][A-Z .’'-]{2,40}, [A-Z][a-z]")
_SHORT = 16  # a heading has few words
_TOP = 10  # passages among which the headline stands
_ROW_WORDS = 40
_LONG = 60  # a caption rarely has more

_PATTERNS = (
    "credit", "deictic", "boilerplate", "byline", "dated", "dateline", "marking", "subject", "caption_end", "resumes",
    "source_of_table", "counted_row",
)  # fmt: skip

Piece = tuple[PassageKind, Span]


def trimmed(text: str, span: Span) -> Span | None:
    """Return `span` without the white space around its words, `None` when nothing is left."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip())) if words.strip() else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The word table `layout`, compiled."""

    credit: re.Pattern[str]
    deictic: re.Pattern[str]
    depicting: frozenset[str]
    boilerplate: re.Pattern[str]
    byline: re.Pattern[str]
    dated: re.Pattern[str]
    dateline: re.Pattern[str]
    marking: re.Pattern[str]
    subject: re.Pattern[str]
    caption_end: re.Pattern[str]
    resumes: re.Pattern[str]
    source_of_table: re.Pattern[str]
    counted_row: re.Pattern[str]

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> "Layout":
        """Return the compiled table."""
        return _compiled(
            tuple((key, value if isinstance(value, str) else tuple(value)) for key, value in table.items())
        )

    def pieces(self, report: Report, block: Block, *, is_first: bool, before: Sequence[Passage]) -> Iterator[Piece]:
        """Give `block` as passages: one, or several where a dateline, marking or caption is glued to a paragraph."""
        if block.kind != "paragraph":
            yield block.kind, block.span
            return
        span = block.span
        if subject := self.subject.match(span.of(report.text)):
            yield "boilerplate", Span(span.start, span.start + len(subject[0].rstrip()))
            yield "headline", Span(span.start + subject.end(), span.end)
            return
        if (opening := self._opening(report.text, span, before)) is not None:
            yield opening
            rest = trimmed(report.text, Span(opening[1].end, span.end))
            assert rest is not None
            span = rest
        for kind, part in self._unglued(report.text, span):
            at_top = is_first and part.start == block.span.start
            yield kind or self._kind(report, part, is_first=at_top, before=before), part

    def is_caption(self, words: str) -> bool:
        """Return whether `words` say what a picture shows."""
        n_words = len(words.split())
        if n_words > _LONG or n_words < 3 or self.dateline.match(words):
            return False
        if self.credit.search(words):
            return True
        has_end = _ENDED.search(words) is not None
        if self.deictic.search(words):
            return not has_end or n_words <= 35
        if has_end or words.endswith((":", ",", "-", "—")):
            return False
        if len(_SENTENCE_END.findall(words)) > 1:
            return False
        depicts = any(word in self.depicting for word in _WORD.findall(words.lower())[1:12])
        return (depicts and (n_words >= 8 or self.caption_end.search(words) is not None)) or (
            n_words >= 8 and self.caption_end.search(words) is not None
        )

    def _opening(self, text: str, span: Span, before: Sequence[Passage]) -> Piece | None:
        """Return what opens the passage and is no part of its sentences: a dateline, the marking of a cable."""
        marking = self.marking.match(span.of(text))
        if marking is not None and marking.end() < len(span):
            left = trimmed(text, Span(span.start, span.start + marking.end()))
            return None if left is None else ("boilerplate", left)
        dateline = self._dateline(text, span, before)
        return None if dateline is None else ("dateline", dateline)

    def _dateline(self, text: str, span: Span, before: Sequence[Passage]) -> Span | None:
        """Return the dateline in front of a report's first paragraph."""
        match = self.dateline.match(span.of(text).replace("\n", " "))
        is_early = all(passage.kind not in ("paragraph", "quote_block") for passage in before)
        is_plain = match is not None and ("(" in match[0] or _SHOUTED.match(match[0]) is not None)
        if match is None or match.end() >= len(span) or not (is_early or is_plain):
            return None  # an agency, or "BAMAKO, Mali", makes a dateline also where one text follows another
        return trimmed(text, Span(span.start, span.start + match.end()))

    def _unglued(self, text: str, span: Span) -> Iterator[tuple[PassageKind | None, Span]]:
        """Give `span`, cut where a caption runs into a paragraph on one line; the caption's kind is told."""
        words = span.of(text)
        before = self._caption_before(words)
        after = None if before else self._caption_after(words)
        cut = before or after
        if cut is None:
            yield None, span
            return
        edge = span.start + cut
        halves: tuple[tuple[PassageKind | None, Span], ...] = (
            ("caption" if before else None, Span(span.start, edge)),
            ("caption" if after else None, Span(edge, span.end)),
        )
        for kind, half in halves:
            part = trimmed(text, half)
            if part is not None:
                yield kind, part

    def _caption_before(self, words: str) -> int | None:
        """Return where the paragraph begins after a caption that ends in a credit or a day."""
        for match in self.resumes.finditer(words):
            left = words[: match.start()].rstrip()
            if match.start() == 0 or (_ENDED.search(left) and not self.credit.search(left[-60:])):
                continue
            if (self.credit.search(left[-60:]) or self.caption_end.search(left)) and self.is_caption(left):
                return match.start()
        return None

    def _caption_after(self, words: str) -> int | None:
        """Return where the caption begins that a paragraph runs into: its last words end in no full stop."""
        ends = list(_SENTENCE_END.finditer(words))
        if not ends or _ENDED.search(words):
            return None
        last = words[ends[-1].end() :]
        credit = self.credit.search(last)
        if credit is not None and credit.start() == 0:
            return None  # "... on Friday. Photograph: ...": the credit is the caption's end, not a caption
        is_sentence = credit is not None and _ENDED.search(last[: credit.start()].rstrip())
        pictures = self.caption_end.search(last) or self.deictic.search(last) or credit
        if is_sentence or not (pictures and self.is_caption(last)):
            # a credit after a full stop ends a caption of whole sentences, unless the last says what a picture shows
            return ends[-1].end() if self._opens_depicting(last) else None
        return None if self.is_caption(words) and len(ends) == 1 and self.deictic.search(words) else ends[-1].end()

    def _opens_depicting(self, words: str) -> bool:
        """Return whether `words` begin by saying who does what in a picture: "Workers clear rubble from ..."."""
        found = _WORD.findall(words)
        return 5 <= len(found) <= 30 and any(word in self.depicting for word in found[1:4])

    def _kind(self, report: Report, span: Span, *, is_first: bool, before: Sequence[Passage]) -> PassageKind:
        words = span.of(report.text).replace("\n", " ")
        n_words = len(words.split())
        if self.boilerplate.match(words) and n_words <= _LONG:
            return "boilerplate"
        if self.byline.match(words) and n_words <= 20 and not (words.endswith(".") and n_words > 5):  # a sentence
            return "byline"
        if self.dated.match(words) and n_words <= 14:
            return "dateline"
        if _QUOTE.match(words):
            return "quote_block"
        if _ITEM.match(words):
            return "list_item"
        if n_words <= _ROW_WORDS and _ROW.fullmatch(words):
            return "table_row"
        if self.counted_row.match(words):
            return "list_item"
        if before and before[-1].kind == "byline" and n_words <= 6 and not _ENDED.search(words):
            return "byline"
        return self._prose_kind(report, words, is_first=is_first, before=before)

    def _prose_kind(self, report: Report, words: str, *, is_first: bool, before: Sequence[Passage]) -> PassageKind:
        headlines = [passage.span.of(report.text) for passage in before[:_TOP] if passage.kind == "headline"]
        if words in headlines[:1] or (report.title is not None and words == report.title.strip()):
            return "headline"
        if not is_first and self.is_caption(words):
            return "caption"
        words = _TAG.sub("", words)
        is_open = not self.source_of_table.match(words) and not re.search(r"[.!?…:;,]['\"”’»)\]]*$", words)
        if is_open and words[:1] not in "“\"‘'(" and len(words.split()) <= (25 if is_first else _SHORT):
            return "headline"
        return "paragraph"


@cache
def _compiled(items: tuple[tuple[str, str | tuple[str, ...]], ...]) -> Layout:
    table = dict(items)

    def pattern(key: str) -> re.Pattern[str]:
        cased = f"{key}_cased" in table
        parts = table[f"{key}_cased" if cased else key]
        return re.compile("|".join(f"(?:{part})" for part in parts), 0 if cased else re.IGNORECASE)

    depicting = table["depicting"]
    assert isinstance(depicting, str)
    return Layout(depicting=frozenset(depicting.split()), **{name: pattern(name) for name in _PATTERNS})
