"""Which words name something that happened, and may two words name the same: "the ambush", "gunmen ambushed"?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord.vocab.load import load_table

_CONDITIONS = ("object", "subject", "near", "preps", "alone")
_TELLING = frozenset({"violence", "coercion", "cooperation", "civil"})
_ALSO = frozenset({"vote", "displacement"})
_VAGUE = frozenset({"attack"})
"""Types whose words serve for any violence: "the attack" may be a raid, a blast, an ambush."""
_ENDINGS = ("ings", "ing", "ied", "ies", "ed", "es", "s")


@dataclass(frozen=True, slots=True)
class Happenings:
    """The event words of `vocab/event_words.yaml` by what `stem` leaves of them, with their types and kin."""

    types: Mapping[str, frozenset[str]]
    kin: Mapping[str, str]

    def of(self, word: str) -> frozenset[str]:
        """Return the event types `word` may name, none where it names no event."""
        return self.types.get(stem(word), frozenset())

    def may_be_one(self, left: str, right: str) -> bool:
        """Return whether two event words may name one event: the same word, type, or "attack" for some violence."""
        if stem(left) == stem(right):
            return True
        one, other = self.of(left), self.of(right)
        if one & other:
            return True
        return bool(one & _VAGUE) and any(self.kin.get(kind) == "violence" for kind in other)


@cache
def happenings() -> Happenings:
    """Return the package's own event words."""
    kin = {kind: str(row.get("kin", "")) for kind, row in load_table("events")["types"].items()}
    types: dict[str, set[str]] = defaultdict(set)
    for group in load_table("event_words")["groups"]:
        if kin[group["type"]] in _TELLING or group["type"] in _ALSO:
            for word in _words(group):
                types[stem(word)].add(group["type"])
    return Happenings({word: frozenset(kinds) for word, kinds in types.items()}, kin)


def _words(group: Mapping[str, Any]) -> Iterator[str]:
    """Give the single words of a group that need nothing beside them; of nouns of several words the last."""
    yield from (noun for noun in group.get("nouns", ()) if " " not in noun)
    if not any(condition in group for condition in _CONDITIONS):
        yield from (verb for verb in group.get("verbs", ()) if " " not in verb)


def stem(word: str) -> str:
    """Return what inflection leaves of a word in small letters: "ambush" of "ambushed", "vote" and "votes" alike."""
    word = word.lower()
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "sl":
        word = word[:-1]
    return word.rstrip("ey") if len(word) > 3 else word


def stems(words: Iterable[str]) -> frozenset[str]:
    """Return the stems of the words that are long enough to tell things apart."""
    return frozenset(stem(word) for word in words if len(word) > 3)
