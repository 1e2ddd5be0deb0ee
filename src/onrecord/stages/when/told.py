"""On which day, told elsewhere in the report, did the event happen that a time is counted from?

"Gunmen ambushed a convoy on Tuesday. ... Two days after the ambush, troops burned the village": from Tuesday.
A telling must share a name that the words give ("the ambush near Orvane"). Where tellings of several days fit equally
well, nobody can say which is meant, and the time stays open. Histories name too many events for this.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.stages.when.beside import beside
from onrecord.stages.when.event_dates import dated_by
from onrecord.stages.when.happenings import Happenings, happenings, stem, stems
from onrecord.stages.when.lexer import Line
from onrecord.stages.when.meaning import Shift, Spotted
from onrecord.stages.when.moment import Moment, at_level
from onrecord.stages.when.timeline import Resolved

_LONGEST = 10
"""Tokens after "after" that may tell the event."""
_NEAR = 16
"""Tokens between an event's word and its day."""
_ENDS = frozenset(".;:,?!–")
_FULL = frozenset(".;?!")
_SAME_WORD = 2


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence that tells of an event by `word` and dates it."""

    word: str
    stems: frozenset[str]
    day: Moment
    line: int
    tokens: range


Key = tuple[int, int]
"""A line's number and that of a time in it."""


def told_days(
    lines: Sequence[Line], spotted: Sequence[Sequence[Spotted]], resolved: Sequence[Sequence[Resolved]]
) -> Mapping[Key, Moment]:
    """Return for the times counted from an event the day of that event, where the report tells just one."""
    counts = [
        (n, k)
        for n, (line, items) in enumerate(zip(lines, spotted, strict=True))
        for k, item in enumerate(items)
        if _counts_from_event(item) and dated_by(line, items, k) is None
    ]
    if not counts:
        return {}
    words = happenings()
    tellings = [
        telling
        for n, (line, items, results) in enumerate(zip(lines, spotted, resolved, strict=True))
        for telling in _tellings(n, line, items, results)
    ]
    found: dict[Key, Moment | None] = {}
    for n, k in counts:
        item = spotted[n][k]
        elsewhere = [one for one in tellings if one.line != n or item.first not in one.tokens]
        found[n, k] = _day(_phrase(lines[n], item), elsewhere, words)
    return {key: day for key, day in found.items() if day is not None}


def _counts_from_event(item: Spotted) -> bool:
    return isinstance(item.meaning, Shift) and item.meaning.anchor == "event"


def _phrase(line: Line, item: Spotted) -> list[str]:
    """Return the words behind a count, up to a mark: "the ambush on the river road"."""
    words: list[str] = []
    for token in line.tokens[item.last : item.last + _LONGEST]:
        if token.text in _ENDS or (words and token.text.lower() in beside("relative")):
            break
        words.append(token.text)
    return words


def _head(phrase: Sequence[str], words: Happenings) -> str | None:
    """Return the word of a phrase that names the event, the last before a preposition where none is known."""
    known = next((word for word in phrase if words.of(word)), None)
    if known is not None:
        return known
    noun = None
    for word in phrase:
        if word.lower() in beside("after_head"):
            break
        noun = word
    return noun if noun is not None and len(noun) > 3 else None


def _day(phrase: Sequence[str], tellings: Sequence[Telling], words: Happenings) -> Moment | None:
    head = _head(phrase, words)
    if head is None:
        return None
    own = _Phrase.of(phrase, head)
    scored = [(score, telling) for telling in tellings if (score := own.score(telling, words)) > 0]
    best = max((score for score, _ in scored), default=0)
    days = {telling.day for score, telling in scored if score == best}
    return next(iter(days)) if len(days) == 1 else None


@dataclass(frozen=True, slots=True)
class _Phrase:
    """The words that tell an event: `head` names it; `is_definite` says that the report has told of it before."""

    head: str
    is_definite: bool
    rest: frozenset[str]
    names: frozenset[str]

    @classmethod
    def of(cls, phrase: Sequence[str], head: str) -> "_Phrase":
        is_definite = phrase[0].lower() in beside("definite")
        is_shouted = all(word.isupper() for word in phrase)
        capitals = [] if is_shouted else [word for word in phrase if word[0].isupper()]
        return cls(head, is_definite, _telling_stems(phrase) - {stem(head)}, stems(capitals) - {stem(head)})

    def score(self, telling: Telling, words: Happenings) -> int:
        """Return how well a telling fits, 0 where it may be of another event."""
        if not words.may_be_one(self.head, telling.word):
            return 0
        shared, is_same = len(self.rest & telling.stems), stem(telling.word) == stem(self.head)
        if self.is_definite:
            is_fit = not self.names or bool(self.names & telling.stems)
        else:
            is_fit = is_same and self.names <= telling.stems and (bool(self.names) or shared > 1)
        return is_fit * (1 + shared + _SAME_WORD * is_same)


def _telling_stems(words: Sequence[str]) -> frozenset[str]:
    return stems(word for word in words if word.lower() not in beside("empty"))


def _tellings(number: int, line: Line, items: Sequence[Spotted], results: Sequence[Resolved]) -> Iterator[Telling]:
    days = [
        (item, day)
        for item, result in zip(items, results, strict=True)
        if not _counts_from_event(item) and (day := _day_of(result.moment)) is not None
    ]
    if not days:
        return
    for first, last in _sentences(line):
        here = [(item, day) for item, day in days if first <= item.first < last]
        if not here:
            continue
        said = [token.text for token in line.tokens[first:last]]
        for at, word in enumerate(said, start=first):
            item, day = min(here, key=lambda pair: _away(pair[0], at))
            if word[0].isalpha() and len(word) > 3 and _away(item, at) <= _NEAR:
                yield Telling(word, _telling_stems(said), day, number, range(first, last))


def _day_of(moment: Moment | None) -> Moment | None:
    return at_level(moment, "day") if moment is not None and moment.level in ("day", "part", "clock") else None


def _away(item: Spotted, at: int) -> int:
    return item.first - at if at < item.first else at - item.last + 1


def _sentences(line: Line) -> Iterator[tuple[int, int]]:
    first = 0
    for at, token in enumerate(line.tokens):
        if token.text in _FULL:
            yield first, at
            first = at + 1
    if first < len(line.tokens):
        yield first, len(line.tokens)
