"""Which actor do a speaker's words stand for?"""

from collections.abc import Sequence

from onrecord.model.actor import Actor, ActorIndex
from onrecord.model.claim import Party
from onrecord.model.ids import ActorId
from onrecord.model.reading import Reading
from onrecord.model.report import Report
from onrecord.stages.attribute.saying import Range


def party(words: Range, report: Report, reading: Reading, index: ActorIndex, actors: Sequence[Actor]) -> Party:
    """Return the party that the words `words` name, with its actor where one is mentioned there."""
    span = reading.span(*words)
    return Party(actor=_actor(words, reading, index), span=span, words=span.of(report.text))


def _actor(words: Range, reading: Reading, index: ActorIndex) -> ActorId | None:
    span = reading.span(*words)
    head = _head(reading, words)
    beside = [
        child
        for child in reading.children(head)
        if reading.words[child].dep in {"appos", "flat"} and words[0] <= child < words[1]
    ]
    exact = index.at(span, head=reading.words[head].span)
    if exact is not None and any(mention == span for mention in exact.mentions):
        return exact.id
    for number in (*beside, head):
        actor = index.at(reading.words[number].span, head=reading.words[number].span)
        if actor is not None and (number == head or actor.kind == "person"):
            return actor.id
    inside = [actor for actor in index.inside([span]) if actor.kind == "person"]
    return inside[-1].id if inside else None


def _head(reading: Reading, words: Range) -> int:
    for number in range(*words):
        head = reading.words[number].head
        if head is None or not words[0] <= head < words[1]:
            return number
    return words[1] - 1
