"""Writes a trained network as quantised ONNX files, with its labels and what it was made of:

python -m training.export --checkpoint build/model.pt --out src/onrecord/reader/weights
"""

import argparse
import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from onrecord.reader.pairs import TABLES
from training.again import take
from training.mpnet import teacher
from training.network import FLAT, MODEL, REL, Frames, Net, weights_hash


class Windows(nn.Module):
    def __init__(self, net: Net) -> None:
        super().__init__()
        self.net = net

    def forward(self, ids: Tensor, shapes: Tensor, quotes: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        h = self.net.encode(ids, torch.ones_like(ids), shapes, quotes, first)
        return (
            h,
            *(self.net.flat[k](h) for k in FLAT),
            self.net.surely(h)[..., 0],
            self.net.arcs(h),
            *self.net.ends(h),
        )


class Relations(nn.Module):
    def __init__(self, net: Net) -> None:
        super().__init__()
        self.net = net

    def forward(self, deps: Tensor, heads: Tensor) -> Tensor:
        return self.net.relations(deps, heads)


def export(net: Net, labels: dict[str, list[str]], made: dict[str, object], out: Path) -> None:
    """Write the model to folder `out`; what stood there under these names is replaced."""
    out.mkdir(parents=True, exist_ok=True)
    for old in out.glob("*.onnx"):
        old.unlink()
    with torch.device("cpu"):  # whatever it was trained on
        write_all(net.cpu().eval().float(), out)
    (out / "reader.json").write_text(json.dumps({"labels": labels, "made": made}, indent=1) + "\n")
    shutil.copy(MODEL / "tokenizer.json", out / "tokenizer.json")


def write_all(net: Net, out: Path) -> None:
    grid, first = torch.ones(2, 7, dtype=torch.long), torch.tensor([[1, 2, 3, 4], [1, 2, 4, 5]])
    given = {"ids": ["b", "t"], "shapes": ["b", "t"], "quotes": ["b", "t"], "first": ["b", "n"]}
    gives = {"words": ["b", "n"], **{k: ["b", "n"] for k in (*FLAT, "surely")}, "arcs": ["b", "n", "m"]}
    gives |= {"rel_deps": ["b", "n"], "rel_heads": ["b", "m"]}
    write(Windows(net), (grid, grid, grid, first), given, gives, out / "reader.onnx")
    for frames, name in ((net.cited, "cited"), (net.acts, "acts")):
        write_frames(frames, out / f"{name}.onnx")
    some = torch.randn(5, REL + 1)
    write(Relations(net), (some, some), {"deps": ["n"], "heads": ["n"]}, {"labels": ["n"]}, out / "relations.onnx")
    pair = torch.tensor([1, 2, 2])
    features = torch.zeros(3, len(TABLES), dtype=torch.long)
    given = {"words": ["m"], "later": ["p"], "earlier": ["p"], "features": ["p"]}
    example = torch.randn(4, net.width), pair, pair - 1, features
    write(net.same, example, given, {"scores": ["p"], "none": ["m"]}, out / "same.onnx", quantise=False)


def write_frames(frames: Frames, path: Path) -> None:
    wide, small = torch.randn(3, 6, frames.anchor.in_features), torch.ones(3, 6, dtype=torch.long)
    given = {"words": ["f", "n"], "anchor": ["f"], "distance": ["f", "n"], "mask": ["f", "n"]}
    write(frames, (wide, wide[:, 0], small, small), given, {"labels": ["f", "n"]}, path)


def write(
    module: nn.Module,
    example: tuple,
    given: dict[str, list[str]],
    gives: dict[str, list[str]],
    path: Path,
    *,
    quantise: bool = True,
) -> None:
    axes = {name: dict(enumerate(dims)) for name, dims in (given | gives).items()}
    with TemporaryDirectory() as folder, torch.no_grad():
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            module.eval(),
            example,
            str(plain),
            input_names=list(given),
            output_names=list(gives),
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        if not quantise:
            shutil.copy(plain, path)
            return
        quantize_dynamic(
            plain,
            path,
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
            op_types_to_quantize=["MatMul", "Gather", "Gemm"],
            extra_options={"DefaultTensorType": 1},
        )


def averaged(checkpoint: Path) -> tuple[Net, dict[str, list[str]], dict[str, object]]:
    """Return the network with the slow average of its weights, its labels, and how it was made."""
    state = torch.load(checkpoint, map_location="cpu")
    sizes = {k: len(v) for k, v in state["labels"].items()}
    net = teacher(sizes, Path(state["teacher"])) if "teacher" in state else Net(sizes)
    net.load_state_dict(state["net"])
    live = [p for p in net.parameters() if p.requires_grad]
    with torch.no_grad():
        for p, value in zip(live, state["average"], strict=True):
            p.copy_(value)
    made = {"words": state["seen"], "steps": state["step"], "minutes": round(state["seconds"] / 60)}
    made |= {"seed": state.get("seed", 1)}
    made |= {kind: state[kind] for kind in ("start", "taught_by") if kind in state}
    return net, state["labels"], made | {"encoder_sha256": weights_hash(), "corpora": state["corpora"]}


def mean(checkpoints: Sequence[Path]) -> tuple[Net, dict[str, list[str]], dict[str, object]]:
    """Return the mean of the networks of several checkpoints that went on from the same weights, and how each was made."""
    net, labels, made = averaged(checkpoints[0])
    beside = []
    for number, path in enumerate(checkpoints[1:], 2):
        other, _, its = averaged(path)
        beside.append({kind: its[kind] for kind in ("words", "steps", "minutes", "seed")})
        with torch.no_grad():
            for p, value in zip(net.parameters(), other.parameters(), strict=True):
                p.lerp_(value, 1 / number)
    return net, labels, made | ({"beside": beside} if beside else {})


def mixed(net: Net, sizes: dict[str, int], folder: Path, share: float) -> None:
    """Let `share` of every weight of `net` be that of the shipped model in `folder`, from which its training went on.

    Weights of one training taken at two times, averaged, do better than either (Wortsman et al. 2022, "model soups").
    """
    other = Net(sizes)
    take(other, folder)
    with torch.no_grad():
        for p, value in zip(net.parameters(), other.parameters(), strict=True):
            p.lerp_(value, share)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--checkpoint", type=Path, nargs="+", default=[Path("build/model.pt")], help="one, or the mean of many"
    )
    parser.add_argument("--out", type=Path, default=Path("src/onrecord/reader/weights"))
    parser.add_argument("--mix", type=Path, help="the folder of the shipped model that training went on from")
    parser.add_argument("--share", type=float, default=0.5, help="of the weights that are that model's")
    options = parser.parse_args()
    torch.set_num_threads(1)
    net, labels, made = mean(options.checkpoint)
    if options.mix:
        mixed(net, {k: len(v) for k, v in labels.items()}, options.mix, options.share)
        made |= {"share_of_start": options.share}
    export(net, labels, made, options.out)
    print(json.dumps(made))


if __name__ == "__main__":
    main()
