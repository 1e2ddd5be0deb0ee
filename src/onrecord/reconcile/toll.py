"""How many does one report say were killed, or injured, in the happening it is mainly about?

"Three men and a woman were killed" over "four dead" tells four. A report gives many numbers; its toll is the one
it gives most often for one happening. Parts of other figures, running totals and stocks are none.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise
from typing import get_args

from onrecord.model.figure import Figure, Harm, Number
from onrecord.model.record import Record
from onrecord.model.toll import Toll, TollBasis
from onrecord.reconcile.scope import only_talked_of, scope_of
from onrecord.vocab.load import load_table

STRENGTH: tuple[TollBasis, ...] = get_args(TollBasis)
_SINGLES = ("a", "an", "another")
_LONG_PAST = 60
"""Days before a report's own from which on what it counts is of another happening than it is about."""
_OWNER = "(?:his|her|their)"
_NO_NUMBER = r"(?:(?!and\b|two\b|three\b|four\b|five\b|six\b)[\w-]+ ){0,2}?"
_OTHERS = re.compile(r"\s+(?:\w+\s+)?others?\b", re.IGNORECASE)
_LONGEST_GAP = 80
NEAR = (30, 60)
"""Characters before and after an event's word, or a number, within which it is said what became of those hit."""


def tolls_of(record: Record, harm: Harm) -> tuple[Toll, ...]:
    """Return the toll that `record` counts, once for each time the report says it, in order of the text.

    Of the numbers on the strongest basis it is the one given most often, in a headline counting twice, and of those
    given as often the first. Those taken to hospital stand among the injured. One counted as shot may be dead: such
    numbers yield to those of the injured.
    """
    found = [*_counts(record, harm), *(_counts(record, "hospitalised") if harm == "injured" else ())]
    found = _survivors(record, found) if harm == "injured" else found
    if found and not _is_long_past(record, found[0]):  # what a report is about it tells first
        found = [toll for toll in found if not _is_long_past(record, toll)]
    found = [replace(toll, harm=harm) for toll in _strongest(found)]
    members = {part.value for toll in found if len(toll.figures) > 1 for part in _parts(record, toll)}
    found = [toll for toll in found if len(toll.figures) > 1 or toll.value == 1 or toll.value not in members] or found
    if not found:
        return ()
    votes: Counter[Number] = Counter()
    for toll in found:
        votes[toll.value] += 1 + _in_headline(record, toll)
    chosen = max(votes, key=lambda value: votes[value])  # of as many the first, as the counter keeps their order
    return tuple(toll for toll in found if toll.value == chosen)


def leading(tolls: Iterable[Toll]) -> tuple[Number, ...]:
    """Return what most of the tolls of several reports say, in order of size: one number, or several given as often.

    A report that counts outranks one that only names someone or speaks of "several".
    """
    votes = Counter(toll.value for toll in _strongest(list(tolls)))
    most = max(votes.values(), default=0)
    return tuple(sorted(value for value, n in votes.items() if n == most))


def _is_long_past(record: Record, toll: Toll) -> bool:
    """Return whether a report dates what it counts long before its own day: an earlier happening, told again."""
    told = {figure.event for figure in _parts(record, toll)}
    days = [e.when for e in record.events if e.id in told and e.when is not None and e.when.span is not None]
    ends = [when.end[:10] for when in days if when.end is not None]
    published = record.report.published
    if not ends or published is None or published.start is None:
        return False
    return (date.fromisoformat(published.start[:10]) - date.fromisoformat(max(ends))).days > _LONG_PAST


def _strongest(tolls: Sequence[Toll]) -> list[Toll]:
    ranks = [STRENGTH.index(toll.basis) for toll in tolls]
    return [toll for toll, rank in zip(tolls, ranks, strict=True) if rank == min(ranks)]


def _parts(record: Record, toll: Toll) -> list[Figure]:
    return [figure for figure in record.figures if figure.id in toll.figures]


def _in_headline(record: Record, toll: Toll) -> bool:
    headlines = [passage.span for passage in record.passages if passage.kind == "headline"]
    return any(span.covers(figure.span) for span in headlines for figure in _parts(record, toll))


def _counts(record: Record, harm: Harm) -> Iterator[Toll]:
    """Give the numbers of those so harmed in one happening, figures of a list as one, in order of the text."""
    # "three are in hospital" tells of the happening, not of a war
    scopes = ("event", "stock") if harm == "hospitalised" else ("event",)
    harms = {figure.id: figure.harm for figure in record.figures}
    unreal = only_talked_of(record)
    whole = [
        figure
        for figure in record.figures
        if figure.harm == harm and figure.unit == "people" and figure.high != 0
        and (figure.part_of is None or (harm == "killed" and harms.get(figure.part_of) in ("injured", "affected")))
        and (scope_of(figure, record) in scopes or _is_of_no_time(figure)) and _stands(figure)
        and figure.event not in unreal
    ]  # fmt: skip
    for run in _lists(record, whole):
        toll = _added(record, run)
        if toll is not None:
            yield toll


def _stands(figure: Figure) -> bool:
    return not any(note.code in ("count.withdrawn", "count.earlier") for note in figure.notes)


def _is_of_no_time(figure: Figure) -> bool:
    """Return whether a running total says nowhere since when: "bringing the number of dead to three"."""
    is_dated = figure.since is not None or any(note.code == "count.since" for note in figure.notes)
    return figure.scope == "total" and not is_dated


def _lists(record: Record, whole: Sequence[Figure]) -> Iterator[list[Figure]]:
    """Give the figures in runs: those of one list together, any other alone."""
    run: list[Figure] = []
    for figure in whole:
        if run and _link(record, run[-1], figure) is None:
            yield run
            run = []
        run.append(figure)
    if run:
        yield run


