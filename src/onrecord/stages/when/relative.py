"""Rules for times counted from another: "yesterday", "three days later", "the following spring", "last night"."""

from onrecord.stages.when.beside import beside
from onrecord.stages.when.fragments import EARLY, EDGE, MORE, QUANTITY, after_of, before_of, mod_of, more_of
from onrecord.stages.when.lengths import amount
from onrecord.stages.when.meaning import Anchor, Calendar, Meaning, Shift, Vague
from onrecord.stages.when.pattern import Hit, Rule

_LATER = frozenset({"later", "after", "afterwards", "afterward"})


def _sign(step: int) -> int:
    return (step > 0) - (step < 0)


def _day(hit: Hit) -> Meaning:
    """Read "yesterday morning", "later today", "the day after tomorrow"."""
    step = int(hit.value("ref")) * (2 if hit.has("beyond") else 1)
    mod = None if hit.word("mod") in ("later", "earlier") else mod_of(hit)  # "later today": any hour of the day
    return Shift(count=abs(step), unit="day", direction=_sign(step), anchor="now", part=hit.value("part"), mod=mod)


def _night(hit: Hit) -> Meaning:
    step = int(hit.value("ref"))
    return Shift(count=abs(step), unit="day", direction=step, anchor="now", part="NI", mod=mod_of(hit))


def which_of(hit: Hit) -> tuple[int, Anchor]:
    """Return the step that "last", "next", "that" or "the following" takes, and what it counts from."""
    first, last = hit.at("which")
    the = hit.line.tokens[first].text.lower() in ("the", "that", "same")
    for at in range(first, last):
        value = hit.lexicon.value(hit.line.tokens[at])
        if isinstance(value, int):
            symbol = hit.line.symbols[at]
            is_then = symbol in (hit.lexicon.symbol["PRIOR"], hit.lexicon.symbol["FOLLOWING"]) or the
            return value, "then" if is_then else "now"
    return 0, "then"


def _which_part(hit: Hit) -> Meaning:
    """Read "last night", "this morning", "that evening", "the next morning"."""
    step, anchor = which_of(hit)
    part, mod = hit.value("part"), mod_of(hit)
    return Shift(count=abs(step), unit="day", direction=_sign(step), anchor=anchor, part=part, mod=mod)


def _which_unit(hit: Hit) -> Meaning | None:
    """Read "last week", "that month", "the following year", "later this year", "the same day"."""
    unit = hit.value("unit")
    step, anchor = which_of(hit)
    if unit in ("minute", "hour") or (hit.is_a("which", "LAST") and unit == "day"):
        return None
    return Shift(count=abs(step), unit=unit, direction=_sign(step), anchor=anchor, mod=mod_of(hit))


def _edge_of_unit(hit: Hit) -> Meaning | None:
    """Read "the end of the month", "later in the year": those of the time spoken of."""
    unit = hit.value("unit")
    if unit in ("minute", "hour") or (unit == "day" and before_of(hit) == "at"):
        return None
    return Shift(count=0, unit=unit, direction=0, anchor="then", mod=mod_of(hit) or "END")


def _ago(hit: Hit) -> Meaning:
    return _counted(hit, -1, "now")


def _from_now(hit: Hit) -> Meaning:
    return _counted(hit, 1, "now")


def _later(hit: Hit) -> Meaning | None:
    """Read "two days later", "a decade earlier", "weeks before", "the day after", "a day after the raid"."""
    way = hit.word("way")
    if before_of(hit) == "for" and way in ("after", "before"):
        return None  # "besieged it for two weeks before storming it": how long
    of_event = way in ("after", "before", "following") and _tells_event(hit)
    return _counted(hit, 1 if way in _LATER else -1, "event" if of_event else "then")


def _part_beside(hit: Hit) -> Meaning | None:
    """Read "the morning after the raid", "the night before the vote"; alone it is a phrase ("the morning after")."""
    direction = 1 if hit.word("way") == "after" else -1
    if not _tells_event(hit):
        return None
    return Shift(count=1, unit="day", direction=direction, anchor="event", part=hit.value("part"))


def _tells_event(hit: Hit) -> bool:
    """Return whether an event is told right after the match ("a day after the raid", "after rockets fell")."""
    after = after_of(hit)
    return after[:1].isalnum() and after.lower() not in beside("no_event")


def _counted(hit: Hit, direction: int, anchor: Anchor) -> Meaning:
    mod = more_of(hit)
    count = 1 if hit.has("the") else amount(hit)
    return Shift(
        count=count, unit=hit.value("unit"), direction=direction, anchor=anchor, mod=mod, approximate=mod is not None
    )


def _weekday(hit: Hit) -> Meaning | None:
    """Read "Friday", "early Wednesday morning", "next Monday", "last Thursday night"."""
    if not hit.tokens("weekday")[0].text[0].isupper():
        return None
    step, anchor = _which_or_open(hit)
    mod = mod_of(hit) or mod_of(hit, "mod2")
    return Calendar(weekday=hit.value("weekday"), part=hit.value("part"), step=step, anchor=anchor, mod=mod)


def _which_or_open(hit: Hit) -> tuple[int | None, Anchor]:
    return which_of(hit) if hit.has("which") else (None, "either")


def _vague(hit: Hit) -> Meaning:
    return Vague()


def _nothing(hit: Hit) -> None:
    """Read words that look like a time and are none."""


_WHICH = (
    "which:( LAST | NEXT | THIS | FOLLOWING | PRIOR | that | that same | that very | the same | same | the very same"
    " | THIS same | the LAST | the NEXT | the very NEXT | the FOLLOWING | the PRIOR )"
)
_WAY = "way:( EARLY | before | previously | after | afterwards | afterward )"

RULES = (
    Rule(f"{EARLY}? ref:DAYREF ( (in the)? mod:EARLY? part:PART )?", _day),
    Rule(f"{EARLY}? part:PART ref:DAYREF", _day),
    Rule("the beyond:( UNIT (before|after) ) ref:DAYREF", _day),
    Rule(f"{EARLY}? ref:NIGHTREF", _night),
    Rule(f"( {EARLY} | {EDGE} )? {_WHICH} mod:EARLY? part:(PART|PARTHOUR)", _which_part),
    Rule(f"( {EARLY} | {EDGE} )? {_WHICH} unit:UNIT", _which_unit),
    Rule(f"( {EDGE} | mod:EARLY in the | mod:EARLY that | the latter part of the ) unit:UNIT", _edge_of_unit),
    Rule(f"more:{MORE}? qty:{QUANTITY} unit:(UNIT|UNITS) ago", _ago),
    Rule(f"more:{MORE}? qty:{QUANTITY} unit:(UNIT|UNITS) from NOWREF", _from_now),
    Rule(f"more:{MORE}? qty:{QUANTITY}? unit:(UNIT|UNITS) {_WAY}", _later),
    Rule("the:the unit:UNIT way:(before|after|FOLLOWING)", _later),
    Rule("the part:PART way:(before|after)", _part_beside),
    Rule("which:(FOLLOWING|NEXT) the unit:UNIT", _nothing),
    Rule(f"{EARLY}? {_WHICH}? mod:EARLY? weekday:WEEKDAY ( (in the)? mod2:EARLY? part:(PART|PARTHOUR) )?", _weekday),
    Rule("( THIS | that | the same | the ) (PERIOD|TIMEWORD)", _vague),
)
