"""What a view gives: named columns and rows of plain cells, each row with the words it stands on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

ViewCell = str | int | float | None

EVIDENCE = ("outlet", "published", "report", "span_start", "span_end", "words")
"""The columns by which a row leads to its words: whose report, and the report's own words at a span of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A question to the ledger, answered in rows. Unknown is `None`; a number is a number."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[ViewCell, ...], ...]

    def as_dicts(self) -> list[dict[str, ViewCell]]:
        """Return the rows as dicts by column."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


def view_of(name: str, columns: Iterable[str], rows: Iterable[Mapping[str, Any]]) -> View:
    """Return a view of `rows` given as mappings; what a row does not have is unknown."""
    named = tuple(columns)
    return View(name=name, columns=named, rows=tuple(tuple(row.get(column) for column in named) for row in rows))
