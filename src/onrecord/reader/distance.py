"""How far each word stands from an anchor, in 33 buckets."""

import math


def buckets(n: int, start: int, end: int) -> list[int]:
    """Return 0 inside the anchor, 1-16 before it, 17-32 after it, for each of `n` words."""
    return [_bucket(i, start, end) for i in range(n)]


def _bucket(i: int, start: int, end: int) -> int:
    if start <= i < end:
        return 0
    away = start - i if i < start else i - end + 1
    step = away - 1 if away <= 6 else min(15, 6 + int(math.log2(away / 6) * 2.5))
    return (1 if i < start else 17) + step
