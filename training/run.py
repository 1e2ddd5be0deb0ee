"""Trains the model: `python -m training.run --data DIR --words N`. Resumes from its checkpoint.

The learning rate falls to nothing as the words seen reach `--words`, so a run stopped and resumed ends the same way.
A slow average of the weights is kept beside them; both are in the checkpoint, the average is what is exported.
`--start FOLDER` goes on from a shipped model, at half the rate.
`--teacher` trains a large network instead, which another run may learn from; `--corpora` names those it sees.
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
from training.data import LARGE_SHARES, SHARES, TAUGHT_SHARES, Corpus, batches, corpora
from training.device import DEVICE, has_half, ready
from training.export import averaged
from training.losses import Losses, Teacher
from training.mpnet import teacher
from training.network import MODEL, Net

RATE, HEAD_RATE, WARM, FLOOR = 3e-4, 1e-3, 60, 0.01
AGAIN = 0.5  # of the rate, where training goes on from a shipped model
SLOW = 0.98  # of the average, each fifth step
BATCH, PARTS = 520, 2  # words a batch, batches a step
LARGE_RATE, LARGE_BATCH, LARGE_PARTS = 6e-5, 800, 1  # for the large network


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
        self.live = [p for _, p in parameters]
        self.masters = [p if p.dtype == torch.float32 else p.detach().float() for p in self.live]
        learned = [(n, m) for (n, _), m in zip(parameters, self.masters, strict=True)]
        big = [m for n, m in learned if n.startswith(("bert.", "cited.layers"))]
        rest = [m for n, m in learned if not n.startswith(("bert.", "cited.layers"))]
        groups = [{"params": big, "base": LARGE_RATE if options.teacher else RATE}, {"params": rest, "base": HEAD_RATE}]
        self.optimiser = torch.optim.AdamW(groups, lr=RATE, weight_decay=0.01, fused=True)
        self.average = [p.detach().clone() for p in self.masters]
        self.batch, self.parts = (LARGE_BATCH, LARGE_PARTS) if options.teacher else (BATCH, PARTS)
        self.step = self.seen = 0
        self.seconds = 0.0
        self.is_half = has_half()

    def rate(self) -> None:
        left = max(FLOOR, 1 - self.seen / self.options.words)
        left *= AGAIN if self.options.start else 1
        for group in self.optimiser.param_groups:
            group["lr"] = group["base"] * min(1, (self.step + 1) / WARM) * left

    def draw(self) -> list[Example]:
        """Take a batch of the corpus that is furthest behind its share."""
        name = min(self.corpora, key=lambda n: self.taken.get(n, 0) / self.shares[n])
        self.queues[name] = self.queues.get(name) or batches(self.corpora[name], self.batch)
        batch = self.queues[name].pop()
        self.taken[name] = self.taken.get(name, 0) + sum(len(x.words) for x in batch)
        return batch

    def once(self, running: dict[str, float]) -> None:
        self.rate()
        self.net.train()
        for _ in range(self.parts):
            batch = self.draw()
            with torch.autocast(DEVICE.type, dtype=torch.bfloat16, enabled=self.is_half):
                losses = self.losses(batch)
            (sum(losses.values()) / self.parts).backward()
            self.seen += sum(len(x.words) for x in batch)
            for name, value in losses.items():
                running[name] = running.get(name, float(value.detach())) * 0.97 + 0.03 * float(value.detach())
        torch.nn.utils.clip_grad_norm_(self.live, 1.0)
        self.learn()
        self.step += 1
        if self.step % 5 == 0:
            torch._foreach_lerp_(
                self.average, [p.detach() for p in self.masters], 1 - min(SLOW, self.step / (self.step + 50))
            )

    def learn(self) -> None:
        """Take a step; what stands in 16 bits is stepped in its 32-bit copy and copied back."""
        halves = [(p, m) for p, m in zip(self.live, self.masters, strict=True) if p is not m]
        for p, m in halves:
            if p.grad is None:
                m.grad = None
            else:
                m.grad = p.grad.float() if m.grad is None else m.grad.copy_(p.grad)
        self.optimiser.step()
        self.net.zero_grad()  # a head that a batch does not ask is left alone
        with torch.no_grad():
            for p, m in halves:
                p.copy_(m)

    def save(self) -> None:
        state = {"net": self.net.state_dict(), "average": self.average, "optimiser": self.optimiser.state_dict()}
        state |= {"step": self.step, "seen": self.seen, "seconds": self.seconds, "labels": self.losses.labels}
        state |= {"corpora": sorted(self.corpora), "seed": self.options.seed}
        if self.losses.teachers:
            state["taught_by"] = [teacher.made for teacher in self.losses.teachers]
        if self.options.teacher:
            state |= {"teacher": str(self.options.teacher), "masters": self.masters}
        if self.options.start:
            state["start"] = json.loads((self.options.start / "reader.json").read_text())["made"]
        path = self.options.checkpoint
        torch.save(state, path.with_suffix(".new"))
        path.with_suffix(".new").replace(path)

    def load(self) -> None:
        state = torch.load(self.options.checkpoint, map_location=DEVICE)
        self.net.load_state_dict(state["net"])
        if self.options.teacher:
            with torch.no_grad():
                for mine, kept in zip(self.masters, state["masters"], strict=True):
                    mine.copy_(kept)
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


def taught_by(path: Path, labels: dict[str, list[str]]) -> Teacher:
    """Return the teacher of a checkpoint; raise `ValueError` when it was trained for other labels."""
    net, theirs, made = averaged(path)
    if theirs != labels:
        raise ValueError(f"{path} was trained for other labels: train the teacher anew on the same corpora")
    about = {kind: made[kind] for kind in ("words", "minutes", "corpora")}
    return Teacher(net.to(DEVICE).eval().requires_grad_(False), frozenset(made["corpora"]), about)


def word_pieces() -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(MODEL / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--words", type=int, default=9_000_000)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--checkpoint", type=Path, default=Path("build/model.pt"))
    parser.add_argument("--start", type=Path, help="a folder with a shipped model to go on from")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--open-data-only", action="store_true")
    parser.add_argument("--teacher", type=Path, help="train the large network; its encoder is fetched into this folder")
    parser.add_argument("--taught", type=Path, nargs="*", default=[], help="checkpoints of teachers to learn from")
    parser.add_argument("--corpora", help="only these, with commas")
    options = parser.parse_args()
    ready(options.threads)
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    found, labels = corpora(options.data, open_only=options.open_data_only)
    if options.corpora:
        found = [c for c in found if c.name in options.corpora.split(",")]
    sizes = {k: len(v) for k, v in labels.items()}
    net = (teacher(sizes, options.teacher) if options.teacher else Net(sizes)).to(DEVICE)
    if options.start:
        take(net, options.start)
    teachers = [taught_by(path, labels) for path in options.taught]
    losses = Losses(net, labels, word_pieces(), is_noised=not options.teacher, teachers=teachers)
    shares = LARGE_SHARES if options.teacher else TAUGHT_SHARES if teachers else SHARES
    run = Run(net, losses, found, options, shares)
    options.checkpoint.parent.mkdir(parents=True, exist_ok=True)
    if options.checkpoint.exists():
        run.load()
    print(json.dumps({k: len(v) for k, v in labels.items()}), flush=True)
    run.go()


if __name__ == "__main__":
    main()
