"""Web pages in: which part is the article, what kind each stretch is, and what the page says of itself."""

from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import InputUnreadable
from onrecord.intake import take_in
from onrecord.model.report import Report

FIRST = "At least nine people were killed on Wednesday when shells fell on the market of Orvane, police said."
SECOND = "The governor said the guns stood on the hill above the river, and that the bridge was closed to traffic."
LAST = "Nobody has said who fired, and the ministry of defence did not answer calls on Wednesday evening."


def page_of(body: str, *, head: str = "", lang: str = "en") -> bytes:
    return f'<!doctype html><html lang="{lang}"><head>{head}</head><body>{dedent(body)}</body></html>'.encode()


def page(body: str, *, head: str = "", lang: str = "en") -> Report:
    return take_in(page_of(body, head=head, lang=lang), name="page.html")


def rows(report: Report) -> list[tuple[str, str]]:
    return [(block.kind, block.span.of(report.text)) for block in report.blocks]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<figure><img src=a><figcaption>A crater <b>near</b> the bridge</figcaption></figure>", [("caption", "A crater near the bridge")]),
        (
            "<figure><figcaption><p>A crater near the bridge.</p><span>Photo: Tom Hale</span></figcaption></figure>",
            [("caption", "A crater near the bridge. Photo: Tom Hale")],
        ),
        (
            "<figure><img src=a><span>Example Images</span><figcaption>A crater</figcaption></figure>",
            [("caption", "Example Images"), ("caption", "A crater")],
        ),
        (
            "<figure><table><tr><td>Orvane</td><td>9</td></tr></table><figcaption>The dead</figcaption></figure>",
            [("table_row", "Orvane | 9"), ("caption", "The dead")],
        ),
        (
            '<div class="wp-caption"><img src=a><p class="wp-caption-text">Men carry a coffin</p></div>',
            [("caption", "Men carry a coffin")],
        ),
        ("<h2>What happened</h2>", [("headline", "What happened")]),
        (
            "<ul><li>Two shells hit the station.</li><li>One <i>hit</i> a <a href=b>bus</a>.</li></ul>",
            [("list_item", "Two shells hit the station."), ("list_item", "One hit a bus.")],
        ),
        (
            "<ol><li>In the city:<ul><li>five dead</li></ul></li></ol>",
            [("list_item", "In the city:"), ("list_item", "five dead")],
        ),
        ("<blockquote><p>We will not leave.</p><p>Never.</p></blockquote>", [("quote_block", "We will not leave."), ("quote_block", "Never.")]),
        (
            "<table><caption>The dead</caption><tr><th>Town</th><th>Killed</th></tr><tr><td><p>Orvane</p></td><td><p>9</p></td></tr></table>",
            [("caption", "The dead"), ("table_row", "Town | Killed"), ("table_row", "Orvane | 9")],
        ),
        ("<table><tr><td></td><th>Killed</th><th>Hurt</th></tr></table>", [("table_row", "| Killed | Hurt")]),
        ("<p>He said: <q>We have no water</q>.</p>", [("paragraph", "He said: “We have no water”.")]),
        ("<p>One line,<br>and its end.</p>", [("paragraph", "One line, and its end.")]),
        ("<p>A first line.<br>A second line.</p>", [("paragraph", "A first line."), ("paragraph", "A second line.")]),
        ("<div>Loose words <b>in bold</b> that end here.</div>", [("paragraph", "Loose words in bold that end here.")]),
        ("<p>1&nbsp;200 people &amp; more &lt;here&gt;</p>", [("paragraph", "1 200 people & more <here>")]),
        ("<p>civ&shy;ilians of Or<wbr>vane</p>", [("paragraph", "civilians of Orvane")]),
        (
            '<p>Four children died.<sup class="reference"><a href="#1">[1]</a></sup> All parties<a href="#2"><sup>2</sup></a> agreed.</p>',
            [("paragraph", "Four children died. All parties agreed.")],
        ),
        ("<p>It burnt 40 km<sup>2</sup> of forest.</p>", [("paragraph", "It burnt 40 km2 of forest.")]),
        (
            "<dl><dt>Killed</dt><dd>12</dd><dt>Injured</dt><dd>more than 40</dd><dd>two of them children</dd></dl>",
            [("list_item", "Killed: 12"), ("list_item", "Injured: more than 40"), ("list_item", "two of them children")],
        ),
    ],
    ids=[
        "figcaption", "caption of two parts", "credit", "framed table", "caption by class", "heading", "list", "nested list", "quotation", "table", "empty corner",
        "q", "br in a sentence", "br between sentences", "div", "entities", "soft hyphen",
        "footnote signs", "square kilometres", "definitions",
    ],
)  # fmt: skip
def test_take_in_keeps_the_kinds_of_the_markup(markup: str, expected: list[tuple[str, str]]) -> None:
    report = page(f"<article><h1>Shelling in Orvane</h1><p>{FIRST}</p>{markup}<p>{SECOND}</p><p>{LAST}</p></article>")
    assert rows(report) == [
        ("headline", "Shelling in Orvane"),
        ("paragraph", FIRST),
        *expected,
        ("paragraph", SECOND),
        ("paragraph", LAST),
    ]


