"""Which stretches of a text hold numbers that count nobody: ages, dates, lengths of time, designations.

"The 12-year-old was hit on Route 4 on May 3" has three numbers and no figure.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from onrecord.model.span import Span

_PERSON = (
    r"(?:man|woman|boy|girl|son|daughter|brother|sister|mother|father|husband|wife|male|female|teenager|student"
    r"|child|baby|infant|toddler|pensioner|youth|widow|widower|grandmother|grandfather|other|another|victim|suspect|gunman"
    r"|driver|passenger|resident|soldier|officer|policeman|guard|teacher|neighbou?r|cousin|nephew|niece|uncle|aunt|friend"
    r"|girlfriend|boyfriend|partner)"
)
_DIGITS = r"\d{1,3}(?:,\d{3})*(?:\.\d+)?"
_WORDED = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
    r"(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|several|dozens|a few|hundreds?"
    r"|half a dozen|a couple of)"
)


def not_counts(text: str, patterns: Iterable[re.Pattern[str]], *, by: int = 0) -> tuple[Span, ...]:
    """Return the stretches of `text`, moved on by `by`, where a number is no count."""
    return tuple(
        Span(match.start() + by, match.end() + by)
        for pattern in patterns
        for match in pattern.finditer(text)
        if match.end() > match.start()
    )


def is_masked(span: Span, masks: Iterable[Span]) -> bool:
    """Return whether the number at `span` lies in one of `masks`."""
    return any(mask.covers(span) for mask in masks)


def mask_patterns(table: Mapping[str, Any], singles: Sequence[str]) -> tuple[re.Pattern[str], ...]:
    """Return the table `notcounts` as patterns; a number behind one of `singles`, nouns of one person, is an age."""
    folded = [
        *_dates(table["months"], table["after_year"]),
        *_ages(table, _alternatives(singles)),
        *_measures(table["measures"]),
        *table["marks"],
    ]
    cased = [*_designations(table["designations"]["capital"]), *_addresses(table["streets"])]
    named = _alternatives(table["designations"]["any_case"])
    folded.append(rf"(?<!\w){named}\s?\d+(?:[ ,]+(?:and|to|or|-)?\s*\d+)*(?!\w)")
    years = _alternatives(table["year_before"])
    folded.append(rf"\b{years}[ -](?:1[89]|20)\d\d(?:[-–/]\d\d(?:\d\d)?)?\b(?!,\d)")
    return tuple(re.compile(p, re.IGNORECASE) for p in folded) + tuple(re.compile(p) for p in cased)


def _alternatives(words: Sequence[str]) -> str:
    return "(?:" + "|".join(re.escape(str(word)) for word in sorted(words, key=len, reverse=True)) + ")"


def _dates(months: Sequence[str], happenings: Sequence[str]) -> list[str]:
    month = rf"\b{_alternatives(months)}\b(?:(?<=\b\w\w\w)(?<!may)\.|(?<=\bsept)\.)?"  # "on 3 May. 4 died"
    day = r"(?:[12]?\d|3[01])(?:st|nd|rd|th)?\b(?![,.]\d{3})"
    listed = rf",\s*{day}(?=\s*(?:,|and\b|or\b|[.;)]|$|{_alternatives(months)}\b))"  # not "on Dec. 22, 9 died"
    days = rf"{day}(?:{listed}|\s*(?:to|and|-|–|or|through|until)\s*{day})*"
    return [
        rf"{month}\s+{days}(?:,?\s+(?:1[89]|20)\d\d\b)?",
        rf"\b{days}(?:\s+of)?\s+{month}(?:,?\s+(?:1[89]|20)\d\d\b)?",
        rf"{month},?\s+(?:1[89]|20)\d\d\b",
        rf"\b(?:1[89]|20)\d\d(?=\s+{_alternatives(happenings)}\b)",
    ]


def _ages(table: Mapping[str, Any], single: str) -> list[str]:
    unit = _alternatives(table["years_old"])
    number = rf"(?:{_DIGITS}|{_WORDED})"
    return [
        rf"\b{number}[- ]?{unit}s?[- ]+(?:old|of[- ]age)s?\b",
        rf"\b(?:aged?|ages),?\s+(?:between\s+)?{number}(?:\s*(?:,|to|and|-|–)\s*(?:and\s+)?{number})*",
        rf"\b{number}\s+years?\s+of\s+age\b",
        rf"\b{_PERSON}\s+of\s+{number}\b",
        rf"\b(?:{single}|other|another),\s(?:\d{{1,2}}|{_WORDED})\b(?=\s*(?:[,.;)–—]|\s-|$))",
        r"(?-i:\b[A-Z][\w'’.-]*[a-z]\w*)(?:,?\s+(?-i:[JS]r)\.?)?,\s(?:1[01]\d|\d{1,2})"
        r"(?=\s*(?:[,.;()–—]|\s-|$|\bof\b(?! (?:them|whom|those|these|the)\b)))(?!,\d{3})",
        rf"\b(?:between|from) the ages? of {number}\s*(?:and|to)\s*{number}\b",
        r"\b(?:men|women|boys|girls|brothers|sisters|sons|daughters|teenagers|students|siblings|victims|suspects|others)"
        r",(?:\s(?:both|aged|ages))?\s\d{1,2}(?:,\s\d{1,2})*,?\sand\s\d{1,2}\b(?=\s*[,.;)])",
        r"\(\d{1,2}\)",
        r"\bunder[- ]\d{1,2}s\b|\bunder the age of \d+",
    ]


def _measures(words: Sequence[str]) -> list[str]:
    unit = rf"{_alternatives(words)}s?\b"
    number = rf"(?:{_DIGITS}|{_WORDED}|1?\d{{4}})(?:\s+(?:million|thousand|hundred))?"
    lead = r"(?:\s*(?:to|-|–|or|and)\s*" + number + r")?"
    between = r"(?:[- ](?:and a half|straight|consecutive|more|long|full|whole|other|decimal))*"
    return [
        rf"\b{number}{lead}{between}[- ]?(?:of\s+)?{unit}(?![-’']?\w*[- ]old)",
        rf"\b{number}\s+(?:and\s+)?(?:a\s+)?half\s+{unit}",
    ]


def _designations(capitals: Sequence[str]) -> list[str]:
    return [
        rf"\b{_alternatives(capitals)}[ -](?:\d+|(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten))\b",
        r"\b[A-Z]{1,4}-\d+\b",
        r"\b(?:Big|Group of) (?:Five|Seven|Eight|Ten|Twenty|\d+)\b",
    ]


def _addresses(streets: Sequence[str]) -> list[str]:
    return [
        rf"\b\d+\s+(?:block of\s+)?(?:[NSEW]\.?\s+)?(?:[A-Z]\w+\s+){{1,3}}{_alternatives(streets)}\b",
        r"\b\d+[- ]block\b",
        r"\bat \d{3,5}(?= [A-Z]\w*[^s\W]\b)",
    ]
