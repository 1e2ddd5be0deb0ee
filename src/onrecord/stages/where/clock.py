"""By which clock and which seasons does a report tell: those of the place and the country it names most."""

from collections import Counter
from collections.abc import Sequence

from onrecord.gazetteer import Gazetteer
from onrecord.model.place import Place

_LARGE = 100_000
_WIDE = frozenset({"country", "region", "water", "border", "unknown"})


def country_of(places: Sequence[Place]) -> str | None:
    """Return the ISO code of the country that half or more of all mentions of places lie in, `None` if none."""
    mentions: Counter[str] = Counter()
    for place in places:
        if place.country is not None:
            mentions[place.country] += len(place.mentions)
    best = max(mentions, key=lambda code: (mentions[code], code), default=None)
    return best if best is not None and 2 * mentions[best] >= mentions.total() else None


def timezone_of(places: Sequence[Place], *, gazetteer: Gazetteer) -> str | None:
    """Return the IANA time zone of the place most often named, `None` where it has none or several.

    A country serves only where no smaller place is named and all its divisions share one zone. A place with namesakes
    serves only if it is a large one, or the report names another of its country.
    """
    known = [place for place in places if _is_sure(place, places, gazetteer)]
    for group in (
        [place for place in known if place.kind not in _WIDE],
        [place for place in known if place.kind == "country"],
    ):
        for place in sorted(group, key=lambda place: (-len(place.mentions), place.mentions[0])):
            zone = _zone(place, gazetteer)
            if zone is not None:
                return zone
            if place.kind == "country":
                return None
    return None


def _is_sure(place: Place, places: Sequence[Place], gazetteer: Gazetteer) -> bool:
    """Return whether a place is where its name says beyond doubt: a Las Palmas alone may be any of several."""
    if place.lat is None or place.country is None:
        return False
    if place.kind == "country" or not place.choices:
        return True
    if any(other.country == place.country and other.id != place.id for other in places):
        return True
    at = (place.lat, place.lon)
    found = [entry for entry, _ in gazetteer.find(place.name) if (entry.lat, entry.lon) == at]
    return any(entry.source != "geonames" or entry.population >= _LARGE for entry in found)


def _zone(place: Place, gazetteer: Gazetteer) -> str | None:
    if place.kind == "country":
        return gazetteer.only_timezone(place.country or "")
    at = (place.lat, place.lon)
    zones = [e.timezone for e, _ in gazetteer.find(place.name) if (e.lat, e.lon) == at and e.timezone is not None]
    return zones[0] if zones else gazetteer.only_timezone(place.country or "")
