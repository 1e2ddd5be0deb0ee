"""Scores the language model head by head on the dev parts of the corpora it is trained on, with the published measures.

What hidden texts would show is not measured here; nor is any text of those corpora part of the package.
"""

import random
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from onrecord.reader.reader import SHIPPED, Reader
from onrecord.scoring.bare_report import as_report
from onrecord.scoring.own_attributions import own_scores
from onrecord.scoring.reader_attributions import attribution_scores, documents_of
from onrecord.scoring.reader_chains import chain_scores
from onrecord.scoring.reader_names import name_scores
from onrecord.scoring.reader_predicates import predicate_scores, surely_scores
from onrecord.scoring.reader_trees import tree_scores
from onrecord.scoring.score import Score

Head = Callable[[Path, Reader, bool], tuple[Score, ...]]

HEADS: Mapping[str, tuple[Head, tuple[str, ...]]] = {
    "attributions": (lambda data, r, fast: attribution_scores(data, r.network, r.tuning, fast=fast), ("polnear",)),
    "own": (lambda data, r, fast: own_scores(r), ()),
    "names": (lambda data, r, fast: name_scores(data, r.network, fast=fast), ("newswire_ner", "re3d")),
    "trees": (lambda data, r, fast: tree_scores(data, r.network, fast=fast), ("ud_ewt", "gum")),
    "predicates": (lambda data, r, fast: predicate_scores(data, r.network, fast=fast), ("propbank_ewt", "ud_ewt")),
    "surely": (lambda data, r, fast: surely_scores(data, r.network, fast=fast), ("factuality",)),
    "chains": (lambda data, r, fast: chain_scores(data, r.network, fast=fast), ("gum",)),
    "speed": (lambda data, r, fast: speed_scores(data, r, fast=fast), ("polnear",)),
}
"""Each head's scores and the folders of the data they need."""


def missing_data(data: Path, head: str) -> tuple[str, ...]:
    """Return the folders that `head` needs and that are not in `data`."""
    return tuple(name for name in HEADS[head][1] if not (data / name).is_dir())


def head_scores(data: Path, reader: Reader, head: str, *, fast: bool = False) -> tuple[Score, ...]:
    """Return the scores of one head; on a fixed small part of the texts when `fast`."""
    return HEADS[head][0](data, reader, fast)


def speed_scores(data: Path, reader: Reader, *, fast: bool = False) -> tuple[Score, ...]:
    """Return words a second on one core, all heads, whole reports; and the size of the model's files in MB."""
    texts = [text for _, text in documents_of(data)]
    random.Random(5).shuffle(texts)
    n, began = 0, time.process_time()
    for number, text in enumerate(texts[: 3 if fast else 12]):
        report, passages = as_report(text, str(number))
        n += len(reader.read(report, passages).words)
    seconds = time.process_time() - began
    size = sum(path.stat().st_size for path in SHIPPED.iterdir()) / 1e6
    return (
        Score(name="speed.one_core", value=n / seconds, n=n, target=2500.0, unit="words a second of one core"),
        Score(name="speed.file", value=size, n=1, target=30.0, unit="MB, less is better"),
    )
