"""How far each word stands from an anchor, in 33 buckets."""

import math
from functools import cache


def buckets(n: int, start: int, end: int) -> list[int]:
    """Return 0 inside the anchor, 1-16 before it, 17-32 after it, for each of `n` words."""
    before, after = (
        [1 + _step(away) for away in range(start, 0, -1)],
        [17 + _step(away) for away in range(1, n - end + 1)],
    )
    return before + [0] * (end - start) + after


@cache
def _step(away: int) -> int:
    return away - 1 if away <= 6 else min(15, 6 + int(math.log2(away / 6) * 2.5))
