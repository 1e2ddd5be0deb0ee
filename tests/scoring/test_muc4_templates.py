"""An incident told in capitals becomes one template; war and old news become none."""

from pathlib import Path

import pytest

from builders import shipped_reader
from onrecord.flows.read import Tools, read_report
from onrecord.gazetteer import Gazetteer
from onrecord.intake import take_in
from onrecord.scoring.muc4 import templates
from onrecord.scoring.muc4.where import read_set_list
from onrecord.vocab.load import load_table

KIDNAPPED = """SAN SALVADOR, 12 MAR 89 -- UNIDENTIFIED MEN KIDNAPPED A BUSINESSMAN IN SANTA ANA ON 10 MARCH, SALVADORAN POLICE SAID."""
BOMBED = """LIMA, 3 APR 89 -- A BOMB EXPLODED OUTSIDE A BANK IN LIMA YESTERDAY. TWO CIVILIANS WERE WOUNDED, PERUVIAN POLICE SAID."""
FOUGHT = (
    """SAN SALVADOR, 5 JAN 90 -- TROOPS CLASHED WITH GUERRILLAS IN CHALATENANGO. TEN SALVADORAN SOLDIERS WERE KILLED."""
)
ELSEWHERE = """NAIROBI, 3 APR 89 -- GUNMEN KILLED A TEACHER IN NAIROBI ON MONDAY, KENYAN POLICE SAID."""


def templates_of(text: str) -> list[dict[str, list[str]]]:
    report = take_in(text.encode(), name="text", published=None, outlet=None)
    return templates(read_report(report, Tools(shipped_reader(), Gazetteer.load())), load_table("muc4"))


def test_a_kidnapping() -> None:
    (template,) = templates_of(KIDNAPPED)
    assert template["INCIDENT: TYPE"] == ["KIDNAPPING"]
    assert template["INCIDENT: DATE"] == ["10 MAR 89"]
    assert template["INCIDENT: LOCATION"][0].startswith("EL SALVADOR")
    assert template["HUM TGT: NUMBER"] == ['1: "BUSINESSMAN"']


def test_a_bombing() -> None:
    (template,) = templates_of(BOMBED)
    assert template["INCIDENT: TYPE"] == ["BOMBING"]
    assert template["INCIDENT: STAGE OF EXECUTION"] == ["ACCOMPLISHED"]
    assert '2: "CIVILIANS"' in template["HUM TGT: NUMBER"]
    assert 'INJURY: "CIVILIANS"' in template["HUM TGT: EFFECT OF INCIDENT"]


@pytest.mark.parametrize("text", [FOUGHT, ELSEWHERE], ids=["war", "another continent"])
def test_no_incident(text: str) -> None:
    assert templates_of(text) == []


TEACHER = (
    "LIMA, 3 APR 89 -- GUNMEN MURDERED SOVIET TEACHER IVAN ORLOV IN LIMA ON 2 APRIL. THE PERUVIAN ARMY ACCUSED THE SHINING "
    "PATH OF KILLING ORLOV."
)


def test_who_is_accused_by_authorities_and_whose_citizen_was_hit() -> None:
    (template,) = templates_of(TEACHER)
    assert template["HUM TGT: NAME"] == ['"IVAN ORLOV"']
    assert template["HUM TGT: FOREIGN NATION"] == ['USSR: "IVAN ORLOV"']
    (confidence,) = template["PERP: ORGANIZATION CONFIDENCE"]
    assert confidence.split(": ") == ["SUSPECTED OR ACCUSED BY AUTHORITIES", '"SHINING PATH"']


def test_a_captive_found_dead_is_one_kidnapping() -> None:
    (template,) = templates_of(
        "BOGOTA, 3 APR 89 -- GUNMEN KIDNAPPED LAWYER PABLO RUIZ IN CALI ON 1 APRIL. PABLO RUIZ WAS KILLED, COLOMBIAN POLICE SAID."
    )
    assert template["INCIDENT: TYPE"] == ["KIDNAPPING"]
    assert template["HUM TGT: EFFECT OF INCIDENT"] == ['DEATH: "PABLO RUIZ"']


def test_places_are_written_as_the_list_of_the_evaluation_has_them(tmp_path: Path) -> None:
    listed = tmp_path / "set-list"
    listed.write_text("Places\n\nTELLMERE (CITY)\nTELLMERE (DEPARTMENT)\nNORTH BANK (NEIGHBORHOOD)\n", encoding="utf-8")
    assert read_set_list(listed) == {"TELLMERE": ("CITY", "DEPARTMENT"), "NORTH BANK": ("NEIGHBORHOOD",)}
    assert read_set_list(tmp_path / "none") == {}
