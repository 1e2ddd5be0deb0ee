"""What stands at the edges of speakers and contents and is none of them: charges, manners, labels, loose ends."""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.model.reading import Reading
from onrecord.stages.attribute.saying import FINITE, Range, Saying, numbers, ranges

_CHARGING = {"responsible", "blamed", "accountable"}
_TERMS = 5  # words of "on the condition of anonymity"
_ARTICLES = {"the", "a", "an", "this", "that", "these"}
_STRONGLY = {"in", "the", "strongest", "possible", "clearest", "strong", "harshest", "very"}
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d")
_BEHIND_CLOCK = frozenset(("-", "–", "—", ":", "|", "gmt", "utc", "am", "pm", "a.m.", "p.m."))
_OCCASIONS = frozenset(
    (
        "call",
        "statement",
        "letter",
        "message",
        "video",
        "interview",
        "communique",
        "telephone",
        "post",
        "tweet",
        "briefing",
        "speech",
        "leaflet",
    )
)
_LOOSE = {"who", "which", "whom", "whose", "but", "and", "or", "while", "although", "whereas"}


def without_charge(reading: Reading, saying: Saying) -> tuple[Range, ...]:
    """Return the speakers without what others are charged with: "held responsible by the minister | for the attack".

    Nor with a count behind them: "according to the committee |, including Sunday's six".
    """
    cue = {reading.words[n].text.lower() for n in range(*saying.cue)} if saying.cue else set()
    if saying.act != "accuse" or not cue & _CHARGING:
        return tuple((start, _before_counted(reading, start, end)) for start, end in saying.sources)
    return tuple((start, _before_for(reading, start, end)) for start, end in saying.sources)


def _before_counted(reading: Reading, start: int, end: int) -> int:
    for number in range(start + 1, end - 1):
        if reading.words[number].text == "," and reading.words[number + 1].text.lower() == "including":
            return number if any(reading.words[i].upos == "NUM" for i in range(number + 2, end)) else end
    return end


def _before_for(reading: Reading, start: int, end: int) -> int:
    words = [word.text.lower() for word in reading.words[start:end]]
    cut = next((n for n in range(1, len(words) - 1) if words[n] == "for" and words[n + 1] in _ARTICLES), None)
    return end if cut is None else start + cut


def without_manner(reading: Reading, saying: Saying) -> Saying:
    """Return `saying` without how it was said at its start: "condemned in the strongest terms the attack"."""
    if saying.act != "accuse" or not saying.content:
        return saying
    (start, end), *rest = saying.content
    words = [word.text.lower() for word in reading.words[start:end]]
    at = words.index("terms") + 1 if "terms" in words[:6] else 0
    is_manner = at > 1 and set(words[: at - 1]) <= _STRONGLY and at < len(words)
    return replace(saying, content=((start + at, end), *rest)) if is_manner else saying


def without_loose_end(reading: Reading, saying: Saying, quoted: set[int]) -> Saying:
    """Return `saying` without a word at its end that only opens what is left out: "he had proof, but"."""
    pieces: list[Range] = []
    for start, end in saying.content:
        last = end
        while last > start and last - 1 not in quoted and _is_loose(reading, last - 1):
            last -= 1
        pieces.append((start, last) if last - start > 1 else (start, end))
    return replace(saying, content=tuple(pieces))


def _after_clock(reading: Reading, start: int, end: int) -> int:
    """Return where words go on after the hour that opens a sentence, and a dash or zone behind it."""
    if reading.sentence_of(start).start != start or not _CLOCK.fullmatch(reading.words[start].text):
        return start
    after = start + 1
    while after < end and reading.words[after].text.lower() in _BEHIND_CLOCK:
        after += 1
    return after if after < end else start


def _is_loose(reading: Reading, number: int) -> bool:
    word = reading.words[number]
    is_that = word.text.lower() == "that" and word.tag in {"IN", "WDT"}  # not "many times that"
    return word.text == "," or word.text.lower() in _LOOSE or is_that


