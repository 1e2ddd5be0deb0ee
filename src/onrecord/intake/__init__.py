"""Bytes in, reports out.

`take_in` decides by content whether bytes are text or a web page, decodes them, finds the article
and gives a `Report`. Text is kept as it came but for this, so that offsets mean the same everywhere:

- every line end (CRLF, CR, NEL, U+2028, U+2029, form feed) is one `\\n`;
- a no-break space is a space, any other control character too;
- marks that show nothing and hold no word apart are left out: byte order marks, soft hyphens,
  zero-width spaces and joiners of words. Zero-width (non-)joiners and direction marks stay: scripts need them.

The bytes themselves are named by their SHA-256; whoever keeps them can do all of this again.
"""

from datetime import date
from hashlib import sha256

from onrecord.errors import InputUnreadable
from onrecord.intake.article import Article
from onrecord.intake.cleaning import clean
from onrecord.intake.decode import decode
from onrecord.intake.language import language_of
from onrecord.intake.sniff import is_page, what_binary
from onrecord.model.ids import ReportId, make_id
from onrecord.model.report import Report
from onrecord.model.when import Timex, When

MAX_BYTES = 50_000_000
"""A report is one article; this much is something else."""

__all__ = ["MAX_BYTES", "given_day", "take_in"]


def take_in(data: bytes, *, name: str, published: date | None = None, outlet: str | None = None) -> Report:
    """Return the report that `data` holds: text in any common encoding, or a web page's article.

    A page's captions, lists, tables, quotations and headings keep their kind as `Report.blocks`.
    Its title, byline, outlet, address and day of publication come from its metadata. Plain text has
    none of these: they stay `None` unless given.

    Args:
        data: The bytes as they came.
        name: What to call the input in messages; kept as `Report.path`.
        published: The day of publication, which outranks the page's own.
        outlet: Who published it, which outranks the page's own.

    Raises:
        InputUnreadable: The bytes are empty, too many, binary, in no known encoding, or a page without an article.
    """
    article = _article(data, name)
    if not article.text.strip():
        raise InputUnreadable(name, "empty; give a file that holds a report")
    digest = sha256(data).hexdigest()
    return Report(
        # One agency's bytes on ten outlets' pages are ten reports: the same words, but not published by the same.
        id=ReportId(make_id("r", digest, article.url or "", outlet or article.outlet or "")),
        path=name,
        sha256=digest,
        text_sha256=sha256(article.text.encode("utf-8")).hexdigest(),
        title=article.title,
        outlet=outlet or article.outlet,
        byline=article.byline,
        url=article.url,
        language=language_of(article.text, hint=article.language),
        published=given_day(published or article.published),
        text=article.text,
        blocks=article.blocks,
    )


def given_day(day: date | None) -> When | None:
    """Return the calendar day `day` as a time that was given from outside the text, so without a span."""
    if day is None:
        return None
    written = day.isoformat()
    return When(
        span=None,
        words=written,
        start=written,
        end=written,
        precision="day",
        edtf=written,
        timex=Timex(type="DATE", value=written),
        basis="stated",
    )


def _article(data: bytes, name: str) -> Article:
    if len(data) >= MAX_BYTES:
        raise InputUnreadable(name, "50 MB or more; give one report a file")
    if not data.strip():
        raise InputUnreadable(name, "empty; give a file that holds a report")
    kind = what_binary(data)
    if kind is not None:
        raise InputUnreadable(name, f"binary ({kind}); give text or HTML")
    decoded = decode(data)
    if decoded is None:
        raise InputUnreadable(name, "text in no known encoding; save it as UTF-8 and read it again")
    if not is_page(decoded):
        return Article(text=clean(decoded))
    from onrecord.intake.page import read_page  # loads lxml and trafilatura

    article = read_page(decoded)
    if article is None:
        raise InputUnreadable(name, "a web page with no article in it; give the article's own page or its text")
    return article
