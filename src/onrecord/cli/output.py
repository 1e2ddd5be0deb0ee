"""Writes records as the user asked: to the terminal, to one file, or a page each into a folder.

A file takes its name only when all of it is written.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from onrecord.errors import InvalidValue
from onrecord.model.record import Record
from onrecord.model.record_json import dumps

Write = Callable[[Record], None]
_WIDTH, _WIDEST = 100, 140  # columns: of a file or pipe; beyond which lines are hard to follow


@contextmanager
def writing(shape: str, out: Path | None, *, n_inputs: int) -> Iterator[Write]:
    """Give a function that writes one record after the other in `shape` (table, json, jsonl, html).

    `json` is one object for one input and a list of them for many; `html` for many inputs needs
    `out`, a folder, and makes a page named after each report's id.

    Raises:
        InvalidValue: `html` for many inputs without a folder, or `out` cannot be written.
    """
    if shape == "html" and (n_inputs > 1 or (out is not None and out.is_dir())):
        yield _pages_into(out)
        return
    with _file(out) as file:
        if shape == "json" and n_inputs > 1:
            yield from _list_into(file)
        else:
            yield _printer(shape, file, is_to_terminal=out is None)


def _printer(shape: str, file: IO[str], *, is_to_terminal: bool) -> Write:
    if shape == "json":
        return lambda record: print(dumps(record, indent=2), file=file)
    if shape == "jsonl":
        return lambda record: print(dumps(record), file=file)
    if shape == "html":
        return lambda record: print(_page(record), end="", file=file)
    return _table_printer(file, is_to_terminal=is_to_terminal)


def _table_printer(file: IO[str], *, is_to_terminal: bool) -> Write:
    from onrecord.render.table import record_table

    colour = is_to_terminal and file.isatty() and "NO_COLOR" not in os.environ
    width = min(shutil.get_terminal_size((_WIDTH, 24)).columns, _WIDEST) if is_to_terminal and file.isatty() else _WIDTH
    n_written = 0

    def write(record: Record) -> None:
        nonlocal n_written
        print("\n" * bool(n_written) + record_table(record, width=width, colour=colour), end="", file=file)
        n_written += 1

    return write


def _page(record: Record) -> str:
    from onrecord.render.page import record_page

    return record_page(record)


def _pages_into(folder: Path | None) -> Write:
    """Return a function that writes each record as a page of its own into `folder`, which is made if need be."""
    if folder is None:
        raise InvalidValue("--out", None, "a folder for the pages of many reports")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InvalidValue("--out", str(folder), f"a folder that can be written ({error.strerror})") from error

    def write(record: Record) -> None:
        with _file(folder / f"{record.report.id}.html") as file:
            file.write(_page(record))

    return write


def _list_into(file: IO[str]) -> Iterator[Write]:
    between = "["

    def write(record: Record) -> None:
        nonlocal between
        print(between + "\n" + dumps(record, indent=2), end="", file=file)
        between = ","

    yield write
    print("\n]" if between == "," else "[]", file=file)


@contextmanager
def _file(path: Path | None) -> Iterator[IO[str]]:
    """Give standard output, or a file that takes its name only when all of it is written."""
    if path is None:
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8", errors="replace")
        yield sys.stdout
        return
    try:
        handle, temporary = tempfile.mkstemp(dir=path.absolute().parent, prefix=f".{path.name}.", suffix=".part")
    except OSError as error:
        raise InvalidValue("--out", str(path), f"a file that can be written ({error.strerror})") from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, 0o666 & ~_umask())
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
