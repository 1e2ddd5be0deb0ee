"""How surely something happened: UDS-IH2 on the sentences of EWT, MEANTIME on its own."""

import json
from pathlib import Path

from onrecord.scoring.corpora.example import Example
from onrecord.scoring.corpora.universal import Parsed


def rows_of(path: Path, corpus: str) -> list[Example]:
    """Return the sentences of a file, words cut as they stand in it."""
    out = []
    for line in path.read_text(encoding="utf8").strip().split("\n"):
        row = json.loads(line)
        surely = {t["span1"][0]: float(t["label"]) for t in row["targets"]}
        out.append(Example(corpus=corpus, doc=str(row["idx"]), words=row["text"].split(), surely=surely))
    return out


def add_surely(parsed: list[Parsed], rows: list[Example]) -> list[Example]:
    """Mark the treebank's sentences with what `rows` say of the same words; return the rows that match none."""
    known: dict[str, list[Parsed]] = {}
    for sentence in parsed:
        known.setdefault(" ".join(sentence.words), []).append(sentence)
    left = []
    for row in rows:
        found = known.get(" ".join(row.words))
        if found is None:
            left.append(row)
            continue
        for sentence in found:
            sentence.surely = dict(row.surely)
    return left
