"""How a ledger of invented records grows: records added a second, time to reconcile, time of every view.

    python -m benchmarks.ledger --ledger /tmp/bench.db            # 1k, 3k, 10k, 30k, 100k records over 1,000 days
    python -m benchmarks.ledger --at 10000 --days 100             # as dense as 100,000 over 1,000 days

Prints one line for each step of the growth: what the last thousand records cost, and every view. It may be stopped at
any time, tells then what it had reached, and goes on with a ledger that is there. Wall and processor time are both
given: on a busy machine the second is the truer one.
"""

import argparse
import json
import logging
import time
from collections import deque
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


logger = logging.getLogger(__name__)

TOGETHER = 100  # records a transaction, as `onrecord add` does for a file of records


@dataclass(slots=True)
class Clock:
    """Wall and processor seconds."""

    wall: float = 0.0
    cpu: float = 0.0


@dataclass(slots=True)
class Step:
    """What was measured when the ledger had grown to `n_records`: its last `n_added` records, and every view.

    `n_reconciled` may be more, where an earlier run was stopped before it had reconciled what it added.
    """

    n_records: int
    add: Clock = field(default_factory=Clock)
    reconcile: Clock = field(default_factory=Clock)
    n_added: int = 0
    n_reconciled: int = 0
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
    """Let the ledger grow to `upto` records, by a thousand at a time, and measure the last of them and the views."""
    step = Step(n_records=n_records(store))
    more = islice(records(upto, days=days), step.n_records, None)
    while some := list(islice(more, 1000)):
        step = Step(n_records=step.n_records + len(some), n_added=len(some))
        with timed(step.add):
            deque(add_all(store, (Incoming(record=record, data=None) for record in some), at_once=TOGETHER), maxlen=0)
        with timed(step.reconcile):
            step.n_reconciled = sum(reconcile(store)) if is_reconciled else 0
        logger.info("%s", told(step))
    step.views = {name: clocked(store, view) for name, view in VIEWS.items()}
    step.megabytes = sum(file.stat().st_size for file in path.parent.glob(path.name + "*") if file.is_file()) / 1e6
    return step


def n_records(store: SqliteStore) -> int:
    """Return how many records the ledger holds."""
    n = store.query("SELECT count(*) FROM record")[0][0]
    assert isinstance(n, int)
    return n


def clocked(store: SqliteStore, view: Callable[[SqliteStore], object]) -> Clock:
    """Return the median time of a view, asked five times."""
    clocks = [Clock() for _ in range(5)]
    for clock in clocks:
        with timed(clock), store.snapshot():
            view(store)
    return sorted(clocks, key=lambda clock: clock.cpu)[2]


def told(step: Step) -> str:
    """Return one line about a step."""
    rates = [step.n_added / max(seconds, 1e-9) for seconds in (step.add.wall, step.add.cpu)]
    each = 1000 / max(1, step.n_reconciled)
    line = (
        f"{step.n_records:>7} records  add {rates[0]:6.0f}/s wall, {rates[1]:6.0f}/s cpu"
        f"  reconcile 1,000 in {each * step.reconcile.wall:5.1f} s wall, {each * step.reconcile.cpu:5.1f} s cpu"
    )
    if not step.views:
        return line
    slowest = max(step.views, key=lambda name: step.views[name].cpu)
    view = step.views[slowest]
    return (
        f"{line}  {step.megabytes:7.0f} MB  slowest view {slowest}:"
        f" {1000 * view.wall:.0f} ms wall, {1000 * view.cpu:.0f} ms cpu"
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--at", type=int, nargs="+", default=[1000, 3000, 10_000, 30_000, 100_000], metavar="N")
    parser.add_argument("--days", type=int, default=1000, help="over how many days the incidents lie")
    parser.add_argument("--add-only", action="store_true", help="do not reconcile")
    parser.add_argument("--verbose", action="store_true", help="a line for every thousand, to standard error")
    parser.add_argument("--ledger", type=Path, default=Path("/tmp/onrecord-bench.db"))
    parser.add_argument("--json", type=Path, help="write what was measured here, a line a step")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO if options.verbose else logging.WARNING, format="%(message)s")
    with SqliteStore.open(options.ledger, create=True) as store:
        try:
            measure(store, options)
        except KeyboardInterrupt:
            print(f"stopped at {n_records(store)} records; the same command goes on from there")


def measure(store: SqliteStore, options: argparse.Namespace) -> None:
    """Let the ledger grow from step to step; the steps it is past already are not measured again."""
    for upto in sorted(options.at):
        if upto < n_records(store):
            continue
        step = grow(store, options.ledger, upto, days=options.days, is_reconciled=not options.add_only)
        print(told(step), flush=True)
        if options.json:
            with options.json.open("a") as file:
                file.write(json.dumps(asdict(step)) + "\n")


if __name__ == "__main__":
    main()
