"""What the network is told about one batch: a loss for each layer its corpus marks, and for what its teachers say."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F

from onrecord.reader.pieces import pieces_of
from onrecord.scoring.corpora.example import Attribution, Example, Predicate
from onrecord.scoring.corpora.spans import bio
from training.asked import (
    IGNORE,
    Asked,
    Cue,
    antecedents,
    arcs,
    arguments,
    pad,
    relations,
    roles,
    shown,
    surely,
    tags,
)
from training.network import Net
from training.noise import changed

HIDDEN = 0.06  # of the pieces of words, so that what stands around them is used too
LAST_SPECIAL = 999  # of BERT's pieces
FALSE_CUES = 6  # one cue that is none, with no roles, for so many true ones
DOUBTED = 0.25  # the share from which a word may be such a cue
TAUGHT = 0.75  # of the loss of what a corpus marks: the teacher's shares, the rest the marks
LESS_TAUGHT = {"argument": 0.5, "thing": 0.4}  # what it knows no better than the pupil
UNTAUGHT = {"predicate", "mention", "same"}  # what it knows less well
OTHERS = 0.4  # of the batches of a corpus are shown to a teacher that has not learned it
ALSO = 0.4  # the weight of what a teacher says of words that a corpus does not mark


@dataclass(frozen=True, slots=True)
class Teacher:
    """A trained large network, the corpora whose marks it has learned, and how it was made."""

    net: Net
    corpora: frozenset[str]
    made: dict[str, object] = field(default_factory=dict)


class Losses:
    def __init__(
        self,
        net: Net,
        labels: dict[str, list[str]],
        tokenizer: Tokenizer,
        *,
        is_noised: bool = True,
        teachers: Sequence[Teacher] = (),
    ) -> None:
        self.net, self.labels, self.tokenizer, self.is_noised = net, labels, tokenizer, is_noised
        self.teachers = teachers
        self.mask: int = tokenizer.token_to_id("[MASK]")
        self.index = {k: {t: i for i, t in enumerate(v)} for k, v in labels.items()}

    def encode(self, net: Net, batch: Sequence[Example], hidden: float, *, is_noised: bool = False) -> Tensor:
        texts = [changed(x.words) if is_noised else x.words for x in batch]
        rows = [pieces_of(words, self.tokenizer, x.starts) for words, x in zip(texts, batch, strict=True)]
        mask = pad([[1] * len(r.ids) for r in rows])
        mask = F.pad(mask, (0, -mask.shape[1] % 16))
        layers = ([getattr(r, k) for r in rows] for k in ("ids", "shapes", "quotes"))
        ids, shapes, quotes = (F.pad(x, (0, mask.shape[1] - x.shape[1])) for x in map(pad, layers))
        ids = ids.masked_fill((torch.rand(ids.shape) < hidden) & (ids > LAST_SPECIAL), self.mask)
        return net.encode(ids, mask, shapes, quotes, pad([r.first for r in rows]))

    def __call__(self, batch: list[Example]) -> dict[str, Tensor]:
        h = self.encode(self.net, batch, HIDDEN, is_noised=self.is_noised)
        asked = list(self.asked(h, batch))
        mine = [a.scores(self.net, h) for a in asked]
        out = {a.name: a.weight * a.gold(s) for a, s in zip(asked, mine, strict=True)}
        for teacher in self.teachers:
            is_own = batch[0].corpus in teacher.corpora
            if not is_own and random.random() > OTHERS:
                continue
            with torch.no_grad():
                theirs = self.encode(teacher.net, batch, 0.0)
            if is_own:
                for a, s in zip(asked, mine, strict=True):
                    if a.name in UNTAUGHT:
                        continue
                    told, share = a.taught(s, said(a, teacher, theirs)), LESS_TAUGHT.get(a.name, TAUGHT)
                    out[a.name] = (1 - share) * out[a.name] + share * a.weight * told
            for a in self.unmarked(batch, teacher, theirs):
                out[f"{a.name}+"] = ALSO * a.weight * a.taught(a.scores(self.net, h), said(a, teacher, theirs))
        return out

    def asked(self, h: Tensor, batch: list[Example]) -> Iterator[Asked]:
        """Give what the network is asked that the batch's corpus marks."""
        corpus = batch[0].corpus
        if batch[0].upos:
            for head, layer in (("upos", [x.upos for x in batch]), ("tag", [x.tags for x in batch])):
                yield tags(head, batch, [[self.index[head].get(t, 0) for t in row] for row in layer], 0.5)
            starts = [[int(i in {s for s, _ in x.sentences}) for i in range(len(x.words))] for x in batch]
            yield tags("start", batch, starts, 0.5)
            yield arcs(batch)
            heads = pad([[i + 1 for i in x.heads] for x in batch])
            yield relations(batch, heads, torch.tensor([self.index["dep"].get(d, 0) for x in batch for d in x.deps]))
        if any(x.predicates for x in batch):
            yield from self.predicates(batch)
        if any(x.surely for x in batch):
            yield surely([(r, i, v) for r, x in enumerate(batch) for i, v in x.surely.items() if i < len(x.words)], 0.3)
        if corpus == "gum":
            is_head = [[int(i in {m.head for m in x.mentions}) for i in range(len(x.words))] for x in batch]
            yield tags("mention", batch, is_head, 0.5)
            same = antecedents(batch, 0.5)
            if same:
                yield same
        if corpus in ("newswire", "re3d"):
            head = "thing" if corpus == "re3d" else "name"
            yield tags(head, batch, [bio(len(x.words), x.names, self.labels[head]) for x in batch])
        if corpus in ("polnear", "spoken"):
            yield from self.attributions(h, batch)

    def predicates(self, batch: list[Example]) -> Iterator[Asked]:
        is_one = [
            [IGNORE] * len(x.words)
            if x.predicates is None
            else [int(i in {p.word for p in x.predicates}) for i in range(len(x.words))]
            for x in batch
        ]
        yield tags("predicate", batch, is_one, 0.5)
        found = [(r, p) for r, x in enumerate(batch) for p in x.predicates or ()]
        items = [(r, p.word, p.start, p.end) for r, p in found]
        yield arguments(items, [self.arguments(p) for _, p in found], 2.0)

    def arguments(self, p: Predicate) -> list[int]:
        spans = [(a - p.start, b - p.start, name) for a, b, name in p.roles if f"B-{name}" in self.index["argument"]]
        return bio(p.end - p.start, spans, self.labels["argument"])

    def attributions(self, h: Tensor, batch: list[Example]) -> Iterator[Asked]:
        cues = [bio(len(x.words), [(*a.cue, "cue") for a in x.attributions], self.labels["cue"]) for x in batch]
        hidden = [
            [IGNORE if i in x.said and not tag else tag for i, tag in enumerate(row)]
            for x, row in zip(batch, cues, strict=True)
        ]
        yield tags("cue", batch, hidden)
        yield tags("cue_outer", batch, cues)
        marked = [(r, x, a) for r, x in enumerate(batch) for a in x.attributions]
        items: list[Cue] = [(r, jittered(a.cue, x.paragraph_of(a.cue[0]))) for r, x, a in marked]
        gold = [self.roles(x, a) for _, x, a in marked]
        false = self.false_cues(self.net.flat["cue"](h.detach()), hidden, most=max(1, len(items) // FALSE_CUES))
        items += false
        gold += [[0] * len(batch[r].words) for r, _ in false]
        if items:
            yield roles(batch, items, gold)

    def roles(self, x: Example, a: Attribution) -> list[int]:
        spans = [(*s, "content") for s in a.content] + [(*s, "source") for s in a.source]
        row = bio(len(x.words), spans, self.labels["role"])
        row[a.cue[0] : a.cue[1]] = [0] * (a.cue[1] - a.cue[0])
        return row

    def false_cues(self, scores: Tensor, gold: list[list[int]], *, most: int) -> list[Cue]:
        share = scores.detach().float().softmax(-1)[..., 1]
        found = [
            (r, (i, i + 1))
            for r, row in enumerate(gold)
            for i in (share[r, : len(row)] > DOUBTED).nonzero()[:, 0].tolist()
            if row[i] == 0
        ]
        return random.sample(found, min(most, len(found)))

    def unmarked(self, batch: list[Example], teacher: Teacher, theirs: Tensor) -> Iterator[Asked]:
        """Give what a teacher can say of the batch that its corpus does not mark."""
        corpus, known = batch[0].corpus, teacher.corpora
        if "newswire" in known and corpus != "newswire":
            yield tags("name", batch)
        if "polnear" in known and corpus != "polnear":
            yield from self.unmarked_attributions(batch, teacher, theirs)

    def unmarked_attributions(self, batch: list[Example], teacher: Teacher, theirs: Tensor) -> Iterator[Asked]:
        """Give what a teacher can say of attributions: of cues within what someone says it has learned nothing."""
        open_words = shown(batch)
        yield tags("cue_outer", batch)
        cues = self.seen(batch, teacher, theirs, "cue_outer")
        if cues:
            asked = roles(batch, [(r, (i, i + 1)) for r, i in cues], None)
            yield asked
            contents = torch.tensor([self.index["role"][f"{b}-content"] for b in "BI"])
            for (r, i), row in zip(cues, said(asked, teacher, theirs).argmax(-1), strict=True):
                start, end = batch[r].paragraph_of(i)
                open_words[r, start:end] &= ~torch.isin(row[: end - start], contents)
        yield tags("cue", batch, where=open_words)

    def seen(self, batch: list[Example], teacher: Teacher, theirs: Tensor, head: str) -> list[tuple[int, int]]:
        """Return the words that the teacher's head takes for one: the row and the place of each."""
        is_one = said(tags(head, batch), teacher, theirs).argmax(-1) == 1
        return [(r, i) for r, i in (is_one & shown(batch)).nonzero().tolist()]


def said(asked: Asked, teacher: Teacher, theirs: Tensor) -> Tensor:
    """Return a teacher's own scores, from its vectors of the words."""
    with torch.no_grad():
        return asked.scores(teacher.net, theirs)


def jittered(cue: tuple[int, int], paragraph: tuple[int, int]) -> tuple[int, int]:
    """Move an edge of one cue in ten by a word: found cues are not always the marked ones."""
    (a, b), (start, end) = cue, paragraph
    if random.random() > 0.1 or end - start < 5:
        return cue
    is_left = random.random() < 0.5
    if b - a > 1:
        return (a + 1, b) if is_left else (a, b - 1)
    return (max(start, a - 1), b) if is_left else (a, min(end, b + 1))
