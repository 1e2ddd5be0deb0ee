"""How a ledger of invented records grows: records added a second, time to reconcile, time of every view.

    python -m benchmarks.ledger --records 100000 --ledger /tmp/bench.db
    python -m benchmarks.ledger --records 10000 --days 100    # as dense as 100,000 over 1,000 days

Prints one line for each step of the growth and goes on with a ledger that is there. Wall and processor time are
both given: on a busy machine the second is the truer one.
"""

import argparse
import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from itertools import islice
from pathlib import Path

from benchmarks.invented import records
from onrecord.flows.add import Incoming, add_all
from onrecord.flows.reconcile import reconcile
from onrecord.store.sqlite import SqliteStore
from onrecord.views.disputes import disputes_view
from onrecord.views.filters import Filter
from onrecord.views.negotiation import negotiation_view
from onrecord.views.search import search_view
from onrecord.views.show import show
from onrecord.views.speakers import speakers_view
from onrecord.views.tallies import printed_view, series_view, tallies_view
from onrecord.views.timeline import timeline_view

VIEWS: dict[str, Callable[[SqliteStore], object]] = {
    "timeline": timeline_view,
    "timeline of a place": lambda store: timeline_view(store, asked=Filter(place=_place(store))),
    "tallies": tallies_view,
    "tallies by policy": lambda store: printed_view(store, "range"),
    "series, listed": series_view,
    "series of a place": lambda store: series_view(store, place=_place(store), harm="killed"),
    "disputes": disputes_view,
    "negotiation": negotiation_view,
    "negotiation of a party": lambda store: negotiation_view(store, party="River Front"),
    "speakers, listed": speakers_view,
    "speaker": lambda store: speakers_view(store, name="Health Ministry"),
    "search, a rare word": lambda store: search_view(store, _place(store)),
    "search, common words": lambda store: search_view(store, "health ministry figures"),
    "show a report": lambda store: show(store, store.query("SELECT id FROM report LIMIT 1")[0][0]),
    "show an entry": lambda store: [show(store, row[0]) for row in store.query("SELECT id FROM entry LIMIT 1")],
}


def _place(store: SqliteStore) -> str:
    return str(store.query("SELECT name FROM place LIMIT 1")[0][0])


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
    views: dict[str, Clock] = field(default_factory=dict)


@contextmanager
def timed(clock: Clock) -> Iterator[None]:
    """Add the time spent inside to `clock`."""
    wall, cpu = time.perf_counter(), time.process_time()
    yield
    clock.wall += time.perf_counter() - wall
    clock.cpu += time.process_time() - cpu


def grow(store: SqliteStore, path: Path, upto: int, *, days: int, is_reconciled: bool) -> Step:
    """Let the ledger grow to `upto` records, by a thousand at a time, and measure it."""
    step = Step(n_records=upto)
    there = store.query("SELECT count(*) FROM record")[0][0]
    more = islice(records(upto, days=days), there, None)
    while some := list(islice(more, 1000)):
        with timed(step.add):
            n = sum(
                1 for _ in add_all(store, (Incoming(record=record, data=None) for record in some), at_once=TOGETHER)
            )
        step.n_added += n
        with timed(step.reconcile):
            sum(reconcile(store)) if is_reconciled else 0
    step.views = {name: clocked(store, view) for name, view in VIEWS.items()}
    step.megabytes = sum(file.stat().st_size for file in path.parent.glob(path.name + "*") if file.is_file()) / 1e6
    return step


def clocked(store: SqliteStore, view: Callable[[SqliteStore], object]) -> Clock:
    """Return the median time of a view, asked five times."""
    clocks = [Clock() for _ in range(5)]
    for clock in clocks:
        with timed(clock), store.snapshot():
            view(store)
    return sorted(clocks, key=lambda clock: clock.cpu)[2]


def told(step: Step) -> str:
    """Return one line about a step."""
    n = max(1, step.n_added)
    slowest = max(step.views, key=lambda name: step.views[name].cpu)
    view = step.views[slowest]
    rates = [n / max(seconds, 1e-9) for seconds in (step.add.wall, step.add.cpu)]
    return (
        f"{step.n_records:>7} records  add {rates[0]:6.0f}/s wall, {rates[1]:6.0f}/s cpu"
        f"  reconcile 1,000 in {1000 * step.reconcile.wall / n:5.1f} s wall, {1000 * step.reconcile.cpu / n:5.1f} s cpu"
        f"  {step.megabytes:7.0f} MB  slowest view {slowest}: {1000 * view.wall:.0f} ms wall,"
        f" {1000 * view.cpu:.0f} ms cpu"
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--steps", type=int, default=10)
    parser.add_argument("--days", type=int, default=1000, help="over how many days the incidents lie")
    parser.add_argument("--add-only", action="store_true", help="do not reconcile")
    parser.add_argument("--ledger", type=Path, default=Path("/tmp/onrecord-bench.db"))
    parser.add_argument("--json", type=Path, help="write what was measured here, a line a step")
    options = parser.parse_args()
    with SqliteStore.open(options.ledger, create=True) as store:
        for number in range(1, options.steps + 1):
            upto = options.records * number // options.steps
            step = grow(store, options.ledger, upto, days=options.days, is_reconciled=not options.add_only)
            print(told(step), flush=True)
            if options.json:
                with options.json.open("a") as file:
                    file.write(json.dumps(asdict(step)) + "\n")


if __name__ == "__main__":
    main()
