"""Where does a facility stand that no gazetteer knows: in the place the words around put it in.

"Kuwait Hospital in Rafah" takes Rafah's point with Rafah's precision and keeps no GeoNames id; Kuwait
is never asked. Asked in this order: what it is said to lie in; the nearest town, camp or district of
its sentence; the town it is called after, if the report tells of that country ("Donetsk airport");
the last one named before it in the passage.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.gazetteer import Entry, Gazetteer
from onrecord.gazetteer.entry import km_between
from onrecord.gazetteer.fold import fold
from onrecord.model.place import PlaceKind
from onrecord.stages.where.toponym import Toponym
from onrecord.stages.where.words import PlaceWords

NEEDS_SURROUNDINGS: frozenset[PlaceKind] = frozenset({"facility", "camp", "neighbourhood", "border"})
_MAY_HOLD: frozenset[PlaceKind] = frozenset({"town", "neighbourhood", "camp", "district", "province", "region"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """The settled names of a report, in order, and where they lie."""

    settled: Sequence[tuple[Toponym, Entry | None]]
    gazetteer: Gazetteer
    words: PlaceWords

    def of(self, item: Toponym) -> tuple[Entry, bool] | None:
        """Return the place around an unknown facility and whether it is only near that, `None` where nothing tells."""
        holders = list(self._holders(item))
        around = next((entry for entry in holders if entry.kind in _MAY_HOLD), holders[0] if holders else None)
        if around is None:
            return None
        names = [other for other, entry in self.settled if entry is around and other.sentence == item.sentence]
        return around, bool(names) and all(other.is_near for other in names)

    def said(self, item: Toponym) -> Entry | None:
        """Return what the words say an unknown place lies in ("Port Velloran, Sudan"), `None` where they do not."""
        return next(self._said(item), None)

    def _said(self, item: Toponym) -> Iterator[Entry]:
        for name in item.part_of:
            yield from (e for other, e in self.settled if e is not None and fold(other.name) == fold(name))

    def _holders(self, item: Toponym) -> Iterator[Entry]:
        yield from self._said(item)
        yield from self._nearest(item)
        yield from self._namesakes(item)
        before = [pair for pair in self.settled if pair[0].span < item.span and pair[0].passage == item.passage]
        yield from (entry for _, entry in reversed(before) if entry is not None and entry.kind in _MAY_HOLD)

    def _nearest(self, item: Toponym) -> Iterator[Entry]:
        def away(pair: tuple[Toponym, Entry]) -> int:
            start = pair[0].span.start
            return start - item.span.end if start > item.span.start else 3 * (item.span.start - pair[0].span.end)

        here = [
            (other, entry)
            for other, entry in self.settled
            if entry is not None and other.sentence == item.sentence and other.span != item.span
        ]
        yield from (entry for _, entry in sorted(here, key=away) if entry.kind in _MAY_HOLD)

    def _namesakes(self, item: Toponym) -> Iterator[Entry]:
        """Give the towns the facility may be called after, in countries the report tells of, the nearest first."""
        known = [entry for _, entry in self.settled if entry is not None]
        lands = {entry.country for entry in known}
        name = item.name.split()
        while len(name) > 1 and name[-1].lower() in self.words.kinds:
            name = name[:-1]
            found = [e for e, _ in self.gazetteer.find(" ".join(name)) if e.kind in _MAY_HOLD and e.country in lands]
            yield from sorted(found, key=lambda e: (min(km_between(e, other) for other in known), e.id))
