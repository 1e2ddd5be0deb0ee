"""The shipped network: what it scores for the words of one window, for anchors in it, and for mentions of a report."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.errors import ModelMissing
from onrecord.reader.distance import buckets
from onrecord.reader.pairs import Pairs
from onrecord.reader.pieces import pieces_of

Scores = NDArray[np.float32]
Anchor = tuple[int, int]
"""The words an anchor stands at, end excluded."""

TOGETHER = 90
"""The words up to which windows that follow one another are read at once."""

_SESSIONS = ("reader", "cited", "acts", "relations", "same")


@dataclass(frozen=True, slots=True)
class Seen:
    """Scores for the words of one window; `flat` by head, `arcs` as `best_tree` takes them."""

    words: Scores
    flat: dict[str, Scores]
    arcs: Scores
    deps: Scores
    heads: Scores

    def part(self, start: int, end: int) -> "Seen":
        """Return what is seen of words `start` to `end` alone."""
        up = [0, *range(start + 1, end + 1)]  # the root stands before the words
        flat = {name: scores[start:end] for name, scores in self.flat.items()}
        return Seen(self.words[start:end], flat, self.arcs[start:end, up], self.deps[start:end], self.heads[up])


@dataclass(frozen=True, slots=True)
class Network:
    """The sessions, word pieces and label lists of one model, and what its decoding was tuned to."""

    tokenizer: Tokenizer
    labels: dict[str, list[str]]
    tuning: dict[str, float]
    sessions: dict[str, ort.InferenceSession]

    @classmethod
    def load(cls, folder: Path) -> "Network":
        """Load the model in `folder`.

        Raises:
            ModelMissing: A file is absent.
        """
        for name in ("reader.json", "tokenizer.json", *(f"{session}.onnx" for session in _SESSIONS)):
            if not (folder / name).is_file():
                raise ModelMissing(str(folder / name), "no such file")
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        about = json.loads((folder / "reader.json").read_text(encoding="utf-8"))
        sessions = {name: _session(folder / f"{name}.onnx") for name in _SESSIONS}
        return cls(tokenizer, about["labels"], about.get("tuning", {}), sessions)

    def see(self, words: Sequence[str], starts: Collection[int] = ()) -> Seen:
        """Score one window, in which the words `starts` begin a paragraph.

        Windows go one by one: what quantised layers give depends on what shares a batch.
        """
        pieces = pieces_of(words, self.tokenizer, starts)
        rows = {"ids": pieces.ids, "shapes": pieces.shapes, "quotes": pieces.quotes, "first": pieces.first}
        out = self._run("reader", {name: np.array([row], np.int64) for name, row in rows.items()})
        flat = {name: value[0] for name, value in out.items()}
        words_, arcs, deps, heads = (flat.pop(name) for name in ("words", "arcs", "rel_deps", "rel_heads"))
        return Seen(words_, flat, arcs, deps, heads)

    def see_all(self, windows: Sequence[Sequence[str]]) -> list[Seen]:
        """Score the windows of one report, in its order; short ones that follow one another together.

        A paragraph of news is a sentence or two, and who is who in it stands in those beside it.
        """
        out: list[Seen] = []
        for group in _together(windows):
            starts = [0, *accumulate(map(len, group))]
            seen = self.see([word for window in group for word in window], starts)
            out += [seen.part(start, end) for start, end in pairwise(starts)]
        return out

    def cited(self, seen: Seen, cues: Sequence[Anchor]) -> Scores:
        """Score every word of the window as source or content of each cue."""
        return self._anchored("cited", seen.words, cues)

    def acts(self, seen: Seen, predicates: Sequence[int], start: int, end: int) -> Scores:
        """Score every word of the sentence at words `start` to `end` as argument of each of its predicates."""
        anchors = [(i - start, i - start + 1) for i in predicates]
        return self._anchored("acts", seen.words[start:end], anchors)

    def relations(self, seen: Seen, heads: Sequence[int]) -> Scores:
        """Score the relations of each word to its head (-1: the root)."""
        given = {"deps": seen.deps, "heads": seen.heads[[head + 1 for head in heads]]}
        return np.asarray(self._run("relations", given)["labels"], np.float32)

    def same(self, vectors: Scores, pairs: Pairs) -> tuple[Scores, Scores]:
        """Score each pair of mentions as naming one thing, and each mention as naming something new."""
        given = {"words": vectors, "later": pairs.later, "earlier": pairs.earlier, "features": pairs.features}
        out = self._run("same", given)
        return out["scores"], out["none"]

    def _anchored(self, name: str, words: Scores, anchors: Sequence[Anchor]) -> Scores:
        n = len(words)
        given = {
            "words": np.repeat(words[None], len(anchors), 0),
            "anchor": np.stack([words[a:b].mean(0) for a, b in anchors]),
            "distance": np.array([buckets(n, a, b) for a, b in anchors], np.int64),
            "mask": np.ones((len(anchors), n), np.int64),
        }
        return np.asarray(self._run(name, given)["labels"], np.float32)

    def _run(self, name: str, given: dict[str, Any]) -> dict[str, Any]:
        session = self.sessions[name]
        names = [output.name for output in session.get_outputs()]
        return dict(zip(names, session.run(None, given), strict=True))


def _together(windows: Sequence[Sequence[str]]) -> list[list[Sequence[str]]]:
    groups: list[list[Sequence[str]]] = []
    words = 0
    for window in windows:
        words += len(window)
        if groups and words <= TOGETHER:
            groups[-1].append(window)
        else:
            groups.append([window])
            words = len(window)
    return groups


def _session(path: Path) -> ort.InferenceSession:
    options = ort.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
