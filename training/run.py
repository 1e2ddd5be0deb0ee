"""Trains the reader's model and exports it: `python -m training.run --data DIR --minutes N`.

Resumes from its checkpoint. `--open-data-only` leaves out the texts that state no licence.
"""

import argparse
import json
import random
import time
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F

from onrecord.reader.distance import buckets
from onrecord.reader.pieces import pieces_of
from training.corpora import newswire, polnear, universal
from training.example import Example
from training.export import export
from training.network import MODEL, Net, weights_hash

ROLES = ["O", "B-source", "I-source", "B-content", "I-content"]
IGNORE = -100


def pad(rows: list[list[int]], value: int = 0) -> Tensor:
    most = max(map(len, rows))
    return torch.tensor([row + [value] * (most - len(row)) for row in rows])


def labels_of(corpora: dict[str, list[Example]]) -> dict[str, list[str]]:
    ud = corpora["ud"]
    kinds = sorted({k for x in corpora.get("newswire", []) for *_, k in x.names})
    return {
        "start": ["in", "start"],
        "upos": sorted({t for x in ud for t in x.upos}),
        "tag": sorted({t for x in ud for t in x.tags}),
        "dep": sorted({d for x in ud for d in x.deps}),
        "name": ["O", *(f"{b}-{k}" for k in kinds for b in "BI")],
        "cue": ["O", "B-cue", "I-cue"],
        "role": ROLES,
    }


def bio(n: int, spans: list[tuple[int, int, str]], labels: list[str]) -> list[int]:
    out = [0] * n
    for a, b, kind in spans:
        out[a:b] = [labels.index(f"I-{kind}")] * (b - a)
        out[a] = labels.index(f"B-{kind}")
    return out


