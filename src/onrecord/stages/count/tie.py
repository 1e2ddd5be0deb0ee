"""Ties a figure to the rest of the record: who says it, which event, who did it, where, and what is noted of it."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from re import Pattern

from onrecord.model.claim import Claim, Note
from onrecord.model.event import Event
from onrecord.model.figure import Harm
from onrecord.model.ids import ActorId, ClaimId, PlaceId
from onrecord.model.place import Place
from onrecord.model.reading import says_whose
from onrecord.model.span import Span
from onrecord.model.when import When
from onrecord.stages.count.around import Around, speakers
from onrecord.stages.count.corrected import correction_of
from onrecord.stages.count.draft import Draft
from onrecord.stages.count.lexicon import NOTE_CODES, Lexicon
from onrecord.stages.count.line import Line
from onrecord.stages.count.scope import clause_of, scope_of
from onrecord.vocab.load import load_pattern, load_table

_FITTING: Mapping[str, frozenset[str]] = {
    "held": frozenset(("captivity", "abduction", "arrest")),
    "released": frozenset(("release", "agreement")),
    "detained": frozenset(("arrest", "captivity")),
    "displaced": frozenset(("displacement",)),
    "destroyed": frozenset(("destruction", "weapons_seized")),
    "damaged": frozenset(("destruction",)),
}
_AT = ("in", "at", "near", "outside", "around")
_TAKING = frozenset(("territory_taken", "siege", "riot", "destruction"))
_HURT, _DEAD = ("injur", "wound", "hurt"), ("kill", "died", "dead", "death")
_CLIMB = 4  # words from what is threatened up to the threat
_VIOLENT = frozenset(
    (
        "armed_clash",
        "air_strike",
        "shelling",
        "explosion",
        "suicide_attack",
        "chemical_attack",
        "attack",
        "assassination",
        "crackdown",
        "torture",
        "sexual_violence",
    )
)


def claim_of(span: Span, claims: Sequence[Claim]) -> Claim | None:
    """Return the innermost claim whose content covers `span`."""
    parents = {claim.id: claim.parent for claim in claims}
    around = [claim for claim in claims if any(quote.span.covers(span) for quote in claim.content)]
    return max(around, key=lambda claim: (_depth(claim.id, parents), -_length(claim, span)), default=None)


def _depth(claim: ClaimId, parents: Mapping[ClaimId, ClaimId | None]) -> int:
    depth, parent = 0, parents.get(claim)
    while parent is not None and depth < 20:
        depth, parent = depth + 1, parents.get(parent)
    return depth


def _length(claim: Claim, span: Span) -> int:
    return min(len(quote.span) for quote in claim.content if quote.span.covers(span))


def event_of(draft: Draft, around: Around) -> Event | None:
    """Return the event of the same sentence that fits the harm and stands nearest to the cue."""
    if draft.governed is None:
        return None
    fitting = _FITTING.get(draft.harm, frozenset()) | (
        _VIOLENT if draft.harm not in ("released", "held", "detained") else frozenset()
    )
    cue = draft.line.span_of(draft.governed.cue.start, draft.governed.cue.end)
    here = _events_near(draft, cue, around, fitting | _TAKING | {"need"})
    whom = draft.line.span_of(draft.slot.start, draft.slot.after)
    hit = [event for event in here if event.type in fitting | _TAKING and _hits(event, whom)]
    if hit and not any(event.span.overlaps(cue) for event in here):
        return hit[0]  # "seized a post, killing nine officers"
    suffered = [event for event in here if event.type == "need"]
    near = [event for event in here if event.type in fitting] or suffered
    near = [event for event in near if not _tells_of_others(event, draft.harm)] or near
    near = [event for event in suffered if event.span.overlaps(cue)] or near
    own = [event for event in near if event.type in _FITTING.get(draft.harm, frozenset())] or near
    nearest = min(own, key=lambda event: (abs(event.span.start - cue.start), event.span.start), default=None)
    return _talk_about(draft, around) or nearest


def _events_near(draft: Draft, cue: Span, around: Around, fitting: Collection[str]) -> list[Event]:
    """Return the events of the cue's clause, else those before it in its sentence.

    "A strike hit a camp; destroyed two depots" goes on, "1.2 million are in need; 12 were killed" does not.
    """
    clause, sentence = clause_of(draft), draft.line.span
    told = [event for event in around.events if sentence.covers(event.span)]
    if not clause.covers(cue):
        return told
    here = [event for event in told if clause.covers(event.span)]
    if any(event.type in fitting for event in here):
        return here
    before = [event for event in told if event.span.start < clause.start]
    return [event for event in before if not _tells_of_others(event, draft.harm)]


def _tells_of_others(event: Event, harm: Harm) -> bool:
    """Return whether the event's word is of another harm: "killed ... 104 dead and 760 injured"."""
    word = event.words.lower()
    return (harm == "killed" and word.startswith(_HURT)) or (harm == "injured" and word.startswith(_DEAD))


