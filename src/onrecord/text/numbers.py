"""How many do these words say? Numbers in digits and in English words, with the bounds vague ones set.

"a hundred and ten" is 110, "1.9 million" is 1900000, "tens of thousands" has no value but is at
least 20000. What a number counts, and whether it counts anything ("Route 4", "aged 12"), is not
asked here; only marks that glue a number to something else ("F-16", "155mm", "8:30", "12th") are.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

_SMALL_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_SMALL = {word: value for value, word in enumerate(_SMALL_WORDS.split(" "))}
_TENS_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
_TENS = {word: 10 * n for n, word in enumerate(_TENS_WORDS.split(" "), 2)} | {"fourty": 40}
_SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "lakh": 100_000,
    "million": 1_000_000,
    "crore": 10_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
_SUFFIXES = {"k": 1000, "m": 1_000_000, "mn": 1_000_000, "mln": 1_000_000, "bn": 1_000_000_000, "tn": 10**12}
_GROUPS = {"dozen": 12, "score": 20}
_PLURALS = {f"{word}s": 2 * value for word, value in (_SCALES | _GROUPS).items()}
_SEVERAL = {"several": 3, "few": 3, "couple": 2}
_ORDINAL = re.compile(r"first|second|thirds?|(four|fif|six|seven|eigh|nin|ten)ths?|half|halves|quarters?")

_TOKEN = re.compile(
    r"""
    (?P<digits>
        (?<![\w.:/]) (?<![^\W\d_][-\u2011]) (?<!\d,)
        (?: \d{1,3} (?: ,(?: \d{3} | [ ]000 )(?!\d) )++ (?!,\d) | \d{1,2} (?: ,\d\d(?!\d) )++ ,\d{3} (?!\d)
          | \d{1,3} (?: [ \u00a0\u202f\u2009] \d{3}(?!\d) )++ (?![,.]\d) | \d++ )
        (?: \.\d++ )?+
        (?![.:/]\d) (?! [^\W\d_] )
    )
    | (?P<glued> (?<![\w.:/]) (?<![^\W\d_][-\u2011]) (?: \d{1,3} (?: ,\d{3} )+ | \d+ ) (?: \.\d+ )?
        (?: k | mn? | mln | bn | tn ) (?!\w) )
    | (?P<plural> (?<![\w.,:/]) 10{1,6} s (?!\w) )
    | (?P<word> [^\W\d_]+ )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_GLUE = re.compile(r"\s?[-\u2010\u2011]|[ \t\u00a0\u202f]{1,3}|[ \t]*\n[ \t]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberMatch:
    """A number in a text: characters `start` to `end`, its value or, where vague, its lower bound.

    An exact number has `value == low == high`; a vague one ("dozens") only `low`.
    """

    start: int
    end: int
    value: int | float | None
    low: int | float
    high: int | float | None

    @property
    def is_vague(self) -> bool:
        """Return whether the words give only a lower bound."""
        return self.value is None


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    start: int
    end: int
    follows: bool
    """Whether only a space or a hyphen parts it from the token before."""


@dataclass(frozen=True, slots=True)
class _Found:
    """Tokens up to `stop` (excluded) are a number of this amount."""

    stop: int
    amount: Fraction
    is_vague: bool = False


def read_number(words: str) -> int | float | None:
    """Return the value of `words` if the whole of it is one number with a value, else `None`."""
    stripped = words.strip()
    found = find_numbers(stripped)
    if len(found) == 1 and (found[0].start, found[0].end) == (0, len(stripped)):
        return found[0].value
    return None


def find_numbers(text: str) -> tuple[NumberMatch, ...]:
    """Return the numbers of `text`, in order, none overlapping another.

    Ordinals ("12th", "twenty-first"), clock times, dotted and slashed dates and designations
    ("F-16", "M23") are left out.
    """
    tokens = _tokens(text)
    found: list[NumberMatch] = []
    at = 0
    while at < len(tokens):
        number = _number(tokens, at)
        if number is None:
            at += 1
            continue
        found.append(_match(tokens, at, number))
        at = number.stop
    return tuple(found)


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    for match in _TOKEN.finditer(text):
        gap = text[tokens[-1].end : match.start()] if tokens else "."
        follows = _GLUE.fullmatch(gap) is not None
        tokens.append(_Token(match.lastgroup or "", match[0].lower(), match.start(), match.end(), follows))
    return tokens


def _match(tokens: Sequence[_Token], at: int, number: _Found) -> NumberMatch:
    amount = int(number.amount) if number.amount.denominator == 1 else float(number.amount)
    return NumberMatch(
        start=tokens[at].start,
        end=tokens[number.stop - 1].end,
        value=None if number.is_vague else amount,
        low=amount,
        high=None if number.is_vague else amount,
    )


def _number(tokens: Sequence[_Token], at: int) -> _Found | None:
    for read in (_vague, _part_of_scale, _digits, _cardinal):
        found = read(tokens, at)
        if found is not None and not _is_ordinal(tokens, at, found.stop):
            return found
    return None


def _text(tokens: Sequence[_Token], at: int) -> str:
    """Return the word at `at` where it goes on from the one before, else an empty string."""
    return tokens[at].text if at < len(tokens) and tokens[at].follows else ""


def _is_ordinal(tokens: Sequence[_Token], at: int, stop: int) -> bool:
    """Return whether the number is the start of "twenty-first" or "two-thirds"."""
    if not _ORDINAL.fullmatch(_text(tokens, stop)) or tokens[stop - 1].kind != "word":
        return False
    return tokens[stop].start - tokens[stop - 1].end == 1


def _vague(tokens: Sequence[_Token], at: int) -> _Found | None:
    """Read "dozens", "tens of thousands", "several hundred", "a couple of thousand", "1000s"."""
    first = tokens[at].text
    if tokens[at].kind == "plural":
        return _Found(at + 1, Fraction(2 * int(first[:-1])), True)
    if first == "tens" and _text(tokens, at + 1) == "of" and _text(tokens, at + 2) in _PLURALS:
        return _Found(at + 3, Fraction(10 * _PLURALS[tokens[at + 2].text]), True)
    if first in _PLURALS:
        if _text(tokens, at + 1) == "of" and _text(tokens, at + 2) in ("thousands", "millions", "billions"):
            return _Found(at + 3, Fraction(_PLURALS[first] * _PLURALS[tokens[at + 2].text], 2), True)
        return _Found(at + 1, Fraction(_PLURALS[first]), True)
    return _several(tokens, at)


def _several(tokens: Sequence[_Token], at: int) -> _Found | None:
    word = at + 1 if tokens[at].text == "a" else at
    name = _text(tokens, word) if word > at else tokens[at].text
    if name not in _SEVERAL or (name != "several" and word == at):
        return None
    stop, low = word + 1, Fraction(_SEVERAL[name])
    scaled = stop + 1 if name == "couple" and _text(tokens, stop) == "of" else stop
    scale = (_SCALES | _GROUPS).get(_text(tokens, scaled))
    if scale is None:
        return _Found(stop, low, True)
    return _Found(scaled + 1, low * scale, True)


def _part_of_scale(tokens: Sequence[_Token], at: int) -> _Found | None:
    """Read "half a million", "half a dozen", "a quarter of a million", "a half million"."""
    start = at + 1 if tokens[at].text in ("a", "one") and _text(tokens, at + 1) in ("half", "quarter") else at
    if tokens[start].text not in ("half", "quarter"):
        return None
    part = Fraction(1, 2) if tokens[start].text == "half" else Fraction(1, 4)
    stop = start + 1
    while _text(tokens, stop) in ("of", "a"):
        stop += 1
    scale = (_SCALES | _GROUPS).get(_text(tokens, stop))
    if scale is None or (scale == 100):
        return None
    return _Found(stop + 1, part * scale)


def _digits(tokens: Sequence[_Token], at: int) -> _Found | None:
    token = tokens[at]
    if token.kind == "glued":
        figures = token.text.rstrip("bklmnt")
        return _Found(at + 1, _plain(figures) * _SUFFIXES[token.text[len(figures) :]])
    if token.kind != "digits":
        return None
    amount, stop = _plain(token.text), at + 1
    while _text(tokens, stop) in _SCALES | _SUFFIXES | _GROUPS and not (stop > at + 1 and _is_suffix(tokens, stop)):
        amount *= (_SCALES | _SUFFIXES | _GROUPS)[tokens[stop].text]
        stop += 1
    return _Found(stop, amount)


def _is_suffix(tokens: Sequence[_Token], at: int) -> bool:
    return tokens[at].text in _SUFFIXES


def _plain(figures: str) -> Fraction:
    return Fraction(re.sub(r"[,\s]", "", figures))


def _cardinal(tokens: Sequence[_Token], at: int) -> _Found | None:
    """Read a number in words: "twenty-five", "a hundred and ten", "two and a half million", "two dozen"."""
    if tokens[at].text in ("a", "an") and _text(tokens, at + 1) not in _SCALES | _GROUPS:
        return None
    total, current, stop, last_scale = Fraction(0), Fraction(0), at, Fraction(10**18)
    if tokens[at].text in ("a", "an"):
        current, stop = Fraction(1), at + 1
    while stop < len(tokens) and (stop == at or tokens[stop].follows):
        word = tokens[stop].text
        if word in _SCALES and (current or stop == at) and word != "hundred":
            if not _SCALES[word] < last_scale:
                break
            last_scale = Fraction(_SCALES[word])
            total, current = total + (current or 1) * last_scale, Fraction(0)
        elif word == "hundred" and 0 < current < 100:
            current *= 100
        elif word in _GROUPS and 0 < current < 100 and not total:
            return _Found(stop + 1, current * _GROUPS[word])
        elif (step := _step(word, current)) is not None and not (stop > at and word == "zero"):
            current = step
        elif word == "and" and (joined := _and(tokens, stop, at, current, total)) is not None:
            stop, current, total = joined
            continue
        else:
            break
        stop += 1
    if stop == at or (stop == at + 1 and tokens[at].text in ("a", "an", "hundred", "thousand", "million", "and")):
        return None
    return _Found(stop, total + current)


def _step(word: str, current: Fraction) -> Fraction | None:
    """Return `current` with `word` added to it ("twenty" + "five"), `None` where they do not go together."""
    if word in _TENS and current % 100 == 0:
        return current + _TENS[word]
    if word not in _SMALL:
        return None
    fits = current % 100 == 0 or (_SMALL[word] < 10 and current % 10 == 0 and current % 100 >= 20)
    return current + _SMALL[word] if fits else None


def _and(
    tokens: Sequence[_Token], at: int, first: int, current: Fraction, total: Fraction
) -> tuple[int, Fraction, Fraction] | None:
    """Read what "and" adds: "... and a half (million)", "hundred and ten", "a thousand and one"."""
    if at == first:
        return None
    if _text(tokens, at + 1) == "a" and _text(tokens, at + 2) == "half":
        half = Fraction(1, 2)
        if current:
            return (at + 3, current + half, total) if _text(tokens, at + 3) in _SCALES else None
        return at + 3, current, total + half * _SCALES.get(tokens[at - 1].text, 1)
    follows_scale = tokens[at - 1].text in _SCALES
    adds = _text(tokens, at + 1) in _SMALL | _TENS
    return (at + 1, current, total) if follows_scale and adds else None
