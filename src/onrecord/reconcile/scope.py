"""Does a figure count one happening or run on over many?"""

from onrecord.model.event import Event
from onrecord.model.figure import Figure, Scope
from onrecord.model.ids import EventId
from onrecord.model.record import Record
from onrecord.model.when import When
from onrecord.reconcile.sentences import sentence_of
from onrecord.vocab.load import load_table

LONG = ("month", "season", "year", "longer")
"""What a count over a period runs over, if it is no count of one happening."""


def is_to_come(event: Event) -> bool:
    """Return whether an event is only planned or called for."""
    return event.modality in ("planned", "called_for")


def only_talked_of(record: Record) -> frozenset[EventId]:
    """Return the events whose counts nobody says have come about: planned, threatened, demanded, offered or refused."""
    talk: list[str] = load_table("events")["only_talked_of"]
    return frozenset(event.id for event in record.events if is_to_come(event) or event.type in talk)


def scope_of(figure: Figure, record: Record) -> Scope:
    """Return the scope a figure of `record` is tallied under.

    A count over a period, or a total, that runs from no known day counts what the report is about: "nine were
    killed on Monday, the governor said". Over a month or more it stays a count of that time: "11 have been killed this
    year". A total tied to no event stays one, and so does one in a report that gives another since a day: its headline
    shortens that.
    """
    if figure.since is not None or figure.scope not in ("period", "total"):
        return figure.scope
    if figure.scope == "period" and _is_long(figure, record):
        return "period"
    others = record.figures
    is_shortened = any(o.scope == "total" and o.since is not None and o.harm == figure.harm for o in others)
    if figure.scope == "total" and (figure.event is None or is_shortened):
        return figure.scope
    return "event"


def _is_long(figure: Figure, record: Record) -> bool:
    """Return whether the words beside a figure give it a month or more, or "the past 24 hours", and no day."""
    sentence = sentence_of(record, figure.span)
    told = [when for when in record.times if when.span is not None and sentence.covers(when.span)]
    dates = [when for when in told if when.timex.type != "SET" and not _is_of_saying(when, record)]
    return bool(dates) and all(when.precision in LONG or when.timex.type == "DURATION" for when in dates)


def _is_of_saying(when: When, record: Record) -> bool:
    return any(claim.said is not None and claim.said.span == when.span for claim in record.claims)
