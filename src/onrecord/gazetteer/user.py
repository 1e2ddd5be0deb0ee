"""How does a user's own table of places get in: a CSV file, checked row by row, kept in the user's data folder.

    name,lat,lon,country,kind,admin1,pcode,also
    Tel Invented,36.21,37.05,SY,town,,SY020001,Tall Invented|Tell Invented

`name`, `lat` and `lon` must be there; the other columns may be left out or empty.
"""

import csv
import io
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import get_args

from onrecord.errors import InputMissing, InvalidValue
from onrecord.gazetteer.rows import REACH, Row
from onrecord.model.place import PlaceKind

COLUMNS: Mapping[str, str] = {
    "name": "how the place is called; must be there",
    "lat": "latitude in WGS 84 degrees, -90 to 90; must be there",
    "lon": "longitude in WGS 84 degrees, -180 to 180; must be there",
    "country": "ISO 3166-1 code of two letters",
    "kind": f"one of {', '.join(get_args(PlaceKind))}; town if empty",
    "admin1": "GeoNames code of the first division; found from the nearest town if empty",
    "pcode": "the place's P-code; reports may name it by this too",
    "also": "other spellings, parted by |",
    "population": "how many live there, a whole number",
}


def read_table(path: Path) -> tuple[Row, ...]:
    """Return the places of a CSV file in UTF-8, in its order.

    Raises:
        InputMissing: There is no such file.
        InvalidValue: A column is missing or unknown, or a cell cannot be understood; names row and column.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise InputMissing(str(path)) from error
    except UnicodeDecodeError as error:
        raise InvalidValue("encoding of", path.name, "UTF-8; save the table as CSV UTF-8 and add it again") from error
    reader = csv.DictReader(io.StringIO(text))
    _check_columns(path, reader.fieldnames or ())
    return tuple(_row(path, number, cells) for number, cells in enumerate(reader, start=2))


def _check_columns(path: Path, columns: Iterable[str]) -> None:
    columns = tuple(columns)
    for needed in ("name", "lat", "lon"):
        if needed not in columns:
            raise InvalidValue(
                f"{path.name}: header", ",".join(columns), f"a column {needed!r}; add it to the first row"
            )
    for column in columns:
        if column not in COLUMNS:
            raise InvalidValue(f"{path.name}: column", column, f"one of {', '.join(COLUMNS)}; rename or drop it")


def _row(path: Path, number: int, cells: Mapping[str, str | None]) -> Row:
    at = f"{path.name}, row {number}"

    def cell(column: str) -> str:
        return (cells.get(column) or "").strip()

    if not cell("name"):
        raise InvalidValue(f"{at}, column name:", "", "a name; fill it or drop the row")
    kind = _kind(at, cell("kind") or "town")
    country = cell("country").upper() or None
    if country is not None and not (len(country) == 2 and country.isalpha()):
        raise InvalidValue(
            f"{at}, column country:", country, "two letters of ISO 3166-1, such as SY; or leave it empty"
        )
    also = tuple(word.strip() for word in (*cell("also").split("|"), cell("pcode")) if word.strip())
    return Row(
        name=cell("name"),
        also=also,
        kind=kind,
        country=country,
        admin1=cell("admin1") or None,
        lat=_degrees(at, "lat", cell("lat"), 90),
        lon=_degrees(at, "lon", cell("lon"), 180),
        km=REACH[kind],
        population=_whole(at, cell("population")),
        geonames=None,
        source="user",
    )


def _kind(at: str, word: str) -> PlaceKind:
    for kind in get_args(PlaceKind):
        if kind == word.lower():
            return kind  # type: ignore[no-any-return]  # get_args gives Any
    raise InvalidValue(f"{at}, column kind:", word, f"one of {', '.join(get_args(PlaceKind))}; or leave it empty")


def _degrees(at: str, column: str, words: str, limit: int) -> float:
    try:
        value = float(words)
    except ValueError:
        value = float("nan")
    if not -limit <= value <= limit:
        raise InvalidValue(
            f"{at}, column {column}:", words, f"degrees from -{limit} to {limit} with a point, such as 36.21"
        )
    return value


def _whole(at: str, words: str) -> int:
    if words and not words.isdigit():
        raise InvalidValue(f"{at}, column population:", words, "a whole number without separators, or nothing")
    return int(words or 0)


def add_table(path: Path, *, home: Path) -> tuple[Row, ...]:
    """Check a table and keep it under its own name; a table of that name from before is replaced.

    Raises:
        InputMissing: There is no such file.
        InvalidValue: A column or cell cannot be understood; nothing is kept then.
    """
    rows = read_table(path)
    folder = home / "places"
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, folder / f"{path.stem}.csv")
    return rows


def tables(home: Path) -> tuple[Path, ...]:
    """Return the user's tables, in order of their names."""
    return tuple(sorted((home / "places").glob("*.csv")))
