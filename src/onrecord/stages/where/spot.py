"""Which words name places: the reader's names, and what the gazetteer knows where the reader saw none.

"strikes on the Jabaliya refugee camp near Gaza City" gives two toponyms, the first a camp, the second near.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.gazetteer import Gazetteer
from onrecord.gazetteer.fold import fold
from onrecord.model.place import PlaceKind
from onrecord.model.reading import Name, Reading, Sentence
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.stages.where.actor_like import is_in_body, stands_for_government
from onrecord.stages.where.apposed import called, is_inside, nation_of, owns
from onrecord.stages.where.around import Around
from onrecord.stages.where.bars import Bars
from onrecord.stages.where.belief import Belief
from onrecord.stages.where.extent import Extent
from onrecord.stages.where.homes import with_seats_apart
from onrecord.stages.where.toponym import Toponym
from onrecord.stages.where.words import PlaceWords

_ARTICLES = frozenset(["the", "a", "an"])
_OWNED = frozenset(["a", "an", "his", "her", "their", "its", "our", "my"])
_UNENDING = frozenset({"for", "of", "and", "the", "with", "by", "from"})  # cut short: "Movement for | the River Bend"
_UNSURE, _DOUBTFUL = 0.35, 0.5
"""Below these scores the reader's word alone makes no place, with "in" and the like before it and without."""
_MAY_START_SMALL = frozenset(["al", "el", "ad", "an", "ar", "as", "at", "az", "ash", "ath", "bab", "d", "l"])
_MOST_WORDS = 6
_MOST_AROUND = 3
_LONGEST_ACRONYM = 5
_BEHIND = 10


