"""How fast and how large is reading: `python benchmarks/read.py [FOLDER] [--n 40] [--runs 3]`.

Prints, for the reports of FOLDER (examples/reports if left out) repeated up to N: reports/s and words/s with
one and with two processes, the time of each stage, the time to the first answer of the command, and the
peak memory of one process. Medians over the runs; loading the model is left out except in the first answer.
"""

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from onrecord.flows import read as flow
from onrecord.flows.read import Given, Skipped, Tools, read_source
from onrecord.flows.read_all import read_all
from onrecord.flows.sources import Source, sources

EXAMPLES = Path(__file__).parent.parent / "examples/reports"
STAGES = {
    "segment": (flow.segment, "segment"),
    "where": (flow.where, "find_places"),
    "when": (flow.when, "find_times"),
    "spot": (flow.spot, "spot_actors"),
    "attribute": (flow.attribute, "attribute"),
    "code": (flow.code, "code"),
    "count": (flow.count, "count"),
    "check": (flow.check, "check"),
}


def n_words(inputs: list[Source]) -> int:
    return sum(len(source.load().split()) for source in inputs)


def timed(run: Callable[[], Any]) -> float:
    began = time.perf_counter()
    run()
    return time.perf_counter() - began


def throughput(inputs: list[Source], jobs: int) -> float:
    """Return seconds for all inputs from the first outcome on: what comes before is loading."""
    outcomes = read_all(inputs, Given(), jobs=jobs)
    next(outcomes)
    return timed(lambda: list(outcomes))


def stage_times(inputs: list[Source]) -> dict[str, float]:
    """Return seconds by stage over all inputs, in one process."""
    tools, spent = Tools.load(), defaultdict[str, float](float)
    read_source(inputs[0], tools, Given())

    def clocked(name: str, run: Callable[..., Any]) -> Callable[..., Any]:
        def wrapper(*args: Any, **kwargs: Any) -> Any:
            began = time.perf_counter()
            try:
                return run(*args, **kwargs)
            finally:
                spent[name] += time.perf_counter() - began

        return wrapper

    kept = {name: getattr(*STAGES[name]) for name in STAGES}
    reader_read = type(tools.reader).read
    try:
        for name, (module, function) in STAGES.items():
            setattr(module, function, clocked(name, kept[name]))
        type(tools.reader).read = clocked("reader", reader_read)  # type: ignore[method-assign]
        for source in inputs:
            read_source(source, tools, Given())
    finally:
        for name, (module, function) in STAGES.items():
            setattr(module, function, kept[name])
        type(tools.reader).read = reader_read  # type: ignore[method-assign]
    return dict(spent)


def first_answer(report: Path) -> float:
    command = [sys.executable, "-m", "onrecord", "read", str(report), "--format", "json"]
    return timed(lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=EXAMPLES)
    parser.add_argument("--n", type=int, default=40)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    found = [source for source in sources([str(options.folder)]) if source.path is not None]
    inputs = list(islice(cycle(found), options.n))
    rest, words = len(inputs) - 1, n_words(inputs[1:])
    print(f"{len(inputs)} reports, {words / rest:.0f} words each on average; medians of {options.runs} runs")
    for jobs in (1, 2):
        seconds = statistics.median(throughput(inputs, jobs) for _ in range(options.runs))
        print(f"{jobs} process(es): {rest / seconds:6.2f} reports/s {words / seconds:8.0f} words/s")
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"peak memory of a reading process: {memory:.0f} MB")
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.txt"
        report.write_bytes(found[0].load())
        first = statistics.median(first_answer(report) for _ in range(options.runs))
    print(f"first answer of the command: {first:.2f} s")
    spent = stage_times(inputs)
    total = sum(spent.values())
    for name, seconds in sorted(spent.items(), key=lambda item: -item[1]):
        print(f"  {name:10} {1000 * seconds / len(inputs):7.1f} ms a report {100 * seconds / total:5.1f} %")
    skipped = [o for o in read_all(found, Given()) if isinstance(o, Skipped)]
    for outcome in skipped:
        print(f"skipped {outcome.name}: {outcome.reason}")


if __name__ == "__main__":
    main()
