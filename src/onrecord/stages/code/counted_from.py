"""The day of an event that another time is counted from: "On Monday, a day after gunmen killed nine, jets bombed it".

The killing was on Sunday, and Monday is not its day; nor is 7 October that of the bombing in "two days after the
October 7 assault, jets bombed the camp".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from onrecord.model.reading import Sentence
from onrecord.model.when import Timex, When
from onrecord.stages.code.tree import Tree
from onrecord.text.numbers import read_number

Located = tuple[tuple[int, int], When]
"""A time and the numbers of its words, end excluded."""

_WAYS = {"after": -1, "before": 1}
_DAYS = {"hour": 0, "day": 1, "week": 7}
_APART = frozenset({"day", "week", "month", "year", "decade"})
_ONE = ("a", "an", "one", "the")
_PARTS = frozenset({"nsubj", "nsubj:pass", "obj", "conj", "advcl", "xcomp"})


@dataclass(frozen=True, slots=True)
class Counted:
    """A time `at` counted from the event at word `top`; `days` from that time to the event, `None` where unknown."""

    at: tuple[int, int]
    time: When
    top: int
    days: int | None
    inside: frozenset[int]
    """The words that tell the event."""

    def is_from(self, number: int, tree: Tree) -> bool:
        """Return whether the event at word `number` is the one, or told with it: "seized a post, killing nine"."""
        below = number
        while below != self.top and below in self.inside and tree.dep(below) in _PARTS:
            below = tree.head(below) or self.top
        return below == self.top


def counted_in(tree: Tree, sentence: Sentence, times: Sequence[Located]) -> Iterator[Counted]:
    """Yield the times of a sentence that are counted from an event: "two days after the strike"."""
    for at, time in times:
        if not sentence.start <= at[0] < sentence.end:
            continue
        way, top = tree.lower(at[1] - 1), tree.head(at[1] - 1)
        if way in _WAYS and top is not None and top >= at[1]:
            inside = frozenset(i for i in tree.subtree(top) if i >= at[1])
            yield Counted(at, time, top, _days(tree, at, _WAYS[way]), inside)


def _days(tree: Tree, at: tuple[int, int], sign: int) -> int | None:
    """Return how many days the words count, `None` where they give no number of hours, days or weeks."""
    if at[1] - at[0] < 2:
        return None
    unit = _DAYS.get(tree.lower(at[1] - 2).removesuffix("s"))
    number = " ".join(tree.lower(i) for i in range(at[0], at[1] - 2))
    count = 1 if number in _ONE else read_number(number) if number else None
    is_vague_day = not number and unit != 0
    if unit is None or is_vague_day or (number and not isinstance(count, int)):
        return None
    return sign * unit * (count if isinstance(count, int) else 0)


def moved(day: When, counted: Counted) -> When | None:
    """Return `day` moved to the event that `counted` is counted from, `None` where it is no day or the days unknown."""
    start, end = day.start, day.end
    if counted.days is None or start is None or end is None or day.precision not in ("day", "part_of_day", "hour"):
        return None
    try:
        then = (date.fromisoformat(start[:10]) + timedelta(days=counted.days)).isoformat()
    except OverflowError:
        return None  # "nine million days after"
    is_exact = counted.days % 7 != 0 and not day.approximate
    return replace(
        counted.time, start=then, end=then, precision="day", edtf=then if is_exact else f"{then}~",
        timex=Timex(type="DATE", value=then), basis="context", approximate=not is_exact,
    )  # fmt: skip


def is_days_apart(number: int, tree: Tree) -> bool:
    """Return whether what is told happens days or more from the event at word `number`: "a week after the raid"."""
    marks = [i for i in tree.children(number, "case", "mark") if tree.lower(i) in _WAYS]
    return any(i > 0 and tree.lemma(i - 1) in _APART for i in marks)
