"""Scores time expressions: WikiWars as TempEval-3 does, TimeNorm's humanitarian reports by their intervals.

WikiWars (Mazur & Dale 2010): `strict` same extent, `relaxed` any overlap, `value` relaxed matches whose
TIMEX3 value is the same string; each an F1. The even texts were tuned on; scores are of the odd ones. TimeNorm
(Laparra et al. 2018 as kept by clulab/processors): a marked interval is right when a found time that overlaps it
starts and ends on the same days; what the gold leaves open (`XXXX`) is not asked, `ref-date` is the publication
day or an open side.
"""

import csv
import html
import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.model.when import When
from onrecord.scoring.score import Score, Tally

TimesReader = Callable[[str, str | None], Sequence[When]]
"""Reads the times of one text published on a day (ISO 8601, `None` if unknown)."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_HEIDELTIME = {"strict": 85.4, "relaxed": 91.5, "value": 78.1}
_TARGETS = {"strict": 86.0, "relaxed": 92.0, "value": 82.0}


@dataclass(frozen=True, slots=True)
class Marked:
    """A time the gold marks: characters `start` to `end` and its value."""

    start: int
    end: int
    value: str


def wikiwars_scores(folder: Path, read: TimesReader, *, fast: bool = False) -> tuple[Score, ...]:
    """Return the scores on every other text of `folder`; on two of them only when `fast`."""
    tallies = dict.fromkeys(_TARGETS, Tally())
    for path in sorted(folder.rglob("*.tml"))[1::2][: 2 if fast else None]:
        published, text, marked = _read_tml(path.read_text(encoding="utf-8"))
        found = [when for when in read(text, published) if when.span is not None]
        for name, right in _agreement(marked, found).items():
            tallies[name] += Tally(right, len(found), len(marked))
    return tuple(
        Score(
            name=f"times.wikiwars.{name}",
            value=tally.f1,
            n=tally.wanted,
            anchor=f"HeidelTime {_HEIDELTIME[name]} on the held-back texts",
            target=_TARGETS[name],
        )
        for name, tally in tallies.items()
    )


def _read_tml(raw: str) -> tuple[str | None, str, list[Marked]]:
    """Return publication day, text and marked times of a TimeML file."""
    day = re.search(r'<DCT>.*?value="([^"]+)"', raw, re.S)
    body = re.search(r"<TEXT>(.*)</TEXT>", raw, re.S)
    inside = re.sub(r"</?(?!TIMEX3)[A-Za-z][^>]*>", "", body[1] if body else "")
    text, marked, at, start, value = "", [], 0, 0, ""
    for tag in re.finditer(r"<TIMEX3([^>]*)>|</TIMEX3>", inside):
        text += html.unescape(inside[at : tag.start()])
        at = tag.end()
        if tag[1] is None:
            marked.append(Marked(start, len(text), value))
            continue
        found = re.search(r'value="([^"]*)"', tag[1])
        start, value = len(text), found[1] if found else ""
    return (day[1][:10] if day else None), text + html.unescape(inside[at:]), marked


def _agreement(marked: Iterable[Marked], found: Sequence[When]) -> dict[str, int]:
    right = dict.fromkeys(_TARGETS, 0)
    used: set[int] = set()
    for gold in marked:
        near = [n for n, when in enumerate(found) if n not in used and _overlaps(when, gold.start, gold.end)]
        if not near:
            continue
        best = next((n for n in near if _spans(found[n], gold)), near[0])
        used.add(best)
        right["relaxed"] += 1
        right["strict"] += _spans(found[best], gold)
        right["value"] += found[best].timex.value == gold.value
    return right


def _overlaps(when: When, start: int, end: int) -> bool:
    return when.span is not None and when.span.start < end and start < when.span.end


def _spans(when: When, gold: Marked) -> bool:
    return when.span is not None and (when.span.start, when.span.end) == (gold.start, gold.end)


def timenorm_scores(folder: Path, read: TimesReader, *, fast: bool = False) -> tuple[Score, ...]:
    """Return the scores on the reports of `folder`; on three of them only when `fast`."""
    reports: dict[str, list[Marked]] = {}
    with (folder / "WorldModelersDatesRangesTimex.csv").open(encoding="utf-8") as file:
        for name, start, end, *value in csv.reader(file):
            reports.setdefault(name, []).append(Marked(int(start), int(end), ",".join(value).strip()))
    right = wanted = 0
    for name, marked in list(reports.items())[: 3 if fast else None]:
        day = _day_of(name)
        found = read((folder / name / name).read_text(encoding="utf-8"), day)
        wanted += len(marked)
        right += sum(_is_right(gold, found, day) for gold in marked)
    share = 100 * right / wanted if wanted else 0.0
    return (
        Score(
            name="times.timenorm.intervals", value=share, n=wanted, anchor="none published for this use", target=60.0
        ),
    )


def _day_of(name: str) -> str:
    """Return the publication day in a report's file name ("..._28-Feb-18", "..._Jun-16")."""
    match = re.search(r"(?:(\d+)[-_])?([A-Z][a-z]{2})-(\d\d)$", name)
    assert match is not None, f"no date in {name}"
    return f"20{match[3]}-{_MONTHS.index(match[2].lower()) + 1:02d}-{int(match[1] or 1):02d}"


def _is_right(gold: Marked, found: Sequence[When], day: str) -> bool:
    first, _, last = (side.strip() for side in gold.value.partition("--"))
    near = [when for when in found if _overlaps(when, gold.start, gold.end)]
    return any(
        _agrees(first, when.start, day, is_last=False) and _agrees(last or first, when.end, day, is_last=True)
        for when in near
    )


def _agrees(gold: str, said: str | None, day: str, *, is_last: bool) -> bool:
    """Return whether one side of an interval is that of the gold ("2016-02-XX", "XXXX-06-XX", "ref-date")."""
    if said is None or gold.startswith("ref"):
        return gold.startswith("ref") and (said is None or said[:7] == day[:7])
    want_year, want_month, want_day = gold.split("-")[:3]
    year, month, number = said[:10].split("-")
    if "X" not in want_year and want_year != year:
        return False
    if int(month) != (int(want_month) if want_month.isdigit() else 12 if is_last else 1):
        return False
    edge = monthrange(int(year), int(month))[1] if is_last else 1
    return int(number) == (int(want_day) if want_day.isdigit() else edge)
