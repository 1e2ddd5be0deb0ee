"""Scores words, sentences and trees on Universal Dependencies, as the CoNLL 2018 shared task does (Zeman et al. 2018).

`given`: words and sentences are the treebank's. `raw`: all from the text, words matched by their characters; a word
counts when it is the treebank's word and hangs from the right one. Relations are compared with their subtypes.
`misread`: the words given, one in ten misread (every third window).
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from onrecord.model.span import Span
from onrecord.reader.network import Network
from onrecord.reader.trees import sentences_in, trees
from onrecord.reader.windows import windows as cut_passage
from onrecord.scoring.corpora.example import Example
from onrecord.scoring.corpora.universal import Parsed, sentences, windows
from onrecord.scoring.misread import misread
from onrecord.scoring.score import Score, Tally

_TARGETS = {"ewt.given": (92.0, 89.5), "ewt.raw": (88.0, 85.5)}
_FILES = {"ewt": "ud_ewt/en_ewt-ud-dev.conllu", "gum": "gum/gum-dev.conllu"}
Arc = tuple[Span, Span | None, str]


def tree_scores(data: Path, network: Network, *, fast: bool = False) -> tuple[Score, ...]:
    """Return the scores on the dev parts of EWT and GUM; every sixth document only when `fast`."""
    out: list[Score] = []
    for name, path in _FILES.items():
        parsed = sentences(data / path)
        kept = set(list(dict.fromkeys(s.doc for s in parsed))[:: 6 if fast else 1])
        parsed = [s for s in parsed if s.doc in kept]
        given = windows(parsed, name, most=60)
        out += given_scores(f"{name}.given", network, given)
        if not fast:
            out += given_scores(f"{name}.misread", network, [_misread(x) for x in given[::3]])
        out += raw_scores(f"{name}.raw", network, parsed)
    return tuple(out)


def given_scores(name: str, network: Network, examples: Sequence[Example]) -> list[Score]:
    """Return tag, UAS and LAS on examples whose words and sentences are given."""
    n = tagged = hung = labelled = 0
    for x in examples:
        seen = network.see(x.words, x.starts)
        heads, deps = trees(network, seen, x.words, x.sentences)
        tags = [network.labels["tag"][k] for k in seen.flat["tag"].argmax(1)]
        right = [h == g for h, g in zip(heads, x.heads, strict=True)]
        n += len(x.words)
        tagged += sum(t == g for t, g in zip(tags, x.tags, strict=True))
        hung += sum(right)
        labelled += sum(ok and d == g for ok, d, g in zip(right, deps, x.deps, strict=True))
    uas, las = _TARGETS.get(name, (None, None))
    rows = (("tag", tagged, None), ("uas", hung, uas), ("las", labelled, las))
    return [Score(name=f"trees.{name}.{k}", value=100 * v / n, n=n, target=target) for k, v, target in rows]


def _misread(x: Example) -> Example:
    return replace(x, words=misread(x.words, 0.1, random.Random(len(x.words))))


def raw_scores(name: str, network: Network, parsed: Sequence[Parsed]) -> list[Score]:
    """Return words, sentences, UAS and LAS F1 from the bare text of the paragraphs of each document."""
    totals = {k: Tally() for k in ("words", "sentences", "uas", "las")}
    documents = [list(_paragraphs(list(group))) for _, group in groupby(parsed, key=lambda s: s.doc)]
    read = [found for document in documents for found in _read(network, [text for text, *_ in document])]
    marked = [(gold, cuts) for document in documents for _, gold, cuts in document]
    for (found, starts), (gold, cuts) in zip(read, marked, strict=True):
        totals["words"] += _tally({a[0] for a in found}, {a[0] for a in gold})
        totals["sentences"] += _tally(starts, cuts)
        totals["uas"] += _tally({a[:2] for a in found}, {a[:2] for a in gold})
        totals["las"] += _tally(set(found), set(gold))
    targets = dict(zip(("uas", "las"), _TARGETS.get(name, (None, None)), strict=True))
    return [
        Score(name=f"trees.{name}.{k}", value=tally.f1, n=tally.wanted, target=targets.get(k))
        for k, tally in totals.items()
    ]


def _tally(given: set[object], wanted: set[object]) -> Tally:
    return Tally(len(given & wanted), len(given), len(wanted))


def _paragraphs(parsed: Sequence[Parsed]) -> Iterator[tuple[str, list[Arc], set[object]]]:
    number = 0
    keyed = []
    for s in parsed:
        number += s.new_paragraph
        keyed.append((number, s))
    for _, group in groupby(keyed, key=lambda pair: pair[0]):
        text = ""
        arcs: list[Arc] = []
        cuts: set[object] = set()
        for _, s in group:
            spans = []
            for word, space in zip(s.words, s.space_after, strict=True):
                spans.append(Span(len(text), len(text) + len(word)))
                text += word + (" " if space else "")
            heads = [spans[h] if h >= 0 else None for h in s.heads]
            arcs += list(zip(spans, heads, s.deps, strict=True))
            cuts.add((spans[0].start, spans[-1].end))
        yield text, arcs, cuts


def _read(network: Network, texts: Sequence[str]) -> list[tuple[list[Arc], set[object]]]:
    """Read the paragraphs of a document; spans count from the start of each."""
    out: list[tuple[list[Arc], set[object]]] = [([], set()) for _ in texts]
    cut = [(n, spans) for n, text in enumerate(texts) for spans in cut_passage(text, Span(0, len(text)))]
    rows = [[span.of(texts[n]) for span in spans] for n, spans in cut]
    for (n, spans), words, seen in zip(cut, rows, network.see_all(rows), strict=True):
        cuts = sentences_in(seen, words)
        heads, deps = trees(network, seen, words, cuts)
        arcs, starts = out[n]
        arcs += [(s, spans[h] if h >= 0 else None, d) for s, h, d in zip(spans, heads, deps, strict=True)]
        starts |= {(spans[a].start, spans[b - 1].end) for a, b in cuts}
    return out
