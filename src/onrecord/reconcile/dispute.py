"""Which claims of one entry cannot all hold?

"The army says eight soldiers died; the group says it killed 20" is a dispute on `killed`. "14 dead" on Tuesday
and "17 dead" on Wednesday is none: tolls rise. Nor is "12 soldiers" and "35 insurgents", nor what a table
counts town by town. "The group blames the army; the army denies it" is one on `who_did_it`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from onrecord.model.dispute import Blame, DiffersIn, Dispute, Side
from onrecord.model.entry import EntryId
from onrecord.model.ids import ReportId, make_id
from onrecord.model.lineage import LineageId
from onrecord.model.tally import Tally, TallyRow
from onrecord.reconcile.clash import clashing, last_words
from onrecord.reconcile.identity import is_common, joined_keys
from onrecord.reconcile.policies import in_words
from onrecord.reconcile.statements import bounds
from onrecord.reconcile.tally import canonical, standing

MAKER = "dispute/3"

_COUNTS: Mapping[str, DiffersIn] = {
    "killed": "killed", "injured": "injured", "missing": "missing", "held": "held", "displaced": "displaced",
}  # fmt: skip


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
    rows = [row for row in standing(tally) if not row.statement.of.lower().endswith(last_words("some_of_them"))]
    key_of = canonical((row.statement for row in rows), voices)
    for civil in (True, False):
        group = [row for row in rows if (row.statement.status == "civilian") == civil]
        clash = clashing(group, key_of, said=[row.statement for row in tally.rows])
        if clash:
            sides = _sides(clash, lambda row: in_words(*bounds(row.statement)), lineage)
            yield _dispute(entry, _COUNTS[tally.harm], sides)


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
