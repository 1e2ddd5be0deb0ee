"""What the language model saw of who says what: its attribution frames, as far as their cues hold."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.model.claim import Act
from onrecord.model.reading import Frame, Reading
from onrecord.stages.attribute.cues import CueVocab
from onrecord.stages.attribute.edges import spoken_clause
from onrecord.stages.attribute.saying import Range, Saying, is_mark, numbers, ranges
from onrecord.stages.attribute.sources import is_passive, phrase, relative_object

_CITED = {"quote", "cite"}  # whose passive subject speaks: "he was quoted as saying"
_NO_SPEAKER = {"who", "which", "that", "what", "whose", "how", "why"}
_NAMING = {"NOUN", "PROPN", "PRON"}
_LIGHT = {"AUX", "ADV", "PART", "PUNCT", "DET", "PRON", "CCONJ", "SCONJ"}
_OF_REPORTS = {"deny", "confirm", "refuse"}  # acts whose content begins with a noun: "denied reports that ..."
_QUOTING = 0.5  # a frame with some quoted words must be this sure
_COMMENT = {"comment", "elaborate", "say", "discuss", "speak", "answer"}  # declining which says nothing
_NAME = 8  # words, marks included, by which somebody is called
_SURE = 0.8  # a frame whose cue no table knows must be this sure, or have quoted words or a clause of its own


def by_frames(reading: Reading, quoted: set[int], *, vocab: CueVocab) -> list[Saying]:
    """Return a saying for every attribution frame that has a content and a cue that can show speech.

    `quoted` are the numbers of the words between quotation marks.
    """
    found = []
    for frame in reading.frames:
        if frame.kind != "attribution" or not frame.all("content"):
            continue
        saying = _saying(reading, frame, vocab=vocab)
        if saying is not None and _holds(reading, saying, frame, quoted, vocab=vocab):
            found.append(saying)
    return found


def _saying(reading: Reading, frame: Frame, *, vocab: CueVocab) -> Saying | None:
    cue, head = _cue(reading, frame, vocab=vocab)
    sources = tuple(_clean(reading, (role.start, role.end)) for role in frame.all("source"))
    sources = tuple(part for source in sources for part in _each(reading, source) if _is_speaker(reading, part))
    content = numbers((role.start, role.end) for role in frame.all("content"))
    if head is not None and cue is not None and is_passive(reading, head):
        meant = [source for source in sources if source[0] >= cue[1] and _is_meant(reading, source)]
        content |= numbers(meant)
        sources = tuple(source for source in sources if source not in meant)
        if is_told(reading, head, cue, vocab=vocab):
            sources = tuple(source for source in sources if source[0] >= cue[1])
    if cue is not None and head is not None and vocab.act(reading, head, head + 1) in _OF_REPORTS and head + 1 < cue[1]:
        content |= set(range(head + 1, cue[1]))
        cue = (cue[0], head + 1)
    if head is not None:
        sources = _of_own_clause(reading, head, sources, content)
    content -= numbers(sources) | (numbers([cue]) if cue else set())
    if not content or all(is_mark(reading, number) for number in content):
        return None
    return Saying(
        passage=reading.sentence_of(cue[0] if cue else min(content)).passage,
        head=head, cue=cue, sources=sources, content=ranges(reading, content), act=_act(reading, cue, vocab=vocab),
        is_read=True,
    )  # fmt: skip


def _of_own_clause(reading: Reading, head: int, sources: tuple[Range, ...], content: set[int]) -> tuple[Range, ...]:
    """Return who speaks in the cue's own clause, not in the one it hangs on.

    "A man is in jail after officials say he fired at a home": officials say so.
    """
    if reading.words[head].dep != "advcl" or is_passive(reading, head):
        return sources
    own = [i for i in reading.children(head) if reading.words[i].dep == "nsubj" and i not in content]
    if not own or any(source[0] <= own[0] < source[1] or source[0] > own[0] for source in sources):
        return sources
    return (phrase(reading, own[0]),)


def is_told(reading: Reading, head: int, cue: Range, *, vocab: CueVocab) -> bool:
    """Return whether the cue's subject is spoken to or of rather than speaking: "was told", "is expected to"."""
    is_by = reading.words[cue[1] - 1].text.lower() == "by"
    word = reading.words[head]
    is_felt = {word.text.lower(), word.lemma.lower()} & vocab.adjectives.keys()
    is_cited = vocab.lemma(word) in _CITED
    return is_passive(reading, head) and word.upos == "VERB" and not (is_by or is_felt or is_cited)


def _is_meant(reading: Reading, source: Range) -> bool:
    """Return whether it is them whom the words are about: "was attributed to the squads", "suspected in the murder"."""
    before = reading.words[source[0] - 1].text.lower() if source[0] else ""
    return before in {"to", "of", "in", "on", "against", "for", "with"}


def _act(reading: Reading, cue: Range | None, *, vocab: CueVocab) -> Act:
    """Return the act of the cue; being encouraged or alarmed by something is no call and no warning."""
    if cue is None or reading.words[cue[1] - 1].text.lower() == "by":
        return "say"
    return vocab.act(reading, *cue)


