"""Prints a view: as a table for people, as JSON or CSV for programs."""

import json
import re
import shutil
import sys
import textwrap
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

import click

from onrecord.exports.cells import write_csv
from onrecord.views.view import EVIDENCE, View, ViewCell

F = TypeVar("F", bound=Callable[..., Any])

FORMATS = ("table", "json", "csv")


def format_option(command: F) -> F:
    """Give a command the option `--format table|json|csv`."""
    option = click.option(
        "--format", "shape", type=click.Choice(FORMATS), default="table", show_default=True, help="What to print."
    )
    return option(command)


def print_view(view: View, shape: str) -> None:
    """Print one view."""
    if shape == "json":
        click.echo(json.dumps(view.as_dicts(), ensure_ascii=False, indent=2))
    elif shape == "csv":
        write_csv(sys.stdout, view.columns, view.rows)
    else:
        _print_table(view)


def print_views(views: Sequence[View], shape: str) -> None:
    """Print several views: JSON as one object by their names, CSV the first alone, which is what was asked for."""
    if shape == "json":
        told = {view.name: view.as_dicts() for view in views}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    elif shape == "csv":
        print_view(views[0], shape)
    else:
        for view in views:
            if view.rows:
                click.echo(f"\n{view.name}")
                _print_table(view)


def _print_table(view: View) -> None:
    """Print each row as a block: what it says, by column, and below it the report's own words and where they stand."""
    if not view.rows:
        click.echo("nothing", err=True)
    for number, row in enumerate(view.as_dicts(), start=1):
        told = " · ".join(
            f"{name}: {_text(cell)}" for name, cell in row.items() if name not in _BELOW and cell not in _NONE
        )
        click.echo(_wrapped(told, first=f"{number:>3}  "))
        for name in ("quote", "passage", "other_words"):
            if row.get(name) not in _NONE and row.get(name) != row.get("words"):
                click.echo(_wrapped(f"{name}: “{_text(row[name])}”", first=_INDENT))
        if row.get("words") not in _NONE:
            click.echo(_wrapped(_evidence(row), first=_INDENT))


_INDENT = "     "
_NONE = (None, "")
_BELOW = (*EVIDENCE, "quote", "passage", "other_words")
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f]+")


def _evidence(row: Mapping[str, ViewCell]) -> str:
    """Return the report's own words, whose they are, and where they stand."""
    where = [_text(row[name]) for name in ("outlet", "published", "report") if row.get(name) not in _NONE]
    if row.get("span_start") is not None:
        where.append(f"{row['span_start']}-{row['span_end']}")
    return f"“{_text(row['words'])}” — {', '.join(where)}"


def _wrapped(text: str, *, first: str) -> str:
    width = min(shutil.get_terminal_size((100, 24)).columns, 140)
    return textwrap.fill(text, width, initial_indent=first, subsequent_indent=_INDENT, break_on_hyphens=False)


def _text(cell: ViewCell) -> str:
    """Return a cell as one line of harmless text; whole numbers without a fraction."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return _CONTROLS.sub(" ", str(cell))
