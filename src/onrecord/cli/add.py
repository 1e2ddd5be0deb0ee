"""`onrecord add`: reports and records into the ledger."""

import sys
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from onrecord.cli.given import given_options, jobs_option, n_jobs
from onrecord.cli.ledger import ledger_option
from onrecord.errors import InvalidValue, ReportError
from onrecord.flows.sources import sources

_TOGETHER = 100  # records of a JSONL file that go into one transaction


@click.command()
@click.argument("inputs", metavar="FILE|FOLDER|JSONL|-...", nargs=-1, required=True)
@ledger_option
@given_options
@jobs_option
def add(inputs: Sequence[str], ledger: Path, published: date | None, outlet: str | None, jobs: int | None) -> None:
    """Read reports, or take records that were read before, and keep them in the ledger.

    A .json or .jsonl file holds records (`onrecord read --format jsonl`); any other file is a report to read.
    Adding the same again changes nothing. Each line printed tells of something that is safely on disk.
    """
    from onrecord.flows.add import Added, add_all
    from onrecord.flows.incoming import RECORD_FILES, incoming
    from onrecord.flows.read import Given
    from onrecord.flows.reconcile import reconcile
    from onrecord.store.sqlite import SqliteStore

    found = list(sources(inputs))
    if not found:
        raise InvalidValue("input", " ".join(inputs), "a folder with files in it, a file, or - for standard input")
    at_once = _TOGETHER if all(source.name.lower().endswith(RECORD_FILES) for source in found) else 1
    done: Counter[str] = Counter()
    with SqliteStore.open(ledger, create=True) as store:
        coming = incoming(found, Given(published=published, outlet=outlet), jobs=n_jobs(jobs, len(found)))
        for outcome in add_all(store, coming, at_once=at_once):
            if isinstance(outcome, Added):
                done[outcome.what] += 1
                click.echo(f"{outcome.report}\t{outcome.what}\tversion {outcome.version}\t{outcome.name}")
            else:
                done["skipped"] += 1
                click.echo(f"skipped {outcome.name}: {outcome.reason}", err=True)
            sys.stdout.flush()
        n_reconciled = sum(reconcile(store))
    told = [f"{n} {what}" for what, n in sorted(done.items())]
    click.echo(f"{ledger}: {', '.join([*told, f'{n_reconciled} reconciled'])}", err=True)
    if done["skipped"]:
        sys.exit(ReportError.exit_status)
