"""`onrecord export`: tables out of the ledger, with a manifest."""

from pathlib import Path

import click

from onrecord.cli.ledger import ledger_option, open_ledger
from onrecord.views.filters import Filter

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.argument("shape", metavar="csv|jsonl")
@ledger_option
@click.option("--out", type=click.Path(path_type=Path), required=True, metavar="FOLDER", help="A new folder.")
@click.option("--table", "tables", multiple=True, metavar="NAME", help="Only this table; may be given again.")
@click.option("--since", type=_DAY, metavar="DAY", help="Only reports published from this day on, YYYY-MM-DD.")
@click.option("--until", type=_DAY, metavar="DAY", help="Only reports published up to this day.")
def export(shape: str, ledger: Path, out: Path, tables: tuple[str, ...], since: object, until: object) -> None:
    """Write the ledger's tables into a new folder, with a manifest of filters, versions, counts and hashes.

    Text that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay numbers.
    `jsonl` holds the records too, which `onrecord add` takes into another ledger.
    """
    from onrecord.flows.export import export as write

    asked = Filter(since=since and f"{since:%Y-%m-%d}", until=until and f"{until:%Y-%m-%d}")  # type: ignore[arg-type]
    with open_ledger(ledger) as store:
        manifest = write(store, shape, out, tables=tables, asked=asked)
    click.echo(str(manifest))
