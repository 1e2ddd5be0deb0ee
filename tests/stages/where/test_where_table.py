"""Every name of our own table of conflicts, in its sentence: the right place, or honestly unresolved."""

import csv
from pathlib import Path

import pytest

from builders import bracketed, passages_of, places_known
from onrecord.gazetteer.entry import km
from onrecord.stages.where import find_places

TABLE = Path(__file__).parents[3] / "eval/cases/places.csv"
LINES = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
ROWS = list(csv.DictReader(LINES, delimiter="|"))


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_a_name_from_a_conflict_is_found_where_it_lies(row: dict[str, str]) -> None:
    report, reading = bracketed(row["sentence"].replace("{}", f"[{row['name']}]"))
    start = row["sentence"].index("{}")
    end = start + len(row["name"])
    places = find_places(report, passages_of(report), reading, gazetteer=places_known())
    place = next(p for p in places if any(m.start < end and start < m.end for m in p.mentions))
    if row["kind"] == "nowhere":
        assert (place.lat, place.lon, place.precision) == (None, None, "unresolved")
        return
    assert place.lat is not None
    assert place.lon is not None
    assert km(place.lat, place.lon, float(row["lat"]), float(row["lon"])) <= float(row["km"])
    if row["country"] != "-" and place.kind != "water":
        assert place.country == row["country"]


def test_the_table_holds_names_from_many_countries() -> None:
    assert len(ROWS) >= 225
    assert len({row["country"] for row in ROWS}) >= 35
