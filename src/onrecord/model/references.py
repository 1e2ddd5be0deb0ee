"""Does every id a record's rows point with belong to a row of the same record, and to only one?"""

from collections import Counter
from collections.abc import Iterator

from onrecord.model.record import Record


def loose_ends(record: Record) -> Iterator[str]:
    """Give what is wrong with the ids of `record`: held by two rows, or pointing nowhere."""
    ids = {
        kind: [row.id for row in getattr(record, kind)]
        for kind in ("passages", "actors", "places", "claims", "events", "figures")
    }
    for kind, found in ids.items():
        yield from (f"{n} {kind} share the id {name!r}" for name, n in Counter(found).items() if n > 1)
    known = {kind: set(found) for kind, found in ids.items()}
    for kind, item, target in _pointers(record):
        if target is not None and target not in known[kind]:
            yield f"{item} points to {target!r}, which is none of its {kind}"


def _pointers(record: Record) -> Iterator[tuple[str, str, str | None]]:
    for claim in record.claims:
        yield "claims", claim.id, claim.parent
        yield from (("actors", claim.id, party.actor) for party in (*claim.speakers, *claim.told))
    for event in record.events:
        yield "claims", event.id, event.claim
        yield "events", event.id, event.same_as
        yield from (("places", event.id, place) for place in event.where)
        yield from (("actors", event.id, party.actor) for party in (*event.acting, *event.affected))
        yield from (("actors", event.id, other.part.actor) for other in event.others)
    for figure in record.figures:
        yield "claims", figure.id, figure.claim
        yield "events", figure.id, figure.event
        yield "figures", figure.id, figure.part_of
        yield "actors", figure.id, figure.of.actor
        yield "actors", figure.id, figure.by
        yield from (("places", figure.id, place) for place in figure.where)
