"""The shipped network: what it scores for the words of one window, and for one anchor in it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.errors import ModelMissing
from onrecord.reader.distance import buckets
from onrecord.reader.pieces import pieces_of

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Seen:
    """Scores for the words of one window; `flat` by head, `arcs` as `best_tree` takes them."""

    words: Scores
    flat: dict[str, Scores]
    arcs: Scores
    deps: Scores
    heads: Scores


@dataclass(frozen=True, slots=True)
class Network:
    """The sessions, word pieces and label lists of one model."""

    tokenizer: Tokenizer
    labels: dict[str, list[str]]
    windows: ort.InferenceSession
    anchors: ort.InferenceSession
    relations: ort.InferenceSession

    @classmethod
    def load(cls, folder: Path) -> "Network":
        """Load the model in `folder`.

        Raises:
            ModelMissing: A file is absent.
        """
        for name in ("reader.json", "tokenizer.json", "reader.onnx", "frames.onnx", "relations.onnx"):
            if not (folder / name).is_file():
                raise ModelMissing(str(folder / name), "no such file")
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        labels = json.loads((folder / "reader.json").read_text(encoding="utf-8"))["labels"]
        sessions = [_session(folder / f"{name}.onnx") for name in ("reader", "frames", "relations")]
        return cls(tokenizer, labels, *sessions)

    def see(self, words: Sequence[str]) -> Seen:
        """Score one window. Windows go one by one: what quantised layers give depends on what shares a batch."""
        pieces = pieces_of(words, self.tokenizer)
        rows = {"ids": pieces.ids, "mask": [1] * len(pieces.ids), "shapes": pieces.shapes, "first": pieces.first}
        given = {name: np.array([row], np.int64) for name, row in rows.items()}
        names = [output.name for output in self.windows.get_outputs()]
        out = {name: value[0] for name, value in zip(names, self.windows.run(None, given), strict=True)}
        flat = {name: out[name] for name in ("start", "upos", "tag", "name", "cue")}
        return Seen(out["words"], flat, out["arcs"], out["rel_deps"], out["rel_heads"])

    def roles(self, seen: Seen, start: int, end: int) -> Scores:
        """Score every word of the window as part of the frame at words `start` to `end`."""
        n = len(seen.words)
        given = {
            "words": seen.words[None],
            "anchor": seen.words[start:end].mean(0)[None],
            "distance": np.array([buckets(n, start, end)], np.int64),
            "mask": np.ones((1, n), np.int64),
        }
        return np.asarray(self.anchors.run(None, given)[0][0], np.float32)

    def relation(self, seen: Seen, heads: Sequence[int]) -> list[str]:
        """Return the relation of each word to its head (-1: the root)."""
        given = {"deps": seen.deps, "heads": seen.heads[[head + 1 for head in heads]]}
        return [self.labels["dep"][k] for k in self.relations.run(None, given)[0].argmax(1)]


def _session(path: Path) -> ort.InferenceSession:
    options = ort.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
