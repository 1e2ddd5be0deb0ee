"""What the index holds, and how a user's own table gets into it."""

from pathlib import Path

import pytest

from builders import only, places_known
from onrecord.errors import InvalidValue
from onrecord.gazetteer import ATTRIBUTION, Gazetteer, build
from onrecord.gazetteer.entry import km
from onrecord.gazetteer.rows import Row
from onrecord.gazetteer.user import add_table, read_table


def test_a_country_goes_by_all_its_names_and_lies_in_its_middle() -> None:
    for name in ("Russia", "Russian Federation"):
        entry = next(entry for entry, is_main in places_known().find(name) if entry.kind == "country" and is_main)
        assert (entry.country, entry.geonames) == ("RU", 2017370)
        assert km(entry.lat, entry.lon, 60.0, 100.0) < 1


def test_a_division_goes_by_its_bare_and_its_short_name() -> None:
    assert any(entry.kind == "province" and entry.country == "UA" for entry, _ in places_known().find("Rivne"))
    assert any(entry.name == "West Virginia" for entry, is_main in places_known().find("W.Va.") if is_main)


def test_a_large_division_lies_in_the_middle_of_its_towns_and_not_where_they_crowd() -> None:
    texas = next(e for e, _ in places_known().find("Texas") if e.kind == "province")
    assert km(texas.lat, texas.lon, 31.25, -99.25) < 161


def test_towns_have_time_zones_and_countries_have_one_or_none() -> None:
    assert next(e for e, _ in places_known().find("Goma") if e.country == "CD").timezone == "Africa/Lubumbashi"
    assert places_known().only_timezone("UA") in ("Europe/Kyiv", None)
    assert places_known().only_timezone("RU") is None
    assert places_known().only_timezone("PS") is None or places_known().only_timezone("PS").startswith("Asia/")


def test_the_attribution_names_source_and_licence() -> None:
    assert "GeoNames" in ATTRIBUTION
    assert "CC BY 4.0" in ATTRIBUTION


def test_a_users_place_is_found_by_name_other_name_and_p_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = tmp_path / "mine.csv"
    table.write_text(
        "name,lat,lon,country,kind,admin1,pcode,also\nTel Orvane,36.21,37.05,SY,camp,,SY020001,Tall Urvan|Til Orvan\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(build, "towns", lambda: iter([_town("Aleppo", 36.2, 37.16, "09")]))
    add_table(table, home=tmp_path)
    gazetteer = Gazetteer.load(home=tmp_path, cache=tmp_path / "cache")
    for name in ("tel orvane", "Tall Urvan", "SY020001"):
        entry, _ = only(gazetteer.find(name))
        assert (entry.name, entry.kind, entry.country, entry.admin1, entry.source) == (
            "Tel Orvane",
            "camp",
            "SY",
            "09",
            "user",
        )
    assert entry.timezone == "Asia/Damascus"


def _town(name: str, lat: float, lon: float, admin1: str) -> Row:
    return Row(
        name=name, also=(), kind="town", country="SY", admin1=admin1, lat=lat, lon=lon, km=5, population=1_000_000,
        geonames=1, source="geonames", timezone="Asia/Damascus",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("name,lat\nX,1\n", "column 'lon'"),
        ("name,lat,lon,colour\nX,1,2,red\n", "rename or drop it"),
        ("name,lat,lon\n,1,2\n", "row 2, column name"),
        ("name,lat,lon\nX,one,2\n", "row 2, column lat"),
        ("name,lat,lon\nX,1,200\n", "row 2, column lon"),
        ("name,lat,lon,kind\nX,1,2,castle\n", "row 2, column kind"),
        ("name,lat,lon,country\nX,1,2,Syria\n", "two letters"),
        ("name,lat,lon,population\nX,1,2,many\n", "whole number"),
    ],
)
def test_a_broken_table_is_refused_with_row_and_column(tmp_path: Path, table: str, message: str) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(table, encoding="utf-8")
    with pytest.raises(InvalidValue, match=message):
        read_table(path)
