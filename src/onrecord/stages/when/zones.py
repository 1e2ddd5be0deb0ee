"""What does the clock of the place add to a time that names no zone: "last night" in Gaza is 18:00 to 05:59 there?"""

from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


@cache
def zone_called(name: str | None) -> ZoneInfo | None:
    """Return a zone of the IANA database, `None` where there is no such zone or no database."""
    if name is None:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return None


def local(said: str | None, zone: ZoneInfo | None) -> str | None:
    """Return a date-time with the zone's offset on that day; a day, or one that has an offset, as it is."""
    if said is None or zone is None or "T" not in said or said.startswith("-"):
        return said
    moment = datetime.fromisoformat(said)
    if moment.tzinfo is not None:
        return said
    return moment.replace(tzinfo=zone).isoformat(timespec="minutes")


def local_clock(edtf: str | None, zone: ZoneInfo | None) -> str | None:
    """Return a clock time in EDTF with the zone's offset, one that has an offset as it is."""
    if edtf is None or zone is None or edtf.startswith("-"):
        return edtf
    moment = datetime.fromisoformat(edtf)
    return edtf if moment.tzinfo is not None else moment.replace(tzinfo=zone).isoformat(timespec="seconds")


def local_day(said: str, zone: ZoneInfo | None) -> date:
    """Return the day of a date or date-time, as the calendar of the zone had it at that moment."""
    if zone is None or "T" not in said:
        return date.fromisoformat(said[:10])
    moment = datetime.fromisoformat(said)
    return moment.date() if moment.tzinfo is None else moment.astimezone(zone).date()
