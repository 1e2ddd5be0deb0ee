"""Writes tables as CSV or JSON Lines files."""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import IO, Any

from onrecord.exports.cells import Cell, write_csv

Rows = Iterable[Mapping[str, Any]]


def write_rows_csv(file: IO[str], rows: Rows) -> int:
    """Write `rows` as CSV under the columns of the first, and return how many there were."""
    queue = iter(rows)
    first = next(queue, None)
    if first is None:
        return 0
    columns = tuple(first)
    return write_csv(file, columns, _cells(columns, chain([first], queue)))


def _cells(columns: tuple[str, ...], rows: Rows) -> Iterator[list[Cell]]:
    for row in rows:
        yield [_cell(row.get(name)) for name in columns]


def _cell(value: Any) -> Cell:
    """Return what fits a cell: a plain value as it is, anything with parts as JSON."""
    if value is None or isinstance(value, str | int | float):
        return value
    return json.dumps(value, ensure_ascii=False)


def write_rows_jsonl(file: IO[str], rows: Rows) -> int:
    """Write `rows` as one JSON object a line, and return how many there were."""
    n = 0
    for row in rows:
        file.write(json.dumps(dict(row), ensure_ascii=False) + "\n")
        n += 1
    return n
