"""Puts right where a parser ties words against what their own forms say.

"Gunmen shot dead a judge" tied as if a judge had shot gunmen: a past tense without an auxiliary is active, and what
stands behind it without "by" is its object.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.model.reading import Reading, Word

_AIMED = frozenset({"on", "at", "upon", "into"})
_FIRING = frozenset({"fire", "shoot"})
_AUXILIARY = ("aux", "aux:pass")

Children = Mapping[int, Sequence[int]]


def mended(reading: Reading) -> Reading:
    """Return the reading with such ties put right, the same reading where there are none."""
    below: dict[int, list[int]] = defaultdict(list)
    for number, word in enumerate(reading.words):
        if word.head is not None:
            below[word.head].append(number)
    dated = {i for name in reading.names if name.kind == "date" for i in range(name.start, name.end)}
    changed: dict[int, Word] = {}
    for number, word in enumerate(reading.words):
        changed.update(_with_auxiliary(number, reading.words, below))
        changed.update(_as_result(number, reading.words, below))
        if word.tag != "VBD":
            continue
        changed.update(_as_active(number, reading.words, below, dated))
        changed.update(_as_main(number, reading.words, below))
    if not changed:
        return reading
    return replace(reading, words=tuple(changed.get(n, word) for n, word in enumerate(reading.words)))


def _as_active(verb: int, words: Sequence[Word], below: Children, dated: set[int]) -> Iterator[tuple[int, Word]]:
    """Give the subject and object of a past tense that is tied as a passive: "Gunmen shot dead a judge"."""
    under = below.get(verb, ())
    if any(words[i].dep in _AUXILIARY for i in under):
        return
    bare = [i for i in under if words[i].dep == "obl:agent" and not _cases(i, words, below)]
    if not bare and not _is_aimed(verb, words, below, dated):
        return
    for i in under:
        if i in bare:
            yield i, replace(words[i], dep="obj")
        elif words[i].dep == "nsubj:pass":
            yield i, replace(words[i], dep="nsubj")


def _is_aimed(verb: int, words: Sequence[Word], below: Children, dated: set[int]) -> bool:
    """Return whether it tells of shots at something: "a helicopter fired on a school", not "fired on Tuesday"."""
    aims = [i for i in below.get(verb, ()) if words[i].dep == "obl" and i not in dated]
    return words[verb].lemma.lower() in _FIRING and any(_cases(i, words, below) & _AIMED for i in aims)


def _as_result(verb: int, words: Sequence[Word], below: Children) -> Iterator[tuple[int, Word]]:
    """Tie a participle to the one it is listed with: "shelled a hospital, killing a nurse and wounding three"."""
    word = words[verb]
    if word.tag != "VBG" or word.dep != "conj" or word.head is None or words[word.head].tag not in ("VBD", "VBN"):
        return
    before = [i for i in below[word.head] if words[i].tag == "VBG" and words[i].dep == "advcl" and word.head < i < verb]
    if before and any(words[i].dep == "cc" for i in below.get(verb, ())):
        yield verb, replace(word, head=before[-1])


def _with_auxiliary(have: int, words: Sequence[Word], below: Children) -> Iterator[tuple[int, Word]]:
    """Tie "had" to the participle right behind it, tied beside it as a verb of its own: "had lost contact"."""
    word = words[have]
    if word.lemma.lower() != "have" or word.dep == "aux" or word.head is None or have + 1 >= len(words):
        return
    following = words[have + 1]
    if following.tag != "VBN" or following.head != word.head:
        return
    yield have, replace(word, dep="aux", head=have + 1)
    yield have + 1, replace(following, dep=word.dep)
    for i in below.get(have, ()):
        yield i, replace(words[i], head=have + 1)


def _as_main(verb: int, words: Sequence[Word], below: Children) -> Iterator[tuple[int, Word]]:
    """Tie a past tense that is listed with a participle to the past tense over it.

    "hit those who had come to help and killed four more": who hit them killed four more.
    """
    word = words[verb]
    if word.dep != "conj" or word.head is None or any(words[i].dep.startswith(("nsubj", "aux")) for i in below[verb]):
        return
    first = words[word.head]
    is_perfect = any(words[i].dep == "aux" and words[i].lemma.lower() == "have" for i in below[word.head])
    if first.tag != "VBN" or first.dep != "acl:relcl" or first.head is None or not is_perfect:
        return
    above = words[first.head].head
    if above is not None and words[above].tag == "VBD" and words[first.head].dep == "obj":
        yield verb, replace(word, head=above)


def _cases(number: int, words: Sequence[Word], below: Children) -> set[str]:
    return {words[i].text.lower() for i in below.get(number, ()) if words[i].dep == "case"}
