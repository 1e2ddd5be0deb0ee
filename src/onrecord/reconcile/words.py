"""How telling is a word that two reports share?

"the" tells nothing, "killed" little in reports of war, "Torsk" much. Weights come from two word tables
and not from the ledger, so that the same two reports are always judged alike.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from onrecord.gazetteer.fold import fold
from onrecord.vocab.load import load_table

_TERM = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_YEAR = re.compile(r"(?:19|20)\d\d")  # every dated report of a year has it


def words_in(text: str) -> frozenset[str]:
    """Return all words of `text`, folded."""
    return frozenset(fold(match[0]) for match in _TERM.finditer(text))


def terms_of(text: str, *, leaving: frozenset[str] = frozenset(), most: int = 90) -> tuple[str, ...]:
    """Return the content words of `text` but those in `leaving`, folded, sorted, each once; the first `most` only."""
    found: dict[str, None] = {}
    for match in _TERM.finditer(text):
        term = _term(match[0])
        if len(term) > 2 and term not in leaving and weight_of(term) > 0:
            found.setdefault(term)
            if len(found) >= most:
                break
    return tuple(sorted(found))


def rare_terms(text: str, *, leaving: frozenset[str] = frozenset(), most: int = 10) -> tuple[str, ...]:
    """Return the first `most` rare words of `text` but those in `leaving`: names of people and places, mostly."""
    found: dict[str, None] = {}
    for match in _TERM.finditer(text):
        term = _term(match[0])
        if len(term) > 3 and term not in leaving and weight_of(term) == 1.0:
            found.setdefault(term)
            if len(found) >= most:
                break
    return tuple(found)


@cache
def weight_of(term: str) -> float:
    """Return how telling `term` is: 0 for the commonest words, 1 for a rare one."""
    first, second, stop, stems = _ranks()
    if term in first or (term.isdigit() and len(term) < 2):
        return 0.0
    if term in stop or term.startswith(stems) or _YEAR.fullmatch(term):
        return 0.1
    return 0.4 if term in second else 1.0


def overlap(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[float, float, list[str]]:
    """Return shared weight, the smaller side's weight, and the shared terms, most telling first."""
    (one, weight), (other, other_weight) = _weighed(left), _weighed(right)
    shared = sorted(one & other)
    shared.sort(key=weight_of, reverse=True)
    return sum(map(weight_of, shared)), min(weight, other_weight), shared


@lru_cache(maxsize=4096)  # what is new is compared with the same items again and again
def _weighed(terms: tuple[str, ...]) -> tuple[frozenset[str], float]:
    """Return `terms` as a set, and their weight."""
    return frozenset(terms), sum(map(weight_of, terms))


@lru_cache(maxsize=65_536)
def _term(word: str) -> str:
    """Return a word folded, without the genitive's ending."""
    return fold(word.removesuffix("'s").removesuffix("’s"))


@cache
def _ranks() -> tuple[frozenset[str], frozenset[str], frozenset[str], tuple[str, ...]]:
    common: Mapping[str, Any] = load_table("common_words")
    stop: list[str] = load_table("reconcile")["stop"]
    stems = tuple(word[:-1] for word in stop if word.endswith("*"))
    return frozenset(common["first"]), frozenset(common["second"]), frozenset(stop), stems
