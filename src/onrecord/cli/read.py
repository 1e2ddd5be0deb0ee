"""`onrecord read`: reports in, records out."""

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import click

from onrecord.cli.given import given_options, jobs_option, n_jobs
from onrecord.cli.output import writing
from onrecord.cli.progress import following
from onrecord.errors import InvalidValue, ReportError
from onrecord.flows.sources import Source, sources

FORMATS = ("table", "json", "jsonl", "html")


@click.command()
@click.argument("inputs", metavar="FILE|FOLDER|-...", nargs=-1, required=True)
@click.option(
    "--format", "shape", type=click.Choice(FORMATS), default="table", show_default=True, help="What to print."
)
@given_options
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Write here instead; with html and many inputs, a folder.",
)
@jobs_option
def read(
    inputs: Sequence[str], shape: str, published: date | None, outlet: str | None, out: Path | None, jobs: int | None
) -> None:
    """Read news reports and print their records.

    INPUT is a file (text or HTML), a folder, or - for standard input. Every input ends as a record
    or as a skipped line with its reason.
    """
    from onrecord.flows.read import Given, Outcome, Skipped
    from onrecord.flows.read_all import read_all

    given = Given(published=published, outlet=outlet)
    found: list[Source] = list(sources(inputs))
    if not found:
        raise InvalidValue("input", " ".join(inputs), "a folder with files in it, a file, or - for standard input")
    skipped = 0

    def outcomes() -> Iterator[Outcome]:
        nonlocal skipped
        for outcome in following(read_all(found, given, jobs=n_jobs(jobs, len(found))), found):
            if isinstance(outcome, Skipped):
                skipped += 1
            yield outcome

    with writing(shape, out, n_inputs=len(found)) as write:
        for outcome in outcomes():
            if not isinstance(outcome, Skipped):
                write(outcome)
    if skipped:
        sys.exit(ReportError.exit_status)
