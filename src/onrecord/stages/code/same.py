"""Ties two tellings of one happening in one report: "the attack" goes back to the bombing told before."""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.model.event import Event
from onrecord.model.ids import EventId
from onrecord.model.report import Passage
from onrecord.stages.code.inflect import base_forms
from onrecord.stages.code.lexicon import Lexicon

_SINGLE_WORDS = {"support", "need"}


def tie(
    events: Sequence[Event], lexicon: Lexicon, *, definite: frozenset[EventId], passages: Sequence[Passage]
) -> tuple[Event, ...]:
    """Return `events` with `same_as` filled: the first telling stands, later ones point to it.

    Args:
        events: The events in order of the text.
        lexicon: Says which types may be one happening.
        definite: Ids of events named with a definite word ("the attack").
        passages: Where paragraphs end.
    """
    done: list[Event] = []
    for event in events:
        first = _first_telling(event, done, lexicon, definite=event.id in definite, passages=passages)
        done.append(event if first is None else replace(event, same_as=first.same_as or first.id))
    return tuple(done)


def _first_telling(
    event: Event, done: Sequence[Event], lexicon: Lexicon, *, definite: bool, passages: Sequence[Passage]
) -> Event | None:
    for other in reversed(done):
        if _are_compatible(event, other, lexicon, definite=definite) and _is_told_again(
            event, other, definite, passages
        ):
            return other
    return None


def _are_compatible(event: Event, other: Event, lexicon: Lexicon, *, definite: bool) -> bool:
    if event.type != other.type and not _narrows(event, other, lexicon):
        return False
    if (event.modality in {"asserted", "negated"}) != (other.modality in {"asserted", "negated"}):
        return False
    if event.stage != other.stage or event.type in _SINGLE_WORDS:
        return False
    contested = definite and any(charge.basis != "reported" for charge in event.responsibility)
    return _days_agree(event, other) and _places_agree(event, other) and _parties_agree(event, other, contested)


def _narrows(event: Event, other: Event, lexicon: Lexicon) -> bool:
    wider = lexicon.narrower
    return event.type in wider.get(other.type, ()) or other.type in wider.get(event.type, ())


def _is_firm(event: Event) -> bool:
    return event.when is not None and event.when.basis != "report" and not event.when.approximate


def _days_agree(event: Event, other: Event) -> bool:
    left, right = event.when, other.when
    if left is None or right is None or left.start is None or right.start is None:
        return True
    if left.start[:10] == right.start[:10]:
        return True
    covers = (left.start or "") <= right.start and (right.end or "") <= (left.end or "")
    covered = (right.start or "") <= left.start and (left.end or "") <= (right.end or "")
    return (covers or covered) or (
        not (_is_firm(event) and _is_firm(other)) and abs(_day(left.start) - _day(right.start)) <= 1
    )


def _day(start: str) -> int:
    year, month, day = ([*start[:10].split("-"), "1", "1"])[:3]
    return int(year) * 372 + int(month) * 31 + int(day) if year.isdigit() and month.isdigit() and day.isdigit() else 0


def _places_agree(event: Event, other: Event) -> bool:
    return not event.where or not other.where or bool(set(event.where) & set(other.where))


def _actor_ids(parties: Sequence[object]) -> set[str]:
    return {party.actor for party in parties if getattr(party, "actor", None) is not None}  # type: ignore[attr-defined] # Party


def _parties_agree(event: Event, other: Event, contested: bool) -> bool:
    """Return whether both tell of the same parties; who did "the attack" may be told differently."""
    acting = [] if contested else [(event.acting, other.acting)]
    for left, right in (*acting, (event.affected, other.affected)):
        mine, theirs = _actor_ids(left), _actor_ids(right)
        if mine and theirs and not mine & theirs:
            return False
    return True


def _is_told_again(event: Event, other: Event, definite: bool, passages: Sequence[Passage]) -> bool:
    """Return whether enough speaks for one happening: the same word or a definite one, and shared facts."""
    same_word = bool(base_forms(event.words.lower().split()[-1]) & base_forms(other.words.lower().split()[-1]))
    acting = bool(_actor_ids(event.acting) & _actor_ids(other.acting))
    affected = bool(_actor_ids(event.affected) & _actor_ids(other.affected)) or _same_words(event, other)
    place = bool(set(event.where) & set(other.where))
    day = _same_firm_day(event, other)
    shared = sum((acting, affected, place, day))
    contested = any(charge.basis != "reported" for charge in event.responsibility)
    near = _passage(event, passages) - _passage(other, passages) <= (4 if contested else 2)
    if (
        definite
        and near
        and (
            same_word or event.type == other.type or event.words.lower() in {"attack", "incident", "killing", "action"}
        )
    ):
        return shared >= 1 or not (event.where or (event.acting and not contested) or event.affected)
    if event.background and other.background and day:
        return True  # "the October 7 attack", named again
    if acting and event.type == "talks" and event.words.lower() in {"visit", "trip", "tour", "stopover"}:
        return True
    if contested and near and event.type == other.type and _targets(event) & _targets(other):
        return True  # "accused the army of shelling the market"
    if event.type in {"attack", "air_strike", "shelling", "explosion", "armed_clash"}:
        return shared >= (2 if same_word and (place or affected) else 3)
    return shared >= (2 if same_word else 3) or (acting and affected and same_word)


def _same_words(event: Event, other: Event) -> bool:
    left = {party.words.lower() for party in event.affected}
    return bool(left & {party.words.lower() for party in other.affected})


def _targets(event: Event) -> set[str]:
    """Return the head nouns of the things hit: `market` of "a market in Tellmere"."""
    phrases = [other.part.words.lower() for other in event.others if other.role == "target"]
    return {re.split(r"\s(?:in|of|on|at|near|outside)\s|,", phrase)[0].split()[-1] for phrase in phrases if phrase}


def _same_firm_day(event: Event, other: Event) -> bool:
    left, right = event.when, other.when
    if left is None or right is None or left.start is None or right.start is None:
        return False
    return _is_firm(event) and _is_firm(other) and left.start[:10] == right.start[:10]


def _passage(event: Event, passages: Sequence[Passage]) -> int:
    for number, passage in enumerate(passages):
        if passage.span.covers(event.span):
            return number
    return -1