@pytest.mark.parametrize(
    "furniture",
    [
        "<nav><a href=/>Home</a></nav>",
        "<aside><p>Sign up to our letters for a daily digest of the news from the front.</p></aside>",
        "<script>var text = 'Shells fell on the market of Orvane once more today.'</script>",
        "<style>p { color: red }</style>",
        "<!-- <p>A comment that nobody should ever read here.</p> -->",
        "<div hidden><p>Hidden words that nobody should ever read here.</p></div>",
        '<p style="display: none">Hidden words that nobody should ever read here.</p>',
        '<div class="related-links"><h3>Related</h3><ul><li><a href=a>Rebels take the airport of Marrat</a></li></ul></div>',
        "<p><a href=a>Read more: what we know about the shelling of Orvane so far</a></p>",
        '<div class="newsletter-signup"><p>Get the news from Orvane every morning.</p></div>',
        "<form><p>Your e-mail address</p><button>Send</button></form>",
        '<div data-component="byline-block"><span>Ada Brandt</span><span>Orvane News</span></div>',
        '<span class="visually-hidden">Image source, </span>',
    ],
    ids=[
        "nav",
        "aside",
        "script",
        "style",
        "comment",
        "hidden",
        "style none",
        "related",
        "linked line",
        "newsletter",
        "form",
        "byline",
        "screen reader",
    ],
)
def test_take_in_leaves_out_what_is_not_the_article(furniture: str) -> None:
    report = page(
        f"<main><h1>Shelling</h1><p>{FIRST}</p>{furniture}<p>{SECOND}</p><p>{LAST}</p></main><footer><p>© 2024</p></footer>"
    )
    assert report.text == f"Shelling\n{FIRST}\n{SECOND}\n{LAST}"


def test_take_in_gives_an_article_the_same_text_as_a_page_and_as_text() -> None:
    lines = ["Shelling in Orvane", FIRST, SECOND, LAST]
    body = f"<h1>{lines[0]}</h1>" + "".join(f"<p>\n  {line.replace(' the ', '<br> the ')}\n</p>" for line in lines[1:])
    as_page, as_text = page(f"<article>{body}</article>"), take_in("\n".join(lines).encode(), name="r.txt")
    assert as_page.text == as_text.text
    assert as_page.text_sha256 == as_text.text_sha256
    assert as_page.sha256 != as_text.sha256


def test_take_in_reads_a_page_of_one_line() -> None:
    assert take_in(b"<p>Shells killed 12 people in Orvane.</p>", name="p").text == "Shells killed 12 people in Orvane."


