"""How do settled names become places: one for all spellings, with what it lies in and how exactly it is fixed?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.gazetteer import Entry
from onrecord.gazetteer.fold import fold
from onrecord.model.ids import PlaceId, make_id
from onrecord.model.place import Place, PlaceChoice, PlacePrecision
from onrecord.model.report import Report
from onrecord.stages.where.candidates import Candidate
from onrecord.stages.where.settle import Settled
from onrecord.stages.where.surround import NEEDS_SURROUNDINGS, Surroundings
from onrecord.stages.where.toponym import Toponym
from onrecord.stages.where.weigh import lies_in

_BY_REACH: tuple[tuple[float, PlacePrecision], ...] = (
    (2.0, "exact"), (30.0, "town"), (60.0, "district"), (300.0, "province"),
)  # fmt: skip
_MAY_BE_NEAR = 30.0
_SETTLED = ("town", "district", "neighbourhood", "camp")
_LANDS = ("country", "region", "province", "district")

Pairs = Sequence[tuple[Toponym, Settled]]


@dataclass(frozen=True, slots=True)
class _Draft:
    """A place, its row in the gazetteer and, for one with no row, that of the place around it."""

    place: Place
    entry: Entry | None
    around: Entry | None = None


def places_of(report: Report, settled: Pairs, surroundings: Surroundings) -> tuple[Place, ...]:
    """Return one place for all the names settled on it, in order of first mention."""
    groups: dict[tuple[object, ...], list[tuple[Toponym, Settled]]] = {}
    for item, found in settled:
        if not item.is_actor:
            groups.setdefault(_identity(item, found), []).append((item, found))
    drafts = [_draft(report, identity, group, surroundings) for identity, group in groups.items()]
    return tuple(sorted(_nested(drafts), key=lambda place: place.mentions[0]))


def _identity(item: Toponym, found: Settled) -> tuple[object, ...]:
    if found.best is None:
        return ("unresolved", fold(item.name))
    entry = found.best.entry
    return (entry.kind, entry.country, round(entry.lat, 3), round(entry.lon, 3), fold(entry.name))


def _draft(report: Report, identity: tuple[object, ...], group: Pairs, surroundings: Surroundings) -> _Draft:
    first, found = group[0]
    items = [item for item, _ in group]
    place = Place(
        id=PlaceId(make_id("pl", report.id, *identity)),
        name=first.name,
        kind=first.kind or "unknown",
        country=None,
        lat=None,
        lon=None,
        geonames=None,
        within=(),
        precision="unresolved",
        mentions=tuple(sorted({item.span for item in items})),
        score=found.score,
        choices=tuple(_choice(*other) for other in found.others),
    )
    if found.best is not None:
        return _Draft(_placed(place, found.best.entry, items), found.best.entry)
    if place.kind not in NEEDS_SURROUNDINGS:
        said = next(filter(None, map(surroundings.said, items)), None)
        if said is None:
            return _Draft(place, None)
        is_land = said.kind in _LANDS  # "Qamenas, Sarmin and Talamenes" lists towns
        return _Draft(replace(place, country=said.country), None, said if is_land else None)
    found_around = next(filter(None, map(surroundings.of, items)), None)
    if found_around is None:
        return _Draft(place, None)
    around, is_near = found_around
    placed = replace(
        place, country=around.country, lat=around.lat, lon=around.lon, precision=_precision(around, is_near=is_near)
    )
    return _Draft(placed, None, around)


def _placed(place: Place, entry: Entry, items: Sequence[Toponym]) -> Place:
    return replace(
        place,
        name=_name(entry, items),
        kind=entry.kind,
        country=entry.country,
        lat=entry.lat,
        lon=entry.lon,
        geonames=entry.geonames,
        precision=_precision(entry, is_near=all(item.is_near for item in items)),
    )


def _name(entry: Entry, items: Sequence[Toponym]) -> str:
    """Return the name as the report writes it where it is the gazetteer's but for marks, else the gazetteer's."""
    written = [item.name for item in items if fold(item.name) == fold(entry.name) and not item.name.isupper()]
    return written[0] if written else entry.name


def _precision(entry: Entry, *, is_near: bool) -> PlacePrecision:
    if is_near and entry.kind != "country" and entry.km <= _MAY_BE_NEAR:
        return "near"
    if entry.kind in ("country", "town", "district", "province"):
        return entry.kind
    return next((precision for km, precision in _BY_REACH if entry.km <= km), "country")


def _choice(candidate: Candidate, score: float) -> PlaceChoice:
    entry = candidate.entry
    return PlaceChoice(
        name=entry.name, country=entry.country, geonames=entry.geonames, lat=entry.lat, lon=entry.lon, score=score
    )


def _nested(drafts: Sequence[_Draft]) -> list[Place]:
    """Fill in which places of the report hold which, innermost first."""
    known = [(draft.entry, draft.place.id) for draft in drafts if draft.entry is not None]
    known.sort(key=lambda pair: (pair[0].km, pair[1]))
    out = []
    for draft in drafts:
        within: list[PlaceId] = []
        if draft.entry is not None:
            within = [place_id for entry, place_id in known if lies_in(draft.entry, entry)]
        elif draft.around is not None:
            around = draft.around
            within = [place_id for entry, place_id in known if entry.id == around.id or lies_in(around, entry)]
        out.append(replace(draft.place, within=tuple(within)))
    return [_named_after(place, out) for place in out]


def _named_after(place: Place, places: Sequence[Place]) -> Place:
    """Return a place of no known surroundings inside the one it is named after: "Tellmere market" lies in Tellmere."""
    if place.within or place.lat is not None or place.kind not in NEEDS_SURROUNDINGS:
        return place
    name = fold(place.name)
    around = [other for other in places if other.kind in _SETTLED and name.startswith(f"{fold(other.name)} ")]
    if not around:
        return place
    town = max(around, key=lambda other: len(other.name))
    return replace(place, within=(town.id, *town.within), country=place.country or town.country)
