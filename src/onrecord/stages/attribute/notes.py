"""What does the report say about the ground a claim stands on: evidence, verification, anonymity?"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from onrecord.model.claim import Note, NoteCode
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.vocab.load import load_table


def notes_in(report: Report, span: Span, *, table: Mapping[str, Any] | None = None) -> Iterator[Note]:
    """Give the notes that the words at `span` make, in order, one for each stretch of words."""
    patterns = _compiled() if table is None else _compile(table)
    taken: list[Span] = []
    for code, pattern in patterns:
        for match in pattern.finditer(report.text, span.start, span.end):
            words = match.group()
            start = match.start() + len(words) - len(words.lstrip())
            found = Span(start, start + len(words.strip()))
            if any(found.overlaps(other) for other in taken):
                continue
            taken.append(found)
            yield Note(code=code, span=found, words=found.of(report.text))


def points_back(words: str) -> bool:
    """Return whether a sentence that opens a paragraph speaks of what the one before it says ("the claim", "it")."""
    return _back().search(words) is not None


@cache
def _back() -> re.Pattern[str]:
    return re.compile("|".join(load_table("evidence")["points_back"]).replace(" ", r"\s+"), re.IGNORECASE)


@cache
def _compiled() -> tuple[tuple[NoteCode, re.Pattern[str]], ...]:
    return _compile(load_table("evidence"))


def _compile(table: Mapping[str, Any]) -> tuple[tuple[NoteCode, re.Pattern[str]], ...]:
    return tuple(
        (
            row["code"],
            re.compile("|".join(f"(?:{part})" for part in row["patterns"]).replace(" ", r"\s+"), re.IGNORECASE),
        )
        for row in table["notes"]
    )
