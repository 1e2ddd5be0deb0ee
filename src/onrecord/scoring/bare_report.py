"""A bare text as a report, so that the language model alone can be scored on it."""

from onrecord.model.ids import PassageId, ReportId
from onrecord.model.report import Passage, Report
from onrecord.model.span import Span


def as_report(text: str, name: str) -> tuple[Report, tuple[Passage, ...]]:
    """Return `text` as a report with one paragraph a line."""
    passages, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            span = Span(start, start + len(line))
            passages.append(Passage(id=PassageId(f"p-{start}"), kind="paragraph", span=span))
        start += len(line) + 1
    report = Report(
        id=ReportId(name), path=None, sha256="", text_sha256="", title=None, outlet=None, byline=None, url=None,
        published=None, language="en", text=text, blocks=(),
    )  # fmt: skip
    return report, tuple(passages)
