"""Runs an add in a process of its own and really kills it, for tests of durability."""

import os
import signal
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from onrecord.flows.add import Added, Incoming, add_all
from onrecord.flows.reconcile import reconcile
from onrecord.flows.verify import Count, verify
from onrecord.model.record import Record
from onrecord.store.sqlite import SqliteStore


@dataclass(frozen=True)
class Run:
    """What a process told before it ended: the reports it confirmed, and whether it came to its end."""

    confirmed: tuple[str, ...]
    ended: bool


def add_here(path: Path, records: Iterable[Record], tell: Callable[[str], None], *, at_once: int = 3) -> None:
    """Add and reconcile as `onrecord add` does, telling each report once it is confirmed."""
    with SqliteStore.open(path, create=True) as store:
        given = (Incoming(record=record, data=record.report.text.encode()) for record in records)
        for outcome in add_all(store, given, at_once=at_once):
            assert isinstance(outcome, Added), outcome
            tell(outcome.report)
        for _ in reconcile(store, at_once=at_once):
            pass


def start(act: Callable[[Callable[[str], None]], None]) -> tuple[int, int]:
    """Run `act` in a new process; return its id and the end of the pipe that it tells into."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            os.close(reading)
            act(lambda name: os.write(writing, f"{name}\n".encode()) and None)
            status = 0
        finally:
            os._exit(status)
    os.close(writing)
    return child, reading


def finish(child: int, reading: int) -> Run:
    """Wait for a process and return what it told."""
    with os.fdopen(reading) as pipe:
        told = pipe.read()
    _, status = os.waitpid(child, 0)
    lines = told.split("\n")[:-1]  # a line without its end was being told when the process was killed
    return Run(confirmed=tuple(lines), ended=os.waitstatus_to_exitcode(status) == 0)


def killed_after(seconds: float, act: Callable[[Callable[[str], None]], None]) -> Run:
    """Run `act` in a new process, kill it after `seconds`, and return what it had told."""
    child, reading = start(act)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    return finish(child, reading)


def check(path: Path, confirmed: set[str]) -> int:
    """Check that all that was confirmed is there and nothing is half there; return how many reports there are."""
    if not path.exists():
        assert not confirmed
        return 0
    with SqliteStore.open(path) as store:
        failures = list(verify(store, Count()))
        assert failures == []
        there = {row["id"] for row in store.query("SELECT id FROM report")}
        assert confirmed <= there
        orphans = store.query("SELECT count(*) FROM report WHERE key NOT IN (SELECT report FROM record)")[0][0]
        assert orphans == 0
        return len(there)
