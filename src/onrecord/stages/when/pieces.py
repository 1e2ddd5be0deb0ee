"""Which days are "the first week of June", "the last ten days of May", "the second half of March"?"""

from datetime import date, timedelta

from onrecord.stages.when.meaning import Piece
from onrecord.stages.when.moment import Moment, first_day, last_day

_DAYS = {"day": 1, "week": 7}


def piece_of(month: Moment, piece: Piece) -> tuple[date, date] | None:
    """Return first and last day of a piece of a month, `None` where there is none such."""
    start, end = first_day(month), last_day(month)
    if month.level != "month" or start is None or end is None:
        return None
    if piece.unit == "half":
        middle = start + timedelta(days=14)
        return (start, middle) if piece.nth == 1 else (middle + timedelta(days=1), end)
    days = _DAYS.get(piece.unit)
    if days is None:
        return None
    length = days * piece.count
    if piece.nth < 0:
        return max(start, end - timedelta(days=length - 1)), end
    first = start + timedelta(days=length * (piece.nth - 1))
    last = min(end, first + timedelta(days=length - 1))
    return (first, last) if first <= end else None
