"""Which words stand between quotation marks, even where the marks do not match?"""

from collections.abc import Iterable, Sequence

from onrecord.model.claim import ClaimMode
from onrecord.model.report import Passage, Report
from onrecord.model.span import Span

_OPENS = "“„«"
_CLOSES = "”»"
_STRAIGHT = '"'
_SINGLE = "'‘’"
_DOUBLED = ('""', "''")  # ways of writing one mark by two


def quoted(report: Report, passage: Passage) -> tuple[Span, ...]:
    """Return the quoted stretches of `passage`, marks included.

    A mark that is never closed quotes to the end of the passage. A single mark may be closed by a
    double one: reports mix them up.
    """
    found = []
    at, end, text = passage.span.start, passage.span.end, report.text
    while at < end:
        if not _opens(text, at, passage.span):
            at += 1
            continue
        close = _closing_doubled(text, at, end) if text[at : at + 2] in _DOUBLED else _closing(text, at, end)
        if close is None:
            if text[at] in _SINGLE:
                at += 1
                continue
            close = end - 1
        found.append(Span(at, close + 1))
        at = close + 1
    return tuple(found)


def _opens(text: str, at: int, span: Span) -> bool:
    mark = text[at]
    if (
        mark in _OPENS
        or mark == _STRAIGHT
        or (text[at : at + 2] == "''" and at + 2 < span.end and text[at + 2].isalnum())
    ):
        return True
    starts = at == span.start or text[at - 1].isspace() or text[at - 1] in "([—–"
    if mark not in "'‘" or not starts or text[at + 1 : at + 3].isdigit():  # the '90s
        return False
    return at + 1 < span.end and (text[at + 1].isalnum() or text[at + 1] in "…[")


def _closing_doubled(text: str, at: int, end: int) -> int | None:
    """Return where the second mark of the pair stands that closes a quotation opened by two straight marks."""
    close = text.find(text[at : at + 2], at + 2, end)
    return close + 1 if close >= 0 else None


def _closing(text: str, at: int, end: int) -> int | None:
    """Return where the quotation that opens at `at` closes."""
    single = text[at] in _SINGLE
    loose: int | None = None
    skip = -1
    for i in range(at + 1, end):
        mark = text[i]
        if mark == _STRAIGHT and not single and (i == skip or (i + 2 < end and text.startswith('""', i))):
            skip = i + 1 if i != skip else -1
            continue
        if mark in _CLOSES or (mark == _STRAIGHT and (text[at] in '"“„' or single)):
            return i
        if not single or mark not in "'’" or (i + 1 < end and text[i + 1].isalnum()):
            continue
        before, after = text[i - 1], text[i + 1] if i + 1 < end else "."
        if before in ",.!?…" or after in ",.;:)?!" or i + 1 == end or before != "s":
            return i
        loose = i if loose is None else loose
    return loose


def mode_of(report: Report, content: Iterable[Span], quotes: Sequence[Span]) -> ClaimMode:
    """Return `direct` when all words of `content` are quoted, `mixed` when some are, else `indirect`."""
    inside = outside = 0
    for span in content:
        for at in range(span.start, span.end):
            if report.text[at].isalnum():
                is_quoted = any(quote.start <= at < quote.end for quote in quotes)
                inside, outside = inside + is_quoted, outside + (not is_quoted)
    if not inside:
        return "indirect"
    return "mixed" if outside else "direct"


def share_quoted(report: Report, span: Span, quotes: Sequence[Span]) -> float:
    """Return what share of the letters of `span` is quoted."""
    letters = [at for at in range(span.start, span.end) if report.text[at].isalnum()]
    return sum(any(q.start <= at < q.end for q in quotes) for at in letters) / max(1, len(letters))
