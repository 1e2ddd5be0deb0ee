"""Which inputs does the user mean: files, the files of folders, standard input."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import InputMissing, InputUnreadable
from onrecord.intake import MAX_BYTES

STDIN = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One input to read: a file by its path, or bytes that came by standard input."""

    name: str
    path: Path | None
    data: bytes | None = None

    def load(self) -> bytes:
        """Return the bytes of the input.

        Raises:
            InputMissing: The file is gone.
            InputUnreadable: It cannot be opened, or is too large to be a report.
        """
        if self.path is None:
            return self.data or b""
        try:
            if self.path.stat().st_size > MAX_BYTES:
                raise InputUnreadable(self.name, f"larger than {MAX_BYTES // 1_000_000} MB; give one report a file")
            return self.path.read_bytes()
        except FileNotFoundError as error:
            raise InputMissing(self.name) from error
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise InputUnreadable(self.name, f"cannot be opened ({reason}); check its permissions") from error


def sources(names: Iterable[str], *, stdin: Callable[[], bytes] | None = None) -> Iterator[Source]:
    """Give the inputs that `names` mean, in their order; a folder's files by name, hidden ones left out.

    A name that does not exist is given as well: it fails when it is loaded, and costs no other input.
    """
    for name in names:
        if name == STDIN:
            read = sys.stdin.buffer.read if stdin is None else stdin
            yield Source(name="standard input", path=None, data=read())
        elif Path(name).is_dir():
            yield from (Source(name=str(path), path=path) for path in _files(Path(name)))
        else:
            yield Source(name=name, path=Path(name))


def _files(folder: Path) -> Iterator[Path]:
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(here) / name for name in sorted(files) if not name.startswith("."))
