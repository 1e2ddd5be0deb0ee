"""Whether two items are one and the same, by whom and why."""

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["same", "different", "unsure"]
Aspect = Literal["when", "where", "what", "who", "how_many", "words", "lineage"]
ItemKind = Literal["account", "actor", "place"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One ground for a judgement, in words a person can check. `weight` below zero speaks against."""

    aspect: Aspect
    weight: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Same, different or unsure, of two items of one kind, by the machine or a person.

    `left` sorts before `right`. `maker` names the stage and version (`compare/1`) or the person;
    a person's judgement is a ruling: it outranks the machine's and replaces nothing. `made_at` is
    an ISO 8601 time with zone, `None` for what the machine can make again. A judgement that was
    taken back has `retired_at`; it no longer counts and stays on file.
    """

    kind: ItemKind
    left: str
    right: str
    verdict: Verdict
    score: float
    reasons: tuple[Reason, ...]
    maker: str
    is_ruling: bool = False
    made_at: str | None = None
    retired_at: str | None = None

    def __post_init__(self) -> None:
        if self.left >= self.right:
            raise ValueError(f"a judgement is of two items in order; got {self.left!r} and {self.right!r}")
