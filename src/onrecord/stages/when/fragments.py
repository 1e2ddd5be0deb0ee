"""Pieces of pattern that several kinds of time share."""

from onrecord.stages.when.beside import beside
from onrecord.stages.when.meaning import Calendar
from onrecord.stages.when.pattern import Hit

MONTH = "month:(MONTH|MAYBE)"
ERA = "era:(ERABC|ERAAD|ERA)"
YEAR = f"( year:YEAR ( {ERA} )? | short:SHORTYEAR )"
WEEKDAY = "( weekday:(WEEKDAY|WEEKSHORT) ,? the? )"
EARLY = "( mod:EARLY -? ( to - EARLY )? ( in the? | on the? )? )"
EDGE = "( the? ( very )? mod:EDGE of the? )"
MOD = f"( the? {EARLY} | {EDGE} )"
QUANTITY = (
    "( a VAGUE of? | VAGUE of? | a dozen | HALF a | HALF an | one_and_half | (NUM|DAY) (to|-|–|or) (NUM|DAY)"
    " | (NUMBER|TENS) (to|or) (NUMBER|TENS) | TENS -? NUMBER | NUMBER+ | TENS | NUM | DAY | BIGNUM | YEAR | a | an )"
).replace(" | one_and_half", "")
MORE = (
    "( ( just | only | at least | at most | as long as | more than | less than | fewer than | over | under | up to"
    " | well over | another | full | a little over | a further | APPROX )+ )"
)

_MORE = {
    "more": "MORE_THAN", "over": "MORE_THAN", "less": "LESS_THAN", "fewer": "LESS_THAN", "under": "LESS_THAN",
    "least": "EQUAL_OR_MORE", "most": "EQUAL_OR_LESS", "up": "EQUAL_OR_LESS", "almost": "LESS_THAN",
    "nearly": "LESS_THAN", "about": "APPROX", "around": "APPROX", "approximately": "APPROX", "roughly": "APPROX",
    "some": "APPROX", "close": "APPROX", "barely": "APPROX", "circa": "APPROX", "ca": "APPROX", "estimated": "APPROX",
}  # fmt: skip


def more_of(hit: Hit, name: str = "more") -> str | None:
    """Return the TIMEX3 modifier of "more than", "about", "at least" ..., `None` where there is none."""
    for token in hit.tokens(name):
        if (mod := _MORE.get(token.text.lower().rstrip("."))) is not None:
            return mod
    return None


def year_of(hit: Hit) -> int | None:
    """Return the year a match gives, counted astronomically (1 BC is 0)."""
    if hit.has("short"):
        return full_year(int(hit.word("short")[1:]))
    if not hit.has("year"):
        return None
    year = int(hit.word("year"))
    if hit.has("era") and hit.word("era").replace(".", "").replace(" ", "").startswith("b"):
        return 1 - year
    return year if len(hit.word("year")) > 2 or hit.has("era") else full_year(year)


def full_year(two_digits: int) -> int:
    """Return the year that two digits stand for: 1940 to 2039."""
    return two_digits + (1900 if two_digits >= 40 else 2000)


def day_of(hit: Hit, name: str = "day") -> int | None:
    """Return the day of the month, `None` where it is not 1 to 31."""
    digits = hit.word(name).rstrip("sthndr")
    return int(digits) if digits.isdigit() and 1 <= int(digits) <= 31 else None


def mod_of(hit: Hit, name: str = "mod") -> str | None:
    """Return START, MID or END."""
    mod = hit.value(name)
    return mod if isinstance(mod, str) else None


def month_stands(hit: Hit) -> bool:
    """Return whether a month's name is one, and not the verb "may" or "march" or a surname.

    Only asked of a month with no day and no year beside it.
    """
    if not hit.tokens("month")[0].text[0].isupper():
        return False
    if not hit.is_a("month", "MAYBE"):
        return True
    before = before_of(hit)
    return hit.has("mod") or hit.has("step") or before in beside("before_month")


def before_of(hit: Hit, steps: int = 1) -> str:
    """Return the word before the match in small letters, empty at the start of the passage."""
    at = hit.start - steps
    return hit.line.tokens[at].text.lower() if at >= 0 else ""


def after_of(hit: Hit, steps: int = 1) -> str:
    """Return the word after the match as it stands, empty at the end of the passage."""
    at = hit.end + steps - 1
    return hit.line.tokens[at].text if at < len(hit.line.tokens) else ""


def month_value(hit: Hit, name: str = "month") -> int:
    """Return the number of a month."""
    return int(hit.value(name))


def calendar(hit: Hit, **fields: object) -> Calendar:
    """Return the calendar place of a match: month, day, year, weekday and modifier, and `fields` on top."""
    known: dict[str, object] = {
        "year": year_of(hit),
        "month": month_value(hit) if hit.has("month") else None,
        "day": day_of(hit) if hit.has("day") else None,
        "weekday": hit.value("weekday"),
        "mod": mod_of(hit) or more_of(hit),
    }
    return Calendar(**{**known, **fields})  # type: ignore[arg-type]  # fields are those of Calendar
