"""Which words name the speaker of a cue?"""

from functools import cache

from onrecord.model.reading import Reading
from onrecord.stages.attribute.saying import Range, Saying, is_mark, numbers, subtree
from onrecord.vocab.load import load_table

_MARKS = frozenset("\"'“”‘’«»")
_NO_PART = {"acl", "acl:relcl", "parataxis", "advcl", "cc:preconj", "discourse"}


@cache
def text_nouns(*kinds: str) -> frozenset[str]:
    """Return the nouns of texts of the kinds: what somebody issues, what somebody finds."""
    return frozenset(noun for kind in kinds for noun in load_table("cues")["texts"][kind])


@cache
def titles() -> frozenset[str]:
    """Return the offices and other titles that persons hold."""
    return frozenset(load_table("roles")["titles"])


def source_of(reading: Reading, cue: int) -> tuple[Range, ...]:
    """Return the phrases that speak at the cue `cue`: its subject, or the one it shares with the verb before it."""
    at: int | None = cue
    for _ in range(6):
        if at is None:
            return _in_front(reading, cue)
        subject = _subject(reading, at, is_cue=at == cue)
        if subject is not None:
            return _phrases(reading, subject)
        if at == cue and is_passive(reading, cue):
            return ()
        at = _shares_with(reading, at)
    return _in_front(reading, cue)


def _in_front(reading: Reading, cue: int) -> tuple[Range, ...]:
    """Return the noun phrase that ends right in front of the cue and its helping words, where the tree has none."""
    sentence = reading.sentence_of(cue)
    at = cue - 1
    while at > sentence.start and reading.words[at].upos in {"AUX", "ADV"}:
        at -= 1
    word = reading.words[at]
    if (
        at < sentence.start
        or word.upos not in {"NOUN", "PROPN", "PRON"}
        or word.text.lower() in {"who", "which", "that"}
    ):
        return ()
    if reading.words[cue].tag not in {"VBD", "VBZ", "VBP", "VBN"}:
        return ()
    start, end = phrase(reading, at)
    return ((start, end),) if end == at + 1 else ((at, at + 1),)


def _subject(reading: Reading, verb: int, *, is_cue: bool) -> int | None:
    words = reading.words
    children = reading.children(verb)
    agent = [child for child in children if words[child].dep == "obl:agent" or _is_by(reading, child)]
    if is_cue and is_passive(reading, verb):
        return agent[0] if agent else None
    for child in children:
        if words[child].dep in {"nsubj", "nsubj:pass", "csubj"}:
            if not _is_relative(reading, child):
                return child
            of = _by_whom(reading, _antecedent(reading, verb), child)
            return None if of is None else _issued_by(reading, of)
    noun = words[verb].head
    if words[verb].dep in {"acl:relcl", "acl"} and noun is not None and not (is_cue and is_passive(reading, verb)):
        return _issued_by(reading, noun)
    return None


def _issued_by(reading: Reading, noun: int) -> int:
    """Return who speaks in the text that the noun names: the subject of "issued a statement saying", or the noun."""
    word = reading.words[noun]
    is_text = word.lemma.lower() in text_nouns("documents", "findings") and word.dep == "obj"
    if not is_text or word.head is None or reading.words[word.head].lemma.lower() in load_table("cues")["taking"]:
        return noun
    return _subject(reading, word.head, is_cue=False) or noun


def is_passive(reading: Reading, verb: int) -> bool:
    """Return whether something is said of the subject rather than by it."""
    children = reading.children(verb)
    helped = any(reading.words[child].dep == "aux:pass" for child in children)
    has = any(reading.words[child].text.lower() in {"has", "have", "had", "having"} for child in children)
    return helped or (any(reading.words[child].dep == "nsubj:pass" for child in children) and not has)


def relative_object(reading: Reading, verb: int) -> int | None:
    """Return the noun that a clause of its own says something of: "shelling which it blamed on the army"."""
    words = reading.words
    children = reading.children(verb)
    subjects = [i for i in children if words[i].dep == "nsubj"]
    objects = [i for i in children if words[i].dep in {"obj", "ccomp", "xcomp"} and words[i].tag not in {"WDT", "WP"}]
    is_of_noun = words[verb].dep == "acl:relcl" and len(subjects) == 1 and not objects
    if not is_of_noun or words[subjects[0]].tag in {"WDT", "WP"}:
        return None
    return words[verb].head


def _is_by(reading: Reading, child: int) -> bool:
    word = reading.words[child]
    return word.dep == "obl" and any(
        reading.words[i].text.lower() == "by" and reading.words[i].dep == "case" for i in reading.children(child)
    )


def _is_relative(reading: Reading, child: int) -> bool:
    return reading.words[child].text.lower() in {"who", "which", "that"} and reading.words[child].upos in {
        "PRON",
        "DET",
        "SCONJ",
    }


def _antecedent(reading: Reading, verb: int) -> int | None:
    at: int | None = verb
    for _ in range(5):
        if at is None:
            return None
        if reading.words[at].dep in {"acl:relcl", "acl"}:
            return reading.words[at].head
        if reading.words[at].dep == "advcl:relcl":
            return _text_of(reading, reading.words[at].head)
        at = reading.words[at].head
    return None