def after_label(reading: Reading, piece: Range) -> Range:
    """Return a piece of content without what it begins in of the cue's: the end of "[TEXT] REBELS ATTACKED".

    And on what terms it was said: "on condition of anonymity | that a drone had crossed the border". Nor when an
    entry of a running report was made: "16:20 | Rescue work has ended, officials say".
    """
    start, end = piece
    start = _after_clock(reading, start, end)
    piece = (start, end)
    opening = tuple(word.text.lower() for word in reading.words[start : min(end, start + _TERMS)])
    if opening[:2] in {("on", "condition"), ("on", "the")} and "anonymity" in opening:
        start += opening.index("anonymity") + 1
        start += reading.words[start].text == ","
        return (start, end) if start < end else piece
    for number in range(start, min(start + 3, end - 1)):
        if reading.words[number].text == ":" and set(reading.words[number + 1].text) & set('“"«„'):
            return number + 1, end  # "contradicted him: | “There were no soldiers.”"
        if reading.words[number].text in {"]", ")"}:
            is_opened = any(reading.words[i].text in {"[", "("} for i in range(start, number))
            return piece if is_opened else (number + 1, end)
    return piece


def without_others(
    reading: Reading, saying: Saying, others: Sequence[Saying], quoted: set[int], *, headlines: frozenset[int]
) -> Saying:
    """Return `saying` without pieces that are of what another says: "..., parents say; | government denies payment".

    In headlines (`headlines` are their passages) also behind a comma: "Rebels say 60 died, | state TV speaks of 9".
    """
    speakers = {source for other in others if other is not saying for source in other.sources}
    kept = [piece for piece in saying.content if piece not in speakers]
    if saying.passage in headlines and saying.head is not None:
        starts = {a for a, b in speakers if a > saying.head and reading.words[a - 1].text in {",", ";"}}
        kept = [(a, min([n - 1 for n in starts if a < n - 1 < b], default=b)) for a, b in kept if a not in starts]
    own = max([end for _, end in (*saying.sources, *((saying.cue,) if saying.cue else ()))], default=0)
    is_over = saying.cue is not None and own < len(reading.words) and reading.words[own].text == ";"
    if is_over and kept and kept[0][0] < own:
        kept = [piece for piece in kept if piece[0] < own or numbers([piece]) <= quoted]
    return replace(saying, content=tuple(kept)) if kept else saying


def _is_opener(reading: Reading, number: int, openers: frozenset[str]) -> bool:
    """Return whether the word opens the report's sentence: not as the "Earlier" of "Earlier reports"."""
    return reading.words[number].text.lower() in openers and reading.words[number].dep != "amod"


def opened(reading: Reading, saying: Saying, *, openers: frozenset[str]) -> Saying:
    """Return `saying` without a "Meanwhile" or "But" at the start of its sentence that is the report's own."""
    content = numbers(saying.content)
    if not content or saying.head is None or saying.is_direct:
        return saying
    first = min(content)
    sentence = reading.sentence_of(first)
    while content and first == sentence.start and _is_opener(reading, first, openers):
        content.discard(first)
        first = min(content, default=-1)
        sentence = replace(sentence, start=first)
    return replace(saying, content=ranges(reading, content)) if content else saying


def without_occasion(reading: Reading, piece: Range, saying: Saying) -> Range:
    """Return the piece without the "in a call to the radio" at its end that says how it was said."""
    start, end = piece
    if saying.act == "say" and saying.has_clause:
        return piece
    for number in range(max(start + 2, end - 10), end - 2):
        words = [word.text.lower() for word in reading.words[number : number + 4]]
        if words[0] == "in" and words[1] in {"a", "an", "his", "her", "its", "their"} and set(words[2:]) & _OCCASIONS:
            has_verb = any(reading.words[n].upos in {"VERB", "AUX"} for n in range(number, end))
            if not has_verb and not any(reading.words[n].tag in FINITE for n in range(start, number)):
                return start, number
    return piece
