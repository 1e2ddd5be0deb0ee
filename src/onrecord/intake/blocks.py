"""Which stretches does a page's markup set apart, and of which kind is each?

`<figure><figcaption>A crater</figcaption></figure><p>Two died.</p>` gives a caption and a paragraph.
Nothing is judged here: navigation and teasers come out too, and `article` chooses.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from onrecord.intake.cleaning import clean
from onrecord.model.report import PassageKind

_SKIPPED_TAGS = """
    script style noscript template head nav footer aside form button select svg iframe object video audio canvas math
    textarea dialog menu datalist option rp rt
"""
_BLOCK_TAGS = """
    p div section article main header body html figure ul ol dl table thead tbody tfoot pre address hr center details
    summary hgroup picture fieldset td th
"""
_SKIPPED = frozenset(_SKIPPED_TAGS.split())
_BLOCKS: dict[str, PassageKind | None] = {
    **dict.fromkeys(_BLOCK_TAGS.split()),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "headline"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    **dict.fromkeys(("li", "dd", "dt"), "list_item"),
    "tr": "table_row",
    "blockquote": "quote_block",
}
_WHOLE: tuple[PassageKind, ...] = ("caption", "headline", "table_row")
_FURNITURE = ("aside", "nav", "footer", "form", "dialog", "table")
_CELL = 300  # characters; more is running text
_TEASER = 2000  # characters; an element with more holds the article, whatever it is called
_DEEPER: tuple[PassageKind, ...] = ("caption", "headline", "table_row", "list_item", "quote_block")
_CAPTION_CLASS = re.compile(r"(?:^|[\s_-])(?:caption|figcaption|cutline)(?:[\s_-](?:text|body|content))?(?:$|\s)", re.I)
_TEASER_CLASS = re.compile(
    r"(?:^|[\s_-])(?:related|promo|newsletter|share|sharing|social|advert\w*|ads?|teasers?|recommend\w*|read-?more|"
    r"more-?on|see-?also|most-?read|trending|tags?|taglist|topics?|comments?|cookies?|consent|signup|sign-?up|"
    r"subscri\w+|paywall|sidebar|nav|navigation|navbar|breadcrumbs?|menu|footer|author-?bio|pull-?quote|"
    r"skip-?link|outbrain|taboola|byline|dateline-?time|timestamp)(?:$|[\s_-])",
    re.I,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_FOR_SCREEN_READERS = re.compile(r"visually-?hidden|\bsr-only\b|screen-reader-text", re.I)
_SIGN = re.compile(r"\[?(?:\d{1,3}|[a-z]|note \d+|[*†‡§]+)\]?", re.I)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_ENDED = re.compile(r"[.!?…:;]['\"”’»)\]]*\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A stretch of a page. `node` is the element it stands in, `linked` the share of it that is links.

    `kind` is `None` for preformatted text, whose lines say more than its markup. A `teaser` stands in
    an element that its class or role calls page furniture.
    """

    kind: PassageKind | None
    text: str
    node: HtmlElement
    linked: float
    teaser: bool


def candidates(page: HtmlElement) -> list[Candidate]:
    """Return every stretch of text that `page` shows, in order."""
    return list(_Walk().over(page))


