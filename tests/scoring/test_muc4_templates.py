"""An incident told in capitals becomes one template; war and old news become none."""

import pytest

from builders import shipped_reader
from onrecord.flows.read import Tools, read_report
from onrecord.gazetteer import Gazetteer
from onrecord.intake import take_in
from onrecord.scoring.muc4 import templates
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
