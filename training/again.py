"""Takes the weights of a shipped model back into a network, to train on from where it stands.

The 8-bit weights are turned back into numbers with their scales; what rounding took is soon learned again.
"""

from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from training.network import Net

FILES = {"reader": "net.", "cited": "net.cited.", "acts": "net.acts.", "relations": "net.", "same": "net.same."}
KEPT = "bert.embeddings.word_embeddings.weight"  # never trained: the encoder's own are exact


def take(net: Net, folder: Path) -> None:
    """Copy into `net` what the ONNX files in `folder` hold; raise `ValueError` where a weight is missing or does not fit."""
    found = {}
    for name, prefix in FILES.items():
        found |= {
            f"{'' if k.startswith('net.') else prefix}{k}": v for k, v in weights(folder / f"{name}.onnx").items()
        }
    with torch.no_grad():
        for name, p in net.named_parameters():
            if name == KEPT:
                continue
            value = found.get(f"net.{name}")
            if value is None or value.shape != p.shape:
                raise ValueError(
                    f"{folder}: {name} is {None if value is None else tuple(value.shape)}, not {tuple(p.shape)}"
                )
            p.copy_(value)


def weights(path: Path) -> dict[str, Tensor]:
    """Return the weights of one file by the parameter they stand for."""
    graph = onnx.load(path).graph
    raw = {i.name: torch.from_numpy(numpy_helper.to_array(i).copy()) for i in graph.initializer}
    out = {k: v for k, v in raw.items() if v.is_floating_point() and not k.endswith("_scale")}
    for name in (k.removesuffix("_quantized") for k in raw if k.endswith("_quantized")):
        scale, zero = raw[f"{name}_scale"], raw[f"{name}_zero_point"]
        out[name] = (raw[f"{name}_quantized"].float() - zero.float()) * scale
    sums = {given: node for node in graph.node if node.op_type == "Add" for given in node.input}
    for node in graph.node:
        name = node.input[1].removesuffix("_quantized") if node.op_type == "MatMulInteger" else ""
        if name.startswith("onnx::"):
            bias = next(x for x in sums[node.output[0].removesuffix("_output_quantized")].input if x.endswith(".bias"))
            out[bias.removesuffix("bias") + "weight"] = out.pop(name).T
    return {k.replace(".weight_Transposed", ".weight"): v.T if k.endswith("_Transposed") else v for k, v in out.items()}