class Trainer:
    def __init__(self, labels: dict[str, list[str]]) -> None:
        self.labels = labels
        self.tokenizer = Tokenizer.from_file(str(MODEL / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.net = Net({k: len(v) for k, v in labels.items()})

    def encode(self, batch: list[Example]) -> Tensor:
        rows = []
        for x in batch:
            chance = random.random()
            words = [w.upper() for w in x.words] if chance < 0.08 else x.words
            rows.append(pieces_of([w.lower() for w in words] if chance > 0.94 else words, self.tokenizer))
        mask = pad([[1] * len(r.ids) for r in rows])
        inputs = pad([r.ids for r in rows]), mask, pad([r.shapes for r in rows]), pad([r.first for r in rows])
        with torch.autocast("cpu", torch.bfloat16):
            return self.net.encode(*inputs)

    def flat(self, h: Tensor, head: str, gold: list[list[int]]) -> Tensor:
        scores = self.net.flat[head](h)
        return F.cross_entropy(scores.flatten(0, 1), pad(gold, IGNORE).flatten(), ignore_index=IGNORE)

    def loss(self, batch: list[Example]) -> Tensor:
        h = self.encode(batch)
        corpus = batch[0].corpus
        if corpus == "newswire":
            return self.flat(h, "name", [bio(len(x.words), x.names, self.labels["name"]) for x in batch])
        if corpus == "polnear":
            return self.attributions(h, batch)
        index = {k: {t: i for i, t in enumerate(v)} for k, v in self.labels.items()}
        total = self.flat(h, "upos", [[index["upos"][t] for t in x.upos] for x in batch])
        total = total + self.flat(h, "tag", [[index["tag"][t] for t in x.tags] for x in batch])
        starts = [[int(i in {s for s, _ in x.sentences}) for i in range(len(x.words))] for x in batch]
        return total + self.flat(h, "start", starts) + self.trees(h, batch, index["dep"])

    def trees(self, h: Tensor, batch: list[Example], index: dict[str, int]) -> Tensor:
        arcs, deps, heads = self.net.tree(h)
        which = pad([[k for k, (a, b) in enumerate(x.sentences) for _ in range(a, b)] for x in batch], -1)
        same = which[:, :, None] == which[:, None, :]
        allowed = torch.cat([torch.ones_like(same[..., :1]), same], -1)
        gold = pad([[i + 1 for i in x.heads] for x in batch], IGNORE)
        arcs = arcs.masked_fill(~allowed, -1e4)
        total = F.cross_entropy(arcs.flatten(0, 1), gold.flatten(), ignore_index=IGNORE)
        row, at = (gold != IGNORE).nonzero(as_tuple=True)
        scores = self.net.relations(deps[row, at], heads[row, gold[row, at]])
        wanted = torch.tensor([index[d] for x in batch for d in x.deps])
        return total + F.cross_entropy(scores, wanted)

    def attributions(self, h: Tensor, batch: list[Example]) -> Tensor:
        cues = [[(*a.cue, "cue") for a in x.attributions] for x in batch]
        total = self.flat(
            h, "cue", [bio(len(x.words), c, self.labels["cue"]) for x, c in zip(batch, cues, strict=True)]
        )
        items = [(r, x, a) for r, x in enumerate(batch) for a in x.attributions]
        if not items:
            return total
        n = max(len(x.words) for _, x, _ in items)
        words = h[[r for r, *_ in items], :n]
        anchor = torch.stack([h[r, a.cue[0] : a.cue[1]].mean(0) for r, _, a in items])
        distance = pad([buckets(len(x.words), *a.cue) for _, x, a in items], 33)
        mask = pad([[1] * len(x.words) for _, x, _ in items])
        spans = [[(*s, "content") for s in a.content] + [(*s, "source") for s in a.source] for *_, a in items]
        gold = pad([bio(len(x.words), s, ROLES) for (_, x, _), s in zip(items, spans, strict=True)], IGNORE)
        scores = self.net.frames(words, anchor, distance, mask)
        return total + F.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=IGNORE)


def batches(examples: list[Example], words: int) -> list[list[Example]]:
    out: list[list[Example]] = []
    pool = sorted(random.sample(examples, len(examples)), key=lambda x: len(x.words))
    for x in pool:
        if not out or len(x.words) * (len(out[-1]) + 1) > words:
            out.append([])
        out[-1].append(x)
    random.shuffle(out)
    return out


def train(trainer: Trainer, corpora: dict[str, list[Example]], options: argparse.Namespace) -> int:
    net, share = trainer.net, {"ud": 0.5, "newswire": 0.2, "polnear": 0.3}
    big = [p for n, p in net.named_parameters() if n.startswith("bert.") and p.requires_grad]
    rest = [p for n, p in net.named_parameters() if not n.startswith("bert.")]
    rates = [(big, 3e-4), (rest, 1.2e-3)]
    optimiser = torch.optim.AdamW([{"params": p, "lr": r} for p, r in rates], weight_decay=0.01)
    queues: dict[str, list[list[Example]]] = {k: [] for k in corpora}
    names, began, step, running = list(corpora), time.time(), 0, dict.fromkeys(corpora, 0.0)
    while (done := (time.time() - began) / (60 * options.minutes)) < 1:
        for group, (_, rate) in zip(optimiser.param_groups, rates, strict=True):
            group["lr"] = rate * min(1, (step + 1) / 30) * max(0.02, 1 - done)
        name = random.choices(names, [share[n] for n in names])[0]
        queues[name] = queues[name] or batches(corpora[name], 900)
        net.train()
        loss = trainer.loss(queues[name].pop())
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimiser.step()
        step += 1
        running[name] += 0.05 * (float(loss.detach()) - running[name])
        if step % 25 == 0:
            print(step, round(time.time() - began), {k: round(v, 3) for k, v in running.items()}, flush=True)
        if step % 200 == 0:
            torch.save(net.state_dict(), options.checkpoint)
    torch.save(net.state_dict(), options.checkpoint)
    return step


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--minutes", type=float, default=150)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--checkpoint", type=Path, default=Path("build/model.pt"))
    parser.add_argument("--out", type=Path, default=Path("src/onrecord/reader/weights"))
    parser.add_argument("--open-data-only", action="store_true")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    random.seed(1)
    torch.manual_seed(1)
    data = options.data
    corpora = {"ud": universal(data / "ud_ewt/en_ewt-ud-train.conllu") + universal(data / "gum/gum-train.conllu")}
    if not options.open_data_only:
        corpora["newswire"] = newswire(data / "newswire_ner/train.jsonl")
        corpora["polnear"] = polnear(data.resolve(), "train")
    trainer = Trainer(labels_of(corpora))
    options.checkpoint.parent.mkdir(parents=True, exist_ok=True)
    if options.checkpoint.exists():
        trainer.net.load_state_dict(torch.load(options.checkpoint))
    print({k: len(v) for k, v in corpora.items()}, flush=True)
    steps = train(trainer, corpora, options)
    made = {"steps": steps, "minutes": options.minutes, "encoder_sha256": weights_hash(), "corpora": sorted(corpora)}
    export(trainer.net.eval(), trainer.labels, made, options.out)
    print(json.dumps(made))


if __name__ == "__main__":
    main()