def _by_whom(reading: Reading, noun: int | None, relative: int) -> int | None:
    """Return the one named last where a count cannot speak: "a figure disputed by the council, which says ..."."""
    if noun is None or reading.words[noun].lemma.lower() not in load_table("cues")["given_counts"]["counts"]:
        return noun
    named = [i for i in range(noun + 1, relative) if reading.words[i].dep == "obl:agent"]
    return named[-1] if named else noun


def _text_of(reading: Reading, verb: int | None) -> int | None:
    """Return the text that the verb has for an object: "issued communique No 114, which says"."""
    objects = [i for i in reading.children(verb) if reading.words[i].dep == "obj"] if verb is not None else []
    return next((i for i in objects if reading.words[i].lemma.lower() in text_nouns("documents", "findings")), None)


def _shares_with(reading: Reading, verb: int) -> int | None:
    """Return the verb whose subject `verb` shares: the one it is joined to, or that governs "..., saying"."""
    word = reading.words[verb]
    if word.dep not in {"conj", "advcl", "xcomp", "parataxis"}:
        return None
    return _before_quote(reading, verb) if word.tag == "VBG" and word.dep == "advcl" else word.head


def _before_quote(reading: Reading, verb: int) -> int | None:
    """Return what governs ", saying": where a quote closes before it, nothing inside the quote, but what quotes."""
    words, sentence = reading.words, reading.sentence_of(verb)
    closed = verb - 2
    if closed <= sentence.start or words[verb - 1].text != "," or words[closed].text not in _MARKS:
        return words[verb].head
    opened = next((i for i in range(closed - 1, sentence.start, -1) if words[i].text in _MARKS), closed)
    at = words[verb].head
    while at is not None and opened < at < closed:
        at = words[at].head
    return at


def _phrases(reading: Reading, head: int) -> tuple[Range, ...]:
    """Return the phrase of `head` and of those joined to it by "and": speakers each."""
    joined = [child for child in reading.children(head) if reading.words[child].dep == "conj"]
    named = [child for child in joined if reading.words[child].upos in {"NOUN", "PROPN", "PRON"}]
    return tuple(phrase(reading, number, without=named) for number in (head, *named))


def phrase(reading: Reading, head: int, *, without: list[int] | None = None) -> Range:
    """Return the words of the noun phrase at `head`: with its apposition, without clauses and other speakers."""
    below = subtree(reading, head)
    for child in reading.children(head):
        word = reading.words[child]
        if _is_apart(word.dep, word.upos, is_other=child in (without or ()), is_list=without is not None):
            below -= subtree(reading, child)
        elif word.dep in {"cc", "case", "mark"} and word.text.lower() != "of":
            below -= {child}
    start = end = head
    while start - 1 in below:
        start -= 1
    while end + 1 in below:
        end += 1
    while start < head and (is_mark(reading, start) or reading.words[start].upos in {"ADP", "CCONJ", "SCONJ"}):
        start += 1
    while end > head and is_mark(reading, end):
        end -= 1
    return start, end + 1


def _is_apart(dep: str, upos: str, *, is_other: bool, is_list: bool) -> bool:
    """Return whether a part of a noun phrase does not name the speaker: a clause, another speaker, a description."""
    return dep in _NO_PART or is_other or (dep == "conj" and is_list) or (dep == "appos" and upos != "PROPN")


def whole_sources(reading: Reading, saying: Saying) -> tuple[Range, ...]:
    """Return the speakers with names made whole that the model cut short: "The" of "The Front"."""
    if saying.cue is None:
        return saying.sources
    content = numbers(saying.content)
    return tuple(_whole_source(reading, source, saying.cue, content) for source in saying.sources)


def _whole_source(reading: Reading, source: Range, cue: Range, content: set[int]) -> Range:
    start, end = source
    while start + 1 < end and reading.words[start].text.lower() == "by":
        start += 1
    last = cue[0] if cue[0] >= end else reading.sentence_of(start).end
    while end < last and end not in content and _is_cut(reading, end):
        end += 1
    if end + 1 < last and reading.words[end].text == "," and last == cue[0]:
        rest = [word for word in reading.words[end + 1 : last] if word.text != ","]
        if 0 < len(rest) < 7 and all(word.upos == "PROPN" or word.text in {"-", "."} for word in rest):
            end = last
    while end - 1 > start and is_mark(reading, end - 1) and reading.words[end - 1].text != ")":
        end -= 1
    texts = [word.text for word in reading.words[start:end]]
    is_open = "(" in texts and ")" not in texts and end < len(reading.words) and reading.words[end].text == ")"
    return start, end + is_open


def _is_cut(reading: Reading, end: int) -> bool:
    """Return whether a noun phrase cannot end before word `end`: an article or half a name stands last."""
    before, word = reading.words[end - 1], reading.words[end]
    if before.upos in {"DET", "ADJ", "ADP"} or before.text in {"-", "'s", "’s"}:
        return word.upos in {"NOUN", "PROPN", "ADJ", "DET", "NUM"} or word.text in {"-", "'s", "’s"}
    if word.text in {"-", "'s", "’s"}:
        return True
    return word.upos == "PROPN" and before.upos == "PROPN" and before.text[:1].isupper()
