"""By which clock and which seasons does a report tell: those of the place and the country it names most."""

from collections import Counter
from collections.abc import Sequence

from onrecord.gazetteer import Gazetteer
from onrecord.model.place import Place

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
