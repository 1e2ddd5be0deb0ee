"""What the network is told about one batch: a loss for each layer its corpus marks."""

import random
from collections.abc import Sequence

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F

from onrecord.reader.distance import buckets
from onrecord.reader.pairs import Candidate, pairs_of
from onrecord.reader.pieces import pieces_of
from onrecord.scoring.corpora.example import Example
from onrecord.scoring.corpora.spans import bio
from training.network import Net
from training.noise import changed

IGNORE = -100
HIDDEN = 0.06  # of the pieces of words, so that what stands around them is used too
LAST_SPECIAL = 999  # of BERT's pieces
FALSE_CUES = 6  # one cue that is none, with no roles, for so many true ones


def pad(rows: Sequence[Sequence[int]], value: int = 0) -> Tensor:
    most = max(map(len, rows))
    return torch.tensor([[*row, *[value] * (most - len(row))] for row in rows])


def tags_loss(scores: Tensor, gold: list[list[int]]) -> Tensor:
    """The mean over the words that are marked; nothing where none is."""
    wanted = pad(gold, IGNORE).flatten()
    total = F.cross_entropy(scores.flatten(0, 1).float(), wanted, ignore_index=IGNORE, reduction="sum")
    return total / (wanted != IGNORE).sum().clamp(min=1)


