"""What a network is asked of one batch: scores of some kind, and what they are held against.

The same question goes to the network that learns and to a teacher, who each answer from their own vectors of the words.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from onrecord.reader.distance import buckets
from onrecord.reader.pairs import Candidate, pairs_of
from onrecord.scoring.corpora.example import Example
from training.network import Net

IGNORE = -100
Cue = tuple[int, tuple[int, int]]  # the row of its window, its words


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """`scores` gives, from a network and its vectors of the words, a score for each label; `gold` is the loss of such
    scores (None where the corpus marks nothing); `where` are the places that stand for something.
    """

    name: str
    scores: Callable[[Net, Tensor], Tensor]
    where: Tensor
    gold: Callable[[Tensor], Tensor] | None = None
    weight: float = 1.0

    def taught(self, mine: Tensor, teachers: Tensor) -> Tensor:
        """The cross entropy of the shares a teacher gives; for a number, its distance."""
        if self.name == "surely":
            return F.smooth_l1_loss(mine.float(), teachers.float())
        shares = teachers.float().softmax(-1)[self.where]
        apart = -(shares * mine.float().log_softmax(-1)[self.where]).sum(-1)
        return apart.sum() / max(1, len(apart))


def pad(rows: Sequence[Sequence[int]], value: int = 0) -> Tensor:
    most = max(map(len, rows))
    return torch.tensor([[*row, *[value] * (most - len(row))] for row in rows])


def shown(batch: Sequence[Example]) -> Tensor:
    return pad([[1] * len(x.words) for x in batch]).bool()


def tags_loss(scores: Tensor, gold: Sequence[Sequence[int]]) -> Tensor:
    """The mean over the words that are marked; nothing where none is."""
    wanted = pad(gold, IGNORE).flatten()
    total = F.cross_entropy(scores.flatten(0, 1).float(), wanted, ignore_index=IGNORE, reduction="sum")
    return total / (wanted != IGNORE).sum().clamp(min=1)


def tags(
    head: str,
    batch: Sequence[Example],
    gold: list[list[int]] | None = None,
    weight: float = 1.0,
    *,
    where: Tensor | None = None,
) -> Asked:
    """A label of each word from a head that looks at that word alone; of words a corpus leaves open nothing is asked."""
    if where is None:
        where = shown(batch) if gold is None else pad(gold, IGNORE) != IGNORE
    return Asked(
        name=head,
        scores=lambda net, h: net.flat[head](h),
        where=where,
        gold=None if gold is None else lambda scores: tags_loss(scores, gold),
        weight=weight,
    )


def arcs(batch: Sequence[Example]) -> Asked:
    """The head of each word, among the words of its own sentence and the root."""
    which = pad([[k for k, (a, b) in enumerate(x.sentences) for _ in range(a, b)] for x in batch], -1)
    same = which[:, :, None] == which[:, None, :]
    allowed = torch.cat([torch.ones_like(same[..., :1]), same], -1)
    gold = pad([[i + 1 for i in x.heads] for x in batch], IGNORE)
    return Asked(
        name="arc",
        scores=lambda net, h: net.arcs(h).float().masked_fill(~allowed, -1e4),
        where=shown(batch),
        gold=lambda s: F.cross_entropy(s.flatten(0, 1), gold.flatten(), ignore_index=IGNORE),
    )


def relations(batch: Sequence[Example], heads: Tensor, wanted: Tensor) -> Asked:
    """The label of each word under its head; `heads` counts from 1, 0 is the root."""
    row, at = shown(batch).nonzero(as_tuple=True)
    under = heads[row, at]

    def scores(net: Net, h: Tensor) -> Tensor:
        deps, above = net.ends(h)
        return net.relations(deps[row, at], above[row, under])

    return Asked(
        name="rel",
        scores=scores,
        where=torch.ones(len(row), dtype=torch.bool),
        gold=lambda s: F.cross_entropy(s.float(), wanted),
    )


def within(bounds: Sequence[tuple[int, int]]) -> tuple[Tensor, Tensor]:
    """The words of each stretch of a window, the last one again where it is short, and which are its own."""
    n = max(end - start for start, end in bounds)
    at = torch.tensor([[min(start + k, end - 1) for k in range(n)] for start, end in bounds])
    return at, pad([[1] * (end - start) for start, end in bounds])


def arguments(items: Sequence[tuple[int, int, int, int]], gold: list[list[int]], weight: float) -> Asked:
    """The roles of predicates: of each the row of its window, its word, its sentence's start and end."""
    at, mask = within([(start, end) for *_, start, end in items])
    row = torch.tensor([r for r, *_ in items])
    words = torch.tensor([word for _, word, *_ in items])
    distance = pad([buckets(end - start, w - start, w - start + 1) for _, w, start, end in items], 33)
    return Asked(
        name="argument",
        scores=lambda net, h: net.acts(h[row[:, None], at], h[row, words], distance, mask),
        where=mask.bool(),
        gold=lambda scores: tags_loss(scores, gold),
        weight=weight,
    )


