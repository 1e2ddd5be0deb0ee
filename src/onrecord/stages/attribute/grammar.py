"""What does a sentence's tree say of who says what: "X said ...", "..., according to X", "X blamed Y for ..."?"""

from collections.abc import Iterator

from onrecord.model.claim import Act
from onrecord.model.reading import Reading
from onrecord.stages.attribute.counts import given_count
from onrecord.stages.attribute.cues import CueVocab
from onrecord.stages.attribute.edges import spoken_clause
from onrecord.stages.attribute.saying import FINITE, NOT, Range, Saying, is_mark, numbers, ranges, subtree
from onrecord.stages.attribute.sources import is_passive, phrase, relative_object, source_of

_SAID_AT_ALL = {"say", "tell", "specify", "confirm", "comment", "report", "know"}  # not said is no claim
_FAR = 9  # words behind a verb that its adjective may stand: "held the army and its allies responsible"
_HELD = {"obj", "iobj", "obl", "xcomp", "ccomp", "advcl"}


def by_grammar(reading: Reading, *, vocab: CueVocab) -> Iterator[Saying]:
    """Give a saying for every cue of the table that the tree gives a content."""
    for sentence in reading.sentences:
        for number in range(sentence.start, sentence.end):
            saying = (
                _verb(reading, number, sentence.passage, vocab=vocab)
                or _adjective(reading, number, sentence.passage, vocab=vocab)
                or _according(reading, number, sentence.passage, vocab=vocab)
                or given_count(reading, number, sentence.passage, vocab=vocab)
                or _last_word(reading, number, sentence.passage, vocab=vocab)
            )
            if saying is not None:
                yield saying


def _verb(reading: Reading, number: int, passage: int, *, vocab: CueVocab) -> Saying | None:
    words = reading.words
    word = words[number]
    lemma = vocab.lemma(word)
    if word.upos != "VERB" or word.dep in {"amod", "compound", "case", "mark"}:
        return None
    particle = _particle(reading, number, vocab=vocab)
    act = vocab.phrases[lemma, particle[1]] if particle else vocab.verbs.get(lemma)
    if act is None or _is_unsaid(reading, number, lemma):
        return None
    said = f"{lemma} {particle[1]}" if particle else lemma
    content = _content(reading, number, said, act, particle[0] if particle else None, vocab=vocab)
    if not content:
        return None
    cue = (number, number + 1)
    if particle and particle[0] == number + 1:
        cue = (number, number + 2)
    sources = source_of(reading, number)
    own = content - {i for start, end in (*sources, cue) for i in range(start, end)}
    told = _told(reading, number, lemma, own, vocab=vocab)
    if any(words[child].dep == "xcomp" for child in reading.children(number)) and lemma not in {"tell", "inform"}:
        own |= {i for start, end in told if start > number for i in range(start, end)}
    return Saying(
        passage=passage, head=number, cue=cue, sources=sources, content=ranges(reading, own), act=act,
        told=told, has_clause=bool(spoken_clause(reading, number)),
    )  # fmt: skip


def _particle(reading: Reading, number: int, *, vocab: CueVocab) -> tuple[int, str] | None:
    """Return (word number, word) of the particle or preposition that makes `number` a cue of two words."""
    sentence = reading.sentence_of(number)
    lemma = vocab.lemma(reading.words[number])
    for after in range(number + 1, min(number + _FAR, sentence.end)):
        text, is_near = reading.words[after].text.lower(), after < number + 3
        if (lemma, text) in vocab.phrases and (is_near or reading.words[after].upos == "ADJ"):
            return after, text
    return None


def _is_unsaid(reading: Reading, number: int, lemma: str) -> bool:
    """Return whether nobody says it: negated, an infinitive, a question of what to say."""
    children = reading.children(number)
    texts = {reading.words[child].text.lower() for child in children}
    if texts & NOT and lemma in _SAID_AT_ALL:
        return True
    has_subject = any(reading.words[child].dep.startswith("nsubj") for child in children)
    return reading.words[number].tag == "VB" and "to" in texts and not has_subject


