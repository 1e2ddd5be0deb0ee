"""Raw bytes as they came, each under its SHA-256. A name appears only once all its bytes are on disk."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Protocol


class Blobs(Protocol):
    """Keeps bytes by hash, never changes and never drops them."""

    def put(self, data: bytes) -> str:
        """Keep `data` for good and return its SHA-256."""
        ...

    def get(self, digest: str) -> bytes | None:
        """Return the bytes kept under `digest`, `None` if there are none."""
        ...

    def digests(self) -> Iterator[str]:
        """Give every hash there are bytes for."""
        ...


class MemoryBlobs:
    """Bytes in memory, for tests and trials."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def put(self, data: bytes) -> str:
        """Keep `data` and return its SHA-256."""
        digest = sha256(data).hexdigest()
        self._kept[digest] = data
        return digest

    def get(self, digest: str) -> bytes | None:
        """Return the bytes kept under `digest`, `None` if there are none."""
        return self._kept.get(digest)

    def digests(self) -> Iterator[str]:
        """Give every hash there are bytes for."""
        yield from sorted(self._kept)


class FolderBlobs:
    """Bytes in a folder, `ab/abcdef...` under their hash.

    Written to a temporary file, flushed, renamed, and the folder flushed, in this order: a kill at any
    moment leaves either all of the bytes under their name or at most a stray temporary file.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, data: bytes) -> str:
        """Keep `data` and return its SHA-256.

        Raises:
            OSError: The disk is full or the folder cannot be written.
        """
        digest = sha256(data).hexdigest()
        path = self._path(digest)
        if self.get(digest) == data:
            return digest
        if not path.parent.is_dir():
            path.parent.mkdir(parents=True, exist_ok=True)
            _flush_folder(self.folder.parent)
            _flush_folder(self.folder)
        _write_whole(path, data)
        return digest

    def get(self, digest: str) -> bytes | None:
        """Return the bytes kept under `digest`, `None` if there are none."""
        with suppress(FileNotFoundError):
            return self._path(digest).read_bytes()
        return None

    def digests(self) -> Iterator[str]:
        """Give every hash there are bytes for, in order."""
        if self.folder.is_dir():
            for folder in sorted(self.folder.iterdir()):
                yield from sorted(path.name for path in folder.iterdir() if len(path.name) == 64)

    def _path(self, digest: str) -> Path:
        return self.folder / digest[:2] / digest


def _write_whole(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".part-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        with suppress(FileNotFoundError):
            os.unlink(name)
        raise
    _flush_folder(path.parent)


def _flush_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
