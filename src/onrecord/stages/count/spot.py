"""Finds the numbers of a line that count someone or something, with what happened to them.

"At least 12 villagers died and over 30 were hurt on May 3" -> 12 villagers killed, 30 (people) injured.
"""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model.span import Span
from onrecord.stages.count.counted import counted_at
from onrecord.stages.count.cues import Cue, cues_of
from onrecord.stages.count.degree import is_bare_degree
from onrecord.stages.count.draft import Draft
from onrecord.stages.count.gapped import is_gapped
from onrecord.stages.count.harm import govern
from onrecord.stages.count.kept import done_to_things, harm_of, is_kept, unit_of
from onrecord.stages.count.lexicon import Lexicon
from onrecord.stages.count.line import Line
from onrecord.stages.count.parts import is_led_as_part
from onrecord.stages.count.quantity import Quantity
from onrecord.stages.count.restated import is_compared, is_restated, is_said_before
from onrecord.stages.count.scene import Governed, Scene, Slot
from onrecord.stages.count.trial import Trial, TrialKind, without_wholes
from onrecord.stages.count.unwritten import Unwritten, counted_before, unwritten
from onrecord.stages.count.whom import Counted

_LISTED = 6
_SIGNS = ("$", "£", "€", "US$", "USD")


def spot(line: Line, n_line: int, text: str, quantities: Sequence[Quantity], lexicon: Lexicon) -> list[Draft]:
    """Return the drafts of `line`, in order: what its numbers count, said with a numeral or without."""
    cues = cues_of(line, lexicon.cues)
    states = frozenset(cue.start for cue in cues if cue.is_past)
    trials = [_trial(line, text, quantity, lexicon, states) for quantity in quantities]
    trials = [trial for trial in trials if not _is_told_by_place(line, trial)]
    taken = frozenset(number for trial in trials for number in range(trial.slot.start, trial.slot.end))
    singles = [_valued(line, found) for found in unwritten(line, lexicon, states, taken)]
    all_told = [*trials, *singles]
    trials += [
        single for single in singles
        if not _is_whose(line, single.slot, all_told) and not _is_of_one_named(line, single, all_told, lexicon)
    ]  # fmt: skip
    trials = without_wholes(sorted(trials, key=lambda trial: trial.slot.start), line, cues)
    scene = Scene(line=line, slots=[trial.slot for trial in trials], cues=cues, grammar=lexicon.grammar)
    found = [_governed(scene, at) for at in range(len(trials))]
    _inherit(scene, found)
    found = [found[at] or _labelled(scene, trials[at]) for at in range(len(trials))]
    drafts = [
        _draft(scene, n_line, text, trial, found[at])
        or _restated(scene, n_line, trials, at)
        or _some_of_them(scene, n_line, trials, at)
        for at, trial in enumerate(trials)
    ]
    return [draft for draft in drafts if draft is not None]


def _governed(scene: Scene, at: int) -> Governed | None:
    """Return what befell those counted in slot `at`; what follows an aside that only names a degree is told of all.

    "33 were wounded, 12 of them seriously, and were taken to hospital": the 12 are wounded.
    """
    found, slot = govern(scene, at), scene.slots[at]
    if found is not None and _opens_as_whole(scene, at) and "," in scene.line.lower[slot.after : found.cue.start]:
        return None
    if found is None or found.cue.start <= slot.after or not is_bare_degree(scene.line, slot):
        return found
    return None


def _is_told_by_place(line: Line, trial: Trial) -> bool:
    """Return whether only its place in a list tells what it counts: "against 1,310, 180 and 76 respectively"."""
    return not trial.counted.is_named and "respectively" in line.lower[trial.slot.after : trial.slot.after + _LISTED]


def _opens_as_whole(scene: Scene, at: int) -> bool:
    """Return whether the sentence opens with a whole of which it tells the parts: "Of 800 boys, 214 were killed"."""
    lead = scene.line.lower[: scene.slots[at].start]
    return lead in (("of",), ("of", "the"), ("of", "these"), ("of", "those"), ("among", "the"))


def _is_whose(line: Line, slot: Slot, trials: Sequence[Trial]) -> bool:
    """Return whether one without a numeral only says whose the counted are: "three sons of an official were killed"."""
    is_of = slot.start > 0 and line.lower[slot.start - 1] == "of"
    return is_of and any(trial.slot.end < slot.start - 1 <= trial.slot.after for trial in trials)


