"""How a ledger of invented records grows: records added a second, time to reconcile, time of every view.

    python -m benchmarks.ledger --records 100000 --ledger /tmp/bench.db

Prints one line for each step of the growth and goes on with a ledger that is there. Wall and processor time are
both given: on a busy machine the second is the truer one.
"""

import argparse
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from itertools import islice
from pathlib import Path

from benchmarks.invented import records
from onrecord.flows.add import Incoming, add_all
from onrecord.flows.reconcile import reconcile
from onrecord.store.sqlite import SqliteStore

TOGETHER = 100  # records a transaction, as `onrecord add` does for a file of records


@dataclass(slots=True)
class Clock:
    """Wall and processor seconds."""

    wall: float = 0.0
    cpu: float = 0.0


@dataclass(slots=True)
class Step:
    """What was measured when the ledger had grown to `n_records`."""

    n_records: int
    add: Clock = field(default_factory=Clock)
    reconcile: Clock = field(default_factory=Clock)
    n_added: int = 0
    megabytes: float = 0.0
    views: dict[str, float] = field(default_factory=dict)


@contextmanager
def timed(clock: Clock) -> Iterator[None]:
    """Add the time spent inside to `clock`."""
    wall, cpu = time.perf_counter(), time.process_time()
    yield
    clock.wall += time.perf_counter() - wall
    clock.cpu += time.process_time() - cpu


def grow(store: SqliteStore, path: Path, upto: int) -> Step:
    """Let the ledger grow to `upto` records, by a thousand at a time, and measure it."""
    step = Step(n_records=upto)
    there = store.query("SELECT count(*) FROM record")[0][0]
    more = islice(records(upto), there, None)
    while some := list(islice(more, 1000)):
        with timed(step.add):
            n = sum(
                1 for _ in add_all(store, (Incoming(record=record, data=None) for record in some), at_once=TOGETHER)
            )
        step.n_added += n
        with timed(step.reconcile):
            sum(reconcile(store))
    step.megabytes = sum(file.stat().st_size for file in path.parent.glob(path.name + "*") if file.is_file()) / 1e6
    return step


def told(step: Step) -> str:
    """Return one line about a step."""
    n = max(1, step.n_added)
    slowest = max(step.views.items(), key=lambda item: item[1], default=("none", 0.0))
    rates = [n / max(seconds, 1e-9) for seconds in (step.add.wall, step.add.cpu)]
    return (
        f"{step.n_records:>7} records  add {rates[0]:6.0f}/s wall, {rates[1]:6.0f}/s cpu"
        f"  reconcile 1,000 in {1000 * step.reconcile.wall / n:5.1f} s wall, {1000 * step.reconcile.cpu / n:5.1f} s cpu"
        f"  {step.megabytes:7.0f} MB  slowest view {slowest[0]} {slowest[1] * 1000:.0f} ms"
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--steps", type=int, default=10)
    parser.add_argument("--ledger", type=Path, default=Path("/tmp/onrecord-bench.db"))
    parser.add_argument("--json", type=Path, help="write what was measured here, a line a step")
    options = parser.parse_args()
    with SqliteStore.open(options.ledger, create=True) as store:
        for number in range(1, options.steps + 1):
            step = grow(store, options.ledger, options.records * number // options.steps)
            print(told(step), flush=True)
            if options.json:
                with options.json.open("a") as file:
                    file.write(json.dumps(asdict(step)) + "\n")


if __name__ == "__main__":
    main()
