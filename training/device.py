"""Where training computes: on a GPU where one is at hand, else on the processor."""

import torch

DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")


def has_half() -> bool:
    """Return whether it multiplies bfloat16 faster than 32 bits."""
    if DEVICE.type == "cuda":
        return torch.cuda.is_bf16_supported()
    return torch.ops.mkldnn._is_mkldnn_bf16_supported()


def ready(threads: int) -> None:
    """Let what is made from here on be made there."""
    torch.set_num_threads(threads)
    torch.set_flush_denormal(True)
    torch.set_default_device(DEVICE)