def _is_of_one_named(line: Line, single: Trial, trials: Sequence[Trial], lexicon: Lexicon) -> bool:
    """Return whether one is told by whose he is, and no number counts whose: "Lina and her brother were wounded"."""
    if line.lower[single.slot.start] not in lexicon.grammar["whose"]:
        return False
    head = line.heads[single.slot.after - 1]
    return not any(head is not None and other.slot.start <= head < other.slot.after for other in trials)


def _restated(scene: Scene, n_line: int, trials: Sequence[Trial], at: int) -> Draft | None:
    """Return a number that says again how many as a draft that takes the rest from the figure before it."""
    trial = trials[at]
    if trial.kind != "number" or trial.counted.is_named:
        return None
    compared = is_compared(scene.line, trial.slot)
    is_again = compared or is_said_before(scene.line, trial.slot, scene.grammar)
    if not is_again and not is_restated(scene.line, trial.slot, scene.slots[:at], scene.grammar):
        return None
    return Draft(
        line=scene.line, n_line=n_line, slot=trial.slot, quantity=trial.quantity, counted=trial.counted, governed=None,
        harm="other", unit="people", words="", is_restated=True, is_compared=compared,
    )  # fmt: skip


def _some_of_them(scene: Scene, n_line: int, trials: Sequence[Trial], at: int) -> Draft | None:
    """Return a number of those counted before of whom nothing else is told: "11 bodies, five of them ..."."""
    trial = trials[at]
    if trial.kind != "number" or not trial.counted.is_part or trial.counted.is_named:
        return None
    if at and trials[at - 1].counted.unit != "people":
        return None
    return Draft(
        line=scene.line, n_line=n_line, slot=trial.slot, quantity=trial.quantity, counted=trial.counted, governed=None,
        harm="other", unit="people", words="",
    )  # fmt: skip


def _trial(line: Line, text: str, quantity: Quantity, lexicon: Lexicon, states: frozenset[int]) -> Trial:
    start, end = line.inside(quantity.span)
    kind: TrialKind = "money" if text[: quantity.core.start].rstrip().endswith(_SIGNS) else "number"
    at = end
    if line.lower[at : at + 1] and line.lower[at] in lexicon.grammar["percent"]:
        kind, at = "percent", at + 1
    elif line.lower[at : at + 2] == ("per", "cent"):
        kind, at = "percent", at + 2
    if _is_pair(line, start, end):
        pair = Counted(start=end - 1, end=end, after=end, unit="people")
        two = replace(quantity, value=2, low=2, high=2, hedge="exact")
        return Trial(slot=Slot(start=start, end=end, after=end), quantity=two, counted=pair, kind=kind)
    counted = counted_at(line, at, lexicon.nouns, lexicon.grammar, states=states)
    if not counted.is_named and kind == "number":
        before = counted_before(line, start, lexicon, states, end=end)
        if before is not None:
            counted = replace(before, after=end)
    return Trial(
        slot=Slot(start=start, end=end, after=max(counted.after, at)), quantity=quantity, counted=counted, kind=kind
    )


def _is_pair(line: Line, start: int, end: int) -> bool:
    """Return whether "a couple" are two people: "killing a couple and their children", not "a couple of houses"."""
    is_couple = line.lower[start:end] == ("a", "couple")
    return is_couple and line.lower[end : end + 1] != ("of",) and line.upos(min(end, len(line.lower) - 1)) != "NOUN"


def _valued(line: Line, found: Unwritten) -> Trial:
    start, end, value, kind, counted = found
    span = line.span_of(start, end)
    quantity = Quantity(span=span, core=span, value=value, low=value, high=value, hedge="exact")
    return Trial(slot=Slot(start=start, end=end, after=counted.after), quantity=quantity, counted=counted, kind=kind)


def _inherit(scene: Scene, found: list[Governed | None]) -> None:
    """Give a number without a cue that of the one it is listed with: "killed five soldiers and two guards"."""
    for at in range(1, len(found)):
        before = found[at - 1]
        if found[at] is None and before is not None and _is_told_with(scene, at, before):
            found[at] = before
    for at in range(len(found) - 2, -1, -1):
        after = found[at + 1]
        if (
            found[at] is None
            and after is not None
            and not after.is_object
            and not _opens_as_whole(scene, at)
            and _joined(scene, at)
            and not _parts(scene, at)
            and not is_led_as_part(scene.line.lower, scene.slots[at].start)  # "31 dead, among them eight medics, and"
        ):
            found[at] = after


