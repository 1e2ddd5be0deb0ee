"""Scores attribution frames on PolNeAR's dev part with the measure published with the data (`../shared/eval`).

The corpus marks outermost attributions only, so of the model's frames only those are handed in; a quotation that runs
on over paragraphs is one attribution there, and is joined here by that rule. The same texts in capitals and with one
word in ten misread show what noise costs (every third document).
"""

import random
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

from onrecord.model.reading import Frame
from onrecord.model.span import Span
from onrecord.reader.attributions import Cited, Tuning, decoded, scored
from onrecord.reader.network import Network
from onrecord.reader.windows import windows
from onrecord.scoring.misread import capitals_text, misread_text
from onrecord.scoring.score import Score

_ANCHORS = {
    "source": ("people 79.4, BERT-base (test, exact) 83.2", 82.0),
    "cue": ("people 71.3, BERT-base (test, exact) 75.3", 75.0),
    "content": ("people 69.3, BERT-base (test, exact) 72.9", 67.0),
    "linked": ("people 75.2", 76.0),
    "bound": ("people 84.2", 85.0),
}
_MOST_ON = 6
Pairs = list[list[int]]


@dataclass(slots=True)
class Paragraph:
    """One window of a document with the scored cues in it."""

    spans: list[Span]
    words: list[str]
    cues: list[Cited]

    @property
    def is_left_open(self) -> bool:
        """Return whether a quote mark opened here is not closed."""
        is_open = False
        for word in self.words:
            is_open = word in "“„«" or (is_open and word not in "”»" and word != '"') or (word == '"' and not is_open)
        return is_open

    @property
    def whole(self) -> list[int]:
        """Return the bounds of all its words."""
        return [self.spans[0].start, self.spans[-1].end]


@dataclass(slots=True)
class Found:
    """A decoded frame and the paragraphs its quotation runs on over."""

    at: int
    frame: Frame
    share: float
    on: Pairs = field(default_factory=list)


def attribution_scores(data: Path, network: Network, tuning: Tuning, *, fast: bool = False) -> tuple[Score, ...]:
    """Return the scores; every sixth document only when `fast`."""
    load, measure = _published(data)
    documents = list(load(str(data / "polnear"), "dev"))[:: 6 if fast else 1]

    def values(part: Sequence[Any], change: Callable[[str], str] = str) -> tuple[dict[str, float], int]:
        tally = measure()
        for d in part:
            found = attributions_of(network, tuning, change(d["text"]))
            tally.add(d["text"], d["attributions"], found)
        table, exact = tally.table(), ("source", "cue", "content")
        return (
            {k: 100 * table[k, "exact*" if k in exact else ""][2] for k in _ANCHORS},
            sum(len(d["attributions"]) for d in part),
        )

    plain, n = values(documents)
    out = [
        Score(name=f"attributions.polnear.{k}", value=plain[k], n=n, anchor=anchor, target=target)
        for k, (anchor, target) in _ANCHORS.items()
    ]
    for name, change in () if fast else _noises().items():
        noised, n = values(documents[::3], change)
        out += [Score(name=f"attributions.polnear.{name}.{k}", value=noised[k], n=n) for k in ("linked", "bound")]
    return tuple(out)


def _noises() -> dict[str, Callable[[str], str]]:
    dice = random.Random(3)
    return {"as_written": str, "capitals": capitals_text, "misread": lambda text: misread_text(text, 0.1, dice)}


def documents_of(data: Path) -> list[tuple[str, str]]:
    """Return the name and text of each document of the dev part."""
    return [(str(d["id"]), d["text"]) for d in _published(data)[0](str(data / "polnear"), "dev")]


def _published(data: Path) -> tuple[Any, Any]:
    folder = str(data.resolve().parent / "eval")
    if folder not in sys.path:
        sys.path.insert(0, folder)
    return import_module("polnear_load").load, import_module("polnear_score").Score


def attributions_of(network: Network, tuning: Tuning, text: str) -> list[dict[str, Pairs]]:
    """Return the outermost attributions of `text` as spans of characters."""
    return outermost(paragraphs_of(network, tuning, text), tuning)


def paragraphs_of(network: Network, tuning: Tuning, text: str) -> list[Paragraph]:
    """Return the windows of `text` with their cues scored, one paragraph a line."""
    cut: list[list[Span]] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            cut += windows(text, Span(start, start + len(line)))
        start += len(line) + 1
    rows = [[span.of(text) for span in spans] for spans in cut]
    seen = network.see_all(rows)
    return [Paragraph(a, b, scored(network, c, tuning)) for a, b, c in zip(cut, rows, seen, strict=True)]


def outermost(paragraphs: Sequence[Paragraph], tuning: Tuning) -> list[dict[str, Pairs]]:
    """Decode, carry quotations on, and keep the frames that stand in no other frame's content."""
    found = []
    for at, paragraph in enumerate(paragraphs):
        for cited in paragraph.cues:
            frame = None if cited.is_inner else decoded(cited, paragraph.words, tuning)
            if frame is not None:
                found.append(Found(at, frame, cited.share))
    cued = {item.at for item in found}
    for item in found:
        item.on = list(_carried(item, paragraphs, cued))
    kept = [item for item in found if item.frame.all("content") or item.on]
    return [_spans(item, paragraphs[item.at]) for item in kept if not _is_inside(item, kept)]


def _carried(item: Found, paragraphs: Sequence[Paragraph], cued: set[int]) -> Iterable[list[int]]:
    """Yield the paragraphs a quotation runs on over: left open, or announced by a colon at the end."""
    here, contents = paragraphs[item.at], item.frame.all("content")
    at = item.at + 1
    if contents:
        runs = contents[-1].end >= len(here.words) - 1 and here.is_left_open
    else:
        last = max([item.frame.end, *(r.end for r in item.frame.roles)])
        runs = here.words[-1] == ":" and len(here.words) - last <= 2
        if runs and at < len(paragraphs) and at not in cued:
            yield paragraphs[at].whole
            runs, at = paragraphs[at].is_left_open, at + 1
    while runs and at < len(paragraphs) and at - item.at <= _MOST_ON:
        if paragraphs[at].words[0] not in '“"' or at in cued:
            break
        yield paragraphs[at].whole
        runs, at = paragraphs[at].is_left_open, at + 1


def _is_inside(item: Found, others: Sequence[Found]) -> bool:
    """Return whether a frame stands in the content of another that does not stand in its own, or is the surer."""
    for other in others:
        if other is item or other.at != item.at or not _holds(other.frame, item.frame):
            continue
        if not _holds(item.frame, other.frame) or other.share >= item.share:
            return True
    return False


def _holds(outer: Frame, inner: Frame) -> bool:
    return any(r.start <= inner.start and inner.end <= r.end for r in outer.all("content"))


def _spans(item: Found, paragraph: Paragraph) -> dict[str, Pairs]:
    def pairs(frame: Frame, name: str) -> Pairs:
        return [[paragraph.spans[r.start].start, paragraph.spans[r.end - 1].end] for r in frame.all(name)]

    frame = item.frame
    cue = [[paragraph.spans[frame.start].start, paragraph.spans[frame.end - 1].end]]
    return {"source": pairs(frame, "source"), "cue": cue, "content": pairs(frame, "content") + item.on}
