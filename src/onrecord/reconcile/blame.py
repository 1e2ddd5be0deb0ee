"""Who is said to have done it, by whom, and who denies it?

"The group accused the army of shelling the market. The army denied firing on the village." gives two rows:
the group says the army did, the army says it did not.
"""

from collections.abc import Iterable

from onrecord.model.claim import Party
from onrecord.model.dispute import Blame
from onrecord.model.event import Event
from onrecord.model.ids import ActorId, EventId
from onrecord.model.record import Record
from onrecord.reconcile.identity import actor_key
from onrecord.reconcile.sentences import sentence_of
from onrecord.reconcile.statements import OWN_VOICE, Rows, speaker_of
from onrecord.vocab.load import load_table

MAKER = "blame/1"
_SIDES = ("armed_force", "armed_group", "government", "state", "organisation", "person")


def blames_of(record: Record) -> tuple[Blame, ...]:
    """Return who is blamed for or cleared of the violent events of `record`, in order of the text."""
    rows = Rows.of(record)
    types = load_table("events")["types"]
    violent = [event for event in record.events if types.get(event.type, {}).get("kin") == "violence"]
    found: dict[tuple[EventId, str | None, str, bool], Blame] = {}
    for event in violent:
        for blame in _of_event(rows, event):
            found.setdefault((blame.event, blame.actor_key, blame.speaker_key, blame.is_denied), blame)
    for event in record.events:
        target = _target(rows, event, violent) if event.type == "accusation" else None
        for blame in () if target is None else _of_accusation(rows, event, target):
            found.setdefault((blame.event, blame.actor_key, blame.speaker_key, blame.is_denied), blame)
    return tuple(found.values())


def _of_event(rows: Rows, event: Event) -> Iterable[Blame]:
    is_negated = event.modality == "negated"
    if event.modality not in ("asserted", "possible", "negated"):
        return
    named = {party.actor for party in (r.actor for r in event.responsibility) if party.actor is not None}
    for responsibility in event.responsibility:
        is_denied = responsibility.basis == "denied" or is_negated
        yield from _blame(rows, event, responsibility.actor, is_denied=is_denied)
    for party in event.acting:
        if party.actor not in named:
            yield from _blame(rows, event, party, is_denied=is_negated)
    claim = None if event.claim is None else rows.claims.get(event.claim)
    if is_negated and not event.acting and claim is not None and claim.act == "deny":
        yield from _blame(rows, event, None, is_denied=True)


def _of_accusation(rows: Rows, event: Event, target: Event) -> Iterable[Blame]:
    """Give who the accusing party of `event` says did what `target` tells."""
    if event.modality != "asserted":
        return
    for accuser in event.acting[:1]:
        for party in event.affected[:1]:
            for blame in _blame(rows, target, party, is_denied=False):
                actor = None if accuser.actor is None else rows.actors.get(accuser.actor)
                yield Blame(
                    event=target.id,
                    report=blame.report,
                    claim=event.claim,
                    speaker=accuser.words if actor is None else actor.name,
                    speaker_key=actor_key(actor, words=accuser.words),
                    actor=blame.actor,
                    actor_key=blame.actor_key,
                    is_denied=False,
                )


def _target(rows: Rows, event: Event, violent: list[Event]) -> Event | None:
    """Return the violent event an accusation is about: one of its sentence, else the first of the report."""
    sentence = sentence_of(rows.record, event.span)
    inside = [other for other in violent if sentence.covers(other.span) and other.span.start > event.span.start]
    return next(iter(inside or violent), None)


def _blame(rows: Rows, event: Event, party: Party | None, *, is_denied: bool) -> Iterable[Blame]:
    actor_id: ActorId | None = None if party is None else party.actor
    actor = None if actor_id is None else rows.actors.get(actor_id)
    if party is not None and (actor is None or actor.kind not in _SIDES):
        return
    speaker, _, key = speaker_of(event.claim, rows.claims, rows.actors)
    outlet = rows.record.report.outlet or rows.record.report.id
    yield Blame(
        event=event.id,
        report=rows.record.report.id,
        claim=event.claim,
        speaker=speaker,
        speaker_key=key if key != OWN_VOICE else f"outlet||{outlet}",
        actor=None if actor is None else actor.name,
        actor_key=None if actor is None else actor_key(actor),
        is_denied=is_denied,
    )