def surely(items: Sequence[tuple[int, int, float]], weight: float) -> Asked:
    """How surely a word's event happened, -3 to 3: of each the row of its window, its word and the mark."""
    row, at = (torch.tensor([item[k] for item in items]) for k in (0, 1))
    gold = torch.tensor([v for *_, v in items])
    return Asked(
        name="surely",
        scores=lambda net, h: net.surely(h[row, at])[:, 0],
        where=torch.ones(len(items), dtype=torch.bool),
        gold=lambda scores: F.smooth_l1_loss(scores.float(), gold),
        weight=weight,
    )


def roles(batch: Sequence[Example], cues: Sequence[Cue], gold: list[list[int]] | None) -> Asked:
    """Source and content of each cue among the words of its paragraph; `gold` has a label for each word of the window."""
    bounds = [batch[r].paragraph_of(a) for r, (a, _) in cues]
    at, mask = within(bounds)
    row = torch.tensor([r for r, _ in cues])
    places = list(zip(bounds, cues, strict=True))
    distance = pad([buckets(end - start, a - start, min(b, end) - start) for (start, end), (_, (a, b)) in places], 33)
    wanted = None if gold is None else [labels[a:b] for labels, (a, b) in zip(gold, bounds, strict=True)]

    def scores(net: Net, h: Tensor) -> Tensor:
        anchor = torch.stack([h[r, a:b].mean(0) for r, (a, b) in cues])
        return net.cited(h[row[:, None], at], anchor, distance, mask)

    return Asked(
        name="role",
        scores=scores,
        where=mask.bool(),
        gold=None if wanted is None else lambda s: tags_loss(s, wanted),
    )


def antecedents(batch: Sequence[Example], weight: float) -> Asked | None:
    """To which earlier mention each one goes back, or to none. One document: its windows are in order in `batch`."""
    found, chains, where, at, sentence = [], [], [], 0, 0
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
            where.append((r, m.head))
        at, sentence = at + len(x.words), sentence + len(x.sentences)
    pairs = pairs_of(found)
    if not len(pairs.later):
        return None
    later, earlier, features = (torch.tensor(v) for v in (pairs.later, pairs.earlier, pairs.features))
    right = torch.tensor([chains[i] == chains[j] for i, j in zip(pairs.later, pairs.earlier, strict=True)])
    row, word = (torch.tensor(x) for x in zip(*where, strict=True))
    width = int(torch.bincount(later, minlength=len(found)).max())
    column = torch.arange(len(later)) - torch.searchsorted(later, later)

    def table(values: Tensor, empty: float | bool) -> Tensor:
        out = torch.full((len(found), width), empty, dtype=values.dtype)
        return out.index_put((later, column), values)

    def scores(net: Net, h: Tensor) -> Tensor:
        each, none = net.same(h[row, word], later, earlier, features)
        return torch.cat([none.float()[:, None], table(each.float(), -1e4)], 1)

    good = table(right, False)
    wanted = torch.cat([~good.any(1)[:, None], good], 1)
    return Asked(
        name="same",
        scores=scores,
        where=torch.ones(len(found), dtype=torch.bool),
        gold=lambda s: antecedent_loss(s, wanted),
        weight=weight,
    )


def antecedent_loss(scores: Tensor, wanted: Tensor) -> Tensor:
    """Minus the log share of all right antecedents together; of "none" where there is none."""
    return (scores.logsumexp(1) - scores.masked_fill(~wanted, -1e4).logsumexp(1)).mean()
