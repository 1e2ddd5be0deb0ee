"""The word tables of the stage, read once and ready to be looked up."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord.model.claim import NoteCode
from onrecord.stages.count.corrected import Corrections, corrections_of
from onrecord.stages.count.cues import CueTable, cue_table_of
from onrecord.stages.count.notcounts import mask_patterns
from onrecord.stages.count.nouns import Nouns, nouns_of
from onrecord.stages.count.quantity import Hedges, hedges_of
from onrecord.stages.count.scope import Scopes, scopes_of

Tables = Callable[[str], Mapping[str, Any]]
Grammar = Mapping[str, frozenset[str]]
NOTE_CODES: tuple[NoteCode, ...] = (
    "count.no-distinction",
    "evidence.none-given",
    "evidence.unverified",
    "detail.none-given",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Counted nouns and multiples, harm cues, hedges, scopes, notes, corrections, what is no count, and small words."""

    nouns: Nouns
    multiples: Mapping[str, int]
    cues: CueTable
    hedges: Hedges
    scopes: Scopes
    masks: tuple[re.Pattern[str], ...]
    notes: Mapping[NoteCode, tuple[re.Pattern[str], ...]]
    corrections: Corrections
    grammar: Grammar


def _singles(vocab: Tables) -> tuple[str, ...]:
    """Return the nouns of one person, as they stand in the singular: "farmer", not "crew"."""
    people, not_single = vocab("counted")["people"], vocab("count_grammar")["not_single"]
    return tuple(noun for status in people.values() for noun in status if noun not in not_single)


@cache
def lexicon_of(vocab: Tables) -> Lexicon:
    """Return the lexicon made of the tables that `vocab` loads."""
    grammar = {name: frozenset(str(word) for word in words) for name, words in vocab("count_grammar").items()}
    notes = vocab("figure_notes")
    return Lexicon(
        nouns=nouns_of(vocab("counted"), vocab("weapons")),
        multiples=dict(vocab("counted")["multiples"]),
        cues=cue_table_of(vocab("harms"), grammar),
        hedges=hedges_of(vocab("hedges")),
        scopes=scopes_of(vocab("scopes")),
        masks=mask_patterns(vocab("notcounts"), _singles(vocab)),
        notes={code: tuple(re.compile(pattern, re.IGNORECASE) for pattern in notes[code]) for code in NOTE_CODES},
        corrections=corrections_of(vocab("corrections")),
        grammar=grammar,
    )