def test_take_in_reads_an_old_page_laid_out_in_tables() -> None:
    report = page(
        f"""
        <TABLE><TR><TD><A HREF=/>Home</A><BR><A HREF=/w>World</A></TD><TD><H1>Shelling</H1><FONT SIZE=2>By TOM HALE<BR>{FIRST}<BR><BR>
        {SECOND}<P>Dead by district:<TABLE BORDER=1><TR><TD>Old town<TD>5</TR><TR><TD>Harbour<TD>4</TR></TABLE>{LAST}</FONT></TD></TR></TABLE>
        """
    )
    assert [words for _, words in rows(report)] == [
        "Shelling", "By TOM HALE", FIRST, SECOND, "Dead by district:", "Old town | 5", "Harbour | 4", LAST,
    ]  # fmt: skip
    assert [kind for kind, _ in rows(report)][-4:] == ["paragraph", "table_row", "table_row", "paragraph"]


def test_take_in_leaves_the_lines_of_preformatted_text_to_segment() -> None:
    cable = "BOGOTA, 15 JAN 90 (EFE) -- A BOMB WENT OFF TODAY IN FRONT OF\nTHE POLICE STATION, KILLING THREE.\n\nA CALLER SAID SO."
    report = page(f"<pre>\n{cable}\n</pre>")
    assert (report.text, report.blocks) == (cable, ())


def test_take_in_reads_a_text_that_runs_from_right_to_left() -> None:
    headline, first = (
        "قتلى في قصف على المدينة",
        "قالت وزارة الصحة إن 12 شخصا على الأقل قتلوا يوم الاثنين في قصف استهدف سوق المدينة.",
    )
    markup = f'<html lang=ar dir=rtl><head><meta charset="windows-1256"></head><body><article><h1>{headline}</h1><p>{first}</p></article></body></html>'
    report = take_in(markup.encode("cp1256"), name="p")
    assert rows(report) == [("headline", headline), ("paragraph", first)]
    assert report.language == "ar"


@pytest.mark.parametrize(
    ("declared", "real"),
    [
        ("utf-8", "cp1252"),
        ("iso-8859-1", "utf-8"),
        ("windows-1251", "utf-8"),
        ("iso-8859-1", "cp1252"),
        ("us-ascii", "utf-8"),
        ("no-such-charset", "cp1252"),
    ],
)
def test_take_in_is_not_misled_by_a_wrong_charset(declared: str, real: str) -> None:
    words = "“We have no water,” said Józé Müller – a baker of Orvane’s old town – on Monday, and “no bread”."
    markup = f'<html><head><meta charset="{declared}"></head><body><p>{words}</p><p>{FIRST}</p></body></html>'
    assert take_in(markup.encode(real), name="p").text == f"{words}\n{FIRST}"


def test_take_in_does_not_believe_a_charset_that_makes_no_words() -> None:
    words = "Губернатор области сообщил, что в результате обстрела погибли двенадцать человек. Ещё трое ранены."
    markup = f'<html><head><meta charset="iso-8859-1"></head><body><p>{words}</p><p>{words[::-1]}</p></body></html>'
    assert words in take_in(markup.encode("cp1251"), name="p").text


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-11-02T23:30:00-05:00"}</script>',
            "2024-11-02",
        ),
        (
            '<script type="application/ld+json">{"@graph":[{"@type":["Article"],"datePublished":"2024-11-02"}]}</script>',
            "2024-11-02",
        ),
        ('<script type="application/ld+json">{broken</script><meta name="date" content="2024-11-02">', "2024-11-02"),
        (
            '<meta property="article:published_time" content="2024-11-02T04:00:00Z"><meta name="date" content="2025-01-01">',
            "2024-11-02",
        ),
        ('<meta name="DC.date.issued" content="20241102">', "2024-11-02"),
        ('<meta name="pubdate" content="soon">', None),
        ('<meta name="pubdate" content="2024-13-45">', None),
        ('<meta property="article:modified_time" content="2024-11-02">', None),
        ("", None),
    ],
    ids=[
        "json-ld",
        "graph",
        "broken json",
        "published before others",
        "compact",
        "no date",
        "no such day",
        "modified only",
        "none",
    ],
)
def test_take_in_takes_the_day_that_the_page_states(head: str, day: str | None) -> None:
    published = page(f"<p>{FIRST} On 3 May 2021 it was quiet.</p><p>© 2019</p>", head=head).published
    assert (published and published.start) == day
    assert published is None or (published.basis, published.span) == ("stated", None)


