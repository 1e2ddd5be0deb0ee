"""Where and when an incident was, as MUC-4 writes it: "PERU: LIMA (CITY)", "- 28 MAR 89"."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from onrecord.model.place import Place
from onrecord.model.record import Record
from onrecord.scoring.muc4.incident import Incident
from onrecord.scoring.muc4.text import has_any, sentence_around

_MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
_HEAD = 30
"""Characters from the start within which a report names the town it is filed from."""
_OUTER = ("DEPARTMENT", "PROVINCE")

SetList = Mapping[str, tuple[str, ...]]
"""Names of the evaluation's list of places, each with the kinds it may be."""


def read_set_list(path: Path) -> SetList:
    """Return the places that may fill the location slot: `set-list-location` of the evaluation; empty without it."""
    if not path.is_file():
        return {}
    found: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        named = re.fullmatch(r"\s*(.+?)\s*\(([A-Z/ ]+)\)\s*", line)
        if named is not None:
            found.setdefault(named[1], []).append(named[2])
    return {name: tuple(kinds) for name, kinds in found.items()}


def country_of_interest(record: Record, table: Mapping[str, Any]) -> str | None:
    """Return the country of interest that the report names most, by name, by its people's name or by its towns."""
    text = record.report.text.upper()
    counted = Counter(
        place.country for place in record.places for _ in place.mentions if place.country in table["of_interest"]
    )
    for code, stem in table["of_interest"].items():
        counted[code] += 2 * text.count(stem)
    found = [code for code, n in counted.most_common(1) if n]
    return found[0] if found else None


def day_of(incident: Incident, record: Record) -> str:
    """Return the day the words give, or that it was on or before the report's."""
    day = incident.day
    if day is not None:
        return _written(day)
    published = record.report.published
    return "-" if published is None or published.start is None else f"- {_written(published.start)}"


def _written(day: str) -> str:
    at = date.fromisoformat(day[:10])
    return f"{at.day:02d} {_MONTHS[at.month - 1]} {at.year % 100:02d}"


def country_of(incident: Incident, record: Record, table: Mapping[str, Any], default: str) -> str:
    """Return the code of the country it happened in: where its places lie, if the report names that country too."""
    named = {place.country for place in record.places if place.kind == "country"}
    told = [place.country for place in _told(incident, record) if place.country in table["countries"]]
    known = [code for code in told if code is not None and code in named]
    return next((code for code in known if code in table["of_interest"]), next(iter(known), default))


def location_of(
    incident: Incident, record: Record, table: Mapping[str, Any], *, country: str, set_list: SetList
) -> str:
    """Return the country and, from the outer to the inner, the places that the incident's sentences name."""
    parts = _parts(incident, record, table, set_list, country=country)
    return ": ".join([str(table["countries"][country]), *(f"{name} ({kind})" for name, kind in parts)])


def _told(incident: Incident, record: Record) -> list[Place]:
    places = {place.id: place for place in record.places}
    return [places[place] for event in incident.events for place in event.where if place in places]


def _parts(
    incident: Incident, record: Record, table: Mapping[str, Any], set_list: SetList, *, country: str
) -> list[tuple[str, str]]:
    told = [
        place
        for place in _told(incident, record)
        if place.kind != "country" and (place.country in (None, country) or place.precision == "unresolved")
    ]
    named = [part for place in told if (part := _named(place, record, table, set_list)) is not None]
    inner = next((part for part in named if part[1] not in _OUTER), next(iter(named), None))
    if inner is None:
        is_there = any(
            has_any(sentence_around(record, event.span.start, event.span.end), table["here"])
            for event in incident.events
        )
        return _dateline(record, table, set_list, country=country) if is_there else []
    around = _around(incident, record, table, set_list)
    outer = _outer(inner, around)
    return [*([outer] if outer is not None and outer[0] != inner[0] else []), inner]


def _dateline(record: Record, table: Mapping[str, Any], set_list: SetList, *, country: str) -> list[tuple[str, str]]:
    """Return the town the report is filed from, where it lies in the country of what it tells."""
    for place in record.places:
        if place.kind != "town" or place.country != country or place.mentions[0].start > _HEAD:
            continue
        named = _named(place, record, table, set_list)
        return [] if named is None else [named]
    return []


def _around(incident: Incident, record: Record, table: Mapping[str, Any], set_list: SetList) -> list[tuple[str, str]]:
    """Return the places named in the sentences of the incident."""
    sentences = [sentence_around(record, event.span.start, event.span.end) for event in incident.events]
    text = " ".join(" ".join(sentences).upper().split())
    found = []
    for place in record.places:
        part = _named(place, record, table, set_list)
        if part is not None and part[0] in text:
            found.append(part)
    return found


def _outer(inner: tuple[str, str], around: Sequence[tuple[str, str]]) -> tuple[str, str] | None:
    """Return the department of a town, or the city of a quarter, that the same sentences name."""
    name, kind = inner
    if kind in ("NEIGHBORHOOD", "UNIVERSITY", "SUBURB", "AIRPORT"):
        return next((part for part in around if part[1] == "CITY" and part[0] != name), None)
    if kind in _OUTER:
        return None
    return next((part for part in around if part[1] in _OUTER and part[0] != name), None)


def _named(place: Place, record: Record, table: Mapping[str, Any], set_list: SetList) -> tuple[str, str] | None:
    """Return a place's name and kind as the list has them; `None` for what is no place of the list."""
    if place.kind == "country":
        return None
    words = " ".join(place.mentions[0].of(record.report.text).upper().split())
    kind = str(table["place_kinds"].get(place.kind) or "")
    for suffix, of in table["place_words"].items():
        if words.startswith(f"{suffix} OF "):
            words, kind = words.removeprefix(f"{suffix} OF "), str(of)
        elif words.endswith(f" {suffix}") and words.removesuffix(f" {suffix}") in (
            set_list or {words[: -len(suffix) - 1]}
        ):
            words, kind = words.removesuffix(f" {suffix}"), str(of)
    if words in table["countries"].values():
        return None
    known = set_list.get(words)
    if known is not None:
        return words, next((k for k in (kind, "CITY", "TOWN") if k in known), known[0])
    return (words, kind) if kind and not set_list else None
