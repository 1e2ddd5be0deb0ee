"""Which names that the reader found are no actors: places, titles, operations, weapons, streets?"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.model.place import Place
from onrecord.model.reading import Name, Reading
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.stages.spot.mention import case_of, conjoined, head_of
from onrecord.stages.spot.tables import ActorVocab
from onrecord.vocab.load import load_table

_ARMED = {"armed_force", "armed_group"}
_WHERE = {"in", "near", "inside", "outside", "around", "across", "into"}
_AGENT = {"nsubj", "csubj", "obl:agent", "nmod:poss"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """The places known for sure: where they are named, and by which words."""

    spans: frozenset[Span]
    words: frozenset[str]

    @classmethod
    def of(cls, report: Report, places: Sequence[Place]) -> "Settled":
        """Return the places of `report` that have coordinates."""
        spans = frozenset(span for place in places if place.lat is not None for span in place.mentions)
        return cls(spans=spans, words=frozenset(span.of(report.text).lower() for span in spans))

    def covers(self, span: Span, words: str) -> bool:
        """Return whether the words at `span` are, or are part of, a place's name."""
        return words.lower() in self.words or any(place.covers(span) for place in self.spans)


def is_no_actor(reading: Reading, start: int, end: int, name: Name, *, settled: Settled, vocab: ActorVocab) -> bool:
    """Return whether the words `start` to `end` of `name` are better not taken for an actor."""
    words = [word.text.lower() for word in reading.words[start:end]]
    if all(vocab.title(word) in vocab.titles or word in vocab.title_modifiers or word == "-" for word in words):
        return True
    if words[0] in vocab.not_first or words[-1] in vocab.not_last:
        return True
    if len(words) == 1 and {words[0], words[0].removesuffix("s")} & (vocab.each.keys() | vocab.one.keys()):
        return True
    if len(words) == 1 and name.kind == "person" and words[0].removesuffix("s") in _weapons():
        return True  # "Landmine kills five"
    is_body = words[-1] in vocab.name_ends or words[-1] in vocab.facilities
    if name.kind in {"person", "organisation"} and not is_body and _is_where(reading, start, end):
        return True
    if not any(c.isalpha() for word in words for c in word):
        return True
    if len(words) > 1 and vocab.name_ends.get(words[-1]) in _ARMED:
        return False
    if settled.covers(reading.span(start, end), " ".join(word.text for word in reading.words[start:end])):
        return not (name.kind == "organisation" and _speaks(reading, start, end, vocab=vocab))
    if words[-1] in vocab.facilities and not _speaks(reading, start, end, vocab=vocab):
        return True
    return _is_rest_of_place(reading, start, name)


@cache
def _weapons() -> frozenset[str]:
    classes = load_table("event_things")["classes"]
    return frozenset(word for kind in ("explosives", "shells", "bombs", "arms", "drones") for word in classes[kind])


def _is_where(reading: Reading, start: int, end: int) -> bool:
    """Return whether the words behind "in" or "near" are a place that the reader took for a person."""
    first = conjoined(reading, head_of(reading, start, end))
    return case_of(reading, first) in _WHERE


def _speaks(reading: Reading, start: int, end: int, *, vocab: ActorVocab) -> bool:
    """Return whether the name is the subject of a verb of speech, or whose the words are."""
    for number in range(start, end):
        word = reading.words[number]
        if word.dep in _AGENT and word.head is not None and not start <= word.head < end:
            return reading.words[word.head].lemma.lower() in vocab.speech
    return False


def _is_rest_of_place(reading: Reading, start: int, name: Name) -> bool:
    """Return whether the reader cut a place in two: "Port" a place, "Orvane" an organisation."""
    if start == 0 or name.end - name.start > 1:
        return False
    before = [other for other in reading.names if other.end == start and other.kind in {"location", "facility"}]
    is_joined = reading.words[start].dep in {"flat", "compound", "appos", "nmod"}
    return bool(before) and before[0].end - before[0].start == 1 and (is_joined or name.kind == "organisation")
