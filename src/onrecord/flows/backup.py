"""Copies a ledger, whole and of one moment, to where it can be opened as it is; and brings old ledgers up to date."""

import os
import shutil
from pathlib import Path

from onrecord.errors import BrokenLedger, InvalidValue
from onrecord.store import audit
from onrecord.store.blobs import FolderBlobs
from onrecord.store.sqlite import SqliteStore


def backup(store: SqliteStore, folder: Path) -> Path:
    """Copy the ledger into the new folder `folder` and return the path of the copy.

    Others may go on writing meanwhile: the copy is of the moment its database was read, and every byte that
    database speaks of is copied after. The folder takes its name only when all of it is on disk.

    Raises:
        InvalidValue: The folder is there already.
        BrokenLedger: Bytes of a report are gone or were changed, or the disk is full.
    """
    if folder.exists():
        raise InvalidValue("backup folder", str(folder), "a folder that is not there yet")
    part = folder.with_name(f".{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    name = Path(store.name).name
    store.copy_to(part / name)
    with SqliteStore.open(part / name, any_schema=True) as copy:
        _copy_bytes(store, copy, FolderBlobs(part / f"{name}.blobs"))
    os.replace(part, folder)
    return folder / name


def _copy_bytes(store: SqliteStore, copy: SqliteStore, blobs: FolderBlobs) -> None:
    for row in copy.query("SELECT DISTINCT sha256, report_id FROM capture WHERE is_kept = 1 ORDER BY sha256"):
        data = store.blobs.get(row["sha256"])
        if data is None or blobs.put(data) != row["sha256"]:
            raise BrokenLedger(
                store.name, f"the bytes of {row['report_id']} are gone or changed; see `onrecord verify`"
            )


def migrate(path: Path) -> tuple[str, ...]:
    """Bring the ledger at `path` up to this version and return the names of the migrations that were applied.

    The database as it was is kept beside it, as `<path>.schema-<number>`.

    Raises:
        BrokenLedger: There is no ledger, or it is of a newer version.
    """
    with SqliteStore.open(path, any_schema=True) as store:
        before = store.query("PRAGMA user_version")[0][0]
        if not store.is_old():
            return ()
        store.copy_to(path.with_name(f"{path.name}.schema-{before}"))
        done = store.migrate()
        with store.transaction():
            audit.note(store, "ledger.migrated", path.name, {"from": before, "applied": list(done)})
    return done
