"""Does a report tell of its own days, or of years long before it was published?

A history's months and weekdays count from the time spoken of; a news report's from its publication.
"""

from collections.abc import Iterable
from datetime import date

from onrecord.stages.when.meaning import Calendar, Meaning, Shift, Spotted
from onrecord.stages.when.moment import Moment
from onrecord.stages.when.timeline import Resolved

_OLD = 2
"""A day so many years before the publication is old: what is told after it goes on from there."""
_MANY = 20
"""So many old years make a history even of a text that runs up to its own day."""


def tells_history(spotted: Iterable[Spotted], published: date | None) -> bool:
    """Return whether most dated words name years before last year and few count from today.

    A report that nobody dated is read as a history: its own explicit dates are all there is.
    """
    if published is None:
        return True
    old = recent = deictic = 0
    for item in spotted:
        meaning = item.meaning
        if isinstance(meaning, Calendar):
            if meaning.year is not None or meaning.decade is not None or meaning.century is not None:
                is_old = meaning.year is None or meaning.year < published.year - 1
                old, recent = old + is_old, recent + (not is_old)
            elif meaning.weekday:
                deictic += 1
        elif isinstance(meaning, Shift) and meaning.anchor == "now":
            deictic += 1
    is_mostly_old = old > 2 * recent or (old >= _MANY and old > recent)
    return old >= 4 and is_mostly_old and old > 3 * deictic


def goes_on_from(meaning: Meaning, result: Resolved, story: Moment | None, published: date | None) -> Moment | None:
    """Return the day of an old year that a passage tells on from after a time, `None` where it is back at the news.

    "The plane was shot down on 6 April 1994. Rebels took the capital on 4 July": in 1994.
    """
    if not isinstance(meaning, Calendar) or published is None:
        return None if isinstance(meaning, Shift) and meaning.anchor == "now" else story
    if meaning.year is None:
        return None if meaning.weekday and not meaning.month else story
    is_day = result.moment is not None and result.moment.level in ("day", "part", "clock")
    return result.moment if is_day and meaning.year <= published.year - _OLD else None
