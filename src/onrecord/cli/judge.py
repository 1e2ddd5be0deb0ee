"""`onrecord judge`: a person rules what is the same and what is not."""

from pathlib import Path
from typing import get_args

import click

from onrecord.cli.ledger import ledger_option, open_ledger
from onrecord.cli.printing import format_option, print_view
from onrecord.errors import InvalidValue
from onrecord.model.judgement import Verdict

_VERDICTS = get_args(Verdict)


@click.command()
@click.argument("verdict", type=click.Choice(_VERDICTS), required=False)
@click.argument("left", required=False)
@click.argument("right", required=False)
@ledger_option
@format_option
@click.option("--by", metavar="NAME", help="Who rules; kept with the ruling.")
@click.option("--because", metavar="TEXT", help="On what ground.")
@click.option("--undo", type=int, metavar="NUMBER", help="Take this ruling back.")
def judge(
    verdict: Verdict | None, left: str | None, right: str | None, ledger: Path, shape: str, by: str | None,
    because: str | None, undo: int | None,
) -> None:  # fmt: skip
    """Rule that LEFT and RIGHT (events, accounts, entries, actors or places) are one and the same or not.

    A ruling outranks the machine's judgement, is never undone by it, and can be taken back with --undo.
    Without arguments, all rulings are listed.
    """
    from onrecord.flows.judge import judge as rule
    from onrecord.flows.judge import take_back
    from onrecord.views.show import rulings_view

    with open_ledger(ledger) as store:
        if undo is not None:
            take_back(store, undo, by=_named(by))
            click.echo(f"ruling {undo} taken back")
        elif verdict is not None:
            if left is None or right is None:
                raise InvalidValue("pair", left, "two ids")
            number = rule(store, verdict, left, right, by=_named(by), because=because)
            click.echo(f"ruling {number}: {left} and {right} {verdict}")
        else:
            print_view(rulings_view(store), shape)


def _named(by: str | None) -> str:
    if not by:
        raise InvalidValue("--by", by, "the name of who rules")
    return by
