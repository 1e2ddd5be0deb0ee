"""What of a report's words is kept so that its copies are found: a sample of five-word runs, credits and dateline.

"SANAA, May 3 (AFP) - ..." credits AFP and is datelined Sanaa. Of the runs, those whose hash is divisible by
six are kept: two reports that share a sentence or two share several keys.
"""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from hashlib import blake2b
from typing import Any

from onrecord.gazetteer.fold import fold
from onrecord.model.facts import ReportFacts
from onrecord.model.record import Record
from onrecord.vocab.load import load_table

RUN = 5
_EVERY = 6
_SKIPPED = ("boilerplate", "byline", "headline")
_WORD = re.compile(r"\w+(?:[’'.,]\w+)*")
_SURE = ("with ", "including ", "source", "agency", "credit")
_KIND = re.compile(r" (?:news|press) (?:agency|service|wire)$| (?:newswire|wire|news agency)$")
_DATELINE = re.compile(
    r"^\W*(?P<place>[A-Z][\w'’.-]+(?:[ /][A-Z][\w'’.-]+){0,3})(?:,\s*[A-Z][\w .]+?)?"
    r"(?:,?\s*(?:\d{1,2}\s+\w+|\w+\.?\s+\d{1,2})(?:,?\s+\d{4})?)?"
    r"\s*(?:\((?P<agency>[A-Z][\w .'’-]{1,40}?)\))?\s*(?:[—–]|--?(?:\s|$)|:(?:\s|$))"
)


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of `text`, in lower case."""
    return tuple([word.lower().replace("’", "'") for word in _WORD.findall(text)])


@lru_cache(maxsize=1024)  # a report is compared with several others, one after the other
def ends_of(text: str) -> tuple[tuple[int, int], ...]:
    """Return where each of the words of `text` starts and ends."""
    return tuple([match.span() for match in _WORD.finditer(text)])


def report_facts(record: Record) -> ReportFacts:
    """Return what lineage needs of `record`."""
    when = record.report.published
    published = None if when is None or when.start is None else when.start[:10]
    body = [p.span for p in record.passages if p.kind not in _SKIPPED]
    words = [word for span in body for word in words_of(span.of(record.report.text))]
    place, agency = _dateline(record)
    outlet = record.report.outlet
    agencies = {*_credits(record), *([agency] if agency else [])}
    if outlet is not None and agency_of(outlet) is not None:
        agencies.add(agency_of(outlet) or fold(outlet))
    found = tuple(sorted(agencies))
    return ReportFacts(
        id=record.report.id,
        report=record.report.id,
        keys=tuple(sorted({*_runs(words), *_credit_keys(found, place, published)})),
        outlet=outlet,
        published=published,
        agencies=found,
        dateline=place,
        is_dispatch=agency is not None,
        n_words=len(words),
    )


def _runs(words: list[str]) -> set[str]:
    runs = (" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1))
    digests = (blake2b(run.encode(), digest_size=8).digest() for run in runs)
    return {f"w{digest.hex()}" for digest in digests if digest[0] % _EVERY == 0}


def _credit_keys(agencies: tuple[str, ...], place: str | None, published: str | None) -> set[str]:
    """Return two keys for each agency, town and day: what credits one agency from one town is always a candidate."""
    if place is None or published is None:
        return set()
    day = date.fromisoformat(published).toordinal()
    windows = {day // 3, (day + 1) // 3, (day - 1) // 3}
    return {f"c{n}|{fold(agency)}|{place}|{window}" for agency in agencies for window in windows for n in (1, 2)}


def _dateline(record: Record) -> tuple[str | None, str | None]:
    """Return the folded place and the agency of the report's dateline."""
    for passage in record.passages[:6]:
        if passage.kind in ("dateline", "paragraph"):
            match = _DATELINE.match(passage.span.of(record.report.text)[:120])
            if match is not None and (match["agency"] or passage.kind == "dateline" or match["place"].isupper()):
                name = match["agency"]
                return fold(match["place"]), None if name is None else agency_of(name) or fold(name)
            if match is None and passage.kind == "paragraph":
                return None, None
    return None, None


def _credits(record: Record) -> set[str]:
    """Return the agencies credited in the byline or in a line at the head or foot."""
    text, found = record.report.text, set[str]()
    lines = [p.span.of(text) for p in (*record.passages[:4], *record.passages[-4:])]
    if record.report.byline:
        lines.append(record.report.byline)
    for line in lines:
        for pattern in _lines():
            match = pattern.search(line) if len(line) <= 300 else None
            name = None if match is None else match.groupdict().get("agency")
            if match is None or name is None:
                continue
            known = agency_of(name)
            if known is not None or match[0].lower().startswith(_SURE) or "contributed" in match[0]:
                found.add(known or fold(name))
    return found


def agency_of(name: str) -> str | None:
    """Return the agency that goes by `name`: one of the table, or a name that ends in "news agency" or the like."""
    key = fold(name)
    short = _KIND.sub("", key)
    return _names().get(key) or _names().get(short) or (short if short != key else None)


@cache
def _names() -> Mapping[str, str]:
    rows: list[list[str]] = load_table("credits")["agencies"]
    return {fold(name): fold(row[0]) for row in rows for name in row}


@cache
def _lines() -> tuple[re.Pattern[str], ...]:
    table: Mapping[str, Any] = load_table("credits")
    name = r"(?P<agency>(?:the\s+|The\s+)?[A-Za-z][\w'’-]*(?:\s[A-Z][\w'’-]*){0,3})"
    return tuple(re.compile(line.replace("{agency}", name), re.MULTILINE) for line in table["lines"])
