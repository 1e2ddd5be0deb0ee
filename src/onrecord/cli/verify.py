"""`onrecord verify`: is everything in the ledger as it was put there?"""

import sys
from pathlib import Path

import click

from onrecord.cli.ledger import ledger_option, open_ledger


@click.command()
@ledger_option
@click.option("--head", metavar="HASH", help="The last hash of an earlier run; fails if the trail no longer holds it.")
def verify(ledger: Path, head: str | None) -> None:
    """Re-check every hash, span and row of the ledger and its audit chain; name what fails.

    All that is made of records and judgements (entries, tallies, disputes, moves) is made again
    and compared.

    Note down the last hash that is printed, in another place: with --head it shows later that
    nothing before it was changed or dropped.
    """
    from onrecord.flows.verify import Count
    from onrecord.flows.verify import verify as check

    count, n_failed = Count(), 0
    with open_ledger(ledger) as store:
        for failure in check(store, count, head=head):
            n_failed += 1
            click.echo(f"{failure.item}: {failure.reason}")
    click.echo(
        f"{count.reports} reports, {count.captures} captures ({count.without_bytes} without their bytes), "
        f"{count.records} records, {count.rows} rows, {count.audit_rows} audit rows: "
        + (f"{n_failed} FAILED" if n_failed else "all as they were put there")
    )
    click.echo(f"last audit hash {count.head}")
    if n_failed:
        sys.exit(1)
