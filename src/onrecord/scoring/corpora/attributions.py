"""PolNeAR: who is cited, by which words, for what; one window a paragraph."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from onrecord.model.span import Span
from onrecord.reader.tokenise import tokenise
from onrecord.scoring.corpora.example import Attribution, Example
from onrecord.scoring.corpora.spans import cut_to


def documents(data: Path, part: str) -> list[dict[str, Any]]:
    """Return the documents of `part` as the corpus's own loader gives them."""
    sys.path.insert(0, str(data.resolve().parent / "eval"))
    from polnear_load import load  # type: ignore[import-not-found]

    return list(load(str(data.resolve() / "polnear"), part))


def polnear(docs: list[dict[str, Any]]) -> list[Example]:
    """Return the paragraphs of `docs`; an attribution belongs to the paragraph of its cue."""
    out = []
    for doc in docs:
        start = 0
        for line in doc["text"].split("\n"):
            spans = tokenise(doc["text"], start=start, end=start + len(line))
            start += len(line) + 1
            if spans:
                out.append(cut_to(_paragraph(doc, spans), 200))
    return out


def _paragraph(doc: dict[str, Any], spans: Sequence[Span]) -> Example:
    most = 200

    def words(pairs: list[list[int]]) -> list[tuple[int, int]]:
        found = []
        for a, b in pairs:
            inside = [i for i, s in enumerate(spans[:most]) if s.start < b and s.end > a]
            if inside:
                found.append((inside[0], inside[-1] + 1))
        return found

    marked: list[Attribution] = []
    said: set[int] = set()
    for item in doc["attributions"]:
        contents = words(item["content"])
        said |= {i for a, b in contents for i in range(a, b)}
        cue = words(item["cue"])
        if cue:
            marked.append(Attribution(cue=cue[0], source=words(item["source"]), content=contents))
    text = [doc["text"][s.start : s.end] for s in spans]
    return Example(corpus="polnear", doc=str(doc["id"]), words=text, attributions=marked, said=said)
