"""Is the best namesake believed, or is it honest to leave the name unresolved?"""

from dataclasses import dataclass

import numpy as np

from onrecord.gazetteer import Entry
from onrecord.stages.where.candidates import Candidate
from onrecord.stages.where.weigh import Unit, Vector
from onrecord.stages.where.weights import Weights


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """The place a name was found to be, `None` where none is believed, and the others with their scores."""

    best: Candidate | None
    score: float | None
    others: tuple[tuple[Candidate, float], ...]


def settle(unit: Unit, scores: Vector, weights: Weights, *, is_alone: bool) -> Settled:
    """Return the best candidate of a name if it is believed; `is_alone` says that the report names no other place."""
    if not unit.candidates:
        return Settled(best=None, score=None, others=())
    order = [int(n) for n in np.argsort(-scores, kind="stable")]
    ranked = tuple((unit.candidates[n], round(float(scores[n]), 2)) for n in order)
    best, score = ranked[0]
    enough = weights.enough if best.is_main else weights.enough_alias
    gain = score - best.known - best.fits
    is_stray = not is_alone and gain < weights.some_gain and not _is_famous(best.entry, weights)
    is_stray = is_stray and not _is_only_one(unit)
    if score < enough or is_stray:
        return Settled(best=None, score=None, others=ranked[:4])
    return Settled(best=best, score=score, others=ranked[1:5])


def _is_only_one(unit: Unit) -> bool:
    """Return whether a name of two words and more is that of places of one country only."""
    main = [c for c in unit.candidates if c.is_main]
    return " " in unit.key and len({c.entry.country for c in main}) == 1 == len(
        {c.entry.country for c in unit.candidates}
    )


def _is_famous(entry: Entry, weights: Weights) -> bool:
    """Return whether a place is named far from all else a report tells of without surprise."""
    if entry.kind in ("country", "water") or (entry.kind in ("region", "province") and entry.source != "geonames"):
        return True
    return entry.kind == "town" and entry.population >= weights.famous
