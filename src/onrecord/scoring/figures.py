"""Scores figures on our own marked sentences: found, and right in bounds, hedge, unit, harm, counted, scope and part.

A sentence is right when every marked figure is found under its own words with all that is marked of it, and no
other figure is given.
"""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from onrecord.model.figure import Figure
from onrecord.model.ids import FigureId
from onrecord.scoring.score import Score

FiguresReader = Callable[[str, str | None], Sequence[Figure]]
"""Reads the figures of a text published on a day (`2023-12-20`, or `None`)."""

CASES = Path("eval/cases/figures.jsonl")
_KEYS = ("value", "low", "high", "hedge", "unit", "harm", "scope")


def own_figure_scores(path: Path, read: FiguresReader, *, fast: bool = False) -> tuple[Score, ...]:
    """Return the scores on the sentences of `path`; every fourth only when `fast`."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    rows = rows[:: 4 if fast else 1]
    faults = [faults_of(row, read(row["text"], "2023-12-20")) for row in rows]
    n_figures = sum(len(row["figures"]) for row in rows)
    scores = [_share("figures.own.sentences", sum(not found for found in faults), len(rows), target=95.0)]
    for name, keys in (
        ("bounds", ("value", "low", "high")),
        ("hedge", ("hedge",)),
        ("harm", ("harm",)),
        ("scope", ("scope",)),
    ):
        wrong = sum(any(key in (*keys, "missing") for key in one) for found in faults for one in found.values())
        scores.append(_share(f"figures.own.{name}", n_figures - wrong, n_figures, target=95.0))
    return tuple(scores)


def faults_of(row: dict[str, Any], figures: Sequence[Figure]) -> dict[str, list[str]]:
    """Return what is wrong: for each marked figure's words the keys that differ, `extra` for those not marked."""
    left, ids = list(figures), {figure.id: figure.words for figure in figures}
    faults: dict[str, list[str]] = {}
    for number, gold in enumerate(row["figures"]):
        figure = next((one for one in left if one.words == gold["words"]), None)
        if figure is None:
            faults[f"{number} {gold['words']}"] = ["missing"]
            continue
        left.remove(figure)
        wrong = _wrong(gold, figure, ids)
        if wrong:
            faults[f"{number} {gold['words']}"] = wrong
    return faults | {f"extra {figure.words}": ["extra"] for figure in left}


def _wrong(gold: dict[str, Any], figure: Figure, ids: dict[FigureId, str]) -> list[str]:
    wrong = [key for key in _KEYS if key in gold and getattr(figure, key) != gold[key]]
    if gold.get("of") is not None and figure.of.words != gold["of"]:
        wrong.append("of")
    whole = None if figure.part_of is None else ids.get(figure.part_of)
    return [*wrong, "part_of"] if whole != gold.get("part_of") else wrong


def _share(name: str, right: int, n: int, *, target: float | None = None) -> Score:
    return Score(name=name, value=100 * right / n if n else 0.0, n=n, target=target)
