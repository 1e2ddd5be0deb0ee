from itertools import pairwise

import pytest

from builders import only, report_of
from onrecord.model.lineage import LineageTie
from onrecord.model.record import MadeBy, Record
from onrecord.reconcile.lineage import compare_reports, lineages
from onrecord.reconcile.passages import shared_passages
from onrecord.reconcile.sketch import report_facts
from onrecord.stages.segment import segment

WIRE = """\
MAIDUGURI, Nigeria, May 3 (Meridian) - Gunmen on motorcycles raided two villages south of Maiduguri before dawn on Friday, \
burning grain stores and driving off cattle, residents and a local official said.
At least eleven people were killed and dozens fled towards the garrison town of Konduga, said Ibrahim Dala, who chairs the district council.
"They came from three sides and nobody slept," said a farmer who walked to Konduga with his four children.
The army said it had sent troops to the area and would not comment further."""
CUT = """\
MAIDUGURI, Nigeria (Meridian) - Gunmen on motorcycles raided two villages south of Maiduguri before dawn on Friday, \
burning grain stores and driving off cattle, residents and a local official said.
At least eleven people were killed and dozens fled towards the garrison town of Konduga, said Ibrahim Dala, who chairs the district council."""
TURNED = """\
Grain stores burned and cattle gone: two villages south of Maiduguri were raided before dawn on Friday by gunmen on motorcycles.
Dozens fled towards the garrison town of Konduga, and at least eleven people were killed, said Ibrahim Dala, who chairs the district council.
The army said it had sent troops to the area."""
OWN = """\
KONDUGA - A line of handcarts stood outside the primary school on Friday evening, and inside it Red Crescent volunteers wrote down names.
Eleven bodies were brought in from two burned villages, a nurse at the clinic said. She had stopped counting the wounded at thirty.
Nobody could say where the riders had gone."""
MIC_ONE = """\
Northern governors met in Kaduna on Monday to discuss the raids, and left by a side door.
"We have asked for helicopters three times and three times we were promised them by the end of the month," the governor of Borno said afterwards.
Hotels in the city were full of their drivers and aides."""
MIC_TWO = """\
Aircraft are what the north-east lacks, its most senior elected leader complained at the start of the week.
"We have asked for helicopters three times and three times we were promised them by the end of the month," he told reporters on the steps of the state house, before a gust took his notes.
An air force officer said two machines were being overhauled abroad."""


def record(text: str, *, outlet: str | None = None, published: str = "2024-05-03") -> Record:
    report = report_of(text, outlet=outlet, published=published)
    return Record(
        made_by=MadeBy(onrecord="0", reader="none"), report=report, passages=segment(report), actors=(), places=(), times=(),
        claims=(), events=(), figures=(), flags=(),
    )  # fmt: skip


def tie(left: Record, right: Record) -> LineageTie | None:
    return compare_reports(report_facts(left), report_facts(right), left.report.text, right.report.text)


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        pytest.param(WIRE, CUT, "copy", id="wire copy cut short"),
        pytest.param(WIRE, TURNED, "rewrite", id="turned around, uncredited"),
        pytest.param(WIRE, OWN, None, id="a reporter of its own at the same place"),
        pytest.param(MIC_ONE, MIC_TWO, "shared_quote", id="one sentence into two microphones"),
        pytest.param(OWN, MIC_ONE, None, id="two stories"),
    ],
)
def test_how_two_reports_hang_together(left: str, right: str, kind: str | None) -> None:
    found = tie(record(left), record(right))
    assert (None if found is None else found.kind) == kind


def test_the_order_of_the_two_does_not_matter() -> None:
    assert tie(record(WIRE), record(CUT)) == tie(record(CUT), record(WIRE))


def test_the_agency_is_the_origin_even_on_the_same_day() -> None:
    agency, paper = record(WIRE, outlet="Meridian News Agency"), record(CUT, outlet="Kosti Times")
    found = tie(agency, paper)
    assert found is not None
    assert (found.origin, found.agency) == (agency.report.id, "meridian")


def test_the_earlier_report_is_the_origin_where_no_agency_is_credited() -> None:
    late, early = record(TURNED, published="2024-05-04"), record(WIRE)
    found = tie(late, early)
    assert found is not None
    assert found.origin == early.report.id


def test_reports_weeks_apart_are_not_tied() -> None:
    assert tie(record(WIRE), record(CUT, published="2024-06-03")) is None


def test_copies_share_keys_and_independent_reports_do_not() -> None:
    keys = {text: set(report_facts(record(text)).keys) for text in (WIRE, CUT, TURNED, OWN)}
    assert len(keys[WIRE] & keys[CUT]) >= 2
    assert len(keys[WIRE] & keys[TURNED]) >= 2
    assert not keys[WIRE] & keys[OWN]


@pytest.mark.parametrize(
    ("line", "agencies", "town"),
    [
        (
            "BEIRUT, 14 May 1989 (AFP) - Shelling went on in the hills above the city.",
            ("agence france presse",),
            "beirut",
        ),
        ("KHARTOUM, May 3 (Reuters) - Fighting went on in the capital on Friday.", ("reuters",), "khartoum"),
        ("GOMA (Lakes Press) -- Two convoys crossed into the town at night.", ("lakes press",), "goma"),
        ("Two convoys crossed into the town at night, officials told AFP.", (), None),
        ("Two convoys crossed into the town at night.\nWith files from Reuters", ("reuters",), None),
        ("Two convoys crossed into the town at night.\nSource: Lakes News Agency", ("lakes",), None),
        (
            "Two convoys crossed into the town at night.\nThe Associated Press contributed to this report.",
            ("associated press",),
            None,
        ),
        ("Two convoys crossed into the town at night.\nBy Ana Sol", (), None),
    ],
)
def test_credits_and_datelines(line: str, agencies: tuple[str, ...], town: str | None) -> None:
    facts = report_facts(record(line))
    assert (facts.agencies, facts.dateline) == (agencies, town)


def test_lineages_go_on_from_copy_to_copy_and_are_named_after_the_origin() -> None:
    agency = record(WIRE, outlet="Meridian News Agency")
    papers = [record(CUT, outlet="Kosti Times"), record(TURNED, outlet="Nile Post", published="2024-05-04")]
    alone = record(OWN)
    everyone = [agency, *papers, alone]
    ties = [found for i, a in enumerate(everyone) for b in everyone[i + 1 :] if (found := tie(a, b)) is not None]
    line = lineages((r.report.id for r in everyone), ties)
    assert len({line[r.report.id] for r in (agency, *papers)}) == 1
    assert line[alone.report.id] != line[agency.report.id]
    assert line == lineages(reversed([r.report.id for r in everyone]), list(reversed(ties)))


def test_shared_passages_read_alike_on_both_sides_and_never_overlap() -> None:
    passages = shared_passages(WIRE, TURNED)
    assert passages
    for one, other in pairwise(passages):
        assert one.right.end <= other.right.start
        assert not one.left.overlaps(other.left)
    assert only(p for p in passages if "Ibrahim Dala" in p.left.of(WIRE)).n_words >= 7


def test_what_every_page_of_an_outlet_has_is_no_copying() -> None:
    foot = (
        "\nSign up for our newsletter to have the stories of the day, the weather of the week and the best of our "
        "correspondents from four continents in your inbox before breakfast every morning."
    )
    assert tie(record(OWN + foot), record(MIC_ONE + foot)) is None
