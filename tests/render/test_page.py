"""The page view as markup: self-contained, escaped, complete, the same every time. How it behaves is in tests/browser."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

import pytest
from lxml.html import HtmlElement, document_fromstring

from onrecord.model.report import Report
from onrecord.render.page import record_page
from records import TEXT, example, figure, record


def parsed(page: str) -> HtmlElement:
    return document_fromstring(page)


def words(node: HtmlElement) -> str:
    return " ".join(node.text_content().split())


def test_the_page_holds_the_whole_text_in_order() -> None:
    passages = parsed(record_page(example())).xpath("//*[contains(@class, 'passage ')]")
    shown = [node.text_content().strip() for node in passages]
    assert "\n".join(shown) + "\n" == TEXT


def test_the_page_never_shows_a_figure_without_its_speaker() -> None:
    rows = parsed(record_page(example())).xpath("//li[@class='row figure']")
    said = [words(row.xpath(".//p[@class='said']")[0]) for row in rows]
    assert said == [
        "said by the report itself",
        "said by Anton Beke mayor, Orvane",
        "said by Army of Selm the army, as said by Anton Beke",
        "said by the report itself",
    ]


def test_the_page_links_every_row_to_its_words_and_every_word_back() -> None:
    page = parsed(record_page(example()))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    links = [href.removeprefix("#") for href in page.xpath("//a/@href") if href.startswith("#")]
    assert set(links) <= set(ids)
    made = example()
    assert {row.id for kind in (made.claims, made.figures, made.events) for row in kind} <= set(ids)


def test_the_page_asks_for_nothing_from_outside() -> None:
    page = record_page(example())
    assert not re.search(
        r"""(?:src|srcset|poster|data|action)\s*=|@import|url\(|<(?:link|iframe|object|embed|img)\b""", page
    )
    assert set(re.findall(r"https?://[^\s\"'<)]+", page)) == {"https://www.geonames.org/"}


def test_the_policy_names_exactly_the_style_and_the_script_of_the_page() -> None:
    page = record_page(example())
    policy = parsed(page).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    for tag in ("style", "script"):
        body = re.search(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        assert body is not None
        assert f"{tag}-src 'sha256-{b64encode(sha256(body[1].encode()).digest()).decode()}'" in policy
    assert policy.startswith("default-src 'none'")
    assert not parsed(page).xpath("//@style | //@onclick | //@onload")


def test_the_same_record_gives_the_same_page() -> None:
    assert record_page(example()) == record_page(example())


def test_the_page_names_geonames_only_where_places_come_from_it() -> None:
    made = example()
    assert "GeoNames" in record_page(made)
    assert "GeoNames" not in record_page(
        replace(made, places=tuple(replace(place, geonames=None) for place in made.places))
    )


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"published": None}, "day of publication unknown"),
        ({"outlet": "The Orvane Herald"}, "The Orvane Herald"),
        ({"url": "https://herald.example/a"}, "https://herald.example/a"),
    ],
)
def test_the_page_says_what_is_known_of_the_report(fields: dict[str, str], shown: str) -> None:
    made = example()
    report: Report = replace(made.report, **fields)  # type: ignore[arg-type]
    assert shown in words(parsed(record_page(replace(made, report=report))).xpath("//header")[0])


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x"])
def test_the_page_links_only_to_the_web(url: str) -> None:
    made = example()
    assert url not in record_page(replace(made, report=replace(made.report, url=url)))


def test_the_page_of_a_report_without_rows_reads() -> None:
    page = parsed(record_page(record("Nothing was said.")))
    assert (
        words(page.xpath("//main")[0])
        == "r-" + record("Nothing was said.").report.id.removeprefix("r-") + " Nothing was said."
    )


@pytest.mark.parametrize(
    ("fields", "shape"),
    [
        ({"low": 3, "high": 3}, "M2 6H54"),
        ({"low": 3, "high": 9}, "M14 6H42"),
        ({"low": 3}, "M14 6H52"),
        ({"high": 3}, "M42 6H4"),
        ({"value": 3}, "M2 6H22"),
    ],
    ids=["point", "range", "from", "up to", "around"],
)
def test_the_page_draws_the_bounds(fields: dict[str, int], shape: str) -> None:
    text = "Three died."
    page = record_page(record(text, figures=(figure(text, "Three", **fields),)))
    assert any(path.startswith(shape) for path in parsed(page).xpath("//svg//path/@d"))
