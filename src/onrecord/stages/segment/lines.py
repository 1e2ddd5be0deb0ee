"""How do the lines of a plain text make stretches that are read as a whole?

A line is a stretch of its own, unless the text was wrapped at a fixed width: then a line goes on in the next
one wherever the next word would not have fitted. Agency texts of 1989 in capitals have no lower case to tell by.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from onrecord.model.span import Span

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_ENDED = re.compile(r"[.!?…:;]['\"”’»)\]]*$")
_ITEM = re.compile(r"(?:[-*•·‣▪–—>]|\. |\(?\d{1,2}[.)]|\(?[a-z][.)]|\([A-Z]\)|[A-Z]\.\s{2,})\s*\S")
_COLUMNS = re.compile(r"\S(?:\t| {3,})\S")
_COUNTED = re.compile(r"\S[^:.!?]{1,40}?(?::| [-–—‒]) ?(?:[a-z]+ ){0,2}\d")
_NEVER_WRAPPED = 140  # columns: where one line in ten is longer, none was cut at a width
_SLACK = 8  # columns that a wrapped line may fall short of what would have fitted


@dataclass(frozen=True, slots=True)
class _Line:
    """A line's words, and how far from the margin they begin."""

    span: Span
    indent: int

    @property
    def columns(self) -> int:
        """How many columns of the page the line takes."""
        return self.indent + len(self.span)


def stretches(text: str, start: int, end: int) -> Iterator[Span]:
    """Give the stretches of `text` from `start` to `end`, without the white space around them."""
    groups = list(_groups(text, start, end))
    width = _width(text, groups)
    for group in groups:
        joined = _is_wrapped(text, group)
        first = last = group[0]
        for line in group[1:]:
            if not _goes_on(text, last, line, joined=joined, width=width):
                yield Span(first.span.start, last.span.end)
                first = line
            last = line
        yield Span(first.span.start, last.span.end)


def _goes_on(text: str, before: _Line, line: _Line, *, joined: bool, width: int | None) -> bool:
    """Return whether `line` goes on with what `before` began."""
    if _runs_on(text, before.span, line.span):
        return True
    is_item = _ITEM.match(line.span.of(text)) is not None
    if is_item or any(_COLUMNS.search(part.span.of(text)) for part in (before, line)):
        return False
    is_new = line.indent > before.indent + 1 and not _ITEM.match(before.span.of(text))
    if is_new or joined or width is None:
        return joined and not is_new
    is_open = not _ENDED.search(before.span.of(text))
    return _would_not_fit(text, before, line, width) or (is_open and before.columns >= 0.6 * width)


def _groups(text: str, start: int, end: int) -> Iterator[list[_Line]]:
    """Give the lines between two empty lines, each without white space around it."""
    group: list[_Line] = []
    for match in _LINE.finditer(text, start, end):
        words = match.group()
        if group and text.count("\n", group[-1].span.end, match.start()) > 1:
            yield group
            group = []
        if words.strip():
            indent = len(words) - len(words.lstrip())
            left = match.start() + indent
            group.append(_Line(Span(left, left + len(words.strip())), indent))
        elif group:
            yield group
            group = []
    if group:
        yield group


def _width(text: str, groups: Sequence[Sequence[_Line]]) -> int | None:
    """Return the width that `text` was wrapped at, `None` if it was not."""
    breaks = [pair for group in groups for pair in pairwise(group)]
    breaks = [(before, line) for before, line in breaks if not _ITEM.match(line.span.of(text))]
    if len(breaks) < 3:
        return None
    width = sorted(before.columns for before, _ in breaks)[int(0.9 * (len(breaks) - 1))]
    lines = [line.columns for group in groups for line in group]
    if 10 * sum(columns > _NEVER_WRAPPED for columns in lines) >= len(lines):
        return None
    full = sum(_would_not_fit(text, before, line, width) for before, line in breaks)
    is_open = sum(not _ENDED.search(before.span.of(text)) for before, _ in breaks)
    return width if 40 <= width <= 120 and full >= 0.6 * len(breaks) and is_open >= 0.6 * len(breaks) else None


def _would_not_fit(text: str, before: _Line, line: _Line, width: int) -> bool:
    word = line.span.of(text).split(maxsplit=1)[0]
    return before.columns + 1 + len(word) > width - _SLACK


def _is_wrapped(text: str, lines: Sequence[_Line]) -> bool:
    """Return whether these lines alone show that they were cut at a width rather than at the end of a thought."""
    group = [line.span for line in lines]
    body = group[:-1]
    if not body:
        return False
    width = max(len(line) for line in group)
    full = sum(len(line) >= 0.75 * width for line in body)
    open_ended = sum(not _ENDED.search(line.of(text)) for line in body)
    in_capitals = len(body) > 1 and not any(map(str.islower, text[group[0].start : group[-1].end]))
    return (
        30 <= width <= 120
        and median(len(line) for line in body) >= 30
        and full >= 0.7 * len(body)
        and (open_ended >= 0.6 * len(body))
        and (in_capitals or any(text[line.start].islower() for line in group[1:]))
    )


def _runs_on(text: str, before: Span, line: Span) -> bool:
    """Return whether `line` goes on in the middle of the sentence that `before` began."""
    if all(_COUNTED.match(part.of(text)) for part in (before, line)):
        return False  # "tanks – 12" and "guns – 30" are rows of a list
    return text[line.start].islower() and not _ENDED.search(before.of(text)) and not _ITEM.match(line.of(text))
