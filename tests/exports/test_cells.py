import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.exports.cells import safe, write_csv


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("=1+1", "'=1+1"),
        ("+49 30", "'+49 30"),
        ("-5 degrees", "'-5 degrees"),
        ("@here", "'@here"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        (" =x", "' =x"),
        ("a=1", "a=1"),
        ("", ""),
        (-5, -5),
        (-0.5, -0.5),
        (46.0, 46.0),
        (None, None),
    ],
)
def test_text_never_runs_and_numbers_stay_numbers(cell: str | float | None, told: str | float | None) -> None:
    assert safe(cell) == told


@given(st.lists(st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"])), min_size=2, max_size=2)))
def test_csv_gives_back_every_text(rows: list[list[str]]) -> None:
    file = io.StringIO(newline="")
    assert write_csv(file, ("a", "b"), rows) == len(rows)
    file.seek(0)
    found = list(csv.reader(file))[1:]
    assert found == [[safe(cell) for cell in row] for row in rows]
    for cell in (cell for row in found for cell in row):
        assert not cell.lstrip(" \n").startswith(("=", "+", "-", "@", "\t", "\r"))


def test_csv_writes_whole_numbers_without_a_fraction() -> None:
    file = io.StringIO()
    write_csv(file, ("low", "high"), [(46.0, None), (0.5, -3)])
    assert file.getvalue() == "low,high\r\n46,\r\n0.5,-3\r\n"
