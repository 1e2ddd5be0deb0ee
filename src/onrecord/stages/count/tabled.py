"""Counts that stand in a table: what they count is said at the head of their column, or in the line above.

Village | Killed | Injured
Komanda | 38     | 7          -> 38 killed and 7 injured, in Komanda
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.model.figure import Harm, Unit
from onrecord.model.report import Passage
from onrecord.model.span import Span
from onrecord.stages.count.cues import Cue, cues_of
from onrecord.stages.count.draft import Draft
from onrecord.stages.count.kept import UNITS
from onrecord.stages.count.lexicon import Lexicon
from onrecord.stages.count.line import Line
from onrecord.stages.count.quantity import Quantity, quantities
from onrecord.stages.count.scene import Slot
from onrecord.stages.count.whom import Counted

_CELL = re.compile(r"[^|\t\n ]+(?: {1,2}[^|\t\n ]+)*")
_TOTAL = re.compile(r"(?:sub-?|grand |over)?totals?\b|all\b|sum\b", re.IGNORECASE)
_HEADING_WORDS = 8
_UNNAMED = Counted(start=0, end=0, after=0)  # the words stand at the head of the column, not in the number's row
_GRAVITY: tuple[Harm, ...] = ("killed", "injured", "missing")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    """What the numbers of a column count."""

    words: str
    harm: Harm
    unit: Unit
    counted: Counted


def tabled(passages: Sequence[Passage], lines: Sequence[Line], text: str, lexicon: Lexicon) -> list[Draft]:
    """Return the drafts that the tables of a report make: one for each cell that holds a number and nothing else."""
    by_passage: dict[int, tuple[int, Line]] = {}
    for number, line in enumerate(lines):
        by_passage.setdefault(line.passage, (number, line))
    drafts: list[Draft] = []
    columns: Mapping[int, _Column] = {}
    for at, passage in enumerate(passages):
        if passage.kind != "table_row":
            columns = {}
            continue
        is_first = at == 0 or passages[at - 1].kind != "table_row"
        if is_first and at > 0 and at - 1 in by_passage:
            columns = _from_heading(passages[at - 1], by_passage[at - 1][1], text, lexicon)
        if at not in by_passage:
            continue
        number, line = by_passage[at]
        cells = _cells(text, passage.span)
        numbers = {n: found for n, cell in enumerate(cells) if (found := _number(text, cell, lexicon)) is not None}
        if not numbers:
            columns = _from_cells(cells, line, text, lexicon) or columns
        row = list(_row(number, line, numbers, columns))
        if cells and _TOTAL.match(cells[0].of(text)):
            begun = next(n for n in range(at, -1, -1) if n == 0 or passages[n - 1].kind != "table_row")
            drafts = [_added_into(row, draft) if draft.line.passage >= begun else draft for draft in drafts]
        drafts += row
    return drafts


def _added_into(totals: Sequence[Draft], draft: Draft) -> Draft:
    """Return `draft` as a part of the total that counts the same harm to the same words."""
    whole = next((total for total in totals if (total.harm, total.words) == (draft.harm, draft.words)), None)
    return draft if whole is None else replace(draft, part_of=whole.quantity.span)


def _row(n_line: int, line: Line, numbers: Mapping[int, Quantity], columns: Mapping[int, _Column]) -> Iterator[Draft]:
    """Give the drafts of a row; where one heading stands for all columns (-1), only one number may stand under it."""
    for n, quantity in numbers.items():
        column = columns.get(n) or (columns.get(-1) if len(numbers) == 1 else None)
        if column is None:
            continue
        start, end = line.inside(quantity.span)
        yield Draft(
            line=line, n_line=n_line, slot=Slot(start=start, end=end, after=end), quantity=quantity,
            counted=column.counted, governed=None, harm=column.harm, unit=column.unit, words=column.words,
            is_from_cue=True, is_in_table=True,
        )  # fmt: skip


def _cells(text: str, span: Span) -> list[Span]:
    """Return the cells of a row: parted by bars, tabs, or three spaces and more."""
    return [Span(span.start + m.start(), span.start + m.end()) for m in _CELL.finditer(span.of(text))]


def _number(text: str, cell: Span, lexicon: Lexicon) -> Quantity | None:
    """Return the quantity that `cell` is, `None` where it says anything else."""
    found = quantities(cell.of(text), lexicon.hedges, by=cell.start)
    return found[0] if len(found) == 1 and found[0].span == cell else None


def _from_cells(cells: Sequence[Span], line: Line, text: str, lexicon: Lexicon) -> dict[int, _Column]:
    columns = {n: _column(cell, line, text, lexicon) for n, cell in enumerate(cells)}
    return {n: column for n, column in columns.items() if column is not None}


def _from_heading(passage: Passage, line: Line, text: str, lexicon: Lexicon) -> dict[int, _Column]:
    """Return what a short line above a table says of all its numbers: "Killed:"."""
    words = passage.span.of(text)
    if len(words.split()) > _HEADING_WORDS or not (words.endswith(":") or passage.kind in ("headline", "caption")):
        return {}
    column = _column(passage.span, line, text, lexicon)
    return {} if column is None else {-1: column}


def _column(cell: Span, line: Line, text: str, lexicon: Lexicon) -> _Column | None:
    start, end = line.inside(cell)
    cues = [cue for cue in cues_of(line, lexicon.cues) if start <= cue.start and cue.end <= end]
    harms = {cue.harm for cue in cues}
    if not cues or (len(harms) > 1 and not harms.isdisjoint(_GRAVITY)):
        return None  # "Killed and injured" over one column says neither
    cue: Cue = cues[0]
    for number in range(start, end):
        unit = lexicon.nouns.unit(line.lower[number])
        if unit is not None and unit in UNITS and not cue.start <= number < cue.end:
            return _Column(words=line.words[number].text, harm=cue.harm, unit=UNITS[unit], counted=_UNNAMED)
    return _Column(words=line.span_of(cue.start, cue.end).of(text), harm=cue.harm, unit="people", counted=_UNNAMED)
