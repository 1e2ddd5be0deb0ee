"""Which entries, moves or lines a view is to show: by place, days, type, and how many."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.gazetteer.fold import fold
from onrecord.store.base import Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What a view is to show. `None` leaves a side open; a `limit` of 0 shows all."""

    place: str | None = None
    since: str | None = None
    until: str | None = None
    type: str | None = None
    limit: int = 50


def entries_where(asked: Filter) -> tuple[str, list[Cell]]:
    """Return the condition of an SQL query on `entry`, and its cells."""
    parts: list[tuple[str, Cell]] = []
    if asked.place is not None:
        parts.append(("place_key = ?", fold(asked.place)))
    if asked.type is not None:
        parts.append(("type = ?", asked.type))
    return _joined([*parts, *_days("happened_start", asked)])


def days_where(column: str, asked: Filter) -> tuple[str, list[Cell]]:
    """Return the condition that `column` lies between the days asked for, and its cells."""
    return _joined(_days(column, asked))


def limit_of(asked: Filter) -> int:
    """Return how many rows to ask the store for: -1 for all."""
    return asked.limit or -1


def _days(column: str, asked: Filter) -> Sequence[tuple[str, Cell]]:
    parts: list[tuple[str, Cell]] = []
    if asked.since is not None:
        parts.append((f"{column} >= ?", asked.since))
    if asked.until is not None:
        parts.append((f"{column} <= ?", asked.until))
    return parts


def _joined(parts: Sequence[tuple[str, Cell]]) -> tuple[str, list[Cell]]:
    return " AND ".join(sql for sql, _ in parts) or "TRUE", [cell for _, cell in parts]
