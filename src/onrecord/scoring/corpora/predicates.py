"""PropBank frames of EWT, laid on the words of the treebank sentence by sentence."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import groupby
from pathlib import Path

from onrecord.scoring.corpora.example import Predicate
from onrecord.scoring.corpora.universal import Parsed

Rows = list[list[str]]


def add_predicates(parsed: list[Parsed], path: Path) -> int:
    """Give each sentence its predicates; return how many sentences could not be aligned (they keep `None`)."""
    marked = _documents(path)
    lost = 0
    for name, group in groupby(parsed, key=lambda s: s.doc):
        rows = marked.get(re.sub(r"^[a-z]+-", "", name), [])
        sentences = list(group)
        same = len(rows) == len(sentences)
        for sentence, table in zip(sentences, rows if same else [[]] * len(sentences), strict=True):
            sentence.predicates = list(_aligned(sentence, table)) if table else None
            lost += not table
    return lost


def _documents(path: Path) -> dict[str, list[Rows]]:
    out: dict[str, list[Rows]] = {}
    for block in path.read_text(encoding="utf8").split("\n\n"):
        rows = [line.split() for line in block.split("\n") if line.strip() and not line.startswith("#")]
        if rows:
            name = rows[0][0].split("/")[-1].removesuffix(".xml")
            out.setdefault(name, []).append(rows)
    return out


def _aligned(sentence: Parsed, rows: Rows) -> Iterator[Predicate]:
    to = _alignment([row[4] for row in rows], sentence.tags)
    anchors = [i for i, row in enumerate(rows) if row[7] != "-" and not row[7].endswith(".YY")]
    for column, anchor in enumerate(i for i, row in enumerate(rows) if row[7] != "-"):
        word = to[anchor]
        if anchor not in anchors or word is None or 8 + column >= len(rows[0]):
            continue
        roles = []
        for a, b, label in _brackets([row[8 + column] for row in rows]):
            inside = [k for k in to[a:b] if k is not None]
            if inside and label not in ("V", "C-V") and not label.startswith("ARGM-LVB"):
                roles.append((inside[0], inside[-1] + 1, label))
        yield Predicate(word=word, roles=roles, lemma=rows[anchor][6])


def _alignment(left: list[str], right: list[str]) -> list[int | None]:
    if len(left) == len(right):
        return list(range(len(left)))
    out: list[int | None] = [None] * len(left)
    for a, b, n in SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks():
        out[a : a + n] = range(b, b + n)
    return out


def _brackets(cells: list[str]) -> Iterator[tuple[int, int, str]]:
    start, label = 0, ""
    for i, cell in enumerate(cells):
        if cell.startswith("("):
            start, label = i, cell.strip("()*")
        if cell.endswith(")") and label:
            yield start, i + 1, label
            label = ""
