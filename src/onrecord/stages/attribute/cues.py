"""The table of words that show speech, compiled for looking up."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from onrecord.model.claim import Act
from onrecord.model.reading import Reading
from onrecord.vocab.load import load_table


@dataclass(frozen=True, slots=True, kw_only=True)
class CueVocab:
    """Acts by lemma, and what each cue takes as its content."""

    verbs: Mapping[str, Act]
    phrases: Mapping[tuple[str, str], Act]
    adjectives: Mapping[str, Act]
    nouns: Mapping[str, Act]
    according: tuple[tuple[str, ...], ...]
    bare: frozenset[str]
    told: frozenset[str]
    own_voice: frozenset[str]
    asides: frozenset[str]

    def act(self, reading: Reading, start: int, end: int) -> Act:
        """Return the act of the cue at words `start` to `end`; `say` when no table knows it."""
        lemmas = [reading.words[i].lemma.lower() for i in range(start, end)]
        for i, lemma in enumerate(lemmas):
            for other in lemmas[i + 1 :]:
                if (lemma, other) in self.phrases:
                    return self.phrases[lemma, other]
        for table in (self.verbs, self.adjectives, self.nouns):
            for lemma in reversed(lemmas):
                if lemma in table:
                    return table[lemma]
        return "say"


@cache
def cue_vocab() -> CueVocab:
    """Return the package's own table."""
    table = load_table("cues")
    return CueVocab(
        verbs=_by_word(table["verbs"]),
        phrases={(phrase.split()[0], phrase.split()[1]): act for act, ps in table["phrases"].items() for phrase in ps},
        adjectives=_by_word(table["adjectives"]),
        nouns=_by_word(table["nouns"]),
        according=tuple(tuple(phrase.split()) for phrase in table["according"]),
        bare=frozenset(table["bare"]),
        told=frozenset(table["told"]),
        own_voice=frozenset(table["own_voice"]),
        asides=frozenset(table["asides"]),
    )


def _by_word(acts: Mapping[Act, list[str]]) -> dict[str, Act]:
    return {word: act for act, words in acts.items() for word in words if " " not in word}