def _cue(reading: Reading, frame: Frame, *, vocab: CueVocab) -> tuple[Range | None, int | None]:
    """Return the cue's range and main word; one of helping words only ("has", "also") reaches to its verb."""
    if frame.end <= frame.start or all(is_mark(reading, i) for i in range(frame.start, frame.end)):
        return None, None
    inside = range(frame.start, frame.end)
    known = [i for i in inside if vocab.is_known(reading.words[i])]
    known = [i for i in known if vocab.act(reading, i, i + 1) in _OF_REPORTS][:1] or known
    verbs = [i for i in inside if reading.words[i].upos == "VERB"]
    if known and _is_phrase(reading, known[-1], frame.end, vocab=vocab):
        return (frame.start, frame.end + 1), known[-1]
    if known or verbs or not all(reading.words[i].upos in _LIGHT for i in inside):
        return (frame.start, frame.end), (known or verbs or list(inside))[-1]
    sentence = reading.sentence_of(frame.start)
    for number in range(frame.end, min(frame.end + 4, sentence.end)):
        if vocab.is_known(reading.words[number]):
            return (frame.start, number + 1), number
        if reading.words[number].upos not in _LIGHT:
            break
    return (frame.start, frame.end), frame.end - 1


def _is_phrase(reading: Reading, number: int, end: int, *, vocab: CueVocab) -> bool:
    """Return whether the cue goes on in the word behind it: "has called" in "has called on"."""
    if number != end - 1 or end >= reading.sentence_of(number).end:
        return False
    return (vocab.lemma(reading.words[number]), reading.words[end].text.lower()) in vocab.phrases


def _holds(reading: Reading, saying: Saying, frame: Frame, quoted: set[int], *, vocab: CueVocab) -> bool:
    """Return whether the frame's cue can show speech: a word of the table, or one that quotes or governs a clause."""
    content = numbers(saying.content)
    is_quoted = len(content & quoted) * 2 > len(content) or (len(content & quoted) > 2 and frame.score > _QUOTING)
    if saying.cue is None or saying.head is None:
        return True
    if reading.words[saying.cue[1] - 1].text == ":" and not any(
        vocab.is_known(word) or word.upos in {"VERB", "AUX"} for word in reading.words[slice(*saying.cue)]
    ):
        return False  # "Orvane attack: 'At least 55 killed'"
    if reading.words[saying.head].upos == "PROPN" and not vocab.is_known(reading.words[saying.head]):
        return False
    cue = reading.words[slice(*saying.cue)]
    is_named = len(content) < _NAME and "as" in {cue[-1].text.lower(), reading.words[min(content)].text.lower()}
    if is_named and not any(vocab.is_known(word) for word in cue):
        return False  # "identified only as “Juan”"
    if is_quoted:
        return True
    if any(tuple(word.text.lower() for word in cue[: len(words)]) == words for words in vocab.according):
        return True
    if saying.act == "refuse" and any(
        reading.words[number].lemma.lower() in _COMMENT for number in sorted(content)[:2]
    ):
        return False
    has_verb = any(reading.words[number].upos in {"VERB", "AUX"} for number in content)
    if any(vocab.is_known(word) for word in cue):
        is_clausal = any(vocab.lemma(word) in vocab.clausal for word in cue)
        if is_clausal and (not has_verb or (saying.act == "vow" and not _is_bound(reading, saying.head, content))):
            return False
        is_bare = saying.act != "say" or any(vocab.lemma(word) in vocab.bare for word in cue)
        return has_verb or is_bare or cue[-1].upos == "NOUN"
    return has_verb and frame.score > _SURE and bool(spoken_clause(reading, saying.head))


def _is_bound(reading: Reading, head: int, content: set[int]) -> bool:
    """Return whether somebody binds himself to do something: "committed to leaving", not "committed crimes"."""
    is_clause = any(reading.words[i].dep in {"ccomp", "xcomp"} for i in reading.children(head))
    return is_clause or reading.words[min(content)].text.lower() == "to" or reading.words[head + 1].text.lower() == "to"


def joined(reading: Reading, frames: Sequence[Saying], grammar: Iterable[Saying], quoted: set[int]) -> list[Saying]:
    """Return the sayings of both, each cue once: the model's words where it has them, the tree's for the rest."""
    found: list[Saying] = []
    for saying in frames:
        twin = next((i for i, other in enumerate(found) if same_cue(other, saying)), None)
        if twin is None:
            found.append(saying)
        elif len(numbers(saying.content)) > len(numbers(found[twin].content)):
            found[twin] = replace(saying, sources=saying.sources or found[twin].sources)
    for saying in grammar:
        twin = next((i for i, other in enumerate(found) if same_cue(other, saying)), None)
        if twin is None:
            found.append(saying)
            continue
        other = found[twin]
        found[twin] = replace(
            other,
            head=saying.head,
            act=saying.act,
            sources=_speakers(reading, other, saying),
            told=saying.told,
            content=_content(reading, other, saying, quoted),
        )
    return found


