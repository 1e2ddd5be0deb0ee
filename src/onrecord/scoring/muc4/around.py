"""Parts that an incident's sentences name where its events leave them out: who acted, and whom it hit."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from onrecord.model.actor import Actor
from onrecord.model.claim import Party
from onrecord.model.event import Event
from onrecord.model.record import Record
from onrecord.model.span import Span
from onrecord.scoring.muc4.fills import Target, is_name, is_person_word, wording
from onrecord.scoring.muc4.text import has_any, sentence_around

_NEAR = 90
_FUNCTION = re.compile(
    r"^(?:and|or|that|for|by|of|to|from|with|against|how|were|was|where|when|which|after|before)\s+", re.I
)
_NO_DOER = ("people", "persons", "group")


def _sentences(events: Sequence[Event], record: Record) -> Iterator[tuple[int, str]]:
    """Give the sentences of the events, each once, with where they start."""
    seen: set[int] = set()
    for event in events:
        sentence = sentence_around(record, event.span.start, event.span.end)
        start = record.report.text.find(sentence)
        if start not in seen:
            seen.add(start)
            yield start, sentence


def nearby_individuals(events: Sequence[Event], record: Record, table: Mapping[str, Any]) -> dict[str, str]:
    """Return those whom the sentences say it was done "by", as written."""
    words = "|".join(re.escape(str(word)) for word in table["doers"])
    pattern = re.compile(rf"\bby\s+((?:[\w-]+\s+){{0,4}}?(?:{words}))\b", re.I)
    found = (match for _, sentence in _sentences(events, record) for match in pattern.finditer(sentence))
    by = {wording(match[1]).upper(): wording(match[1]) for match in found}
    return by or _named_doers(events, record, words)


def _named_doers(events: Sequence[Event], record: Record, words: str) -> dict[str, str]:
    """Return the first of those who do such things whom the sentences name and do not count among the victims."""
    pattern = re.compile(rf"\b((?:[\w-]+\s+)?(?:{words}))\b", re.I)
    hit = " ".join(party.words for event in events for party in event.affected).upper()
    for _, sentence in _sentences(events, record):
        for match in pattern.finditer(sentence):
            doer = wording(_FUNCTION.sub("", match[1]))
            if doer.upper() not in hit and not has_any(doer, _NO_DOER):
                return {doer.upper(): doer}
    return {}


def nearby_groups(events: Sequence[Event], record: Record) -> dict[str, str]:
    """Return the armed groups by name that the sentences mention."""
    found: dict[str, str] = {}
    for start, sentence in _sentences(events, record):
        for actor, _ in _mentioned(record, start, sentence):
            last = (wording(actor.name).split() or [""])[-1]
            if actor.kind == "armed_group" and not is_person_word(last):
                found.setdefault(actor.name.upper(), wording(actor.name))
    return found


def _mentioned(record: Record, start: int, sentence: str) -> Iterator[tuple[Actor, Span]]:
    for actor in record.actors:
        for mention in actor.mentions:
            if start <= mention.start and mention.end <= start + len(sentence):
                yield actor, mention


def nearby_people(
    events: Sequence[Event], record: Record, found: Sequence[Target], table: Mapping[str, Any]
) -> list[Target]:
    """Return the named people whom the sentences name and nobody makes speak, where no victim is named yet."""
    if any(target.name for target in found):
        return []
    speaking = {speaker.actor for claim in record.claims for speaker in claim.speakers}
    made: dict[str, Target] = {}
    for event in events:
        sentence = sentence_around(record, event.span.start, event.span.end)
        start = record.report.text.find(sentence)
        for actor, mention in _mentioned(record, start, sentence):
            acts = {party.actor for party in event.acting}
            if not is_name(actor) or actor.id in speaking or actor.id in acts or len(actor.name.split()) < 2:
                continue
            near = min(abs(mention.start - event.span.end), abs(event.span.start - mention.end))
            if near > _NEAR or not has_any(sentence, [*table["death"], *table["injury"], *table["taken"]]):
                continue
            words = mention.of(record.report.text)
            party = Party(actor=actor.id, span=mention, words=words)
            made.setdefault(
                actor.id, Target(words=wording(words), name=actor.name, number="1", party=party, event=event)
            )
    return list(made.values())[:3]
