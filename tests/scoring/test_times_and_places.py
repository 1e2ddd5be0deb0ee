"""The measures on gold so small that the scores can be counted by hand."""

from pathlib import Path

from builders import marked_reading_of, passages_of, places_known, report_of
from onrecord.model.reading import Reading
from onrecord.model.report import Passage, Report
from onrecord.scoring.places import geovirus_scores, own_scores
from onrecord.scoring.times import timenorm_scores, wikiwars_scores
from onrecord.stages.when import find_times

TML = """<TimeML><DCT><TIMEX3 tid="t0" value="2009-12-19">now</TIMEX3></DCT><TEXT>
It fell on <TIMEX3 value="1994-05-03">3 May 1994</TIMEX3>. On <TIMEX3 value="1994-07-04">Monday</TIMEX3> it burned.
It had stood <TIMEX3 value="P9Y">nine winters</TIMEX3>. &amp;</TEXT></TimeML>"""


def times(text: str, published: str | None) -> object:
    report = report_of(text, published=published)
    return find_times(report, passages_of(report))


def places(text: str) -> tuple[Report, tuple[Passage, ...], Reading]:
    report = report_of(text)
    return report, passages_of(report), marked_reading_of(report, [])


def test_wikiwars_counts_extent_overlap_and_value(tmp_path: Path) -> None:
    for name in ("01_tuned.tml", "02_held.tml"):
        (tmp_path / name).write_text(TML, encoding="utf-8")
    strict, relaxed, value = wikiwars_scores(tmp_path, times)  # type: ignore[arg-type]
    assert strict.n == 3
    assert (strict.name, strict.value) == ("times.wikiwars.strict", 80.0)
    assert relaxed.value == 80.0
    assert value.value < relaxed.value


def test_timenorm_wants_both_ends_right(tmp_path: Path) -> None:
    (tmp_path / "Brief_Jun-16").mkdir()
    text = "It rained from May to July 2015, and in 2014."
    (tmp_path / "Brief_Jun-16/Brief_Jun-16").write_text(text, encoding="utf-8")
    rows = [
        f"Brief_Jun-16,{text.index('May')},{text.index(',')},2015-05-XX -- 2015-07-XX",
        f"Brief_Jun-16,{text.index('2014')},{text.index('2014') + 4},2013-XX-XX",
    ]
    (tmp_path / "WorldModelersDatesRangesTimex.csv").write_text("\n".join(rows), encoding="utf-8")
    (score,) = timenorm_scores(tmp_path, times)  # type: ignore[arg-type]
    assert (score.value, score.n) == (50.0, 2)


def test_geovirus_counts_from_one_and_leaves_countries_out_of_nearness(tmp_path: Path) -> None:
    gold = """<articles><article><text>Cases rose in Goma, Rwanda.</text><locations>
    <location><name>Goma</name><start>15</start><end>19</end><lat>-1.67</lat><lon>29.22</lon><page>x/Goma</page></location>
    <location><name>Rwanda</name><start>21</start><end>27</end><lat>-2</lat><lon>30</lon><page>x/Rwanda</page></location>
    </locations></article></articles>"""
    (tmp_path / "gold.xml").write_text(gold, encoding="utf-8")
    f1, overlap, near = geovirus_scores(tmp_path / "gold.xml", places, places_known())
    assert (f1.value, overlap.value, f1.n) == (100.0, 100.0, 2)
    assert (near.value, near.n) == (100.0, 1)


def test_the_own_table_counts_an_unresolved_name_as_neither_right_nor_wrong(tmp_path: Path) -> None:
    path = tmp_path / "places.csv"
    rows = [
        "# a comment",
        "name|country|kind|lat|lon|km|sentence",
        "Goma|CD|town|-1.67|29.22|20|Shells fell in {}, Congo.",
        "Port Velloran|-|nowhere|0|0|0|Shells fell in {}.",
        "Orvane|CD|town|-1|29|20|Shells fell in {}, Congo.",
        "Kyiv|CD|town|-1|29|20|Shells fell in {}, Ukraine.",
    ]
    path.write_text("\n".join(rows), encoding="utf-8")
    right, wrong = own_scores(path, places, places_known())
    assert (right.value, wrong.value) == (50.0, 25.0)
