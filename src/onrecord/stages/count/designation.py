"""Designations of arms: "two Mi-35 helicopters", "12 AK-47s"; they name things, and never people."""

from onrecord.stages.count.line import Line
from onrecord.stages.count.nouns import Nouns

_HYPHENS = ("-", "–", "‑")
_LETTERS = 9  # of a designation, before its hyphen: "BMP-2", "Kh-59", "Shahed-136"


def designation_end(line: Line, at: int) -> int:
    """Return where a designation that starts at word `at` ends: "Mi-35", "UH-1H", "AK-47s"; `at` where none does."""
    text, end = line.words[at].text, at
    if not (text[0].isupper() and text.isalpha() and len(text) <= _LETTERS):
        return at
    while end + 1 < len(line.words) and line.words[end].span.end == line.words[end + 1].span.start:
        if not (line.lower[end + 1] in _HYPHENS or line.lower[end + 1].isalnum()):
            break
        end += 1
    is_whole = end >= at + 2 and line.lower[at + 1] in _HYPHENS and line.lower[at + 2][0].isdigit()
    return end + 1 if is_whole else at


def unit_of_designation(line: Line, start: int, end: int, nouns: Nouns) -> str | None:
    """Return the unit of the designation among words `start` to `end`, unless a known noun closes them.

    A designation that no table knows is a thing.
    """
    for at in range(start, end - 2):
        if (over := designation_end(line, at)) > at:
            is_known = over < end and nouns.unit(line.lower[end - 1]) is not None
            return None if is_known else nouns.unit("".join(line.lower[at:over])) or "things"
    return None
