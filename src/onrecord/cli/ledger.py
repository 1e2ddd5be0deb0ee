"""What the commands on a ledger share: the option that names it, and opening it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from onrecord.store.sqlite import SqliteStore

F = TypeVar("F", bound=Callable[..., Any])

DEFAULT = "onrecord.db"


def ledger_option(command: F) -> F:
    """Give a command the option `--ledger PATH`."""
    option = click.option(
        "--ledger",
        type=click.Path(path_type=Path, dir_okay=False),
        default=DEFAULT,
        show_default=True,
        metavar="PATH",
        help="The ledger: an SQLite file; the raw bytes lie in PATH.blobs.",
    )
    return option(command)


def open_ledger(path: Path) -> SqliteStore:
    """Open the ledger at `path`, which must be there.

    Raises:
        BrokenLedger: There is none, or it cannot be opened.
    """
    return SqliteStore.open(path)
