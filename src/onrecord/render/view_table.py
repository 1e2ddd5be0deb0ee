"""A view of the ledger as a table for a terminal: what each row says, and under it the words that put it there."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from onrecord.render.terminal import as_lines, harmless
from onrecord.render.view_layouts import LAYOUTS, Layout
from onrecord.views.view import EVIDENCE, View

_QUOTES = ("quote", "passage", "other_words")
_NONE = (None, "")


def view_table(view: View, *, width: int = 100, colour: bool = False) -> str:
    """Return `view` as lines of text no wider than `width`.

    Args:
        view: The view to show.
        width: How many columns the terminal has.
        colour: Whether to write colours; leave it off for anything but a terminal.
    """
    layout = LAYOUTS.get(view.name)
    rows = view.as_dicts()
    parts = _plain(rows) if layout is None or "n_statements" in view.columns else _laid_out(rows, layout)
    return as_lines(parts, width=width, colour=colour)


def _laid_out(rows: Sequence[Mapping[str, Any]], layout: Layout) -> Iterator[RenderableType]:
    for over, some in groupby(rows, key=layout.over):
        yield Text()
        yield Rule(Text(over or "without a day", style="bold"), align="left", style="dim", characters="─")
        yield _line(layout, [Text(heading, style="dim") for heading, _, _ in layout.columns])
        for row in some:
            yield _line(layout, [harmless(Text(say(row))) for _, _, say in layout.columns])
            if (evidence := _evidence(row)) is not None:
                yield Padding(evidence, (0, 0, 0, 4))


def _line(layout: Layout, cells: Sequence[Text]) -> Table:
    """Return one row in the columns of `layout`, a grid by itself: the words below it take the whole width."""
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    for _, share, _ in layout.columns:
        grid.add_column(ratio=share, overflow="fold")
    grid.add_row(*cells)
    return grid


def _plain(rows: Sequence[Mapping[str, Any]]) -> Iterator[RenderableType]:
    """Give each row as a block: what it says, by column, and below it the report's own words and where they stand."""
    for number, row in enumerate(rows, start=1):
        told = [(name, cell) for name, cell in row.items() if name not in (*EVIDENCE, *_QUOTES) and cell not in _NONE]
        said = " · ".join(f"{name.replace('_', ' ')}: {_cell(cell)}" for name, cell in told)
        yield harmless(Text(f"{number}. {said}"))
        if (evidence := _evidence(row)) is not None:
            yield Padding(evidence, (0, 0, 0, 4))


def _evidence(row: Mapping[str, Any]) -> Text | None:
    """Return the report's own words, whose they are, and where they stand."""
    quoted = [str(row[name]) for name in ("words", *_QUOTES) if row.get(name) not in _NONE]
    if not quoted:
        return None
    where = [str(row[name]) for name in ("outlet", "published", "report") if row.get(name) not in _NONE]
    if row.get("span_start") is not None:
        where.append(f"{row['span_start']}-{row['span_end']}")
    longest = max(dict.fromkeys(quoted), key=len)
    mark = "" if quoted[0] == longest else f"“{quoted[0]}” in "
    text = Text(f"{mark}“{longest}”")
    text.append(f" — {', '.join(where)}" if where else "", style="dim")
    return harmless(text)


def _cell(cell: Any) -> str:
    """Return a cell as it is read: whole numbers without a fraction."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
