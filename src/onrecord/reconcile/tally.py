"""The figures of one entry side by side: who says how many, since when, and what of it still stands.

"nine", "14" and "17" by one governor's office are one count that rose: two are superseded, none is added
to another. A count the speaker withdrew, or the outlet corrected, is shown and does not stand.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from onrecord.model.ids import FigureId, ReportId
from onrecord.model.lineage import LineageId
from onrecord.model.tally import Statement, Tally, TallyFlag, TallyRow
from onrecord.reconcile.identity import joined_keys
from onrecord.reconcile.lineage import is_origin
from onrecord.reconcile.statements import are_apart, bounds

MAKER = "tally/3"
_COUNTED = ("people", "households", "buildings", "vehicles")
_JUMP = 1.5
"""A count is said to jump when it grows by more than half within a week."""


def tallies(
    of: str,
    statements: Iterable[Statement],
    lineage: Mapping[ReportId, LineageId],
    *,
    voices: Mapping[str, str] | None = None,
) -> tuple[Tally, ...]:
    """Return the tallies of one entry or series: one for each harm, unit, scope and status group.

    Increments ("three more died") and parts of other figures are no counts of their own and stand in none; nor
    does what counts no harm ("two children were flown out").

    Args:
        of: The id of the entry or the key of the series.
        statements: Its statements, in any order.
        lineage: The lineage of each report; a report that has none stands alone.
        voices: For a person's key the key of the body they speak for (`identity.voices`).
    """
    groups: dict[tuple[str, str, str], list[Statement]] = defaultdict(list)
    for statement in _with_treated(tuple(statements)):
        is_harm = statement.unit in _COUNTED and statement.harm != "other"
        is_count = is_harm and statement.part_of is None and not statement.is_increment
        if is_count and (statement.low is not None or statement.high is not None or statement.value is not None):
            groups[statement.harm, statement.unit, statement.scope].append(statement)
    made = []
    for harm, unit, scope in sorted(groups):
        rows = _rows(groups[harm, unit, scope], lineage, voices or {})
        one = rows[0].statement
        made.append(Tally(of=of, harm=one.harm, unit=one.unit, scope=one.scope, status=None, rows=rows))
    return tuple(made)


def _with_treated(statements: Sequence[Statement]) -> Iterator[Statement]:
    """Give the statements; those in hospital are the injured of who counts no other: "14 died, 38 are treated"."""
    hurt = {(s.report, s.speaker_key) for s in statements if s.harm == "injured"}
    deadly = {s.report for s in statements if s.harm == "killed"}
    for statement in statements:
        is_treated = statement.harm == "hospitalised" and (statement.report, statement.speaker_key) not in hurt
        yield replace(statement, harm="injured") if is_treated and statement.report in deadly else statement


def standing(tally: Tally) -> tuple[TallyRow, ...]:
    """Return the rows that still stand: not superseded, retracted, denied or copied."""
    return tuple(row for row in tally.rows if not row.flags or set(row.flags) <= {"falls", "jumps"})


def canonical(statements: Iterable[Statement], voices: Mapping[str, str]) -> dict[str, str]:
    """Return for each speaker key the key it is counted under: the body spoken for, named as fully as known."""
    keys = {statement.speaker_key for statement in statements}
    spoken = {key: voices.get(key, key) for key in keys}
    joined = joined_keys({*spoken.values(), *keys})
    return {key: joined[spoken[key]] for key in keys}


def _rows(
    statements: Sequence[Statement], lineage: Mapping[ReportId, LineageId], voices: Mapping[str, str]
) -> tuple[TallyRow, ...]:
    key_of = canonical(statements, voices)
    ordered = sorted(
        statements,
        key=lambda s: (key_of[s.speaker_key], *_day(s), not is_origin(s.report, lineage), s.report, s.figure),
    )
    copies = _copies(ordered, key_of, lineage)
    gone = _retracted(ordered, key_of, lineage)
    rows, by_speaker = [], defaultdict(list)
    for statement in ordered:
        by_speaker[key_of[statement.speaker_key]].append(statement)
    for speaker in sorted(by_speaker):
        live = [
            s for s in by_speaker[speaker] if s.figure not in gone | copies and not s.is_denied and not s.is_earlier
        ]
        after = _superseded(live)
        for statement in by_speaker[speaker]:
            flags: list[TallyFlag] = []
            flags += ["retracted"] if statement.figure in gone else []
            flags += ["denied"] if statement.is_denied else []
            flags += ["copy"] if statement.figure in copies else []
            flags += ["superseded"] if statement.figure in after or statement.is_earlier else []
            flags += _moves(statement, live)
            rows.append(
                TallyRow(
                    statement=statement,
                    lineage=lineage.get(statement.report),
                    superseded_by=after.get(statement.figure),
                    flags=tuple(flags),
                )
            )
    return tuple(rows)


def _day(statement: Statement) -> tuple[str, str]:
    return statement.as_of or statement.said_on or "", statement.published or ""


def _copies(
    ordered: Sequence[Statement], key_of: Mapping[str, str], lineage: Mapping[ReportId, LineageId]
) -> set[FigureId]:
    """Return the figures that repeat another: of the same speaker, bounds and lineage, or a headline's of its report.

    What a report says in its own voice and with a speaker too it has from that speaker.
    """
    seen: set[tuple[object, ...]] = set()
    found: set[FigureId] = set()
    for statement in ordered:
        line = lineage.get(statement.report, statement.report)
        same = (key_of[statement.speaker_key], bounds(statement), line, statement.is_retracted)
        if same in seen:
            found.add(statement.figure)
        seen.add(same)
    spoken = [statement for statement in ordered if statement.speaker is not None or not statement.in_headline]
    told = {statement.figure for statement in ordered}
    for statement in ordered:
        is_own_voice = statement.speaker is None and any(
            _repeats(statement, other, lineage) or _recalls(statement, other) for other in spoken
        )
        if is_own_voice or statement.repeats in told:
            found.add(statement.figure)
    return found


def _repeats(own: Statement, other: Statement, lineage: Mapping[ReportId, LineageId]) -> bool:
    """Return whether `own`, in the report's own voice, only repeats `other` of the same report or lineage."""
    of_one = own.report == other.report or lineage.get(own.report, own.report) == lineage.get(other.report)
    if own.figure == other.figure or not of_one:
        return False
    if other.speaker is not None and own.value is not None and own.value == other.value:
        return True
    return own.in_headline and not other.in_headline and own.report == other.report and not are_apart(own, other)


