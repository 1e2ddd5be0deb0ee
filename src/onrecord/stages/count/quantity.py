"""How many the words allow: a number with its hedge, or two numbers that make a range.

"at least 46" is 46, bounded below; "10 to 15" has two bounds and no value; "dozens" is at least 24.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from onrecord.model.figure import Hedge, Number, Unit
from onrecord.model.span import Span
from onrecord.text.numbers import NumberMatch, find_numbers

_WINDOW = 48
_RANGE = re.compile(
    r"\s*(?:percent|per cent|%)?\s*(-|–|—|to|or|and|or even|and possibly|if not|to as many as|or perhaps)\s*[$£€]?",
    re.I,
)
_SCALES = re.compile(r"(hundred|thousand|million|billion|lakh|crore|m|bn|k)$", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with its hedge. `core` is the number alone; `is_strict` leaves `value` itself out of the bounds."""

    span: Span
    core: Span
    value: Number | None
    low: Number | None
    high: Number | None
    hedge: Hedge
    is_strict: bool = False


def quantities(text: str, hedges: "Hedges", *, by: int = 0) -> tuple[Quantity, ...]:
    """Return the quantities of `text` in order: hedged numbers and ranges. Spans are moved on by `by`."""
    found = find_numbers(text)
    made: list[Quantity] = []
    at = 0
    while at < len(found):
        span = _range(text, found, at, hedges)
        made.append(hedges.around(text, found[at]) if span is None else hedges.before_range(text, span))
        at += 1 if span is None else 2
    return tuple(_moved(quantity, by) for quantity in made)


def _moved(quantity: Quantity, by: int) -> Quantity:
    span, core = quantity.span, quantity.core
    return replace(quantity, span=Span(span.start + by, span.end + by), core=Span(core.start + by, core.end + by))


def bounds(quantity: Quantity, unit: Unit) -> tuple[Number | None, Number | None]:
    """Return `low` and `high` as RECORD.md has them: "more than N" starts at N + 1, of money and percent at N."""
    step = 0 if unit in ("money", "percent") or isinstance(quantity.value, float) else int(quantity.is_strict)
    low = None if quantity.low is None else quantity.low + step
    high = None if quantity.high is None else quantity.high - step
    if quantity.hedge in ("at_most", "nearly"):
        return None, high
    if quantity.hedge in ("at_least", "more_than", "vague"):
        return low, None
    return quantity.low, quantity.high


def _range(text: str, found: Sequence[NumberMatch], at: int, hedges: "Hedges") -> Quantity | None:
    """Return the range that numbers `at` and `at + 1` make, `None` where they make none."""
    if at + 1 >= len(found):
        return None
    left, right = found[at], found[at + 1]
    joint = _RANGE.fullmatch(text[left.end : right.start])
    if joint is None:
        return None
    core = Span(left.start, right.end)
    if left.is_vague or right.is_vague:
        if left.is_vague and right.is_vague and joint[1].lower() != "and":
            return Quantity(span=core, core=core, value=None, low=left.low, high=None, hedge="vague")
        return None
    lead = text[max(0, left.start - _WINDOW) : left.start]
    low, high = _shared_scale(text, left, right), right.low
    if not low < high or not _joins(joint[1].lower(), lead, low, high, hedges):
        return None
    between = re.search(r"\b(?:anywhere |somewhere )?(?:between|from)\s+[$£€]?$", lead, re.I)
    start = left.start - len(lead) + between.start() if between else left.start
    return Quantity(span=Span(start, right.end), core=core, value=None, low=low, high=high, hedge="range")


def _joins(joint: str, lead: str, low: Number, high: Number, hedges: "Hedges") -> bool:
    if joint == "and":
        return re.search(r"\bbetween\s+[$£€]?$", lead, re.I) is not None
    if joint in ("or", "or perhaps", "or even"):
        return high <= 2 * low + 1
    if re.search(r"\bby\s+$", lead, re.I):
        return False  # "raised the toll by five to 46"
    if re.search(r"\bfrom\s+[$£€]?$", lead, re.I):
        words = re.findall(r"[a-z]+", lead.lower())[-6:]
        return not any(word in hedges.change for word in words)
    return True


