"""Scores attribution frames on our own invented sentences: nested, source-less, refused and on over paragraphs.

One case a line in `eval/cases/attributions.jsonl`: `kind`, `text`, and `frames` of `cue`, `source` and `content`, each
a list of words as they stand in the text (`words#1`: the second such place). A frame is right when its cue
overlaps, its speaker overlaps (or both have none) and half of the content is shared. Nested frames count too.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.model.reading import Frame
from onrecord.model.span import Span
from onrecord.reader.reader import Reader
from onrecord.scoring.bare_report import as_report
from onrecord.scoring.score import Score, Tally

CASES = Path("eval/cases/attributions.jsonl")


def own_scores(reader: Reader, path: Path = CASES) -> tuple[Score, ...]:
    """Return F1 of right frames over all cases, and for each kind of case."""
    if not path.is_file():
        return ()
    tallies: dict[str, Tally] = {}
    for case in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        given, wanted = list(read_frames(reader, case["text"])), [gold_frame(case["text"], f) for f in case["frames"]]
        tally = Tally(matched(given, wanted), len(given), len(wanted))
        for name in ("all", case["kind"]):
            tallies[name] = tallies.get(name, Tally()) + tally
    return tuple(
        Score(name=f"attributions.own.{k}", value=t.f1, n=t.wanted, anchor="invented sentences, linked frames")
        for k, t in sorted(tallies.items())
    )


Spans = dict[str, list[Span]]


def gold_frame(text: str, frame: dict[str, Any]) -> Spans:
    """Return the spans of a frame written as words."""
    return {role: [_span(text, words) for words in frame.get(role, ())] for role in ("cue", "source", "content")}


def _span(text: str, words: str) -> Span:
    form, _, nth = words.partition("#")
    found = list(re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)" if form[0].isalnum() else re.escape(form), text))
    return Span(*found[int(nth or 0)].span())


def read_frames(reader: Reader, text: str) -> Iterator[Spans]:
    """Give the attribution frames read in `text`."""
    report, passages = as_report(text, "case")
    reading = reader.read(report, passages)

    def spans(frame: Frame, role: str) -> list[Span]:
        return [reading.span(r.start, r.end) for r in frame.all(role)]

    for frame in reading.frames:
        if frame.kind == "attribution" and frame.end > frame.start:
            cue = [reading.span(frame.start, frame.end)]
            yield {"cue": cue, "source": spans(frame, "source"), "content": spans(frame, "content")}


def matched(given: list[Spans], wanted: list[Spans]) -> int:
    """Return how many wanted frames are given right, each given frame used once."""
    left, n = list(given), 0
    for gold in wanted:
        right = [f for f in left if _meet(f["cue"], gold["cue"]) and _is_linked(f, gold)]
        if right:
            left.remove(right[0])
            n += 1
    return n


def _is_linked(left: Spans, right: Spans) -> bool:
    none = not left["source"] and not right["source"]
    letters, wanted = _letters(left["content"]), _letters(right["content"])
    shared = 2 * len(letters & wanted) >= max(len(letters), len(wanted))
    return (none or _meet(left["source"], right["source"])) and shared


def _meet(left: list[Span], right: list[Span]) -> bool:
    return any(a.overlaps(b) for a in left for b in right)


def _letters(spans: list[Span]) -> set[int]:
    return {i for span in spans for i in range(span.start, span.end)}
