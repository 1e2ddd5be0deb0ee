"""Which figures no longer stand by the words of their own sentence.

"An earlier figure of 16 was corrected to 14": 16 was withdrawn, 14 stands. "It rose from 12 to 15": 12 is earlier.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.model.claim import Note, NoteCode
from onrecord.model.span import Span
from onrecord.stages.count.draft import Draft

_LISTED = re.compile(r"[^;:.]{0,60}?\b(?:and|or)\b[^,;:.]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrections:
    """The table `corrections` as patterns."""

    before: Mapping[NoteCode, re.Pattern[str]]
    after: Mapping[NoteCode, re.Pattern[str]]
    other_time: re.Pattern[str]
    first: re.Pattern[str]
    later: re.Pattern[str]
    setting_right: re.Pattern[str]


def corrections_of(table: Mapping[str, Any]) -> Corrections:
    """Return the table `corrections`, ready to be matched."""
    codes: Mapping[NoteCode, str] = {"count.withdrawn": "withdrawn", "count.earlier": "earlier"}
    return Corrections(
        before={code: _either(table[key]["before"]) for code, key in codes.items()},
        after={code: _either(table[key]["after"]) for code, key in codes.items()},
        other_time=_either(table["other_time"]),
        first=_either(table["first"]),
        later=_either(table["later"]),
        setting_right=_either(table["setting_right"]),
    )


def _either(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


def correction_of(draft: Draft, beside: Sequence[Draft], text: str, corrections: Corrections) -> Note | None:
    """Return the note that says that the figure was withdrawn or is an earlier one, `None` where it stands.

    Args:
        draft: The figure.
        beside: All figures of its sentence.
        text: The text of the report.
        corrections: The words that say so.
    """
    sentence, span = draft.line.span, draft.quantity.span
    before, after = text[sentence.start : span.start], text[span.end : sentence.end]
    for code in corrections.before:
        if code == "count.earlier" and corrections.other_time.match(after):
            break  # "fell from 210 in March to 96 in April": both stand
        lead = next(
            (m for m in _from_each(corrections.before[code], before) if _reaches(m, draft, beside, text, corrections)),
            None,
        )
        if lead is not None:
            return _note(code, text, sentence.start + lead.start(), sentence.start + len(before.rstrip()))
        tail = corrections.after[code].search(after)
        if tail is not None:
            return _note(code, text, span.end + len(after) - len(after.lstrip()), span.end + tail.end())
    return _first_of_two(draft, beside, text, corrections)


def _from_each(pattern: re.Pattern[str], before: str) -> Iterator[re.Match[str]]:
    """Give the matches from every start: in "rose to 31, up from 24" the words from "up" on speak of 24."""
    match = pattern.search(before)
    while match is not None:
        yield match
        match = pattern.search(before, match.start() + 1)


def _reaches(lead: re.Match[str], draft: Draft, beside: Sequence[Draft], text: str, corrections: Corrections) -> bool:
    """Return whether the words taken for a lead still speak of this figure, and not of one between them and it."""
    start = draft.line.span.start + lead.start()
    if corrections.setting_right.search(text, start, draft.quantity.span.start) is not None:
        return False
    between = [one.quantity.span for one in beside if start <= one.quantity.span.start < draft.quantity.span.start]
    return not between or _LISTED.fullmatch(text, between[0].end, draft.quantity.span.start) is not None


def _first_of_two(draft: Draft, beside: Sequence[Draft], text: str, corrections: Corrections) -> Note | None:
    """Return the note of the first count in "first said six were dead, then four"."""
    sentence, span = draft.line.span, draft.quantity.span
    lead = corrections.first.search(text[sentence.start : span.start])
    following = [one for one in beside if one.quantity.span.start > span.start and one.harm == draft.harm]
    if lead is None or not following:
        return None
    if corrections.later.search(text, span.end, following[0].quantity.span.start) is None:
        return None
    return _note("count.earlier", text, sentence.start + lead.start(), span.start)


def _note(code: NoteCode, text: str, start: int, end: int) -> Note:
    words = text[start:end].rstrip()
    return Note(code=code, span=Span(start, start + len(words)), words=words)
