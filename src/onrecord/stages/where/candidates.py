"""Which places of the gazetteer may a toponym be, before the rest of the report is asked?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import log10

from onrecord.gazetteer import Entry, Gazetteer
from onrecord.gazetteer.entry import km_between
from onrecord.gazetteer.fold import fold, loosen
from onrecord.model.place import PlaceKind
from onrecord.stages.where.toponym import Toponym
from onrecord.stages.where.weights import Weights
from onrecord.stages.where.words import PlaceWords

MOST = 24
"""No name is weighed among more places than this, the best known first."""

_LIKE: dict[PlaceKind, frozenset[PlaceKind]] = {
    "country": frozenset({"country"}),
    "region": frozenset({"region", "province", "district"}),
    "province": frozenset({"province", "region"}),
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
    """A place a toponym may be; `known` is how well known it is, `fits` how well the words around call it so.

    `is_loose` says that its name is only like the one written.
    """

    entry: Entry
    known: float
    fits: float
    is_main: bool
    is_loose: bool = False


def candidates(toponym: Toponym, gazetteer: Gazetteer, words: PlaceWords, weights: Weights) -> tuple[Candidate, ...]:
    """Return the places that go by the toponym's name, the best known first."""
    for name in _forms(toponym, words):
        found = gazetteer.find(name)
        if found:
            made = [_candidate(entry, is_main, name, toponym.kind, weights) for entry, is_main in found]
            made += _divisions_like(name, toponym.kind, found, gazetteer, weights)
            made = _less_the_land_around(made, fold(name), weights)
            return _joined(sorted(made, key=lambda c: (-c.known - c.fits, c.entry.id)))[:MOST]
    loose = gazetteer.find_loosely(toponym.name)
    made = [_candidate(entry, False, toponym.name, toponym.kind, weights) for entry in loose]
    made = [replace(one, is_loose=True) for one in made]
    return _joined(sorted(made, key=lambda c: (-c.known - c.fits, c.entry.id)))[:MOST]


def _divisions_like(
    name: str,
    kind: PlaceKind | None,
    found: Sequence[tuple[Entry, bool]],
    gazetteer: Gazetteer,
    weights: Weights,
) -> list[Candidate]:
    """Return divisions spelt otherwise where the words call for one: "Hasaka Province" beside the town of Hasaka."""
    if kind not in ("province", "district") or any(entry.kind == kind for entry, _ in found):
        return []
    lands = {entry.country for entry, _ in found}
    like = [entry for entry in gazetteer.find_loosely(name) if entry.kind == kind and entry.country in lands]
    return [_candidate(entry, True, name, kind, weights) for entry in like]


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
    if bare[-1].lower() in words.kinds and (toponym.kind in _STANDS_ALONE or bare[-1].lower() in words.ways):
        return
    last = len(bare)
    while last > 1 and (
        bare[last - 1].lower() in words.kinds or " ".join(bare[last - 2 : last]).lower() in words.kinds
    ):
        last -= 1
        yield " ".join(bare[:last])
    if len(bare) > 1 and bare[0].lower() in words.before:
        yield " ".join(bare[2:] if bare[1].lower() == "of" and len(bare) > 2 else bare[1:])


def _candidate(entry: Entry, is_main: bool, name: str, kind: PlaceKind | None, weights: Weights) -> Candidate:
    known = _known(entry, weights)
    is_own = fold(entry.name) == fold(name)
    if not is_main:
        known -= weights.alias + weights.stranger * (not _are_alike(entry.name, name))
    elif entry.source == "overlay" and not is_own:
        known += weights.kept_alias  # a short name that our own list gives on purpose: "Gaza" for the Gaza Strip
    is_ours = is_main and entry.source != "geonames"
    fits = weights.as_written if (is_own or is_ours) and entry.name.isascii() else 0.0
    if kind is not None and kind != "unknown":
        same, like = kind == entry.kind, entry.kind in _LIKE[kind]
        fits += weights.same_kind if same else weights.like_kind if like else weights.other_kind
    return Candidate(entry=entry, known=known, fits=fits, is_main=is_main)


def _less_the_land_around(made: list[Candidate], key: str, weights: Weights) -> list[Candidate]:
    """Hold a division that bears the name of a town in it for less likely than the town."""
    seats = {(c.entry.country, c.entry.admin1) for c in made if c.entry.kind == "town" and c.is_main}
    return [
        replace(c, known=c.known - weights.around_its_seat)
        if c.entry.kind in ("province", "district")
        and fold(c.entry.name) == key
        and (c.entry.country, c.entry.admin1) in seats
        else c
        for c in made
    ]


def _known(entry: Entry, weights: Weights) -> float:
    if entry.source == "user":
        return weights.user
    if entry.source == "overlay":
        return weights.kept[entry.kind] + weights.of_several * (entry.country is None)
    people = log10(entry.population + 10)
    match entry.kind:
        case "country":
            return weights.country_known + 0.05 * people  # of two Congos, the larger
        case "province":
            return max(4.5, people - weights.province_less)
        case "district":
            return max(2.5, people - weights.district_less)
        case _:
            return people


def _are_alike(left: str, right: str) -> bool:
    """Return whether two names may be spellings of one: they start alike once folded and loosened."""
    one, other = loosen(fold(left)), loosen(fold(right))
    return one[:3] == other[:3] or one in other or other in one


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
        kept[twin] = Candidate(
            entry=entry,
            known=max(ours.known, theirs.known),
            fits=max(ours.fits, theirs.fits),
            is_main=ours.is_main or theirs.is_main,
            is_loose=one.is_loose,
        )
    return tuple(kept)


def _are_twins(left: Entry, right: Entry) -> bool:
    if left.country != right.country or left.kind != right.kind or left.source == right.source == "geonames":
        return False
    return km_between(left, right) < max(15.0, left.km, right.km)