def _link(record: Record, left: Figure, right: Figure) -> re.Match[str] | None:
    """Return what joins two figures that count different people in one breath: "three men and a woman"."""
    text, words = record.report.text, left.of.words
    gap = text[left.span.end : right.span.start]
    is_same = words.casefold() == right.of.words.casefold() and _OTHERS.match(text, right.span.end) is None
    if left.scope != right.scope or not words or is_same or len(gap) > _LONGEST_GAP:
        return None
    table = load_table("reconcile")
    joints, kin = "|".join(table["listing"]), "|".join(table["kin"])
    pattern = (
        rf"\s*(?:[\w-]+ ){{0,2}}{re.escape(words)}(?P<kin>,? {_OWNER} {_NO_NUMBER}(?:{kin})\b)?"
        rf",?\s*(?:[\w,-]+ ){{0,2}}(?:{joints})\s*(?:{_OWNER} )?"
    )
    return re.fullmatch(pattern, gap, re.IGNORECASE)


def _added(record: Record, run: Sequence[Figure]) -> Toll | None:
    values = [figure.low if figure.value is None else figure.value for figure in run]
    named = [value for value in values if value is not None]
    if len(named) < len(values):
        return None
    more = _beside(record, run)
    return Toll(
        harm=run[0].harm, value=sum(named) + more, low=_sum([*(figure.low for figure in run), more]),
        high=_sum([*(figure.high for figure in run), more]), basis=_basis(record, run),
        figures=tuple(figure.id for figure in run), events=(),
    )  # fmt: skip


def _sum(bounds: Iterable[Number | None]) -> Number | None:
    total: Number = 0
    for bound in bounds:
        if bound is None:
            return None
        total += bound
    return total


def _beside(record: Record, run: Sequence[Figure]) -> int:
    """Return how many more are told without a number beside those that `run` counts.

    "The priest and eight others" are nine, "a man and his son" two, "two children and their mother" three.
    """
    text, first, last = record.report.text, run[0], run[-1]
    before = pattern_of("companions").search(text[max(0, first.span.start - _LONGEST_GAP) : first.span.start])
    has_others = _OTHERS.match(text, first.span.end) is not None
    has_others = has_others or (before is not None and before["pronoun"] is not None)
    links = [_link(record, left, right) for left, right in pairwise(run)]
    kin = "|".join(load_table("reconcile")["kin"])
    joint = r"(?:,? (?:aged?|ages) [^.;]{1,20}?,)?,? (?:and|along with|together with)"
    after = rf"\s+(?:[\w-]+ ){{0,2}}{re.escape(last.of.words)}{joint} {_OWNER} {_NO_NUMBER}(?:{kin})\b"
    is_after = bool(last.of.words) and re.match(after, text[last.span.end :], re.IGNORECASE) is not None
    n_between = sum(link is not None and link["kin"] is not None for link in links)
    return int(before is not None and has_others) + n_between + int(is_after)


def _basis(record: Record, run: Sequence[Figure]) -> TollBasis:
    if any(figure.value is None for figure in run):
        return "vague"
    words, after = run[0].words.lower(), record.report.text[run[0].span.end :]
    if len(run) == 1 and (words in _SINGLES or (words == "one" and re.match(r"\s+of\b", after) is not None)):
        return "single"
    return "period" if run[0].scope in ("period", "total") else "counted"


def _survivors(record: Record, found: Sequence[Toll]) -> list[Toll]:
    """Return the numbers of the injured without those that may count the dead: "five people were shot".

    Where the dead of those five are told as a part of them, the number is of the rest.
    """
    left = [kept for toll in found if (kept := _less_dead(record, toll)) is not None]
    dead = next(iter(tolls_of(record, "killed")), None)
    sure = [toll for toll in left if not _may_be_dead(record, toll)]
    if dead is None or not sure:
        return left
    is_as_firm = min(STRENGTH.index(t.basis) for t in sure) == min(STRENGTH.index(t.basis) for t in left)
    adds_up = any(toll.value - dead.value == other.value for toll in left for other in sure if toll not in sure)
    return sure if is_as_firm or adds_up else left


def _less_dead(record: Record, toll: Toll) -> Toll | None:
    dead = [f for f in record.figures if f.part_of in toll.figures and f.harm == "killed" and f.value is not None]
    n = sum(figure.value or 0 for figure in dead)
    if n == 0 or n >= toll.value:
        return toll if n == 0 else None
    return replace(
        toll, value=toll.value - n, low=None if toll.low is None else toll.low - n,
        high=None if toll.high is None else toll.high - n, figures=(*toll.figures, *(figure.id for figure in dead)),
    )  # fmt: skip


def _may_be_dead(record: Record, toll: Toll) -> bool:
    """Return whether those counted are only said to be hit, and no part of them is said to have died."""
    figures = _parts(record, toll)
    if any(figure.harm == "killed" for figure in figures):
        return False
    passage = next((p.span for p in record.passages if p.span.covers(figures[0].span)), figures[0].span)
    start, end = max(passage.start, figures[0].span.start - NEAR[0]), min(passage.end, figures[-1].span.end + NEAR[1])
    around = record.report.text[start:end]
    return pattern_of("hitting").search(around) is not None and pattern_of("hurting").search(around) is None


@cache
def pattern_of(name: str) -> re.Pattern[str]:
    """Return the words of the list `name` of the table `reconcile` as one pattern."""
    return re.compile("|".join(load_table("reconcile")[name]), re.IGNORECASE)
