"""Finds the numbers of a line that count someone or something, with what happened to them.

"At least 46 people were killed and more than 100 injured on May 3" -> 46 people killed, 100 (people) injured.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.model.figure import Harm, Unit
from onrecord.model.span import Span
from onrecord.stages.count.counted import Counted, Nouns, counted_at
from onrecord.stages.count.cues import Cue
from onrecord.stages.count.draft import Draft
from onrecord.stages.count.harm import Governed, Slot, govern
from onrecord.stages.count.line import Line
from onrecord.stages.count.quantity import Quantity

_PEOPLE_HARMS = frozenset(
    ("killed", "injured", "missing", "displaced", "held", "released", "detained", "hospitalised", "affected")
)
_THING_HARMS = frozenset(("damaged", "destroyed", "affected", "held"))
_ZERO = frozenset(("no", "zero"))
_NOBODY = frozenset(("nobody", "none", "no-one"))
_NOT_ZERO = frozenset(
    ["more", "longer", "such", "further", "less", "fewer", "one", "doubt", "other", "sign", "evidence", "immediate", "reports", "report", "word", "way"]
)
_SINGLE = frozenset(("a", "an"))
_PERCENT = frozenset(("percent", "%", "pct", "percentage"))
_SIGNS = ("$", "£", "€", "US$", "USD")


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A number of a line before it is known whether it counts anything."""

    slot: Slot
    quantity: Quantity
    counted: Counted
    kind: str = "number"
    """`number`, `percent`, `money`, `zero` or `implied`."""


def spot(
    line: Line, n_line: int, text: str, quantities: Sequence[Quantity], nouns: Nouns, cues: Sequence[Cue]
) -> list[Draft]:
    """Return the drafts of `line`: its numbers that count, zeros ("no casualties") and single persons ("a soldier was killed")."""
    is_state = frozenset(line.lower[cue.start] for cue in cues if cue.is_past)
    trials = [_trial(line, text, quantity, nouns, is_state) for quantity in quantities]
    taken = {number for trial in trials for number in range(trial.slot.start, trial.slot.end)}
    trials += _unwritten(line, nouns, is_state, cues, taken)
    trials.sort(key=lambda trial: trial.slot.start)
    slots = [trial.slot for trial in trials]
    found = [govern(line, at, slots, cues) for at in range(len(trials))]
    _inherit(line, trials, found)
    drafts = [_draft(line, n_line, text, trial, governed) for trial, governed in zip(trials, found, strict=True)]
    return [draft for draft in drafts if draft is not None]


def _trial(line: Line, text: str, quantity: Quantity, nouns: Nouns, is_state: frozenset[str]) -> Trial:
    start, end = line.inside(quantity.span)
    kind = "number"
    if text[: quantity.core.start].rstrip().endswith(_SIGNS):
        kind = "money"
    at = end
    if at < len(line.lower) and (
        line.lower[at] in _PERCENT or (line.lower[at] == "per" and line.lower[at + 1 : at + 2] == ("cent",))
    ):
        kind, at = "percent", at + (2 if line.lower[at] == "per" else 1)
    counted = counted_at(line, at, nouns, is_state=is_state)
    return Trial(slot=Slot(start=start, end=end, after=counted.after), quantity=quantity, counted=counted, kind=kind)


def _unwritten(line: Line, nouns: Nouns, is_state: frozenset[str], cues: Sequence[Cue], taken: set[int]) -> list[Trial]:
    """Return numbers said without a numeral: "no casualties", "nobody", "a soldier"."""
    made: list[Trial] = []
    for at, word in enumerate(line.lower):
        if at in taken:
            continue
        following = line.lower[at + 1] if at + 1 < len(line.lower) else ""
        if word in _ZERO and following not in _NOT_ZERO:
            made += _valued(line, at, at + 1, 0, "zero", counted_at(line, at + 1, nouns, is_state=is_state))
        elif word in _NOBODY or (word == "no" and following == "one"):
            end = at + 1 + (word == "no")
            made += _valued(line, at, end, 0, "zero", counted_at(line, end, nouns, is_state=is_state))
        elif word in _SINGLE:
            counted = counted_at(line, at + 1, nouns, is_state=is_state)
            if _is_single_person(line, counted, nouns):
                made += _valued(line, at, at + 1, 1, "implied", counted)
    return made