class Losses:
    def __init__(self, net: Net, labels: dict[str, list[str]], tokenizer: Tokenizer) -> None:
        self.net, self.labels, self.tokenizer = net, labels, tokenizer
        self.mask: int = tokenizer.token_to_id("[MASK]")
        self.index = {k: {t: i for i, t in enumerate(v)} for k, v in labels.items()}

    def encode(self, batch: list[Example]) -> Tensor:
        rows = [pieces_of(changed(x.words), self.tokenizer) for x in batch]
        mask = pad([[1] * len(r.ids) for r in rows])
        mask = F.pad(mask, (0, -mask.shape[1] % 16))
        layers = ([getattr(r, k) for r in rows] for k in ("ids", "shapes", "quotes"))
        ids, shapes, quotes = (F.pad(x, (0, mask.shape[1] - x.shape[1])) for x in map(pad, layers))
        ids = ids.masked_fill((torch.rand(ids.shape) < HIDDEN) & (ids > LAST_SPECIAL), self.mask)
        inputs = (ids, mask, shapes, quotes)
        return self.net.encode(*inputs, pad([r.first for r in rows]))

    def __call__(self, batch: list[Example]) -> dict[str, Tensor]:
        h = self.encode(batch)
        first, out = batch[0], {}
        if first.upos:
            out |= self.words(h, batch) | self.trees(h, batch)
        if any(x.predicates for x in batch):
            out |= self.predicates(h, [x if x.predicates is not None else None for x in batch])
        if any(x.surely for x in batch):
            out["surely"] = 0.3 * self.surely(h, batch)
        if first.corpus == "gum":
            out |= self.mentions(h, batch)
        if first.corpus in ("newswire", "re3d"):
            head = "thing" if first.corpus == "re3d" else "name"
            gold = [bio(len(x.words), x.names, self.labels[head]) for x in batch]
            out[head] = tags_loss(self.net.flat[head](h), gold)
        if first.corpus in ("polnear", "spoken"):
            out |= self.attributions(h, batch)
        return out

    def words(self, h: Tensor, batch: list[Example]) -> dict[str, Tensor]:
        out = {}
        for head, layer in (("upos", [x.upos for x in batch]), ("tag", [x.tags for x in batch])):
            out[head] = 0.5 * tags_loss(
                self.net.flat[head](h), [[self.index[head].get(t, 0) for t in row] for row in layer]
            )
        starts = [[int(i in {s for s, _ in x.sentences}) for i in range(len(x.words))] for x in batch]
        out["start"] = 0.5 * tags_loss(self.net.flat["start"](h), starts)
        return out

    def trees(self, h: Tensor, batch: list[Example]) -> dict[str, Tensor]:
        arcs, deps, heads = self.net.tree(h)
        which = pad([[k for k, (a, b) in enumerate(x.sentences) for _ in range(a, b)] for x in batch], -1)
        same = which[:, :, None] == which[:, None, :]
        allowed = torch.cat([torch.ones_like(same[..., :1]), same], -1)
        gold = pad([[i + 1 for i in x.heads] for x in batch], IGNORE)
        arcs = arcs.float().masked_fill(~allowed, -1e4)
        arc_loss = F.cross_entropy(arcs.flatten(0, 1), gold.flatten(), ignore_index=IGNORE)
        row, at = (gold != IGNORE).nonzero(as_tuple=True)
        scores = self.net.relations(deps[row, at], heads[row, gold[row, at]])
        wanted = torch.tensor([self.index["dep"].get(d, 0) for x in batch for d in x.deps])
        return {"arc": arc_loss, "rel": F.cross_entropy(scores.float(), wanted)}

    def predicates(self, h: Tensor, batch: list[Example | None]) -> dict[str, Tensor]:
        rows = [r for r, x in enumerate(batch) if x is not None]
        marked = [batch[r] for r in rows]
        is_one = [[int(i in {p.word for p in x.predicates}) for i in range(len(x.words))] for x in marked]
        most = max(len(x.words) for x in marked)  # the longest window of the batch may be one without
        found = 0.5 * tags_loss(self.net.flat["predicate"](h[rows, :most]), is_one)
        items = [(r, p) for r, x in zip(rows, marked, strict=True) for p in x.predicates]
        n = max(p.end - p.start for _, p in items)
        at = torch.tensor([[min(p.start + k, p.end - 1) for k in range(n)] for _, p in items])
        row = torch.tensor([r for r, _ in items])
        mask = pad([[1] * (p.end - p.start) for _, p in items])
        distance = pad([buckets(p.end - p.start, p.word - p.start, p.word - p.start + 1) for _, p in items], 33)
        anchor = h[row, torch.tensor([p.word for _, p in items])]
        scores = self.net.acts(h[row[:, None], at], anchor, distance, mask)
        gold = [self.arguments(p) for _, p in items]
        return {"predicate": found, "argument": 2.0 * tags_loss(scores, gold)}

    def arguments(self, p: object) -> list[int]:
        spans = [(a - p.start, b - p.start, name) for a, b, name in p.roles if f"B-{name}" in self.index["argument"]]
        return bio(p.end - p.start, spans, self.labels["argument"])

    def surely(self, h: Tensor, batch: list[Example]) -> Tensor:
        items = [(r, i, v) for r, x in enumerate(batch) for i, v in x.surely.items() if i < len(x.words)]
        row, at = (torch.tensor([item[k] for item in items]) for k in (0, 1))
        gold = torch.tensor([v for *_, v in items])
        return F.smooth_l1_loss(self.net.surely(h[row, at])[:, 0].float(), gold)

    def mentions(self, h: Tensor, batch: list[Example]) -> dict[str, Tensor]:
        """One document: its windows are in order in `batch`."""
        is_head = [[int(i in {m.head for m in x.mentions}) for i in range(len(x.words))] for x in batch]
        out = {"mention": 0.5 * tags_loss(self.net.flat["mention"](h), is_head)}
        found, chains, vectors, at, sentence = [], [], [], 0, 0
        for r, x in enumerate(batch):
            seen = set()
            for m in sorted(x.mentions, key=lambda m: (m.head, m.start - m.end)):
                if m.head in seen:
                    continue
                seen.add(m.head)
                number = sentence + sum(a <= m.head for a, _ in x.sentences)
                found.append(
                    Candidate(
                        start=at + m.start, end=at + m.end, head=at + m.head, head_word=x.words[m.head].lower(),
                        words=tuple(w.lower() for w in x.words[m.start : m.end]), tag=x.tags[m.head],
                        dep=x.deps[m.head], sentence=number,
                    )
                )  # fmt: skip
                chains.append((x.doc, m.chain))
                vectors.append(h[r, m.head])
            at, sentence = at + len(x.words), sentence + len(x.sentences)
        pairs = pairs_of(found)
        if not len(pairs.later):
            return out
        later, earlier, features = (torch.from_numpy(v) for v in (pairs.later, pairs.earlier, pairs.features))
        scores, none = self.net.same(torch.stack(vectors), later, earlier, features)
        right = torch.tensor([chains[i] == chains[j] for i, j in zip(pairs.later, pairs.earlier, strict=True)])
        return out | {"same": 0.5 * antecedent_loss(scores.float(), none.float(), later, right)}

    def attributions(self, h: Tensor, batch: list[Example]) -> dict[str, Tensor]:
        cues = [bio(len(x.words), [(*a.cue, "cue") for a in x.attributions], self.labels["cue"]) for x in batch]
        hidden = [
            [IGNORE if i in x.said and not tag else tag for i, tag in enumerate(row)]
            for x, row in zip(batch, cues, strict=True)
        ]
        inner = self.net.flat["cue"](h)
        out = {"cue": tags_loss(inner, hidden), "cue_outer": tags_loss(self.net.flat["cue_outer"](h), cues)}
        items = [(r, x, jittered(a.cue, len(x.words)), a) for r, x in enumerate(batch) for a in x.attributions]
        items += self.false_cues(inner, batch, hidden, most=max(1, len(items) // FALSE_CUES))
        if not items:
            return out
        n = max(len(x.words) for _, x, *_ in items)
        words = h[[r for r, *_ in items], :n]
        anchor = torch.stack([h[r, a:b].mean(0) for r, _, (a, b), _ in items])
        distance = pad([buckets(len(x.words), *cue) for _, x, cue, _ in items], 33)
        mask = pad([[1] * len(x.words) for _, x, *_ in items])
        gold = [self.roles(x, a) for _, x, _, a in items]
        return out | {"role": tags_loss(self.net.cited(words, anchor, distance, mask), gold)}

    def roles(self, x: Example, a: object) -> list[int]:
        if a is None:
            return [0] * len(x.words)
        spans = [(*s, "content") for s in a.content] + [(*s, "source") for s in a.source]
        row = bio(len(x.words), spans, self.labels["role"])
        row[a.cue[0] : a.cue[1]] = [0] * (a.cue[1] - a.cue[0])
        return row

    def false_cues(self, scores: Tensor, batch: list[Example], gold: list[list[int]], *, most: int) -> list:
        share = scores.detach().float().softmax(-1)[..., 1]
        found = [
            (r, x, (i, i + 1), None)
            for r, x in enumerate(batch)
            for i in (share[r, : len(x.words)] > 0.25).nonzero()[:, 0].tolist()
            if gold[r][i] == 0
        ]
        return random.sample(found, min(most, len(found)))


def jittered(cue: tuple[int, int], n: int) -> tuple[int, int]:
    """Move an edge of one cue in ten by a word: found cues are not always the marked ones."""
    a, b = cue
    if random.random() > 0.1 or n < 5:
        return cue
    is_left = random.random() < 0.5
    if b - a > 1:
        return (a + 1, b) if is_left else (a, b - 1)
    return (max(0, a - 1), b) if is_left else (a, min(n, b + 1))


def antecedent_loss(scores: Tensor, none: Tensor, later: Tensor, right: Tensor) -> Tensor:
    """Minus the log share of all right antecedents together; of "none" where there is none."""
    n = len(none)
    width = int(torch.bincount(later, minlength=n).max())
    column = torch.arange(len(later)) - torch.searchsorted(later, later)
    table = torch.full((n, width), -1e4).index_put((later, column), scores)
    good = torch.zeros((n, width), dtype=torch.bool).index_put((later, column), right)
    is_new = ~good.any(1)
    full = torch.cat([none[:, None], table], 1)
    wanted = torch.cat([is_new[:, None], good], 1)
    return (full.logsumexp(1) - full.masked_fill(~wanted, -1e4).logsumexp(1)).mean()
