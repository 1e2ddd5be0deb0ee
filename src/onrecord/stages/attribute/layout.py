"""Speakers that the layout names: "NAME: ...", "... – police", "... (police)", "X said: ...", a caption's twin."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.model.actor import ActorIndex
from onrecord.model.reading import Reading
from onrecord.model.report import Passage, Report
from onrecord.stages.attribute.direct import Quotes, words_in
from onrecord.stages.attribute.headings import LONGEST, at_end, behind_place, heads_place, heads_toll
from onrecord.stages.attribute.quotes import share_quoted
from onrecord.stages.attribute.saying import Range, Saying, is_mark, numbers, ranges
from onrecord.stages.attribute.sources import titles
from onrecord.stages.attribute.turns import answer_label, post_label
from onrecord.vocab.load import load_table

_SPEAK = {"person", "government", "organisation", "armed_force", "armed_group", "outlet", "unknown"}
_DASHES = {"-", "–", "—", "--", "―"}
_OVER = {"byline", "dateline", "boilerplate", "caption", "table_row"}
_TOLL = 3
"""Words behind a label within which a toll begins: "at least 9", "5 dead"."""
_OPENING, _CLOSING = {"(", "["}, {")", "]"}
_NAMING = {"source", "sources", ":", "according", "to", "per", "by", "the"}
"""Words between the bracket and the name of who counted: "(according to the governor)"."""


def by_layout(
    report: Report, passages: Sequence[Passage], reading: Reading, index: ActorIndex, quotes: Quotes
) -> Iterator[Saying]:
    """Give a saying for every passage that a label opens ("NAME: ...") or a signature closes ("... – NAME")."""

    def _is_quote(at: int) -> bool:
        return share_quoted(report, passages[at].span, quotes.get(at, ())) > 0.9

    before: set[int] = set()
    for at, passage in enumerate(passages):
        words = sorted(words_in(reading, passage.span))
        if at and passages[at - 1].kind == "dateline" and passage.kind in {"headline", "paragraph"}:
            label = _whole_label(reading, sorted(before), index)
            if label is not None:
                yield _saying(reading, at, label, words)
        if passage.kind in _OVER or len(words) < 3:
            before = set(words)
            continue
        is_quoted = share_quoted(report, passage.span, quotes.get(at, ())) > 0.5
        label = post_label(reading, words) or answer_label(reading, words)
        label = label or _label(reading, words, index, is_quoted=is_quoted)
        sign = _signature(reading, words, index, is_headline=passage.kind == "headline")
        if label is not None:
            colon = next((n for n in words if n >= label[1] and reading.words[n].text == ":"), label[1])
            own = [n for n in words if n > colon]
            yield _saying(reading, at, label, _own_half(reading, own) if passage.kind == "headline" else own)
        elif sign is not None and (is_quoted or passage.kind == "headline"):
            yield _saying(reading, at, sign, [n for n in behind_place(reading, words, index) if n < sign[0]])
        elif sign is not None and sign[0] <= words[0] + 1 and before and at and _is_quote(at - 1):
            yield _saying(reading, at - 1, sign, sorted(before))
        elif (named := _bracketed(reading, words, index)) is not None:
            speaker, told = named
            yield _saying(reading, at, speaker, [n for n in words if n in range(*told)])
        before = set(words)


def _own_half(reading: Reading, words: Sequence[int]) -> Sequence[int]:
    """Return the words up to the semicolon behind which another speaks: "Mayor: 3 dead; | army says six fell"."""
    half = next((n for n in words if reading.words[n].text == ";"), None)
    sources = [role.start for f in reading.frames if f.kind == "attribution" for role in f.all("source")]
    is_others = half is not None and any(half < start <= half + 2 for start in sources)
    return [n for n in words if half is None or not is_others or n < half]


def _saying(reading: Reading, at: int, speaker: Range, content: Sequence[int]) -> Saying:
    return Saying(
        passage=at, head=None, cue=None, sources=(speaker,), content=ranges(reading, content), act="say",
        is_direct=True,
    )  # fmt: skip


def _label(reading: Reading, words: Sequence[int], index: ActorIndex, *, is_quoted: bool) -> Range | None:
    """Return the words before a colon at the start that name a speaker."""
    for at, number in enumerate(words[: LONGEST + 1]):
        if reading.words[number].text in {"(", "[", ";", "."}:
            return None
        if reading.words[number].text == ":" and 0 < at < len(words) - 3:
            if reading.words[words[0]].text.lower() in load_table("cues")["headings"]:
                return None
            speaker = (words[0], number)
            is_head = heads_toll(reading, speaker, number + 1, index) or heads_place(reading, speaker, index)
            if not is_quoted and is_head:
                return None
            return speaker if _speaks(reading, speaker, index, is_quoted=is_quoted) else None
    return None


def _whole_label(reading: Reading, words: Sequence[int], index: ActorIndex) -> Range | None:
    """Return the speaker of a line's beginning that was read as a dateline: "UNICEF:"."""
    if len(words) < 2 or reading.words[words[-1]].text != ":":
        return None
    speaker = (words[0], words[-1])
    return speaker if _speaks(reading, speaker, index, is_quoted=False) else None


