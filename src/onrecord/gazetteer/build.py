"""How is the index made: every source's rows into one SQLite file, written beside its name and moved there whole.

Two processes may build at once: each writes its own file, the bytes are the same, and the last move wins.
"""

import os
import sqlite3
import tempfile
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path

import numpy as np

from onrecord.gazetteer.fold import fold, loosen
from onrecord.gazetteer.rows import Row, country_names, divisions, overlay, towns

SCHEMA = """
CREATE TABLE entry (
  id INTEGER PRIMARY KEY, name TEXT, kind TEXT, country TEXT, admin1 TEXT, lat REAL, lon REAL, km REAL,
  population INTEGER, geonames INTEGER, source TEXT);
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
        os.replace(temporary, target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _fill(db: sqlite3.Connection, user: Sequence[Row]) -> None:
    names: set[tuple[str, int, int]] = set()
    lands: dict[str, int] = {}
    points: list[tuple[str, str | None, float, float]] = []
    number = 0
    for number, row in enumerate(chain(divisions(), towns()), start=1):
        if row.kind == "country" and row.country is not None:
            lands[row.country] = number
        if row.kind == "town" and row.country is not None:
            points.append((row.country, row.admin1, row.lat, row.lon))
        _write(db, number, row, row.admin1, names)
    near = _Nearest(points)
    for number, row in enumerate(chain(overlay(), user), start=number + 1):
        if row.kind == "country" and row.country in lands:
            names |= {(fold(name), lands[row.country], 1) for name in (row.name, *row.also)}
            continue
        _write(db, number, row, row.admin1 or near.admin1(row), names)
    names |= {(fold(name), lands[iso], 1) for iso, name in country_names() if iso in lands}
    _write_names(db, names)


def _write(db: sqlite3.Connection, number: int, row: Row, admin1: str | None, names: set[tuple[str, int, int]]) -> None:
    db.execute(
        "INSERT INTO entry VALUES (?,?,?,?,?,?,?,?,?,?,?)",
        (
            number,
            row.name,
            row.kind,
            row.country,
            admin1,
            round(row.lat, 5),
            round(row.lon, 5),
            round(row.km, 1),
            row.population,
            row.geonames,
            row.source,
        ),
    )
    main = fold(row.name)
    names.add((main, number, 1))
    is_kept = row.source != "geonames"
    names |= {(key, number, int(is_kept)) for key in map(fold, row.also) if key != main and len(key) > 1}


def _write_names(db: sqlite3.Connection, names: Iterable[tuple[str, int, int]]) -> None:
    rows = sorted(names, key=lambda row: (row[0], row[1], -row[2]))
    db.executemany("INSERT OR IGNORE INTO name VALUES (?,?,?)", rows)
    loose = {(loose, entry) for key, entry, _ in rows if len(loose := loosen(key)) > 3}
    db.executemany("INSERT INTO loose VALUES (?,?)", sorted(loose))
    db.execute("ANALYZE")


class _Nearest:
    """Finds the first division of a point: that of the nearest town of the same country."""

    def __init__(self, points: Sequence[tuple[str, str | None, float, float]]) -> None:
        self._admin1: dict[str, list[str | None]] = {}
        at: dict[str, list[tuple[float, float]]] = {}
        for country, admin1, lat, lon in points:
            self._admin1.setdefault(country, []).append(admin1)
            at.setdefault(country, []).append((lat, lon))
        self._at = {country: np.array(rows) for country, rows in at.items()}

    def admin1(self, row: Row) -> str | None:
        """Return the division of `row`, `None` for what is too large to lie in one."""
        if row.country not in self._at or row.kind in ("region", "water", "country"):
            return None
        away = self._at[row.country] - np.array([row.lat, row.lon])
        away[:, 1] *= np.cos(np.radians(row.lat))
        return self._admin1[row.country][int(np.argmin((away**2).sum(axis=1)))]
