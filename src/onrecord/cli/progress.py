"""Tells on standard error how far a run over many inputs is: a bar on a terminal, plain lines otherwise."""

import sys
from collections.abc import Iterable, Iterator, Sequence

import click

from onrecord.flows.read import Outcome, Skipped
from onrecord.flows.sources import Source


def following(outcomes: Iterable[Outcome], inputs: Sequence[Source]) -> Iterator[Outcome]:
    """Give `outcomes` on, saying each skipped input and, where there are many, how far the run is."""
    if len(inputs) > 1 and sys.stderr.isatty():
        yield from _with_bar(outcomes, len(inputs))
        return
    for number, (outcome, source) in enumerate(zip(outcomes, inputs, strict=True), start=1):
        if isinstance(outcome, Skipped):
            click.echo(skipped_line(outcome), err=True)
        elif len(inputs) > 1:
            click.echo(f"read {number}/{len(inputs)} {source.name}", err=True)
        yield outcome


def skipped_line(skipped: Skipped) -> str:
    """Return the line that says which input was skipped, and why."""
    return f"skipped {skipped.name}: {skipped.reason}"


def _with_bar(outcomes: Iterable[Outcome], n_inputs: int) -> Iterator[Outcome]:
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    with Progress(console=console, transient=True) as progress:
        task = progress.add_task("reading", total=n_inputs)
        for outcome in outcomes:
            if isinstance(outcome, Skipped):
                progress.console.print(skipped_line(outcome), markup=False, highlight=False)
            progress.advance(task)
            yield outcome
