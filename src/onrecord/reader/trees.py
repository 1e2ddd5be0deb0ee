"""Sentences and trees of one window, with no more than one subject under a word."""

from collections.abc import Sequence

import numpy as np

from onrecord.reader.labels import Scores, log_softmax
from onrecord.reader.network import Network, Seen
from onrecord.reader.tree import best_tree

Cut = tuple[int, int]
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "csubj:pass")
_FINITE = ("VBD", "VBZ", "VBP")
_DEEP = 6  # words from a stray verb up to its noun
_LIKELY = 0.3
_SURER = 3.0  # of the difference between the two scores of a start
_ENDS, _OPENS = ".!?:;…\"”»’')]—–", "\"“«‘'([-–—*•#>"
_NEVER = np.float32(-1e6)


def sentences_in(seen: Seen, words: Sequence[str]) -> list[Cut]:
    """Return the sentences of a window as the network starts them.

    Where nothing ends a sentence before a word that looks like the middle of one ("hit two | al-Qaida vehicles"), the
    network must be surer.
    """
    sure = (seen.flat["start"][:, 1] - seen.flat["start"][:, 0]).tolist()
    starts = [i for i in range(1, len(words)) if sure[i] > (_SURER if _runs_on(words[i - 1], words[i]) else 0)]
    starts = [i for i in starts if not (words[i - 2 : i] in (["No", "."], ["NO", "."]) and words[i].isdigit())]
    return list(zip([0, *starts], [*starts, len(words)], strict=True))


def _runs_on(before: str, word: str) -> bool:
    if before[-1] in _ENDS:
        return False
    return word[0].islower() or before == "," or (not word[0].isalnum() and word[0] not in _OPENS)


def trees(network: Network, seen: Seen, words: Sequence[str], cuts: Sequence[Cut]) -> tuple[list[int], list[str]]:
    """Return the head of each word (-1 at the root of a sentence) and its relation to it."""
    labels = network.labels["dep"]
    arcs = seen.arcs.copy()
    heads = [head for cut in cuts for head in _heads(arcs, *cut)]
    shares = _shares(network, seen, heads)
    for cut in cuts:
        for _ in range(3):
            twins = _second_subjects(heads, shares, arcs, labels, cut)
            if not twins:
                break
            _part(twins, heads, shares, arcs, labels)
            heads[cut[0] : cut[1]] = _heads(arcs, *cut)
            rows = list(range(*cut))
            fresh = _shares(network, seen, heads, rows)
            shares[rows] = np.where(shares[rows] <= _NEVER, shares[rows], fresh)
    names = [labels[k] for k in shares.argmax(1)]
    tags = [network.labels["tag"][k] for k in seen.flat["tag"].argmax(1)]
    _give_back(heads, names, tags)
    _uncross(heads, names)
    _make_active(heads, names, tags, words)
    return heads, ["root" if h < 0 else "dep" if name == "root" else name for h, name in zip(heads, names, strict=True)]


def _give_back(heads: list[int], names: list[str], tags: Sequence[str]) -> None:
    """Hang a noun that the tree took for a clause on the verb after it that has no subject.

    "A series of raids killed 20, the governor told reporters": where series and killed both hang on told as clauses,
    series is what killed. "The number of people killed when shells hit a market rose to 14, officials said": where rose
    hangs on killed, number is what rose.
    """
    for i, head in enumerate(heads):
        if names[i] != "ccomp" or head < i or not tags[i].startswith("NN"):
            continue
        if not _below(i, heads, names).isdisjoint((*_SUBJECTS, "cop")):
            continue
        verb = next((v for v in range(i + 1, head) if heads[v] == head and names[v] == "ccomp"), None)
        if verb is None:
            verb = next((v for v in range(i + 1, head) if tags[v] in _FINITE and _is_stray(v, i, heads, names)), None)
        if verb is None or not tags[verb].startswith("V"):
            continue
        if _below(verb, heads, names).isdisjoint((*_SUBJECTS, "aux:pass")):
            heads[verb], names[verb] = head, "ccomp"
            heads[i], names[i] = verb, "nsubj"


