"""What do the towns of a country tell of the rest: the division and time zone of a point, the middle of a division?"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from onrecord.gazetteer.rows import Row

_TOO_LARGE = ("region", "water", "country")
_FEW = 5


class TownList:
    """The towns of one country as they are read."""

    def __init__(self) -> None:
        self._at: list[tuple[float, float]] = []
        self._admin1: list[str | None] = []
        self._timezone: list[str | None] = []
        self._people: list[float] = []

    def add(self, row: Row) -> None:
        """Take one more town."""
        self._at.append((row.lat, row.lon))
        self._admin1.append(row.admin1)
        self._timezone.append(row.timezone)
        self._people.append(row.population)

    def towns(self) -> "Towns":
        """Return the towns taken so far."""
        admin1, timezone = np.array(self._admin1, dtype=object), np.array(self._timezone, dtype=object)
        return Towns(np.array(self._at), admin1, timezone, np.array(self._people))


@dataclass(frozen=True, slots=True)
class Towns:
    """The towns of one country."""

    at: NDArray[np.float64]
    admin1: NDArray[np.object_]
    timezone: NDArray[np.object_]
    people: NDArray[np.float64]
    known: dict[str | None, str | None] = field(default_factory=dict)

    def nearest(self, row: Row) -> tuple[str | None, str | None]:
        """Return the first division and the time zone of the town nearest to `row`."""
        away = self.at - np.array([row.lat, row.lon])
        away[:, 1] *= np.cos(np.radians(row.lat))
        n = int(np.argmin((away**2).sum(axis=1)))
        return (None if row.kind in _TOO_LARGE else self.admin1[n]), self.timezone[n]

    def main_timezone(self, admin1: str | None) -> str | None:
        """Return the time zone of the largest town, of one division if it is given."""
        if admin1 in self.known:
            return self.known[admin1]
        people = self.people if admin1 is None else np.where(self.admin1 == admin1, self.people, -1.0)
        n = int(np.argmax(people))
        self.known[admin1] = self.timezone[n] if people[n] >= 0 else None
        return self.known[admin1]

    def middle(self, admin1: str | None) -> tuple[float, float] | None:
        """Return the middle of the stretch a division's towns cover, `None` where it has few.

        The mean of its towns lies where they crowd: that of Texas in its east. One town in a hundred on
        either side is left out, for islands far off.
        """
        at = self.at[self.admin1 == admin1]
        if len(at) < _FEW or np.ptp(at[:, 1]) > 180:
            return None
        low, high = np.quantile(at, 0.01, axis=0), np.quantile(at, 0.99, axis=0)
        lat, lon = (low + high) / 2
        return float(lat), float(lon)
