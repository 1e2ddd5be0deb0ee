"""An article, however it came: as text or as a page."""

from dataclasses import dataclass
from datetime import date

from onrecord.model.report import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What an input says, and what is said about it."""

    text: str
    blocks: tuple[Block, ...] = ()
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    published: date | None = None