def _hits(event: Event, whom: Span) -> bool:
    targets = (other.part for other in event.others if other.role == "target")
    return any(party.span is not None and party.span.overlaps(whom) for party in (*event.affected, *targets))


def _talk_about(draft: Draft, around: Around) -> Event | None:
    """Return the threat, demand or offer whose clause holds the harm and no event does: "threatened to kill three".

    What is told as done is not only talked of ("rejected claims that 30 had been executed", "demands an inquiry into
    the deaths of 12"): the verb must not be past, and the noun must be what is demanded or offered itself.
    """
    line, governed = draft.line, draft.governed
    if governed is None or not line.has_tree or governed.cue.is_past:
        return None
    cue = line.span_of(governed.cue.start, governed.cue.end)
    if any(event.span.overlaps(cue) for event in around.events):
        return None
    node: int | None = governed.cue.start
    for _ in range(1 if governed.cue.kind == "noun" else _CLIMB):
        node = line.heads[node] if node is not None else None
        if node is None:
            return None
        word = line.span_of(node, node + 1)
        for event in around.events:
            if event.span.overlaps(word):
                return event if event.type in load_table("events")["only_talked_of"] else None
    return None


def counted_actor(draft: Draft, around: Around) -> ActorId | None:
    """Return the actor that the counted words name."""
    if not draft.counted.is_named:
        return None
    span = draft.line.span_of(draft.counted.start, draft.counted.end)
    found = [
        (len(mention), -mention.start, actor.id)
        for actor in around.actors
        for mention in actor.mentions
        if span.covers(mention) or mention.covers(span)
    ]
    return max(found)[2] if found else None


def where_of(draft: Draft, event: Event | None, around: Around) -> tuple[PlaceId, ...]:
    """Return the place nearest to the figure in its sentence, else the event's, else that of the line before."""
    here = _told_in(draft.line, around)
    if not here and draft.is_in_table:
        return _named_as(draft.line.span.of(around.text), around)
    if not here and event is not None and event.where:
        return event.where
    if not here:
        before = draft.n_line - 1
        is_elsewhere = load_pattern("places/words", "elsewhere").search(draft.line.span.of(around.text)) is not None
        if before >= 0 and not is_elsewhere and around.lines[before].passage == draft.line.passage:
            here = _told_in(around.lines[before], around)
    if not here:
        return ()
    outer = {within for _, place in here for within in place.within}
    inner = [(span, place) for span, place in here if place.id not in outer]
    at = draft.quantity.span
    told = {place.id for _, place in here}
    if event is not None and told.issuperset(event.where) and event.where and not _is_right_at(draft, here):
        return event.where
    after = [item for item in inner if item[0].start >= at.end] or inner
    nearest = min(after, key=lambda item: (abs(item[0].start - at.end), item[0].start))
    return (nearest[1].id,)


def _is_right_at(draft: Draft, here: Sequence[tuple[Span, Place]]) -> bool:
    """Return whether a place of its own follows the counted: "killed 12 in Selm and another five in Orvane"."""
    after = draft.line.words[draft.slot.after : draft.slot.after + 3]
    if not after or after[0].text.lower() not in _AT:
        return False
    return any(word.span.overlaps(span) for word in after[1:] for span, _ in here)