class _Walk:
    """One way through a page: gathers words until an element that stands apart begins or ends.

    Inside a caption, a heading or a row of data nothing stands apart: its paragraphs and cells are one stretch.
    So are a term and its first definition.
    """

    def __init__(self) -> None:
        self._words: list[str] = []
        self._linked = 0
        self._links = self._teasers = 0
        self._kinds: list[PassageKind] = []
        self._sealed: HtmlElement | None = None
        self._is_term_open = False

    def over(self, page: HtmlElement) -> Iterator[Candidate]:
        stack: list[tuple[HtmlElement, bool]] = [(page, False)]
        while stack:
            node, is_end = stack.pop()
            if not isinstance(node.tag, str):
                self._say(node.tail)
            elif is_end:
                yield from self._leave(node)
                self._say(node.tail if node is not page else None)
            elif _is_skipped(node):
                if node.tag in _FURNITURE:
                    yield from self._flush(node.getparent())
                self._say(node.tail)
            else:
                yield from self._enter(node)
                stack.append((node, True))
                stack.extend((child, False) for child in reversed(node))

    def _enter(self, node: HtmlElement) -> Iterator[Candidate]:
        if self._sealed is not None:
            self._words.append("\t" if node.tag in ("td", "th") else " " if _stands_apart(node) else "")
        elif _stands_apart(node):
            if node.tag != "dd" or not self._is_term_open:
                yield from self._flush(node.getparent())
            self._is_term_open = False
            kind = _kind(node)
            if kind is not None:
                self._kinds.append(kind)
            self._sealed = node if kind in _WHOLE and node.tag != "figure" else None
        elif node.tag == "br" and (_ENDED.search("".join(self._words[-3:])) or _opens_upper(node.tail)):
            yield from self._flush(node.getparent())
        if node.tag in ("br", "img"):
            self._words.append(" ")
        elif node.tag == "q":
            self._words.append("“")
        self._links += node.tag == "a"
        self._teasers += _is_teaser(node)
        self._say(node.text, as_is=node.tag == "pre")

    def _leave(self, node: HtmlElement) -> Iterator[Candidate]:
        if node.tag == "q":
            self._words.append("”")
        if self._sealed is node:
            self._sealed = None
        if self._sealed is not None:
            self._words.append(" " if _stands_apart(node) else "")
        elif _stands_apart(node):
            self._is_term_open = node.tag == "dt" and bool("".join(self._words).strip())
            if self._is_term_open:
                self._words.append(": ")
            else:
                yield from self._flush(node)
            if _kind(node) is not None:
                self._kinds.pop()
        self._links -= node.tag == "a"
        self._teasers -= _is_teaser(node)

    def _say(self, words: str | None, *, as_is: bool = False) -> None:
        if words:
            self._words.append(words if as_is else _SPACE.sub(" ", words))
            self._linked += len(words.strip()) if self._links else 0

    def _flush(self, node: HtmlElement | None) -> Iterator[Candidate]:
        """Give the words gathered so far, as standing in `node`, and begin anew."""
        while node is not None and not _stands_apart(node):
            node = node.getparent()
        preformatted = node is not None and node.tag == "pre"
        joined = clean("".join(self._words))
        text = joined.strip("\n").rstrip() if preformatted else _joined(joined)
        linked, self._words, self._linked = self._linked, [], 0
        if not text.strip() or node is None:
            return
        kind = None if preformatted else self._kind()
        yield Candidate(kind=kind, text=text, node=node, linked=min(1.0, linked / len(text)), teaser=self._teasers > 0)

    def _kind(self) -> PassageKind:
        return next((kind for kind in _DEEPER if kind in self._kinds), "paragraph")


def _joined(words: str) -> str:
    """Return `words` with single spaces, and the cells of a row (each begins with a tab) parted by ` | `."""
    before, *cells = (_SPACE.sub(" ", cell).strip() for cell in words.split("\t"))
    cells = cells if not before else [before, *cells]
    return " | ".join(cells).strip() if any(cells) else ""


def _stands_apart(node: HtmlElement) -> bool:
    return node.tag in _BLOCKS or _is_caption(node)


def _kind(node: HtmlElement) -> PassageKind | None:
    if node.tag == "tr":
        return "table_row" if _is_data(node) else None
    if (
        node.tag == "figure"
    ):  # a picture's credit may stand beside its caption; tables and quotations are framed so, too
        return None if node.xpath(".//table | .//blockquote | .//pre | .//ul") else "caption"
    return "caption" if _is_caption(node) else _BLOCKS[node.tag]


def _is_data(row: HtmlElement) -> bool:
    """Return whether a table's row holds data; old pages are laid out in tables."""
    cells = [cell for cell in row if cell.tag in ("td", "th")]
    lengths = [len("".join(cell.itertext()).strip()) for cell in cells]
    nested = row.xpath(".//table | .//h1 | .//ul | .//ol | .//blockquote | .//article")
    return sum(length > 0 for length in lengths) >= 2 and max(lengths) <= _CELL and not nested


def _is_skipped(node: HtmlElement) -> bool:
    if node.tag in _SKIPPED or node.get("hidden") is not None or node.get("aria-hidden") == "true":
        return True
    if node.get("role") in ("navigation", "search", "banner", "contentinfo", "dialog", "alert"):
        return True
    if _FOR_SCREEN_READERS.search(node.get("class") or ""):
        return True
    return _is_footnote_sign(node) or _HIDDEN.search(node.get("style") or "") is not None


def _is_footnote_sign(node: HtmlElement) -> bool:
    """Return whether `node` is the raised sign of a footnote, which must not run into a number or a word."""
    if node.tag != "sup" or not _SIGN.fullmatch("".join(node.itertext()).strip()):
        return False
    named = f"{node.get('class') or ''} {node.get('id') or ''}"
    is_link = node.find(".//a") is not None or any(around.tag == "a" for around in node.iterancestors())
    return is_link or re.search(r"ref|note|cite", named, re.I) is not None


def _is_teaser(node: HtmlElement) -> bool:
    named = " ".join(filter(None, (node.get(name) for name in ("class", "id", "data-component", "data-testid"))))
    if not named or node.tag in ("body", "html", "article", "main") or not _TEASER_CLASS.search(named):
        return False
    return len("".join(node.itertext())) <= _TEASER


def _is_caption(node: HtmlElement) -> bool:
    return node.tag in ("p", "div", "span", "dd") and bool(
        node.get("itemprop") == "caption" or _CAPTION_CLASS.search(node.get("class") or "")
    )


def _opens_upper(words: str | None) -> bool:
    """Return whether what follows a line break could begin a line of its own."""
    found = (words or "").strip()
    return not found or not found[0].islower()
