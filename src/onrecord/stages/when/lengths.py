"""Rules for stretches of time: "three days", "a 10-week war", "the past 24 hours", "in the coming days"."""

from onrecord.stages.when.beside import beside
from onrecord.stages.when.fragments import MORE, QUANTITY, after_of, before_of, more_of
from onrecord.stages.when.meaning import Length, Meaning, Ref
from onrecord.stages.when.pattern import Hit, Rule
from onrecord.text.numbers import read_number

_ONE = frozenset({"a", "an", "the", "another", "one"})
_AGES = frozenset({"old", "older", "younger"})


def amount(hit: Hit) -> float | None:
    """Return the number under `qty`, `None` where the words leave it open ("several", nothing)."""
    words = hit.words("qty")
    if not words:
        return None
    if any(hit.line.symbols[at] == hit.lexicon.symbol["VAGUE"] for at in range(*hit.at("qty"))):
        return None
    if words in _ONE:
        return 1
    if words.startswith("half"):
        return 0.5
    if words == "a dozen":
        return 12
    last = words.replace(" – ", " to ").replace(" or ", " to ").replace(" - ", " to " if words[0].isdigit() else "-")
    return read_number(last.split(" to ")[-1].strip())


def is_age(hit: Hit) -> bool:
    """Return whether a length tells how old someone is ("22 years old", "aged 3 months", "a 12-year-old")."""
    after = [after_of(hit, n).lower() for n in (1, 2)]
    return (
        after[0] in _AGES
        or (after[0] in ("-", "of", "s", "’", "'") and after[1] in (*_AGES, "age"))
        or before_of(hit) == "aged"
    )


def _length(hit: Hit) -> Meaning | None:
    if is_age(hit) or amount_is_broken(hit):
        return None
    return Length(count=amount(hit), unit=hit.value("unit"), mod=more_of(hit))


def amount_is_broken(hit: Hit) -> bool:
    """Return whether `qty` holds words that are no number together."""
    vague = any(hit.line.symbols[at] == hit.lexicon.symbol["VAGUE"] for at in range(*hit.at("qty")))
    return hit.has("qty") and not vague and amount(hit) is None


def _bare(hit: Hit) -> Meaning | None:
    """Read "for months", "within days", "years of fighting": only where something makes it a stretch."""
    before, after = before_of(hit), after_of(hit).lower()
    if is_age(hit) or not (before in beside("stretching") or after == "of"):
        return None
    return Length(count=None, unit=hit.value("unit"))


def _single(hit: Hit) -> Meaning | None:
    """Read "a week", "a year": one of it."""
    if is_age(hit) or hit.value("unit") == "quarter":
        return None
    return Length(count=1, unit=hit.value("unit"), mod=more_of(hit))


def _toward(hit: Hit) -> Meaning | None:
    """Read "the past 24 hours", "the next two weeks", "the coming days", "the last few months"."""
    if amount_is_broken(hit):
        return None
    step = int(hit.value("step"))
    then = hit.is_a("step", "PRIOR") or hit.is_a("step", "FOLLOWING")
    count = amount(hit) if hit.has("qty") else (1 if hit.is_a("unit", "UNIT") else None)
    return Length(count=count, unit=hit.value("unit"), mod=more_of(hit), toward=step, anchor="then" if then else "now")


def _recent(hit: Hit) -> Meaning:
    return Ref(value="PAST_REF", reach=hit.value("unit"))


def _first(hit: Hit) -> Meaning | None:
    return None if amount_is_broken(hit) else Length(count=amount(hit), unit=hit.value("unit"))


_UNIT = "unit:(UNIT|UNITS)"

RULES = (
    Rule(f"the? more:{MORE}? qty:{QUANTITY} -? (full|more)? {_UNIT} ( - long | long | - )?", _length),
    Rule("the? unit:(UNIT|UNITS) - long", _single),
    Rule("unit:UNITS", _bare),
    Rule(f"the? step:(LAST|NEXT|PRIOR|FOLLOWING) more:{MORE}? qty:{QUANTITY}? {_UNIT}", _toward),
    Rule(f"the? qty:{QUANTITY} step:(LAST|NEXT|PRIOR|FOLLOWING) unit:UNITS", _toward),
    Rule("(these|those) step:LAST qty:(NUMBER|VAGUE)? unit:UNITS", _toward),
    Rule("the? (more|most)? RECENT unit:UNITS", _recent),
    Rule(f"the? (ORDINAL|LAST|final|initial) qty:{QUANTITY} unit:UNITS", _first),
)