def _shared_scale(text: str, left: NumberMatch, right: NumberMatch) -> Number:
    """Return the left number, with the scale word of the right one where it is shared: "1 to 1.5 million"."""
    scale = _SCALES.search(text[right.start : right.end])
    if scale is None or _SCALES.search(text[left.start : left.end]) or left.low >= 1000:
        return left.low
    unit = find_numbers(f"1 {scale[1]}")
    scaled = left.low * unit[0].low if unit else left.low
    return scaled if scaled < right.low else left.low


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedges:
    """The hedge table as patterns, and the words that show a change rather than a range."""

    before: tuple[tuple[str, re.Pattern[str]], ...]
    after: tuple[tuple[str, re.Pattern[str]], ...]
    change: frozenset[str]
    phrasal: re.Pattern[str]

    def before_range(self, text: str, quantity: Quantity) -> Quantity:
        """Return a range, its span reaching over the hedge before it."""
        name, start = self._lead(text, quantity.span.start)
        return quantity if name is None else replace(quantity, span=Span(start, quantity.span.end))

    def around(self, text: str, number: NumberMatch) -> Quantity:
        """Return `number` with the hedge before or after it."""
        core = Span(number.start, number.end)
        name, start = self._lead(text, number.start)
        end = number.end
        if name is None:
            name, end = self._tail(text, number.end)
        hedge, is_strict = _named(name)
        if number.is_vague:
            hedge, is_strict = "vague", False
        is_open = hedge in ("about", "estimated")
        return Quantity(
            span=Span(start, end),
            core=core,
            value=number.value,
            low=None if is_open or hedge == "nearly" else number.low,
            high=None if is_open or number.is_vague else number.high,
            hedge=hedge,
            is_strict=is_strict,
        )

    def _lead(self, text: str, at: int) -> tuple[str | None, int]:
        start = max(0, at - _WINDOW)
        window = text[start:at]
        found = [(match.start(), name) for name, pattern in self.before if (match := pattern.search(window))]
        if not found:
            return None, at
        first, name = min(found)
        if self.phrasal.search(window[:first]) is not None and window[first:].lower().startswith("over"):
            return None, at
        return name, start + first

    def _tail(self, text: str, at: int) -> tuple[str | None, int]:
        for name, pattern in self.after:
            match = pattern.match(text, at)
            if match:
                return name, match.end()
        return None, at


_RENAMED: Mapping[str, tuple[Hedge, bool]] = {"more_than": ("more_than", True), "fewer_than": ("at_most", True)}
_PLAIN: Mapping[str, Hedge] = {
    "at_least": "at_least",
    "at_most": "at_most",
    "nearly": "nearly",
    "about": "about",
    "estimated": "estimated",
}


def _named(name: str | None) -> tuple[Hedge, bool]:
    """Return the hedge of a table's key, and whether it leaves the number itself out."""
    if name is None:
        return "exact", False
    return _RENAMED.get(name) or (_PLAIN[name], False)


def hedges_of(table: Mapping[str, Any]) -> Hedges:
    """Return the table `hedges` as patterns."""
    between = _words(table["between"])
    before = tuple(
        (name, re.compile(rf"(?<![\w$]){_words(words)}(?:\s+{between}){{0,2}}\s*[$£€]?(?:US\$)?$", re.I))
        for name, words in table["before"].items()
    )
    after = tuple((name, re.compile(rf"\s?{_words(words)}(?!\w)", re.I)) for name, words in table["after"].items())
    phrasal = re.compile(rf"\b{_words(table['phrasal'])}\s+$", re.I)
    return Hedges(before=before, after=after, change=frozenset(table["change"]), phrasal=phrasal)


def _words(words: Sequence[str]) -> str:
    parts = (re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))
    return "(?:" + "|".join(parts) + ")"
