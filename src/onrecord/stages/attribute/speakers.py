"""Which actor do a speaker's words stand for?"""

import re
from collections import Counter

from onrecord.model.actor import Actor, ActorIndex
from onrecord.model.claim import Party
from onrecord.model.ids import ActorId
from onrecord.model.reading import Reading, Word
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.stages.attribute.saying import Range
from onrecord.stages.attribute.sources import text_nouns, titles
from onrecord.vocab.load import load_table

_ISSUERS = {"state", "government", "organisation"}
_MOVED = {"troubled", "concerned", "saddened", "alarmed", "appalled", "outraged", "committed", "shocked"}
_OWNERS = {"his", "her", "its", "their"}
_ISSUE = {"person", "government", "organisation", "armed_force", "armed_group", "state", "outlet"}
_NOT_BY_THEM = {"of", "for", "to", "by", "with", "against", "from", "and", "near", "in"}


def party(words: Range, report: Report, reading: Reading, index: ActorIndex, *, issuer: ActorId | None) -> Party:
    """Return the party that the words `words` name, with its actor where one is mentioned there.

    "We" outside quotation marks is `issuer`, whose own text the report is.
    """
    span = reading.span(*words)
    if span.of(report.text).lower() in {"we", "us", "i"}:
        return Party(actor=issuer, span=span, words=span.of(report.text))
    return Party(actor=_actor(words, report, reading, index), span=span, words=span.of(report.text))


def issuer_of(reading: Reading, index: ActorIndex, *, verbs: frozenset[str]) -> ActorId | None:
    """Return the state, government or organisation whose own text this is: who "condemns", "reaffirms" in it."""
    counts: Counter[ActorId] = Counter()
    for number, word in enumerate(reading.words):
        if _is_own_voice(word, verbs):
            subjects = [c for c in reading.children(number) if reading.words[c].dep in {"nsubj", "nsubj:pass"}]
            spans = {reading.words[subject].span for subject in subjects}
            found = {actor.id for span in spans if (actor := index.at(span, head=span)) and actor.kind in _ISSUERS}
            counts.update(found or _cited(reading, number, index))
    return counts.most_common(1)[0][0] if counts else None


def signatory(report: Report, index: ActorIndex) -> ActorId | None:
    """Return who signs a letter: the first one named below "Yours sincerely," or behind "(Signed)"."""
    pattern = "|".join(load_table("cues")["valedictions"])
    closes = list(re.finditer(rf"^\W*(?:{pattern})\b.{{0,20}}$|\(signed\)", report.text, re.IGNORECASE | re.MULTILINE))
    if not closes:
        return None
    below = index.inside([Span(closes[-1].end(), len(report.text))])
    named = [a for a in below if a.kind == "person" and a.name[:1].isupper()]
    return named[0].id if named else None


def titled(report: Report, index: ActorIndex) -> ActorId | None:
    """Return whose text its first line says it is: "Statement by the High Representative on the attack in Selm"."""
    texts = "|".join(load_table("cues")["texts"]["documents"])
    opening = re.match(
        rf"\W*(?:(?:joint|press|public|official)\s+)?(?:{texts}|remarks)\s+(?:by|of|from)\s+",
        report.text,
        re.IGNORECASE,
    )
    if opening is None:
        return None
    ends = re.compile(r"\n|\s(?:on|about|regarding|concerning|following|after|to)\s", re.IGNORECASE)
    end = ends.search(report.text, opening.end())
    line = Span(opening.end(), end.start() if end is not None else len(report.text))
    named = [actor for actor in index.inside([line]) if actor.kind in _ISSUE]
    persons = [actor for actor in named if actor.kind == "person"]
    return next((actor.id for actor in (*persons, *named)), None)


def _is_own_voice(word: Word, verbs: frozenset[str]) -> bool:
    """Return whether the word is one by which an issuer speaks in its own text, in the present tense."""
    stem = word.text.lower()
    if stem in _MOVED:
        return True
    is_past = word.tag == "VBN" or stem.endswith("ed")
    return bool({word.lemma.lower(), stem, stem.removesuffix("s")} & verbs) and not is_past


def _cited(reading: Reading, number: int, index: ActorIndex) -> set[ActorId]:
    """Return who speaks at the cue by what the language model saw, where the tree has no subject."""
    frames = (f for f in reading.frames if f.kind == "attribution" and f.start <= number < f.end)
    spans = [reading.span(role.start, role.end) for frame in frames for role in frame.all("source")]
    found = [actor for span in spans if (actor := index.at(span)) is not None]
    return {actor.id for actor in found if actor.kind in _ISSUERS}


def _named_last(span: Span, report: Report, index: ActorIndex) -> Actor | None:
    """Return the person whose name ends the words: "M-19 commander Carlos Pizarro", not "an aide to Pizarro"."""
    persons = [
        (mention, actor)
        for actor in index.inside([span])
        if actor.kind == "person"
        for mention in actor.mentions
        if span.covers(mention) and mention.of(report.text)[:1].isupper()
    ]
    for mention, actor in sorted(persons, key=lambda pair: -pair[0].end):
        before = report.text[span.start : mention.start].split()
        is_last = not any(c.isalnum() for c in report.text[mention.end : span.end])
        opens = not before and report.text[mention.end : span.end].lstrip().startswith(",")
        if (is_last or opens) and not (before and before[-1].lower() in _NOT_BY_THEM) and not _is_under(before):
            return actor
    return None


