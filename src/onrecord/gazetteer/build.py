"""How is the index made: every source's rows into one SQLite file, written beside its name and moved there whole.

Two processes may build at once: each writes its own file, the bytes are the same, and the last move wins.
"""

import os
import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain, count
from pathlib import Path

from onrecord.gazetteer.fold import fold, loosen
from onrecord.gazetteer.near import TownList, Towns
from onrecord.gazetteer.rows import (
    Row,
    country_names,
    country_points,
    division_names,
    divisions,
    overlay,
    towns,
)

SCHEMA = """
CREATE TABLE entry (
  id INTEGER PRIMARY KEY, name TEXT, kind TEXT, country TEXT, admin1 TEXT, lat REAL, lon REAL, km REAL,
  population INTEGER, geonames INTEGER, source TEXT, timezone TEXT);
CREATE TABLE name (key TEXT, entry INTEGER, main INTEGER, PRIMARY KEY (key, entry)) WITHOUT ROWID;
CREATE TABLE loose (key TEXT, entry INTEGER, PRIMARY KEY (key, entry)) WITHOUT ROWID;
"""


def build(target: Path, user: Sequence[Row] = ()) -> None:
    """Write the index to `target`, whole or not at all. Takes some seconds and little memory."""
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=target.stem, suffix=".part")
    os.close(handle)
    try:
        with sqlite3.connect(temporary) as db:
            db.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + SCHEMA)
            _fill(db, user)
        db.close()
        os.chmod(temporary, 0o644)
        os.replace(temporary, target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _fill(db: sqlite3.Connection, user: Sequence[Row]) -> None:
    names: set[tuple[str, int, int]] = set()
    found: dict[str, TownList] = defaultdict(TownList)
    lands: dict[str, int] = {}
    provinces: dict[tuple[str | None, str], int] = {}
    numbers = count(1)
    for number, row in zip(numbers, towns(), strict=False):
        found[row.country or ""].add(row)
        _write(db, number, row, names)
    near, points = {country: rows.towns() for country, rows in found.items()}, country_points()
    for number, row in zip(numbers, divisions(), strict=False):
        if row.kind == "country" and row.country is not None:
            lands[row.country] = number
        if row.kind == "province":
            provinces.setdefault((row.country, row.name), number)
        _write(db, number, _placed(row, near, points), names)
    for number, row in zip(numbers, chain(overlay(), user), strict=False):
        if row.kind == "country" and row.country in lands:
            names |= {(fold(name), lands[row.country], 1) for name in (row.name, *row.also)}
            continue
        _write(db, number, _located(row, near), names)
    names |= {(fold(name), lands[iso], 1) for iso, name in country_names() if iso in lands}
    for iso, name, others in division_names():
        if (iso, name) in provinces:
            names |= {(fold(other), provinces[iso, name], 1) for other in others}
    _write_names(db, names)


def _placed(row: Row, near: Mapping[str, Towns], points: Mapping[str, tuple[float, float]]) -> Row:
    """Return a country or division in its time zone, a country and a first division at its middle."""
    around = near.get(row.country or "")
    if around is None:
        return row
    point = points.get(row.country or "") if row.kind == "country" else None
    if row.kind == "province":
        point = around.middle(row.admin1)
    lat, lon = point or (row.lat, row.lon)
    return replace(row, lat=lat, lon=lon, timezone=around.main_timezone(row.admin1))


def _located(row: Row, near: Mapping[str, Towns]) -> Row:
    """Return a row of the overlay or of a user's table with the division and time zone of the nearest town."""
    around = near.get(row.country or "")
    if around is None:
        return row
    admin1, timezone = around.nearest(row)
    return replace(row, admin1=row.admin1 or admin1, timezone=timezone)


def _write(db: sqlite3.Connection, number: int, row: Row, names: set[tuple[str, int, int]]) -> None:
    db.execute(
        "INSERT INTO entry VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
        (
            number,
            row.name,
            row.kind,
            row.country,
            row.admin1,
            round(row.lat, 5),
            round(row.lon, 5),
            round(row.km, 1),
            row.population,
            row.geonames,
            row.source,
            row.timezone,
        ),
    )
    main = fold(row.name)
    names.add((main, number, 1))
    is_kept = row.source != "geonames" or row.kind == "province"
    names |= {(key, number, int(is_kept)) for key in map(fold, row.also) if key != main and len(key) > 1}


def _write_names(db: sqlite3.Connection, names: Iterable[tuple[str, int, int]]) -> None:
    rows = sorted(names, key=lambda row: (row[0], row[1], -row[2]))
    db.executemany("INSERT OR IGNORE INTO name VALUES (?,?,?)", rows)
    loose = {(loose, entry) for key, entry, _ in rows if len(loose := loosen(key)) > 3}
    db.executemany("INSERT INTO loose VALUES (?,?)", sorted(loose))
    db.execute("ANALYZE")
