"""Scores places: names found in raw text, and where marked names lie.

`f1`: spans found against spans marked, right at the same extent; `f1_overlap`: at any overlap, each span once.
A name that stands for a government counts as found: the sets mark them all. LGL marks peoples, too ("Georgian
officials"), which a record keeps as actors: `f1_places` leaves them out of what is wanted. `within161`: marked
names put within 161 km (Leidner's measure), unresolved ones count as wrong; on GeoVirus of those that name no
country, region or sea. `country`: marked names put in the right country. On our own table `right` is the right
place or an invented name left unresolved, `wrong` a wrong place.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from onrecord.gazetteer import Gazetteer
from onrecord.gazetteer.entry import km
from onrecord.gazetteer.fold import fold
from onrecord.model.place import Place
from onrecord.model.reading import Reading
from onrecord.model.report import Passage, Report
from onrecord.model.span import Span
from onrecord.scoring.score import Score, Tally
from onrecord.scoring.toponyms import Marked, MarkedText, geovirus, lgl, own_table
from onrecord.stages import where
from onrecord.vocab.load import load_table

PlacesReader = Callable[[str], tuple[Report, Sequence[Passage], Reading]]
"""Reads one text with the language model."""

_FAST = 12
_OTHER_NAMES = {
    "The Bahamas": "BS", "Côte d’Ivoire": "CI", "The Netherlands": "NL", "Macedonia": "MK", "Czech Republic": "CZ",
    "Palestinian Territory": "PS", "Palestine": "PS", "Turkey": "TR", "Swaziland": "SZ", "Congo": "CG",
}  # fmt: skip


@dataclass(slots=True)
class _Counts:
    exact: Tally = field(default_factory=Tally)
    overlap: Tally = field(default_factory=Tally)
    places: Tally = field(default_factory=Tally)
    near: list[bool] = field(default_factory=list)
    country: list[bool] = field(default_factory=list)


def geovirus_scores(path: Path, read: PlacesReader, gazetteer: Gazetteer, *, fast: bool = False) -> tuple[Score, ...]:
    """Return the scores on GeoVirus; on every twelfth text only when `fast`."""
    counts = _Counts()
    for text in list(geovirus(path, wide=_wide_names()))[:: _FAST if fast else 1]:
        _count(text, read, gazetteer, counts)
    return (
        _f1("places.geovirus.f1", counts.exact, target=80.0),
        _f1("places.geovirus.f1_overlap", counts.overlap),
        _share("places.geovirus.within161", counts.near, target=82.0),
    )


def lgl_scores(path: Path, read: PlacesReader, gazetteer: Gazetteer, *, fast: bool = False) -> tuple[Score, ...]:
    """Return the scores on LGL; on every twelfth text only when `fast`."""
    counts = _Counts()
    for text in list(lgl(path, codes=_codes()))[:: _FAST if fast else 1]:
        _count(text, read, gazetteer, counts)
    anchor = "Mordecai 3 with all of GeoNames {}"
    return (
        _f1("places.lgl.f1", counts.exact, target=80.0),
        _f1("places.lgl.f1_overlap", counts.overlap),
        _f1("places.lgl.f1_places", counts.places),
        _share(
            "places.lgl.within161", counts.near, target=76.0, anchor=anchor.format("82.7; the largest namesake 58.8")
        ),
        _share("places.lgl.country", counts.country, target=95.0, anchor=anchor.format("97.9")),
    )


def own_scores(path: Path, read: PlacesReader, gazetteer: Gazetteer, *, fast: bool = False) -> tuple[Score, ...]:
    """Return the scores on our own table of names, read from raw text; on every fourth row only when `fast`."""
    right, wrong = [], []
    for text in list(own_table(path))[:: 4 if fast else 1]:
        report, passages, reading = read(text.text)
        places = where.find_places(report, passages, reading, gazetteer=gazetteer)
        (marked,) = text.marked
        place = _at(places, marked.span)
        is_placed = place is not None and place.lat is not None
        right.append(not is_placed if marked.lat is None else _is_near(place, marked))
        wrong.append(is_placed and not right[-1])
    return (
        _share("places.own.right", right, target=90.0, anchor="plain gazetteer 82 of 102 such names, some wrong"),
        _share("places.own.wrong", wrong, anchor="under 3"),
    )


def _count(text: MarkedText, read: PlacesReader, gazetteer: Gazetteer, counts: _Counts) -> None:
    report, _, reading = read(text.text)
    wanted = {marked.span for marked in text.marked}
    given = set(where.name_spans(report, reading, gazetteer=gazetteer))
    counts.exact += Tally(len(wanted & given), len(given), len(wanted))
    counts.overlap += Tally(_overlapping(given, wanted), len(given), len(wanted))
    no_people = {span for span in wanted if fold(span.of(text.text)) not in _peoples()}
    counts.places += Tally(len(no_people & given), len(given - (wanted - no_people)), len(no_people))
    places = where.place_spans(report, reading, sorted(wanted), gazetteer=gazetteer)
    for marked in text.marked:
        place = _at(places, marked.span)
        if marked.lat is not None and not marked.is_wide:
            counts.near.append(_is_near(place, marked))
        if marked.country is not None:
            counts.country.append(place is not None and place.country == marked.country)


def _overlapping(given: Iterable[Span], wanted: Iterable[Span]) -> int:
    left, right = sorted(wanted), 0
    for span in sorted(given):
        match = next((other for other in left if other.overlaps(span)), None)
        if match is not None:
            left.remove(match)
            right += 1
    return right


def _at(places: Iterable[Place], span: Span) -> Place | None:
    return next((place for place in places if any(mention.overlaps(span) for mention in place.mentions)), None)


def _is_near(place: Place | None, marked: Marked) -> bool:
    if place is None or place.lat is None or place.lon is None or marked.lat is None or marked.lon is None:
        return False
    return km(place.lat, place.lon, marked.lat, marked.lon) <= marked.within


def _wide_names() -> set[str]:
    """Return the names of countries, of regions of several and of waters."""
    names = {name for row in load_table("demonyms").values() for name in row["names"]}
    for table in ("countries", "regions", "waters"):
        for country, rows in load_table(f"places/{table}").items():
            if table != "regions" or country == "none":
                names |= {name for row in rows for name in row if isinstance(name, str)}
    return names


@cache
def _peoples() -> frozenset[str]:
    """Return the adjectives and names of peoples, folded, but for those that name the state as well ("US")."""
    rows = load_table("demonyms").values()
    states = {fold(name) for row in rows for name in row["names"]}
    homes = {fold(word) for _, _, *words in load_table("places/signs")["peoples"] for word in words}
    return frozenset({fold(word) for row in rows for word in (*row["adjectives"], *row["people"])} | homes) - states


def _codes() -> dict[str, str]:
    return {name: code for code, row in load_table("demonyms").items() for name in row["names"]} | _OTHER_NAMES


def _f1(name: str, tally: Tally, *, target: float | None = None) -> Score:
    return Score(name=name, value=tally.f1, n=tally.wanted, target=target)


def _share(name: str, outcomes: Sequence[bool], *, target: float | None = None, anchor: str | None = None) -> Score:
    value = 100 * sum(outcomes) / len(outcomes) if outcomes else 0.0
    return Score(name=name, value=value, n=len(outcomes), anchor=anchor, target=target)