def _signature(reading: Reading, words: Sequence[int], index: ActorIndex, *, is_headline: bool) -> Range | None:
    """Return the words behind a dash at the end that name a speaker; in a headline also behind a colon."""
    for number in reversed(words[-LONGEST:]):
        is_told = any(reading.words[n].upos == "VERB" for n in words if n < number)
        is_heading = reading.words[number - 1].text.lower() in load_table("cues")["headings"]
        is_colon = is_headline and reading.words[number].text == ":" and number - words[0] > _TOLL
        is_colon = is_colon and is_told and not is_heading
        is_dash = reading.words[number].text in _DASHES and not _is_hyphen(reading, number)
        if (is_colon or is_dash) and number < words[-1]:
            end = words[-1] + (0 if is_mark(reading, words[-1]) else 1)
            speaker = (number + 1, end)
            is_speaker = speaker[0] < end and _speaks(reading, speaker, index, is_quoted=False)
            return speaker if is_speaker or (is_headline and _is_office(reading, speaker)) else None
    return None


def _is_hyphen(reading: Reading, number: int) -> bool:
    """Return whether no space stands around the dash: "Secretary-General"."""
    around = reading.words[max(number - 1, 0) : number + 2]
    return len(around) == 3 and all(left.span.end == right.span.start for left, right in pairwise(around))


def _is_office(reading: Reading, speaker: Range) -> bool:
    """Return whether the words are an office that nobody is named for: "Drone kills three - governor"."""
    words = reading.words[slice(*speaker)]
    is_plain = bool(words) and all(word.upos in {"NOUN", "PROPN", "ADJ"} for word in words)
    return is_plain and bool({words[-1].text.lower(), words[-1].text.lower().removesuffix("s")} & titles())


def _bracketed(reading: Reading, words: Sequence[int], index: ActorIndex) -> tuple[Range, Range] | None:
    """Return who counted, named in brackets at the end, and what they told: "46 killed (Source: local authorities)".

    Not so where they only shorten the name before them ("killed by the Front for Renewal (FRR)").
    """
    body = [n for n in words if reading.words[n].text not in {".", ";", ","}]
    if len(body) < 4 or reading.words[body[-1]].text not in _CLOSING:
        return None
    sentence = reading.sentence_of(body[-1])
    opened = next((n for n in reversed(body[-LONGEST:-1]) if reading.words[n].text in _OPENING), None)
    if opened is None or opened <= max(sentence.start, body[0]) or not _counts(reading, (sentence.start, opened)):
        return None
    start, end = opened + 1, body[-1]
    while start < end and reading.words[start].text.lower() in _NAMING:
        start += 1
    end = next((n for n in range(start, end) if reading.words[n].text in {",", ";"}), end)
    if start >= end or not _speaks(reading, (start, end), index, is_quoted=False):
        return None
    found, before = at_end(reading, (start, end), index), reading.words[opened - 1].span
    is_short = any(name.start <= opened - 1 < name.end and name.kind == "organisation" for name in reading.names)
    is_short = is_short or (found is not None and any(mention.overlaps(before) for mention in found.mentions))
    if is_short or found is None or found.kind == "outlet":
        return None
    return (start, end), (sentence.start, opened)


