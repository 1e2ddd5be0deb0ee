"""Makes claims out of sayings: parties, quotes, mode, time, parents and notes."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.model.actor import Actor, ActorIndex
from onrecord.model.claim import Claim, Note, Party, Quote
from onrecord.model.ids import ActorId, ClaimId, make_id
from onrecord.model.reading import Reading
from onrecord.model.report import Passage, Report
from onrecord.model.span import Span, hull
from onrecord.model.when import When
from onrecord.stages.attribute.again import texts_again
from onrecord.stages.attribute.direct import Quotes
from onrecord.stages.attribute.notes import notes_in, points_back
from onrecord.stages.attribute.quotes import mode_of
from onrecord.stages.attribute.saying import Range, Saying, numbers
from onrecord.stages.attribute.speakers import party
from onrecord.stages.attribute.turns import answer_label

_UNNAMED = {"speaker.anonymous", "speaker.declined"}
_FAR = 10  # words between a cue and the time of speaking
_LOOSE = re.compile(r"[\s,;–—-]*(?:\b(?:but|and|or|who|which|while|although))?\s*$", re.IGNORECASE)
_TAILS = {"evidence.none-given", "detail.none-given", "speaker.anonymous", "evidence.unverified", "speaker.declined"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """All that claims are made from."""

    report: Report
    passages: Sequence[Passage]
    reading: Reading
    actors: Sequence[Actor]
    times: Sequence[When]
    quotes: Quotes
    issuer: ActorId | None
    answering: ActorId | None


def claims_of(sayings: Sequence[Saying], ground: Ground) -> tuple[Claim, ...]:
    """Return the claims of `sayings` in order of the text."""
    index = ActorIndex(ground.actors)
    noted = _noted(ground)
    ordered = sorted((saying for saying in sayings if not _is_wish(saying, ground.reading, noted)), key=_order)
    said = numbers(piece for saying in ordered for piece in saying.content)
    heads = frozenset(saying.head for saying in ordered if saying.head is not None)
    claims = texts_again([_claim(saying, ground, index, said, heads) for saying in ordered])
    parents = [_parent(i, ordered) for i in range(len(ordered))]
    claims = [
        claim if parent is None else replace(claim, parent=claims[parent].id)
        for claim, parent in zip(claims, parents, strict=True)
    ]
    return _with_notes(claims, ordered, ground, noted)


def _noted(ground: Ground) -> Mapping[int, Sequence[Note]]:
    """Return the notes that each sentence makes, by its first word; what somebody is quoted with is no note."""
    reading = ground.reading
    quoted = [span for spans in ground.quotes.values() for span in spans]
    return {
        s.start: tuple(
            note
            for note in notes_in(ground.report, reading.span(s.start, s.end))
            if not any(span.covers(note.span) for span in quoted)
        )
        for s in reading.sentences
    }


def _is_wish(saying: Saying, reading: Reading, noted: Mapping[int, Sequence[Note]]) -> bool:
    """Return whether it only says that the speaker goes unnamed: "a teacher, who asked not to be named,"."""
    if saying.cue is None:
        return False
    whole = hull([reading.span(*piece) for piece in (saying.cue, *saying.content)])
    notes = noted[reading.sentence_of(saying.cue[0]).start]
    return any(note.code in _UNNAMED and note.span.covers(whole) for note in notes)


def _order(saying: Saying) -> tuple[int, int]:
    first = min(saying.content)[0]
    return (min(first, saying.cue[0]) if saying.cue else first), -len(numbers(saying.content))


def _claim(saying: Saying, ground: Ground, index: ActorIndex, contents: set[int], heads: frozenset[int]) -> Claim:
    report, reading = ground.report, ground.reading
    content = tuple(reading.span(*piece) for piece in saying.content)
    cue = reading.span(*saying.cue) if saying.cue else None
    mode = (
        "direct"
        if saying.is_direct
        else mode_of(report, content, [q for spans in ground.quotes.values() for q in spans])
    )
    speakers = tuple(_speaker(source, ground, index) for source in saying.sources)
    return Claim(
        id=ClaimId(make_id("c", report.id, cue, *content)),
        speakers=speakers,
        cue=Quote(span=cue, words=cue.of(report.text)) if cue else None,
        content=tuple(Quote(span=span, words=span.of(report.text)) for span in content),
        mode=mode,
        act=saying.act,
        said=_said(saying, ground, contents, heads - {saying.head}),
        told=tuple(party(told, ground.report, reading, index, issuer=None) for told in saying.told),
        parent=None,
        notes=(),
    )


def _speaker(source: Range, ground: Ground, index: ActorIndex) -> Party:
    """Return the speaker that the words name; the "A" of an interview is who is asked in it."""
    found = party(source, ground.report, ground.reading, index, issuer=ground.issuer)
    is_answer = answer_label(ground.reading, range(source[0], source[0] + 2)) == source
    return replace(found, actor=ground.answering) if is_answer else found


def _said(saying: Saying, ground: Ground, contents: set[int], others: frozenset[int | None]) -> When | None:
    """Return the time of speaking: the one beside the cue ("said on Tuesday that", "on Tuesday the army said").

    `contents` are the words of all that is said; a time among them is told, unless the cue stands there too.
    A time before the cue that hangs on one of the cues `others` is theirs.
    """
    if saying.cue is None or saying.head is None:
        return None
    reading = ground.reading
    taken = numbers(saying.content) | numbers([saying.cue])
    taken |= contents if saying.cue[0] not in contents else set()
    sentence = reading.sentence_of(saying.cue[0])
    around = reading.span(sentence.start, sentence.end)
    for when in ground.times:
        if when.span is None or when.timex.type not in {"DATE", "TIME"} or not around.overlaps(when.span):
            continue
        inside = range(sentence.start, sentence.end)
        words = [i for i in inside if when.span.overlaps(reading.words[i].span)]
        is_theirs = bool(words) and words[0] < saying.cue[0] and reading.words[words[-1]].head in others
        if words and not is_theirs and not taken & set(words) and _is_beside_cue(saying, words, taken, reading):
            return when
    return None


def _is_beside_cue(saying: Saying, words: Sequence[int], taken: set[int], reading: Reading) -> bool:
    """Return whether nothing but the hearer, the place and the manner of speaking stands between time and cue."""
    assert saying.cue is not None
    sentence = reading.sentence_of(saying.cue[0])
    if not sentence.start <= words[0] < sentence.end:
        return False
    speakers = numbers(saying.sources)
    if words[0] >= saying.cue[1]:
        gap = set(range(saying.cue[1], words[0])) - speakers
        is_free = not gap & taken and len(gap) <= _FAR and not any(_is_clause(reading, n) for n in gap)
        return is_free and not _is_of_clause(reading, words[-1], saying.cue[1])
    gap = set(range(words[-1] + 1, saying.cue[0])) - speakers
    last = max(speakers, default=words[0])
    if last < words[0] and any(_is_clause(reading, n) for n in range(last + 1, words[0])):
        return False
    if set(words) & speakers or gap & taken or any(_is_clause(reading, n) for n in gap):
        return False
    is_first = all(reading.words[n].upos in {"ADP", "PUNCT", "ADV", "CCONJ"} for n in range(sentence.start, words[0]))
    return len(gap) <= 3 or (is_first and len(gap) <= _FAR)


def _is_of_clause(reading: Reading, number: int, start: int) -> bool:
    """Return whether the word hangs on a clause behind the cue: "said, | a day after he fled", "bringing the toll"."""
    at: int | None = number
    for _ in range(20):
        if at is None or at < start:
            return False
        if reading.words[at].dep == "advcl":
            return True
        at = reading.words[at].head
    return False


def _is_clause(reading: Reading, number: int) -> bool:
    word = reading.words[number]
    return word.tag in {"VBD", "VBZ", "VBP", "MD"} or word.text.lower() in {"that", "which", "who", ";", ":"}


def _parent(i: int, sayings: Sequence[Saying]) -> int | None:
    """Return the smallest other saying whose content holds this one's cue, or its content where it has no cue."""
    own = sayings[i]
    key = numbers([own.cue]) if own.cue else numbers(own.content)
    around = []
    for j, other in enumerate(sayings):
        content = numbers(other.content)
        if j == i or not key <= content:
            continue
        other_key = numbers([other.cue]) if other.cue else content
        if other_key <= numbers(own.content):
            continue
        around.append((len(content), j))
    return min(around)[1] if around else None


