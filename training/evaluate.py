"""Prints the exported model's scores on the dev parts: `python -m training.evaluate --data DIR [--part N]`.

Given words; trees also given sentences. `--part N` reads every Nth window only. Attribution is scored
in the paragraph of its cue by exact spans, which is not the published PolNeAR measure.
"""

import argparse
import json
from pathlib import Path

from onrecord.reader.attributions import attributions
from onrecord.reader.labels import best_spans
from onrecord.reader.network import Network
from onrecord.reader.reader import SHIPPED, _heads, _sentences
from training.corpora import newswire, polnear, universal
from training.example import Example


def f1(gold: set, found: set) -> float:
    return round(200 * len(gold & found) / max(1, len(gold) + len(found)), 1)


def trees(network: Network, examples: list[Example]) -> dict[str, float]:
    total = right = labelled = tags = 0
    gold_starts, starts = set(), set()
    for n, x in enumerate(examples):
        seen = network.see(x.words)
        heads = [h for a, b in x.sentences for h in _heads(seen, a, b)]
        deps = network.relation(seen, heads)
        tags += sum(network.labels["tag"][k] == t for k, t in zip(seen.flat["tag"].argmax(1), x.tags, strict=True))
        total += len(x.words)
        right += sum(h == g for h, g in zip(heads, x.heads, strict=True))
        labelled += sum(h == g and d == e for h, g, d, e in zip(heads, x.heads, deps, x.deps, strict=True))
        gold_starts |= {(n, *s) for s in x.sentences}
        starts |= {(n, *s) for s in _sentences(seen)}
    shares = {"tag": tags, "uas": right, "las": labelled}
    return {k: round(100 * v / total, 1) for k, v in shares.items()} | {"sentence_f1": f1(gold_starts, starts)}


def names(network: Network, examples: list[Example], *, upper: bool = False) -> float:
    gold, found = set(), set()
    for n, x in enumerate(examples):
        seen = network.see([w.upper() for w in x.words] if upper else x.words)
        gold |= {(n, *s) for s in x.names}
        found |= {(n, *s[:3]) for s in best_spans(seen.flat["name"], network.labels["name"])}
    return f1(gold, found)


def attribution(network: Network, examples: list[Example]) -> dict[str, float]:
    gold, found = set(), set()
    for n, x in enumerate(examples):
        for a in x.attributions:
            gold |= (
                {(n, "cue", *a.cue)} | {(n, "source", *s) for s in a.source} | {(n, "content", *s) for s in a.content}
            )
        for frame in attributions(network, network.see(x.words), x.words):
            found |= {(n, "cue", frame.start, frame.end)} | {(n, r.name, r.start, r.end) for r in frame.roles}
    kinds = ("source", "cue", "content")
    return {k: f1({g for g in gold if g[1] == k}, {g for g in found if g[1] == k}) for k in kinds}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--model", type=Path, default=SHIPPED)
    parser.add_argument("--part", type=int, default=1)
    options = parser.parse_args()
    network, data, every = Network.load(options.model), options.data, slice(None, None, options.part)
    wire = newswire(data / "newswire_ner/dev.jsonl")[every]
    scores = {
        "ewt": trees(network, universal(data / "ud_ewt/en_ewt-ud-dev.conllu")[every]),
        "gum": trees(network, universal(data / "gum/gum-dev.conllu")[every]),
        "newswire": {"names": names(network, wire), "names_upper": names(network, wire, upper=True)},
        "polnear": attribution(network, polnear(data.resolve(), "dev")[every]),
    }
    print(json.dumps(scores))


if __name__ == "__main__":
    main()
