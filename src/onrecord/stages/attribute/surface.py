"""What the order of words alone shows: "CLAUSE, officials told AFP" and "..., ruling out a truce".

The language model's frames and trees come first; these patterns stand where those miss or are clearly off.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.model.reading import Reading, Sentence
from onrecord.stages.attribute.cues import CueVocab
from onrecord.stages.attribute.saying import Saying, cue_words, is_mark, numbers, ranges
from onrecord.stages.attribute.sources import is_passive

_CITED_WITHIN = 14  # words from "quoted" to "saying"
_TOLD = {"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"}


def turned(reading: Reading, sayings: Sequence[Saying], quoted: set[int]) -> list[Saying]:
    """Return the sayings with "CLAUSE, SOURCE CUE" read as it stands where the model took words behind the cue."""
    return [_turned(reading, saying, quoted) for saying in sayings]


def _turned(reading: Reading, saying: Saying, quoted: set[int]) -> Saying:
    if saying.head is None or len(saying.sources) != 1 or saying.cue is None:
        return saying
    content = numbers(saying.content)
    first = min(saying.sources[0][0], saying.cue[0])
    sentence = reading.sentence_of(saying.head)
    behind_comma = first - 1 > sentence.start and reading.words[first - 1].text == ","
    if not behind_comma or content & quoted or min(content) < first or saying.sources[0][1] > saying.cue[0]:
        return saying
    clause = set(range(sentence.start, first - 1))
    has_verb = any(reading.words[n].tag in {"VBD", "VBZ", "VBP", "MD"} for n in clause)
    if not has_verb or reading.words[sentence.start].upos == "SCONJ":
        return saying
    told = _told(reading, saying.cue[1], sentence)
    if told is None:
        return saying
    own = (saying.cue[1], told) if told > saying.cue[1] else None
    return replace(saying, content=ranges(reading, clause), told=(own,) if own else saying.told)


def _told(reading: Reading, start: int, sentence: Sentence) -> int | None:
    """Return where the words between a cue and the next mark end when they are no more than a hearer."""
    for number in range(start, sentence.end):
        if is_mark(reading, number):
            return number
        if reading.words[number].upos not in _TOLD:
            return None
    return sentence.end


def cited(reading: Reading, sayings: Sequence[Saying], *, vocab: CueVocab) -> list[Saying]:
    """Return the sayings with "radio quoted the general as saying" said by the general, once."""
    found = list(sayings)
    quoting: set[int] = set()
    for i, saying in enumerate(sayings):
        if saying.head is None or reading.words[saying.head - 1].text.lower() != "as":
            continue
        first = max(reading.sentence_of(saying.head).start, saying.head - _CITED_WITHIN)
        verbs = [n for n in range(first, saying.head) if vocab.lemma(reading.words[n]) in {"quote", "cite"}]
        if not verbs:
            continue
        if not is_passive(reading, verbs[-1]) and verbs[-1] + 1 < saying.head - 1:
            found[i] = replace(saying, sources=((verbs[-1] + 1, saying.head - 1),))
        quoting.add(verbs[-1])
    return [saying for saying in found if saying.head not in quoting]


def asides(reading: Reading, sayings: Sequence[Saying], *, vocab: CueVocab) -> Iterator[Saying]:
    """Give the sayings of "..., ruling out a truce" that neither the model nor the tree gave."""
    taken = {n for saying in sayings for n in cue_words(saying)}
    for sentence in reading.sentences:
        main = [s for s in sayings if s.head is not None and s.sources and sentence.start <= s.head < sentence.end]
        for number in range(sentence.start + 2, sentence.end - 1):
            outer = [s for s in main if s.head is not None and s.head < number]
            if outer and number not in taken and is_aside(reading, number, vocab=vocab):
                yield from _aside(reading, number, outer[0], sentence, vocab=vocab)


def _aside(reading: Reading, number: int, outer: Saying, sentence: Sentence, *, vocab: CueVocab) -> Iterator[Saying]:
    lemma = vocab.lemma(reading.words[number])
    after = reading.words[number + 1].text.lower()
    end = number + 2 if (lemma, after) in vocab.phrases else number + 1
    if end == number + 1 and lemma not in vocab.verbs:
        return
    stop = end
    while stop < sentence.end and not (is_mark(reading, stop) and reading.words[stop].text in {",", ";"}):
        stop += 1
    content = ranges(reading, range(end, stop))
    if content:
        yield replace(
            outer, head=number, cue=(number, end), content=content, told=(),
            act=vocab.act(reading, number, end), is_read=False, has_clause=False,
        )  # fmt: skip


def is_aside(reading: Reading, number: int, *, vocab: CueVocab) -> bool:
    """Return whether the word is a cue in -ing behind a comma, which goes back to the outer speaker."""
    word = reading.words[number]
    if not word.text.lower().endswith("ing") or vocab.lemma(word) not in vocab.asides or number < 2:
        return False
    before = number - 1
    while before > 0 and (reading.words[before].upos == "ADV" or set(reading.words[before].text) <= set("”’\"'")):
        before -= 1
    return reading.words[before].text == ","


def as_told(reading: Reading, sayings: Sequence[Saying]) -> list[Saying]:
    """Return the sayings with "..., as X reported" told of what is denied or said, not of the denial.

    In "the Command denies that it has left the town, as the radio reported" the radio reported that it has left.
    """
    return [_as_told(reading, saying, sayings) for saying in sayings]


def _as_told(reading: Reading, saying: Saying, sayings: Sequence[Saying]) -> Saying:
    if saying.head is None or "as" not in {reading.words[i].text.lower() for i in reading.children(saying.head)}:
        return saying
    content = numbers(saying.content)
    inner = [s for s in sayings if s is not saying and s.act == "deny" and cue_words(s) and cue_words(s) <= content]
    told = [s.content for s in inner if numbers(s.content) <= content]
    return replace(saying, content=told[0]) if told else saying


def parted(reading: Reading, sayings: Sequence[Saying], *, vocab: CueVocab) -> list[Saying]:
    """Return the sayings with what their speakers say beside them, rather than inside them, taken out.

    In "X vowed that Y would fight, ruling out a truce" it is X who rules it out, and the vow ends at the comma;
    in "the group denied it and accused the army" the accusation is no part of what is denied.
    """
    found = [
        _aside_by(reading, saying, sayings) if is_behind_comma(reading, saying, vocab=vocab) else saying
        for saying in sayings
    ]
    for i, other in enumerate(sayings):
        for j, outer in enumerate(found):
            if i == j or outer.head is None or other.head is None or other.head not in numbers(outer.content):
                continue
            is_behind = is_aside(reading, other.head, vocab=vocab)
            against = _set_against(reading, other)
            is_parted = is_behind or against is not None or _is_joined(reading, outer, other)
            if not _is_after(reading, outer, other) or not is_parted:
                continue
            first = min(cue_words(other) | numbers(other.content)) if against is None else against
            left = {n for n in numbers(outer.content) if n < first}
            left = _without_ends(reading, left)
            if left:
                found[j] = replace(outer, content=ranges(reading, left))
                found[i] = replace(found[i], sources=outer.sources or found[i].sources) if is_behind else found[i]
    return found


def is_behind_comma(reading: Reading, saying: Saying, *, vocab: CueVocab) -> bool:
    """Return whether the saying's cue is an aside of the outer speaker: ", ruling out a truce"."""
    return saying.head is not None and is_aside(reading, saying.head, vocab=vocab)


