"""The event vocabulary, indexed for finding triggers. Words and conditions stand in vocab/event_*.yaml."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord.stages.code.inflect import base_forms
from onrecord.vocab.load import load_table

Slots = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One group of trigger words: the type they mean, their frame, and when they mean it."""

    type: str
    frame: str
    object: frozenset[str]
    subject: frozenset[str]
    near: frozenset[str]
    not_object: frozenset[str]
    not_subject: frozenset[str]
    not_near: frozenset[str]
    preps: frozenset[str]
    alone: bool
    mode: str | None
    has_mode: bool
    order: int

    @property
    def n_conditions(self) -> int:
        """Return how many things must be so for the words to mean this type."""
        return 2 * bool(self.object) + sum(bool(part) for part in (self.subject, self.near, self.preps))


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Trigger words by their first (verbs) or last (nouns) lemma, classes of things, types and frames."""

    verbs: Mapping[str, Sequence[tuple[tuple[str, ...], Entry]]]
    nouns: Mapping[str, Sequence[tuple[tuple[str, ...], Entry]]]
    classes: Mapping[str, frozenset[str]]
    types: Mapping[str, Any]
    frames: Mapping[str, Mapping[str, Slots]]
    narrower: Mapping[str, frozenset[str]]
    by_state: Mapping[str, Sequence[str]]
    signs: Mapping[str, Any]

    def is_a(self, kind: str, *forms: str) -> bool:
        """Return whether one of `forms` (words or lemmas in lower case) is in class `kind`."""
        found = self.classes[kind]
        return any(form in found or not found.isdisjoint(base_forms(form)) for form in forms)


@cache
def load_lexicon() -> Lexicon:
    """Return the lexicon that ships with the package."""
    things = load_table("event_things")["classes"]
    classes = {name: frozenset(words) for name, words in things.items()}
    events = load_table("events")
    verbs: dict[str, list[tuple[tuple[str, ...], Entry]]] = defaultdict(list)
    nouns: dict[str, list[tuple[tuple[str, ...], Entry]]] = defaultdict(list)
    for order, group in enumerate(load_table("event_words")["groups"]):
        entry = _entry(group, classes, order)
        for phrase in group.get("verbs", ()):
            tokens = tuple(phrase.split())
            verbs[tokens[0]].append((tokens, entry))
        for phrase in group.get("nouns", ()):
            tokens = tuple(phrase.split())
            nouns[tokens[-1]].append((tokens, entry))
    return Lexicon(
        verbs=verbs,
        nouns=nouns,
        classes=classes,
        types=events["types"],
        frames=load_table("event_frames")["frames"],
        narrower={name: frozenset(wider) for name, wider in events["narrower"].items()},
        by_state=events["acled_by_state"],
        signs=load_table("event_signs"),
    )


def _entry(group: Mapping[str, Any], classes: Mapping[str, frozenset[str]], order: int) -> Entry:
    def words(key: str) -> frozenset[str]:
        found: set[str] = set()
        for word in group.get(key, ()):
            found |= classes[word[1:]] if word.startswith("$") else {word}
        return frozenset(found)

    return Entry(
        type=group["type"],
        frame=group["frame"],
        object=words("object"),
        subject=words("subject"),
        near=words("near"),
        not_object=words("not_object"),
        not_subject=words("not_subject"),
        not_near=words("not_near"),
        preps=words("preps"),
        alone=bool(group.get("alone")),
        mode=group.get("mode"),
        has_mode="mode" in group,
        order=order,
    )
