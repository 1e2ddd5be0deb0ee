"""What tells two happenings of one report apart: the places they are put in, and how many one voice counts in each."""

from collections.abc import Iterable, Mapping, Sequence

from onrecord.gazetteer.entry import km
from onrecord.model.figure import Figure, Harm, Number
from onrecord.model.place import Place
from onrecord.reconcile.statements import Rows, is_increment, speaker_of

WIDE = ("country", "region", "province", "water", "border")
Counts = Mapping[Harm, frozenset[tuple[str, Number]]]
"""For each harm how many each voice counts."""

_WITHIN_KM = 250.0
"""So far a town may lie from the middle of the province that holds it."""
_NOT_STANDING = ("count.withdrawn", "count.earlier")


def are_elsewhere(left: Sequence[Place], right: Sequence[Place]) -> bool:
    """Return whether two happenings were in no place that may be one."""
    return bool(left) and bool(right) and not any(_may_be_one(one, other) for one in left for other in right)


def _may_be_one(left: Place, right: Place) -> bool:
    """Return whether one place may be the other or hold it: a town may lie in a province and nothing says so."""
    if left.id == right.id or left.id in right.within or right.id in left.within:
        return True
    if left.kind not in WIDE and right.kind not in WIDE:
        return False
    if left.country and right.country and left.country != right.country:
        return False
    points = [(p.lat, p.lon) for p in (left, right) if p.kind != "country" and p.lat is not None and p.lon is not None]
    return len(points) < 2 or km(*points[0], *points[1]) <= _WITHIN_KM


def counts_of(rows: Rows, figures: Iterable[Figure]) -> Counts:
    """Return for each harm how many each voice counts, parts of a count, steps up to one and earlier ones aside."""
    found: dict[Harm, set[tuple[str, Number]]] = {}
    for figure in figures:
        is_own = figure.unit == "people" and figure.part_of is None and not is_increment(rows.record, figure)
        stands = not any(note.code in _NOT_STANDING for note in figure.notes)
        if is_own and stands and figure.low is not None and figure.low == figure.high and figure.low > 0:
            voice = speaker_of(figure.claim, rows.claims, rows.actors)[2]
            found.setdefault(figure.harm, set()).add((voice, figure.low))
    return {harm: frozenset(counts) for harm, counts in found.items()}


def are_counted_apart(left: Counts, right: Counts) -> bool:
    """Return whether one voice gives both exact numbers of one harm, and never the same."""
    for harm in left.keys() & right.keys():
        voices = {voice for voice, _ in left[harm]} & {voice for voice, _ in right[harm]}
        if voices and left[harm].isdisjoint(right[harm]):
            return True
    return False
