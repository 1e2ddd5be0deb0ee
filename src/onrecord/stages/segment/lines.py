"""How do the lines of a plain text make stretches that are read as a whole?

A line is a stretch of its own, unless the text was wrapped at a fixed width: then the lines
between two empty ones are.
"""

import re
from collections.abc import Iterator
from statistics import median

from onrecord.model.span import Span

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_ENDED = re.compile(r"[.!?…:;]['\"”’»)\]]*$")
_ITEM = re.compile(r"(?:[-*•·‣▪–—>]|\. |\(?\d{1,2}[.)]|\(?[a-z][.)])\s*\S")


def stretches(text: str, start: int, end: int) -> Iterator[Span]:
    """Give the stretches of `text` from `start` to `end`, without the white space around them."""
    for group in _groups(text, start, end):
        joined = _is_wrapped(text, group)
        first = group[0]
        last = first
        for line in group[1:]:
            if (joined and not _ITEM.match(line.of(text))) or _runs_on(text, last, line):
                last = line
                continue
            yield Span(first.start, last.end)
            first = last = line
        yield Span(first.start, last.end)


def _groups(text: str, start: int, end: int) -> Iterator[list[Span]]:
    """Give the lines between two empty lines, each without white space around it."""
    group: list[Span] = []
    for match in _LINE.finditer(text, start, end):
        words = match.group()
        if group and text.count("\n", group[-1].end, match.start()) > 1:
            yield group
            group = []
        if words.strip():
            left = match.start() + len(words) - len(words.lstrip())
            group.append(Span(left, left + len(words.strip())))
        elif group:
            yield group
            group = []
    if group:
        yield group


def _is_wrapped(text: str, group: list[Span]) -> bool:
    """Return whether the lines of `group` were cut at a width rather than at the end of a thought."""
    body = group[:-1]
    if not body:
        return False
    width = max(len(line) for line in group)
    full = sum(len(line) >= 0.75 * width for line in body)
    open_ended = sum(not _ENDED.search(line.of(text)) for line in body)
    return (
        30 <= width <= 120
        and median(len(line) for line in body) >= 30
        and full >= 0.7 * len(body)
        and (open_ended >= 0.6 * len(body))
        and any(text[line.start].islower() for line in group[1:])
    )


def _runs_on(text: str, before: Span, line: Span) -> bool:
    """Return whether `line` goes on in the middle of the sentence that `before` began."""
    return text[line.start].islower() and not _ENDED.search(before.of(text)) and not _ITEM.match(line.of(text))
