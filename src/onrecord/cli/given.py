"""What the user says of the reports to read, and by how many processes: options of every command that reads."""

from collections.abc import Callable
from datetime import date, datetime
from os import cpu_count
from typing import Any, TypeVar

import click

from onrecord.errors import InvalidValue

F = TypeVar("F", bound=Callable[..., Any])
_FEW = 4  # inputs: starting processes for fewer costs more than it saves

jobs_option = click.option(
    "--jobs", type=click.IntRange(1, 64), metavar="N", help="Processes to read with; one a core if many inputs."
)
"""The option `--jobs N`; `n_jobs` says what it comes to."""


def given_options(command: F) -> F:
    """Give a command the options `--published DATE` and `--outlet NAME`."""
    outlet = click.option("--outlet", metavar="NAME", help="Who published it; outranks the report's own word.")
    published = click.option(
        "--published", metavar="DATE", callback=_day, help="Day of publication, YYYY-MM-DD; outranks the report's."
    )
    return published(outlet(command))


def n_jobs(asked: int | None, n_inputs: int) -> int:
    """Return by how many processes `n_inputs` inputs are read: as asked for, else one a core where there are many."""
    if asked is not None:
        return min(asked, max(1, n_inputs))
    return 1 if n_inputs < _FEW else min(cpu_count() or 1, n_inputs)


def _day(_: click.Context, __: click.Parameter, value: str | None) -> date | None:
    if value is None:
        return None
    for pattern in ("%Y-%m-%d", "%Y-%m-%dT%H:%M:%S"):
        try:
            return datetime.strptime(value, pattern).date()
        except ValueError:
            continue
    raise InvalidValue("--published", value, "a day as YYYY-MM-DD, such as 2023-12-20")
