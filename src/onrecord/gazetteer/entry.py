"""One place of the gazetteer."""

import math
from dataclasses import dataclass
from typing import Literal

from onrecord.model.place import PlaceKind

Source = Literal["geonames", "overlay", "user"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One place of the gazetteer.

    `country` is an ISO 3166-1 alpha-2 code, `admin1` GeoNames' code of the first division in it,
    `None` for what lies in several or none. `km` is about how far the place reaches from its point,
    `timezone` a name of the IANA time zone database.
    """

    id: int
    name: str
    kind: PlaceKind
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    km: float
    population: int
    geonames: int | None
    source: Source
    timezone: str | None = None


def km_between(left: Entry, right: Entry) -> float:
    """Return the great-circle distance of two points in km."""
    return km(left.lat, left.lon, right.lat, right.lon)


def km(lat: float, lon: float, lat2: float, lon2: float) -> float:
    """Return the great-circle distance of two points in km (haversine, mean radius 6371 km)."""
    p, q = math.radians(lat), math.radians(lat2)
    half = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(lon2 - lon) / 2) ** 2
    return 12742.0 * math.asin(math.sqrt(half))
