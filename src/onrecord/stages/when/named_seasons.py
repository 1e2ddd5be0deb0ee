"""In which months is "the rainy season", "the lean season", "the monsoon" in the country a report tells of?

Every answer is approximate: rains come early or late. A country without a row in `vocab/seasons.yaml` gives none.
"""

from calendar import monthrange
from datetime import date

from onrecord.stages.when.meaning import Calendar
from onrecord.stages.when.moment import Moment, first_day
from onrecord.vocab.load import load_table

Stretch = tuple[date, date]


def stretch_of(meaning: Calendar, country: str | None, base: Moment | None, direction: int) -> Stretch | None:
    """Return first and last day of the season meant, `None` where country or year cannot be told.

    Args:
        meaning: Names the season; its year and step ("last", "next", "this") choose among the years.
        country: ISO code of the country the report tells of.
        base: What it counts from.
        direction: Where the verb points; 0 tells of no one season ("roads flood in the rainy season").
    """
    months = load_table("seasons").get(meaning.named or "", {}).get(country)
    if months is None:
        return None
    if meaning.year is not None:
        here = [_in_year(first, last, meaning.year) for first, last in months]
        return here[0] if len(here) == 1 else None
    today = None if base is None else first_day(base)
    if today is None:
        return None
    years = (today.year - 2, today.year - 1, today.year, today.year + 1, today.year + 2)
    stretches = sorted(_in_year(first, last, year) for year in years for first, last in months)
    return _chosen(stretches, today, meaning.step, direction)


def _in_year(first: int, last: int, year: int) -> Stretch:
    end = year + (last < first)
    return date(year, first, 1), date(end, last, monthrange(end, last)[1])


def _chosen(stretches: list[Stretch], today: date, step: int | None, direction: int) -> Stretch | None:
    past = [one for one in stretches if one[1] < today]
    now = [one for one in stretches if one[0] <= today <= one[1]]
    ahead = [one for one in stretches if one[0] > today]
    if step is not None and step != 0:
        return ahead[0] if step > 0 else past[-1]
    if now and (step == 0 or direction):
        return now[0]
    if step == 0:
        return ahead[0] if (ahead[0][0] - today).days <= (today - past[-1][1]).days else past[-1]
    if direction == 0:
        return None
    return ahead[0] if direction > 0 else past[-1]
