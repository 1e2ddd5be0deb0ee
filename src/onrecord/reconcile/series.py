"""How did a running total move: killed in a place by one speaker's count since a date?

A total is never added to another. A reference (date, value, source) can be laid beside it: each point is
held against the reference's last value on or before its day.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.model.figure import Number
from onrecord.model.ids import ReportId
from onrecord.model.lineage import LineageId
from onrecord.model.tally import Series, SeriesPoint, Statement, TallyRow
from onrecord.reconcile.statements import bounds
from onrecord.reconcile.tally import canonical, tallies

MAKER = "series/2"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One value of a reference series: the day (ISO), the value, and where it is from."""

    on: str
    value: Number
    source: str


def series_key(statement: Statement, *, speaker_key: str | None = None) -> str | None:
    """Return the key of the series a statement belongs to, `None` for what is no running total of people.

    Harm, unit, the place's name and the speaker make a series. The place goes by name because one report
    lets "Gao region" be found in the gazetteer and the next does not. The words for the beginning may differ
    ("since October 7", "since the start of the war") and do not. What a headline says again is no point of its own.
    """
    is_counted = statement.unit in ("people", "households", "buildings") and statement.harm != "other"
    if statement.scope != "total" or not is_counted or statement.repeats is not None:
        return None
    place = statement.place_names[0] if statement.place_names else "anywhere"
    return f"{statement.harm}|{statement.unit}|{place}|{speaker_key or statement.speaker_key}"


def series(
    statements: Iterable[Statement],
    lineage: Mapping[ReportId, LineageId],
    *,
    reference: Sequence[Reference] = (),
    voices: Mapping[str, str] | None = None,
) -> tuple[Series, ...]:
    """Return the running totals in `statements`, each in order of its days, with the reference beside."""
    known = list(statements)
    key_of = canonical(known, voices or {})
    groups: dict[str, list[Statement]] = defaultdict(list)
    for statement in known:
        key = series_key(statement, speaker_key=key_of[statement.speaker_key])
        if key is not None:
            groups[key].append(statement)
    ordered = sorted(reference, key=lambda row: row.on)
    made = []
    for key in sorted(groups):
        for tally in tallies(key, groups[key], lineage, voices=voices):
            rows = sorted(
                tally.rows, key=lambda row: (row.statement.as_of or row.statement.said_on or "", row.statement.figure)
            )
            made.append(_series(key, rows, ordered))
    return tuple(made)


def _series(key: str, rows: Sequence[TallyRow], reference: Sequence[Reference]) -> Series:
    one = rows[0].statement
    begun = [row.statement.since for row in rows if row.statement.since is not None]
    return Series(
        key=key,
        harm=one.harm,
        unit=one.unit,
        speaker=one.speaker,
        speaker_key=key.rpartition("|")[2] if "|" not in one.speaker_key else one.speaker_key,
        place=one.place_names[0] if one.place_names else None,
        place_key=one.place_keys[0] if one.place_keys else None,
        since=min(begun, default=None),
        points=tuple(_point(row, reference) for row in rows),
    )


def _point(row: TallyRow, reference: Sequence[Reference]) -> SeriesPoint:
    on = row.statement.as_of or row.statement.said_on
    at = bisect_right([item.on for item in reference], on or "") - 1
    beside = reference[at] if on is not None and at >= 0 else None
    low, high = bounds(row.statement)
    agrees = None
    if beside is not None:
        agrees = (low is None or low <= beside.value) and (high is None or beside.value <= high)
    return SeriesPoint(
        row=row,
        on=on,
        reference=None if beside is None else beside.value,
        reference_source=None if beside is None else beside.source,
        agrees=agrees,
    )
