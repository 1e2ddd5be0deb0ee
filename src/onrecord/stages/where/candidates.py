"""Which places of the gazetteer may a toponym be, before the rest of the report is asked?"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import log10

from onrecord.gazetteer import Entry, Gazetteer
from onrecord.gazetteer.entry import km_between
from onrecord.gazetteer.fold import fold
from onrecord.model.place import PlaceKind
from onrecord.stages.where.toponym import Toponym
from onrecord.stages.where.words import PlaceWords

MOST = 24
"""No name is weighed among more places than this, the best known first."""

_KNOWN: dict[PlaceKind, float] = {
    "country": 8.0, "region": 5.5, "water": 5.5, "province": 5.5, "district": 4.3, "town": 4.8,
    "neighbourhood": 4.2, "camp": 4.5, "facility": 4.3, "border": 4.3, "unknown": 4.0,
}  # fmt: skip
_LIKE: dict[PlaceKind, frozenset[PlaceKind]] = {
    "country": frozenset({"country"}),
    "region": frozenset({"region", "province", "district"}),
    "province": frozenset({"province", "region", "country"}),
    "district": frozenset({"district", "province", "neighbourhood"}),
    "town": frozenset({"town", "camp"}),
    "neighbourhood": frozenset({"neighbourhood", "district", "town"}),
    "camp": frozenset({"camp", "town", "neighbourhood"}),
    "facility": frozenset({"facility"}),
    "water": frozenset({"water"}),
    "border": frozenset({"border", "town"}),
    "unknown": frozenset(),
}
_STANDS_ALONE = frozenset({"facility", "water", "border"})
"""Kinds whose noun is part of the name: Kuwait Hospital is not in Kuwait."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place a toponym may be; `known` is how well known it is, `fits` how well the words around call it so."""

    entry: Entry
    known: float
    fits: float


def candidates(toponym: Toponym, gazetteer: Gazetteer, words: PlaceWords) -> tuple[Candidate, ...]:
    """Return the places that go by the toponym's name, the best known first."""
    kind = toponym.kind
    for number, name in enumerate(_forms(toponym, words)):
        found = gazetteer.find(name)
        if found:
            made = [_candidate(entry, is_main, name, kind, cut=number) for entry, is_main in found]
            return _joined(sorted(made, key=lambda c: (-c.known - c.fits, c.entry.id)))[:MOST]
    return _loosely(toponym, gazetteer)


def _loosely(toponym: Toponym, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    found = gazetteer.find_loosely(toponym.name)
    made = [replace(_candidate(e, False, toponym.name, toponym.kind, cut=0), fits=-1.0) for e in found]
    return _joined(sorted(made, key=lambda c: (-c.known, c.entry.id)))[:MOST]


def _forms(toponym: Toponym, words: PlaceWords) -> Iterator[str]:
    """Give the names to look up, the fullest first: "Jabaliya urban refugee camp", "Jabaliya camp", "Jabaliya"."""
    name = toponym.name
    yield name
    bare = name.split()
    if toponym.kind == "camp":
        yield f"{name} refugee camp"
        yield from (f"{' '.join(bare[:last])} refugee camp" for last in range(len(bare) - 1, 0, -1))
    while len(bare) > 1 and bare[0].lower() in words.directions:
        bare = bare[1:]
        yield " ".join(bare)
    if toponym.kind in _STANDS_ALONE and bare[-1].lower() in words.kinds:
        return
    last = len(bare)
    while last > 1 and (
        bare[last - 1].lower() in words.kinds or " ".join(bare[last - 2 : last]).lower() in words.kinds
    ):
        last -= 1
        yield " ".join(bare[:last])
    if len(bare) > 1 and bare[0].lower() in words.before:
        yield " ".join(bare[1:])


def _candidate(entry: Entry, is_main: bool, name: str, kind: PlaceKind | None, *, cut: int) -> Candidate:
    known = _KNOWN[entry.kind] if entry.source != "geonames" else 0.0
    if entry.source == "overlay" and fold(entry.name) != fold(name):
        known += 0.5  # a short name that our own list gives on purpose: "Gaza" for the Gaza Strip
    if entry.source == "user":
        known = 7.0
    if entry.source == "geonames":
        people = log10(entry.population + 10)
        known = {"country": 8.0, "province": max(4.5, people - 1.2), "district": max(2.5, people - 1.5)}.get(
            entry.kind, people
        )
    if not is_main:
        known -= 1.0
    fits = 0.0
    if kind is not None and kind != "unknown":
        fits = 2.0 if kind == entry.kind else 0.5 if entry.kind in _LIKE[kind] else -2.0
    if fold(entry.name) == fold(name) and entry.name.isascii():
        fits += 0.2
    return Candidate(entry=entry, known=known, fits=fits)


def _joined(ranked: list[Candidate]) -> tuple[Candidate, ...]:
    """Leave one of two rows for one place: ours, with the GeoNames id of the other."""
    kept: list[Candidate] = []
    for one in ranked:
        twin = next((n for n, other in enumerate(kept) if _are_twins(one.entry, other.entry)), None)
        if twin is None:
            kept.append(one)
            continue
        ours, theirs = (one, kept[twin]) if one.entry.source != "geonames" else (kept[twin], one)
        entry = replace(
            ours.entry,
            geonames=ours.entry.geonames or theirs.entry.geonames,
            population=max(ours.entry.population, theirs.entry.population),
        )
        kept[twin] = Candidate(entry=entry, known=max(ours.known, theirs.known), fits=max(ours.fits, theirs.fits))
    return tuple(kept)


def _are_twins(left: Entry, right: Entry) -> bool:
    if left.country != right.country or left.kind != right.kind or left.source == right.source == "geonames":
        return False
    return km_between(left, right) < max(15.0, left.km, right.km)
