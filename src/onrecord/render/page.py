"""A record as one page that needs nothing else: no request leaves it, and it reads without scripts.

The report's words stand on one side, marked; the rows on the other. Each leads to the other by pointer, by
keyboard and, where scripts are off, by plain links. The page forbids itself, by a content security policy, to
load or send anything.
"""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from itertools import groupby
from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from onrecord.model.record import Record
from onrecord.model.report import Passage, PassageKind
from onrecord.render.arrange import rows_of
from onrecord.render.marks import OWN, Mark, Segment, marks_of, segments
from onrecord.render.phrases import label, when_phrase
from onrecord.render.rows import EventRow
from onrecord.vocab.load import load_table

if TYPE_CHECKING:
    from jinja2 import Template


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageView:
    """A passage with its segments; `is_title` marks the headline that titles the page."""

    n: int
    kind: PassageKind
    segments: tuple[Segment, ...]
    is_title: bool


def record_page(record: Record) -> str:
    """Return `record` as one HTML page. The same record always gives the same page."""
    from markupsafe import Markup

    rows = rows_of(record)
    style, script = _static("record.css"), _static("record.js")
    passages = tuple(_passages(record))
    basis = record.report.published.basis if record.report.published is not None else "stated"
    return _template().render(
        record=record,
        report=record.report,
        rows=rows,
        refs={row.id: row.ref for kind in (rows.claims, rows.figures, rows.events) for row in kind},
        passages=passages,
        targets=_targets(passages),
        has_title=any(view.is_title for view in passages),
        name=record.report.title or PurePath(record.report.path or record.report.id).name,
        link=_web_address(record.report.url),
        published=when_phrase(record.report.published),
        basis=label(load_table("labels"), "time_bases", basis),
        has_geonames=any(place.geonames is not None for place in record.places),
        style=Markup(style), script=Markup(script), policy=_policy(style, script),
    )  # fmt: skip


def _passages(record: Record) -> list[PassageView]:
    marks, views = list(marks_of(record)), []
    title = next((passage.id for passage in record.passages[:3] if passage.kind == "headline"), None)
    for n, passage in enumerate(record.passages, 1):
        views.append(_view(record, passage, n, is_title=passage.id == title, marks=marks))
    return views


def _view(record: Record, passage: Passage, n: int, *, is_title: bool, marks: list[Mark]) -> PassageView:
    cut = tuple(segments(record.report.text, passage.span, marks))
    return PassageView(n=n, kind=passage.kind, segments=cut, is_title=is_title)


def _targets(passages: tuple[PassageView, ...]) -> dict[str, int]:
    """Return where each row's own words begin: the start of the segment that its link leads to."""
    found: dict[str, int] = {}
    for view in passages:
        for segment in view.segments:
            for row, part in segment.rows:
                if part in OWN:
                    found.setdefault(row, segment.start)
    return found


def _policy(style: str, script: str) -> str:
    """Return a content security policy that allows this page's own style and script, and nothing else."""
    hashes = (b64encode(sha256(part.encode()).digest()).decode() for part in (style, script))
    allowed = "; ".join(
        f"{kind}-src 'sha256-{digest}'" for kind, digest in zip(("style", "script"), hashes, strict=True)
    )
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def _web_address(url: str | None) -> str | None:
    """Return `url` if it leads to the web; a page never links to `javascript:` or a local file."""
    return url if url is not None and urlsplit(url).scheme in ("http", "https") else None


def _runs(rows: Sequence[EventRow]) -> list[tuple[str, list[EventRow]]]:
    """Return `rows` in runs of the same day."""
    return [(when, list(run)) for when, run in groupby(rows, key=lambda row: row.when)]


@cache
def _template() -> "Template":
    from jinja2 import Environment, PackageLoader, StrictUndefined  # a table needs none of it

    environment = Environment(
        loader=PackageLoader("onrecord.render"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    environment.filters["runs"] = _runs
    return environment.get_template("record.html.j2")


@cache
def _static(name: str) -> str:
    return files("onrecord.render").joinpath("static", name).read_text(encoding="utf-8")
