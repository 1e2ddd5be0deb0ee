"""What a number counts for the record: the harm, the unit, and whether it counts anything that is kept."""

from onrecord.model.figure import Harm, Unit
from onrecord.stages.count.cues import Cue
from onrecord.stages.count.scene import Governed, Scene
from onrecord.stages.count.trial import Trial
from onrecord.stages.count.whom import Counted

_THING_HARMS = frozenset(("damaged", "destroyed"))
_HELD_OR_FREED = frozenset(("held", "detained", "released", "displaced"))
_LIFELESS = ("vehicles", "buildings", "places", "things")
_SOON = 4
UNITS: dict[str, Unit] = {
    "people": "people",
    "households": "households",
    "buildings": "buildings",
    "vehicles": "vehicles",
    "money": "money",
    "measures": "other",
    "things": "other",
    "places": "other",
}


def harm_of(scene: Scene, trial: Trial, governed: Governed | None) -> Harm:
    """Return what the words say happened to those counted."""
    if _are_known_as(scene, trial.counted, governed):
        return "other"
    if governed is not None:
        if governed.harm == "displaced" and _runs_away(scene, trial.counted, governed.cue):
            return "other"
        if governed.harm in ("displaced", "detained") and _are_patients(scene, trial.counted):
            return "hospitalised"  # "evacuated 12 wounded people by air"
        if governed.harm == "missing" and _is_found(scene, governed.cue):
            return "other"
        if governed.harm in _HELD_OR_FREED and "dead" in trial.counted.marks:
            return "killed"  # "handed over 12 bodies"
        is_of_people = trial.kind != "money" and trial.counted.unit != "measures"
        return governed.harm if is_of_people or governed.harm not in _HELD_OR_FREED else "other"
    marks = trial.counted.marks
    if "displaced" in marks:
        return "displaced"
    if trial.kind == "number" and "captive" in marks:
        is_away = any(scene.has("escaping", word) for word in scene.line.lower[trial.slot.after : trial.slot.after + 2])
        return "other" if is_away else "held"
    return "killed" if trial.kind == "number" and "dead" in marks else "other"


def done_to_things(scene: Scene, trial: Trial, governed: Governed | None, harm: Harm) -> Harm:
    """Return what a harm of people is to things: "lost 51 men and 7 tanks", "the strike hit two lorries"."""
    if trial.kind in ("money", "percent") or trial.counted.unit not in _LIFELESS:
        return harm
    is_losing = governed is not None and scene.has("losing", scene.line.lower[governed.cue.start])
    if is_losing and trial.counted.unit == "places":
        return "other"  # "retook two of the villages lost in May"
    if harm in ("killed", "injured") and "animals" not in trial.counted.marks:
        return "destroyed"
    if harm != "affected":
        return harm
    is_lost = governed is not None and scene.has("losses", scene.line.lower[governed.cue.end - 1])
    return "destroyed" if is_lost else "damaged"


def _are_known_as(scene: Scene, counted: Counted, governed: Governed | None) -> bool:
    """Return whether a verb only says who some of those counted before were: "six of them were displaced people"."""
    if not (counted.is_part and counted.is_named and scene.line.lower[counted.start - 1] in ("were", "are", "was")):
        return False
    return governed is None or counted.start <= governed.cue.start < counted.end


def _is_found(scene: Scene, cue: Cue) -> bool:
    """Return whether those missing are so no more: "several people listed as missing were found in Selm"."""
    after = scene.line.lower[cue.end : cue.end + _SOON]
    stop = next((at for at, word in enumerate(after) if scene.has("block", word) or word in ("not", "n't")), len(after))
    return any(scene.has("turned_up", word) for word in after[:stop])


def _runs_away(scene: Scene, counted: Counted, cue: Cue) -> bool:
    """Return whether those counted flee from what they did: "two gunmen fled on foot" displaces nobody."""
    flees = scene.has("fleeing", scene.line.lower[cue.start])
    return flees and (counted.status == "combatant" or scene.has("runaways", scene.line.lower[counted.end - 1]))


def _are_patients(scene: Scene, counted: Counted) -> bool:
    return any(scene.has("patients", word) for word in scene.line.lower[counted.start : counted.end])


def unit_of(trial: Trial, harm: Harm) -> Unit | None:
    """Return the unit that the number counts in, `None` where it counts nothing that is kept."""
    if trial.kind == "percent":
        return "percent"
    if trial.kind == "money":
        return "money"
    if trial.counted.unit == "never":
        return None
    if trial.counted.unit is not None:
        return UNITS[trial.counted.unit]
    if harm == "other":
        return None
    return "other" if harm in _THING_HARMS else "people"


def is_kept(scene: Scene, trial: Trial, unit: Unit, harm: Harm, governed: Governed | None) -> bool:
    """Return whether the number counts something that a record keeps."""
    if trial.kind in ("zero", "implied"):
        near = governed is not None and (governed.is_near or governed.is_listed or trial.kind == "zero")
        names_harm = governed is not None and governed.cue.kind == "noun"
        if trial.kind == "zero" and trial.counted.is_named and trial.counted.unit is None and not names_harm:
            return False  # "no list had been handed over"
        if trial.kind == "zero" and not trial.counted.is_named and names_harm:
            return False  # "no one was charged in her death"
        return near and unit in ("people", "households") and harm != "other"
    if _is_one_death(trial, governed):
        return False
    if unit in ("percent", "money"):
        return True
    if unit in ("buildings", "vehicles"):
        return governed is not None and harm in _THING_HARMS | {"displaced", "held", "affected"}
    if unit == "other":
        if trial.counted.unit == "places":
            if scene.has("within", scene.line.lower[max(0, trial.slot.start - 1)]):
                return False  # "burned 600 homes in six villages"
            return governed is not None and harm in _THING_HARMS
        return trial.counted.unit == "measures" or (governed is not None and harm in _THING_HARMS | {"killed", "held"})
    if trial.quantity.value == 1 and (harm == "other" or not (trial.counted.is_named or _is_close(governed))):
        return False
    if trial.counted.is_named and trial.counted.unit is None and not _is_close(governed):
        return False  # "three outstanding warrants": nothing says that these are people
    return trial.counted.is_named or governed is not None


def _is_one_death(trial: Trial, governed: Governed | None) -> bool:
    """Return whether the harm is named once for a number of more: "the Cloud 9 shooting death" counts nobody."""
    if (
        governed is None
        or governed.cue.kind != "noun"
        or governed.cue.end != trial.slot.after
        or trial.kind != "number"
    ):
        return False
    is_many = trial.quantity.value is not None and trial.quantity.value > 1
    return is_many and governed.cue.start >= trial.slot.end and not governed.is_many


def _is_close(governed: Governed | None) -> bool:
    return governed is not None and governed.is_near and not governed.cue.is_late
