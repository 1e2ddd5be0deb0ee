"""Is the best namesake believed, or is it honest to leave the name unresolved?"""

from dataclasses import dataclass

import numpy as np

from onrecord.stages.where.candidates import Candidate
from onrecord.stages.where.weigh import Unit, Vector
from onrecord.stages.where.weights import Weights


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """The place a name was found to be, `None` where none is believed, and the others with their scores."""

    best: Candidate | None
    score: float | None
    others: tuple[tuple[Candidate, float], ...]


def settle(unit: Unit, scores: Vector, weights: Weights) -> Settled:
    """Return the best candidate of a name if it is believed."""
    if not unit.candidates:
        return Settled(best=None, score=None, others=())
    order = [int(n) for n in np.argsort(-scores, kind="stable")]
    ranked = tuple((unit.candidates[n], round(float(scores[n]), 2)) for n in order)
    best = ranked[0][0]
    if ranked[0][1] < (weights.enough if best.is_main else weights.enough_alias):
        return Settled(best=None, score=None, others=ranked[:4])
    return Settled(best=best, score=ranked[0][1], others=ranked[1:5])
