"""The harm that a cue tells of those it governs, with those of the cues joined to it."""

from onrecord.model.figure import Harm
from onrecord.stages.count.cues import Cue
from onrecord.stages.count.scene import Governed, Scene

_JOINTS = ("and", "or", "/", "and/or")
_HURT: set[Harm] = {"killed", "injured", "missing", "hospitalised"}
_TAKEN: set[Harm] = {"held", "detained", "displaced"}


def found_by(scene: Scene, cue: Cue, *, is_object: bool, is_near: bool = True, is_listed: bool = False) -> Governed:
    """Return what `cue` tells of a number: its harm, with those of the cues joined to it."""
    return Governed(
        harm=_merged(scene, cue), cue=cue, is_object=is_object, is_near=is_near, is_listed=is_listed,
        is_many=scene.line.lower[cue.end - 1].endswith("s"),
    )  # fmt: skip


def _merged(scene: Scene, cue: Cue) -> Harm:
    """Return the harm of `cue` and of those joined to it: "killed and wounded" under one number is `affected`."""
    joined = sorted((cue, *_after(scene, cue), *_before(scene, cue)), key=lambda other: other.start)
    harms = {other.harm for other in joined}
    rest = harms - {"affected"}
    if len(rest) <= 1:
        return next(iter(rest), cue.harm)
    if rest == {"damaged", "destroyed"}:
        return "damaged"
    if rest <= _HURT:
        return "affected"
    is_either = "or" in scene.line.lower[joined[0].end : joined[-1].start]
    if not rest <= _HURT | _TAKEN or not (is_either or "killed" in rest):
        return cue.harm
    return "killed" if not is_either and joined[-1].harm == "killed" else "affected"  # "abducted and killed"


def _after(scene: Scene, cue: Cue) -> list[Cue]:
    """Return the cues that follow in "killed, wounded or captured"; not so in "left three dead and wounded another"."""
    found: list[Cue] = []
    end, joint = cue.end, ""
    while end < len(scene.line.lower) and scene.line.lower[end] in (*_JOINTS, ","):
        joint = scene.line.lower[end]
        following = [other for other in scene.cues if other.start == end + 1 and not _has_own(scene, cue, other)]
        if not following:
            break
        found += following
        end = following[-1].end
        if joint in _JOINTS:
            return found
    return []


def _has_own(scene: Scene, cue: Cue, other: Cue) -> bool:
    is_own = any(slot.start == other.end for slot in scene.slots) or scene.all_in("objects", other.end, other.end + 1)
    return cue.kind == "state" and is_own


def _before(scene: Scene, cue: Cue) -> list[Cue]:
    """Return the cues right before in "killed and wounded"; not so in "12 dead and wounded 30"."""
    found: list[Cue] = []
    for other in scene.cues:
        has_counted = other.kind == "state" and any(slot.after == other.start for slot in scene.slots)
        is_apart = has_counted and any(slot.start == cue.end for slot in scene.slots)
        if other.end + 1 == cue.start and scene.line.lower[other.end] in _JOINTS and not is_apart:
            found.append(other)
    return found
