"""Scores event coding on the PLOVER gold standard records: one sentence, one event, who did it to whom.

`category`: the record's main event (see `main_event`) carries the gold PLOVER event. The gold's names are those
of 2016: FIGHT is ASSAULT, DEMAND is REQUEST, DISAPPROVE and INVESTIGATE are ACCUSE, and release and access are
CONCEDE or RETREAT alike. `category_any`: some event of the sentence carries it. `parties`: of the gold's source and
target slots that are filled, those where each gold party shares a word with a party told in that role by the
main event or by the event of the gold's category (a pronoun stands for its actor's name); a target may be affected,
a target, a beneficiary or a destination.
"""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from onrecord.model.actor import Actor
from onrecord.model.claim import Party
from onrecord.model.event import Event
from onrecord.model.ids import ActorId
from onrecord.scoring.score import Score

EventReader = Callable[[str], tuple[Sequence[Event], Sequence[Actor]]]
"""Reads the events of one sentence and the actors they name."""

_NOW = {"FIGHT": "ASSAULT", "DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE"}
_ALIKE = ({"CONCEDE", "RETREAT"},)
_RECIPIENTS = {"target", "beneficiary", "destination"}
_EMPTY = {"the", "of", "a", "an", "and", "in", "on", "to", "for", "'s", "s", "with", "from", "by", "at"}


def plover_scores(path: Path, read: EventReader, *, fast: bool = False) -> tuple[Score, ...]:
    """Return the scores on the records of `path`; every fourth record only when `fast`."""
    records = json.loads(path.read_text(encoding="utf-8"))[:: 4 if fast else 1]
    rows = [(record, *read(record["text"])) for record in records]
    main = [_is_category(record, main_event(events)) for record, events, _ in rows]
    some = [any(_is_category(record, event) for event in events) for record, events, _ in rows]
    slots = [right for record, events, actors in rows for right in _slots(record, events, actors)]
    return (
        _score("events.plover.category", main, target=65.0),
        _score("events.plover.category_any", some),
        _score("events.plover.parties", slots, target=70.0),
    )


def main_event(events: Sequence[Event]) -> Event | None:
    """Return the event a sentence is about: the first that is no history and has a PLOVER code."""
    coded = [event for event in events if event.plover is not None]
    news = [event for event in coded if not event.background]
    return next(iter(news or coded), None)


def category(record: dict[str, Any]) -> str:
    """Return the record's event under its name of today."""
    return _NOW.get(record["event"], str(record["event"]))


def _is_category(record: dict[str, Any], event: Event | None) -> bool:
    if event is None or event.plover is None:
        return False
    gold, given = category(record), event.plover.event
    return gold == given or any({gold, given} <= alike for alike in _ALIKE)


def _slots(record: dict[str, Any], events: Sequence[Event], actors: Sequence[Actor]) -> Iterable[bool]:
    """Give for each filled party slot of the gold whether all its parties are found."""
    right = [event for event in events if _is_category(record, event)]
    chosen = right[0] if right else main_event(events)
    sources, targets = _texts(record.get("source")), _texts(record.get("target"))
    names = {actor.id: actor.name for actor in actors}
    acting = [] if chosen is None else [_named(part, names) for part in chosen.acting]
    hit = [] if chosen is None else [_named(part, names) for part in chosen.affected]
    if chosen is not None:
        hit += [_named(other.part, names) for other in chosen.others if other.role in _RECIPIENTS]
    if sources:
        yield all(_shares(gold, acting) for gold in sources)
    if targets:
        yield all(_shares(gold, hit) for gold in targets)


def _named(party: Party, names: dict[ActorId, str]) -> str:
    return party.words if party.actor is None else f"{party.words} {names[party.actor]}"


def _texts(actors: Any) -> list[str]:
    return [actor["actorText"] for actor in actors if isinstance(actor, dict)] if isinstance(actors, list) else []


def _words(text: str) -> set[str]:
    return set(re.findall(r"[\w.-]+", text.lower())) - _EMPTY


def _shares(gold: str, given: Iterable[str]) -> bool:
    return any(_words(gold) & _words(words) for words in given)


def _score(name: str, outcomes: Sequence[bool], *, target: float | None = None) -> Score:
    value = 100 * sum(outcomes) / len(outcomes) if outcomes else 0.0
    return Score(name=name, value=value, n=len(outcomes), anchor="no system published", target=target)
