"""Which claims of one entry cannot all hold?

"The army says eight soldiers died; the group says it killed 20" is a dispute on `killed`. "14 dead" on Tuesday
and "17 dead" on Wednesday is none: tolls rise. Nor is "12 soldiers" and "35 insurgents", nor what a table
counts town by town. "The group blames the army; the army denies it" is one on `who_did_it`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache, partial
from typing import Any

from onrecord.model.dispute import Blame, DiffersIn, Dispute, Side
from onrecord.model.entry import EntryId
from onrecord.model.figure import Number
from onrecord.model.ids import ReportId, make_id
from onrecord.model.lineage import LineageId
from onrecord.model.tally import Statement, Tally, TallyRow
from onrecord.reconcile.identity import is_common, joined_keys
from onrecord.reconcile.policies import in_words
from onrecord.reconcile.statements import bounds
from onrecord.reconcile.tally import canonical, standing
from onrecord.vocab.load import load_table

MAKER = "dispute/3"
RISE = 2.0
"""A toll may rise from one day to the next; in another mouth and overnight to no more than twice as much."""

_COUNTS: Mapping[str, DiffersIn] = {
    "killed": "killed", "injured": "injured", "missing": "missing", "held": "held", "displaced": "displaced",
}  # fmt: skip
_SIDES = frozenset({"armed_force", "armed_group"})


def disputes(
    entry: EntryId,
    tallies: Iterable[Tally],
    blames: Iterable[Blame],
    lineage: Mapping[ReportId, LineageId],
    *,
    voices: Mapping[str, str] | None = None,
) -> tuple[Dispute, ...]:
    """Return the disputes of one entry, counts first, then who did it and whether it happened at all.

    Args:
        entry: The entry.
        tallies: Its tallies; only figures of the single event that still stand are held against one another.
        blames: Who is blamed or cleared in the events of its accounts.
        lineage: The lineage of each report.
        voices: For a person's key the key of the body they speak for.
    """
    known = list(blames)
    counted = [d for tally in tallies for d in _on_count(entry, tally, lineage, voices or {})]
    return (*counted, *_on_blame(entry, known, lineage, voices or {}))


def _on_count(
    entry: EntryId, tally: Tally, lineage: Mapping[ReportId, LineageId], voices: Mapping[str, str]
) -> Iterable[Dispute]:
    if tally.scope not in ("event", "stock") or tally.unit != "people" or tally.harm not in _COUNTS:
        return
    rows = [row for row in standing(tally) if not row.statement.of.lower().endswith(_words("some_of_them"))]
    key_of = canonical((row.statement for row in rows), voices)
    for civil in (True, False):
        group = [row for row in rows if (row.statement.status == "civilian") == civil]
        said = [row.statement for row in group]
        clash = [
            row
            for row in group
            if any(
                key_of[row.statement.speaker_key] != key_of[o.statement.speaker_key]
                and _clash(row, o)
                and not _are_others(row.statement, o.statement)
                and not _is_whole_of(row.statement, o.statement, said)
                and not _is_whole_of(o.statement, row.statement, said)
                for o in group
            )
        ]
        if clash:
            sides = _sides(clash, lambda row: in_words(*bounds(row.statement)), lineage)
            yield _dispute(entry, _COUNTS[tally.harm], sides)


def _clash(left: TallyRow, right: TallyRow) -> bool:
    """Return whether two figures cannot both hold: disjoint, and no toll that rose in the days between."""
    first, second = sorted((left, right), key=lambda row: row.statement.said_on or "")
    (low, high), (low2, high2) = _allowed(first.statement), _allowed(second.statement)
    if low is not None and high2 is not None and low > high2:
        return True
    gap = _gap(first, second)
    if high is None or low2 is None or gap > 1:
        return False
    return low2 > high * (RISE if gap else 1.0)


def _are_others(left: Statement, right: Statement) -> bool:
    """Return whether two figures count others: two sides of a war, or in one report people of two places."""
    kinds = {left.of_kind, right.of_kind}
    if len(kinds & _SIDES) == 2:
        return True
    is_placed = left.report == right.report and bool(left.place_keys) and bool(right.place_keys)
    return is_placed and set(left.place_keys).isdisjoint(right.place_keys)


def _is_whole_of(part: Statement, whole: Statement, said: Sequence[Statement]) -> bool:
    """Return whether `whole` is the sum of `part` and what the same voice of its report counts in other places."""
    beside = {s.place_keys: s for s in said if (s.report, s.speaker_key) == (whole.report, part.speaker_key)}
    values = [s.value for keys, s in beside.items() if keys and s.value is not None]
    return part in beside.values() and len(values) > 1 and sum(values) == whole.value


def _allowed(said: Statement) -> tuple[Number | None, Number | None]:
    """Return the least and the most that were harmed by a statement: who saw 11 bodies may not have seen all."""
    low, high = bounds(said)
    return (low, None) if said.of.lower().endswith(_words("found")) else (low, high)


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(load_table("reconcile")[name])


def _gap(left: TallyRow, right: TallyRow) -> int:
    one, other = left.statement.said_on, right.statement.said_on
    return abs(date.fromisoformat(one).toordinal() - date.fromisoformat(other).toordinal()) if one and other else 0


def _on_blame(
    entry: EntryId, blames: Sequence[Blame], lineage: Mapping[ReportId, LineageId], voices: Mapping[str, str]
) -> Iterable[Dispute]:
    joined = joined_keys({b.actor_key for b in blames if b.actor_key} | {b.speaker_key for b in blames})
    told: dict[str | None, list[Blame]] = {}
    for blame in blames:
        key = (
            None
            if blame.actor_key is None
            else joined.get(voices.get(blame.actor_key, blame.actor_key), blame.actor_key)
        )
        told.setdefault(key, []).append(blame)
    for denial in _denials(told.get(None, [])):
        key = joined.get(voices.get(denial.speaker_key, denial.speaker_key), denial.speaker_key)
        if any(not blame.is_denied for blame in told.get(key, ())):
            told[None].remove(denial)
            told[key].append(denial)
    for key in sorted(told, key=str):
        did_not = _denials(told[key])
        cleared = {(blame.report, blame.speaker_key) for blame in did_not}
        did = [b for b in told[key] if not b.is_denied and (b.report, b.speaker_key) not in cleared]
        if key is not None and did and did_not:
            name = _name(told[key])
            yield _dispute(entry, "who_did_it", _sides((*did, *did_not), partial(_said_of, name=name), lineage))
    asserted = [blame for blame in blames if not blame.is_denied]
    denied = told.get(None, [])
    if asserted and any(blame.is_denied for blame in denied):
        yield _dispute(entry, "whether", _sides((*asserted, *denied), _whether, lineage))


def _denials(blames: Sequence[Blame]) -> list[Blame]:
    return [blame for blame in blames if blame.is_denied]


def _said_of(blame: Blame, *, name: str) -> str:
    return f"{name} did not" if blame.is_denied else f"{name} did it"


def _name(blames: Sequence[Blame]) -> str:
    """Return the name most reports give the actor, the longer between as many; whose army it is before "army"."""
    names: dict[str, set[ReportId]] = {}
    for blame in blames:
        names.setdefault(blame.actor or "", set()).add(blame.report)
    return max(names, key=lambda name: (name != "", not is_common(name), len(names[name]), len(name), name))


def _whether(blame: Blame) -> str:
    return "it did not happen" if blame.is_denied else "it happened"


def _sides(
    rows: Sequence[Any], position: Callable[[Any], str], lineage: Mapping[ReportId, LineageId]
) -> tuple[Side, ...]:
    """Return one side for each position, in order of its words."""
    behind: dict[str, list[Any]] = {}
    for row in rows:
        behind.setdefault(position(row), []).append(row)
    return tuple(_side(words, behind[words], lineage) for words in sorted(behind))


def _side(words: str, rows: Sequence[Any], lineage: Mapping[ReportId, LineageId]) -> Side:
    plain = [row.statement if isinstance(row, TallyRow) else row for row in rows]
    reports = sorted({row.report for row in plain})
    return Side(
        position=words,
        speakers=tuple(sorted({row.speaker or "the report itself" for row in plain})),
        reports=tuple(reports),
        lineages=tuple(sorted({lineage[report] for report in reports if report in lineage})),
        figures=tuple(row.statement.figure for row in rows if isinstance(row, TallyRow)),
        claims=tuple(dict.fromkeys(row.claim for row in plain if row.claim is not None)),
        events=tuple(dict.fromkeys(row.event for row in plain if row.event is not None)),
    )


def _dispute(entry: EntryId, differs_in: DiffersIn, sides: tuple[Side, ...]) -> Dispute:
    positions = [side.position for side in sides]
    return Dispute(
        id=make_id("dispute", entry, differs_in, *positions), entry=entry, differs_in=differs_in, sides=sides
    )
