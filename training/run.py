"""Trains the model: `python -m training.run --data DIR --words N`. Resumes from its checkpoint.

The learning rate falls to nothing as the words seen reach `--words`, so a run stopped and resumed ends the same way.
A slow average of the weights is kept beside them; both are in the checkpoint, the average is what is exported.
`--start FOLDER` goes on from a shipped model, at half the rate.
`--open-data-only` leaves out the texts that state no licence (polnear, newswire_ner).
"""

import argparse
import json
import random
import time
from collections.abc import Mapping
from pathlib import Path

import torch
from tokenizers import Tokenizer

from onrecord.scoring.corpora.example import Example
from training.again import take
from training.data import SHARES, Corpus, batches, corpora
from training.losses import Losses
from training.network import MODEL, Net

RATE, HEAD_RATE, WARM, FLOOR = 3e-4, 1e-3, 60, 0.01
AGAIN = 0.5  # of the rate, where training goes on from a shipped model
SLOW = 0.98  # of the average, each fifth step
BATCH, PARTS = 520, 2  # words a batch, batches a step


class Run:
    def __init__(
        self,
        net: Net,
        losses: Losses,
        found: list[Corpus],
        options: argparse.Namespace,
        shares: Mapping[str, float] = SHARES,
    ) -> None:
        self.net, self.losses, self.options, self.shares = net, losses, options, shares
        self.corpora = {c.name: c for c in found}
        self.queues: dict[str, list[list[Example]]] = {}
        self.taken: dict[str, int] = {}
        parameters = [(n, p) for n, p in net.named_parameters() if p.requires_grad]
        big = [p for n, p in parameters if n.startswith(("bert.", "cited.layers"))]
        rest = [p for n, p in parameters if not n.startswith(("bert.", "cited.layers"))]
        groups = [{"params": big, "base": RATE}, {"params": rest, "base": HEAD_RATE}]
        self.optimiser = torch.optim.AdamW(groups, lr=RATE, weight_decay=0.01, fused=True)
        self.live = [p for _, p in parameters]
        self.average = [p.detach().clone() for p in self.live]
        self.step = self.seen = 0
        self.seconds = 0.0
        self.is_half = torch.ops.mkldnn._is_mkldnn_bf16_supported()  # twice as fast where the processor can

    def rate(self) -> None:
        left = max(FLOOR, 1 - self.seen / self.options.words)
        for group in self.optimiser.param_groups:
            group["lr"] = group["base"] * min(1, (self.step + 1) / WARM) * left * (AGAIN if self.options.start else 1)

    def draw(self) -> list[Example]:
        """Take a batch of the corpus that is furthest behind its share."""
        name = min(self.corpora, key=lambda n: self.taken.get(n, 0) / self.shares[n])
        self.queues[name] = self.queues.get(name) or batches(self.corpora[name], BATCH)
        batch = self.queues[name].pop()
        self.taken[name] = self.taken.get(name, 0) + sum(len(x.words) for x in batch)
        return batch

    def once(self, running: dict[str, float]) -> None:
        self.rate()
        self.net.train()
        for _ in range(PARTS):
            batch = self.draw()
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.is_half):
                losses = self.losses(batch)
            (sum(losses.values()) / PARTS).backward()
            self.seen += sum(len(x.words) for x in batch)
            for name, value in losses.items():
                running[name] = running.get(name, float(value.detach())) * 0.97 + 0.03 * float(value.detach())
        torch.nn.utils.clip_grad_norm_(self.live, 1.0)
        self.optimiser.step()
        self.optimiser.zero_grad()
        self.step += 1
        if self.step % 5 == 0:
            torch._foreach_lerp_(
                self.average, [p.detach() for p in self.live], 1 - min(SLOW, self.step / (self.step + 50))
            )

    def save(self) -> None:
        state = {"net": self.net.state_dict(), "average": self.average, "optimiser": self.optimiser.state_dict()}
        state |= {"step": self.step, "seen": self.seen, "seconds": self.seconds, "labels": self.losses.labels}
        state |= {"corpora": sorted(self.corpora), "seed": self.options.seed}
        if self.options.start:
            state["start"] = json.loads((self.options.start / "reader.json").read_text())["made"]
        path = self.options.checkpoint
        torch.save(state, path.with_suffix(".new"))
        path.with_suffix(".new").replace(path)

    def load(self) -> None:
        state = torch.load(self.options.checkpoint)
        self.net.load_state_dict(state["net"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.average, self.step = state["average"], state["step"]
        self.seen, self.seconds = state["seen"], state["seconds"]
        random.seed(self.step)
        torch.manual_seed(self.step)

    def go(self) -> None:
        running: dict[str, float] = {}
        began, before = time.time(), self.seconds
        while self.seen < self.options.words:
            self.once(running)
            self.seconds = before + time.time() - began
            if self.step % 50 == 0:
                speed = round(self.seen / self.seconds)
                shown = {k: round(v, 3) for k, v in sorted(running.items())}
                print(self.step, self.seen, round(self.seconds), f"{speed} w/s", shown, flush=True)
            if self.step % 200 == 0:
                self.save()
        self.save()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--words", type=int, default=9_000_000)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--checkpoint", type=Path, default=Path("build/model.pt"))
    parser.add_argument("--start", type=Path, help="a folder with a shipped model to go on from")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--open-data-only", action="store_true")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.set_flush_denormal(True)
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    found, labels = corpora(options.data, open_only=options.open_data_only)
    tokenizer = Tokenizer.from_file(str(MODEL / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    net = Net({k: len(v) for k, v in labels.items()})
    if options.start:
        take(net, options.start)
    run = Run(net, Losses(net, labels, tokenizer), found, options)
    options.checkpoint.parent.mkdir(parents=True, exist_ok=True)
    if options.checkpoint.exists():
        run.load()
    print(json.dumps({k: len(v) for k, v in labels.items()}), flush=True)
    run.go()


if __name__ == "__main__":
    main()