def _named_as(row: str, around: Around) -> tuple[PlaceId, ...]:
    """Return the place that a table's row is headed with, by any name the report gives it."""
    for place in around.places:
        names = {place.name, *(mention.of(around.text) for mention in place.mentions)}
        if any(re.match(rf"{re.escape(name)}\s*(?:\||\t| {{2,}})", row, re.IGNORECASE) for name in names):
            return (place.id,)
    return ()


def _told_in(line: Line, around: Around) -> list[tuple[Span, Place]]:
    """Return the places of a line, but no house that a speaker sits in: "medics at Selm Hospital said"."""
    inside, saying = _places_in(line, around.places), speakers(around)
    return [
        (mention, place)
        for mention, place in inside
        if place.kind != "facility" or not any(span.covers(mention) and span != mention for span in saying)
    ]


def _places_in(line: Line, places: Sequence[Place]) -> list[tuple[Span, Place]]:
    inside = [(mention, place) for place in places for mention in place.mentions if line.span.covers(mention)]
    return [(mention, place) for mention, place in inside if not says_whose(line.words, line.inside(mention)[1])]


def as_of(draft: Draft, beside: Sequence[Draft], claim: Claim | None, around: Around) -> When | None:
    """Return the time up to which it counts: "as of" or "by" a date after it, else before it; else when it was said.

    `beside` are all figures of its sentence: a date behind the next one is that one's.
    """
    told = [
        when.span
        for when in around.times
        if when.span is not None and draft.line.span.covers(when.span) and _ends_count(draft.line, when.span)
    ]
    at = draft.quantity.span.start
    following = min((other.quantity.span.start for other in beside if other.quantity.span.start > at), default=None)
    behind = [span for span in told if span.start > at and (following is None or span.start < following)]
    told = [span for span in told if span.start < at]
    chosen = min(behind, default=None) or max(told, default=None)
    by_span = {when.span: when for when in around.times}
    return by_span[chosen] if chosen is not None else claim.said if claim is not None else None


def _ends_count(line: Line, time: Span) -> bool:
    lead = line.lower[max(0, line.at(time.start) - 2) : line.at(time.start)]
    return lead[-2:] in (("as", "of"), ("as", "at"), ("up", "to")) or lead[-1:] == ("by",)


def notes_of(draft: Draft, beside: Sequence[Draft], around: Around, lexicon: Lexicon) -> tuple[Note, ...]:
    """Return what the figure's sentence, or the one after it, notes about its ground, and whether the figure stands.

    `beside` are all figures of its sentence. What a sentence with figures notes is of its own.
    """
    reach = [draft.line.span]
    following = draft.n_line + 1
    is_told = following < len(around.lines) and around.lines[following].passage == draft.line.passage
    if is_told and following not in around.counting:
        reach.append(around.lines[following].span)
    found: list[Note] = []
    for code in NOTE_CODES:
        if code == "count.no-distinction" and draft.harm not in ("killed", "injured", "affected"):
            continue
        spans = reach if code in ("count.no-distinction", "evidence.unverified") else reach[:1]
        note = next((span for where in spans for span in _noted(around.text, where, lexicon.notes[code])), None)
        if note is not None:
            found.append(Note(code=code, span=note, words=note.of(around.text)))
    other = draft.restates if draft.is_compared else None
    if other is not None and scope_of(other, around.text, lexicon.scopes) == "period":
        return tuple(found)  # "12 this week, up from nine last week": both stand
    correction = correction_of(draft, beside, around.text, lexicon.corrections)
    return tuple(found) if correction is None else (*found, correction)


def _noted(text: str, where: Span, patterns: Sequence[Pattern[str]]) -> Iterator[Span]:
    for pattern in patterns:
        match = pattern.search(text, where.start, where.end)
        if match is not None:
            yield Span(match.start(), match.start() + len(match[0].rstrip()))
