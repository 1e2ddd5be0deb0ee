"""Takes tables out of a ledger into a new folder, with a manifest: what was asked, by which version, every hash."""

import json
import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import IO, Any

from onrecord import __version__
from onrecord.errors import InvalidValue, UnknownName
from onrecord.exports.table_files import Rows, write_rows_csv, write_rows_jsonl
from onrecord.exports.tables import TABLES, Table, records_of, rows_of
from onrecord.model.record import SCHEMA
from onrecord.model.record_json import to_json
from onrecord.store import audit
from onrecord.store.base import Store
from onrecord.store.migrate import newest
from onrecord.views.filters import Filter

WRITERS: Mapping[str, Callable[[IO[str], Rows], int]] = {"csv": write_rows_csv, "jsonl": write_rows_jsonl}
"""The formats tables are exported in, by name. A JSON Lines export holds the records as well."""

RECORDS = "records"


def export(store: Store, shape: str, folder: Path, *, tables: Sequence[str] = (), asked: Filter | None = None) -> Path:
    """Write tables of the ledger into the new folder `folder` and return the path of its manifest.

    Args:
        store: The ledger; all tables are of one and the same moment.
        shape: A name of `WRITERS`.
        folder: A folder that is not there yet. It takes its name only when all of it is written.
        tables: Names of tables; all of them when none is given.
        asked: Only what was published between these days.

    Raises:
        UnknownName: There is no such format or table.
        InvalidValue: The folder is there already.
    """
    chosen = _chosen(shape, tables)
    if folder.exists():
        raise InvalidValue("--out", str(folder), "a folder that is not there yet")
    part = folder.with_name(f".{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    with store.snapshot():
        written = {
            name: _write(part / f"{name}.{shape}", shape, _rows(store, name, asked or Filter())) for name in chosen
        }
        manifest = _manifest(store, shape, asked or Filter(), written)
    _save(part / "manifest.json", lambda file: file.write(json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"))
    os.replace(part, folder)
    return folder / "manifest.json"


def _chosen(shape: str, tables: Sequence[str]) -> Sequence[str]:
    if shape not in WRITERS:
        raise UnknownName("export", shape, WRITERS)
    known = [*(table.name for table in TABLES), *([RECORDS] if shape == "jsonl" else [])]
    for name in tables:
        if name not in known:
            raise UnknownName("table", name, known)
    return tables or known


def _rows(store: Store, name: str, asked: Filter) -> Rows:
    if name == RECORDS:
        return (to_json(record) for record in records_of(store, asked))
    table: Table = next(table for table in TABLES if table.name == name)
    return rows_of(store, table, asked)


def _write(path: Path, shape: str, rows: Rows) -> dict[str, Any]:
    n_rows = _save(path, lambda file: WRITERS[shape](file, rows))
    return {"file": path.name, "rows": n_rows, "sha256": sha256(path.read_bytes()).hexdigest()}


def _save(path: Path, write: Callable[[IO[str]], int]) -> int:
    with path.open("w", encoding="utf-8", newline="") as file:
        n = write(file)
        file.flush()
        os.fsync(file.fileno())
    return n


def _manifest(store: Store, shape: str, asked: Filter, written: Mapping[str, Any]) -> dict[str, Any]:
    _, head = audit.head(store)
    readers = store.query("SELECT DISTINCT onrecord, reader FROM record WHERE retired_at IS NULL ORDER BY 1, 2")
    return {
        "made_by": f"onrecord {__version__}", "made_at": store.now(), "format": shape, "ledger": store.name,
        "ledger_schema": newest(), "record_schema": SCHEMA, "audit_head": head,
        "read_by": [f"onrecord {row['onrecord']}, {row['reader']}" for row in readers],
        "filters": {name: value for name, value in asdict(asked).items() if value is not None and name != "limit"},
        "tables": written,
    }  # fmt: skip
