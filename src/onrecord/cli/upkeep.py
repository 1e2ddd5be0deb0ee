"""`onrecord backup` and `onrecord migrate`: keeping a ledger safe and up to date."""

from pathlib import Path

import click

from onrecord.cli.ledger import ledger_option, open_ledger


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@ledger_option
def backup(folder: Path, ledger: Path) -> None:
    """Copy the ledger and its raw bytes into a new FOLDER, where it can be opened as it is.

    Others may go on writing meanwhile.
    """
    from onrecord.flows.backup import backup as copy

    with open_ledger(ledger) as store:
        click.echo(str(copy(store, folder)))


@click.command()
@ledger_option
def migrate(ledger: Path) -> None:
    """Bring a ledger that an older onrecord made up to this version; the old file is kept beside it."""
    from onrecord.flows.backup import migrate as bring_up
    from onrecord.flows.reconcile import reconcile

    done = bring_up(ledger)
    with open_ledger(ledger) as store:
        n_reconciled = sum(reconcile(store))
    click.echo(f"{ledger}: {', '.join(done) or 'nothing to migrate'}; {n_reconciled} records reconciled")
