"""The page of a record in real Chromium: words and rows light each other, and nothing leaves the page."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from onrecord.model.record import Record
from onrecord.render.page import record_page
from records import claim, event, example, figure, party, record

pytestmark = pytest.mark.browser
Open = Callable[..., Any]

HOSTILE = "<script>document.title='owned'</script> said “<img src=x onerror=alert(1)> 12 & \"13\" died” 🕊️ {{ 7 * 7 }} </style></script> today."


def hostile() -> Record:
    words = '<img src=x onerror=alert(1)> 12 & "13" died'
    by = party(HOSTILE, "<script>document.title='owned'</script>")
    return record(
        HOSTILE, report={"title": "<b>T</b>\"'><script>1</script>", "outlet": "</title><script>2</script>", "url": "javascript:alert(3)"},
        claims=(claim(HOSTILE, 'c-"><script>4</script>', words, by=by, cue="said"),),
        figures=(figure(HOSTILE, "12", of="<script>5</script>"), figure(HOSTILE, "13", key="f-13")),
        events=(event(HOSTILE, "died", "attack<script>6</script>"),),
    )  # fmt: skip


ARABIC = "قالت وزارة الصحة إن 12 شخصا على الأقل قتلوا في قصف على السوق.\nThe army (الجيش) said 40 were hurt."


def arabic() -> Record:
    spoken = claim(ARABIC, "c-1", "إن 12 شخصا على الأقل قتلوا", by=party(ARABIC, "وزارة الصحة"), cue="قالت")
    return record(
        ARABIC, report={"language": "ar"}, claims=(spoken,),
        figures=(figure(ARABIC, "12 شخصا على الأقل", low=12, claim=spoken.id), figure(ARABIC, "40", value=40, low=40, high=40)),
    )  # fmt: skip


@pytest.mark.parametrize("made", [example, hostile, arabic], ids=["example", "hostile", "right to left"])
def test_no_request_leaves_the_page_and_nothing_is_complained_of(opened: Open, made: Callable[[], Record]) -> None:
    seen = opened(record_page(made()))
    seen.page.locator("#report .w").first.click()
    seen.page.wait_for_timeout(200)
    assert [url for url in seen.requests if not url.endswith("page0.html")] == []
    assert seen.messages == []


def test_the_policy_of_the_page_stops_what_it_did_not_bring(opened: Open) -> None:
    seen = opened(
        record_page(example()).replace(
            "</body>", "<script>document.title='in'</script><img src='https://example.org/a.png'></body>"
        )
    )
    assert seen.page.title() != "in"
    assert len(seen.messages) == 2
    assert all("Content Security Policy" in message for message in seen.messages)


def test_pointing_at_a_row_lights_its_words(opened: Open) -> None:
    seen = opened(record_page(example()))
    seen.page.locator("#f-at-least-12").hover()
    assert (seen.lit(), seen.lit_words()) == ({"F2"}, ["at least 12"])
    seen.page.locator("#c-inner").hover()
    assert seen.lit_words() == ["the army", "said", "nearly 40", "were hurt"]
    seen.page.locator(".brand").hover()
    assert (seen.lit(), seen.lit_words()) == (set(), [])


def test_pointing_at_words_lights_every_row_they_belong_to(opened: Open) -> None:
    seen = opened(record_page(example()))
    seen.page.locator("#report .w.figure", has_text="nearly 40").hover()
    assert seen.lit() == {"F3", "C2", "C3"}
    assert seen.lit_words() == ["nearly 40"]
    assert seen.page.locator("[aria-current=true]").get_attribute("id") == "f-nearly-40"
    seen.page.wait_for_timeout(400)
    assert seen.page.evaluate(
        "(() => { const r = document.getElementById('f-nearly-40').getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight; })()"
    )


def test_a_click_keeps_words_lit_and_escape_lets_go(opened: Open) -> None:
    seen = opened(record_page(example()))
    seen.page.locator("#report .w.figure", has_text="at least 12").click()
    seen.page.locator(".brand").hover()
    assert "F2" in seen.lit()
    seen.page.keyboard.press("Escape")
    assert seen.lit() == set()


def test_the_keyboard_reaches_everything(opened: Open) -> None:
    seen = opened(record_page(example()))
    press, focused = seen.page.keyboard.press, seen.focused
    press("Tab")
    assert focused() == "Skip to the record"
    for _ in range(3):
        press("Tab")
    assert seen.page.evaluate("document.activeElement.id") == "show-events"
    press("Tab")
    assert (focused(), seen.lit()) == ("kills", {"E1"})
    press("ArrowRight")
    assert (focused(), seen.lit()) == ("dozens", {"F1"})
    press("Enter")
    assert (focused(), seen.lit()) == ("F1", {"F1"})
    press("Escape")
    assert focused() == "dozens"
    press("End")
    assert focused() == "7"
    press("Tab")
    press("End")
    assert seen.page.evaluate("document.activeElement.closest('.row').id") == "e-without-water"
    assert seen.lit_words() == ["without water"]
    press("Home")
    press("ArrowDown")
    assert (focused(), seen.lit()) == ("C2", {"C2"})
    press("Enter")
    assert seen.page.evaluate("document.activeElement.matches('#report .w.content')")
    assert seen.page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_words_and_rows_are_one_tab_stop_each(opened: Open) -> None:
    seen = opened(record_page(example()))
    assert seen.page.locator("#report .w[tabindex='0']").count() == 1
    assert seen.page.locator(".row a.go[tabindex='0']").count() == 1


@pytest.mark.parametrize(
    ("box", "rows", "words"),
    [
        ("claims", ".row.claim", ".w.content"),
        ("figures", ".row.figure", ".w.figure"),
        ("events", ".row.event", ".w.event"),
    ],
)
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_filter_hides_its_rows(opened: Open, box: str, rows: str, words: str, scripts: bool) -> None:
    seen = opened(record_page(example()), java_script_enabled=scripts)
    assert seen.page.locator(rows).first.is_visible()
    seen.page.locator(f"label:has(#show-{box})").click()
    assert not any(row.is_visible() for row in seen.page.locator(rows).all())
    assert seen.page.locator(words).first.is_visible()
    if scripts:
        seen.page.locator(words).first.hover()
        assert not any(ref.startswith(box[0].upper()) for ref in seen.lit())


def test_the_page_reads_without_scripts(opened: Open) -> None:
    seen = opened(record_page(example()), java_script_enabled=False)
    seen.page.locator("#f-nearly-40 a.go").click()
    assert seen.page.locator(".w:target").inner_text() == "nearly 40"
    seen.page.locator("a.w", has_text="nearly 40").click()
    assert seen.page.locator(".row:target").get_attribute("id") == "f-nearly-40"


@pytest.mark.parametrize("made", [example, hostile, arabic], ids=["example", "hostile", "right to left"])
@pytest.mark.parametrize("width", [320, 390, 800])
def test_nothing_scrolls_sideways_on_a_phone(opened: Open, made: Callable[[], Record], width: int) -> None:
    long = replace(made(), report=replace(made().report, url="https://example.org/" + "a" * 300, outlet="W" * 120))
    seen = opened(record_page(long), width=width, height=844)
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_phone_the_rows_come_to_the_words(opened: Open) -> None:
    seen = opened(record_page(example()), width=390, height=844, has_touch=True, is_mobile=True)
    words = seen.page.locator("a.w", has_text="nearly 40")
    words.tap()
    peek = seen.page.locator("#peek")
    assert peek.is_visible()
    assert "Army of Selm" in peek.inner_text()
    assert peek.locator(".row").count() == 3
    assert seen.page.evaluate(
        "new Set(Array.from(document.querySelectorAll('[id]'), e => e.id)).size == document.querySelectorAll('[id]').length"
    )
    peek.locator("a.ref").first.tap()
    assert not peek.is_visible()
    assert seen.lit() == {"F3"}
    words.tap()
    seen.page.locator(".close").tap()
    assert not peek.is_visible()


def test_the_printed_page_ties_words_to_rows_by_reference(opened: Open) -> None:
    seen = opened(record_page(example()))
    seen.page.emulate_media(media="print")
    mark = "getComputedStyle(document.querySelector('a.w.figure'), '::before').content"
    assert "F1" in seen.page.evaluate(mark)
    assert not seen.page.locator(".filters").is_visible()
    assert seen.page.evaluate("getComputedStyle(document.getElementById('record')).overflowY") == "visible"
    assert seen.page.evaluate("document.querySelector('#e-without-water').getBoundingClientRect().height > 10")
    assert len(seen.page.pdf(format="A4")) > 10_000


def test_each_passage_runs_its_own_way(opened: Open) -> None:
    seen = opened(record_page(arabic()))
    ways = "Array.from(document.querySelectorAll('.passage'), p => getComputedStyle(p).direction)"
    assert seen.page.evaluate(ways) == ["rtl", "ltr"]
    seen.page.locator("#report .w.figure").first.hover()
    assert seen.lit() == {"F1", "C1"}
    assert seen.page.evaluate("getComputedStyle(document.querySelector('.row blockquote')).direction") == "rtl"


def test_hostile_words_stay_words(opened: Open) -> None:
    seen = opened(record_page(hostile()))
    assert seen.page.locator(".passage").evaluate("node => node.textContent.trim()") == HOSTILE
    assert seen.page.locator("img").count() == 0
    assert seen.page.locator("script").count() == 1
    assert seen.page.title().startswith("<b>T</b>")
    assert seen.page.locator("a[href^=javascript]").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_out_from_its_ground(opened: Open, scheme: str) -> None:
    """Contrast of at least 4.5 (WCAG AA) between the colours that text and its ground have."""
    seen = opened(record_page(example()), color_scheme=scheme)
    ratio = """([ink, ground]) => {
      const style = getComputedStyle(document.documentElement);
      const light = name => {
        const hex = style.getPropertyValue(name).trim().replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');
        const [r, g, b] = [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16) / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
        return .2126 * r + .7152 * g + .0722 * b;
      };
      const [a, b] = [light(ink), light(ground)].sort((x, y) => y - x);
      return (a + .05) / (b + .05);
    }"""
    pairs = [
        (ink, ground)
        for ink in ("--ink", "--soft", "--claim", "--figure", "--event", "--note")
        for ground in ("--paper", "--desk")
    ]
    pairs += [
        ("--ink", ground) for ground in ("--figure-fill", "--figure-lit", "--claim-lit", "--event-lit", "--lit")
    ] + [("--paper", "--claim")]
    low = {pair: round(seen.page.evaluate(ratio, list(pair)), 2) for pair in pairs}
    assert {pair: value for pair, value in low.items() if value < 4.5} == {}


def test_pointing_moves_only_what_is_out_of_sight(opened: Open) -> None:
    lines = [f"Line {n} says that {n} people died in the town of Orvane, and no more." for n in range(10, 60)]
    text = "\n".join(lines)
    figures = tuple(figure(text, f"{n} people", key=f"f-{n}", value=n, low=n, high=n) for n in range(10, 60))
    seen = opened(record_page(record(text, figures=figures)))
    top = "Math.round(scrollY)"
    seen.page.locator("#f-11").hover()
    seen.page.wait_for_timeout(500)
    assert seen.page.evaluate(top) == 0
    seen.page.evaluate("document.getElementById('record').scrollTop = 1e6")
    seen.page.locator("#f-59").hover()
    seen.page.wait_for_timeout(500)
    assert seen.page.evaluate(top) > 500
    words = "(() => { const r = document.querySelector('.w.lit').getBoundingClientRect(); return r.top > 0 && r.bottom < innerHeight; })()"
    assert seen.page.evaluate(words)
