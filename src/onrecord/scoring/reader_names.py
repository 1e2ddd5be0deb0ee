"""Scores names: strict span and kind F1 (CoNLL 2003), as written, in capitals, in lower case, and misread.

Newswire: one sentence at a time, nine classes. re3d: the documents kept out of training, a line at a time.
"""

import random
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from onrecord.reader.labels import best_spans
from onrecord.reader.network import Network
from onrecord.scoring.corpora.example import Example
from onrecord.scoring.corpora.names import is_held_out, newswire, re3d
from onrecord.scoring.misread import misread
from onrecord.scoring.score import Score, Tally, compare

Change = Callable[[Sequence[str]], list[str]]


def name_scores(data: Path, network: Network, *, fast: bool = False) -> tuple[Score, ...]:
    """Return the scores; every eighth sentence of the newswire only when `fast`."""
    wire = newswire(data / "newswire_ner/dev.jsonl")[:: 8 if fast else 1]
    kept = [x for x in re3d(data / "re3d/train.jsonl") if is_held_out(x.doc)]
    targets = {"f1": 87.0, "capitals": 81.0}
    out = []
    if "B-NORP" in network.labels["name"]:
        for name, change in _changes().items():
            tally = names_tally(network, wire, "name", change)
            target = targets.get(name)
            out.append(Score(name=f"names.newswire.{name}", value=tally.f1, n=tally.wanted, target=target))
    for name, change in _changes().items():
        tally = names_tally(network, kept, "thing", change)
        target = 72.0 if name == "f1" else None
        out.append(Score(name=f"names.re3d.{name}", value=tally.f1, n=tally.wanted, target=target))
    return tuple(out)


def names_tally(network: Network, examples: Iterable[Example], head: str, change: Change) -> Tally:
    """Return the tally of one head on changed words."""
    total = Tally()
    for x in examples:
        seen = network.see(change(x.words))
        found = best_spans(seen.flat[head], network.labels[head])
        total += compare(((a, b, kind) for a, b, kind, _ in found), x.names)
    return total


def _changes() -> dict[str, Change]:
    dice = random.Random(3)
    return {
        "f1": list,
        "capitals": lambda words: [w.upper() for w in words],
        "lower": lambda words: [w.lower() for w in words],
        "misread": lambda words: misread(words, 0.1, dice),
    }
