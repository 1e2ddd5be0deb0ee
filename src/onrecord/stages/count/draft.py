"""A figure in the making: a number in a line, what it counts and what happened to them."""

from dataclasses import dataclass

from onrecord.model.figure import Harm, Unit
from onrecord.model.span import Span
from onrecord.stages.count.line import Line
from onrecord.stages.count.quantity import Quantity
from onrecord.stages.count.scene import Governed, Slot
from onrecord.stages.count.whom import Counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A number that counts. `words` are those of the thing counted, taken from before where they are not
    named here, or those of the cue (`is_from_cue`) where nothing names it. `is_implied`: no numeral.
    `is_restated`: the number says again how many, and whom it counts stands before ("earlier put at 12").
    `restates`: the count it says again. `is_compared`: it is that of another time ("up from 22 in May").
    `is_in_table`: its words stand at the head of its column; `part_of` is where the table's total stands.
    """

    line: Line
    n_line: int
    slot: Slot
    quantity: Quantity
    counted: Counted
    governed: Governed | None
    harm: Harm
    unit: Unit
    words: str
    is_implied: bool = False
    is_from_cue: bool = False
    is_in_table: bool = False
    is_restated: bool = False
    is_compared: bool = False
    part_of: Span | None = None
    restates: "Draft | None" = None