def _content(reading: Reading, number: int, said: str, act: Act, particle: int | None, *, vocab: CueVocab) -> set[int]:
    words = reading.words
    children = reading.children(number)
    clause = spoken_clause(reading, number)
    if clause:
        return set().union(*(subtree(reading, child) for child in clause))
    is_of_noun = said in vocab.bare and any(words[child].dep == "obj" and child > number for child in children)
    if not is_of_noun and (around := _around(reading, number)):
        return around
    held = [child for child in children if words[child].dep.split(":")[0] in _HELD and child > number]
    infinitive = [child for child in held if words[child].dep == "xcomp"]
    if act == "say" and any(words[child].tag == "VBG" for child in infinitive):
        return set().union(*(subtree(reading, child) for child in infinitive))
    if particle is None and said in vocab.bare and (told_of := relative_object(reading, number)) is not None:
        dated = numbers((name.start, name.end) for name in reading.names if name.kind == "date")
        undated = [child for child in held if child not in dated]
        of = _complement(reading, number, undated, None)
        return set(range(*phrase(reading, told_of))) | of if of else set()
    subject = [child for child in children if words[child].dep == "nsubj:pass"]
    if said in vocab.bare and subject and is_passive(reading, number) and source_of(reading, number):
        return set().union(*(subtree(reading, child) for child in subject))
    if subject and particle is not None and act == "accuse" and is_passive(reading, number):
        own = set().union(*(subtree(reading, child) for child in subject))
        return own | _complement(reading, number, held, particle)
    if particle is not None or said in vocab.bare or (infinitive and act != "say"):
        if particle is None and not any(words[child].dep.split(":")[0] in {"obj", "xcomp", "ccomp"} for child in held):
            return set()
        if any(words[child].lemma in {"comment", "elaborate", "say", "discuss"} for child in infinitive):
            return set()
        return _complement(reading, number, held, particle)
    return set()


def _complement(reading: Reading, number: int, held: list[int], particle: int | None) -> set[int]:
    """Return the words from the first complement to the last, without adverbials of time."""
    kept = [child for child in held if reading.words[child].dep not in {"obl:tmod", "advcl", "obl:agent"}]
    below = set().union(*(subtree(reading, child) for child in kept)) if kept else set()
    return {i for i in below if i > number and i != particle}


def _around(reading: Reading, number: int) -> set[int]:
    """Return the clause that a parenthesis ("..., he said, ...") stands in."""
    word = reading.words[number]
    if word.dep == "parataxis" and word.head is not None and not _is_parted(reading, word.head, number):
        return subtree(reading, word.head) - subtree(reading, number)
    before = [child for child in reading.children(number) if reading.words[child].dep == "parataxis"]
    before = [child for child in before if not _is_parted(reading, number, child)]
    return set().union(*(subtree(reading, child) for child in before)) if before else set()


def _is_parted(reading: Reading, left: int, right: int) -> bool:
    """Return whether a semicolon parts the two: "both declined to comment; a diplomat said"."""
    return any(word.text == ";" for word in reading.words[min(left, right) : max(left, right)])


def _told(reading: Reading, number: int, lemma: str, content: set[int], *, vocab: CueVocab) -> tuple[Range, ...]:
    """Return whom it was said to: the object of "told", "to reporters" behind "said"."""
    found = []
    for child in reading.children(number):
        word = reading.words[child]
        case = {reading.words[i].text.lower() for i in reading.children(child) if reading.words[i].dep == "case"}
        is_object = lemma in vocab.told and word.dep in {"obj", "iobj", "nsubj:pass"}
        is_hearer = word.dep.startswith("obl") and "to" in case and word.upos in {"NOUN", "PROPN", "PRON"}
        if child not in content and (is_object or is_hearer):
            found.append(phrase(reading, child))
    return tuple(found)


def _adjective(reading: Reading, number: int, passage: int, *, vocab: CueVocab) -> Saying | None:
    word = reading.words[number]
    act = vocab.adjectives.get(word.lemma.lower()) or vocab.adjectives.get(word.text.lower())
    if act is None or word.upos not in {"ADJ", "VERB"}:
        return None
    children = reading.children(number)
    feeling = [child for child in children if reading.words[child].dep.startswith("nsubj")]
    is_felt = bool(feeling) and is_passive(reading, number)
    sources = (phrase(reading, feeling[0]),) if is_felt else source_of(reading, number)
    has_copula = any(reading.words[child].dep in {"cop", "aux:pass", "aux"} for child in children)
    held = [c for c in children if c > number and reading.words[c].dep.split(":")[0] in {"obl", "ccomp", "advcl"}]
    if not sources or not has_copula or not held:
        return None
    first = held[:1]
    content = set().union(*(subtree(reading, child) for child in first))
    return Saying(
        passage=passage,
        head=number,
        cue=(number, number + 1),
        sources=sources,
        content=ranges(reading, content),
        act=act,
    )


