"""What do the words beside a name say: what it is, whether something is near it, what it lies in?"""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model.place import PlaceKind
from onrecord.model.reading import Reading
from onrecord.stages.where.words import PlaceWords

_SKIPPED = frozenset({"the", "a", "an", "its", "his", "their"})
_BORDER = ("border",)
_NEAR = frozenset({"near", "outside", "around", "off", "beyond", "toward", "towards", "nearby"})


@dataclass(frozen=True, slots=True)
class Around:
    """Asks about the words beside words `start` to `end` of a reading."""

    lower: Sequence[str]
    reading: Reading
    words: PlaceWords

    @classmethod
    def of(cls, reading: Reading, words: PlaceWords) -> "Around":
        """Make the lower-case words once for a whole report."""
        return cls(tuple(word.text.lower() for word in reading.words), reading, words)

    def kind_after(self, start: int, end: int) -> tuple[PlaceKind | None, int]:
        """Return the kind a noun after the name gives it ("refugee camp") and the word after that noun."""
        limit = self.reading.sentence_of(start).end
        for skip in (0, 1):
            for n_words in (3, 2, 1):
                at = end + skip
                if at + n_words > limit:
                    continue
                kind = self.words.kinds.get(" ".join(self.lower[at : at + n_words]))
                if kind is None or (skip and (kind != "camp" or self.reading.words[end].upos not in ("ADJ", "X"))):
                    continue
                is_of_next = at + n_words < limit and self.lower[at + n_words] == "of"
                if is_of_next or self.lower[at : at + n_words] == _BORDER:
                    return None, end
                return kind, at + n_words
        return None, end

    def kind_before(self, start: int) -> PlaceKind | None:
        """Return the kind a noun before the name gives it ("the town of", "Lake")."""
        first = self.reading.sentence_of(start).start
        if start - 1 >= first and self.lower[start - 1] in self.words.before:
            return self.words.kinds.get(self.lower[start - 1])
        at = start - 1
        while at > first and self.lower[at] in _SKIPPED:
            at -= 1
        if at > first and self.lower[at] == "of":
            for n_words in (3, 2, 1):
                if at - n_words >= first:
                    kind = self.words.kinds.get(" ".join(self.lower[at - n_words : at]))
                    if kind is not None:
                        return kind
        return None

    def is_locative(self, start: int) -> bool:
        """Return whether a word before says that something is at, or goes to, what follows."""
        first = self.reading.sentence_of(start).start
        at = start - 1
        while at >= first and (self.lower[at] in _SKIPPED or self.lower[at] in self.words.directions):
            if self.lower[at] in self.words.directions and self.lower[at] not in _SKIPPED:
                return True
            at -= 1
        return at >= first and self.lower[at] in self.words.locative

    def is_near(self, start: int, end: int) -> bool:
        """Return whether the words around put things beside the name and not in it ("near X", "the X border")."""
        first = self.reading.sentence_of(start).start
        if self.lower[end : end + 1] == _BORDER:
            return True
        at = start - 1
        while at >= first and self.lower[at] in _SKIPPED:
            at -= 1
        if at < first:
            return False
        if self.lower[at] in _NEAR:
            return True
        return self.lower[at] in {"of", "to", "from"} and at > first and self._is_beside(at)

    def _is_beside(self, at: int) -> bool:
        before = self.lower[at - 1]
        if self.lower[at] == "of":
            return before in {"outskirts"} or before in self.words.near
        return before in {"close", "kilometres", "kilometers", "km", "miles"}
