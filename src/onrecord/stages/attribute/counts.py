"""Who gives a count in no clause of its own: "The ministry put the toll at 16", "It had given a figure of 241".

"The army put it at four", "a figure the rebels put at 30": what is counted stands before.
"""

from functools import cache

from onrecord.model.reading import Reading
from onrecord.stages.attribute.cues import CueVocab
from onrecord.stages.attribute.saying import NOT, Saying, numbers, ranges, subtree
from onrecord.stages.attribute.sources import is_passive, source_of
from onrecord.vocab.load import load_table

_OWN = frozenset(("its", "their", "his", "her"))
_NUMBER = frozenset(("at", "as", "of", "to", "from"))


def given_count(reading: Reading, number: int, passage: int, *, vocab: CueVocab) -> Saying | None:
    """Return the saying of the verb at `number`, if its object is a count with its number, and somebody gives it."""
    words, lemma = reading.words, reading.words[number].lemma.lower()
    if words[number].upos != "VERB" or words[number].tag == "VB" or is_passive(reading, number):
        return None
    is_given = lemma in _table("give") or (lemma in _table("give_own") and _has_own_count(reading, number))
    name = "counts" if is_given else "counted" if lemma in _table("count") else None
    if name is None:
        return None
    nouns = _table(name)
    children = reading.children(number)
    objects = [i for i in children if words[i].dep == "obj" and words[i].text.lower() in nouns]
    objects = objects or _told_before(reading, number, nouns)
    sources = source_of(reading, number)
    if not objects or not sources or any(words[i].text.lower() in NOT for i in children):
        return None
    if any(words[i].upos == "NUM" for i in numbers(sources)):
        return None  # "said six people died but put the toll at four": the six put nothing
    behind = [i for i in children if words[i].dep.startswith(("obl", "nmod", "xcomp")) and _case(reading, i) in _NUMBER]
    content = set().union(*(_phrase(reading, i, number) for i in (*objects, *behind))) - numbers(sources) - {number}
    if not any(words[i].upos == "NUM" for i in content):
        return None
    cue = (number, number + 1)
    return Saying(
        passage=passage, head=number, cue=cue, sources=sources, content=ranges(reading, content),
        act=vocab.verbs.get(lemma, "say"),
    )  # fmt: skip


def _has_own_count(reading: Reading, number: int) -> bool:
    """Return whether the object is the subject's own: "raised its toll to 31", not "the blast raised the toll"."""
    objects = [i for i in reading.children(number) if reading.words[i].dep == "obj"]
    return any(reading.words[i].text.lower() in _OWN for noun in objects for i in reading.children(noun))


def _told_before(reading: Reading, number: int, nouns: frozenset[str]) -> list[int]:
    """Return "it" of "put it at four", or the noun a relative clause is said of: "a figure the rebels put at 30"."""
    words, head = reading.words, reading.words[number].head
    children = reading.children(number)
    if not any(_case(reading, i) == "at" for i in children):
        return []
    if words[number].dep == "acl:relcl" and head is not None and words[head].text.lower() in nouns:
        return [head]
    return [i for i in children if words[i].dep == "obj" and words[i].text.lower() == "it"]


def _phrase(reading: Reading, top: int, verb: int) -> set[int]:
    """Return the words of a noun, but for the clause of the verb where that hangs from it."""
    own = subtree(reading, top)
    return own - subtree(reading, verb) if verb in own else own


def _case(reading: Reading, number: int) -> str:
    return next((reading.words[i].text.lower() for i in reading.children(number) if reading.words[i].dep == "case"), "")


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(load_table("cues")["given_counts"][name])
