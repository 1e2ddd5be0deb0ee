"""Scores displacement figures on excerpts of IDMC's reports: is the one figure they were coded with the one we give?

Of a record the figure taken is, without a look at the gold: the largest that counts displaced people, families or
houses; else the largest of destroyed buildings, of damaged ones, of people affected. `any`: the gold's number is
among all of these. Excerpts hold other languages and errors; about a sixth do not state the gold's number.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from onrecord.model.figure import Figure, Number
from onrecord.scoring.figures import FiguresReader
from onrecord.scoring.score import Score

_ANCHOR = "largest number 69.9, literal ceiling about 83.5"
_COUNTED = ("people", "households", "buildings")
_TURNS = (("displaced",), ("destroyed",), ("damaged",), ("affected", "hospitalised", "other"))


def idmc_scores(path: Path, read: FiguresReader, *, fast: bool = False) -> tuple[Score, ...]:
    """Return the scores on the excerpts of `path`; every fourth only when `fast`."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()][:: 4 if fast else 1]
    read_rows = [(row["quantity_num"], read(row["Excerpt"], "2016-01-01")) for row in rows]
    right = sum(displacement(figures) == gold for gold, figures in read_rows)
    among = sum(gold in set(_numbers(figures)) for gold, figures in read_rows)
    return (
        Score(name="figures.idmc.exact", value=100 * right / len(rows), n=len(rows), anchor=_ANCHOR, target=78.0),
        Score(name="figures.idmc.any", value=100 * among / len(rows), n=len(rows)),
    )


def displacement(figures: Sequence[Figure]) -> Number | None:
    """Return the one number a report's displacement would be coded with, `None` where it counts none."""
    for harms in _TURNS:
        units = ("buildings",) if harms[0] in ("destroyed", "damaged") else _COUNTED
        found = [n for f in figures if f.harm in harms and f.unit in units and (n := number_of(f)) is not None]
        if found:
            return max(found)
    return None


def number_of(figure: Figure) -> Number | None:
    """Return the figure's value, or where it has none its lower bound."""
    return figure.low if figure.value is None else figure.value


def _numbers(figures: Sequence[Figure]) -> Iterator[Number | None]:
    return (number_of(figure) for figure in figures if figure.harm in ("displaced", "destroyed", "damaged"))