def _with_notes(
    claims: Sequence[Claim], sayings: Sequence[Saying], ground: Ground, noted: Mapping[int, Sequence[Note]]
) -> tuple[Claim, ...]:
    notes: dict[int, list[Note]] = {}
    last: int | None = None
    passage: int | None = None
    for sentence in ground.reading.sentences:
        span = ground.reading.span(sentence.start, sentence.end)
        here = [i for i, saying in enumerate(sayings) if _stands_in(saying, (sentence.start, sentence.end))]
        last = last if passage == sentence.passage or points_back(span.of(ground.report.text)) else None
        for note in noted[sentence.start]:
            owner = _owner(note, here, claims) if here else last
            if owner is not None:
                notes.setdefault(owner, []).append(note)
        passage = sentence.passage
        last = _outermost(here, claims) if here else last
    return tuple(
        replace(_without_tail(claim, notes[i], ground.report), notes=tuple(notes[i])) if i in notes else claim
        for i, claim in enumerate(claims)
    )


def _stands_in(saying: Saying, sentence: Range) -> bool:
    pieces = [*saying.content, *((saying.cue,) if saying.cue else ())]
    return any(start < sentence[1] and sentence[0] < end for start, end in pieces)


def _owner(note: Note, here: Sequence[int], claims: Sequence[Claim]) -> int | None:
    """Return the claim of the sentence that the note speaks of: the last whose cue or content stands before it."""
    inside = [i for i in here if any(quote.span.covers(note.span) for quote in claims[i].content)]
    if inside and note.code not in _TAILS:
        return min(inside, key=lambda i: sum(len(quote.span) for quote in claims[i].content))
    before = [i for i in here if _start(claims[i]) < note.span.start]
    return max(before, key=lambda i: _start(claims[i]), default=here[0])


def _start(claim: Claim) -> int:
    return claim.cue.span.start if claim.cue else claim.content[0].span.start


def _outermost(here: Sequence[int], claims: Sequence[Claim]) -> int:
    return next((i for i in here if claims[i].parent is None), here[0])


def _without_tail(claim: Claim, notes: Sequence[Note], report: Report) -> Claim:
    """Return `claim` without the words of a note at the end of its content."""
    content = list(claim.content)
    for note in notes:
        end = content[-1].span.end
        if note.code in _TAILS and content[-1].span.covers(note.span) and end - note.span.end < 3:
            words = _LOOSE.sub("", report.text[content[-1].span.start : note.span.start])
            if words:
                start = content[-1].span.start
                content[-1] = Quote(span=Span(start, start + len(words)), words=words)
    return replace(claim, content=tuple(content))
