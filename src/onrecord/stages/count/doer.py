"""Who did what a figure tells of: "rebels killed 12", "12 were killed by rebels"."""

from onrecord.model.event import Event
from onrecord.model.ids import ActorId
from onrecord.model.span import Span
from onrecord.stages.count.around import Around, speakers
from onrecord.stages.count.cues import Cue
from onrecord.stages.count.draft import Draft
from onrecord.stages.count.line import Line
from onrecord.vocab.load import load_table

_AT = ("in", "at", "near", "outside", "around")
_CLIMB = 4  # words from a verb up to the one whose subject it shares


def by_of(draft: Draft, event: Event | None, around: Around) -> ActorId | None:
    """Return who did it: the event's first acting part, else the actor right before an active cue or after "by"."""
    if event is not None and event.type in load_table("events")["only_talked_of"]:
        return None  # who demands the release of 12 has not released them
    grammar = load_table("count_grammar")
    if draft.governed is not None and _is_loss(draft.line, draft.governed.cue):
        return None  # "killed 14 for the loss of two men"
    if draft.governed is not None and draft.line.lower[draft.governed.cue.start] in grammar["losing"]:
        return None  # "it neutralised 56 gunmen and lost two soldiers"
    if event is not None and event.acting and event.acting[0].actor is not None:
        return None if _only_counts(draft.line, event.acting[0].span) else event.acting[0].actor
    if event is not None and any(
        draft.line.span.covers(party.span) for party in event.acting if party.span is not None
    ):
        return None  # "its units foiled an infiltration by an armed group, killing 12 of them"
    if event is not None and not event.acting and (own := _named_in(event, around)) is not None:
        return own
    if draft.governed is None or draft.governed.cue.kind not in ("verb", "noun"):
        return None
    cue, line = draft.governed.cue, draft.line
    if line.lower[cue.start] in grammar["not_doing"]:
        return None  # "villagers buried 17"
    if draft.harm in ("other", "hospitalised"):
        return None  # nothing is told to have been done to them; who takes them to hospital did not hurt them
    if draft.governed.is_object and cue.kind == "verb" and line.upos(cue.start) not in ("NOUN", "ADJ"):
        start, end = max(0, cue.start - 5), cue.start
        if line.has_tree and line.dep(cue.start) == "conj":  # "It killed three, among them a policeman, and hurt 15."
            start, end = _subject_of(line, cue.start)
        return _actor_in(line, start, end, around, last=True)
    for number in range(cue.end, min(len(line.lower), cue.end + 6)):
        if number > cue.end - (cue.kind == "noun") and line.upos(number) == "VERB":
            return None  # "eight bodies had been buried by relatives", "305 maimed and 98 recruited by gunmen"
        if line.lower[number] == "by":
            return _actor_in(line, number, min(len(line.lower), number + 6), around, last=False)
    return None


def _only_counts(line: Line, acting: Span | None) -> bool:
    """Return whether somebody only counts them: "medics counted six dead and 14 wounded"."""
    if acting is None or not line.span.covers(acting):
        return False
    verb = line.heads[line.at(acting.end - 1)]
    return verb is not None and line.lower[verb] in load_table("count_grammar")["counting"]


def _is_loss(line: Line, cue: Cue) -> bool:
    return cue.kind == "noun" and line.lower[cue.end - 1] in load_table("count_grammar")["losses"]


def _named_in(event: Event, around: Around) -> ActorId | None:
    """Return whom the event's own word names: a "suicide bomber" killed those that the attack killed."""
    named = (actor.id for actor in around.actors if any(mention.covers(event.span) for mention in actor.mentions))
    return next(named, None)


def _subject_of(line: Line, verb: int) -> tuple[int, int]:
    """Return where the subject stands that a verb has, or shares with those it is joined to; nowhere if none does."""
    over: int | None = verb
    for _ in range(_CLIMB):
        if over is None:
            break
        for number in range(len(line.words)):
            if line.heads[number] == over and line.dep(number).startswith("nsubj"):
                return number, number + 1
        over = line.heads[over] if line.dep(over) in ("conj", "obj") else None  # a tree may join "wounded" to "men"
    return 0, 0


def _actor_in(line: Line, start: int, end: int, around: Around, *, last: bool) -> ActorId | None:
    """Return the first or last actor named there, but nobody hit ("killed 139 rebels and took 256 prisoners").

    And nobody who only says so: "officials reported that the raid killed 139".
    """
    if start >= end:
        return None
    window = line.span_of(start, end)
    hit = [p.span for e in around.events for p in e.affected if p.span is not None and line.span.covers(e.span)]
    saying = speakers(around)
    found = [
        (mention.start, actor.id)
        for actor in around.actors
        for mention in actor.mentions
        if window.overlaps(mention)
        and not any(mention.overlaps(span) for span in (*hit, *saying))
        and not _is_counted(line, mention)
        and not _is_cited(line, mention)
        and not _is_around(line, mention)
    ]
    if not found:
        return None
    return max(found)[1] if last else min(found)[1]


def _is_around(line: Line, mention: Span) -> bool:
    """Return whether somebody only says where, or whose: "a mine in Selm killed 12", "towns to its north"."""
    at = line.at(mention.start)
    return line.dep(at) == "nmod:poss" or (at > 0 and line.lower[at - 1] in _AT)


def _is_cited(line: Line, mention: Span) -> bool:
    """Return whether somebody is only named as whom it is told by: "according to the monitor ORVO, and forced 12"."""
    at = line.at(mention.start)
    return "according" in line.lower[max(0, at - 4) : at]


def _is_counted(line: Line, mention: Span) -> bool:
    """Return whether a number stands before somebody: those counted did it to nobody ("and four children, injured")."""
    at = line.at(mention.start)
    return at > 0 and line.upos(at - 1) == "NUM"
