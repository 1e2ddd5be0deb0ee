"""On which day was a report published, where only its own text can say?

"BEIRUT, 14 May 1989 (AFP)" is its dateline's day; "Published 3 March 2021" its own word; "Houses are
seen in Orvane, Wednesday, December 20, 2023" is a caption, and captions tell of the day's pictures.
A date the story tells ("the treaty of 3 March 1995") is never taken.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from onrecord.model.report import Passage, Report
from onrecord.model.span import Span
from onrecord.model.when import Timex, When
from onrecord.vocab.load import load_table

MAKER = "date_report/4"

_SHORT_LINE = 90
"""A line of at most so many characters may be nothing but a date with a name or a place."""

_HEAD = 4
"""The passages in which a report tells where it comes from."""

_NAMES_ONLY = re.compile(
    r"(?:\W|\d|[AP]M|[ap]m|GMT|UTC|[A-Z][\w.'’-]*|By|by|at|in|on|[Aa]s (?:of|at)|hours|hrs|local time)*"
)


@dataclass(frozen=True, slots=True)
class _Dated:
    """A full date at characters `start` to `end`; `weekday_agrees` is `None` where none is named."""

    day: date
    start: int
    end: int
    weekday_agrees: bool | None


@dataclass(frozen=True, slots=True)
class _Patterns:
    date: re.Pattern[str]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    published: re.Pattern[str]
    broadcast: re.Pattern[str]
    issue: re.Pattern[str]
    archive: re.Pattern[str]
    depicting: re.Pattern[str]
    past: re.Pattern[str]


def publication_date(
    report: Report, passages: Sequence[Passage], *, vocab: Mapping[str, Any] | None = None
) -> When | None:
    """Return the day `report` says it was published on, `None` where it does not say.

    Asked in this order: a line that says "published"; a dateline; the head of a monitored broadcast; a line that is
    only a date at the head or foot; captions with a full date, if no later day is told of as past.

    Args:
        report: The report; what `report.published` says is not looked at.
        passages: Its passages.
        vocab: The word table `times`; the package's own when not given.
    """
    patterns = _patterns() if vocab is None else _compile(vocab)
    dated = [(p, list(_dates(report.text, p.span, patterns))) for p in passages]
    dated = [(p, dates) for p, dates in dated if dates]
    first = passages[0].span.start if passages else 0
    found = (
        _said(report.text, dated, patterns)
        or _dateline(report.text, dated)
        or _broadcast(report.text, passages, patterns)
        or _bare_line(report.text, dated, patterns, first=first, last=passages[-1].span.end if passages else 0)
        or _caption(report.text, dated, patterns)
    )
    return None if found is None else _when(report.text, found)


def _said(text: str, dated: Sequence[tuple[Passage, list[_Dated]]], patterns: _Patterns) -> _Dated | None:
    """Return the date right after "Published", "Updated:" ... in a short line or at the head of one."""
    for passage, dates in dated:
        for item in dates:
            head = text[passage.span.start : item.start]
            match = patterns.published.match(head.lstrip(" \t([-–—|•"))
            if match is not None and len(head) <= 40 and item.weekday_agrees is not False:
                return item
    return None


def _dateline(text: str, dated: Sequence[tuple[Passage, list[_Dated]]]) -> _Dated | None:
    """Return the date of "BEIRUT, 14 May 1989 (AFP)" or "KHARTOUM (Reuters), May 3, 2023 -"."""
    for passage, dates in dated:
        item = dates[0]
        head, tail = text[passage.span.start : item.start], text[item.end : item.end + 30]
        if item.weekday_agrees is False or passage.kind in ("caption", "boilerplate"):
            continue
        opens = re.fullmatch(
            r"\W*(?:[A-Z][\w.'’-]+[ ,/]{0,3}|\((?:[A-Z][\w. ]+)\)[ ,]*|(?:of|de|el|al|the)\s){1,7}[-–—,:]?\s*", head
        )
        closes = re.match(r"\s*(?:\([A-Z][^()]{1,25}\)|[-–—]{1,2}\s|:\s|\.\s*[-–—])", tail)
        if opens is not None and closes is not None:
            return item
        if re.match(r"\W*\(?[A-Z]{2,6}\)?\W*$", head) and closes is not None:
            return item
    return None


def _broadcast(text: str, passages: Sequence[Passage], patterns: _Patterns) -> _Dated | None:
    """Return the day in the head of a monitored broadcast: "Radio Selm in Spanish 0130 GMT 11 May 89"."""
    for passage in passages[:_HEAD]:
        match = patterns.broadcast.search(text, passage.span.start, min(passage.span.end, passage.span.start + 200))
        if match is not None:
            try:
                day = date(_full_year(match["year"]), patterns.months[match["month"].lower()], int(match["day"]))
            except ValueError:
                continue
            return _Dated(day, match.start("day"), match.end("year"), None)
    return None


def _bare_line(
    text: str, dated: Sequence[tuple[Passage, list[_Dated]]], patterns: _Patterns, *, first: int, last: int
) -> _Dated | None:
    """Return the date that stands alone, or with names only, in one of the first or last lines."""
    for passage, dates in dated:
        words = text[passage.span.start : passage.span.end]
        at_edge = passage.span.start - first < 400 or last - passage.span.end < 200
        if len(words) > _SHORT_LINE or not at_edge or len(dates) > 1 or dates[0].weekday_agrees is False:
            continue
        rest = text[passage.span.start : dates[0].start] + text[dates[0].end : passage.span.end]
        is_bare = passage.kind in ("byline", "dateline") or _NAMES_ONLY.fullmatch(rest) is not None
        is_last = not text[dates[0].end : passage.span.end].strip(" .)")
        is_issue = is_last and patterns.issue.search(words) is not None  # "By a reporter, Selm, 5 May 2022"
        if ((is_bare and passage.kind != "headline") or is_issue) and patterns.archive.search(words) is None:
            return dates[0]
    return None


def _caption(text: str, dated: Sequence[tuple[Passage, list[_Dated]]], patterns: _Patterns) -> _Dated | None:
    """Return the newest full date of a caption, if the text tells of no later day as past."""
    candidates, told = [], []
    for passage, dates in dated:
        for item in dates:
            sentence = _sentence(text, passage.span, item)
            depicts = patterns.depicting.search(sentence) is not None and patterns.past.search(sentence) is None
            is_caption = passage.kind == "caption" or (item.weekday_agrees is True and len(passage.span) < 400)
            if (
                is_caption
                and depicts
                and item.weekday_agrees is not False
                and not patterns.archive.search(text[passage.span.start : passage.span.end])
            ):
                candidates.append(item)
            else:
                told.append(item)
    if not candidates:
        return None
    newest = max(candidates, key=lambda item: (item.day, -item.start))
    sure = newest.weekday_agrees or sum(item.day == newest.day for item in candidates) > 1
    if not sure or any(item.day > newest.day for item in told):
        return None
    return newest


def _sentence(text: str, span: Span, item: _Dated) -> str:
    """Return the sentence around a date, full stops of short words aside."""
    start = max((m.end() for m in re.finditer(r"(?<=[a-z)”\"]{2})[.!?]\s", text[span.start : item.start])), default=0)
    end = re.search(r"[.!?](?:\s|$)", text[item.end : span.end])
    return text[span.start + start : item.end + (end.start() if end else span.end - item.end)]


def _dates(text: str, span: Span, patterns: _Patterns) -> Iterator[_Dated]:
    """Give the full dates of a passage: day, month and four-digit year."""
    for match in patterns.date.finditer(text, span.start, span.end):
        if match["iso"]:
            year, month, day = (int(piece) for piece in match["iso"].split("-"))
        else:
            year, day = _full_year(match["y1"] or match["y2"]), int(match["d1"] or match["d2"])
            month = patterns.months[(match["m1"] or match["m2"]).lower()]
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        named = match["w"]
        agrees = None if not named else patterns.weekdays[named.lower()] == found.isoweekday()
        yield _Dated(found, match.start(), match.end(), agrees)


def _full_year(digits: str) -> int:
    """Return the year that `89` or `1989` stands for; two digits are of the fifty years before or after 2000."""
    year = int(digits)
    return year if year > 99 else year + (1900 if year >= 50 else 2000)


@cache
def _patterns() -> _Patterns:
    return _compile(load_table("times"))


def _compile(vocab: Mapping[str, Any]) -> _Patterns:
    classes, publication = vocab["classes"], vocab["publication"]
    months: dict[str, int] = {**classes["MONTH"], **classes["MAYBE"]}
    weekdays: dict[str, int] = {**classes["WEEKDAY"], **classes["WEEKSHORT"]}
    month = "|".join(sorted(months, key=len, reverse=True))
    weekday = "|".join(sorted(weekdays, key=len, reverse=True))
    year = r"(?:(?:19|20)\d\d(?![\d,]\d)|\d\d(?=\s*(?:\([A-Z]|--)))"  # "23 NOV 89 (EFE) --": only datelines shorten it
    pattern = (
        rf"(?:\b(?P<w>{weekday})\.?,?\s+(?:the\s+)?)?(?:"
        rf"\b(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m1>{month})\b\.?,?\s+(?P<y1>{year})"
        rf"|\b(?P<m2>{month})\b\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>{year})"
        rf"|\b(?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d)\b)"
    )
    day = rf"(?P<day>\d{{1,2}}) (?P<month>{month})\.? (?P<year>(?:19|20)\d\d|\d\d)"
    broadcast = rf"\bin [a-z]+\b[^\n]{{0,40}}?\b\d{{4}} gmt {day}\b"  # "in Spanish to Selm 0130 GMT 11 May 89"
    return _Patterns(
        re.compile(pattern, re.IGNORECASE),
        months,
        weekdays,
        re.compile(publication["published"], re.IGNORECASE),
        re.compile(broadcast, re.IGNORECASE),
        *(re.compile(publication[name], re.IGNORECASE) for name in ("issue", "archive", "depicting", "past")),
    )


def _when(text: str, dated: _Dated) -> When:
    day = dated.day.isoformat()
    return When(
        span=Span(dated.start, dated.end),
        words=text[dated.start : dated.end],
        start=day,
        end=day,
        precision="day",
        edtf=day,
        timex=Timex(type="DATE", value=day),
        basis="context",
    )
