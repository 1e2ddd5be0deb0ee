"""What kind of thing a word names: people, a force, a thing that can be hit, a place, a weapon, nobody at all."""

from collections.abc import Sequence

from onrecord.model.actor import ActorIndex
from onrecord.model.place import Place
from onrecord.model.reading import Name
from onrecord.stages.code.inflect import base_forms
from onrecord.stages.code.lexicon import Lexicon
from onrecord.stages.code.tree import Tree

_PARTY_KINDS = {"person", "organisation", "group", "location"}
_STATES = ("country", "region")


class Kinds:
    """Tells kinds of words in one reading, by the reader's names, the actors, the places and the word classes."""

    def __init__(self, tree: Tree, lexicon: Lexicon, *, actors: ActorIndex, places: Sequence[Place]) -> None:
        self.tree = tree
        self.lexicon = lexicon
        self.names: dict[int, Name] = {i: name for name in tree.reading.names for i in range(name.start, name.end)}
        self._actors = actors
        self._place_spans = sorted(span for place in places for span in place.mentions)
        towns = (place for place in places if place.kind not in _STATES)
        self._town_spans = sorted(span for place in towns for span in place.mentions)
        self._signs = {
            name: frozenset(lexicon.signs[name])
            for name in ("no_party", "joined", "shares", "facilities", "instruments")
        }
        self._abstract = frozenset(lexicon.signs["abstract"]) | frozenset(lexicon.signs["states"])
        self._abstract |= {tokens[0] for named in lexicon.nouns.values() for tokens, _ in named if len(tokens) == 1}

    def is_named(self, head: int) -> bool:
        """Return whether word `head` belongs to the name of somebody or of a place that may stand for a state."""
        return head in self.names and self.names[head].kind in _PARTY_KINDS

    def is_party(self, head: int) -> bool:
        """Return whether word `head` names people, a force, a state or an organisation."""
        if head in self.names:
            return self.names[head].kind in _PARTY_KINDS
        return self.is_person(head) or self._actors.at(self.tree.words[head].span) is not None

    def is_person(self, head: int) -> bool:
        """Return whether word `head` names people or a force."""
        lower, lemma = self.tree.lower(head), self.tree.lemma(head)
        if head in self.names and self.names[head].kind in {"person", "group"}:
            return True
        if (whole := self._whole(head)) is not None:
            return self.is_person(whole)
        if self.lexicon.is_a("people", lower, lemma) or self.lexicon.is_a("forces", lower, lemma):
            return True
        word = self.tree.words[head]
        return word.upos == "NUM" or (word.upos == "PRON" and lower not in {"it", "which", "that", "what", "itself"})

    def _whole(self, head: int) -> int | None:
        """Return what `head` counts or is a share of: "30 percent of the windows"."""
        if not self.tree.forms(head) & self._signs["shares"]:
            return None
        return next((i for i in self.tree.children(head, "nmod") if self.tree.case(i) == "of"), None)

    def is_thing(self, head: int) -> bool:
        """Return whether word `head` names a building, a vehicle or another thing or place that can be hit."""
        lower, lemma = self.tree.lower(head), self.tree.lemma(head)
        if head in self.names and self.names[head].kind != "organisation":
            return self.names[head].kind in {"location", "facility", "platform", "weapon"}
        if head in self.names:  # "the Santa Elena Church", but not the party of that name
            return lower in self._signs["facilities"]
        if (whole := self._whole(head)) is not None:
            return self.is_thing(whole)
        return self.lexicon.is_a("things", lower, lemma) or self.lexicon.is_a("places", lower, lemma)

    def is_place(self, head: int) -> bool:
        """Return whether word `head` belongs to a place's name."""
        span = self.tree.words[head].span
        if head in self.names and self.names[head].kind in {"location", "facility"}:
            return True
        return any(place.overlaps(span) for place in self._place_spans)

    def is_town(self, head: int) -> bool:
        """Return whether word `head` belongs to the name of a place that is no state, and that nobody is called by."""
        span = self.tree.words[head].span
        return self._actors.at(span) is None and any(town.overlaps(span) for town in self._town_spans)

    def is_weapon(self, head: int) -> bool:
        """Return whether word `head` names a weapon or its carrier."""
        lower = self.tree.lower(head)
        return bool((base_forms(lower) | {self.tree.lemma(head)}) & self._signs["instruments"])

    def is_bare_weapon(self, head: int) -> bool:
        """Return whether a weapon stands without a name around it; a name of that one word is a slip of the reader."""
        name = self.names.get(head)
        return self.is_weapon(head) and (name is None or name.end - name.start == 1)

    def is_nobody(self, head: int) -> bool:
        """Return whether a word names no one who could act: a house, a quarter, a war, an aim."""
        lower, lemma = self.tree.lower(head), self.tree.lemma(head)
        if self.is_party(head) or self.lexicon.is_a("forces", lower, lemma) or self.is_place(head):
            return False
        return self.is_thing(head) or bool((base_forms(lower) | {lemma}) & self._abstract)

    def is_victim(self, head: int) -> bool:
        """Return whether an owner of a death or arrest is a person, not a force, a group or a state."""
        lower, lemma = self.tree.lower(head), self.tree.lemma(head)
        if head in self.names:
            return self.names[head].kind == "person"
        if self.tree.words[head].upos == "PRON":
            return lower not in {"its", "our", "your", "whose"}
        return self.lexicon.is_a("people", lower, lemma) and not self.lexicon.is_a("forces", lower, lemma)

    def is_named_party(self, head: int) -> bool:
        """Return whether an adjective or modifier names a party: Israeli, Hamas, rebel."""
        lower = self.tree.lower(head)
        if lower in self._signs["no_party"] or self._is_joined(head):
            return False
        span = self.tree.words[head].span
        if self._actors.at(span) is not None or self.is_named(head):
            return True
        return self.lexicon.is_a("forces", lower) or (
            self.tree.words[head].upos == "PROPN" and lower not in self._signs["no_party"]
        )

    def _is_joined(self, head: int) -> bool:
        """Return whether a hyphen joins the word to one that makes it no party: Russian-made, Iran-backed."""
        if head + 2 >= len(self.tree.words) or self.tree.lower(head + 1) not in {"-", "‐", "‑"}:
            return False
        joined = self.tree.lower(head + 2)
        return joined in self._signs["joined"] or joined.endswith("ed")
