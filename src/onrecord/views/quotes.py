"""Where the words of any item stand: its report, outlet and day, its span, and the words themselves."""

from collections.abc import Iterable, Mapping
from typing import Any

from onrecord.model.span import Span
from onrecord.reconcile.sentences import sentence_around
from onrecord.store.base import Row, Store
from onrecord.store.facts import portions
from onrecord.views.view import EVIDENCE

TABLES = ("figure", "claim", "event")


def quotes_of(store: Store, table: str, ids: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Return the evidence columns of items of one table (figure, claim, event) by id, with the sentence around."""
    assert table in TABLES
    found: dict[str, dict[str, Any]] = {}
    for some in portions(sorted(set(ids))):
        marks = ", ".join("?" * len(some))
        rows = store.query(
            "SELECT item.id, outlet, published_start AS published, report.id AS report, item.span_start, item.span_end,"
            " item.words, passage.words AS around, passage.span_start AS at"
            f" FROM {table} AS item JOIN record ON record.key = item.record JOIN report ON report.key = record.report"
            " LEFT JOIN passage ON passage.record = item.record AND passage.span_start <= item.span_start"
            f" AND passage.span_end >= item.span_end WHERE item.id IN ({marks})",
            some,
        )
        found.update((row["id"], {name: row[name] for name in EVIDENCE} | {"quote": _sentence(row)}) for row in rows)
    return found


def _sentence(row: Row) -> str | None:
    """Return the sentence of its passage that an item stands in."""
    if row["around"] is None:
        return None
    span = Span(row["span_start"] - row["at"], row["span_end"] - row["at"])
    words: str = sentence_around(row["around"], span).of(row["around"])
    return words


def speakers_of(store: Store, claims: Iterable[str]) -> Mapping[str, str]:
    """Return the names of who is made to say each of `claims`, its own or those of the claim around it."""
    found: dict[str, str] = {}
    left = {claim: claim for claim in claims}
    while left:
        parents: dict[str, str] = {}
        for some in portions(sorted(set(left.values()))):
            marks = ", ".join("?" * len(some))
            rows = store.query(
                "SELECT claim.id, parent, group_concat(name, ', ') AS names FROM claim LEFT JOIN speaker ON"
                " speaker.record = claim.record AND speaker.claim = claim.id AND role = 'speaker'"
                f" WHERE claim.id IN ({marks}) GROUP BY claim.record, claim.id",
                some,
            )
            by_id = {row["id"]: row for row in rows}
            for asked, claim in left.items():
                row = by_id.get(claim)
                if row is not None and row["names"]:
                    found[asked] = row["names"]
                elif row is not None and row["parent"]:
                    parents[asked] = row["parent"]
        left = parents
    return found
