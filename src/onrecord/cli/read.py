"""`onrecord read`: reports in, records out."""

import sys
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

import click

from onrecord.cli.output import writing
from onrecord.cli.progress import following
from onrecord.errors import InvalidValue, ReportError
from onrecord.flows.sources import Source, sources

FORMATS = ("table", "json", "jsonl", "html")


def _day(_: click.Context, __: click.Parameter, value: str | None) -> date | None:
    if value is None:
        return None
    for pattern in ("%Y-%m-%d", "%Y-%m-%dT%H:%M:%S"):
        try:
            return datetime.strptime(value, pattern).date()
        except ValueError:
            continue
    raise InvalidValue("--published", value, "a day as YYYY-MM-DD, such as 2023-12-20")


@click.command()
@click.argument("inputs", metavar="FILE|FOLDER|-...", nargs=-1, required=True)
@click.option(
    "--format", "shape", type=click.Choice(FORMATS), default="table", show_default=True, help="What to print."
)
@click.option(
    "--published", metavar="DATE", callback=_day, help="Day of publication, YYYY-MM-DD; outranks the report's."
)
@click.option("--outlet", metavar="NAME", help="Who published it; outranks the report's own word.")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Write here instead; with html and many inputs, a folder.",
)
@click.option(
    "--jobs", type=click.IntRange(1, 64), metavar="N", help="Processes to read with; one a core if many inputs."
)
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
        for outcome in following(read_all(found, given, jobs=_jobs(jobs, len(found))), found):
            if isinstance(outcome, Skipped):
                skipped += 1
            yield outcome

    with writing(shape, out, n_inputs=len(found)) as write:
        for outcome in outcomes():
            if not isinstance(outcome, Skipped):
                write(outcome)
    if skipped:
        sys.exit(ReportError.exit_status)


def _jobs(asked: int | None, n_inputs: int) -> int:
    if asked is not None:
        return min(asked, max(1, n_inputs))
    from os import cpu_count

    return 1 if n_inputs < 4 else min(cpu_count() or 1, n_inputs)
