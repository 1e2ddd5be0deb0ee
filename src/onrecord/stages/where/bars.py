"""Which words are no place, whatever the gazetteer holds: peoples, known organisations, everyday words."""

from dataclasses import dataclass

from onrecord.model.reading import Reading, Sentence
from onrecord.stages.where.actor_like import head_in
from onrecord.stages.where.words import PlaceWords

_MODIFYING = frozenset({"amod", "compound", "nmod:poss"})
_MOST_CAPITALS = 0.7
_EVERYDAY = frozenset({"us", "car"})
_HELD = frozenset({"held", "run", "controlled", "led", "backed", "occupied", "owned", "built"})


@dataclass(frozen=True, slots=True)
class Bars:
    """Asks whether words of one report are barred from being a place."""

    text: str
    reading: Reading
    words: PlaceWords

    def are_up(self, start: int, end: int, key: str) -> bool:
        """Return whether words `start` to `end`, folded to `key`, can be no place."""
        said = self.reading.span(start, end).of(self.text)
        if self._is_held(start, end) or self._is_money(end):
            return True
        if len(key) < 2 or said.islower() or not any(c.isalpha() for c in said):
            return True
        if (
            key in self.words.never
            or key in self.words.kinds
            or key in self.words.orgs
            or key.rsplit(maxsplit=1)[-1] in self.words.forces
        ):
            return True
        if key in self.words.countries:
            return self._is_everyday(key, said, start)
        return key in self.words.peoples

    def _is_held(self, start: int, end: int) -> bool:
        """Return whether the words say whose a thing is and do not name it: "ISIL-held building"."""
        words = self.reading.words
        return any(words[n].text == "-" and words[n + 1].text.lower() in _HELD for n in range(start, end - 1))

    def _is_money(self, end: int) -> bool:
        """Return whether the words only say whose money it is: the "US" of "US$22.76"."""
        after = self.reading.words[end : end + 1]
        return bool(after) and after[0].text[0] in "$€£" and after[0].span.start == self.reading.words[end - 1].span.end

    def is_shouted(self, sentence: Sentence) -> bool:
        """Return whether a sentence is in capitals throughout, so that case tells nothing."""
        letters = [c for c in self.reading.span(sentence.start, sentence.end).of(self.text) if c.isalpha()]
        return len(letters) > 20 and sum(c.isupper() for c in letters) > _MOST_CAPITALS * len(letters)

    def _is_everyday(self, key: str, said: str, start: int) -> bool:
        """Return whether a country's short form is an everyday word here: the pronoun "us", a "CAR BOMB"."""
        if key not in _EVERYDAY or "." in said:
            return False
        return not said.isupper() or self.is_shouted(self.reading.sentence_of(start))

    def is_adjective(self, start: int, end: int, key: str) -> bool:
        """Return whether a country's name that is also an adjective is one here ("US troops")."""
        if key not in self.words.countries or key not in self.words.peoples:
            return False
        return self.reading.words[head_in(self.reading, start, end)].dep in _MODIFYING
