"""Rules for dates: days, months, seasons, quarters, years, decades, centuries.

"Wednesday, December 20, 2023", "14 MAY 89", "early October", "the summer of 2007", "490 BC".
"""

import re

from onrecord.stages.when.beside import beside
from onrecord.stages.when.fragments import (
    EARLY,
    EDGE,
    ERA,
    MOD,
    MONTH,
    MORE,
    WEEKDAY,
    YEAR,
    after_of,
    before_of,
    calendar,
    day_of,
    full_year,
    mod_of,
    month_stands,
    month_value,
    more_of,
    year_of,
)  # fmt: skip
from onrecord.stages.when.meaning import Calendar, Meaning, Piece, Unit
from onrecord.stages.when.pattern import Hit, Rule

_FIRST_YEAR = 1800
_THAT_YEAR = "( of step:(THIS|that same|that|the same|the FOLLOWING|the PRIOR|the NEXT|LAST|NEXT) UNIT )"
_SAME_YEAR = "( step:(that same|that|the same) UNIT )"
_DAY = "( the? day:(DAY|NTH) )"
_JOIN = "( - | – | and | or | to | until | till | through | / | , )"


def _full(hit: Hit) -> Meaning | None:
    if day_of(hit) is None:
        return None
    if hit.has("year") and hit.has("comma") and after_of(hit) in beside("counted"):
        return None
    return calendar(hit)


def _day_month(hit: Hit) -> Meaning | None:
    """A day and month with no year. "10 May" yes, "killed 12 March" no month verb."""
    if day_of(hit) is None or not hit.tokens("month")[0].text[0].isupper():
        return None
    return calendar(hit, step=_step(hit), anchor="then" if hit.has("step") else "either")


def _step(hit: Hit) -> int | None:
    if not hit.has("step"):
        return None
    steps = [hit.lexicon.value(token) for token in hit.tokens("step")]
    return next((step for step in steps if isinstance(step, int)), 0)


def _month(hit: Hit) -> Meaning | None:
    if not hit.has("year") and not hit.has("short") and not hit.has("step") and not month_stands(hit):
        return None
    if not hit.tokens("month")[0].text[0].isupper():
        return None
    return calendar(hit, step=_step(hit), anchor="then" if hit.has("step") else "either")


def _borrowed_month(hit: Hit) -> Meaning | None:
    """The first month of "March to September 2017" takes its year from the second."""
    year, last = year_of(hit), int(hit.lexicon.value(hit.tokens("last")[0]))
    if year is not None and month_value(hit) > last:
        year -= 1
    return calendar(hit, year=year)


def _year_stands(hit: Hit) -> bool:
    """Return whether four digits alone are a year and not a count ("1500 men", "2000 metres")."""
    before, after = before_of(hit), after_of(hit)
    if hit.has("mod") or hit.has("era"):
        return True
    is_number = before in ("-", "–") and int(hit.word("year") or 0) < _FIRST_YEAR  # the plate "OL-1400"
    if before == "at" or is_number or _is_clock_of_two(hit):
        return False
    if before in ("$", "€", "£", "no", "route", "than", "least", "over", "nearly", "resolution", "section", "number"):
        return False
    if after.lower() in beside("counted") and before not in ("in", "since", "by", "until", "during"):
        return False
    if before in beside("before_year") or not after or not before:
        return True
    return not after[:1].islower() or after.lower() in beside("after_year")


def _is_clock_of_two(hit: Hit) -> bool:
    """Return whether another four digits that are no year follow: the 1710 of "from 1710 to 2250" is an hour."""
    other = after_of(hit, 2)
    is_digits = len(other) == 4 and other.isdigit()
    return after_of(hit) in ("to", "until", "and", "-", "–", "TO", "UNTIL", "AND") and is_digits and other > "2199"


def _year(hit: Hit) -> Meaning | None:
    if hit.has("year") and not hit.has("era") and not _year_stands(hit):
        return None
    return calendar(hit, mod=mod_of(hit) or more_of(hit), approximate=more_of(hit) is not None)


def _short_second_year(hit: Hit) -> Meaning | None:
    """The "57" of "1955-57"."""
    first, last = int(hit.word("first")), hit.word("last")
    year = first - first % 100 + int(last)
    return Calendar(year=year) if len(last) == 2 and year > first else None


