"""In which language is a text written?

A light check, enough to tell English from the rest: by script, then by the small words of each language.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from onrecord.vocab.load import load_table

_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 0.12  # running text in any of the languages has more small words than this
_SAMPLE = 20_000


def language_of(text: str, *, hint: str | None = None, vocab: Mapping[str, Any] | None = None) -> str | None:
    """Return the ISO 639-1 code of the language of `text`, `None` when it cannot be told.

    Args:
        text: The text; only its beginning is looked at.
        hint: What the page declares, believed only where the words do not say.
        vocab: The word table `languages`; the package's own when not given.
    """
    table = load_table("languages") if vocab is None else vocab
    words = _WORD.findall(text[:_SAMPLE].lower())
    if not words:
        return None
    by_script = _by_script("".join(words), table["scripts"])
    if by_script is not None:
        return by_script
    shares = {code: sum(word in small for word in words) / len(words) for code, small in _small(table).items()}
    best = max(shares, key=lambda code: (shares[code], code == "en"))
    if shares[best] >= _ENOUGH:
        return best
    declared = re.match(r"[a-z]{2}\b", hint.lower()) if hint else None
    return declared[0] if declared else None


def _by_script(letters: str, scripts: Mapping[str, Mapping[str, str]]) -> str | None:
    """Return the language of the script that most of `letters` are in, `None` for Latin."""
    for script in scripts.values():
        if len(re.findall(f"[{script['letters']}]", letters)) > 0.5 * len(letters):
            codes = [code for code in script if code != "letters"]
            return next((code for code in codes if re.search(f"[{script[code]}]", letters)), codes[-1])
    return None


def _small(table: Mapping[str, Any]) -> Mapping[str, frozenset[str]]:
    return _split(tuple(table["small_words"].items()))


@cache
def _split(items: tuple[tuple[str, str], ...]) -> Mapping[str, frozenset[str]]:
    return {code: frozenset(words.split()) for code, words in items}
