"""Which words of a report name the same thing: mentions from the trees, and to which earlier one each goes back."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

import numpy as np

from onrecord.model.reading import Chain, Name, Word
from onrecord.reader.labels import Scores
from onrecord.reader.network import Network
from onrecord.reader.pairs import PRONOUNS, Candidate, pairs_of
from onrecord.reader.pieces import quote_states
from onrecord.vocab.load import load_table

_OUTSIDE = {"cc", "conj", "appos", "parataxis", "list", "discourse", "vocative", "dislocated", "orphan", "mark"}
_CLAUSAL = {"nsubj", "nsubj:pass", "csubj", "cop", "aux", "aux:pass", "advmod", "obl", "advcl", "nsubj:outer", "expl"}
_EDGE_TAGS = {"punct", "case"}
_FIRST_PERSON = frozenset(" ".join(PRONOUNS[:2]).split())
_UNLIKE = {
    "he": {"she", "it", "they", "several"}, "she": {"he", "it", "they", "several"}, "it": {"he", "she", "person"},
    "they": {"he", "she", "person"}, "person": {"it", "they", "several"}, "several": {"he", "she", "person"},
}  # fmt: skip
"""Which of the words that `Marks.called` holds cannot be one thing with which."""
_CALLED = {word: row.split()[0] for row in PRONOUNS for word in row.split() if row.split()[0] in _UNLIKE}
_RELUCTANCE = 0.5  # of which a new thing must be the better: pairs are scored a little low


@dataclass(slots=True)
class Marks:
    """What keeps a mention, or a chain of them, from being one thing with another.

    `named`: the words of the names of people and places; two names without a word in common are not one thing.
    `listed`: the words that "A, B and C" hang from; what is listed side by side is not one thing.
    `quoted`: whether "I" or "we" is said inside quotation marks, or outside; inside and outside are two speakers.
    `called`: as whom they are told: "he", "she", "it" or "they" (a mother is a "she"), one named person, several by a
    plural noun.
    `owners`: the head words of what owns it, `places` its own; "his mother" is not "his".
    """

    named: set[str] = field(default_factory=set)
    listed: set[int] = field(default_factory=set)
    quoted: set[bool] = field(default_factory=set)
    called: set[str] = field(default_factory=set)
    owners: set[int] = field(default_factory=set)
    places: set[int] = field(default_factory=set)

    def allow(self, own: "Marks") -> bool:
        """Return whether a mention marked `own` may be one thing with this."""
        is_named_alike = not own.named or not self.named or own.named & self.named
        is_apart = own.listed & self.listed or own.owners & self.places or self.owners & own.places
        is_alike = not any(_UNLIKE[word] & self.called for word in own.called)
        return bool(is_named_alike) and not is_apart and is_alike and len(own.quoted | self.quoted) < 2

    def add(self, own: "Marks") -> None:
        """Take in the marks of a mention that joined."""
        self.named |= own.named
        self.listed |= own.listed
        self.quoted |= own.quoted
        self.called |= own.called
        self.owners |= own.owners
        self.places |= own.places


@dataclass(slots=True)
class Mentions:
    """What a report mentions, gathered window by window."""

    found: list[Candidate] = field(default_factory=list)
    vectors: list[Scores] = field(default_factory=list)
    marks: list["Marks"] = field(default_factory=list)

    def add(
        self,
        words: Sequence[Word],
        heads: Sequence[int],
        vectors: Scores,
        names: Sequence[Name],
        *,
        at: int,
        cuts: Sequence[tuple[int, int]],
        sentence: int,
    ) -> None:
        """Add the mentions headed by words `heads` of a window whose words count from `at` in the report.

        `vectors` has a row a head; `cuts` are the window's sentences, of which the first is number `sentence`.
        """
        apart = [n for n in names if n.kind in ("person", "location")]
        below, states = _children(words, at), quote_states([w.text for w in words])
        starts = [start for start, _ in cuts]
        for i, vector in zip(heads, vectors, strict=True):
            start, end = span_of_mention(words, below, i, at)
            self.found.append(
                Candidate(
                    start=at + start, end=at + end, head=at + i, head_word=words[i].text.lower(),
                    words=tuple(w.text.lower() for w in words[start:end]), tag=words[i].tag, dep=words[i].dep,
                    sentence=sentence + bisect_right(starts, i) - 1,
                )
            )  # fmt: skip
            self.vectors.append(vector)
            name = next((n for n in apart if n.start <= i < n.end), None)
            covered = () if name is None else words[name.start : name.end]
            self.marks.append(
                Marks(
                    named={w.text.lower() for w in covered if w.text[0].isalpha()},
                    listed={at + _list_top(words, i, at)},
                    quoted={states[i] == 1} if words[i].text.lower() in _FIRST_PERSON else set(),
                    called=_called(words, below, i, is_person=name is not None and name.kind == "person"),
                    owners={at + c for c in below[i] if words[c].dep == "nmod:poss"},
                    places={at + i},
                )
            )


def _called(words: Sequence[Word], below: Sequence[Sequence[int]], i: int, *, is_person: bool) -> set[str]:
    text = words[i].text.lower()
    if text in _CALLED:
        return {_CALLED[text]}
    if any(words[c].dep == "conj" for c in below[i]):  # "A and B" has A's head: one of them or both
        return set()
    if is_person:
        return {"person"}
    return {"several"} if words[i].tag == "NNS" else {word for word, nouns in _sexes().items() if text in nouns}


@cache
def _sexes() -> dict[str, frozenset[str]]:
    """Return the nouns of one person that only "she", or only "he", goes back to."""
    table = load_table("actors")
    return {"she": frozenset(table["female"]), "he": frozenset(table["male"])}


def chains(network: Network, mentions: Mentions) -> tuple[Chain, ...]:
    """Return the chains of two mentions or more, in order of their first mention."""
    pairs = pairs_of(mentions.found)
    if not len(pairs.later):
        return ()
    scores, none = network.same(np.stack(mentions.vectors), pairs)
    options: list[list[tuple[float, int]]] = [[] for _ in mentions.found]
    for i, j, score in zip(pairs.later.tolist(), pairs.earlier.tolist(), scores.tolist(), strict=True):
        if score > none[i] - _RELUCTANCE:
            options[i].append((score, j))
    return tuple(_grouped(mentions, options))


def _grouped(mentions: Mentions, options: Sequence[list[tuple[float, int]]]) -> Iterator[Chain]:
    """Put each mention with the best of its options whose chain may be one thing with it."""
    chain_of: list[int] = []
    members: list[list[int]] = []
    marks: list[Marks] = []
    for i, own in enumerate(mentions.marks):
        best = (chain_of[j] for _, j in sorted(options[i], reverse=True))
        joined = next((at for at in best if marks[at].allow(own)), len(members))
        if joined == len(members):
            members.append([])
            marks.append(Marks())
        chain_of.append(joined)
        members[joined].append(i)
        marks[joined].add(own)
    for inside in members:
        spans = sorted({(mentions.found[i].start, mentions.found[i].end) for i in inside})
        if len(spans) > 1:
            yield Chain(mentions=tuple(spans))


def span_of_mention(words: Sequence[Word], below: Sequence[Sequence[int]], head: int, at: int) -> tuple[int, int]:
    """Return the words of the mention headed by word `head`: what hangs from it, less what is beside it or a clause.

    All numbers count words of the window; `at` is where it begins in the report.
    """
    is_clause = any(words[i].dep in ("cop", "nsubj", "nsubj:outer") for i in below[head])
    dropped = _OUTSIDE | _CLAUSAL if is_clause or words[head].upos == "VERB" else _OUTSIDE
    low = high = head
    for i in below[head]:
        if words[i].dep in dropped or (words[i].dep in _EDGE_TAGS and i < head) or words[i].dep == "punct":
            continue
        a, b = _reach(words, below, i)
        low, high = min(low, a), max(high, b)
    return low, high + 1


def _reach(words: Sequence[Word], below: Sequence[Sequence[int]], top: int) -> tuple[int, int]:
    low = high = top
    for i in below[top]:
        if words[i].dep == "punct":
            continue
        a, b = _reach(words, below, i)
        low, high = min(low, a), max(high, b)
    return low, high


def _list_top(words: Sequence[Word], i: int, at: int) -> int:
    """Return the first of the words that word `i` is listed with; itself where it is in no list."""
    seen = {i}
    while words[i].dep == "conj" and (head := words[i].head) is not None and head - at not in seen:
        i = head - at
        seen.add(i)
    return i


def _children(words: Sequence[Word], at: int) -> list[list[int]]:
    below: list[list[int]] = [[] for _ in words]
    for i, word in enumerate(words):
        if word.head is not None:
            below[word.head - at].append(i)
    return below
