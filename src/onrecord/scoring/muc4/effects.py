"""What the incident did to whom and to what, and whose citizens they were."""

from collections.abc import Mapping, Sequence
from typing import Any

from onrecord.model.record import Record
from onrecord.scoring.muc4.fills import Target
from onrecord.scoring.muc4.incident import Incident
from onrecord.scoring.muc4.text import has_any, sentence_around
from onrecord.vocab.load import load_table


def human_effect(target: Target, record: Record, table: Mapping[str, Any], incident: Incident) -> str | None:
    """Return what became of a person or group; `None` where the words do not say."""
    figure = next(
        (f for f in record.figures if f.span.overlaps(target.party.span) or target.party.span.covers(f.span)), None
    )
    if figure is not None and figure.harm in ("killed", "injured"):
        return "DEATH" if figure.harm == "killed" else "INJURY"
    sentence = sentence_around(record, target.party.span.start, target.party.span.end)
    if incident.kind == "KIDNAPPING":
        return _fate_of_captive(target, incident, sentence, table)
    if target.event.stage in ("attempted", "foiled", "threatened"):
        return "NO INJURY OR DEATH"
    if target.event.type == "attack" and not has_any(sentence, table["injury"]) and has_any(sentence, table["death"]):
        return "DEATH"
    if has_any(sentence, table["unhurt"]):
        return "NO INJURY OR DEATH"
    nearest = _nearest(sentence, target.words, {"DEATH": table["death"], "INJURY": table["injury"]})
    return nearest or ("DEATH" if target.event.type in ("assassination", "attack") else None)


def _fate_of_captive(target: Target, incident: Incident, sentence: str, table: Mapping[str, Any]) -> str | None:
    if has_any(sentence, table["freed"]):
        return "REGAINED FREEDOM"
    killed = [e for e in incident.events if e.type in ("attack", "assassination") and has_any(e.words, table["death"])]
    return "DEATH" if killed and (target.name or target.event in killed) else None


def _nearest(sentence: str, words: str, kinds: Mapping[str, Sequence[str]]) -> str | None:
    """Return the effect whose words stand nearest to `words` in the sentence."""
    lower = " ".join(sentence.lower().split())
    at = lower.find(words.lower())
    found = []
    for effect, listed in kinds.items():
        for item in listed:
            start = lower.find(str(item))
            while start >= 0:
                found.append((abs(start - at), effect))
                start = lower.find(str(item), start + 1)
    return min(found)[1] if found else None


def physical_effect(target: Target, record: Record, table: Mapping[str, Any]) -> str | None:
    """Return what became of a thing; `None` where the words do not say."""
    sentence = sentence_around(record, target.party.span.start, target.party.span.end)
    if has_any(sentence, table["undamaged"]):
        return "NO DAMAGE"
    if has_any(sentence, table["destroyed"]):
        return "DESTROYED"
    return "SOME DAMAGE" if has_any(sentence, table["damaged"]) else None


def foreign_nation(words: str, table: Mapping[str, Any], *, country: str) -> str | None:
    """Return the nation that `words` name as whose a target is, `None` for the country of the incident itself."""
    demonyms = load_table("demonyms")
    for code, name in table["nations"].items():
        row = demonyms.get(code) or {}
        known = [word for key in ("adjectives", "people", "names") for word in row.get(key, ())]
        known += table["of_nation"].get(code, ())
        if has_any(words, [str(word).lower() for word in known]):
            return None if code == country else str(name)
    return None