def test_take_in_takes_title_outlet_byline_and_address_from_the_metadata() -> None:
    head = """
    <title>Shelling in Orvane | The Orvane Herald</title><link rel="canonical" href="https://herald.example/shelling">
    <meta property="og:title" content="Shelling in Orvane"><meta property="og:site_name" content="The Orvane Herald">
    <meta name="author" content="Lena Marsh">
    """
    report = page(f"<h1>Shelling in Orvane</h1><p>{FIRST}</p><p>{SECOND}</p>", head=head)
    assert (report.title, report.outlet, report.byline) == ("Shelling in Orvane", "The Orvane Herald", "Lena Marsh")
    assert report.url == "https://herald.example/shelling"


def test_take_in_keeps_the_caption_and_standfirst_above_the_article() -> None:
    report = page(
        f"""
        <main><div class=hero><h1>Shelling</h1><p class=standfirst>Shells fell on the market at noon, the police say</p>
        <figure><img src=a><figcaption>The market of Orvane</figcaption></figure></div>
        <div class=content><p>{FIRST}</p><p>{SECOND}</p></div></main>
        """
    )
    assert [kind for kind, _ in rows(report)] == ["headline", "paragraph", "caption", "paragraph", "paragraph"]


_TAGS = [
    "p",
    "div",
    "ul",
    "li",
    "table",
    "tr",
    "td",
    "figure",
    "figcaption",
    "h1",
    "h2",
    "blockquote",
    "b",
    "br",
    "a",
    "q",
    "pre",
    "span",
]


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(_TAGS), st.booleans(), st.text(max_size=30)), max_size=25))
def test_take_in_never_lets_blocks_overlap_or_leave_the_text(pieces: list[tuple[str, bool, str]]) -> None:
    body = "".join(f"<{'/' if closes else ''}{tag}>{words}" for tag, closes, words in pieces)
    try:
        report = take_in(f"<html><body>{body}".encode("utf-8", "replace"), name="p")
    except InputUnreadable:
        return
    at = 0
    for block in report.blocks:
        assert at <= block.span.start < block.span.end <= len(report.text)
        assert block.span.of(report.text).strip() == block.span.of(report.text)
        at = block.span.end


def test_take_in_reads_a_page_nested_too_deep_for_recursion() -> None:
    report = take_in((f"<html><body>{'<div>' * 1500}<p>{FIRST}</p>").encode(), name="p")
    assert report.text == FIRST


def test_take_in_reads_the_article_that_a_page_of_scripts_keeps_for_machines() -> None:
    linked = '{"@graph":[{"@type":"NewsArticle","headline":"Ten freed","articleBody":"Ten prisoners were freed.\\n\\n“We are glad,” she said."}]}'
    head = f'<title>Ten freed</title><script type="application/ld+json">{linked}</script>'
    report = page('<div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript>', head=head)
    assert rows(report) == [
        ("headline", "Ten freed"), ("paragraph", "Ten prisoners were freed."), ("paragraph", "“We are glad,” she said."),
    ]  # fmt: skip


def test_take_in_takes_the_authors_that_json_ld_names() -> None:
    linked = '[{"@type":"ReportageNewsArticle","author":[{"@type":"Person","name":"Ada Brandt"},{"name":"Tom Hale"}]}]'
    head = f'<script type="application/ld+json">{linked}</script>'
    assert page(f"<p>{FIRST}</p>", head=head).byline == "Ada Brandt; Tom Hale"
