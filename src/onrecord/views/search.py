"""Where some words stand in the texts of all reports, with who is made to say them there."""

import re

from onrecord.store.base import Store
from onrecord.views.filters import Filter, limit_of
from onrecord.views.view import EVIDENCE, View, view_of

_COLUMNS = ("kind", "speakers", *EVIDENCE, "passage_id")
_TERM = re.compile(r'"[^"]+"|\S+')


def search_view(store: Store, query: str, *, asked: Filter | None = None) -> View:
    """Return the passages that hold all words of `query`, the most telling first; "words in quotes" stand together."""
    rows = store.query(
        "SELECT passage.id AS passage_id, passage.kind, outlet, published_start AS published, report.id AS report,"
        " passage.span_start, passage.span_end, passage.words,"
        " (SELECT group_concat(DISTINCT name) FROM claim JOIN speaker ON speaker.record = claim.record AND"
        "  speaker.claim = claim.id AND role = 'speaker' WHERE claim.record = passage.record AND"
        "  claim.span_start < passage.span_end AND claim.span_end > passage.span_start) AS speakers"
        " FROM (SELECT rowid AS found, rank FROM passage_words WHERE passage_words MATCH ? ORDER BY rank LIMIT ?)"
        " JOIN passage ON passage.key = found JOIN record ON record.key = passage.record"
        " JOIN report ON report.key = record.report ORDER BY rank",
        (_match(query), limit_of(asked or Filter())),
    )
    return view_of("search", _COLUMNS, [dict(row) for row in rows])


def _match(query: str) -> str:
    """Return `query` in the syntax of the index, with nothing in it that the index would take for an operator."""
    terms = [term.strip('"').replace('"', " ") for term in _TERM.findall(query)]
    return " ".join(f'"{term}"' for term in terms if term.strip())
