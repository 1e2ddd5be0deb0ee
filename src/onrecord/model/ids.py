"""Ids made from content, so that the same report read twice gives the same ids."""

from hashlib import sha256
from typing import NewType

ReportId = NewType("ReportId", str)
PassageId = NewType("PassageId", str)
ActorId = NewType("ActorId", str)
PlaceId = NewType("PlaceId", str)
ClaimId = NewType("ClaimId", str)
EventId = NewType("EventId", str)
FigureId = NewType("FigureId", str)


def make_id(prefix: str, *parts: object) -> str:
    """Return `prefix-` and twelve hex digits of the SHA-256 of `parts`.

    Parts are told apart: `make_id("a", "bc")` and `make_id("a", "b", "c")` differ.
    """
    digest = sha256("\x1f".join(str(part) for part in parts).encode("utf-8", "surrogatepass"))
    return f"{prefix}-{digest.hexdigest()[:12]}"
