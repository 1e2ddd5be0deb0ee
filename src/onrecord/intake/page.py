"""Which part of a web page is the article?

trafilatura judges, the page's own markup is read: a stretch belongs to the article if trafilatura kept its
words, or if it is a caption, list, table, quotation or heading between such stretches. Reading the markup keeps
what trafilatura's plain output gives up: captions, cells, where one stretch ends and the next begins.
"""

import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain, repeat

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from onrecord.intake.article import Article
from onrecord.intake.blocks import Candidate, candidates
from onrecord.intake.cleaning import clean
from onrecord.intake.metadata import Metadata, metadata_of
from onrecord.model.report import Block, PassageKind
from onrecord.model.span import Span

_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_NOT_LETTER = re.compile(r"[\W_]+")
_SENTENCE = 24  # this many letters and digits in a row are no accident
_LINKED = 0.5  # a stretch with more of it in links leads elsewhere, if nobody takes it for the article
_ALL_LINKED = 0.9  # ... and so does one with this much, whoever does


def read_page(markup: str) -> Article | None:
    """Return the article of the web page `markup`, `None` when there is none."""
    markup = clean(_XML_DECLARATION.sub("", markup.lstrip("\ufeff")))
    try:
        page = document_fromstring(markup, parser=HTMLParser(remove_comments=True, huge_tree=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    found = candidates(page)
    chosen = _chosen(found, _judged(markup))
    metadata = metadata_of(page, markup)
    if not chosen:
        chosen = _told_to_machines(page, metadata)
    if not chosen:
        return None
    headline = _headline(found, chosen, metadata)
    title = metadata.title if headline is None else headline.text
    text, blocks = _laid_out(chosen if headline is None else _led_by(headline, chosen))
    return Article(
        text=text, blocks=blocks, title=title, byline=metadata.byline, outlet=metadata.outlet,
        url=metadata.url, language=metadata.language, published=metadata.published,
    )  # fmt: skip


def _judged(markup: str) -> frozenset[str]:
    """Return the stretches that trafilatura takes for the article, letters and digits only."""
    import trafilatura  # a fifth of a second that plain text need not wait for

    _quieten()
    document = trafilatura.bare_extraction(markup, include_comments=False, include_tables=True, with_metadata=False)
    body = None if document is None or isinstance(document, dict) else document.body
    if body is None:
        return frozenset()
    parts = ["".join(node.itertext()) for node in body.iter("p", "head", "item", "quote", "row", "cell", "code")]
    return frozenset(filter(None, map(_key, [*parts, "".join(body.itertext())])))


@cache
def _quieten() -> None:
    """Keep trafilatura's warnings from standard error; a program that sets up logging still gets them."""
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())


def _chosen(found: Sequence[Candidate], judged: frozenset[str]) -> list[Candidate]:
    """Return the candidates that belong to the article."""
    whole = max(judged, key=len, default="")
    kept = [at for at, item in enumerate(found) if item.kind != "caption" and _is_judged(item, judged, whole)]
    if not kept:
        chosen = [item for item in found if not item.teaser and item.linked <= _LINKED]
        return chosen if sum(len(item.text.split()) for item in chosen) >= 3 else []
    region = _region([found[at].node for at in kept])
    within, last, holders = set(kept), kept[-1], {found[at].node for at in kept}
    for at, item in enumerate(found):
        if item.teaser or item.linked > _LINKED or not _stands_in(item.node, region):
            continue
        goes_on = at == last + 1 and (item.kind in ("list_item", "table_row") or item.node in holders)
        last = at if goes_on else last
        if kept[0] < at < last or goes_on or item.kind == "caption" or _is_standfirst(item, at, kept[0]):
            within.add(at)
    return [found[at] for at in sorted(within)]


def _is_judged(item: Candidate, judged: frozenset[str], whole: str) -> bool:
    key = _key(item.text)
    is_furniture = item.teaser and (item.linked > _LINKED or len(key) < 2 * _SENTENCE)
    if not key or is_furniture or item.linked > _ALL_LINKED:
        return False
    if key in judged or (len(key) >= _SENTENCE and key in whole):
        return True
    pieces = [key[at : at + 2 * _SENTENCE] for at in range(0, len(key), 2 * _SENTENCE)]
    return len(pieces) >= 3 and sum(piece in whole for piece in pieces) >= 0.6 * len(pieces)


def _region(nodes: Sequence[HtmlElement]) -> HtmlElement:
    """Return the element that holds all `nodes`: the article around them, where the page marks one."""
    shared: list[HtmlElement] = [nodes[0], *nodes[0].iterancestors()]
    for node in nodes[1:]:
        around = {node, *node.iterancestors()}
        shared = [ancestor for ancestor in shared if ancestor in around]
    marked = [node for node in shared if node.tag in ("article", "main") or node.get("role") == "main"]
    return marked[0] if marked else shared[0]


def _stands_in(node: HtmlElement, region: HtmlElement) -> bool:
    return node is region or any(ancestor is region for ancestor in node.iterancestors())


def _is_standfirst(item: Candidate, at: int, first: int) -> bool:
    """Return whether `item`, above the article's first words, sums it up."""
    named = " ".join(f"{node.get('class') or ''}" for node in (item.node, item.node.getparent()) if node is not None)
    marked = re.search(
        r"standfirst|stand-first|sub-?title|sub-?head|\bdek\b|\blede?\b|summary|intro|excerpt", named, re.I
    )
    return at < first and marked is not None and item.kind in ("paragraph", "headline") and len(item.text) >= 30


def _told_to_machines(page: HtmlElement, metadata: Metadata) -> list[Candidate]:
    """Return the article that a page without words of its own keeps in its JSON-LD, for scripts to show."""
    lines = [metadata.title or "", *clean(metadata.body or "").split("\n")] if metadata.body else []
    kinds: Iterator[PassageKind] = chain(["headline"], repeat("paragraph"))
    return [
        Candidate(kind=kind, text=" ".join(line.split()), node=page, linked=0.0, teaser=False)
        for kind, line in zip(kinds, lines, strict=False)
        if line.strip()
    ]


def _headline(found: Sequence[Candidate], chosen: Sequence[Candidate], metadata: Metadata) -> Candidate | None:
    """Return the page's main heading: the first `h1` that the metadata names or that stands before the article."""
    first = found.index(chosen[0]) if chosen[0] in found else len(found)
    tops = [(at, item) for at, item in enumerate(found) if item.kind == "headline" and _is_h1(item.node)]
    if metadata.title is not None:
        key = _key(metadata.title)
        for _, item in tops:
            if _key(item.text) and (_key(item.text) in key or key in _key(item.text)):
                return item
    return next((item for at, item in tops if at <= first and not item.teaser), None)


def _is_h1(node: HtmlElement) -> bool:
    return node.tag == "h1" or any(ancestor.tag == "h1" for ancestor in node.iterancestors())


def _led_by(headline: Candidate, chosen: Sequence[Candidate]) -> list[Candidate]:
    return [replace(headline, kind="headline"), *(item for item in chosen if _key(item.text) != _key(headline.text))]


def _laid_out(chosen: Iterable[Candidate]) -> tuple[str, tuple[Block, ...]]:
    """Return the text of `chosen`, one line each, and the blocks they make in it."""
    text, blocks = "", []
    for item in chosen:
        start = len(text) + 1 if text else 0
        text = f"{text}\n{item.text}" if text else item.text
        if item.kind is not None:
            blocks.append(Block(kind=item.kind, span=Span(start, len(text))))
    return text, tuple(blocks)


def _key(words: str) -> str:
    return _NOT_LETTER.sub("", words).casefold()
