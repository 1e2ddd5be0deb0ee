"""Killed at any moment, two at once, or on a full disk: nothing confirmed is lost, nothing is half there."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from benchmarks.invented import records

from onrecord.errors import BrokenLedger
from onrecord.flows.add import Incoming, add_all
from onrecord.flows.reconcile import n_pending, reconcile
from onrecord.model.record_json import dumps
from onrecord.store.sqlite import SqliteStore
from store.killing import Run, add_here, check, finish, killed_after, start

MANY = tuple(records(10))


def seconds_of_a_run(folder: Path) -> float:
    began = time.monotonic()
    assert finish(*start(lambda tell: add_here(folder / "whole.db", MANY, tell))).ended
    return time.monotonic() - began


def kill_many_times(folder: Path, n_kills: int, *, seed: int) -> tuple[int, int]:
    """Kill runs at random moments, checking the ledger after each; return how many were cut short and ended."""
    rng, whole = random.Random(seed), seconds_of_a_run(folder)
    path, confirmed, cut, ended = folder / "ledger0.db", set[str](), 0, 0
    for number in range(n_kills):
        run: Run = killed_after(rng.uniform(0, whole), lambda tell: add_here(path, MANY, tell))  # noqa: B023  # ends here
        confirmed |= set(run.confirmed)
        n_there = check(path, confirmed)
        cut += not run.ended
        if run.ended or n_there == len(MANY):
            ended += run.ended
            assert finish(*start(lambda tell: add_here(path, MANY, tell))).ended  # noqa: B023
            assert_whole(path)
            path, confirmed = folder / f"ledger{number + 1}.db", set()
    return cut, ended


def assert_whole(path: Path) -> None:
    assert check(path, {record.report.id for record in MANY}) == len(MANY)
    with SqliteStore.open(path) as store:
        assert n_pending(store) == 0
        assert store.query("SELECT count(*) FROM account WHERE entry NOT IN (SELECT id FROM entry)")[0][0] == 0


def test_nothing_is_lost_when_killed(tmp_path: Path) -> None:
    cut, _ = kill_many_times(tmp_path, 30, seed=1)
    assert cut > 10, "the kills came too late to cut anything short"


@pytest.mark.slow
def test_nothing_is_lost_when_killed_hundreds_of_times(tmp_path: Path) -> None:
    cut, _ = kill_many_times(tmp_path, 400, seed=2)
    assert cut > 100


@pytest.mark.slow
def test_nothing_is_lost_when_the_command_is_killed(tmp_path: Path) -> None:
    """The command itself, as a person would run it: each line it printed tells of something that is kept."""
    shard, path, rng = tmp_path / "shard.jsonl", tmp_path / "ledger.db", random.Random(3)
    shard.write_text("".join(dumps(record) + "\n" for record in records(300)), encoding="utf-8")
    for _ in range(20):
        command = [sys.executable, "-m", "onrecord", "add", str(shard), "--ledger", str(path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
            time.sleep(rng.uniform(0.2, 4))
            process.send_signal(signal.SIGKILL)
            told = process.communicate()[0].decode()
        check(path, {line.split("\t")[0] for line in told.split("\n")[:-1]})
    subprocess.run(command, check=True, capture_output=True)
    assert check(path, {record.report.id for record in records(300)}) == 300


@pytest.mark.parametrize("seed", [1, 2])
def test_two_writers_lose_nothing(seed: int, tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    orders = [random.Random(seed * 10 + n).sample(MANY, len(MANY)) for n in range(2)]
    children = [start(lambda tell, order=order: add_here(path, order, tell)) for order in orders]  # type: ignore[misc]
    runs = [finish(*child) for child in children]
    assert all(run.ended for run in runs)
    assert {name for run in runs for name in run.confirmed} == {record.report.id for record in MANY}
    assert_whole(path)


def test_a_full_disk_is_said_and_the_next_run_goes_on(tmp_path: Path) -> None:
    path, told = tmp_path / "ledger.db", []
    with SqliteStore.open(path, create=True) as store:
        n_pages = store.query("PRAGMA page_count")[0][0]
        store.query(f"PRAGMA max_page_count = {n_pages + 12}")
        given = (Incoming(record=record, data=None) for record in MANY)
        with pytest.raises(BrokenLedger, match="the disk is full; what was confirmed is kept"):
            told.extend(outcome.report for outcome in add_all(store, given, at_once=2))  # type: ignore[union-attr]
        assert store.query("SELECT count(*) FROM report")[0][0] >= 2
    check(path, set(told))
    add_here(path, MANY, lambda _: None)
    assert_whole(path)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of four megabytes, where this process may mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = shutil.which("mount") and os.geteuid() == 0
    if (
        not mounted
        or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)], check=False).returncode
    ):
        pytest.skip("no small file system can be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_really_full_disk_is_said_and_the_next_run_goes_on(small_disk: Path) -> None:
    path, ballast, confirmed = small_disk / "ledger.db", small_disk / "ballast", set()
    add_here(path, MANY[:2], confirmed.add)
    free = shutil.disk_usage(small_disk).free
    ballast.write_bytes(bytes(free - 200_000))
    with pytest.raises(BrokenLedger, match="the disk is full"):
        add_here(path, MANY, confirmed.add)
    ballast.unlink()
    check(path, confirmed)
    add_here(path, MANY[:6], confirmed.add)
    assert check(path, confirmed) >= 6


def test_a_kill_between_bytes_and_row_leaves_only_bytes_that_nobody_misses(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with SqliteStore.open(path, create=True) as store:
        store.blobs.put(b"bytes of a report whose row was never written")
        (tmp_path / "ledger.db.blobs" / "ab").mkdir(exist_ok=True)
        (tmp_path / "ledger.db.blobs" / "ab" / ".part-killed").write_bytes(b"half")
        list(add_all(store, [Incoming(record=MANY[0], data=MANY[0].report.text.encode())]))
        list(reconcile(store))
        assert len(list(store.blobs.digests())) == 2
    check(path, {MANY[0].report.id})
