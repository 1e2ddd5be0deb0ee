"""Which records do the user's inputs bring: reports to read, and JSON files that hold records read before."""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from onrecord.errors import OnRecordError, ReportError
from onrecord.flows.add import Incoming
from onrecord.flows.read import Given, Skipped
from onrecord.flows.sources import Source
from onrecord.model.record_json import from_json

RECORD_FILES = (".jsonl", ".ndjson", ".json")
"""Endings of files that hold records: one a line, or one object or a list of them."""


def incoming(inputs: Iterable[Source], given: Given, *, jobs: int = 1) -> Iterator[Incoming | Skipped]:
    """Give the records of `inputs` in their order; each input that has none is given as skipped, with the reason.

    Raises:
        ModelMissing: There are reports to read, and the language model's files are not there.
    """
    for is_records, run in groupby(inputs, key=lambda source: source.name.lower().endswith(RECORD_FILES)):
        some = list(run)
        yield from _records(some) if is_records else _read(some, given, jobs=jobs)


def _read(inputs: list[Source], given: Given, *, jobs: int) -> Iterator[Incoming | Skipped]:
    from onrecord.flows.read_all import read_all

    for source, outcome in zip(inputs, read_all(inputs, given, jobs=min(jobs, len(inputs))), strict=True):
        if isinstance(outcome, Skipped):
            yield outcome
            continue
        try:
            yield Incoming(record=outcome, data=source.load())
        except ReportError as error:
            yield Skipped(name=source.name, reason=error.reason)


def _records(inputs: Iterable[Source]) -> Iterator[Incoming | Skipped]:
    for source in inputs:
        try:
            data = source.load()
        except ReportError as error:
            yield Skipped(name=source.name, reason=error.reason)
            continue
        for name, told in _objects(source.name, data):
            yield _record(name, told)


def _objects(name: str, data: bytes) -> Iterator[tuple[str, bytes | Any]]:
    """Give each record of a file, under the name to report it by; a line that is not parsed yet stays bytes."""
    if not name.lower().endswith(".json"):
        lines = enumerate(data.splitlines(), start=1)
        yield from ((f"{name}:{n}", line) for n, line in lines if line.strip())
        return
    try:
        told = json.loads(data)
    except ValueError:
        yield name, data
        return
    if isinstance(told, list):
        yield from ((f"{name}[{n}]", part) for n, part in enumerate(told))
        return
    yield name, told


def _record(name: str, told: bytes | Any) -> Incoming | Skipped:
    try:
        body = json.loads(told) if isinstance(told, bytes) else told
    except ValueError as error:
        return Skipped(name=name, reason=f"not JSON ({error})")
    try:
        return Incoming(record=from_json(body), data=None)
    except OnRecordError as error:
        return Skipped(name=name, reason=str(error))
