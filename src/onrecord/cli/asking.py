"""The options by which commands choose what a view shows: place, days, type, how many."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from onrecord.views.filters import Filter

_DAY = click.DateTime(["%Y-%m-%d"])


def filter_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of a `Filter` and hand it one as `asked`."""

    @click.option("--place", metavar="NAME", help="Only what happened there.")
    @click.option("--since", type=_DAY, metavar="DAY", help="Only from this day on, YYYY-MM-DD.")
    @click.option("--until", type=_DAY, metavar="DAY", help="Only up to this day.")
    @click.option("--type", "kind", metavar="CODE", help="Only this type (air_strike, talks, demand ...).")
    @click.option("--limit", type=click.IntRange(0), default=50, show_default=True, help="At most so many; 0 for all.")
    @wraps(command)
    def with_filter(*args: Any, place: Any, since: Any, until: Any, kind: Any, limit: int, **options: Any) -> Any:
        asked = Filter(
            place=place, since=since and f"{since:%Y-%m-%d}", until=until and f"{until:%Y-%m-%d}", type=kind,
            limit=limit,
        )  # fmt: skip
        return command(*args, asked=asked, **options)

    return with_filter
