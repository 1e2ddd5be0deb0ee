"""Words in sentences of a report, whatever their case."""

import re
from collections.abc import Sequence

from onrecord.model.record import Record


def has_any(words: str, listed: Sequence[str]) -> bool:
    """Return whether one of the `listed` words or phrases stands in `words`."""
    lower = " ".join(words.lower().split())
    return any(re.search(rf"(?<![\w-]){re.escape(str(item))}(?![\w-])", lower) for item in listed)


def sentence_around(record: Record, start: int, end: int) -> str:
    """Return the sentence of the report's text around characters `start` to `end`, cut by full stops."""
    text = record.report.text
    left = max(text.rfind(". ", 0, start), text.rfind("\n\n", 0, start), text.rfind(".\n", 0, start)) + 1
    ends = [at for at in (text.find(mark, end) for mark in (". ", ".\n", "\n\n")) if at >= 0]
    return text[left : min(ends, default=len(text))]
