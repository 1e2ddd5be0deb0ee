"""What two mentions have in common: the features from which the network scores whether they name the same thing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]

TABLES = (10, 8, 32, 8, 80, 144, 9, 4, 3, 9)
"""How many values each feature takes."""

MOST_BACK, MOST_ALIKE = 40, 12
PRONOUNS = (
    "i me my mine myself", "we us our ours ourselves", "you your yours yourself yourselves", "he him his himself",
    "she her hers herself", "it its itself", "they them their theirs themselves themself", "this that",
    "these those", "who whom whose which", "here there then",
)  # fmt: skip
_CLASS = {word: k for k, words in enumerate(PRONOUNS, 1) for word in words.split()}
_DETERMINERS = {"the": 1, "a": 2, "an": 2, "this": 3, "that": 3, "these": 3, "those": 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A mention as the scorer sees it. `words` are its words in lower case, `start` and `end` count over the report."""

    start: int
    end: int
    head: int
    words: tuple[str, ...]
    head_word: str
    tag: str
    dep: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs (later, earlier) of mention numbers and their features, one row a pair."""

    later: Numbers
    earlier: Numbers
    features: Numbers


def pairs_of(mentions: Sequence[Candidate]) -> Pairs:
    """Return each mention beside those shortly before it and those further back that share its head word."""
    later: list[int] = []
    earlier: list[int] = []
    alike: dict[str, list[int]] = {}
    for i, mention in enumerate(mentions):
        near = range(max(0, i - MOST_BACK), i)
        far = [j for j in alike.get(mention.head_word, ())[-MOST_ALIKE:] if j < near.start]
        earlier += [*far, *near]
        later += [i] * (len(far) + len(near))
        if mention.head_word not in _CLASS:
            alike.setdefault(mention.head_word, []).append(i)
    left, right = np.array(later, np.int64), np.array(earlier, np.int64)
    return Pairs(left, right, _features(mentions, left, right))


def _features(mentions: Sequence[Candidate], i: Numbers, j: Numbers) -> Numbers:
    if not len(i):
        return np.zeros((0, len(TABLES)), np.int64)
    column = dict(zip(_COLUMNS, np.array([_values(m) for m in mentions], np.int64).T, strict=True))
    heads, texts = _numbered(m.head_word for m in mentions), _numbered(_bare(m) for m in mentions)
    kind, pronoun, role, plural = (column[name] for name in ("kind", "pronoun", "role", "plural"))
    same_head, same_text = (heads[i] == heads[j]).astype(np.int64), (texts[i] == texts[j]).astype(np.int64)
    held = _Held(mentions)
    inside = (column["start"][j] <= column["start"][i]) & (column["end"][i] <= column["end"][j])
    around = (column["start"][i] <= column["start"][j]) & (column["end"][j] <= column["end"][i])
    rows = (
        _bucket(i - j, 10),
        _bucket(column["sentence"][i] - column["sentence"][j], 8),
        same_head * 16 + kind[i] * 4 + kind[j],
        same_text * 4 + kind[i],
        (kind[i] * 4 + kind[j]) * 5 + column["determiner"][i],
        pronoun[i] * 12 + pronoun[j],
        plural[i] * 3 + plural[j],
        held(i, j) + 2 * held(j, i),
        np.where(inside, 1, np.where(around, 2, 0)),
        role[i] * 3 + role[j],
    )
    return np.stack(rows, 1)


_COLUMNS = ("start", "end", "sentence", "kind", "pronoun", "determiner", "role", "plural")


def _values(m: Candidate) -> tuple[int, ...]:
    pronoun = _CLASS.get(m.head_word, 0) if m.end - m.start == 1 else 0
    kind = 0 if pronoun else 1 if m.tag.startswith("NNP") else 2 if m.tag.startswith("NN") else 3
    determiner = _DETERMINERS.get(m.words[0], 4 if m.words[0] in _CLASS and not pronoun else 0)
    role = 0 if m.dep.startswith("nsubj") else 1 if m.dep in ("obj", "iobj") else 2
    plural = 2 if m.tag in ("NNS", "NNPS") or pronoun in (2, 7, 9) else 1 if m.tag in ("NN", "NNP") or pronoun else 0
    return m.start, m.end, m.sentence, kind, pronoun, determiner, role, plural


def _numbered(words: Iterable[str]) -> Numbers:
    known: dict[str, int] = {}
    return np.array([known.setdefault(word, len(known)) for word in words], np.int64)


def _bare(m: Candidate) -> str:
    return " ".join(m.words[1:] if len(m.words) > 1 and m.words[0] in _DETERMINERS else m.words).removesuffix(" 's")


class _Held:
    """Tells of pairs of mentions whether the head word of the first is among the words of the second."""

    def __init__(self, mentions: Sequence[Candidate]) -> None:
        number = {word: k for k, word in enumerate(dict.fromkeys(m.head_word for m in mentions))}
        self._heads = np.array([number[m.head_word] for m in mentions], np.int64)
        self._most = len(number)
        keys = {k * self._most + number[word] for k, m in enumerate(mentions) for word in m.words if word in number}
        self._keys = np.array(sorted(keys), np.int64)

    def __call__(self, left: Numbers, right: Numbers) -> Numbers:
        wanted = right * self._most + self._heads[left]
        at = np.searchsorted(self._keys, wanted)
        return np.asarray(self._keys[np.minimum(at, len(self._keys) - 1)] == wanted, np.int64)


def _bucket(away: Numbers, most: int) -> Numbers:
    steps = np.where(away < 5, away, 3 + np.log2(np.maximum(away, 1)).astype(np.int64))
    return np.minimum(steps, most - 1)
