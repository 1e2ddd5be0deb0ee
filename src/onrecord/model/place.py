"""Where, with how exactly the words fix it."""

from dataclasses import dataclass
from typing import Literal

from onrecord.model.ids import PlaceId
from onrecord.model.span import Span

PlaceKind = Literal[
    "country",
    "region",
    "province",
    "district",
    "town",
    "neighbourhood",
    "camp",
    "facility",
    "water",
    "border",
    "unknown",
]
PlacePrecision = Literal["exact", "near", "town", "district", "province", "country", "unresolved"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceChoice:
    """A namesake that was weighed and not taken, with its score beside the chosen one's."""

    name: str
    country: str | None
    geonames: int | None
    lat: float
    lon: float
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place the report names, under one name, with every mention.

    `lat` and `lon` are WGS 84 degrees, `None` when unresolved. `country` is an ISO 3166-1
    alpha-2 code, `geonames` the GeoNames id. `within` lists places of the same report that
    contain it, innermost first. `precision` says how exactly `lat`/`lon` fix it.
    """

    id: PlaceId
    name: str
    kind: PlaceKind
    country: str | None
    lat: float | None
    lon: float | None
    geonames: int | None
    within: tuple[PlaceId, ...]
    precision: PlacePrecision
    mentions: tuple[Span, ...]
    score: float | None = None
    choices: tuple[PlaceChoice, ...] = ()
