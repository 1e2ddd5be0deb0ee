"""The harm that a cue tells of those it governs, with those of the cues joined to it."""

from onrecord.model.figure import Harm
from onrecord.stages.count.cues import Cue
from onrecord.stages.count.scene import Governed, Scene


def found_by(scene: Scene, cue: Cue, *, is_object: bool, is_near: bool = True, is_listed: bool = False) -> Governed:
    """Return what `cue` tells of a number: its harm, with those of the cues joined to it."""
    return Governed(
        harm=_merged(scene, cue), cue=cue, is_object=is_object, is_near=is_near, is_listed=is_listed,
        is_many=scene.line.lower[cue.end - 1].endswith("s"),
    )  # fmt: skip


def _merged(scene: Scene, cue: Cue) -> Harm:
    """Return the harm of `cue` and of those joined to it: "killed and wounded" under one number is `affected`."""
    lower = scene.line.lower
    joints = ("and", "or", "/", "and/or")
    harms = {cue.harm}
    for other in scene.cues:
        has_own = any(slot.start == other.end for slot in scene.slots) or scene.all_in(
            "objects", other.end, other.end + 1
        )
        if other.start == cue.end + 1 and lower[cue.end] in joints and (cue.kind != "state" or not has_own):
            harms.add(other.harm)  # not so in "left three dead and wounded another"
        has_counted = other.kind == "state" and any(slot.after == other.start for slot in scene.slots)
        is_apart = has_counted and any(slot.start == cue.end for slot in scene.slots)
        if other.end + 1 == cue.start and lower[other.end] in joints and not is_apart:
            harms.add(other.harm)
    rest = harms - {"affected"}
    if len(rest) <= 1:
        return next(iter(rest), cue.harm)
    if rest == {"damaged", "destroyed"}:
        return "damaged"
    return "affected" if rest <= {"killed", "injured", "missing", "hospitalised"} else cue.harm
