"""How much does each ground count when namesakes are weighed?

Fitted by search on every other text of GeoVirus and LGL; `docs/decisions` says how.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.model.place import PlaceKind

_KEPT: Mapping[PlaceKind, float] = {
    "country": 8.0, "region": 5.5, "water": 5.5, "province": 5.5, "district": 4.3, "town": 4.8,
    "neighbourhood": 4.2, "camp": 4.5, "facility": 4.3, "border": 4.3, "unknown": 4.0,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The weights of the grounds.

    A place of GeoNames is known as the logarithm of its people says, a division less, a country most;
    one of our own lists or a user's as its kind says (`kept`, `user`); `of_several` makes up to seas and
    regions of several countries that no country speaks for them. `alias` is taken off where
    the name is not the main one, `stranger` where it is not even like it, `around_its_seat` off a
    division that holds a town of the same name ("fled to Diffa").
    """

    kept: Mapping[PlaceKind, float] = field(default_factory=lambda: dict(_KEPT))
    user: float = 7.0
    of_several: float = 2.0
    country_known: float = 8.8
    province_less: float = 0.4
    district_less: float = 1.1
    around_its_seat: float = 1.0
    alias: float = 1.0
    stranger: float = 0.7
    kept_alias: float = 1.0
    same_kind: float = 2.0
    like_kind: float = 1.7
    other_kind: float = -0.7
    as_written: float = 0.8
    country: float = 1.6
    country_floor: float = 0.069
    near: float = 1.6
    near_floor: float = 0.04
    inside: float = 6.0
    outside: float = -1.0
    elsewhere: float = -3.0
    reach: float = 75.0
    rounds: int = 3
    enough: float = 2.2
    enough_alias: float = 5.0
    famous: int = 150_000
    known_abroad: int = 10_000
    some_gain: float = 0.3
