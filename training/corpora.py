"""Reads the corpora as lists of `Example`."""

import json
import sys
from pathlib import Path

from onrecord.reader.tokenise import tokenise
from training.example import Attribution, Example


def universal(path: Path, *, most: int = 60) -> list[Example]:
    """Windows of consecutive sentences of one document, up to `most` words."""
    out: list[Example] = []
    doc = ""
    for block in path.read_text(encoding="utf8").strip().split("\n\n"):
        lines = block.split("\n")
        new = [x.split("=")[1].strip() for x in lines if x.startswith("# newdoc")]
        doc = new[0] if new else doc
        rows = [x.split("\t") for x in lines if x[0] != "#"]
        rows = [r for r in rows if r[0].isdigit()]
        last = out[-1] if out else None
        if last is None or last.doc != doc or len(last.words) + len(rows) > most:
            last = Example(corpus="ud", doc=doc, words=[], sentences=[], upos=[], tags=[], heads=[], deps=[])
            out.append(last)
        at = len(last.words)
        last.words += [r[1] for r in rows]
        last.sentences.append((at, at + len(rows)))
        last.upos += [r[3] for r in rows]
        last.tags += [r[4] for r in rows]
        last.heads += [at + int(r[6]) - 1 if r[6] != "0" else -1 for r in rows]
        last.deps += [r[7] for r in rows]
    return out


def bio_spans(tags: list[str]) -> list[tuple[int, int, str]]:
    out: list[tuple[int, int, str]] = []
    for i, tag in enumerate(tags):
        if tag == "O":
            continue
        if tag[0] == "I" and out and out[-1][1] == i and out[-1][2] == tag[2:]:
            out[-1] = (out[-1][0], i + 1, tag[2:])
        else:
            out.append((i, i + 1, tag[2:]))
    return out


def newswire(path: Path) -> list[Example]:
    rows = [json.loads(line) for line in path.open(encoding="utf8")]
    return [
        Example(corpus="newswire", doc=str(i), words=row["tokens"], names=bio_spans(row["tags"]))
        for i, row in enumerate(rows)
        if row["tokens"]
    ]


def polnear(data: Path, part: str) -> list[Example]:
    """One window a paragraph; attributions are kept in the paragraph of their cue."""
    sys.path.insert(0, str(data.parent / "eval"))
    from polnear_load import load  # type: ignore[import-not-found]

    out = []
    for doc in load(str(data / "polnear"), part):
        start = 0
        for line in doc["text"].split("\n"):
            spans = tokenise(doc["text"], start=start, end=start + len(line))[:220]
            start += len(line) + 1
            if spans:
                out.append(_paragraph(doc, spans))
    return out


def _paragraph(doc: dict, spans: tuple) -> Example:
    def words(pairs: list) -> list[tuple[int, int]]:
        found = []
        for a, b in pairs:
            inside = [i for i, s in enumerate(spans) if s.start < b and s.end > a]
            if inside:
                found.append((inside[0], inside[-1] + 1))
        return found

    marked = []
    for item in doc["attributions"]:
        cue = words(item["cue"])
        if cue:
            marked.append(Attribution(cue=cue[0], source=words(item["source"]), content=words(item["content"])))
    text = [doc["text"][s.start : s.end] for s in spans]
    return Example(corpus="polnear", doc=str(doc["id"]), words=text, attributions=marked)
