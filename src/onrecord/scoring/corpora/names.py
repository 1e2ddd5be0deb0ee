"""Names: world newswire (9 classes) and re3d (reports on Syria and Iraq)."""

import json
from collections.abc import Sequence
from pathlib import Path

from onrecord.model.span import Span
from onrecord.reader.tokenise import tokenise
from onrecord.scoring.corpora.example import Example
from onrecord.scoring.corpora.spans import bio_spans

THINGS = {
    "Person": "Person", "Organisation": "Organisation", "Location": "Location", "Nationality": "Nationality",
    "Weapon": "Weapon", "MilitaryPlatform": "Platform", "Vehicle": "Platform", "Temporal": "Time",
}  # fmt: skip
MOST = 160
RE3D_FOLDS = 5


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf8").strip().split("\n")


def newswire(path: Path) -> list[Example]:
    """Return one sentence an example."""
    rows = [json.loads(line) for line in _lines(path)]
    return [
        Example(corpus="newswire", doc=str(i), words=row["tokens"][:MOST], names=bio_spans(row["tags"][:MOST]))
        for i, row in enumerate(rows)
        if row["tokens"]
    ]


def re3d(path: Path) -> list[Example]:
    """Return one line of a document an example."""
    out = []
    for row in map(json.loads, _lines(path)):
        marked = [(e["begin"], e["end"], THINGS[e["type"]]) for e in row["entities"] if e["type"] in THINGS]
        start = 0
        for line in row["text"].split("\n"):
            spans = tokenise(row["text"], start=start, end=start + len(line))
            start += len(line) + 1
            for k in range(0, len(spans), MOST):
                out.append(_example(row["id"], row["text"], spans[k : k + MOST], marked))
    return [x for x in out if x.words]


def _example(doc: str, text: str, spans: Sequence[Span], marked: list[tuple[int, int, str]]) -> Example:
    names: list[tuple[int, int, str]] = []
    taken: set[int] = set()
    for a, b, kind in sorted(marked, key=lambda m: m[0] - m[1]):
        inside = [i for i, s in enumerate(spans) if s.start < b and s.end > a]
        if inside and not taken & set(inside):
            taken |= set(inside)
            names.append((inside[0], inside[-1] + 1, kind))
    return Example(corpus="re3d", doc=doc, words=[s.of(text) for s in spans], names=sorted(names))


def fold_of(doc: str) -> int:
    """Return the fold (0 to 4) of a document of re3d, whose names are hexadecimal numbers."""
    return int(doc[:8], 16) % RE3D_FOLDS


def is_held_out(doc: str) -> bool:
    """Return whether this document of re3d, a fifth of all, is kept for scoring."""
    return fold_of(doc) == 0