def _speakers(reading: Reading, frame: Saying, tree: Saying) -> tuple[Range, ...]:
    """Return the model's speakers, or the tree's where the cue only describes a noun."""
    is_described = tree.head is not None and reading.words[tree.head].dep == "acl"
    called = [n for n in numbers(frame.sources) if reading.words[n].dep == "vocative"]  # "Mr. President, they say"
    return tree.sources if is_described or called or not frame.sources else frame.sources


def _content(reading: Reading, frame: Saying, tree: Saying, quoted: set[int]) -> tuple[Range, ...]:
    """Return the content of a cue that the model and the tree both give one.

    The model's stands, with the tree's added where the model left the clause before its main verb;
    where the two have nothing in common, quoted words outweigh the tree.
    """
    read, grown = numbers(frame.content), numbers(tree.content)
    read -= numbers(tree.told)
    if not read or (tree.head is not None and grown and relative_object(reading, tree.head) is not None):
        return tree.content
    if grown and grown < read and _is_all(reading, read - grown, frame, tree, quoted):
        return tree.content
    if read & quoted or frame.head is None:
        return ranges(reading, read)
    if not read & grown:
        is_behind = bool(grown) and max(read) < frame.head < min(grown)  # "army kills 19, rebels claim attack on camp"
        return tree.content if tree.has_clause or is_behind else ranges(reading, read)
    clause = spoken_clause(reading, frame.head)
    if clause and clause[0] not in read and not grown & quoted:
        return ranges(reading, read | grown)
    return ranges(reading, read)


def _is_all(reading: Reading, rest: set[int], frame: Saying, tree: Saying, quoted: set[int]) -> bool:
    """Return whether what the tree gives is all that is said, and the `rest` stands beside it.

    In "Army kills 19, rebels claim attack on camp" it is the object right behind the cue; in "X said talks went on,
    hours after rebels killed nine, according to the military" the clause before it.
    """
    first = min(numbers(tree.content))
    if frame.head is None or frame.cue is None or 2 * len(rest & quoted) > len(rest):
        return False
    if first == frame.cue[1] and not tree.has_clause:
        return max(rest) < frame.head
    is_named_so = reading.words[frame.cue[0]].text.lower() in {"according", "per"}
    others = [f for f in reading.frames if f.kind == "attribution" and f.start in rest and f.all("source")]
    return is_named_so and bool(others) and all(f.start < first for f in others)


def _clean(reading: Reading, source: Range) -> Range:
    """Return the source without a clause or a loose description behind a comma."""
    start, end = source
    inside = [i for i in range(start, end) if (head := reading.words[i].head) is None or not start <= head < end]
    for number in range(start + 1, end):
        if reading.words[number].text == "," and number + 1 < end and _is_clause(reading, number + 1, end):
            end = number
            break
    if inside and inside[0] < end:
        low, high = phrase(reading, inside[0])
        if low <= inside[0] < high and any(reading.words[i].text == "," for i in range(high, end)):
            end = max(min(high, end), start + 1)
    while start + 1 < end and is_mark(reading, end - 1):
        end -= 1
    while start + 1 < end and is_mark(reading, start):
        start += 1
    return start, end


def _is_speaker(reading: Reading, source: Range) -> bool:
    """Return whether the words can name somebody: no pronoun that only opens a clause, no article left over."""
    words = reading.words[slice(*source)]
    return words[0].text.lower() not in _NO_SPEAKER and any(word.upos != "DET" for word in words)


def _each(reading: Reading, source: Range) -> tuple[Range, ...]:
    """Return the speakers that "and" joins, each by itself; a name with "and" inside stays whole."""
    start, end = source
    for number in range(start + 1, end - 1):
        if reading.words[number].text.lower() != "and":
            continue
        joined = [n for n in range(number + 1, end) if reading.words[n].dep == "conj"]
        heads = [reading.words[n].head for n in joined]
        first = next((n for n in range(start, number) if n in heads), None)
        if first is None or reading.words[first].upos not in _NAMING or not _is_top(reading, first, source):
            continue
        left = number
        while left - 1 > start and is_mark(reading, left - 1):
            left -= 1
        return ((start, left), *_each(reading, (number + 1, end)))
    return (source,)


def _is_top(reading: Reading, number: int, source: Range) -> bool:
    """Return whether word `number` heads the phrase: not the "health" of "the ministry of health and population"."""
    head = reading.words[number].head
    return head is None or not source[0] <= head < source[1]


def _is_clause(reading: Reading, number: int, end: int) -> bool:
    if reading.words[number].text.lower() in {"who", "which", "whose", "whom", "where"}:
        return True
    after = [word.text.lower() for word in reading.words[number : min(number + 4, end)]]
    return "which" in after or "whose" in after or "whom" in after


def same_cue(left: Saying, right: Saying) -> bool:
    """Return whether the cues of two sayings share a word."""
    if left.cue is None or right.cue is None:
        return False
    return left.cue[0] < right.cue[1] and right.cue[0] < left.cue[1]
