"""Does a figure count one happening or run on over many?"""

from onrecord.model.figure import Figure, Scope


def scope_of(figure: Figure) -> Scope:
    """Return the scope a figure is tallied under.

    A count over a period, or a total, that runs from no known day counts what the report is about: "nine were
    killed on Monday, the governor said". A total tied to no event stays one.
    """
    if figure.since is None and (figure.scope == "period" or (figure.scope == "total" and figure.event is not None)):
        return "event"
    return figure.scope
