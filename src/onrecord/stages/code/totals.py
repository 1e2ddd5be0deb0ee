"""The day of what only a running total tells.

"The army says 134 soldiers have been killed in the offensive": on no day of the report's own, but on days up to it.
"""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model.event import Event
from onrecord.model.figure import Figure
from onrecord.model.span import Span


def up_to_the_count(events: Sequence[Event], figures: Sequence[Figure]) -> tuple[Event, ...]:
    """Return the events; those a running total counts whose victims, if dated by the report alone, end by its day."""
    totals = [figure.span for figure in figures if figure.scope == "total"]
    single = {figure.event for figure in figures if figure.scope == "event"}
    return tuple(_opened(e) if e.id not in single and _is_counted(e, totals) else e for e in events)


def _is_counted(event: Event, totals: Sequence[Span]) -> bool:
    return any(party.span is not None and party.span.overlaps(total) for party in event.affected for total in totals)


def _opened(event: Event) -> Event:
    when = event.when
    if when is None or when.basis == "stated" or not when.approximate or when.end is None:
        return event
    return replace(event, when=replace(when, start=None, edtf=f"../{when.end}"))
