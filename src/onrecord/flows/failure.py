"""Something in a ledger that is not as it was put there."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Something that is not as it was put there: which item, and what is wrong with it."""

    item: str
    reason: str
