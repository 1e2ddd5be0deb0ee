"""Whom was it said to: "told reporters that ...", "ordered residents to leave"?"""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model.reading import Reading
from onrecord.stages.attribute.cues import CueVocab
from onrecord.stages.attribute.saying import Range, Saying, numbers

_NOUN_PHRASE = {"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM"}
_CALLS = {"call_for", "demand", "warn"}
_OPENS = {"that", "this", "these", "those", "what", "how", "there", "it", "he", "she", "they", "we", "i"}


def heard(reading: Reading, sayings: Sequence[Saying], *, vocab: CueVocab) -> list[Saying]:
    """Return the sayings with hearers where the tree gave none: the words between cue and content, or before "to"."""
    return [_heard(reading, saying, vocab=vocab) for saying in sayings]


def _heard(reading: Reading, saying: Saying, *, vocab: CueVocab) -> Saying:
    if saying.told or saying.cue is None or saying.head is None or saying.head != saying.cue[1] - 1:
        return saying
    if saying.act in _CALLS:
        told = _before_to(reading, saying)
        return replace(saying, told=(told,)) if told is not None else saying
    if vocab.lemma(reading.words[saying.head]) not in vocab.told:
        return saying
    told = _behind(reading, saying)
    return replace(saying, told=(told,)) if told is not None else saying


def _behind(reading: Reading, saying: Saying) -> Range | None:
    """Return the noun phrase right behind the cue that is no part of what is said."""
    assert saying.cue is not None
    sentence = reading.sentence_of(saying.cue[0])
    taken = numbers(saying.content) | numbers(saying.sources)
    start = end = saying.cue[1]
    while end < sentence.end and end not in taken and reading.words[end].upos in _NOUN_PHRASE:
        if reading.words[end].text.lower() in _OPENS or _begins_another(reading, end, start):
            break
        end += 1
    return (start, end) if end > start and reading.words[end - 1].upos in {"NOUN", "PROPN", "PRON"} else None


def _begins_another(reading: Reading, number: int, start: int) -> bool:
    """Return whether a second noun phrase begins: an article behind a noun, or a pronoun that came first."""
    if number == start:
        return False
    return reading.words[number].upos == "DET" or reading.words[number - 1].upos == "PRON"


def _before_to(reading: Reading, saying: Saying) -> Range | None:
    """Return the words that are called on: those of the content before "to"."""
    assert saying.cue is not None
    start = min(numbers(saying.content))
    if start != saying.cue[1]:
        return None
    sentence = reading.sentence_of(start)
    for number in range(start, sentence.end - 1):
        word = reading.words[number]
        if word.text.lower() == "to" and reading.words[number + 1].tag == "VB":
            return (start, number) if number > start else None
        if word.tag in {"VBD", "VBZ", "VBP", "MD", "VBG"} or word.text in {",", ";", ":"} or number - start > 10:
            return None
    return None
