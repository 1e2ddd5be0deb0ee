"""Does a figure count one happening or run on over many?"""

from collections.abc import Iterable

from onrecord.model.event import Event
from onrecord.model.figure import Figure, Scope
from onrecord.model.ids import EventId
from onrecord.model.record import Record
from onrecord.vocab.load import load_table


def is_to_come(event: Event) -> bool:
    """Return whether an event is only planned or called for."""
    return event.modality in ("planned", "called_for")


def only_talked_of(record: Record) -> frozenset[EventId]:
    """Return the events whose counts nobody says have come about: planned, threatened, demanded, offered or refused."""
    talk: list[str] = load_table("events")["only_talked_of"]
    return frozenset(event.id for event in record.events if is_to_come(event) or event.type in talk)


def scope_of(figure: Figure, others: Iterable[Figure] = ()) -> Scope:
    """Return the scope a figure is tallied under.

    A count over a period, or a total, that runs from no known day counts what the report is about: "nine were
    killed on Monday, the governor said". A total tied to no event stays one, and so does one in a report that gives
    another since a day: its headline shortens that.

    Args:
        figure: The figure.
        others: All figures of its report.
    """
    if figure.since is not None or figure.scope not in ("period", "total"):
        return figure.scope
    is_shortened = any(o.scope == "total" and o.since is not None and o.harm == figure.harm for o in others)
    if figure.scope == "total" and (figure.event is None or is_shortened):
        return figure.scope
    return "event"
