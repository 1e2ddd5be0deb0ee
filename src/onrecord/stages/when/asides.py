"""Which years does a text name in passing, so that what follows does not count from them?

"In 1916 the front held. (He had been born in 1870.) In March it broke": 1870 is an aside. A year
is one when it lies far from the year before it and the next year named is back where the text was.
"""

from collections.abc import Sequence
from statistics import median

from onrecord.stages.when.meaning import Calendar, Spotted

_FAR = 5
_BACK = 2
_AROUND = 4
"""So many years before and after one tell what the text is about there."""


def asides(items: Sequence[Spotted]) -> frozenset[int]:
    """Return the numbers of the items whose year is named in passing."""
    named = [(n, item.meaning.year) for n, item in enumerate(items) if isinstance(item.meaning, Calendar)]
    years = [(n, year) for n, year in named if year is not None]
    found, at = set(), None
    for k, (number, year) in enumerate(years):
        following = [y for _, y in years[k + 1 : k + 1 + _AROUND]]
        before = [y for _, y in years[max(0, k - _AROUND) : k]]
        if at is not None and abs(year - at) >= _FAR and _is_aside(year, at, before, following):
            found.add(number)
            continue
        at = year
    return frozenset(found)


def _is_aside(year: int, at: int, before: Sequence[int], following: Sequence[int]) -> bool:
    if following and abs(following[0] - at) <= _BACK:
        return True
    if len(before) < _AROUND or len(following) < _AROUND:
        return False
    usual = median((*before, *following))
    spread = median(abs(other - usual) for other in (*before, *following))
    return abs(at - usual) < _FAR and abs(year - usual) > max(_FAR, 3 * spread)
