"""Quoted and set-out speech: whose words are they, where does the quotation end, who goes on speaking?"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.model.reading import Reading
from onrecord.model.report import Passage, Report
from onrecord.model.span import Span
from onrecord.stages.attribute.quotes import share_quoted
from onrecord.stages.attribute.saying import FIRST_PERSON, Range, Saying, cue_words, is_mark, numbers, ranges

Quotes = Mapping[int, tuple[Span, ...]]
_LABEL = 5  # words, marks included, up to the colon of a label
_TITLE = 6  # words, marks included, that a title in quotes may have
_OVER = {"headline", "boilerplate", "byline", "dateline"}


def words_in(reading: Reading, span: Span) -> set[int]:
    """Return the numbers of the words inside `span`."""
    first = bisect_left(reading.words, span.start, key=lambda word: word.span.start)
    last = bisect_right(reading.words, span.end, lo=first, key=lambda word: word.span.end)
    return set(range(first, last))


def with_quotes(reading: Reading, sayings: Sequence[Saying], quotes: Quotes) -> list[Saying]:
    """Return the sayings with each quotation whole, and with those that no cue took given to the cue beside them."""
    found = [_whole(reading, saying, quotes) for saying in sayings]
    for passage, spans in quotes.items():
        here = [i for i, saying in enumerate(found) if saying.passage == passage and saying.cue is not None]
        for span in spans:
            inside = words_in(reading, span)
            if not here or len(inside) < 4 or any(inside & numbers(found[i].content) for i in here):
                continue
            if any(inside & cue_words(found[i]) for i in here):
                continue
            owner = min(here, key=lambda i: _distance(found[i], inside))
            if _is_beside(reading, found[owner], inside):
                found[owner] = replace(found[owner], content=ranges(reading, numbers(found[owner].content) | inside))
    return found


def _whole(reading: Reading, saying: Saying, quotes: Quotes) -> Saying:
    """Return `saying` with every quotation that its content begins or ends in made whole."""
    content = numbers(saying.content)
    own = numbers(saying.sources) | cue_words(saying)
    for span in quotes.get(saying.passage, ()):
        inside = words_in(reading, span)
        if inside & content and not inside & own:
            content |= inside
    return replace(saying, content=ranges(reading, content - own))


def _distance(saying: Saying, inside: set[int]) -> int:
    assert saying.head is not None
    return min(abs(saying.head - i) for i in inside)


def _is_beside(reading: Reading, saying: Saying, inside: set[int]) -> bool:
    """Return whether the quotation goes on where the saying's content or cue left off."""
    edge = numbers(saying.content) | cue_words(saying) | numbers(saying.sources)
    gap = range(max(edge) + 1, min(inside)) if min(inside) > max(edge) else range(max(inside) + 1, min(edge))
    return all(is_mark(reading, i) or reading.words[i].text.lower() in {"and", "but"} for i in gap) or (
        saying.act == "say" and len(gap) <= 12 and reading.sentence_of(min(inside)) == reading.sentence_of(max(edge))
    )


def announced(
    report: Report,
    reading: Reading,
    passages: Sequence[Passage],
    sayings: Sequence[Saying],
    introductions: Sequence[Saying],
) -> list[Saying]:
    """Return the sayings set out after "X said:": each paragraph one, the first with the cue."""
    found: list[Saying] = []
    for intro in introductions:
        first = True
        quoted_first: bool | None = None
        for at in range(intro.passage + 1, len(passages)):
            passage = passages[at]
            if passage.kind in _OVER or any(other.passage == at for other in introductions):
                break
            if not first and _is_told_again(report, reading, sayings, intro, at):
                break
            if passage.kind == "caption":
                continue
            is_quoted = passage.span.of(report.text)[0] in "“\"'‘«„"
            quoted_first = is_quoted if quoted_first is None else quoted_first
            if quoted_first and not is_quoted:
                break
            content = ranges(reading, words_in(reading, passage.span) - _number(reading, passage.span))
            if content:
                cue = intro.cue if first else None
                found.append(
                    replace(intro, passage=intro.passage if first else at, cue=cue, content=content, is_direct=True)
                )
                first = False
    return found


