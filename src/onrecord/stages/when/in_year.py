"""Of which year is a month, season or feast whose year the words leave open?"""

from dataclasses import replace

from onrecord.stages.when import feasts
from onrecord.stages.when.meaning import Calendar
from onrecord.stages.when.moment import SEASONS, Moment, at_level, day_in, first_day


def order(moment: Moment) -> int:
    """Return a number that grows with time, for comparing moments of any level."""
    day = first_day(moment)
    return day.toordinal() if day is not None else moment.year * 366 + moment.month * 31 + moment.day


def holds(place: Moment, base: Moment) -> bool:
    """Return whether `base` lies in `place`."""
    return at_level(base, place.level) == place


def with_year(meaning: Calendar, year: int) -> Moment | None:
    """Return the calendar place `meaning` in `year`, `None` where there is none such ("30 February")."""
    if meaning.feast:
        return feasts.in_year(meaning.feast, year)
    if meaning.half:
        return Moment(level="half", year=year, number=meaning.half)
    if meaning.quarter:
        return Moment(level="quarter", year=year, number=meaning.quarter)
    if meaning.season:
        return Moment(level="season", year=year, season=meaning.season)
    if not meaning.month:
        return Moment(level="year", year=year)
    if not meaning.day:
        return Moment(level="month", year=year, month=meaning.month)
    day = day_in(year, meaning.month, meaning.day)
    return None if day is None else finer(day, meaning)


def finer(day: Moment, meaning: Calendar) -> Moment:
    """Return the day, or the part or clock time of it that `meaning` names."""
    if meaning.hour is not None:
        return replace(day, level="clock", hour=meaning.hour, minute=meaning.minute or 0, zone=meaning.zone or "")
    if meaning.part:
        return replace(day, level="part", part=meaning.part)
    return day


def forward(places: list[Moment], base: Moment) -> Moment:
    """Return the place a history means: in the year spoken of, or just past its end where the story crosses it."""
    same = next((place for place in places if place.year == base.year), places[0])
    later = next((place for place in places if place.year == base.year + 1), None)
    base_month = base.month or (SEASONS[base.season][0] if base.season else 0)
    month = same.month or (SEASONS[same.season][0] if same.season else 0)
    if later is not None and base_month >= 10 and 0 < month <= 3 and base_month - month >= 8:
        return later
    return same


def nearest(places: list[Moment], base: Moment, direction: int) -> Moment:
    """Return the place nearest to the publication date on the side the verb points to."""
    if (here := next((place for place in places if holds(place, base)), None)) is not None:
        return here
    past = [place for place in places if order(place) <= order(base)]
    future = [place for place in places if order(place) > order(base)]
    if direction > 0 and future:
        return future[0]
    if direction == 0 and future and order(future[0]) - order(base) <= 45:
        return future[0]
    return past[-1] if past else future[0]
