"""Ties two tellings of one happening in one report: "the attack" goes back to the bombing told before."""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.model.event import Event
from onrecord.model.ids import EventId
from onrecord.model.place import Place
from onrecord.model.report import Passage
from onrecord.model.when import When
from onrecord.stages.code.inflect import base_forms
from onrecord.stages.code.lexicon import Lexicon

_SINGLE_WORDS = {"support", "need"}
_ONE_BY_ONE = {"attack", "air_strike", "shelling", "explosion", "armed_clash"}  # many of them on one day
_OF_FIGHTERS = {"neutralise", "neutralize", "eliminate", "liquidate"}
_GENERAL = {"attack", "incident", "killing", "action"}
_VAGUE = (
    "country",
    "region",
    "province",
    "unknown",
)  # kinds that an unresolved name may be and hold a place told later
_BY_THEN = 3  # days: told on Wednesday, in a headline say, of what was done by then
_LEAD = 3  # passages after a headline in which its story is told


def tie(
    events: Sequence[Event],
    lexicon: Lexicon,
    *,
    definite: frozenset[EventId],
    recalled: frozenset[EventId] = frozenset(),
    of_day: frozenset[EventId] = frozenset(),
    passages: Sequence[Passage],
    places: Sequence[Place] = (),
) -> tuple[Event, ...]:
    """Return `events` with `same_as` filled: the first telling stands, later ones point to it.

    Args:
        events: The events in order of the text.
        lexicon: Says which types may be one happening.
        definite: Ids of events named with a definite word ("the attack").
        recalled: Ids of those of which only the time or place is told ("the attack took place in").
        of_day: Ids of events named by their day ("Wednesday's attack").
        passages: Where paragraphs end.
        places: What lies within what: an attack in a town is one in its province.
    """
    ties = _Ties(lexicon, passages, places, recalled)
    done: list[Event] = []
    for event in events:
        first = ties.first_telling(event, done, definite=event.id in definite)
        if first is None and event.id in definite | of_day:
            first = ties.of_its_day(event, done)
        if first is None:
            done.append(event)
            continue
        root = first.same_as or first.id
        if event.id in of_day and _is_firm(event) and _is_undated(first) and event.when is not None:
            dated = replace(event.when, basis="context")  # "killed 43, it said on Monday ... Sunday's strike"
            done = [
                replace(told, when=dated) if root in (told.id, told.same_as) and _is_undated(told) else told
                for told in done
            ]
        when = _when_told(event, first)
        done.append(replace(event, same_as=root, when=when))
    return tuple(done)


def _when_told(event: Event, first: Event) -> When | None:
    """Return the time of a later telling: that of the first where its own is only the report's day."""
    if not _is_of_report(event) or first.when is None or first.when.approximate or event.modality != "asserted":
        return event.when
    return replace(first.when, basis="context")


class _Ties:
    """Says which events of one report tell one happening."""

    def __init__(
        self, lexicon: Lexicon, passages: Sequence[Passage], places: Sequence[Place], recalled: frozenset[EventId]
    ) -> None:
        self._recalled = recalled
        self._bodies = frozenset(lexicon.signs["bodies"])
        self._vague = {place.id for place in places if place.lat is None and place.kind in _VAGUE}
        self._lexicon = lexicon
        self._passages = passages
        self._countries = {place.id for place in places if place.kind == "country"}
        self._within = {place.id: frozenset(place.within) for place in places}

    def first_telling(self, event: Event, done: Sequence[Event], *, definite: bool) -> Event | None:
        """Return the last event of `done` that tells what `event` tells."""
        told = {other.same_as for other in done}
        nearest = list(reversed(done))
        if definite:
            nearest.sort(key=lambda other: not _word(event) & _word(other))  # the nearest of its own word first
        alike = [other for other in nearest if self._are_compatible(event, other, definite)]
        for other in alike:
            is_lead = other.id not in told and self._is_its_lead(event, other)
            if is_lead or self._is_told_again(event, other, definite):
                return other
        return None

    def of_its_day(self, event: Event, done: Sequence[Event]) -> Event | None:
        """Return the one event of its day that "Wednesday's attack" may go back to from any distance."""
        alike = [other for other in done if self._are_compatible(event, other, definite=True)]
        found = [o for o in alike if _same_firm_day(event, o) and self._is_named_again(event, o, same_word=False)]
        if not found:  # one that the report dates by nothing but its own day
            found = [o for o in alike if _is_undated(o) and o.modality == "asserted" and _word(event) & _word(o)]
        return found[0] if len({other.same_as or other.id for other in found}) == 1 else None

    def _is_its_lead(self, event: Event, other: Event) -> bool:
        """Return whether the headline `other` heads what `event` tells first; several attacks in one head none."""
        at = self._passage(other)
        if self._passages[at].kind != "headline" or not 0 < self._passage(event) - at <= _LEAD:
            return False
        if event.modality != other.modality or (other.type in _ONE_BY_ONE and other.words.lower().endswith("s")):
            return False
        if self._share_place(event, other, fine=True):
            return True
        hit, told = _targets(event), _targets(other)
        is_alike = event.type == other.type or bool(_word(event) & _word(other))
        return (
            is_alike
            and bool(_actor_ids(event.acting) & _actor_ids(other.acting))
            and (not hit or not told or bool(hit & told))
        )

    def _are_compatible(self, event: Event, other: Event, definite: bool) -> bool:
        if event.type != other.type and not _narrows(event, other, self._lexicon):
            return False
        if (event.modality in {"asserted", "negated"}) != (other.modality in {"asserted", "negated"}):
            return False
        if event.stage != other.stage or event.type in _SINGLE_WORDS:
            return False
        if "abduction" in (event.type, other.type) and (_word(event) | _word(other)) & self._bodies:
            return False
        is_told_where = event.id in self._recalled and self._vague.issuperset(other.where)
        if event.where and other.where and not is_told_where and not self._share_place(event, other):
            return False
        if definite and other.when is not None and other.when.start is not None and other.when.end is None:
            return False  # "the attack" is not what has been going on since 2016
        contested = definite and _is_contested(event)
        is_undated = (
            definite and _is_of_report(event) and not _is_of_report(other)
        )  # "the attack", on no day of its own
        return (is_undated or _days_agree(event, other)) and _parties_agree(event, other, contested)

    def _share_place(self, event: Event, other: Event, *, fine: bool = False) -> bool:
        """Return whether both are told at one place, or at one that lies in the other; no country where `fine`."""
        return any(
            left == right
            or (left in self._within.get(right, ()) and not (fine and left in self._countries))
            or (right in self._within.get(left, ()) and not (fine and right in self._countries))
            for left in event.where
            for right in other.where
        )

    def _is_told_again(self, event: Event, other: Event, definite: bool) -> bool:
        """Return whether enough speaks for one happening: the same word or a definite one, and shared facts."""
        same_word = bool(_word(event) & _word(other))
        acting = bool(_actor_ids(event.acting) & _actor_ids(other.acting))
        affected = bool(_actor_ids(event.affected) & _actor_ids(other.affected)) or _same_words(event, other)
        place, day = self._share_place(event, other, fine=True), _same_firm_day(event, other)
        is_stated = all(e.when is not None and e.when.basis != "report" for e in (event, other))
        shared = sum((acting, affected, place, day and is_stated))
        contested = _is_contested(event)
        apart = self._passage(event) - self._passage(other)
        near = apart <= (4 if contested else 2)
        if definite and near and self._is_named_again(event, other, same_word):
            return (
                event.id in self._recalled
                or shared >= 1
                or not (event.where or (event.acting and not contested) or event.affected)
            )
        if event.background and other.background and day:
            return True  # "the October 7 attack", named again
        if acting and event.type == "talks" and event.words.lower() in {"visit", "trip", "tour", "stopover"}:
            return True
        if contested and near and event.type == other.type and _targets(event) & _targets(other):
            return True  # "accused the army of shelling the market"
        if event.type in _ONE_BY_ONE:
            return shared >= (2 if same_word and (place or affected) else 3)
        return shared >= (2 if same_word else 3) or (acting and affected and same_word)

    def _is_named_again(self, event: Event, other: Event, same_word: bool) -> bool:
        if event.type != other.type and (_targets(event) or event.affected):
            return False  # "the bombardment of Aleppo" is told anew
        if _word(other) & _OF_FIGHTERS and not same_word:
            return False  # "the massacre" is not of the 30 that an army says it neutralised
        is_narrower = event.type in self._lexicon.narrower.get(other.type, ())
        return same_word or event.type == other.type or is_narrower or event.words.lower() in _GENERAL

    def _passage(self, event: Event) -> int:
        for number, passage in enumerate(self._passages):
            if passage.span.covers(event.span):
                return number
        return -1


def _word(event: Event) -> frozenset[str]:
    return base_forms(event.words.lower().split()[-1])


def _is_contested(event: Event) -> bool:
    return any(charge.basis != "reported" for charge in event.responsibility)


def _narrows(event: Event, other: Event, lexicon: Lexicon) -> bool:
    wider = lexicon.narrower
    return event.type in wider.get(other.type, ()) or other.type in wider.get(event.type, ())


def _is_firm(event: Event) -> bool:
    return event.when is not None and not event.when.approximate


def _is_of_report(event: Event) -> bool:
    """Return whether nothing but the report's own day dates the event."""
    return event.when is None or (event.when.basis == "report" and event.when.approximate)


def _is_undated(event: Event) -> bool:
    """Return whether nothing dates the event but the day of the report, or that on which somebody tells of it."""
    return _is_of_report(event) or (event.when is not None and event.when.approximate and event.when.basis == "context")


def _days_agree(event: Event, other: Event) -> bool:
    left, right = event.when, other.when
    if left is None or right is None:
        return True
    if left.start is None or right.start is None:
        of_unknown_years = {when.timex.value for when in (left, right) if when.timex.value.startswith("XXXX-")}
        return len(of_unknown_years) < 2  # "on Dec. 6th" and "on Dec. 7th" of whatever year
    if left.start[:10] == right.start[:10]:
        return True
    covers = (left.start or "") <= right.start and (right.end or "") <= (left.end or "")
    covered = (right.start or "") <= left.start and (left.end or "") <= (right.end or "")
    apart = _day(left.start) - _day(right.start)
    is_by_then = (left.approximate and 0 <= apart <= _BY_THEN) or (right.approximate and 0 <= -apart <= _BY_THEN)
    return (covers or covered) or is_by_then or (not (_is_firm(event) and _is_firm(other)) and abs(apart) <= 1)


def _day(start: str) -> int:
    year, month, day = ([*start[:10].split("-"), "1", "1"])[:3]
    return int(year) * 372 + int(month) * 31 + int(day) if year.isdigit() and month.isdigit() and day.isdigit() else 0


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
