"""Reads a reference series (CSV of date, value, source) to lay beside a running total."""

import csv
from datetime import date
from pathlib import Path

from onrecord.errors import InputMissing, InvalidValue
from onrecord.reconcile.series import Reference


def read_reference(path: Path) -> tuple[Reference, ...]:
    """Return the rows of the CSV file at `path`, whose columns are `date`, `value` and `source`.

    Raises:
        InputMissing: There is no such file.
        InvalidValue: A column is missing or a cell cannot be understood; the message names the line.
    """
    try:
        file = path.open(encoding="utf-8-sig", newline="")
    except FileNotFoundError as error:
        raise InputMissing(str(path)) from error
    with file:
        rows = csv.DictReader(file)
        if not {"date", "value"} <= set(rows.fieldnames or ()):
            raise InvalidValue("reference", str(path), "a CSV with the columns date, value and source")
        return tuple(_row(path, rows.line_num, row) for row in rows)


def _row(path: Path, line: int, row: dict[str, str]) -> Reference:
    try:
        on, number = date.fromisoformat(row["date"].strip()), float(row["value"].replace(",", ""))
    except ValueError as error:
        raise InvalidValue("reference", f"{path}:{line}", "a day as YYYY-MM-DD and a number") from error
    value = int(number) if number.is_integer() else number
    return Reference(on=on.isoformat(), value=value, source=row.get("source") or path.name)
