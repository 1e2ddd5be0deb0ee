"""`onrecord places`: which places does the gazetteer know by a name, and how does a table of one's own get in?"""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from onrecord.gazetteer import Entry, Gazetteer


@click.group()
def places() -> None:
    """Look places up, or add a table of your own (a gazetteer, P-codes)."""


@places.command()
@click.argument("name")
@click.option("--country", metavar="CODE", help="Only places of this country (ISO 3166-1, two letters).")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="How many to show at most.")
def find(name: str, country: str | None, limit: int) -> None:
    """Show the places that go by NAME in any spelling, the best known first."""
    from onrecord.gazetteer import ATTRIBUTION, Gazetteer

    gazetteer = Gazetteer.load()
    found = _found(gazetteer, name)
    if country is not None:
        found = [entry for entry in found if entry.country == country.upper()]
    for entry in found[:limit]:
        click.echo(_line(entry, gazetteer))
    if not found:
        click.echo(f"no place is known by {name!r}; add your own with: onrecord places add FILE")
    elif len(found) > limit:
        click.echo(f"... and {len(found) - limit} more; see them with --limit {len(found)}")
    click.echo(ATTRIBUTION, err=True)


def _found(gazetteer: "Gazetteer", name: str) -> "list[Entry]":
    """Return the places by that name, else those it may be another transliteration of."""
    exact = [entry for entry, _ in gazetteer.find(name)]
    order = {"country": 0, "province": 1, "region": 1}
    return sorted(
        exact or gazetteer.find_loosely(name),
        key=lambda entry: (entry.source == "geonames", order.get(entry.kind, 2), -entry.population, entry.id),
    )


def _line(entry: "Entry", gazetteer: "Gazetteer") -> str:
    division = gazetteer.division(entry.country, entry.admin1) if entry.country and entry.admin1 else None
    inside = division.name if division is not None and division.id != entry.id else ""
    number = f"geonames:{entry.geonames}" if entry.geonames is not None else entry.source
    return (
        f"{entry.name:<28} {entry.kind:<13} {entry.country or '--'}  {inside:<24} "
        f"{entry.lat:9.4f} {entry.lon:10.4f}  {entry.population:>10,}  {number}"
    )


@places.command()
@click.argument("file", type=click.Path(path_type=Path))
def add(file: Path) -> None:
    """Add the places of FILE, a CSV table in UTF-8, to those every later reading knows.

    \b
    Columns: name, lat and lon must be there; country, kind, admin1, pcode, also (other
    spellings parted by |) and population may be. A table of the same name is replaced.
    """
    from onrecord.gazetteer import Gazetteer
    from onrecord.gazetteer.home import data_dir
    from onrecord.gazetteer.user import add_table

    rows = add_table(file, home=data_dir())
    Gazetteer.load()
    click.echo(f"{len(rows)} places of {file.name} are known from now on, kept in {data_dir() / 'places'}")