def _is_under(before: list[str]) -> bool:
    """Return whether the words in front make the name somebody else's: "a spokesman for Commander", "aides of"."""
    return any(word.lower() in _NOT_BY_THEM for word in before) and not any("," in word for word in before)


def _actor(words: Range, report: Report, reading: Reading, index: ActorIndex) -> ActorId | None:
    span = reading.span(*words)
    head = _head(reading, words)
    beside = [
        child
        for child in reading.children(head)
        if reading.words[child].dep in {"appos", "flat"} and words[0] <= child < words[1]
    ]
    texts = text_nouns("documents", "findings")
    if reading.words[head].lemma.lower() in texts and (issuer := _issuer(words, report, reading, index)):
        return issuer
    exact = index.at(span, head=reading.words[head].span)
    if exact is not None and any(mention == span for mention in exact.mentions):
        return exact.id
    named = _named_last(span, report, index)
    if named is not None:
        return named.id
    for number in (*beside, head):
        actor = index.at(reading.words[number].span, head=reading.words[number].span)
        is_text = reading.words[number].lemma.lower() in texts
        if actor is not None and not is_text and (number == head or actor.kind == "person"):
            return actor.id
    apposed = _apposed(beside, head, report, reading, index)
    if apposed is not None:
        return apposed
    inside = [actor for actor in index.inside([span]) if actor.kind == "person" and _is_named(actor, span, report)]
    if inside and reading.words[head].lemma.lower() not in texts:
        return inside[-1].id
    return _opening(words, reading, index)


def _apposed(beside: list[int], head: int, report: Report, reading: Reading, index: ActorIndex) -> ActorId | None:
    """Return the body whose name a noun that is no person's leads to: "their employer, Nordic Relief"."""
    if {reading.words[head].lemma.lower(), reading.words[head].text.lower()} & titles():
        return None
    found = [index.at(reading.words[i].span, head=reading.words[i].span) for i in beside]
    named = [a for a in found if a is not None and any(m.of(report.text) == a.name for m in a.mentions)]
    return named[0].id if named else None


def _opening(words: Range, reading: Reading, index: ActorIndex) -> ActorId | None:
    """Return whom the words open with, wherever the tree sees their head: "the Health Ministry in Hamas-run Gaza"."""
    first = words[0] + (reading.words[words[0]].upos == "DET")
    if first >= words[1]:
        return None
    opening = reading.words[first].span
    actor = index.at(opening)
    named = [m for m in actor.mentions if m.start == opening.start] if actor is not None else []
    if actor is None or not named:
        return None
    after = next((w for w in reading.words[first : words[1]] if w.span.start >= named[0].end), None)
    return actor.id if after is not None and after.upos == "ADP" else None


def _is_named(actor: Actor, span: Span, report: Report) -> bool:
    """Return whether the words name the actor: not only as the "his" of "his office", nor as in "Vasko's office"."""
    inside = [mention for mention in actor.mentions if span.covers(mention)]
    owning = (report.text[mention.end : mention.end + 2] in {"'s", "’s"} for mention in inside)
    return any(
        mention.of(report.text).lower() not in _OWNERS and not (is_owner and actor.kind == "person")
        for mention, is_owner in zip(inside, owning, strict=True)
    )


def _issuer(words: Range, report: Report, reading: Reading, index: ActorIndex) -> ActorId | None:
    """Return who speaks in "a UN report", "a statement by the ministry": the last one named that can."""
    span, head = reading.span(*words), reading.words[_head(reading, words)].span
    issuers = [actor for actor in index.inside([span]) if actor.kind in _ISSUE and _is_named(actor, span, report)]
    named = [actor for actor in issuers if not any(mention.covers(head) for mention in actor.mentions)]
    told = [actor for actor in named if not _only_has_it(actor, words, reading)]
    told = told or [actor for actor in named if not _only_has_it(actor, words, reading, passing=False)]
    return told[-1].id if told else None


def _only_has_it(actor: Actor, words: Range, reading: Reading, *, passing: bool = True) -> bool:
    """Return whether the words name the actor only as who has got the text: "a UN report seen by the Gazette".

    Or, with `passing`, as who passes it on: "a letter sent by the mayor".
    """
    table = load_table("cues")
    verbs = frozenset(table["receiving"] + (table["passing"] if passing else []))
    at = [n for n in range(*words) if any(mention.covers(reading.words[n].span) for mention in actor.mentions)]
    return bool(at) and all(_is_below(reading, n, words, verbs) for n in at)


def _is_below(reading: Reading, number: int, words: Range, verbs: frozenset[str]) -> bool:
    above = reading.words[number].head
    for _ in range(*words):
        if above is None or not words[0] <= above < words[1]:
            return False
        if reading.words[above].upos == "VERB":
            return reading.words[above].lemma.lower() in verbs
        above = reading.words[above].head
    return False


def _head(reading: Reading, words: Range) -> int:
    for number in range(*words):
        head = reading.words[number].head
        if head is None or not words[0] <= head < words[1]:
            return number
    return words[1] - 1
