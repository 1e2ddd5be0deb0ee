"""How each view of the ledger is laid out for people: what stands in a heading over its rows, and in which columns.

A view without a layout is shown row by row, every column by its name.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.render.phrases import number

Row = Mapping[str, Any]
Say = Callable[[Row], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Rows with one `over` stand under one heading. `columns` are (heading, share of the width, what stands there)."""

    over: Say
    columns: tuple[tuple[str, int, Say], ...]


def bounds_said(row: Row) -> str:
    """Return the bounds of a figure's row: `14`, `46 or more`, `about 1,200`."""
    low, high = row.get("low"), row.get("high")
    if low is None:
        if high is None:
            return "no bound"
        return f"nearly {number(high)}" if row.get("hedge") == "nearly" else f"{number(high)} or fewer"
    if high is None:
        return f"{number(low)} or more"
    return number(low) if low == high else f"{number(low)} to {number(high)}"


def _words(name: str, *, before: str = "", after: str = "") -> Say:
    def say(row: Row) -> str:
        cell = row.get(name)
        return "" if cell in (None, "") else f"{before}{str(cell).replace('_', ' ')}{after}"

    return say


def _joined(*says: Say, by: str = " · ") -> Say:
    return lambda row: by.join(filter(None, (say(row) for say in says)))


def _counted(row: Row) -> str:
    return f"{_many(row['n_reports'], 'report')}, {row['n_lineages']} independent"


def _disputed(row: Row) -> str:
    return _many(row["n_disputes"], "dispute") if row["n_disputes"] else ""


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _days(row: Row) -> str:
    on, until = row.get("on"), row.get("until")
    return str(on or "") if until in (None, on) else f"{on} to {until}"


def _parties(row: Row) -> str:
    by, to = row.get("by") or "", row.get("to") or ""
    through = f" (through {row['mediators']})" if row.get("mediators") else ""
    return f"{by} → {to}{through}" if to else f"{by}{through}"


_HAPPENED = _joined(_words("type"), _words("place"), _words("happened"))
_FIGURE = (
    ("said on", 12, _words("said_on")),
    ("by", 24, _words("speaker")),
    ("how many", 16, bounds_said),
    ("of", 14, _words("of")),
    ("", 26, _words("flags")),
)

LAYOUTS: Mapping[str, Layout] = {
    "tallies": Layout(
        over=_joined(_HAPPENED, _joined(_words("unit"), _words("harm"), by=" "), _words("scope"), _words("entry")),
        columns=_FIGURE,
    ),
    "printed": Layout(
        over=_joined(_HAPPENED, _words("entry")),
        columns=(
            ("of", 20, _joined(_words("unit"), _words("harm"), _words("scope"), by=" ")),
            ("one number", 24, _words("printed")),
            ("by the rule", 18, _words("policy")),
            ("stands on", 32, _words("speakers")),
        ),
    ),
    "series": Layout(
        over=_joined(_words("harm"), _words("unit"), _words("place", before="in "), _words("series")),
        columns=(*_FIGURE[:3], ("reference", 18, _joined(_words("reference"), _words("agrees", before="agrees: "))),
                 ("", 24, _FIGURE[4][2])),
    ),
    "disputes": Layout(
        over=_joined(_words("differs_in"), _HAPPENED, _words("entry")),
        columns=(
            ("position", 26, _words("position")),
            ("by", 36, _words("speakers")),
            ("told in", 30, _counted),
        ),
    ),
    "timeline": Layout(
        over=_days,
        columns=(
            ("what", 32, _joined(_words("type"), _words("what"))),
            ("where", 20, _joined(_words("place"), _words("country"), by=", ")),
            ("killed", 16, _words("killed")),
            ("injured", 14, _words("injured")),
            ("told in", 18, _joined(_counted, _disputed, by="; ")),
        ),
    ),
    "negotiation": Layout(
        over=_words("on"),
        columns=(
            ("move", 18, _joined(_words("kind"), lambda row: "" if row["modality"] == "asserted" else row["modality"])),
            ("who", 34, _parties),
            ("about", 28, _joined(_words("topic"), _words("counts"))),
            ("said by", 16, _words("speaker")),
        ),
    ),
}  # fmt: skip
"""The layout of each view by its name."""
