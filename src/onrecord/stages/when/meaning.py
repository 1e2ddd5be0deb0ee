"""What a time expression says, before anyone asks which day that is.

"last Friday" is a `Calendar` with a weekday and a step of -1; "three days later" a `Shift` of three
days from the time spoken of; "for months" a `Length`; "every Friday" a `Repeat`; "recently" a `Ref`.
"""

from dataclasses import dataclass
from typing import Literal

Unit = Literal[
    "second", "minute", "hour", "day", "weekend", "week", "fortnight", "month", "quarter", "half", "year", "decade",
    "century", "millennium",
]  # fmt: skip
Anchor = Literal["now", "then", "event", "either"]
"""What a time is counted from: the publication date, the time spoken of, an event told in the
words beside it, or whichever of the first two the text goes by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """The `nth` stretch of `count` units of a month: "the first two weeks"; -1 is the last."""

    nth: int
    count: int
    unit: Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """A place in the calendar, in as many pieces as the words give.

    `named` is a season whose months the country gives ("the rainy season"). `step` says which of many
    ("next Friday" 1, "last March" -1, "this summer" 0), `None` where the words leave it to the reader;
    `anchor` from when the step counts.
    """

    century: int | None = None
    decade: int | None = None
    short_decade: bool = False
    year: int | None = None
    half: int | None = None
    quarter: int | None = None
    season: str | None = None
    named: str | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    part: str | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    zone: str | None = None
    feast: str | None = None
    fiscal: bool = False
    step: int | None = None
    anchor: Anchor = "either"
    mod: str | None = None
    approximate: bool = False
    day_later: int = 0
    piece: Piece | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """`count` units before (-1) or after (1) an anchor; `count` is `None` where the words are vague."""

    count: float | None
    unit: Unit
    direction: int
    anchor: Anchor = "then"
    part: str | None = None
    mod: str | None = None
    edge: str | None = None
    approximate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ref:
    """Past, present or future with no calendar to it. `reach` is how far it may stretch ("recent days": day)."""

    value: Literal["PAST_REF", "PRESENT_REF", "FUTURE_REF"]
    reach: Unit | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """A stretch of time: `count` units, `None` where vague. `toward` -1 ends it now, 1 starts it now."""

    count: float | None
    unit: Unit
    mod: str | None = None
    toward: int = 0
    anchor: Anchor = "either"


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """A time that comes back: its TIMEX3 value."""

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Vague:
    """A stretch that is named but not told ("this period"): whatever time is spoken of."""


Meaning = Calendar | Shift | Ref | Length | Repeat | Vague
"""Any of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spotted:
    """A time expression at characters `start` to `end`: what it means and the passage it is in.

    `first` and `last` (excluded) number its tokens in the passage.
    """

    start: int
    end: int
    first: int
    last: int
    meaning: Meaning