def _aside_by(reading: Reading, saying: Saying, sayings: Sequence[Saying]) -> Saying:
    """Return the aside with the speaker of the sentence's first cue that is not itself quoted."""
    inner = [other for other in sayings if any(other.head in numbers(s.content) for s in sayings if s is not other)]
    before = [
        other for other in sayings if other.sources and other not in inner and _is_earlier(reading, other, saying)
    ]
    outer = min(before, key=lambda other: other.head or 0, default=None)
    return saying if outer is None else replace(saying, sources=outer.sources)


def _is_earlier(reading: Reading, other: Saying, saying: Saying) -> bool:
    if other.head is None or saying.head is None or other.head >= saying.head:
        return False
    return reading.sentence_of(other.head) == reading.sentence_of(saying.head)


def _is_after(reading: Reading, outer: Saying, other: Saying) -> bool:
    assert outer.head is not None
    assert other.head is not None
    return outer.head < other.head and reading.sentence_of(outer.head) == reading.sentence_of(other.head)


def _set_against(reading: Reading, other: Saying) -> int | None:
    """Return the ", while" behind which another speaks: "said three had drowned, while the mayor reported five"."""
    assert other.head is not None
    marks = [i for i in reading.children(other.head) if reading.words[i].text.lower() in {"while", "whereas"}]
    is_own = bool(marks) and any(marks[0] < source[0] < other.head for source in other.sources)
    return marks[0] if is_own and reading.words[marks[0] - 1].text == "," else None


def _is_joined(reading: Reading, outer: Saying, other: Saying) -> bool:
    assert other.head is not None
    word = reading.words[other.head]
    is_same = word.dep == "conj" and bool(other.sources) and other.sources == outer.sources  # "said ..., and vowed"
    return is_same or (word.head == outer.head and word.dep in {"conj", "parataxis"})


def _without_ends(reading: Reading, content: set[int]) -> set[int]:
    """Return `content` without a conjunction or comma left over at its end."""
    while content:
        word = reading.words[max(content)]
        is_loose = is_mark(reading, max(content)) and not set(word.text) & set("“”\"«»„'’")
        if not is_loose and word.upos not in {"CCONJ", "SCONJ"}:
            break
        content = content - {max(content)}
    return content
