"""Who speaks for whom, by what all reports say."""

from collections.abc import Iterable

from onrecord.reconcile.identity import joined_keys
from onrecord.store import derived
from onrecord.store.base import Store


def voices_of(store: Store, speakers: Iterable[str]) -> dict[str, str]:
    """Return for each of `speakers`, by key, who speaks for one body alone the key of that body."""
    bodies = derived.bodies_spoken_for(store, speakers)
    joined = joined_keys({body for found in bodies.values() for body in found})
    single = {person: {joined[body] for body in found} for person, found in bodies.items()}
    return {person: next(iter(found)) for person, found in single.items() if len(found) == 1}