def _counts(reading: Reading, piece: Range) -> bool:
    return any(word.upos == "NUM" for word in reading.words[slice(*piece)])


def _speaks(reading: Reading, speaker: Range, index: ActorIndex, *, is_quoted: bool) -> bool:
    words = reading.words[slice(*speaker)]
    if any(word.upos in {"VERB", "AUX"} or (word.text.isdigit() and len(word.text) > 1) for word in words):
        return False
    found = index.inside([reading.span(*speaker)])
    last = at_end(reading, speaker, index)
    return last is not None and (last.kind in _SPEAK or (is_quoted and bool(found)))


def coloned(reading: Reading, passages: Sequence[Passage], sayings: Sequence[Saying]) -> list[Saying]:
    """Return the sayings with all that stands behind "X said:" in the same passage, direct."""
    return [_coloned(reading, passages, saying) for saying in sayings]


def _coloned(reading: Reading, passages: Sequence[Passage], saying: Saying) -> Saying:
    if saying.cue is None or saying.head is None:
        return saying
    sentence = reading.sentence_of(saying.head)
    colon = next((n for n in range(saying.cue[1], sentence.end) if reading.words[n].text == ":"), None)
    content = numbers(saying.content)
    if colon is None or colon - saying.cue[1] > 8 or (content and min(content) < colon):
        return saying
    rest = [n for n in words_in(reading, passages[saying.passage].span) if n > colon]
    if not rest or reading.words[min(rest)].text[0] in "“\"'‘«„" or not reading.words[min(rest)].text[0].isupper():
        return saying
    return replace(saying, content=ranges(reading, rest), is_direct=True)


def without_twins(
    report: Report, reading: Reading, passages: Sequence[Passage], sayings: Sequence[Saying]
) -> list[Saying]:
    """Return the sayings without those of a caption that the text gives too, and without cueless doubles."""
    kept = []
    for saying in sayings:
        is_caption = passages[saying.passage].kind == "caption"
        others = [other for other in sayings if other is not saying]
        if is_caption and any(_said(report, reading, other) & _said(report, reading, saying) for other in others):
            continue
        if not any(_repeats(saying, other) for other in others):
            kept.append(saying)
    return kept


def _repeats(saying: Saying, other: Saying) -> bool:
    """Return whether `saying` only says again what `other` is made to say: "MINISTER: Reports that ..."."""
    content, around = numbers(saying.content), numbers(other.content)
    if saying.cue is None:
        is_second = other.is_read and not saying.is_read and other.sources == saying.sources
        is_part = content < around and other.sources == saying.sources
        return (other.cue is not None or is_second or is_part) and content <= around
    return other.cue is None and saying.sources == other.sources and saying.cue[0] in around


def _said(report: Report, reading: Reading, saying: Saying) -> set[str]:
    return {
        "".join(c for c in reading.span(*piece).of(report.text).lower() if c.isalnum() or c == " ").strip()
        for piece in saying.content
    }


def is_own_voice(reading: Reading, quoted: set[int]) -> bool:
    """Return whether the report speaks as "we" outside quotation marks: an issuer's own text."""
    return any(
        word.text.lower() == "we" and word.dep.startswith("nsubj") and number not in quoted
        for number, word in enumerate(reading.words)
    )
