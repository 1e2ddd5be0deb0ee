"""The day of what only a running total tells.

"The army says 134 soldiers have been killed in the offensive": on no day of the report's own, but on days up to it.
"""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model.event import Event
from onrecord.model.figure import Figure


def up_to_the_count(events: Sequence[Event], figures: Sequence[Figure]) -> tuple[Event, ...]:
    """Return the events; those a running total counts whose victims, if dated by the report alone, end by its day."""
    totals = [figure.span for figure in figures if figure.scope == "total"]
    single = {figure.event for figure in figures if figure.scope == "event"}
    return tuple(
        _opened(event)
        if event.id not in single and any(p.span is not None and p.span.overlaps(s) for p in event.affected for s in totals)
        else event
        for event in events
    )  # fmt: skip


def _opened(event: Event) -> Event:
    when = event.when
    if when is None or when.basis == "stated" or not when.approximate or when.end is None:
        return event
    return replace(event, when=replace(when, start=None, edtf=f"../{when.end}"))
