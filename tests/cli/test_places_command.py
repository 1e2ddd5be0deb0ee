"""`onrecord places`: find a name, add a table, and every error says what to do."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builders import places_known
from onrecord.cli.main import onrecord
from onrecord.errors import InputMissing, InvalidValue
from onrecord.gazetteer import Gazetteer


def run(*arguments: str) -> Result:
    return CliRunner().invoke(onrecord, ["places", *arguments])


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    gazetteer = places_known()  # before the change: it is loaded by what is changed
    monkeypatch.setattr(Gazetteer, "load", classmethod(lambda cls, **_: gazetteer))


@pytest.mark.usefixtures("known")
def test_find_shows_every_namesake_and_says_whose_data_it_is() -> None:
    found = run("find", "Tripoli")
    assert found.exit_code == 0, found.output
    lines = [line for line in found.stdout.splitlines() if line.startswith("Tripoli")]
    assert {line.split()[2] for line in lines} >= {"LY", "LB", "US"}
    assert "GeoNames" in found.stderr
    assert "CC BY 4.0" in found.stderr


@pytest.mark.usefixtures("known")
def test_find_reads_any_spelling_and_keeps_to_a_country() -> None:
    assert "Khan Younis" in run("find", "khan yunis").stdout
    only_us = run("find", "Tripoli", "--country", "us").stdout
    assert "LY" not in only_us
    assert "US" in only_us


@pytest.mark.usefixtures("known")
def test_find_says_how_to_go_on_where_nothing_is_known() -> None:
    found = run("find", "Port Velloran")
    assert found.exit_code == 0
    assert "onrecord places add FILE" in found.stdout


@pytest.mark.usefixtures("known")
def test_find_says_how_many_it_left_out() -> None:
    assert "more; see them with --limit" in run("find", "Springfield", "--limit", "3").stdout


@pytest.mark.usefixtures("known")
def test_add_keeps_the_table_for_later_readings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_HOME", str(tmp_path / "home"))
    table = tmp_path / "camps.csv"
    table.write_text("name,lat,lon,country,kind\nTel Orvane,36.21,37.05,SY,camp\n", encoding="utf-8")
    added = run("add", str(table))
    assert added.exit_code == 0, added.output
    assert "1 places of camps.csv" in added.output
    assert (tmp_path / "home/places/camps.csv").read_bytes() == table.read_bytes()


def test_add_of_a_file_that_is_not_there_fails(tmp_path: Path) -> None:
    assert isinstance(run("add", str(tmp_path / "none.csv")).exception, InputMissing)


def test_add_names_row_column_and_what_was_expected(tmp_path: Path) -> None:
    table = tmp_path / "bad.csv"
    table.write_text("name,lat,lon\nTel Orvane,336.21,37.05\n", encoding="utf-8")
    error = run("add", str(table)).exception
    assert isinstance(error, InvalidValue)
    assert "row 2" in str(error)
    assert "lat" in str(error)
    assert "-90 to 90" in str(error)
