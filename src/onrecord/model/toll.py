"""What one report gives as the toll of the happening it is mainly about."""

from dataclasses import dataclass
from typing import Literal

from onrecord.model.figure import Harm, Number
from onrecord.model.ids import EventId, FigureId

TollBasis = Literal["counted", "single", "period", "vague", "named"]
"""What a toll stands on, the strongest first: a number for this happening, "a man", a number over a stretch of time,
words like "several", or only someone named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """How many one report says were harmed in its happening.

    `figures` are those it stands on: one, several of a list that add up ("three men and a woman"), or one of
    all who were hit and those of them who died. It has none where the report counts nobody and its `events` only
    name who was harmed: one or more. `value` is the number named, of vague words the least they allow; `low` and
    `high` bound it as they do a figure.
    """

    harm: Harm
    value: Number
    low: Number | None
    high: Number | None
    basis: TollBasis
    figures: tuple[FigureId, ...]
    events: tuple[EventId, ...]