def _below(above: int, heads: Sequence[int], names: Sequence[str]) -> set[str]:
    """Return the relations of the words that hang on `above`."""
    return {name for name, head in zip(names, heads, strict=True) if head == above}


def _is_stray(verb: int, noun: int, heads: Sequence[int], names: Sequence[str]) -> bool:
    """Return whether a finite verb without subject, conjunction or "that" stands somewhere below `noun`."""
    if not _below(verb, heads, names).isdisjoint((*_SUBJECTS, "mark", "cc")):
        return False
    above, n = heads[verb], 0
    while above not in (-1, noun) and n < _DEEP:
        above, n = heads[above], n + 1
    return above == noun and names[verb] in ("advcl", "acl", "parataxis", "dep")


def _uncross(heads: list[int], names: Sequence[str]) -> None:
    """Give back their own verbs to two subjects that the tree took for one another's.

    "An official who asked not to be named said 40 people died": the official said it, and the people died.
    """
    subjects = [i for i, name in enumerate(names) if name == "nsubj"]
    for outer in subjects:
        for inner in subjects:
            said, died = heads[inner], heads[outer]
            if outer < said < inner < died and heads[died] == said and names[died] == "ccomp":
                heads[outer], heads[inner] = said, died


def _make_active(heads: Sequence[int], names: list[str], tags: Sequence[str], words: Sequence[str]) -> None:
    """Let act who was taken for the one that suffered.

    A pronoun before the bare verb of a relative clause ("the engineers it kidnapped"), who stands before a verb that
    has an object and no form of "be" ("gunmen on motorcycles killed at least 40 villagers"), and who "shot at twelve
    people": a count or a pronoun behind "at" is who was aimed at.
    """
    for i, head in enumerate(heads):
        if names[i] != "nsubj:pass":
            continue
        below = _below(head, heads, names)
        is_bare = head == i + 1 and names[head] == "acl:relcl" and tags[i] == "PRP"
        aims = i < head and words[head + 1 : head + 2] == ["at"] and tags[head + 2 : head + 3] in (["CD"], ["PRP"])
        if is_bare or (i < head and "aux:pass" not in below and (aims or "obj" in below)):
            names[i] = "nsubj"


def _shares(network: Network, seen: Seen, heads: Sequence[int], rows: Sequence[int] | None = None) -> Scores:
    if rows is None:
        return log_softmax(network.relations(seen, heads))
    part = Seen(seen.words, seen.flat, seen.arcs, seen.deps[list(rows)], seen.heads)
    return log_softmax(network.relations(part, [heads[i] for i in rows]))


def _second_subjects(heads: Sequence[int], shares: Scores, arcs: Scores, labels: Sequence[str], cut: Cut) -> list[int]:
    """Return all but the surest subject of each head that has several.

    "The Health Ministry in Hamas-run Gaza said": Ministry is the subject of said, and Gaza is not.
    """
    best: dict[int, int] = {}
    out = []
    for i in range(*cut):
        if labels[int(shares[i].argmax())] not in _SUBJECTS or heads[i] < 0:
            continue
        rival = best.setdefault(heads[i], i)
        if rival == i:
            continue
        surer, other = sorted((i, rival), key=lambda k: -(arcs[k, heads[k] + 1] - arcs[k].max() + shares[k].max()))
        best[heads[i]] = surer
        out.append(other)
    return out


def _part(twins: Sequence[int], heads: Sequence[int], shares: Scores, arcs: Scores, labels: Sequence[str]) -> None:
    """Give each its next relation where that is likely too, else forbid its head."""
    subjects = [labels.index(name) for name in _SUBJECTS if name in labels]
    for i in twins:
        others = shares[i].copy()
        others[subjects] = _NEVER
        if np.exp(others.max()) > _LIKELY:
            shares[i] = others
        else:
            arcs[i, heads[i] + 1] = _NEVER


def _heads(arcs: Scores, start: int, end: int) -> list[int]:
    inside = arcs[start:end][:, [0, *range(start + 1, end + 1)]]
    return [head if head < 0 else head + start for head in best_tree(inside)]
