"""Texts with place names marked by people: GeoVirus, LGL, and our own table of names from conflicts."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from onrecord.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A place name marked by people, `None` for what they did not say.

    `is_wide` says that it names a country, a region of several or a sea. `within` is how many km off is still right.
    """

    span: Span
    lat: float | None
    lon: float | None
    country: str | None = None
    is_wide: bool = False
    within: float = 161.0


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text and its marked names, in order."""

    text: str
    marked: tuple[Marked, ...]


def geovirus(path: Path, *, wide: Iterable[str]) -> Iterator[MarkedText]:
    """Give the texts of GeoVirus (Gritta et al. 2018), its offsets count from 1. `wide` names countries and seas."""
    wide = frozenset(wide)
    for article in ElementTree.parse(path).getroot():
        text = _text(article, "text")
        found = []
        for place in article.iter("location"):
            span = Span(int(_text(place, "start")) - 1, int(_text(place, "end")) - 1)
            page = _text(place, "page").rpartition("/")[2].replace("_", " ")
            is_wide = bool({page, _text(place, "name")} & wide)
            lat, lon = float(_text(place, "lat")), float(_text(place, "lon"))
            found.append(Marked(span=span, lat=lat, lon=lon, is_wide=is_wide))
        yield MarkedText(text, tuple(sorted(found, key=lambda marked: marked.span)))


def lgl(path: Path, *, codes: dict[str, str]) -> Iterator[MarkedText]:
    """Give the texts of LGL (Lieberman et al. 2010). `codes` are ISO codes by the country names it uses."""
    for article in ElementTree.parse(path).getroot():
        found = []
        for place in article.iter("toponym"):
            tag = place.find("gaztag")
            span = Span(int(_text(place, "start")), int(_text(place, "end")))
            at = (float(_text(tag, "lat")), float(_text(tag, "lon"))) if tag is not None else (None, None)
            country = codes.get(_text(tag, "country")) if tag is not None else None
            found.append(Marked(span=span, lat=at[0], lon=at[1], country=country))
        yield MarkedText(_text(article, "text"), tuple(sorted(found, key=lambda marked: marked.span)))


def own_table(path: Path) -> Iterator[MarkedText]:
    """Give the sentences of `eval/cases/places.csv`; a name that is nowhere has no point."""
    lines = (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    for row in csv.DictReader(lines, delimiter="|"):
        start = row["sentence"].index("{}")
        nowhere = row["kind"] == "nowhere"
        marked = Marked(
            span=Span(start, start + len(row["name"])),
            lat=None if nowhere else float(row["lat"]),
            lon=None if nowhere else float(row["lon"]),
            within=float(row["km"]),
        )
        yield MarkedText(row["sentence"].replace("{}", row["name"]), (marked,))


def _text(element: ElementTree.Element, tag: str) -> str:
    found = element.find(tag)
    return found.text if found is not None and found.text else ""
