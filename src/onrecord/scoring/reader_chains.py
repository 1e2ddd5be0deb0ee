"""Scores who-is-who on GUM: the CoNLL mean over chains of two or more, and whom speakers told by pronoun or title are.

Mentions are compared by their words (`exact`) and by their head word, as the CorefUD shared tasks do (`head`). The
words and sentences come from the treebank, the trees and mentions from the model.

`speakers`: subjects of a verb of saying that are "he", "she", "they" or a title (roles.yaml). `speakers_by_noun`: with
every other common noun there ("the report says", "the authors say"). `pronouns`: those three wherever they stand.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from onrecord.model.reading import Chain, Word
from onrecord.model.span import Span
from onrecord.reader.chains import Mentions, chains
from onrecord.reader.names import names
from onrecord.reader.network import Network
from onrecord.reader.trees import trees
from onrecord.scoring.coref_measures import CorefTally
from onrecord.scoring.corpora.example import Example, Mention
from onrecord.scoring.corpora.universal import mark_singles, sentences, windows
from onrecord.scoring.score import Score
from onrecord.vocab.load import load_table

_SAYING = frozenset(
    {
    "say", "tell", "add", "announce", "argue", "ask", "claim", "confirm", "deny", "explain", "insist", "note",
    "report", "state", "suggest", "warn", "write", "think", "believe", "describe", "call", "answer", "reply",
    "admit", "recall", "agree",
    }
)  # fmt: skip

_PRONOUNS = frozenset({"he", "she", "they"})
_TARGETS = {"speakers": 85.0}


def chain_scores(data: Path, network: Network, *, fast: bool = False) -> tuple[Score, ...]:
    """Return the scores on GUM's dev documents; the first six only when `fast`."""
    examples = windows(sentences(data / "gum/gum-dev.conllu"), "gum", most=100)
    mark_singles(examples)
    exact, head = CorefTally(), CorefTally()
    outcomes: dict[str, list[bool]] = {"speakers": [], "speakers_by_noun": [], "pronouns": []}
    documents = [list(group) for _, group in groupby(examples, key=lambda x: x.doc)]
    for document in documents[: 6 if fast else None]:
        found, tops = read_chains(network, document)
        exact.add([frozenset(c.mentions) for c in found], _gold(document, by_head=False))
        head.add([frozenset(tops.get(m, m[0]) for m in c.mentions) for c in found], _gold(document, by_head=True))
        for kind, is_right in _told_again(document, found, tops):
            outcomes[kind].append(is_right)
    n = len(documents)
    return (
        Score(name="chains.gum.conll_head", value=head.conll, n=n, anchor="CorefUD measure (head match)", target=60.0),
        Score(name="chains.gum.conll_exact", value=exact.conll, n=n, anchor="same, exact spans"),
        Score(name="chains.gum.muc_head", value=head.f1("muc"), n=n),
        Score(name="chains.gum.b3_head", value=head.f1("b3"), n=n),
        Score(name="chains.gum.ceafe_head", value=head.f1("ceafe"), n=n),
        *(
            Score(name=f"chains.gum.{kind}", value=_share(rights), n=len(rights), target=_TARGETS.get(kind))
            for kind, rights in outcomes.items()
        ),
    )


def _share(outcomes: Sequence[bool]) -> float:
    return 100 * sum(outcomes) / len(outcomes) if outcomes else 0.0


def read_chains(network: Network, document: Sequence[Example]) -> tuple[tuple[Chain, ...], dict[tuple[int, int], int]]:
    """Return the chains the model finds and the head word of each mention; words count over the document."""
    mentions, at, sentence = Mentions(), 0, 0
    views = [network.see(x.words, x.starts) for x in document]
    named = names(network.labels, [seen.flat for seen in views], [x.words for x in document])
    for x, seen, found in zip(document, views, named, strict=True):
        cuts = x.sentences
        heads, deps = trees(network, seen, x.words, cuts)
        tags, upos = ([network.labels[k][i] for i in seen.flat[k].argmax(1)] for k in ("tag", "upos"))
        words = [
            Word(
                span=Span(i, i + 1), text=text, lemma=text, upos=upos[i], tag=tags[i], dep=deps[i],
                head=None if heads[i] < 0 else at + heads[i],
            )
            for i, text in enumerate(x.words)
        ]  # fmt: skip
        inside = [int(i) for i in seen.flat["mention"].argmax(1).nonzero()[0]]
        mentions.add(words, inside, seen.words[inside], found, at=at, cuts=cuts, sentence=sentence)
        sentence += len(cuts)
        at += len(x.words)
    return chains(network, mentions), {(m.start, m.end): m.head for m in mentions.found}


def _gold(document: Sequence[Example], *, by_head: bool) -> list[frozenset[object]]:
    members: dict[str, set[object]] = {}
    for at, _, m in _mentions(document):
        if not m.single:
            members.setdefault(m.chain, set()).add(at + m.head if by_head else (at + m.start, at + m.end))
    return [frozenset(v) for v in _apart(members.values()) if len(v) > 1]


def _apart(groups: object) -> Iterator[set[object]]:
    """Leave a mention in the first chain that has it: two mentions may share a head word."""
    taken: set[object] = set()
    for group in groups:  # type: ignore[attr-defined]
        yield group - taken
        taken |= group


def _mentions(document: Sequence[Example]) -> Iterator[tuple[int, Example, Mention]]:
    at = 0
    for x in document:
        for m in sorted(x.mentions, key=lambda m: (m.head, m.start - m.end)):
            yield at, x, m
        at += len(x.words)


def _told_again(
    document: Sequence[Example], found: Sequence[Chain], tops: dict[tuple[int, int], int]
) -> Iterator[tuple[str, bool]]:
    """Give for each mention that is scored and was told before: as what, and whether it goes back rightly."""
    titles = frozenset(load_table("roles")["titles"])
    chain_at = {at + m.head: m.chain for at, _, m in _mentions(document)}
    first: dict[str, int] = {}
    for word in sorted(chain_at):
        first.setdefault(chain_at[word], word)  # the first head word of each chain
    system = {tops[m]: sorted(tops[x] for x in c.mentions) for c in found for m in c.mentions}
    for at, x, m in _mentions(document):
        word, called = at + m.head, x.words[m.head].lower()
        is_pronoun, is_speaker = called in _PRONOUNS, _is_speaker(x, m)
        if m.single or chain_at[word] != m.chain or first[m.chain] == word:
            continue
        before = [w for w in system.get(word, ()) if w < word]
        is_right = bool(before) and chain_at.get(before[-1]) == m.chain
        if is_pronoun:
            yield "pronouns", is_right
        if is_speaker:
            yield "speakers_by_noun", is_right
            if is_pronoun or not titles.isdisjoint((called, called.removesuffix("s"))):
                yield "speakers", is_right


def _is_speaker(x: Example, m: Mention) -> bool:
    if x.deps[m.head] != "nsubj" or x.tags[m.head].startswith("NNP"):
        return False
    verb = x.words[x.heads[m.head]].lower()
    stem = next((verb.removesuffix(end) for end in ("ied", "ed", "ing", "s") if verb.endswith(end)), verb)
    forms = {verb, stem, stem + "e", stem + "y"}
    known = forms & _SAYING or verb in ("said", "told", "wrote", "thought")
    return bool(known) and (x.upos[m.head] == "NOUN" or x.words[m.head].lower() in _PRONOUNS)
