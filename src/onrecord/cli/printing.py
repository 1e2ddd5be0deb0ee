"""Prints a view: as a table for people, as JSON or CSV for programs."""

import json
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from onrecord.exports.cells import write_csv
from onrecord.model.record import Record
from onrecord.model.record_json import to_json
from onrecord.views.view import View

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


def print_views(views: Sequence[View], shape: str, *, record: Record | None = None) -> None:
    """Print several views: JSON as one object by their names, CSV the first alone, which is what was asked for."""
    if shape == "json":
        told: dict[str, Any] = {view.name: view.as_dicts() for view in views}
        if record is not None:
            told["record"] = to_json(record)
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    elif shape == "csv":
        print_view(views[0], shape)
    else:
        for view in views:
            if view.rows:
                click.echo(f"\n{view.name}")
                _print_table(view)


def _print_table(view: View) -> None:
    from onrecord.render.view_table import view_table

    if not view.rows:
        click.echo("nothing", err=True)
        return
    width = min(shutil.get_terminal_size((100, 24)).columns, 140)
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    click.echo(view_table(view, width=width, colour=colour), nl=False)
