"""Scores how many were killed and injured on news of shootings beside what the Gun Violence Archive recorded.

Scored where the text states the recorded number: as a numeral or number word within a few words of one for
death (or injury), in one sentence. Of a record the number taken is its toll (`reconcile.toll`); 0 where it has none.
`all` is every report, the number stated or not.
"""

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from onrecord.model.figure import Harm
from onrecord.model.record import Record
from onrecord.reconcile.named import toll_of
from onrecord.scoring.score import Score
from onrecord.text.numbers import find_numbers

RecordReader = Callable[[str, str | None], Record]
"""Reads a text published on a day (`2023-12-20`, or `None`) into a record."""

_ANCHORS: dict[Harm, str] = {"killed": "pattern matching about 51", "injured": "pattern matching about 49"}
_WORDS: dict[Harm, str] = {
    "killed": r"\b(?:kill(?:ed|s|ing)|dead|died|dies|deaths?|slain|fatal(?:ly|ity|ities)?|murdered|homicides?)\b",
    "injured": r"\b(?:injur(?:ed|ing|ies|y|es)|wound(?:ed|ing|s)|hurt)\b",
}
_BEFORE, _AFTER, _STEP, _FAST = 45, 60, 7, 35


def gva_scores(folder: Path, read: RecordReader, *, fast: bool = False) -> tuple[Score, ...]:
    """Return the scores on every seventh report of `folder`; every thirty-fifth when `fast`."""
    docs = [json.loads(line) for line in (folder / "gva_docs_dev.jsonl").read_text(encoding="utf-8").splitlines()]
    lines = (folder / "gva_incidents_dev.jsonl").read_text(encoding="utf-8").splitlines()
    incidents = {row["incident_uri"]: row for row in map(json.loads, lines)}
    stated: dict[Harm, list[bool]] = {"killed": [], "injured": []}
    every: dict[Harm, list[bool]] = {"killed": [], "injured": []}
    for doc in docs[:: _FAST if fast else _STEP]:
        if doc["incident"] not in incidents or len(doc["text"].strip()) < 30:
            continue
        _count(doc, incidents[doc["incident"]], read, stated, every)
    return (
        *(_score(f"figures.gva.{harm}", stated[harm], anchor=_ANCHORS[harm], target=82.0) for harm in stated),
        *(_score(f"figures.gva.{harm}_all", every[harm]) for harm in every),
    )


def _count(
    doc: dict[str, Any],
    incident: dict[str, Any],
    read: RecordReader,
    stated: dict[Harm, list[bool]],
    every: dict[Harm, list[bool]],
) -> None:
    text = f"{doc['title'].strip()}\n\n{doc['text']}"
    record = read(text, doc["dct"])
    for harm, outcomes in stated.items():
        gold, toll = incident[f"num_{harm}"], toll_of(record, harm)
        is_right = (0 if toll is None else toll.value) == gold
        every[harm].append(is_right)
        if gold and states(text, gold, harm):
            outcomes.append(is_right)


def states(text: str, number: int, harm: Harm) -> bool:
    """Return whether `text` gives `number` next to a word for `harm`."""
    for match in find_numbers(text):
        before = re.split(r"\. |\n", text[max(0, match.start - _BEFORE) : match.start])[-1]
        after = re.split(r"\. |\n", text[match.end : match.end + _AFTER])[0]
        if match.value == number and re.search(_WORDS[harm], f"{before} | {after}", re.IGNORECASE):
            return True
    return False


def _score(name: str, outcomes: Sequence[bool], *, anchor: str | None = None, target: float | None = None) -> Score:
    value = 100 * sum(outcomes) / len(outcomes) if outcomes else 0.0
    return Score(name=name, value=value, n=len(outcomes), anchor=anchor, target=target)
