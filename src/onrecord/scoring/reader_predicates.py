"""Scores predicate frames on EWT as CoNLL 2005 does (Carreras and Màrquez 2005), and how surely things happened.

An argument is right when its label and all its words are; pieces marked `C-` belong to the argument before them of that
name. Predicates are given, as in the task, or found (`found`): a frame on a word that is none counts as wrong.
Factuality: Pearson's r and the mean absolute error on UDS-IH2's dev part (White et al. 2016; scale -3 to 3).
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from onrecord.model.reading import Frame
from onrecord.reader.network import Network
from onrecord.reader.predicates import predicates, predicates_in
from onrecord.scoring.corpora.example import Example, Predicate
from onrecord.scoring.corpora.predicates import add_predicates
from onrecord.scoring.corpora.surely import rows_of
from onrecord.scoring.corpora.universal import Parsed, sentences, windows
from onrecord.scoring.score import Score, Tally, compare

Argument = tuple[str, tuple[tuple[int, int], ...]]


def predicate_scores(data: Path, network: Network, *, fast: bool = False) -> tuple[Score, ...]:
    """Return the scores on EWT's dev part; every sixth window only when `fast`."""
    examples = _marked(data)[:: 6 if fast else 1]
    tallies = {k: Tally() for k in ("verbs", "nouns", "other", "found", "spotted")}
    for x in examples:
        seen = network.see(x.words, x.starts)
        gold = {p.word: p for p in x.predicates or ()}
        for frame in predicates(network, seen, x.sentences, sorted(gold)):
            kind = {"VERB": "verbs", "AUX": "verbs", "NOUN": "nouns"}.get(x.upos[frame.start], "other")
            tallies[kind] += compare(_given(frame), _wanted(gold[frame.start]))
        at = predicates_in(seen)
        found = {(f.start, *a) for f in predicates(network, seen, x.sentences, at) for a in _given(f)}
        tallies["found"] += compare(found, {(w, *a) for w, p in gold.items() for a in _wanted(p)})
        tallies["spotted"] += compare(at, gold)
    whole = tallies["verbs"] + tallies["nouns"] + tallies["other"]
    first = Score(
        name="predicates.ewt.f1", value=whole.f1, n=whole.wanted, target=78.0, anchor="predicates given, span F1"
    )
    rest = (Score(name=f"predicates.ewt.{k}", value=t.f1, n=t.wanted) for k, t in tallies.items())
    return first, *rest


def surely_scores(data: Path, network: Network, *, fast: bool = False) -> tuple[Score, ...]:
    """Return r and the error on UDS-IH2's dev part."""
    given, wanted = [], []
    for x in rows_of(data / "factuality/UDS_IH2/dev.jsonl", "sure")[:: 4 if fast else 1]:
        scores = network.see(x.words, x.starts).flat["surely"]
        for i, gold in x.surely.items():
            given.append(min(3.0, max(-3.0, float(scores[i]))))
            wanted.append(gold)
    r = float(np.corrcoef(given, wanted)[0, 1])
    error = float(np.abs(np.array(given) - np.array(wanted)).mean())
    n = len(wanted)
    return (
        Score(name="surely.uds_ih2.r", value=r, n=n, target=0.75, unit="r"),
        Score(name="surely.uds_ih2.error", value=error, n=n, unit="points of 6, less is better"),
    )


def _marked(data: Path) -> list[Example]:
    parsed: list[Parsed] = sentences(data / "ud_ewt/en_ewt-ud-dev.conllu")
    add_predicates(parsed, data / "propbank_ewt/ewt-dev.gold_skel")
    return [x for x in windows([s for s in parsed if s.predicates is not None], "ewt") if x.predicates]


def _given(frame: Frame) -> list[Argument]:
    return joined((r.name, r.start, r.end) for r in frame.roles)


def _wanted(predicate: Predicate) -> list[Argument]:
    return joined((name, a, b) for a, b, name in sorted(predicate.roles))


def joined(roles: Iterable[tuple[str, int, int]]) -> list[Argument]:
    """Join the pieces marked `C-` to the argument before them of that name."""
    out: list[tuple[str, list[tuple[int, int]]]] = []
    for name, start, end in roles:
        base = name.removeprefix("C-")
        before: Sequence[tuple[str, list[tuple[int, int]]]] = [a for a in out if a[0] == base]
        if name != base and before:
            before[-1][1].append((start, end))
        else:
            out.append((base, [(start, end)]))
    return [(name, tuple(pieces)) for name, pieces in out]
