"""Rules for times of day: "3 p.m.", "around 0530 GMT", "141200Z MAY 89", "at noon on Friday", "the night of 6 May"."""

from onrecord.stages.when.beside import beside
from onrecord.stages.when.fragments import (
    EARLY,
    MONTH,
    WEEKDAY,
    YEAR,
    after_of,
    before_of,
    calendar,
    day_of,
    full_year,
    mod_of,
    month_value,
)
from onrecord.stages.when.meaning import Calendar, Meaning
from onrecord.stages.when.pattern import Hit, Rule

_DATE = (
    f"( {WEEKDAY}? the? day:(DAY|NTH) of? {MONTH} ( ,? {YEAR} )? | {WEEKDAY}? {MONTH} the? day:(DAY|NTH) ( ,? {YEAR} )?"
    " | weekday:WEEKDAY | ref:DAYREF )"
)
_ON = "( ,? (on the|of the|in the|on|of|in|the)? )"
_ZONE = "( zone:ZONE TIMEWORD? )"
_PM = "half:(MERIDIEM|HM)"
_CLOCK = (
    f"( clock:CLOCK {_PM}? {_ZONE}? | clock:(DAY|NUM) {_PM} {_ZONE}? | clock:(NUM|BIGNUM|YEAR) hours:UNITS? {_ZONE}"
    f" | clock:(NUM|BIGNUM|YEAR) hours:UNITS | clock:DAY o'clock | noon:HOUR12 {_ZONE}? )"
)

_DIGITS = "(YEAR|BIGNUM)"


def _clock(hit: Hit) -> Meaning | None:
    """A clock time, with its date where one stands beside it."""
    time = _hour_minute(hit)
    if time is None:
        return None
    hour, minute = time
    zone = hit.value("zone") if hit.has("zone") else None
    day = hit.value("ref") if hit.has("ref") else None
    if hit.has("day") and day_of(hit) is None:
        return None
    if day is not None:
        return Calendar(hour=hour, minute=minute, zone=zone, step=int(day), anchor="now", day_later=int(day))
    return calendar(hit, hour=hour, minute=minute, zone=zone)


def _hour_minute(hit: Hit) -> tuple[int, int] | None:
    if hit.has("noon"):
        return int(hit.value("noon")), 0
    said = hit.word("clock").replace(".", ":")
    if ":" in said:
        pieces = [int(piece) for piece in said.split(":")]
        hour, minute = pieces[0], pieces[1]
    elif len(said) <= 2:
        hour, minute = int(said), 0
    elif len(said) in (3, 4) and said.isdigit():
        if hit.has("hours") and hit.word("hours") not in ("hours", "hrs"):
            return None
        hour, minute = int(said[:-2]), int(said[-2:])
    else:
        return None
    if hit.has("half"):
        late = hit.word("half").startswith("p")
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if late else 0)
    return (hour, minute) if hour <= 24 and minute <= 59 else None


def _bare_clock(hit: Hit) -> Meaning | None:
    """Four digits after "at", as cables write the hour: "at 1625", not "at 1500 metres", "at 1600 Lune Street"."""
    digits, after = hit.word("clock"), after_of(hit)
    if len(digits) != 4 or not digits.isdigit() or after.lower() in (*beside("counted"), *beside("measured")):
        return None
    return None if after.istitle() and after.lower() not in beside("after_year") else _clock(hit)


def _clock_of_two(hit: Hit) -> Meaning | None:
    """One of two hours, "from 1710 to 2250"; two years that are both years are none ("from 1939 to 1945")."""
    both = [hit.word("clock"), hit.word("other")]
    is_years = all(hit.is_a(name, "YEAR") for name in ("clock", "other"))
    if is_years or any(
        len(digits) != 4 or not digits.isdigit() or int(digits[:2]) > 24 or int(digits[2:]) > 59 for digits in both
    ):
        return None
    return _clock(hit)


def _part_of(hit: Hit) -> Meaning | None:
    """ "the morning of 31 January 1965", "the night of Friday", "10 May evening"."""
    if hit.has("day") and day_of(hit) is None:
        return None
    if hit.has("ref"):
        return Calendar(
            part=hit.value("part"),
            step=int(hit.value("ref")),
            anchor="now",
            day_later=int(hit.value("ref")),
            mod=mod_of(hit),
        )
    return calendar(hit, part=hit.value("part"), mod=mod_of(hit))


def _small_hours(hit: Hit) -> Meaning | None:
    """Read "the small hours of Monday", "the early hours of 6 May": its night after midnight."""
    if hit.word("hours") != "hours" or (hit.has("day") and day_of(hit) is None):
        return None
    if hit.has("ref"):
        step = int(hit.value("ref"))
        return Calendar(part="MO", step=step, anchor="now", day_later=step, mod="EARLY")
    return calendar(hit, part="MO", mod="EARLY")


def _part_alone(hit: Hit) -> Meaning | None:
    """ "in the morning", "at night", "at dawn": of the day that is spoken of."""
    if before_of(hit) in ("every", "each"):
        return None
    return Calendar(part=hit.value("part"), anchor="then", mod=mod_of(hit))


def _date_time_group(hit: Hit) -> Meaning | None:
    """ "141200Z MAY 89": day, hour, minute, zone letter, month, year."""
    group = hit.word("dtg")
    day, hour, minute = int(group[:2]), int(group[2:4]), int(group[4:6])
    if not (1 <= day <= 31 and hour <= 24 and minute <= 59):
        return None
    year = int(hit.word("yy")) if hit.has("yy") else None
    zone = _military(group[-1])
    return Calendar(
        year=None if year is None else (full_year(year) if year < 100 else year),
        month=month_value(hit), day=day, hour=hour, minute=minute, zone=zone,
    )  # fmt: skip


def _military(letter: str) -> str:
    """Return the offset of a military zone letter ("z" 0, "c" +03, "q" -04)."""
    east, west = "abcdefghiklm", "nopqrstuvwxy"
    if letter in east:
        return f"+{east.index(letter) + 1:02d}"
    return f"-{west.index(letter) + 1:02d}" if letter in west else "Z"


RULES = (
    Rule(f"dtg:DTG {MONTH} yy:(DAY|NUM|YEAR)?", _date_time_group),
    Rule(f"{_CLOCK} {_ON}? {_DATE} zone:ZONE?", _clock),
    Rule(f"{_DATE} ,? at? {_CLOCK}", _clock),
    Rule(_CLOCK, _clock),
    Rule(f"{_DATE} ,? at clock:{_DIGITS}", _bare_clock),
    Rule(f"at self:( clock:{_DIGITS} {_ON} {_DATE} )", _bare_clock),
    Rule(f"at self:( clock:{_DIGITS} )", _bare_clock),
    Rule(f"(from|between) self:( clock:{_DIGITS} ) (to|until|and) other:{_DIGITS} ( {_ON} {_DATE} )?", _clock_of_two),
    Rule(f"(from|between) other:{_DIGITS} (to|until|and) self:( clock:{_DIGITS} ) ( {_ON} {_DATE} )?", _clock_of_two),
    Rule(f"the? {EARLY}? part:(PART|PARTHOUR) UNITS? {_ON} {_DATE}", _part_of),
    Rule(f"mod:EARLY in the part:PART {_ON} {_DATE}", _part_of),
    Rule(f"the? (EARLY|small|wee) hours:UNITS of {_DATE}", _small_hours),
    Rule(f"{_DATE} ,? (in the)? {EARLY}? part:(PART|PARTHOUR)", _part_of),
    Rule(f"the? {EARLY}? part:(PART|PARTHOUR) UNITS?", _part_alone),
)
