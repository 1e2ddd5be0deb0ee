"""Many inputs: in one process or several, what becomes of each is given in the order they came."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from onrecord.flows.read import Given, Outcome, Skipped, Tools, read_source
from onrecord.flows.sources import Source

_AHEAD = 4  # inputs handed out per process before their turn: keeps all busy, holds few records in memory
_DIED = "the process that read it died (out of memory?); read it alone, or with --jobs 1"

_tools: Tools | None = None  # one a process: set by `_start`, never in the parent


def read_all(inputs: Iterable[Source], given: Given, *, jobs: int = 1) -> Iterator[Outcome]:
    """Give the outcome of every input, the same and in the same order whatever `jobs` is.

    Args:
        inputs: What to read.
        given: What the user says of every report.
        jobs: How many processes read at once; each loads the model for itself. An input whose
            process dies is skipped; the rest are still read.

    Raises:
        ModelMissing: The model's files are not there.
    """
    if jobs > 1:
        yield from _in_processes(inputs, given, jobs=jobs)
        return
    tools = Tools.load()
    for source in inputs:
        yield read_source(source, tools, given)


def _in_processes(inputs: Iterable[Source], given: Given, *, jobs: int) -> Iterator[Outcome]:
    queue = iter(inputs)
    left: deque[Source] = deque()
    while True:
        with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_start) as pool:
            try:
                yield from _read(pool, queue, left, given, n_ahead=jobs * _AHEAD)
                return
            except BrokenProcessPool:
                pool.shutdown(cancel_futures=True)
        yield from _one_by_one(left, given)


def _read(
    pool: ProcessPoolExecutor, queue: Iterator[Source], left: deque[Source], given: Given, *, n_ahead: int
) -> Iterator[Outcome]:
    """Give outcomes while the pool lives; `left` holds the inputs handed out and not yet answered for."""
    waiting: deque[Future[Outcome]] = deque()
    for source in queue:
        left.append(source)
        waiting.append(pool.submit(_work, source, given))
        if len(waiting) >= n_ahead:
            yield _answer(waiting, left)
    while waiting:
        yield _answer(waiting, left)


def _answer(waiting: deque[Future[Outcome]], left: deque[Source]) -> Outcome:
    outcome = waiting.popleft().result()
    left.popleft()
    return outcome


def _one_by_one(left: deque[Source], given: Given) -> Iterator[Outcome]:
    """Read each input that was under way when a process died in a process of its own, to find the one to blame."""
    while left:
        source = left.popleft()
        with ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_start) as pool:
            try:
                outcome = pool.submit(_work, source, given).result()
            except BrokenProcessPool:
                outcome = Skipped(name=source.name, reason=_DIED)
        yield outcome


def _start() -> None:
    global _tools  # noqa: PLW0603  # a process pool's initializer has no other place to leave what it loads
    _tools = Tools.load()


def _work(source: Source, given: Given) -> Outcome:
    assert _tools is not None, "the pool's initializer loads the tools"
    return read_source(source, _tools, given)
