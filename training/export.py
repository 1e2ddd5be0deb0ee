"""Writes the trained network as quantised ONNX files and a JSON of its labels."""

import json
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from training.network import MODEL, REL, WIDTH, Exported, ExportedRelations, Net

FLAT = ("start", "upos", "tag", "name", "cue")


def export(net: Net, labels: dict[str, list[str]], made: dict[str, object], out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    grid = torch.ones(2, 7, dtype=torch.long)
    given = {"ids": ["b", "t"], "mask": ["b", "t"], "shapes": ["b", "t"], "first": ["b", "n"]}
    made_of = {"words": ["b", "n"], **{k: ["b", "n"] for k in FLAT}, "arcs": ["b", "n", "m"]}
    made_of |= {"rel_deps": ["b", "n"], "rel_heads": ["b", "m"]}
    first = torch.tensor([[1, 2, 3, 4], [1, 2, 4, 5]])
    write(Exported(net), (grid, grid, grid, first), given, made_of, out / "reader.onnx")
    wide = torch.randn(3, 6, WIDTH)
    small = torch.ones(3, 6, dtype=torch.long)
    given = {"words": ["f", "n"], "anchor": ["f"], "distance": ["f", "n"], "mask": ["f", "n"]}
    write(net.frames, (wide, wide[:, 0], small, small), given, {"roles": ["f", "n"]}, out / "frames.onnx")
    some = torch.randn(5, REL + 1)
    given = {"deps": ["n"], "heads": ["n"]}
    write(
        ExportedRelations(net), (some, some), given, {"labels": ["n"]}, out / "relations.onnx", quantise=False
    )  # one product over three axes
    (out / "reader.json").write_text(json.dumps({"labels": labels, "made": made}, indent=1) + "\n")
    shutil.copy(MODEL / "tokenizer.json", out / "tokenizer.json")


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
