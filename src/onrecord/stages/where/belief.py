"""Is a name that the reader did not call a place one all the same?

Grounds are added up: a name of our own lists, a town of a country the report tells of, "in" before it,
"town of", being what a verb like "seized" is done to; against it what the reader thought it was, a
title before it, a longer person's name that holds it, and that it speaks.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.gazetteer import Entry, Gazetteer
from onrecord.gazetteer.fold import fold
from onrecord.model.reading import Name, Reading
from onrecord.stages.where.actor_like import head_in
from onrecord.stages.where.around import Around
from onrecord.stages.where.homes import is_home, is_seat
from onrecord.stages.where.words import PlaceWords

ENOUGH = 2.0
_DOUBT = 1.0
_LARGE = 100_000
_DOUBTED = ("person", "organisation", "group", "weapon", "platform")
_DASHES = frozenset(["-", "--", "–", "—", "―"])
_SHORT = 3
_TAKEN = frozenset(["obj", "nsubj:pass", "obl", "nmod"])


@dataclass(frozen=True)
class Belief:
    """Weighs the grounds in one report."""

    text: str
    reading: Reading
    gazetteer: Gazetteer
    words: PlaceWords
    around: Around

    def holds(self, start: int, end: int, entries: Sequence[tuple[Entry, bool]], *, is_shouted: bool) -> bool:
        """Return whether words `start` to `end`, which name `entries`, name a place here."""
        main = [entry for entry, is_main in entries if is_main]
        names = self._names(start, end)
        if not main or names is None or (self._is_short_form(start, end) and not self._is_after_comma(start)):
            return False
        if self._is_dateline(start, end, is_shouted=is_shouted):
            return True
        if not is_shouted and self._goes_on(end) and not any(is_large(entry) for entry in main):
            return False
        if is_shouted and not names and not self._has_cue(start, end) and not self._is_at_home(main):
            return False
        doubts = self._doubts(start, end, names) + self._article(start, main)
        return self._grounds(start, end, main) - doubts >= ENOUGH

    def _grounds(self, start: int, end: int, main: Sequence[Entry]) -> float:
        grounds = 0.0
        if any(entry.kind == "country" for entry in main):
            grounds += 3.5
        elif any(entry.source != "geonames" or entry.kind == "province" for entry in main):
            grounds += 1.5
        elif any(entry.population >= _LARGE for entry in main):
            grounds += 1.0
        if self._is_at_home(main):
            grounds += 1.5
        if self._has_cue(start, end):
            grounds += 2.0
        elif self._is_after_comma(start) and any(entry.kind in ("country", "province") for entry in main):
            grounds += 1.5
        if self._is_acted_on(start, end):
            grounds += 1.5
        if end - start < 3 and " ".join(self.around.lower[start:end]) in self._called_places:
            grounds += 1.5
        if self._is_before_its_division(end, main):
            grounds += 2.5
        if is_seat(self.reading, start) or is_home(self.reading, start, end, self.words):
            grounds += 2.0
        return grounds + (0.5 if end - start > 1 else 0.0)

    def _doubts(self, start: int, end: int, names: Sequence[Name]) -> float:
        doubts = sum(_DOUBT * name.score for name in names if name.kind in _DOUBTED) / max(1, len(names))
        head = self.reading.words[head_in(self.reading, start, end)]
        if head.dep == "nsubj" and head.head is not None:
            doubts += 3.0 if self.reading.words[head.head].lemma in self.words.saying else 1.0
        if start > 0 and self.around.lower[start - 1] in self.words.titles:
            doubts += 4.0
        if self.is_surname(start, end):
            doubts += 4.0
        is_first = start == self.reading.sentence_of(start).start and end - start == 1
        if not self._is_proper(start, end):
            doubts += 2.5 if is_first else 0.5
        return doubts + 0.5 * is_first

    def _article(self, start: int, main: Sequence[Entry]) -> float:
        """Return the doubt of "the": towns have none, regions, rivers and some states do."""
        has_article = start > 0 and self.around.lower[start - 1] == "the"
        return 2.0 if has_article and all(entry.kind == "town" for entry in main) else 0.0

    def _is_at_home(self, main: Sequence[Entry]) -> bool:
        """Return whether a place of this name of some size lies in a country the report tells of."""
        return any(
            entry.country in self._lands and (entry.population >= 500 or entry.population == 0) for entry in main
        )

    def _has_cue(self, start: int, end: int) -> bool:
        if self.around.is_locative(start) or self.around.kind_before(start) is not None:
            return True
        return self.around.kind_after(start, end)[0] is not None

    def _is_before_its_division(self, end: int, main: Sequence[Entry]) -> bool:
        """Return whether a comma and the division or country of one of the places follow ("Greer, S.C.")."""
        if end + 1 >= len(self.reading.words) or self.reading.words[end].text != ",":
            return False
        limit = self.reading.sentence_of(end + 1).end
        for last in range(min(limit, end + 4), end + 1, -1):
            around = self.gazetteer.find(self.reading.span(end + 1, last).of(self.text))
            for entry, is_main in around:
                if is_main and entry.kind in ("country", "province"):
                    lies = [e.country == entry.country and entry.admin1 in (None, e.admin1) for e in main]
                    if any(lies):
                        return True
        return False

    @cached_property
    def _called_places(self) -> frozenset[str]:
        """Return the names of one or two words that the reader calls places somewhere in the report."""
        names = [name for name in self.reading.names if name.kind == "location" and name.end - name.start < 3]
        return frozenset(" ".join(self.around.lower[name.start : name.end]) for name in names)

    def _is_dateline(self, start: int, end: int, *, is_shouted: bool) -> bool:
        """Return whether the words open a sentence in capitals before a dash ("TAIZ --")."""
        words = self.reading.words
        if is_shouted or end >= len(words) or words[end].text not in _DASHES:
            return False
        said = self.reading.span(start, end).of(self.text)
        return said.isupper() and len(said) > _SHORT and start == self.reading.sentence_of(start).start

    def _goes_on(self, end: int) -> bool:
        """Return whether another capital follows that no noun of a kind is: "Port" is not all of "Port Velloran"."""
        words = self.reading.words
        if end >= len(words) or words[end - 1].span.end + 1 != words[end].span.start:
            return False
        following = words[end].text
        return following.isalpha() and following.istitle() and following.lower() not in self.words.kinds

    def _is_short_form(self, start: int, end: int) -> bool:
        """Return whether the words are a state's code or short name ("OK", "Miss"), read only in "Monroe, La."."""
        said = self.reading.span(start, end).of(self.text)
        if said in self.words.short or f"{said}." in self.words.short:
            return True
        return len(said) == 2 and said.isupper() and fold(said) not in self.words.countries

    def _is_after_comma(self, start: int) -> bool:
        """Return whether the name follows another and a comma ("Paris, Texas"), or a party and a hyphen ("D-Ohio")."""
        words = self.reading.words
        if is_seat(self.reading, start):
            return True
        return start > 1 and words[start - 1].text == "," and words[start - 2].text[:1].isupper()

    def _is_acted_on(self, start: int, end: int) -> bool:
        """Return whether a verb that is done to places governs the name ("seized", "was shelled", "fled")."""
        head = self.reading.words[head_in(self.reading, start, end)]
        if head.head is None or head.dep not in _TAKEN:
            return False
        return self.reading.words[head.head].lemma in self.words.taking

    def _is_proper(self, start: int, end: int) -> bool:
        return any(self.reading.words[n].upos in ("PROPN", "X") for n in range(start, end))

    def _names(self, start: int, end: int) -> list[Name] | None:
        """Return the reader's names inside the words, `None` where a longer name reaches out of them."""
        inside = [name for name in self.reading.names if name.start < end and start < name.end]
        reaching = [
            name
            for name in inside
            if (name.start < start or name.end > end + 1) and name.kind not in ("date", "money", "misc")
        ]
        return None if reaching else inside

    @cached_property
    def _lands(self) -> frozenset[str]:
        """Return the countries whose name or people the report speaks of."""
        lower = self.around.lower
        found = set()
        for at in range(len(lower)):
            if not self.reading.words[at].text[:1].isupper():
                continue
            for end in range(at + 1, min(len(lower), at + 4) + 1):
                code = self.words.nations.get(fold(" ".join(lower[at:end])))
                if code is not None:
                    found.add(code)
        return frozenset(found) | frozenset(filter(None, map(self._land_of, self.reading.names)))

    def _land_of(self, name: Name) -> str | None:
        """Return the country of a place the reader named, if all well known places of that name lie in one."""
        if name.kind != "location":
            return None
        entries = self.gazetteer.find(self.reading.span(name.start, name.end).of(self.text))
        large = [entry for entry, is_main in entries if is_main and is_large(entry)]
        lands = {entry.country for entry in [e for e in large if e.source != "geonames"] or large}
        return next(iter(lands)) if len(lands) == 1 else None

    def is_surname(self, start: int, end: int) -> bool:
        """Return whether one word stands in the name of a person of the report, too."""
        return end - start == 1 and self.around.lower[start] in self._surnames

    @cached_property
    def _surnames(self) -> frozenset[str]:
        """Return the words of persons' names of two words and more."""
        names = [name for name in self.reading.names if name.kind == "person" and name.end - name.start > 1]
        return frozenset(self.around.lower[n] for name in names for n in range(name.start, name.end))


def is_large(entry: Entry) -> bool:
    """Return whether a place is known beyond its own country: a state, a province, a city, one of our own lists."""
    if entry.kind in ("country", "province", "region", "water") or entry.source != "geonames":
        return True
    return entry.population >= _LARGE
