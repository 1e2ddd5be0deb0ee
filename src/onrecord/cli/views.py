"""The commands that ask the ledger: `tallies`, `disputes`, `timeline`, `negotiation`, `speakers`, `search`, `show`."""

from pathlib import Path

import click

from onrecord.cli.asking import filter_options
from onrecord.cli.ledger import ledger_option, open_ledger
from onrecord.cli.printing import format_option, print_view, print_views
from onrecord.errors import InvalidValue
from onrecord.views.filters import Filter


@click.command()
@click.argument("entry", required=False)
@ledger_option
@format_option
@filter_options
@click.option("--policy", metavar="NAME", help="Print one number a tally: range, most_conservative, majority, ...")
@click.option("--speaker", metavar="NAME", help="For --policy named_speaker: whose figure to print.")
def tallies(
    entry: str | None, ledger: Path, shape: str, asked: Filter, policy: str | None, speaker: str | None
) -> None:
    """Show the figures of ENTRY, or of the latest entries, side by side by speaker and date.

    With --policy, one number for each tally, with the rule that chose it and the speakers it stands on:
    range, most_conservative, named_speaker, majority or unknown.
    """
    from onrecord.views.tallies import printed_view, tallies_view

    with open_ledger(ledger) as store, store.snapshot():
        if policy is None:
            view = tallies_view(store, entry=entry, asked=asked)
        else:
            view = printed_view(store, policy, speaker=speaker, entry=entry, asked=asked)
    print_view(view, shape)


@click.command()
@click.argument("key", required=False)
@ledger_option
@format_option
@filter_options
@click.option("--harm", metavar="CODE", help="Only this harm (killed, injured, displaced ...).")
@click.option("--speaker", metavar="NAME", help="Only this speaker's count.")
@click.option("--reference", type=click.Path(path_type=Path), help="A CSV of date,value,source to lay beside.")
def series(
    key: str | None, ledger: Path, shape: str, asked: Filter, harm: str | None, speaker: str | None,
    reference: Path | None,
) -> None:  # fmt: skip
    """Show running totals (KEY, or by --place, --harm, --speaker) point by point; without any, list them.

    Totals are never added up. One that falls or jumps is flagged. --type does not apply here.
    """
    from onrecord.flows.reference import read_reference
    from onrecord.views.tallies import series_view

    beside = () if reference is None else read_reference(reference)
    with open_ledger(ledger) as store, store.snapshot():
        view = series_view(
            store, key=key, place=asked.place, harm=harm, speaker=speaker, asked=asked, reference=beside
        )  # fmt: skip
    print_view(view, shape)


@click.command()
@click.argument("entry", required=False)
@ledger_option
@format_option
@filter_options
def disputes(entry: str | None, ledger: Path, shape: str, asked: Filter) -> None:
    """Show where the accounts of ENTRY, or of the latest disputed entries, cannot all hold, side by side."""
    from onrecord.views.disputes import disputes_view

    with open_ledger(ledger) as store, store.snapshot():
        view = disputes_view(store, entry=entry, asked=asked)
    print_view(view, shape)


@click.command()
@ledger_option
@format_option
@filter_options
@click.option("--policy", default="range", show_default=True, help="How one number is chosen for dead and wounded.")
def timeline(ledger: Path, shape: str, asked: Filter, policy: str) -> None:
    """Show what happened when, the latest entries last, with who says so and how many independent reports.

    Demands, offers, refusals, threats, accusations and support are left out unless --type asks for
    them; `negotiation` and `disputes` show them.
    """
    from onrecord.views.timeline import timeline_view

    if policy == "named_speaker":
        raise InvalidValue("--policy", policy, "a policy that needs no speaker; see `onrecord tallies --policy`")
    with open_ledger(ledger) as store, store.snapshot():
        view = timeline_view(store, asked=asked, policy=policy)
    print_view(view, shape)


@click.command()
@ledger_option
@format_option
@filter_options
@click.option("--party", metavar="NAME", help="Only moves this actor makes, receives or mediates.")
def negotiation(ledger: Path, shape: str, asked: Filter, party: str | None) -> None:
    """Show who demands, offers, refuses, agrees and releases what, who answers whom, and the votes."""
    from onrecord.views.negotiation import negotiation_view

    with open_ledger(ledger) as store, store.snapshot():
        view = negotiation_view(store, party=party, asked=asked)
    print_view(view, shape)


@click.command()
@click.argument("name", required=False)
@ledger_option
@format_option
@filter_options
def speakers(name: str | None, ledger: Path, shape: str, asked: Filter) -> None:
    """Show what the speaker NAME has said, on what ground; without NAME, who has said how much."""
    from onrecord.views.speakers import speakers_view

    with open_ledger(ledger) as store, store.snapshot():
        view = speakers_view(store, name=name, asked=asked)
    print_view(view, shape)


@click.command()
@click.argument("query", nargs=-1, required=True)
@ledger_option
@format_option
@click.option("--limit", type=click.IntRange(0), default=20, show_default=True, help="At most so many; 0 for all.")
def search(query: tuple[str, ...], ledger: Path, shape: str, limit: int) -> None:
    """Show the passages that hold all words of QUERY, with who is made to say them there."""
    from onrecord.views.search import search_view

    with open_ledger(ledger) as store, store.snapshot():
        view = search_view(store, " ".join(query), asked=Filter(limit=limit))
    print_view(view, shape)


@click.command()
@click.argument("name", metavar="ID")
@ledger_option
@format_option
def show(name: str, ledger: Path, shape: str) -> None:
    """Show all that is known of a report, claim, figure, event, actor, place or entry, by its id.

    A report as JSON holds its whole record as well.
    """
    from onrecord.views.show import record_of
    from onrecord.views.show import show as view_of

    with open_ledger(ledger) as store, store.snapshot():
        views = view_of(store, name)
        record = record_of(store, name)
    print_views(views, shape, record=record)