def _valued(line: Line, start: int, end: int, value: int, kind: str, counted: Counted) -> list[Trial]:
    span = line.span_of(start, end)
    quantity = Quantity(span=span, core=span, value=value, low=value, high=value, hedge="exact")
    return [Trial(slot=Slot(start=start, end=end, after=counted.after), quantity=quantity, counted=counted, kind=kind)]


def _is_single_person(line: Line, counted: Counted, nouns: Nouns) -> bool:
    if counted.unit != "people" or not counted.is_named or counted.is_part:
        return False
    word = line.lower[counted.end - 1]
    return nouns.units.get(word, ("", ""))[0] == "people" and word not in (
        "people",
        "population",
        "other",
        "life",
        "crowd",
        "crew",
        "head",
        "soul",
    )


def _inherit(line: Line, trials: Sequence[Trial], found: list[Governed | None]) -> None:
    """Give a number without a cue the cue of the number it is listed with: "killed five soldiers and two guards"."""
    for at in range(1, len(trials)):
        before = found[at - 1]
        if found[at] is None and before is not None and _joined(line, trials[at - 1].slot, trials[at].slot):
            found[at] = before
    for at in range(len(trials) - 2, -1, -1):
        after = found[at + 1]
        if (
            found[at] is None
            and after is not None
            and not after.is_object
            and _joined(line, trials[at].slot, trials[at + 1].slot)
        ):
            found[at] = after


def _joined(line: Line, left: Slot, right: Slot) -> bool:
    gap = line.lower[left.after : right.start]
    if not gap or len(gap) > 6:
        return len(gap) == 0 and False
    words = frozenset(gap)
    joiners = frozenset(
        [",", "and", "or", "(", "including", "as", "well", "plus", "among", "them", "of", "which", "whom", "with", "his", "her", "their", "the", "most", "mostly"]
    )
    return words <= joiners


def _draft(line: Line, n_line: int, text: str, trial: Trial, governed: Governed | None) -> Draft | None:
    harm = _harm(line, trial, governed)
    unit = _unit(trial, harm)
    if unit is None or not _counts(line, trial, unit, harm, governed):
        return None
    counted = trial.counted
    words = line.span_of(counted.start, counted.end).of(text) if counted.is_named else ""
    return Draft(
        line=line,
        n_line=n_line,
        slot=trial.slot,
        quantity=_with_sign(trial, text),
        counted=counted,
        governed=governed,
        harm=harm,
        unit=unit,
        words=words,
        is_implied=trial.kind == "implied",
    )


def _with_sign(trial: Trial, text: str) -> Quantity:
    """Return the quantity, its span reaching over the sign of money right before it."""
    quantity = trial.quantity
    if trial.kind != "money" or quantity.span != quantity.core:
        return quantity
    start = quantity.span.start
    while start > 0 and not text[start - 1].isspace() and text[start - 1] not in "([":
        start -= 1
    return replace(quantity, span=Span(start, quantity.span.end))


def _harm(line: Line, trial: Trial, governed: Governed | None) -> Harm:
    marks = trial.counted.marks
    if governed is not None:
        return governed.harm
    if "displaced" in marks:
        return "displaced"
    if "captive" in marks and trial.kind == "number":
        return "held"
    if "dead" in marks and trial.kind == "number":
        return "killed"
    return "other"


def _unit(trial: Trial, harm: Harm) -> Unit | None:
    unit = trial.counted.unit
    if trial.kind in ("percent", "money"):
        return "percent" if trial.kind == "percent" else "money"
    if unit == "never":
        return None
    if unit in ("people", "households", "buildings", "vehicles", "money"):
        return unit  # type: ignore[return-value]  # the five are units
    if unit in ("measures", "things"):
        return "other"
    if harm in _PEOPLE_HARMS:
        return "people"
    return "other" if harm in _THING_HARMS else None


def _counts(line: Line, trial: Trial, unit: Unit, harm: Harm, governed: Governed | None) -> bool:
    """Return whether the number counts something that a record keeps."""
    counted, value = trial.counted, trial.quantity.value
    if trial.kind in ("zero", "implied"):
        return governed is not None and unit in ("people", "households") and harm != "other"
    if unit in ("percent", "money"):
        return True
    if unit in ("buildings", "vehicles"):
        return governed is not None and harm in _THING_HARMS | {"displaced"}
    if unit == "other":
        return (counted.unit == "measures") or (governed is not None and harm in _THING_HARMS | {"killed"})
    if value == 1 and harm == "other":
        return False
    return counted.is_named or governed is not None