def _number(reading: Reading, span: Span) -> set[int]:
    """Return the words of the number that a list gives its item: "2." of "2. Fourteen men died"."""
    first = sorted(words_in(reading, span))[:2]
    texts = [reading.words[n].text for n in first]
    return set(first) if len(texts) == 2 and texts[0].isdigit() and texts[1] in {".", ")"} else set()


def _is_told_again(report: Report, reading: Reading, sayings: Sequence[Saying], intro: Saying, at: int) -> bool:
    """Return whether the report takes over again: the passage names the same speaker with a cue."""
    speakers = {reading.span(*source).of(report.text).lower() for source in intro.sources}
    again = {
        reading.span(*source).of(report.text).lower()
        for saying in sayings
        if saying.passage == at and saying.cue is not None
        for source in saying.sources
    }
    return bool(speakers & again)


def going_on(
    report: Report, reading: Reading, passages: Sequence[Passage], sayings: Sequence[Saying], quotes: Quotes
) -> list[Saying]:
    """Return a saying for each quoted paragraph that no cue claims: the speaker before goes on.

    Where nobody spoke before it is the one person that the paragraph above names, or nobody known.
    """
    found: list[Saying] = []
    inside = {n for spans in quotes.values() for span in spans for n in words_in(reading, span)}
    taken = numbers(p for saying in sayings if not cue_words(saying) & inside for p in saying.content)
    last: Saying | None = None
    for at, passage in enumerate(passages):
        if passage.kind in {"caption", "boilerplate"}:
            continue
        words = words_in(reading, passage.span)
        is_quoted = share_quoted(report, passage.span, quotes.get(at, ())) > 0.9
        is_free = is_quoted and not words & taken and not _is_labelled(reading, sorted(words))
        if words and is_free and (last is not None or _is_account(reading, words)):
            last = last or _told_of(reading, at)
            content = ranges(reading, words)
            found.append(replace(last, passage=at, head=None, cue=None, content=content, act="say", told=()))
            continue
        speaking = [saying for saying in sayings if saying.passage == at and saying.sources]
        last = max(speaking, key=lambda saying: saying.head or 0, default=None)
    return found


def _is_labelled(reading: Reading, words: Sequence[int]) -> bool:
    """Return whether a name in capitals says who speaks inside the quotation marks: “"PENCE: But the truth is ...”."""
    colon = next((n for n in words[:_LABEL] if reading.words[n].text == ":"), None)
    named = [reading.words[n].text for n in words if colon is not None and n < colon and not is_mark(reading, n)]
    return bool(named) and all(text.isupper() for text in named)


def _is_account(reading: Reading, words: set[int]) -> bool:
    """Return whether somebody tells what befell them: no title in quotes, no text that stands in quotes as a whole."""
    return len(words) > _TITLE and any(reading.words[n].text.lower() in FIRST_PERSON for n in words)


def _told_of(reading: Reading, passage: int) -> Saying:
    """Return a saying of the one person whom the passage before names, its content still open."""
    named: dict[str, Range] = {}
    for name in reading.names:
        if name.kind == "person" and reading.sentence_of(name.start).passage == passage - 1:
            words = " ".join(word.text for word in reading.words[name.start : name.end])
            named.setdefault(words, (name.start, name.end))
    sources = tuple(named.values()) if len(named) == 1 else ()
    return Saying(passage=passage, head=None, cue=None, sources=sources, content=(), act="say", is_direct=True)


def introductions(
    reading: Reading, passages: Sequence[Passage], report: Report, *, verbs: Mapping[str, object]
) -> list[tuple[int, int]]:
    """Return (passage, cue's word number) for passages that end in a colon after a cue: "X said:"."""
    found = []
    for at, passage in enumerate(passages[:-1]):
        if not passage.span.of(report.text).rstrip().endswith(":"):
            continue
        words = sorted(words_in(reading, passage.span))
        near = [i for i in words[-30:] if reading.words[i].lemma.lower() in verbs and reading.words[i].upos == "VERB"]
        nouns = [i for i in words[-20:] if reading.words[i].lemma.lower() in {"statement", "follow"}]
        if near:
            found.append((at, near[-1]))
        elif nouns:
            roots = [i for i in words if reading.words[i].dep == "root"]
            found.extend((at, i) for i in roots[-1:])
    return found


def cue_of(number: int) -> Range:
    """Return the range of the one word `number`."""
    return number, number + 1
