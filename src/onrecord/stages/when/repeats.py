"""Rules for times that come back ("every Friday", "daily"), for bare past and present ("now"), and for feasts."""

from onrecord.stages.when.fragments import YEAR, after_of, before_of, calendar
from onrecord.stages.when.meaning import Meaning, Ref, Repeat
from onrecord.stages.when.pattern import Hit, Rule

_EVERY = {
    "minute": "PT1M", "hour": "PT1H", "day": "XXXX-XX-XX", "week": "XXXX-WXX", "fortnight": "P2W", "month": "XXXX-XX",
    "quarter": "XXXX-QX", "half": "XXXX-HX", "year": "XXXX", "decade": "XXX", "century": "XX", "weekend": "XXXX-WXX-WE",
}  # fmt: skip
_RATE = {
    "minute": "PT1M", "hour": "PT1H", "day": "P1D", "week": "P1W", "fortnight": "P2W", "month": "P1M", "quarter": "P3M",
    "half": "P6M", "year": "P1Y", "decade": "P1DE", "century": "P1CE", "weekend": "P1WE",
}  # fmt: skip
_OFTEN = {"P1D": "XXXX-XX-XX", "P1W": "XXXX-WXX", "P1M": "XXXX-XX", "P1Y": "XXXX"}


def _every(hit: Hit) -> Meaning | None:
    if hit.has("weekday"):
        part = f"T{hit.value('part')}" if hit.has("part") else ""
        return Repeat(value=f"XXXX-WXX-{hit.value('weekday')}{part}")
    if hit.has("part"):
        return Repeat(value=f"XXXX-XX-XXT{hit.value('part')}")
    if hit.has("month"):
        return Repeat(value=f"XXXX-{int(hit.value('month')):02d}")
    return Repeat(value=_EVERY[hit.value("unit")])


def _rate(hit: Hit) -> Meaning:
    return Repeat(value=_RATE[hit.value("unit")])


def _often(hit: Hit) -> Meaning:
    often = str(hit.value("often"))
    value = "XXXX-XX-XXTNI" if hit.word("often") == "nightly" else _OFTEN.get(often, often)
    return Repeat(value=value)


def _ref(hit: Hit) -> Meaning | None:
    if hit.word("ref") == "now" and before_of(hit) in ("until", "till") and after_of(hit) == "-":
        return None
    return Ref(value=hit.value("ref"))


def _today_s(hit: Hit) -> Meaning:
    return Ref(value="PRESENT_REF")


def _feast(hit: Hit) -> Meaning | None:
    if not hit.tokens("feast")[0].text[0].isupper():
        return None
    return calendar(hit, feast=hit.words("feast").replace("’", "'"))


_FEAST = (
    "feast:( FEAST ( EVE | UNIT | WEEKDAY )? | good WEEKDAY | palm WEEKDAY | new UNIT ( APOS )? ( EVE | UNIT )?"
    " | eid - al - (fitr|adha) | eid al - (fitr|adha) )"
)

RULES = (
    Rule("(every|each) weekday:WEEKDAY part:PART?", _every),
    Rule("(every|each) unit:UNIT", _every),
    Rule("(every|each) part:PART", _every),
    Rule("(every|each) month:MONTH", _every),
    Rule("weekday:WEEKDAYS", _every),
    Rule("(per|/) unit:UNIT", _rate),
    Rule("often:OFTEN", _often),
    Rule("ref:(NOWREF|PASTREF|CURRENT|FUTURE|RECENT|FORMER)", _ref),
    Rule("the ref:FUTURE", _ref),
    Rule("to TIMEWORD", _today_s),
    Rule("these UNITS", _today_s),
    Rule(f"{_FEAST} ( ,? {YEAR} )?", _feast),
)
