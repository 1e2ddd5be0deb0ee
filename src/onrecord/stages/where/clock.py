"""By which clock does a report tell: that of the place it names most."""

from collections.abc import Sequence

from onrecord.gazetteer import Gazetteer
from onrecord.model.place import Place

_WIDE = frozenset({"country", "region", "water", "border", "unknown"})


def timezone_of(places: Sequence[Place], *, gazetteer: Gazetteer) -> str | None:
    """Return the IANA time zone of the place most often named, `None` where it has none or several.

    A country serves only where no smaller place is named and all its divisions share one zone.
    """
    known = [place for place in places if place.lat is not None and place.country is not None]
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


def _zone(place: Place, gazetteer: Gazetteer) -> str | None:
    if place.kind == "country":
        return gazetteer.only_timezone(place.country or "")
    at = (place.lat, place.lon)
    zones = [e.timezone for e, _ in gazetteer.find(place.name) if (e.lat, e.lon) == at and e.timezone is not None]
    return zones[0] if zones else gazetteer.only_timezone(place.country or "")
