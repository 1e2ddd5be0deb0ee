"""What does a page say about itself: title, outlet, byline, address, language, day of publication?

Only what is stated counts: JSON-LD, meta elements, `<time>`. Nothing is guessed from the page's words or address.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from lxml.html import HtmlElement

from onrecord.intake.cleaning import clean

_DAY = re.compile(r"\s*((?:19|20)\d\d)-?([01]\d)-?([0-3]\d)(?!\d)")
_DATE_NAMES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date_published",
    "publishdate", "publish-date", "publish_date", "pubdate", "published", "publication_date", "publicationdate",
    "parsely-pub-date", "sailthru.date", "article.published", "cxenseparse:recs:publishtime", "bt:pubdate",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date",
    "article_date_original", "originalpublicationdate", "date",
)  # fmt: skip
"""Names of meta elements that hold the day of publication, the surest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a page says about itself; `None` where it does not. `body` is the article as JSON-LD repeats it."""

    title: str | None
    byline: str | None
    outlet: str | None
    url: str | None
    language: str | None
    published: date | None
    body: str | None = None


def metadata_of(page: HtmlElement, markup: str) -> Metadata:
    """Return what `page`, whose source is `markup`, says about itself."""
    import trafilatura  # see page.py

    found = trafilatura.extract_metadata(markup, extensive=False)
    linked = list(_linked_data(page))
    outlet = next(filter(None, (_named(item.get("publisher")) for item in linked)), None) or _meta(page, "og:site_name")
    return Metadata(
        title=_line(found.title) or _line(_meta(page, "og:title")),
        byline=_line(found.author) or _line(next(filter(None, map(_authors, linked)), None)),
        outlet=_line(outlet) or _outlet(found.sitename, found.hostname),
        url=found.url,
        language=_language(page),
        published=_published(page, linked),
        body=next((body for item in linked if isinstance(body := item.get("articleBody"), str)), None),
    )


def _published(page: HtmlElement, linked: list[dict[str, Any]]) -> date | None:
    """Return the day of publication as the page writes it: no time zone moves it to another day."""
    stated = [item.get("datePublished") for item in linked]
    stated += [_meta(page, name) for name in _DATE_NAMES]
    stated += page.xpath("//*[@itemprop='datePublished']/@content | //*[@itemprop='datePublished']/@datetime")
    stated += page.xpath("//time[@pubdate]/@datetime")
    times = page.xpath("//article//header//time/@datetime | //header//time/@datetime | //time/@datetime")
    return next(filter(None, map(_day, [*stated, *times])), None)


def _day(stated: object) -> date | None:
    match = _DAY.match(stated) if isinstance(stated, str) else None
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def _linked_data(page: HtmlElement) -> Iterator[dict[str, Any]]:
    """Give the JSON-LD objects of `page` that describe an article."""
    for script in page.xpath("//script[@type='application/ld+json']"):
        try:
            body = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        yield from (item for item in _objects(body) if _is_article(item))


def _objects(body: Any) -> Iterator[dict[str, Any]]:
    parts = body if isinstance(body, list) else [body]
    for part in parts:
        if isinstance(part, dict):
            yield part
            graph = part.get("@graph")
            yield from (item for item in graph if isinstance(item, dict)) if isinstance(graph, list) else ()


def _is_article(item: dict[str, Any]) -> bool:
    kinds = item.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and re.search(r"Article|Posting|Report|WebPage", kind) for kind in named)


def _authors(item: dict[str, Any]) -> str:
    authors = item.get("author")
    named = [_named(author) for author in (authors if isinstance(authors, list) else [authors])]
    return "; ".join(name for name in named if name)


def _named(body: Any) -> str | None:
    name = body.get("name") if isinstance(body, dict) else body
    return name if isinstance(name, str) else None


def _meta(page: HtmlElement, name: str) -> str | None:
    path = "//meta[translate(@name, $upper, $lower)=$name or translate(@property, $upper, $lower)=$name]/@content"
    found = page.xpath(path, name=name, upper="ABCDEFGHIJKLMNOPQRSTUVWXYZ", lower="abcdefghijklmnopqrstuvwxyz")
    return str(found[0]).strip() or None if found else None


def _outlet(name: str | None, host: str | None) -> str | None:
    """Return trafilatura's name of the site, where it is a name and not an address."""
    return _line(name) if name and name != host and not re.fullmatch(r"[\w.-]+\.[a-z]{2,}", name, re.I) else None


def _language(page: HtmlElement) -> str | None:
    root = page if page.tag == "html" else page.getroottree().getroot()
    return root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or _meta(page, "content-language")


def _line(words: str | None) -> str | None:
    return " ".join(clean(words).split()) or None if words else None
