"""Base forms of English words by spelling rules."""

from collections.abc import Mapping
from typing import Any

_DOUBLED = ("bb", "dd", "gg", "mm", "nn", "pp", "rr", "tt")
_SILENT = ("at", "iz", "is", "uc", "ur", "ag", "ac", "iv", "ov", "ib", "ir", "ud", "us", "ok", "id", "as", "os", "ut")


def lemma_of(word: str, upos: str, tag: str, table: Mapping[str, Any]) -> str:
    """Return the base form of `word`; names keep their spelling."""
    if upos == "PROPN":
        return word
    low = word.lower()
    if low in table["forms"]:
        return "be" if low in ("'s", "’s") and upos == "AUX" else str(table["forms"][low])
    if tag in {"NNS", "VBZ"}:
        return _without_s(low, tuple(table["keep"]))
    if tag in ("VBD", "VBN") and low.endswith("ed"):
        return low[:-3] + "y" if low.endswith("ied") else _stem(low[:-2])
    if tag == "VBG" and low.endswith("ing") and len(low) > 5:
        return _stem(low[:-3])
    return low


def _without_s(low: str, keep: tuple[str, ...]) -> str:
    if not low.endswith("s") or low.endswith(keep):
        return low
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    return low[:-2] if low.endswith(("sses", "shes", "ches", "xes", "zes")) else low[:-1]


def _stem(stem: str) -> str:
    if stem.endswith(_DOUBLED) and len(stem) > 3:
        return stem[:-1]
    return stem + "e" if stem.endswith((*_SILENT, "v", "rc", "nc", "rg", "dg", "rs", "ns")) else stem
