"""Scores the grouping of reports by what they are about, and the counts read off each group.

B-cubed (Bagga and Baldwin 1998) asks of each report how pure its group is (precision) and how much of its own
kind the group holds (recall); pairs ask the same of every two reports. Beside them stand two trivial ways:
every report alone, and reports of one town and week together. `killed` and `injured`: of the incidents for
which some report of the group states the gold's number, those where the number told is that.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from datetime import date

from onrecord.model.facts import Account
from onrecord.model.figure import Number
from onrecord.scoring.score import Score, Tally

Groups = Mapping[str, Hashable]
"""The group of each report, by any name."""


def grouping_scores(
    given: Groups, gold: Groups, *, baselines: Mapping[str, Groups] | None = None, name: str = "incidents"
) -> tuple[Score, ...]:
    """Return B-cubed and pair precision, recall and F1 of `given`, and the F1s of each baseline beside them.

    Args:
        given: The group each report was put in.
        gold: The incident each report is about; only its reports are looked at.
        baselines: Trivial groupings by name.
        name: What the scores are called.
    """
    cubed, pairs = bcubed(given, gold), pair_tally(given, gold)
    beside = ", ".join(
        f"{key} {_f1(*bcubed(other, gold)):.1f} / {pair_tally(other, gold).f1:.1f}"
        for key, other in (baselines or {}).items()
    )
    rows = (
        ("bcubed.precision", cubed[0], None),
        ("bcubed.recall", cubed[1], None),
        ("bcubed.f1", _f1(*cubed), 88.0),
        ("pairs.precision", pairs.precision, None),
        ("pairs.recall", pairs.recall, None),
        ("pairs.f1", pairs.f1, 75.0),
    )
    anchor = f"trivial, B-cubed / pair F1: {beside}" if beside else None
    return tuple(Score(name=f"{name}.{key}", value=v, n=len(gold), anchor=anchor, target=t) for key, v, t in rows)


def count_scores(
    told: Mapping[str, Mapping[str, Number | None]], gold: Mapping[str, Mapping[str, int]], *, name: str = "incidents"
) -> tuple[Score, ...]:
    """Return how often the number told of an incident is right, for each harm.

    Args:
        told: For each incident and harm that is scored the number told, `None` where there is none.
        gold: For each incident and harm the right number.
        name: What the scores are called.
    """
    targets = {"killed": 85.0, "injured": 80.0}
    made = []
    for harm, target in targets.items():
        rows = [(numbers[harm], gold[key][harm]) for key, numbers in told.items() if harm in numbers]
        common = Counter(right for _, right in rows).most_common(1)
        right = 100 * sum(one == other for one, other in rows) / len(rows) if rows else 0.0
        anchor = f"always {common[0][0]}: {100 * common[0][1] / len(rows):.1f}" if common else None
        made.append(Score(name=f"{name}.{harm}", value=right, n=len(rows), anchor=anchor, target=target))
    return tuple(made)


def alone(reports: Sequence[str]) -> dict[str, Hashable]:
    """Return every report in a group of its own."""
    return {report: report for report in reports}


def by_town_and_week(leads: Mapping[str, Account]) -> dict[str, Hashable]:
    """Return the reports in groups of one town and calendar week; one without a town or a day stands alone."""
    found: dict[str, Hashable] = {}
    for report, account in leads.items():
        day = account.start or account.published
        town = account.all_places[0].name if account.all_places else None
        found[report] = report if day is None or town is None else (town, date.fromisoformat(day).isocalendar()[:2])
    return found


def bcubed(given: Groups, gold: Groups) -> tuple[float, float]:
    """Return B-cubed precision and recall in percent."""
    ours, theirs = _members(given, gold), _members(gold, gold)
    precision = recall = 0.0
    for report in gold:
        mine, right = ours[given[report]], theirs[gold[report]]
        shared = len(mine & right)
        precision += shared / len(mine)
        recall += shared / len(right)
    n = max(1, len(gold))
    return 100 * precision / n, 100 * recall / n


def pair_tally(given: Groups, gold: Groups) -> Tally:
    """Return the tally of pairs of reports put together."""
    both: Counter[tuple[Hashable, Hashable]] = Counter((given[report], gold[report]) for report in gold)
    return Tally(
        sum(_pairs(n) for n in both.values()),
        sum(_pairs(len(group)) for group in _members(given, gold).values()),
        sum(_pairs(len(group)) for group in _members(gold, gold).values()),
    )


def _members(groups: Groups, reports: Groups) -> dict[Hashable, set[str]]:
    found: dict[Hashable, set[str]] = defaultdict(set)
    for report in reports:
        found[groups[report]].add(report)
    return found


def _pairs(n: int) -> int:
    return n * (n - 1) // 2


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
