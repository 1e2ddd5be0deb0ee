"""Is the best namesake believed, or is it honest to leave the name unresolved?"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from onrecord.gazetteer import Entry
from onrecord.gazetteer.entry import km_between
from onrecord.model.place import PlaceKind
from onrecord.stages.where.candidates import Candidate
from onrecord.stages.where.weigh import Unit, Vector
from onrecord.stages.where.weights import Weights

_SMALL: frozenset[PlaceKind] = frozenset({"town", "camp", "neighbourhood", "facility", "border"})
_NEAR_ENOUGH = 200.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """The place a name was found to be, `None` where none is believed, and the others with their scores."""

    best: Candidate | None
    score: float | None
    others: tuple[tuple[Candidate, float], ...]


def settle(unit: Unit, scores: Vector, weights: Weights, *, is_alone: bool, lands: Collection[str] = ()) -> Settled:
    """Return the best candidate of a name if it is believed.

    `is_alone` says that the report names no other place, `lands` are the countries whose people it speaks of.
    """
    if not unit.candidates:
        return Settled(best=None, score=None, others=())
    order = [int(n) for n in np.argsort(-scores, kind="stable")]
    ranked = tuple((unit.candidates[n], round(float(scores[n]), 2)) for n in order)
    best, score = ranked[0]
    enough = weights.enough if best.is_main else weights.enough_alias
    gain = score - best.known - best.fits
    is_alone = is_alone and (not lands or best.entry.country in lands or best.entry.population >= weights.known_abroad)
    is_stray = not is_alone and gain < weights.some_gain and not _is_famous(best.entry, weights)
    is_stray = is_stray and not _is_only_one(unit)
    if score < enough or is_stray:
        return Settled(best=None, score=None, others=ranked[:4])
    return Settled(best=best, score=score, others=ranked[1:5])


def without_strangers(settled: Sequence[Settled], votes: Iterable[str]) -> list[Settled]:
    """Return what was settled without places that are only spelt like the name and lie where the report is not.

    Such a place must lie in a country that other names or peoples of the report speak of, and near one of its towns:
    in a report on Kupiansk, Synkivka is not Senkivka, 400 km away.
    """
    firm = [one.best.entry for one in settled if one.best is not None and not one.best.is_loose]
    lands = {entry.country for entry in firm} | set(votes)
    return [replace(one, best=None, score=None) if _is_stranger(one, firm, lands) else one for one in settled]


def _is_stranger(one: Settled, firm: Sequence[Entry], lands: Collection[str | None]) -> bool:
    if one.best is None or not one.best.is_loose:
        return False
    entry = one.best.entry
    if entry.country not in lands:
        return True
    around = [e for e in firm if e.kind in _SMALL]
    return bool(around) and min(km_between(entry, other) for other in around) > _NEAR_ENOUGH


def _is_only_one(unit: Unit) -> bool:
    """Return whether a name of two words and more, or of our own lists, is that of places of one country only."""
    main = [c for c in unit.candidates if c.is_main]
    if len(unit.candidates) == 1 and main and main[0].entry.source != "geonames":
        return True
    return " " in unit.key and len({c.entry.country for c in main}) == 1 == len(
        {c.entry.country for c in unit.candidates}
    )


def _is_famous(entry: Entry, weights: Weights) -> bool:
    """Return whether a place is named far from all else a report tells of without surprise."""
    if entry.kind in ("country", "water") or (entry.kind in ("region", "province") and entry.source != "geonames"):
        return True
    return entry.kind == "town" and entry.population >= weights.famous