def _is_told_with(scene: Scene, at: int, before: Governed) -> bool:
    """Return whether the number in slot `at` is governed by what governs the one before it."""
    if _has_own_verb(scene, at):
        return False
    is_joined = _joined(scene, at - 1) and not _is_apart(scene, at, before)
    return (
        is_joined
        or is_bare_degree(scene.line, scene.slots[at])
        or _says_more(scene, at, before)
        or is_gapped(scene, at, before)
    )


def _is_apart(scene: Scene, at: int, before: Governed) -> bool:
    """Return whether the number before names the dead, and this one something else: "27 bodies and 14 rifles"."""
    slot, other = scene.slots[at], scene.slots[at - 1]
    is_inside = before.cue.kind == "noun" and other.end <= before.cue.start < other.after
    return is_inside and slot.after > slot.end


def _says_more(scene: Scene, at: int, before: Governed) -> bool:
    """Return whether it goes on with others of the same: "20 of the dead were boys and about 15 were girls"."""
    line, slot, other = scene.line, scene.slots[at], scene.slots[at - 1]
    is_of_those = other.start < before.cue.start < other.after
    is_led = line.lower[slot.start - 1] in ("and", ",") and line.lower[slot.end : slot.end + 1] in (("were",), ("are",))
    return is_of_those and is_led and not any(line.upos(n) == "VERB" for n in range(other.after, slot.start))


def _has_own_verb(scene: Scene, at: int) -> bool:
    """Return whether a verb that is no cue says what became of those counted: "305 maimed and 98 recruited"."""
    line, after = scene.line, scene.slots[at].after
    return after < len(line.words) and line.words[after].tag == "VBN" and line.upos(after) == "VERB"


def _parts(scene: Scene, at: int) -> bool:
    """Return whether what follows is told of some of them only: "145 drones, of which 64 were shot down"."""
    gap = scene.line.lower[scene.slots[at].after : scene.slots[at + 1].start]
    return "of" in gap and not {"which", "whom", "them"}.isdisjoint(gap)


def _joined(scene: Scene, at: int) -> bool:
    gap = scene.line.lower[scene.slots[at].after : scene.slots[at + 1].start]
    if gap in (("to",), ("from",)):  # "raised from 10 to 15"
        return not scene.slots[at].after - scene.slots[at].end
    return 0 < len(gap) <= 6 and all(scene.has("joiners", word) for word in gap)


def _labelled(scene: Scene, trial: Trial) -> Governed | None:
    """Find the cue in "the number of displaced families is 12": it stands where the counted words do."""
    if trial.counted.start >= trial.slot.start:
        return None
    for cue in scene.cues:
        if trial.counted.start - 1 <= cue.start and cue.end <= trial.slot.start:
            return Governed(harm=cue.harm, cue=cue, is_object=False)
    return None


def _draft(scene: Scene, n_line: int, text: str, trial: Trial, governed: Governed | None) -> Draft | None:
    line, harm = scene.line, harm_of(scene, trial, governed)
    unit = unit_of(trial, harm)
    harm = done_to_things(scene, trial, governed, harm)
    if unit is None or not is_kept(scene, trial, unit, harm, governed):
        return None
    counted = trial.counted
    words = line.span_of(counted.start, _words_end(counted, governed)).of(text) if counted.is_named else ""
    if not words and governed is not None and counted.start <= governed.cue.start < trial.slot.start:
        words = cue_words(line, governed.cue)  # "the number of dead is 12"
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


def _words_end(counted: Counted, governed: Governed | None) -> int:
    """Return where the counted words end: the noun of harm right after them belongs ("480 civilian deaths")."""
    if governed is not None and governed.cue.kind == "noun" and governed.cue.start == counted.end:
        return governed.cue.end
    return counted.end


def _with_sign(trial: Trial, text: str) -> Quantity:
    """Return the quantity, its span reaching over the sign of money right before it."""
    quantity = trial.quantity
    if trial.kind != "money" or quantity.span.start != quantity.core.start:
        return quantity
    start = quantity.span.start
    while start > 0 and not text[start - 1].isspace() and text[start - 1] not in "([-–—":
        start -= 1
    return replace(quantity, span=Span(start, quantity.span.end))


def cue_words(line: Line, cue: Cue) -> str:
    """Return the words of a cue as they stand in the line."""
    return " ".join(word.text for word in line.words[cue.start : cue.end])
