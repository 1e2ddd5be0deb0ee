"""Which of its namesakes is each place: every name is weighed by what all the others may be.

A place gains from its size, from the country the report speaks of, from lying near the report's
other places and from what the words say it lies in. All names are weighed at once, in a few rounds,
each round with the shares of the one before ("Paris" with "Texas" and "Dallas" leaves France).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.gazetteer import Entry
from onrecord.gazetteer.entry import km_between
from onrecord.stages.where.candidates import Candidate
from onrecord.stages.where.weights import Weights

_CITY_APART = 3.0
Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One name of the report, however often it stands there, with the places it may be."""

    key: str
    candidates: tuple[Candidate, ...]
    inside: tuple[str, ...]
    n_mentions: int


def weigh(units: Sequence[Unit], votes: Mapping[str, float], *, weights: Weights) -> list[Vector]:
    """Return for each unit the scores of its candidates, in their order.

    Args:
        units: The names of the report.
        votes: How often the report names each country's people or government.
        weights: How much each ground counts.
    """
    own = [_own(unit, units, weights) for unit in units]
    if not any(len(scores) for scores in own):
        return own
    ground = _Ground.of(units, votes, weights)
    scores = own
    for _ in range(weights.rounds):
        shares = [_softmax(s) for s in scores]
        scores = ground.scores(own, shares)
    return scores


def _own(unit: Unit, units: Sequence[Unit], weights: Weights) -> Vector:
    scores = np.array([c.known + c.fits for c in unit.candidates])
    if any(other.key == f"{unit.key} city" for other in units):  # beside "Gaza City", "Gaza" is the land around it
        scores -= np.array([_CITY_APART if c.entry.kind == "town" else 0.0 for c in unit.candidates])
    for key in unit.inside:
        around = next((other for other in units if other.key == key and other is not unit), None)
        if around is None or not around.candidates:
            continue
        lies = np.array([any(lies_in(c.entry, d.entry) for d in around.candidates) for c in unit.candidates])
        scores += np.where(lies, weights.inside, weights.outside if lies.any() else 0.0)
        lands = _lands(around)
        if lands:  # "Omagh, Syria" is no Omagh of Ireland, even if Syria has none that we know
            away = [_is_away(c.entry, lands) for c in unit.candidates]
            scores += np.where(away, weights.elsewhere, 0.0)
    return scores


def _lands(unit: Unit) -> frozenset[str]:
    """Return the country a name is that of, none where it may be a town's or another place's as well."""
    best = max(unit.candidates, key=lambda c: c.known, default=None)
    if best is None or best.entry.kind != "country" or best.entry.country is None:
        return frozenset()
    return frozenset({best.entry.country})


def _is_away(entry: Entry, lands: frozenset[str]) -> bool:
    return entry.kind not in ("country", "province") and entry.country is not None and entry.country not in lands


def lies_in(entry: Entry, other: Entry) -> bool:
    """Return whether `entry` lies in `other`, by division where both have one, else by distance."""
    if (
        entry.id == other.id
        or other.kind in ("water", "border")
        or (entry.kind == "country" and other.kind != "region")
    ):
        return False
    if other.kind == "country" and other.country is not None:
        return entry.country == other.country
    if other.kind == "province" and other.admin1 is not None and entry.admin1 is not None:
        return entry.country == other.country and entry.admin1 == other.admin1 and entry.kind != "province"
    if entry.km >= other.km or (entry.country and other.country and entry.country != other.country):
        return False
    return km_between(entry, other) <= other.km * 1.2


def _softmax(scores: Vector) -> Vector:
    if not len(scores):
        return scores
    raised = np.exp(scores - scores.max())
    return np.asarray(raised / raised.sum())


@dataclass(frozen=True, slots=True)
class _Ground:
    weights: Weights
    unit: NDArray[np.intp]
    country: NDArray[np.intp]
    close: Vector
    mass: Vector
    votes: Vector

    @classmethod
    def of(cls, units: Sequence[Unit], votes: Mapping[str, float], weights: Weights) -> "_Ground":
        entries = [(n, c.entry) for n, unit in enumerate(units) for c in unit.candidates]
        codes = sorted({e.country for _, e in entries if e.country} | set(votes) | {"--"})  # never empty
        number = {code: n for n, code in enumerate(codes)}
        lat, lon = (np.radians([getattr(e, name) for _, e in entries]) for name in ("lat", "lon"))
        half = np.sin((lat[:, None] - lat) / 2) ** 2
        half += np.cos(lat[:, None]) * np.cos(lat) * np.sin((lon[:, None] - lon) / 2) ** 2
        away = 12742.0 * np.arcsin(np.sqrt(np.minimum(half, 1.0)))
        of = np.array([n for n, _ in entries])
        large = np.array([e.kind == "country" or e.km > 500 for _, e in entries])
        close = 1.0 / (1.0 + (away / weights.reach) ** 2)
        close[of[:, None] == of] = 0.0
        close[:, large] = 0.0
        return cls(
            weights,
            of,
            np.array([number.get(e.country or "", -1) for _, e in entries]),
            close,
            np.array([1.0 + np.log(unit.n_mentions) for unit in units]),
            np.array([votes.get(code, 0.0) for code in codes]),
        )

    def scores(self, own: Sequence[Vector], shares: Sequence[Vector]) -> list[Vector]:
        """Return each candidate's own score with what the others' shares of this round add."""
        share = np.concatenate(shares) * self.mass[self.unit]
        land = self.country >= 0
        table = np.zeros((len(own), len(self.votes)))
        np.add.at(table, (self.unit[land], self.country[land]), share[land])
        total = table.sum(0) + self.votes
        others = np.where(land, total[self.country] - table[self.unit, self.country], 0.0)
        everyone = total.sum() - table.sum(1)[self.unit]
        weights = self.weights
        gain = weights.country * _gain(others, everyone, weights.country_floor)
        gain += weights.near * _gain(self.close @ share, everyone, weights.near_floor)
        ends = np.cumsum([len(s) for s in own])[:-1]
        return [base + extra for base, extra in zip(own, np.split(gain, ends), strict=True)]


def _gain(part: Vector, whole: Vector, floor: float) -> Vector:
    """Return how much a share of all the report speaks of raises a score: nothing for none, the log of it for some."""
    share = np.maximum(part, 0.0) / (np.maximum(whole, 0.0) + 1.0)
    return np.asarray(np.log1p(share / floor))