@dataclass(frozen=True, slots=True)
class Spotter:
    """Finds the toponyms of one report."""

    report: Report
    reading: Reading
    gazetteer: Gazetteer
    words: PlaceWords
    around: Around
    bars: Bars
    belief: Belief
    extent: Extent

    @classmethod
    def of(cls, report: Report, reading: Reading, gazetteer: Gazetteer, words: PlaceWords) -> "Spotter":
        """Make a spotter for one report."""
        reading = with_seats_apart(reading, report.text, gazetteer)
        bars = Bars(report.text, reading, words)
        around = Around.of(reading, words)
        extent = Extent(report.text, reading, gazetteer, words, bars)
        belief = Belief(report.text, reading, gazetteer, words, around)
        return cls(report, reading, gazetteer, words, around, bars, belief, extent)

    def toponyms(self) -> list[Toponym]:
        """Return the toponyms in order of the text, none overlapping another."""
        taken = [False] * len(self.reading.words)
        found: list[tuple[int, int, Toponym]] = []
        for name in self.reading.names:
            if name.kind in ("location", "facility"):
                found += self._of_name(name)
                taken[name.start : name.end] = [True] * (name.end - name.start)
        for start, end, _ in found:
            taken[start:end] = [True] * (end - start)
        for sentence in self.reading.sentences:
            found += self._spotted(sentence, taken)
        found.sort(key=lambda item: (item[0], -item[1]))
        return self._chained(_apart(found))

    def given(self, spans: Sequence[Span]) -> list[Toponym]:
        """Return toponyms at spans known to name places."""
        found = []
        for span in spans:
            numbers = [n for n, word in enumerate(self.reading.words) if word.span.overlaps(span)]
            if not numbers:
                continue
            start, end, name = numbers[0], numbers[-1] + 1, span.of(self.report.text)
            kind = self.around.kind_after(start, end)[0] or self._kind_inside(name) or self.around.kind_before(start)
            code = self.words.peoples.get(fold(name))
            if code is not None:
                name, kind = self.words.states[code], "country"
            elif fold(name) in self.words.homes:
                name, kind = self.words.homes[fold(name)][0], None
            found.append((start, end, replace(self._plain(start, end), span=span, name=name, kind=kind)))
        return self._chained(found)

    def hints(self) -> list[Toponym]:
        """Return countries and divisions inside other names ("Kentucky State Police"): they only help to weigh.

        So do the nations that names stand beside ("Prisi, a Georgian town").
        """
        found = [
            replace(self._plain(at, at + 1), name=self.words.states[code], kind="country", is_actor=True)
            for at in range(len(self.reading.words))
            if self.around.lower[at] == "," and (code := self._nation_at(at)) is not None
        ]
        for name in self.reading.names:
            if name.kind not in ("organisation", "misc", "facility"):
                continue
            for start in range(name.start, name.end):
                ends = range(min(name.end, start + 3), start, -1)
                end = next((end for end in ends if self._is_division(start, end)), None)
                if end is not None:
                    found.append(replace(self._plain(start, end), is_actor=True))
                    break
        return found

    def _nation_at(self, at: int) -> str | None:
        return nation_of(self.around.lower[at : at + _BEHIND], self.words)

    def _is_division(self, start: int, end: int) -> bool:
        said = self._said(start, end)
        if not said[0].isupper() or len(said) < 4 or self.bars.are_up(start, end, fold(said)):
            return False
        return any(is_main and entry.kind in ("country", "province") for entry, is_main in self.gazetteer.find(said))

    def _of_name(self, name: Name) -> Iterator[tuple[int, int, Toponym]]:
        for start, end in self.extent.of(name):
            item = self._toponym(start, end, is_facility=name.kind == "facility")
            if item is not None and not self._is_guess(name, item):
                yield item

    def _is_guess(self, name: Name, found: tuple[int, int, Toponym]) -> bool:
        """Return whether nothing but an unsure reader speaks for a name that no gazetteer knows."""
        start, end, item = found
        if self._is_acronym(start, end, item):
            return True
        if item.kind is not None or self.gazetteer.find(item.name):
            return False
        if self.belief.is_surname(start, start + 1) and " " not in item.name:
            return True
        if self.gazetteer.find_loosely(item.name):
            return False
        return name.score < (_UNSURE if self.around.is_locative(start) else _DOUBTFUL)

    def _is_acronym(self, start: int, end: int, item: Toponym) -> bool:
        """Return whether capitals alone stand there that no gazetteer knows ("UAV facilities"), and no dateline."""
        if start == self.reading.sentence_of(start).start:
            return False
        if not self.reading.words[start].text.isupper() or end - start > 1 or item.kind not in (None, "facility"):
            return False
        is_short = len(item.name) <= _LONGEST_ACRONYM and not self.gazetteer.find(item.name)
        return is_short and not self.bars.is_shouted(self.reading.sentence_of(start))

    def _said(self, start: int, end: int) -> str:
        return " ".join(self.reading.span(start, end).of(self.report.text).split())

    def _toponym(self, start: int, end: int, *, is_facility: bool = False) -> tuple[int, int, Toponym] | None:
        said = self._said(start, end)
        key = fold(said)
        if self.reading.words[end - 1].text.lower() in _UNENDING or self.bars.are_up(start, end, key):
            return None
        kind, after = self.around.kind_after(start, end)
        if kind in ("camp", "facility"):
            end = self._with_noun(start, end, after, kind=kind)
            said, kind = self._said(start, end), (kind if end == after else None)
        kind = kind or self._kind_inside(said) or self.around.kind_before(start) or self._called(end)
        kind = kind or ("facility" if is_facility else None)
        is_actor = key in self.words.seats and stands_for_government(self.reading, start, end)
        is_actor = (
            is_actor or self.bars.is_adjective(start, end, key) or is_in_body(self.reading, start, end, self.words)
        )
        return start, end, replace(self._plain(start, end), name=said, kind=kind, is_actor=is_actor)

    def _with_noun(self, start: int, end: int, after: int, *, kind: PlaceKind) -> int:
        """Return where a camp's or facility's name ends: after its noun, unless it is "a Benghazi hospital"."""
        noun = self.reading.words[after - 1].text
        if kind == "camp" or noun[0].isupper() or self.gazetteer.find(self._said(start, after)):
            return after
        entries = [entry for entry, is_main in self.gazetteer.find(self._said(start, end)) if is_main]
        is_called_after = not entries or any(entry.kind in ("country", "facility") for entry in entries)
        return after if is_called_after else end

    def _plain(self, start: int, end: int) -> Toponym:
        sentence = self.reading.sentence_of(start)
        return Toponym(
            span=self.reading.span(start, end),
            name=self._said(start, end),
            is_near=self.around.is_near(start, end),
            sentence=sentence.start,
            passage=sentence.passage,
        )

    def _kind_inside(self, said: str) -> PlaceKind | None:
        last = said.lower().split()
        for n_words in (3, 2, 1):
            if len(last) > n_words and (kind := self.words.kinds.get(" ".join(last[-n_words:]))):
                return kind
        return self.words.kinds.get(last[0]) if len(last) > 1 and last[0] in self.words.before else None

    def _spotted(self, sentence: Sentence, taken: Sequence[bool]) -> Iterator[tuple[int, int, Toponym]]:
        is_shouted = self.bars.is_shouted(sentence)
        at = sentence.start
        while at < sentence.end:
            end = at + 1
            if not taken[at] and self._may_start(at) and not (is_shouted and self._is_one_of_many(at)):
                end = self._longest(at, sentence.end, taken, is_shouted=is_shouted)
                end = end if end > at or is_shouted else self._apposed(at, sentence.end)
                if end > at and (item := self._toponym(at, end)) is not None:
                    yield item
            at = max(end, at + 1)

    def _apposed(self, at: int, limit: int) -> int:
        """Return the word after a name that is said to be "a village in" somewhere, `at` itself where none is."""
        end = at + 1
        while end < limit and self.reading.words[end].text != "," and end - at < _MOST_WORDS:
            end += 1
        said = [self.reading.words[n].text for n in range(at, end)]
        is_name = said[-1][0].isupper() and all(w[0].isupper() or w in _MAY_START_SMALL or w == "-" for w in said)
        return end if is_name and self._called(end) is not None else at

    def _called(self, end: int) -> PlaceKind | None:
        return called(self.around.lower[end : end + _BEHIND], self.words)

    def _is_one_of_many(self, at: int) -> bool:
        """Return whether an article or owner makes the word a thing, where capitals do not tell: "INTO A VAN"."""
        before = self.reading.words[at - 1].text.lower() if at else ""
        return before in _OWNED

    def _may_start(self, at: int) -> bool:
        word = self.reading.words[at].text
        return (word[0].isupper() and word.lower() not in _ARTICLES) or word in _MAY_START_SMALL

    def _may_end(self, at: int, end: int) -> bool:
        """Return whether a name may end before word `end`: capitals, a joined word ("Be'eri"), a known site's noun."""
        words = self.reading.words
        if words[end - 1].text[0].isupper():
            return True
        if end - 1 == at or not words[end - 1].text.isalpha():
            return False
        return words[end - 2].span.end == words[end - 1].span.start or self.extent.is_site(at, end)

    def _longest(self, at: int, limit: int, taken: Sequence[bool], *, is_shouted: bool) -> int:
        """Return the word after the longest known place name from `at`, `at` itself where there is none."""
        for end in range(min(limit, at + _MOST_WORDS), at, -1):
            if any(taken[at:end]) or not self._may_end(at, end):
                continue
            said = self._said(at, end)
            key = fold(said)
            if (len(key) < 3 and not said.isupper()) or self.bars.are_up(at, end, key):
                continue
            entries = self.gazetteer.find(said)
            if entries and self.belief.holds(at, end, entries, is_shouted=is_shouted):
                return end
        return at

    def _chained(self, found: Sequence[tuple[int, int, Toponym]]) -> list[Toponym]:
        """Tie each toponym to those it is said to lie in: "Rafah, Gaza Strip", "Rafah in the southern Gaza Strip"."""
        items = [item for _, _, item in found]
        for n in range(len(found) - 2, -1, -1):
            (_, end, _), (start, _, following) = found[n], found[n + 1]
            between = self.around.lower[end:start]
            if is_inside(between, self.words):
                items[n] = replace(items[n], part_of=(following.name, *items[n + 1].part_of)[:_MOST_AROUND])
            elif owns(between):
                items[n + 1] = replace(items[n + 1], part_of=(items[n].name, *items[n + 1].part_of)[:_MOST_AROUND])
        for n, (_, end, _) in enumerate(found):
            code = self._nation_at(end)
            if code is not None and not items[n].part_of:
                items[n] = replace(items[n], part_of=(self.words.states[code],))
        return items


def _apart(found: Sequence[tuple[int, int, Toponym]]) -> list[tuple[int, int, Toponym]]:
    kept: list[tuple[int, int, Toponym]] = []
    for item in found:
        if not kept or item[0] >= kept[-1][1]:
            kept.append(item)
    return kept
