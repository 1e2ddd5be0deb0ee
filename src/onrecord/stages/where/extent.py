"""Where does a place's name begin and end, when the reader marked too much or too little of it?

"the southern Gaza Strip" is named by "Gaza Strip", "New" of "New Zealand" by both words, "Rafah, Gaza Strip" is two.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.gazetteer import Gazetteer
from onrecord.gazetteer.fold import fold
from onrecord.model.reading import Name, Reading
from onrecord.stages.where.bars import Bars
from onrecord.stages.where.belief import is_large
from onrecord.stages.where.words import PlaceWords

_EDGES = frozenset(["/", "'s", "’s", "'", "’", ",", "”", '"', "“", "(", ")", ".", "-", "–", ":", ";", "'S", "’S"])
_OWNERS = frozenset(["'s", "’s", "'S", "’S"])
_PARTING = frozenset([",", "-", "–", "/"])
_BODIES = ("town", "district", "province")
_SEATS = ("City", "Town", "Village")
_ARTICLES = frozenset(
    ["al", "el", "ad", "an", "ar", "as", "at", "az", "ash", "ath", "bab", "abu", "umm", "beit", "deir"]
)
_JOINING = frozenset(["of", "the", "de", "del", "la", "el", "al", "and", "-", "’", "'", "d", "l", "'s", "’s"])


@dataclass(frozen=True, slots=True)
class Extent:
    """Asks for the extent of names of one report."""

    text: str
    reading: Reading
    gazetteer: Gazetteer
    words: PlaceWords
    bars: Bars

    def of(self, name: Name) -> Iterator[tuple[int, int]]:
        """Give the words of each place's name in what the reader marked as one."""
        for start, end in self._pieces(*self._tidy(*self._with_article(name.start, name.end))):
            start, end = self._grown(*self._tidy(start, end))
            if start < end:
                yield start, end

    def _with_article(self, start: int, end: int) -> tuple[int, int]:
        """Return the whole of a name that the reader cut at its Arabic article ("Urem al" of "Urem al-Kubra")."""
        sentence = self.reading.sentence_of(start)
        if start - 2 >= sentence.start and self._is_joined(start - 2):
            start -= 2
        if end + 1 < sentence.end and self._is_joined(end - 1):
            end += 2
        return start, end

    def _is_joined(self, number: int) -> bool:
        """Return whether word `number` is an article joined by a hyphen to a capital."""
        article, hyphen, word = self.reading.words[number : number + 3]
        if article.text.lower() not in _ARTICLES or hyphen.text != "-" or not word.text[0].isupper():
            return False
        return article.span.end == hyphen.span.start and hyphen.span.end == word.span.start

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Cut "Rafah, Gaza Strip" at its comma and "Israel-Gaza" at its hyphen, unless the whole is one name."""
        owner = next((n for n in range(start + 1, end - 1) if self.reading.words[n].text in _OWNERS), None)
        if owner is not None and not self._is_known(start, end) and self._is_well_known(start, owner):
            yield start, owner
            start = owner + 1
        commas = [n for n in range(start, end) if self.reading.words[n].text in _PARTING]
        if not commas or self.gazetteer.find(self._said(start, end)):
            yield start, end
            return
        pieces = list(zip([start, *(n + 1 for n in commas)], [*commas, end], strict=True))
        if "," in self._said(start, end) or all(a < b and self._is_name(a, b) for a, b in pieces):
            yield from (piece for piece in pieces if piece[0] < piece[1])
            return
        yield start, end

    def _grown(self, start: int, end: int) -> tuple[int, int]:
        """Return the whole of a known name that the reader cut short ("New" of "New Zealand")."""
        if start >= end:
            return start, end
        sentence, own = self.reading.sentence_of(start), self._is_well_known(start, end)
        for first in range(max(sentence.start, start - 4), start + 1):
            for last in range(min(sentence.end, end + 3), end - 1, -1):
                if last - first <= end - start or not self._may_be_name(first, last):
                    continue
                if self._is_well_known(first, last) or (not own and self._is_known(first, last)):
                    return first, last
        for last in range(min(sentence.end, end + 3), end, -1):
            if self._said(last - 1, last).isalpha() and self.is_site(start, last):
                return start, last
        short = self._said(start, end) + "."
        is_short = short in self.words.short and end < sentence.end and self._said(end, end + 1) == "."
        return start, end + is_short

    def _may_be_name(self, start: int, end: int) -> bool:
        """Return whether words begin and end in capitals or a number, with nothing but such and "of", "de" between."""
        said = [self.reading.words[n].text for n in range(start, end)]
        if not said[0][0].isupper() or said[0].lower() in ("the", "a", "an"):
            return False
        if not (said[-1][0].isupper() or said[-1].isdigit()):
            return False
        return all(word[0].isupper() or word in _JOINING or word.isdigit() for word in said)

    def is_site(self, start: int, end: int) -> bool:
        """Return whether our own lists hold it as a site, whose noun is part of its name ("Erez crossing")."""
        entries = self.gazetteer.find(self._said(start, end))
        return any(e.source != "geonames" and e.kind in ("facility", "camp", "border") for e, _ in entries)

    def _is_name(self, start: int, end: int) -> bool:
        """Return whether a place goes by these words, none an article ("al-Waer" is not "al" and "Waer")."""
        said = self._said(start, end)
        return fold(said) not in _ARTICLES and bool(self.gazetteer.find(said))

    def _is_known(self, start: int, end: int) -> bool:
        return any(is_main for _, is_main in self.gazetteer.find(self._said(start, end)))

    def _is_well_known(self, start: int, end: int) -> bool:
        return start < end and any(main and is_large(e) for e, main in self.gazetteer.find(self._said(start, end)))

    def _tidy(self, start: int, end: int) -> tuple[int, int]:
        words = self.reading.words
        while start < end and (words[start].text in _EDGES or words[start].text.lower() in ("the", "a", "an")):
            start += 1
        while start < end and (words[end - 1].text in _EDGES or self._is_loose_noun(start, end)):
            end -= 1
        while start < end - 1 and self._is_direction(start, end):
            start += 1
        if end - start > 2 and self._is_body_of(start, end):
            start += 2
        return start, end

    def _is_body_of(self, start: int, end: int) -> bool:
        """Return whether "City of" or the like stands before a known name and is no part of it."""
        words = self.reading.words
        if words[start + 1].text.lower() != "of" or self.words.kinds.get(words[start].text.lower()) not in _BODIES:
            return False
        return not self._is_known(start, end) and self._is_known(start + 2, end)

    def _is_loose_noun(self, start: int, end: int) -> bool:
        """Return whether the last word is no part of the name: "Hebei province", "Kisumu and", but "Jenin camp"."""
        last = self.reading.words[end - 1].text
        if end - start < 2:
            return False
        if last in _SEATS:
            return not self._is_known(start, end) and self._is_known(start, end - 1)
        if not last.islower():
            return False
        kind = self.words.kinds.get(last)
        return last in ("and", "or", "in", "of") or kind in ("province", "district", "town", "region", "country")

    def _is_direction(self, start: int, end: int) -> bool:
        word = self.reading.words[start].text
        if word.lower() not in self.words.directions:
            return False
        if word.islower():
            return True
        if self.gazetteer.find(self._said(start, end)):
            return False
        return self.bars.is_shouted(self.reading.sentence_of(start)) or self._is_known(start + 1, end)

    def _said(self, start: int, end: int) -> str:
        return self.reading.span(start, end).of(self.text)
