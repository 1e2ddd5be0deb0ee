"""Which sayings are claims, and where does one end that another was read into?"""

from collections.abc import Sequence

from onrecord.model.actor import ActorIndex
from onrecord.model.reading import Reading
from onrecord.model.report import Passage
from onrecord.stages.attribute.direct import Quotes
from onrecord.stages.attribute.saying import Saying, numbers

_FIRST = {"i", "we", "us"}
_NOBODY = {
    "anyone",
    "someone",
    "everyone",
    "nobody",
    "anybody",
    "you",
    "who",
    "what",
    "which",
    "that",
    "whoever",
    "this",
    "those",
    "one",
    "it all",
    "there",
}


def chosen(
    reading: Reading, passages: Sequence[Passage], sayings: Sequence[Saying], quotes: Quotes, index: ActorIndex
) -> list[Saying]:
    """Return the sayings that are claims of somebody."""
    nested = {
        i for i, saying in enumerate(sayings) if saying.cue and any(
            saying.cue[0] in numbers(other.content) for other in sayings if other is not saying
        )
    }  # fmt: skip
    return [
        saying
        for i, saying in enumerate(sayings)
        if saying.content
        and _has_speaker(reading, saying, index, is_nested=i in nested)
        and _may_stand(reading, passages, saying, quotes)
    ]


def _has_speaker(reading: Reading, saying: Saying, index: ActorIndex, *, is_nested: bool) -> bool:
    """Return whether somebody says it: not "anyone who thinks", not "I welcome" within what is quoted already."""
    if not saying.sources:
        return (saying.is_read and saying.act not in {"believe", "estimate"}) or saying.cue is None
    words = [" ".join(reading.words[n].text.lower() for n in range(*source)) for source in saying.sources]
    if all(said in _NOBODY for said in words) or (is_nested and all(said in _FIRST for said in words)):
        return False
    if saying.is_read or saying.act in {"say", "confirm"}:
        return True
    return any(_may_speak(reading, source, index) for source in saying.sources)


def _may_speak(reading: Reading, source: tuple[int, int], index: ActorIndex) -> bool:
    """Return whether an actor, a pronoun or a name heads the words."""
    heads = [n for n in range(*source) if (head := reading.words[n].head) is None or not source[0] <= head < source[1]]
    head = heads[0] if heads else source[1] - 1
    word = reading.words[head]
    return word.upos in {"PRON", "PROPN"} or index.at(word.span, head=word.span) is not None


def _may_stand(reading: Reading, passages: Sequence[Passage], saying: Saying, quotes: Quotes) -> bool:
    """Return whether its passage lets it be a claim: a caption only with quoted words."""
    kind = passages[saying.passage].kind
    if kind != "caption":
        return kind != "boilerplate"
    content = [reading.span(*piece) for piece in saying.content]
    spans = quotes.get(saying.passage, ())
    return bool(saying.sources) and any(quote.overlaps(span) for quote in spans for span in content)
