"""Scores names: strict span and kind F1 (CoNLL 2003), as written, in capitals, in lower case, and misread.

Read as a report is: neighbours together (see `Network.see_all`), and agreed (see `onrecord.reader.agreed`). Newswire:
sentences in the order of their articles, nine classes; the set does not mark where an article ends, so those of its
neighbours within reach count as the same report. `alone`: each sentence by itself. re3d: the documents kept out of
training.
"""

import random
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from pathlib import Path

from onrecord.reader.agreed import agreed
from onrecord.reader.labels import best_spans
from onrecord.reader.names import touching
from onrecord.reader.network import Network
from onrecord.scoring.corpora.example import Example
from onrecord.scoring.corpora.names import is_held_out, newswire, re3d
from onrecord.scoring.misread import misread
from onrecord.scoring.score import Score, Tally, compare

Change = Callable[[Sequence[str]], list[str]]

_RUN = 25  # neighbouring sentences


def name_scores(data: Path, network: Network, *, fast: bool = False) -> tuple[Score, ...]:
    """Return the scores; every eighth run of newswire sentences only when `fast`."""
    wire = newswire(data / "newswire_ner/dev.jsonl")
    runs = [wire[i : i + _RUN] for i in range(0, len(wire), 8 * _RUN)] if fast else [wire]
    kept = [x for x in re3d(data / "re3d/train.jsonl") if is_held_out(x.doc)]
    documents = [list(group) for _, group in groupby(kept, key=lambda x: x.doc)]
    targets = {"f1": 87.0, "capitals": 81.0}
    out = []
    if "B-NORP" in network.labels["name"]:
        for name, change in _changes().items():
            tally = names_tally(network, runs, "name", change)
            target = targets.get(name)
            out.append(Score(name=f"names.newswire.{name}", value=tally.f1, n=tally.wanted, target=target))
        tally = names_tally(network, [[x] for run in runs for x in run], "name", list)
        out.append(Score(name="names.newswire.alone", value=tally.f1, n=tally.wanted))
    for name, change in _changes().items():
        tally = names_tally(network, documents, "thing", change)
        target = 72.0 if name == "f1" else None
        out.append(Score(name=f"names.re3d.{name}", value=tally.f1, n=tally.wanted, target=target))
    return tuple(out)


def names_tally(network: Network, documents: Iterable[Sequence[Example]], head: str, change: Change) -> Tally:
    """Return the tally of one head on the changed words of documents, each a row of windows."""
    total = Tally()
    for document in documents:
        rows = [change(x.words) for x in document]
        shares = agreed([seen.flat[head] for seen in network.see_all(rows)], rows, network.labels[head])
        for x, share in zip(document, shares, strict=True):
            found = best_spans(share, network.labels[head])
            found = touching(found) if head == "name" else found  # re3d parts a title from the name beside it
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