def _recalls(own: Statement, other: Statement) -> bool:
    """Return whether `own` only recalls a count that an earlier report gave: "raising the army's toll from six"."""
    if not own.is_earlier or other.is_earlier or own.report == other.report:
        return False
    return bounds(own) == bounds(other) and (other.published or "") <= (own.published or "")


def _retracted(
    ordered: Sequence[Statement], key_of: Mapping[str, str], lineage: Mapping[ReportId, LineageId]
) -> set[FigureId]:
    """Return the figures taken back: by these words, or by later words of the same speaker, outlet or lineage."""
    found = {statement.figure for statement in ordered if statement.is_retracted}
    for taken in (statement for statement in ordered if statement.is_retracted):
        for other in ordered:
            same_voice = key_of[other.speaker_key] == key_of[taken.speaker_key]
            same_origin = other.outlet == taken.outlet or lineage.get(other.report) == lineage.get(taken.report)
            earlier = (other.published or "") <= (taken.published or "9999")
            if (same_voice or same_origin) and earlier and bounds(other) == bounds(taken):
                found.add(other.figure)
    return found


def _superseded(live: Sequence[Statement]) -> dict[FigureId, FigureId]:
    """Return for each figure of one speaker the later one that took its place: the first of the next day it said one.

    Figures of one day do not supersede one another: which came first the reports do not say.
    """
    found = {}
    for number, statement in enumerate(live):
        later = [s for s in live[number + 1 :] if _day(s)[0] > _day(statement)[0] and s.since == statement.since]
        if later:
            found[statement.figure] = later[0].figure
    return found


def _moves(statement: Statement, live: Sequence[Statement]) -> list[TallyFlag]:
    """Return whether a count falls below, or jumps above, the one its speaker gave before."""
    if statement not in live:
        return []
    before = [s for s in live if _day(s)[0] < _day(statement)[0] and s.since == statement.since]
    if not before:
        return []
    (low, high), (was_low, _) = bounds(statement), bounds(before[-1])
    if high is not None and was_low is not None and high < was_low:
        return ["falls"]
    if (
        low is not None
        and was_low
        and low > was_low * _JUMP
        and _days(before[-1], statement) <= 7
        and low - was_low > 9
    ):
        return ["jumps"]
    return []


def _days(left: Statement, right: Statement) -> int:
    one, other = _day(left)[0], _day(right)[0]
    return date.fromisoformat(other).toordinal() - date.fromisoformat(one).toordinal() if one and other else 0
