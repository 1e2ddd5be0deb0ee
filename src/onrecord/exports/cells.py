"""Cells of a table that a spreadsheet opens: text stays text, a number stays a number.

A cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return runs as a formula in common spreadsheets,
whoever wrote it. Such text gets an apostrophe in front, which spreadsheets take for "this is text".
"""

import csv
from collections.abc import Iterable, Sequence
from typing import IO

Cell = str | int | float | None

_STARTS = ("=", "+", "-", "@", "\t", "\r")


def safe(cell: Cell) -> Cell:
    """Return `cell` so that no spreadsheet runs it. Numbers are given as they are."""
    if isinstance(cell, str) and cell.lstrip(" \n").startswith(_STARTS):
        return "'" + cell
    return cell


def write_csv(file: IO[str], columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> int:
    """Write a table as CSV (RFC 4180, unknown is empty) and return the number of its rows."""
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(columns)
    n = 0
    for row in rows:
        writer.writerow([safe(_whole(cell)) for cell in row])
        n += 1
    return n


def _whole(cell: Cell) -> Cell:
    """Return a number without a fraction as a whole number: 46, not 46.0."""
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell
