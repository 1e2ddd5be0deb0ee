"""What does one report tell, happening by happening?

A report of a shelling that also recalls last month's talks gives two accounts: the shelling, its
lead, with its place, day, dead and wounded; and the talks. Event rows tied by `same_as` are one account.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from onrecord.gazetteer.fold import fold
from onrecord.model.claim import Party
from onrecord.model.event import Event, EventCode
from onrecord.model.facts import Account, AccountFigure, AccountId, AccountParty, PlaceTraits
from onrecord.model.figure import Figure
from onrecord.model.ids import EventId, make_id
from onrecord.model.record import Record
from onrecord.model.span import Span
from onrecord.reconcile.apart import WIDE
from onrecord.reconcile.block import account_keys
from onrecord.reconcile.happenings import FINE, happenings, kin_of, own_day
from onrecord.reconcile.identity import traits_of
from onrecord.reconcile.scope import only_talked_of, scope_of
from onrecord.reconcile.sentences import sentence_of
from onrecord.reconcile.words import rare_terms, terms_of, words_in
from onrecord.vocab.load import load_table

_TOWNS = ("town", "neighbourhood", "camp", "facility", "district")


def accounts_of(record: Record) -> tuple[Account, ...]:
    """Return the accounts of `record`, its lead first, then in order of the text.

    Planned and called-for events are no happenings and give no account. A report whose events the
    reader did not know still has its lead: it is about something.
    """
    groups = happenings(record)
    lead = max(groups, key=lambda group: _weight(record, group), default=[])
    made = [_account(record, group, is_lead=group is lead) for group in groups if group is not lead]
    return (_account(record, lead, is_lead=True), *made)


def lead_events(record: Record) -> frozenset[EventId]:
    """Return the ids of the events of the happening that `record` is mainly about; none where it tells none."""
    lead = max(happenings(record), key=lambda group: _weight(record, group), default=[])
    return frozenset(key for event in lead for key in (event.id, event.same_as) if key is not None)


def _weight(record: Record, group: Sequence[Event]) -> float:
    """Return how much a report is about a happening: early, violent, counted and told often."""
    first = group[0]
    number = next((i for i, p in enumerate(record.passages) if p.span.covers(first.span)), len(record.passages))
    ids = {event.id for event in group}
    counted = any(figure.event in ids and figure.harm != "other" and figure.high != 0 for figure in record.figures)
    return (
        max(0.0, 5.0 - number)
        + 3.0 * (kin_of(first.type) == "violence")
        + 2.0 * counted
        + min(2.0, 0.5 * len(group))
        + 1.0 * any(event.affected for event in group)
        - 6.0 * all(event.background for event in group)
        - 0.5 * all(event.modality == "negated" for event in group)
    )


def _account(record: Record, group: Sequence[Event], *, is_lead: bool) -> Account:
    ids = {event.id for event in group}
    text, leaving = _text(record, group, is_lead=is_lead), _common_words(record)
    start, end, is_dated = _days(record, group, is_lead=is_lead)
    places, named_places = _places(record, group, is_lead=is_lead)
    account = Account(
        id=AccountId(make_id("acc", record.report.id, *sorted(ids)[:1])),
        report=record.report.id,
        keys=(),
        published=_published(record),
        events=tuple(event.id for event in group),
        figures=tuple(_figures(record, group, is_lead=is_lead)),
        type=_type(group),
        kin=kin_of(_type(group)) if group else "violence",
        types=tuple(sorted({event.type for event in group})),
        start=start,
        end=end,
        is_dated=is_dated,
        places=places,
        named_places=named_places,
        acting=_parties(record, (party for event in group for party in event.acting)),
        affected=_parties(record, (party for event in group for party in event.affected)),
        names=_names(record, group, is_lead=is_lead),
        terms=terms_of(text, leaving=leaving),
        rare=rare_terms(text, leaving=leaving),
        is_lead=is_lead,
        is_background=bool(group) and all(event.background for event in group),
        is_negated=bool(group) and all(event.modality == "negated" for event in group),
    )
    return replace(account, keys=account_keys(account))


def _type(group: Sequence[Event]) -> EventCode:
    """Return the type of a happening: the first that is of a special kind and no outcome, else the first at all."""
    table = load_table("reconcile")
    special = [event.type for event in group if event.type not in (*table["vague"], *table["outcomes"])]
    plain = [event.type for event in group if event.type not in table["outcomes"]]
    return next(iter([*special, *plain, *(event.type for event in group)]), EventCode("unknown"))


def _common_words(record: Record) -> frozenset[str]:
    """Return the words that name the sides, the speakers in office, the outlet and the wide places.

    Reports of one war share them from first to last: they tell the war, not the happening.
    """
    names = [actor.name for actor in record.actors if actor.kind != "person" or actor.roles]
    names += [place.name for place in record.places if place.kind in ("country", "region", "province")]
    return words_in(" ".join([*names, record.report.outlet or ""]))


def _published(record: Record) -> str | None:
    when = record.report.published
    return None if when is None or when.start is None else when.start[:10]


def _days(record: Record, group: Sequence[Event], *, is_lead: bool) -> tuple[str | None, str | None, bool]:
    """Return the first and last day of a happening and whether the words themselves date it."""
    votes: Counter[tuple[str, str]] = Counter()
    violent = [event for event in record.events if kin_of(event.type) == "violence" and not event.background]
    is_violent = is_lead and (not group or kin_of(group[0].type) == "violence")
    for number, event in enumerate(violent if is_violent else group):
        when = event.when
        if when is None or when.span is None or when.start is None or when.end is None or when.precision not in FINE:
            continue
        weight = 10 // (number + 2) + (event in group) * 3
        votes[when.start[:10], _last_day(when.start, when.end)] += weight if own_day(record, event) is not None else 1
    published = _published(record)
    told = {days: n for days, n in votes.items() if published is None or days[0] <= published}
    if told:
        start, end = max(told, key=lambda days: (told[days], days))
        return start, end, True
    if is_violent:
        for when in record.times:
            fine = when.precision in FINE and when.start is not None and when.end is not None
            if fine and when.timex.type in ("DATE", "TIME") and when.start and when.start[:10] <= (published or "9999"):
                return when.start[:10], _last_day(when.start, when.end or when.start), True
    wide = next((e.when for e in group if e.when is not None and e.when.start is not None), None)
    if wide is not None and wide.start is not None and not is_lead:
        return wide.start[:10], None if wide.end is None else wide.end[:10], wide.span is not None
    return None, published, False


def _last_day(start: str, end: str) -> str:
    """Return the last day of a night or an hour by the day it began on."""
    return start[:10] if "T" in start else end[:10]


def _places(
    record: Record, group: Sequence[Event], *, is_lead: bool
) -> tuple[tuple[PlaceTraits, ...], tuple[PlaceTraits, ...]]:
    """Return the places where the words put a happening, and of a lead those that its report only names."""
    by_id = {place.id: place for place in record.places}
    told = [by_id[where] for event in group for where in event.where if where in by_id]
    rest = sorted(
        (place for place in record.places if place.kind in (*_TOWNS, "unknown")),
        key=lambda place: (-min(len(place.mentions), 3) - 2 * (place.mentions[0].start < 60), place.mentions[0].start),
    )
    own = list(dict.fromkeys([*(p for p in told if p.kind not in WIDE), *(p for p in told if p.kind in WIDE)]))[:6]
    others = [place for place in rest if place not in own][: 8 - len(own)] if is_lead else []
    return tuple(traits_of(place, by_id) for place in own), tuple(traits_of(place, by_id) for place in others)


def _figures(record: Record, group: Sequence[Event], *, is_lead: bool) -> Iterable[AccountFigure]:
    """Give the figures of a happening: of the single event, with those tied to no event for the lead.

    How many are still missing or held ("eight were killed in the ambush and five are missing") is told of it too, where
    it stands beside a count of it.
    """
    ids = {event.id for event in group}
    people = [(figure, scope_of(figure, record)) for figure in record.figures if figure.unit == "people"]
    counts = [figure for figure, scope in people if scope == "event" and figure.event in ids]
    beside = [sentence_of(record, figure.span) for figure in counts]
    real = ids - only_talked_of(record)
    for figure, scope in people:
        if figure.event is not None and figure.event not in real:
            continue
        is_still = (
            scope == "stock" and figure.harm in ("missing", "held") and any(s.covers(figure.span) for s in beside)
        )
        if is_still or (scope == "event" and (is_lead or figure.event is not None)):
            yield _figure(figure)


def _figure(figure: Figure) -> AccountFigure:
    return AccountFigure(
        id=figure.id,
        harm=figure.harm,
        unit=figure.unit,
        value=figure.value,
        low=figure.low,
        high=figure.high,
        status=figure.of.status,
        of=figure.of.words,
        is_part=figure.part_of is not None,
        claim=figure.claim,
    )


def _parties(record: Record, parties: Iterable[Party]) -> tuple[AccountParty, ...]:
    actors = {actor.id: actor for actor in record.actors}
    found: dict[AccountParty, None] = {}
    for party in parties:
        actor = None if party.actor is None else actors.get(party.actor)
        written = party.words if actor is None else actor.name
        is_person = actor is not None and actor.kind == "person" and _is_name(actor.name)
        found[AccountParty(actor=party.actor, name=fold(written), written=written, is_person=is_person)] = None
    return tuple(found)


def _names(record: Record, group: Sequence[Event], *, is_lead: bool) -> tuple[str, ...]:
    """Return what tells a happening by name: persons without office, sites, streets, small places."""
    spans = _passages(record, group)
    found: set[str] = set()
    for actor in record.actors:
        near = is_lead or any(span.covers(mention) for span in spans for mention in actor.mentions)
        if near and actor.kind == "person" and not actor.roles and _is_name(actor.name):
            found.add(fold(actor.name))
    for place in record.places:
        near = is_lead or any(span.covers(mention) for span in spans for mention in place.mentions)
        small = place.kind in ("facility", "neighbourhood", "camp") or place.precision == "unresolved"
        if near and small and len(place.name) > 4:
            found.add(fold(place.name))
    texts = [record.report.text] if is_lead else [span.of(record.report.text) for span in spans]
    found |= {fold(match[0]) for text in texts for match in _sites().finditer(text)}
    return tuple(sorted(found))


def _is_name(name: str) -> bool:
    words = name.split()
    return len(words) > 1 and all(word[:1].isupper() for word in words) and not any(c.isdigit() for c in name)


@cache
def _sites() -> re.Pattern[str]:
    """Return the pattern of a street or building: "Arago Street", "Johnson Middle School"."""
    table = load_table("reconcile")
    last = "|".join(sorted((*table["streets"], *table["facilities"]), key=len, reverse=True))
    return re.compile(rf"\b(?:[A-Z][\w'’.-]+ |\d+(?:st|nd|rd|th) ){{1,3}}(?:{last})\b")


def _passages(record: Record, group: Sequence[Event]) -> list[Span]:
    spans = [passage.span for passage in record.passages]
    return [span for span in spans if any(span.covers(event.span) for event in group)]


def _text(record: Record, group: Sequence[Event], *, is_lead: bool) -> str:
    spans = _passages(record, group)
    if is_lead:
        body = [p.span for p in record.passages if p.kind not in ("boilerplate", "byline")]
        spans = body[:12]
    title = record.report.title or "" if is_lead else ""
    return "\n".join([title, *(span.of(record.report.text) for span in spans)])
