"""The table of words that show speech, compiled for looking up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from onrecord.model.claim import Act
from onrecord.model.reading import Reading, Word
from onrecord.vocab.load import load_table


@dataclass(frozen=True, slots=True, kw_only=True)
class CueVocab:
    """Acts by lemma, and what each cue takes as its content. `forms` gives the lemma of an inflected cue verb."""

    verbs: Mapping[str, Act]
    phrases: Mapping[tuple[str, str], Act]
    adjectives: Mapping[str, Act]
    nouns: Mapping[str, Act]
    forms: Mapping[str, str]
    according: tuple[tuple[str, ...], ...]
    bare: frozenset[str]
    told: frozenset[str]
    own_voice: frozenset[str]
    asides: frozenset[str]
    openers: frozenset[str]
    things: frozenset[str]
    clausal: frozenset[str]

    def lemma(self, word: Word) -> str:
        """Return the cue's lemma that `word` is a form of, or the word's own lemma."""
        lemma = word.lemma.lower()
        return lemma if lemma in self.verbs else self.forms.get(word.text.lower(), lemma)

    def is_known(self, word: Word) -> bool:
        """Return whether the table knows `word` as a word that shows speech."""
        lemma = self.lemma(word)
        nouns = {lemma, word.lemma.lower()} & self.nouns.keys() if word.upos == "NOUN" else set()
        return lemma in self.verbs or bool(nouns) or bool({lemma, word.text.lower()} & self.adjectives.keys())

    def act(self, reading: Reading, start: int, end: int) -> Act:
        """Return the act of the cue at words `start` to `end`; `say` when no table knows it."""
        words = reading.words[start:end]
        lemmas = [self.lemma(word) for word in words]
        for i, lemma in enumerate(lemmas):
            for other in lemmas[i + 1 :]:
                if (lemma, other) in self.phrases:
                    return self.phrases[lemma, other]
        for table in (self.verbs, self.adjectives, self.nouns):
            for lemma in (*reversed(lemmas), *(word.lemma.lower() for word in words)):
                if lemma in table:
                    return table[lemma]
        return "say"


@cache
def cue_vocab() -> CueVocab:
    """Return the package's own table."""
    table = load_table("cues")
    verbs = _by_word(table["verbs"])
    phrases = {(phrase.split()[0], phrase.split()[1]): act for act, ps in table["phrases"].items() for phrase in ps}
    stems = {*verbs, *(verb for verb, _ in phrases)}
    return CueVocab(
        verbs=verbs,
        phrases=phrases,
        adjectives=_by_word(table["adjectives"]),
        nouns=_by_word(table["nouns"]),
        forms={**{form: verb for verb in sorted(stems) for form in _forms(verb)}, **table["irregular"]},
        according=tuple(tuple(phrase.split()) for phrase in table["according"]),
        bare=frozenset(table["bare"]),
        told=frozenset(table["told"]),
        own_voice=frozenset(table["own_voice"]),
        asides=frozenset(table["asides"]),
        openers=frozenset(table["openers"]),
        things=frozenset(table["things"]),
        clausal=frozenset(table["clausal"]),
    )


def _by_word(acts: Mapping[Act, list[str]]) -> dict[str, Act]:
    return {word: act for act, words in acts.items() for word in words if " " not in word}


def _forms(verb: str) -> Iterable[str]:
    """Give the forms of a regular verb."""
    stem = verb[:-1] if verb.endswith("e") else verb
    if verb.endswith("y") and verb[-2] not in "aeiou":
        yield from (f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing")
        return
    doubled = f"{verb}{verb[-1]}" if verb[-1] in "tpbgnrl" and verb[-2] in "aeiou" else stem
    for base in {stem, doubled}:
        yield from (f"{base}ed", f"{base}ing")
    yield f"{verb}es" if verb.endswith(("s", "x", "ch", "sh", "z")) else f"{verb}s"