def _decade(hit: Hit) -> Meaning | None:
    digits = hit.word("decade").lstrip("’'‘").rstrip("s’'")
    year = full_year(int(digits)) if len(digits) == 2 else int(digits)
    mod = mod_of(hit)
    if hit.has("era") and hit.word("era").startswith("b"):
        return Calendar(decade=-year // 10, mod=mod)
    return Calendar(decade=year // 10, mod=mod)


def _century(hit: Hit) -> Meaning | None:
    if hit.value("piece") != "century":
        return None
    token = hit.tokens("nth")[-1]
    digits = token.text.lower().rstrip("sthndr")
    number = int(digits) if digits.isdigit() else int(hit.lexicon.value(token) or 0)
    if hit.has("tens"):
        number += int(hit.value("tens"))
    if not 0 < number <= 30:
        return None
    bc = hit.has("era") and hit.word("era").replace(".", "").startswith("b")
    return Calendar(century=-number if bc else number, mod=mod_of(hit))


def _season(hit: Hit) -> Meaning | None:
    """A season; "spring" and "fall" need something that makes them one."""
    step, maybe = _step(hit), hit.is_a("season", "MAYBESEASON")
    held = hit.has("year") or hit.has("short") or hit.has("mod") or hit.has("step")
    if maybe and not held:
        word, before = hit.tokens("season")[0].text, before_of(hit)
        the = hit.line.tokens[hit.start].text.lower() == "the"
        if not (the and word != "fall") and before not in ("in", "this", "since", "by", "until", "during"):
            return None
        if the and after_of(hit) in ("of", "in") and word.lower() == "fall":
            return None
    return calendar(hit, season=hit.value("season"), step=step, anchor="then" if hit.has("step") else "either")


def _named_season(hit: Hit) -> Meaning | None:
    """Read "the rainy season", "last lean season", "the 2022 monsoon": their months depend on the country."""
    if hit.has("name") and not hit.has("season") and not _season_stands(hit):
        return None
    name = hit.value("kind") or hit.value("name") or hit.word("rains")
    return calendar(hit, named=name, step=_step(hit), anchor="then" if hit.has("step") else "either")


def _season_stands(hit: Hit) -> bool:
    """Return whether "the monsoon" is a season and not what qualifies another noun ("the monsoon floods")."""
    return after_of(hit).lower() in beside("after_season") and (
        hit.has("year") or hit.has("step") or hit.line.tokens[hit.start].text.lower() == "the"
    )


def _part_of_year(hit: Hit) -> Meaning | None:
    """ "the second half of 2008", "Q3 2023", "the first quarter of next year"."""
    words = hit.words("nth")
    number = {"first": 1, "second": 2, "third": 3, "fourth": 4, "latter": 2, "last": 0, "final": 0}.get(words)
    number = number if number is not None else (int(words[1:]) if words[1:].isdigit() else None)
    if number is None:
        return None
    if hit.word("piece") in ("half",) or words.startswith("h"):
        return calendar(hit, half=number or 2)
    return calendar(hit, quarter=number or 4)


def _fiscal(hit: Hit) -> Meaning | None:
    return calendar(hit, fiscal=True, approximate=True)


def _piece_of_month(hit: Hit) -> Meaning | None:
    """Read "the first week of June", "the last ten days of May 1940", "the second half of March"."""
    if not hit.tokens("month")[0].text[0].isupper():
        return None
    words = hit.word("nth")
    unit: Unit = "half" if hit.word("piece") == "half" else hit.value("piece")
    nth = -1 if words in ("last", "final") else int(hit.value("nth"))
    qty = hit.word("qty")
    count = int(qty) if qty.isdigit() else int(hit.value("qty") or 1)
    if unit not in ("day", "week", "half") or nth > 5:
        return None
    return calendar(hit, piece=Piece(nth=2 if unit == "half" and nth < 0 else nth, count=count, unit=unit))


def _fiscal_short(hit: Hit) -> Meaning | None:
    """Read "FY2023", "FY 2022/23": a year that each government starts in a month of its own."""
    years = [int(digits) for digits in re.findall(r"\d+", hit.word("fiscal"))]
    first = years[0] if years[0] > 99 else full_year(years[0])
    return Calendar(year=first, fiscal=True, approximate=True)


def _iso(hit: Hit) -> Meaning | None:
    date, _, clock = hit.tokens("iso")[0].text.partition("T")
    year, month, day = (int(piece) for piece in date.split("-"))
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    hour, minute = (int(clock[:2]), int(clock[3:5])) if clock else (None, None)
    return Calendar(
        year=year, month=month, day=day, hour=hour, minute=minute, zone="Z" if clock.endswith("Z") else None
    )


def _dmy(hit: Hit) -> Meaning | None:
    """Day, month, year as most of the world writes it; month first only where nothing else fits."""
    text = hit.tokens("dmy")[0].text
    first, second, year = (int(piece) for piece in text.replace("/", ".").replace("-", ".").split("."))
    day, month = (first, second) if second <= 12 else (second, first)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    doubtful = day <= 12 and month <= 12 and day != month
    return Calendar(year=year if year > 99 else full_year(year), month=month, day=day, approximate=doubtful)


def _borrowed_day(hit: Hit) -> Meaning | None:
    """The first day of "10-15 May", the last of "May 10-15"."""
    return calendar(hit) if day_of(hit) is not None and hit.tokens("month")[0].text[0].isupper() else None


def _last_day(hit: Hit) -> Meaning | None:
    after = after_of(hit) or "."
    if hit.word("join") in ("and", "to", "or", ",") and after[0].isalnum() and after not in ("in", "at", "when", "as"):
        return None
    return _borrowed_day(hit)


def _two_digit_year(hit: Hit) -> Meaning | None:
    """ "14 MAY 89": two digits right after the month, as cables write it."""
    digits = hit.word("year")
    if len(digits) != 2 or not digits.isdigit() or hit.has("comma") or day_of(hit) is None:
        return None
    after = after_of(hit)
    return None if after[:1].isalpha() and after.lower() in beside("counted") else _full(hit)


_YEARMOD = f"( {EDGE} | the? {EARLY} | more:{MORE} )"
_NAMED = (
    "( kind:SEASONKIND season:(SEASONWORD|RAINS) | name:SEASONNAME season:(SEASONWORD|RAINS)?"
    " | rains:(long|short) RAINS )"
)
_WHICH = (
    "step:( LAST | NEXT | THIS | FOLLOWING | PRIOR | that | that same | the same"
    " | the LAST | the NEXT | the FOLLOWING | the PRIOR )"
)

RULES = (
    Rule("iso:ISO", _iso),
    Rule("dmy:DMY", _dmy),
    Rule(f"{WEEKDAY}? {MOD}? {_DAY} (of|-)? {MONTH} comma:,? -? of? {YEAR}", _full),
    Rule(f"{WEEKDAY}? {_DAY} {MONTH} comma:,? year:(DAY|NUM)", _two_digit_year),
    Rule(f"{WEEKDAY}? {MOD}? {MONTH} {_DAY} comma:,? {YEAR}", _full),
    Rule(f"{WEEKDAY}? {MOD}? {_DAY} of? {MONTH} {_THAT_YEAR}?", _day_month),
    Rule(f"{WEEKDAY}? {MOD}? {MONTH} {_DAY} {_THAT_YEAR}?", _day_month),
    Rule(f"self:( the? day:(DAY|NTH) ) {_JOIN} the? (DAY|NTH) of? {MONTH} ,? {YEAR}?", _borrowed_day),
    Rule(f"{MONTH} (DAY|NTH) join:{_JOIN} self:( the? day:(DAY|NTH) ( ,? {YEAR} )? )", _last_day),
    Rule(f"self:( {MOD}? {MONTH} ) {_JOIN} {EARLY}? last:(MONTH|MAYBE) ,? {YEAR}", _borrowed_month),
    Rule(f"the? {MOD}? {MONTH} ,? of? {YEAR}", _month),
    Rule(f"{MOD}? {MONTH} {_THAT_YEAR}?", _month),
    Rule(f"{MOD}? {MONTH} {_SAME_YEAR}", _month),
    Rule(f"{MOD}? {_WHICH} {MONTH}", _month),
    Rule(f"{MOD}? the? {EARLY}? season:(SEASON|MAYBESEASON) ,? of? the? {YEAR}", _season),
    Rule("the? year:YEAR season:(SEASON|MAYBESEASON)", _season),
    Rule(f"( {EDGE} | the? {EARLY}? ) season:(SEASON|MAYBESEASON) {_THAT_YEAR}?", _season),
    Rule(f"{MOD}? {_WHICH} season:(SEASON|MAYBESEASON)", _season),
    Rule(f"( {EDGE} | the? {EARLY}? ) the? {YEAR}? {_NAMED} {_THAT_YEAR}?", _named_season),
    Rule(f"the? {YEAR} (-|–|/) (YEAR|DAY) {_NAMED}", _named_season),
    Rule(f"{MOD}? the? {_NAMED} ,? (of|in)? {YEAR}", _named_season),
    Rule(f"{MOD}? {_WHICH} {_NAMED}", _named_season),
    Rule(f"{_YEARMOD}? ( the UNIT )? {YEAR}", _year),
    Rule(f"{_YEARMOD}? year:(NUM|DAY|YEAR|BIGNUM) {ERA}", _year),
    Rule("ERAAD year:(NUM|DAY|YEAR)", _year),
    Rule("first:YEAR (-|–|/) self:( last:(DAY|NUM) )", _short_second_year),
    Rule(f"( {EDGE} | the? {EARLY} | the )? decade:DECADE {ERA}?", _decade),
    Rule(f"( {EDGE} | the? {EARLY} | the )? ( tens:TENS -? )? nth:(NTH|ORDINAL|SECOND) -? piece:UNIT {ERA}?", _century),
    Rule(f"the? nth:(ORDINAL|SECOND|latter|LAST|final) piece:(HALF|UNIT) of {YEAR}", _part_of_year),
    Rule(f"the? fiscal UNIT? {YEAR} ( (/|-|–) (DAY|YEAR) )?", _fiscal),
    Rule(f"the? {YEAR} ( (/|-|–) (DAY|YEAR) )? fiscal UNIT", _fiscal),
    Rule("fiscal:FISCAL", _fiscal_short),
    Rule(
        f"the? nth:(ORDINAL|SECOND|LAST|final) qty:(NUMBER|DAY)? piece:(UNIT|UNITS|HALF) of {MONTH} ( ,? {YEAR} )?",
        _piece_of_month,
    ),
    Rule(f"nth:PIECE ,? of? {YEAR}", _part_of_year),
)