def _according(reading: Reading, number: int, passage: int, *, vocab: CueVocab) -> Saying | None:
    sentence = reading.sentence_of(number)
    for words in vocab.according:
        end = number + len(words)
        if tuple(word.text.lower() for word in reading.words[number:end]) != words or end >= sentence.end:
            continue
        head = _governed_from(reading, end, sentence.end)
        source = phrase(reading, head)
        clause = _clause(reading, head, sentence.start, sentence.end)
        if not any(reading.words[i].tag in FINITE for i in range(sentence.start, number)):
            clause = set(range(_behind(reading, source[1], sentence.end), sentence.end))
        content = clause - set(range(number, max(source[1], end))) - subtree(reading, head)
        content = {i for i in content if not _opens_sentence(reading, i, sentence.start)}
        return Saying(
            passage=passage,
            head=number,
            cue=(number, end),
            sources=(source,),
            content=ranges(reading, content),
            act="say",
        )
    return None


def _last_word(reading: Reading, number: int, passage: int, *, vocab: CueVocab) -> Saying | None:
    """Return what is said where a verb at the end was taken for a noun: "..., the Relief Union estimates."."""
    words, sentence = reading.words, reading.sentence_of(number)
    act = vocab.verbs.get(vocab.forms.get(words[number].text.lower(), ""))
    is_last = all(is_mark(reading, i) for i in range(number + 1, sentence.end))
    if act is None or words[number].tag != "NNS" or not is_last:
        return None
    names = (n for n in reading.names if n.end == number and n.kind in {"organisation", "person"})
    start = next((name.start for name in names), sentence.start)
    start -= words[start - 1].upos == "DET"
    if start - 1 <= sentence.start or words[start - 1].text != ",":
        return None
    said = range(sentence.start, start - 1)
    if not any(words[i].tag in FINITE for i in said):
        return None
    return Saying(
        passage=passage, head=number, cue=(number, number + 1), sources=((start, number),),
        content=ranges(reading, said), act=act,
    )  # fmt: skip


def _behind(reading: Reading, start: int, end: int) -> int:
    """Return where the clause begins behind "according to X, ...": after the comma."""
    return next((i + 1 for i in range(start, end) if reading.words[i].text == ","), start)


def _governed_from(reading: Reading, start: int, end: int) -> int:
    """Return the head of the noun phrase that begins at `start`."""
    for number in range(start, end):
        word = reading.words[number]
        if word.upos in {"NOUN", "PROPN", "PRON"} and (
            word.head is None or not start <= word.head < end or word.head <= number - 99
        ):
            return number
    at = start
    while at + 1 < end and reading.words[at].upos not in {"NOUN", "PROPN", "PRON"}:
        at += 1
    while (
        at + 1 < end
        and reading.words[at].dep in {"compound", "amod", "nmod:poss"}
        and reading.words[at + 1].upos in {"NOUN", "PROPN"}
    ):
        at += 1
    return at


def _clause(reading: Reading, source: int, start: int, end: int) -> set[int]:
    """Return the words of the clause that the phrase around `source` hangs on."""
    at: int | None = reading.words[source].head
    while at is not None and start <= at < end:
        word = reading.words[at]
        if word.dep == "root" or word.head is None:
            return set(range(start, end))
        if word.dep in {"ccomp", "advcl", "conj", "parataxis"} and word.upos in {"VERB", "AUX", "ADJ"}:
            return subtree(reading, at)
        at = word.head
    return set(range(start, end))


def _opens_sentence(reading: Reading, number: int, start: int) -> bool:
    first = next((i for i in range(start, start + 3) if not is_mark(reading, i)), start)
    return number == first and reading.words[first].text.lower() in {"meanwhile", "but", "and", "however"}
