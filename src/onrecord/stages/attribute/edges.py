"""Where does what is said begin and end? No content stops inside a phrase or takes another speaker's words."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.model.reading import Reading
from onrecord.stages.attribute.saying import FINITE, Range, Saying, cue_words, is_mark, numbers, ranges, subtree
from onrecord.stages.attribute.sources import relative_object, whole_sources
from onrecord.stages.attribute.trimming import (
    after_label,
    opened,
    without_charge,
    without_loose_end,
    without_manner,
    without_occasion,
    without_others,
)

_CLAUSES = {"ccomp", "csubj:pass"}
_BREAKS = {"conj", "parataxis", "cc", "obl:tmod"}
_STOPS = {"without", "while", "although", "though", "whereas", "but", "after", "before", "when", "amid", "following"}
_FRONT = 16  # words of an adverbial in front of a clause
_SCARE = 5  # quoted words of another sentence, marks included, that are no more than one word of hers
_BEHIND = {"which", "who", "whose", "where", "whom", "including", "among"}
_ADDING = ("and ", "or ", "as well as", "in particular", "especially", "particularly", "notably", "such as", "not ")
_MARKS = set('“”"«»„')


def spoken_clause(reading: Reading, cue: int) -> list[int]:
    """Return the main words of the clauses that the cue `cue` governs."""
    return [child for child in reading.children(cue) if reading.words[child].dep in _CLAUSES]


def edged(
    reading: Reading,
    sayings: Sequence[Saying],
    quoted: set[int],
    *,
    openers: frozenset[str],
    headlines: frozenset[int] = frozenset(),
) -> list[Saying]:
    """Return the sayings with contents that end where the words end."""
    found = [without_others(reading, saying, sayings, quoted, headlines=headlines) for saying in sayings]
    found = [_kept_to_sentence(reading, saying, quoted) for saying in found]
    found = [_filled(reading, _without_description(reading, saying, quoted), quoted) for saying in found]
    found = [replace(saying, sources=whole_sources(reading, saying)) for saying in found]
    found = [replace(saying, sources=without_charge(reading, saying)) for saying in found]
    found = [_completed(reading, saying, found) for saying in found]
    found = [without_manner(reading, saying) for saying in found]
    found = [without_loose_end(reading, saying, quoted) for saying in found]
    found = [
        replace(saying, content=tuple(after_label(reading, piece) for piece in saying.content)) for saying in found
    ]
    return [opened(reading, saying, openers=openers) for saying in found]


def _kept_to_sentence(reading: Reading, saying: Saying, quoted: set[int]) -> Saying:
    """Return `saying` without unquoted words of other sentences than its cue's, where it has some in its own."""
    if saying.head is None or saying.is_direct:
        return saying
    sentence = reading.sentence_of(saying.head)
    content = numbers(saying.content)
    long = {n for piece in saying.content if piece[1] - piece[0] > _SCARE for n in range(*piece)}
    kept = {n for n in content if sentence.start <= n < sentence.end or n in quoted & long}
    return replace(saying, content=ranges(reading, kept)) if kept and kept != content else saying


def _without_description(reading: Reading, saying: Saying, quoted: set[int]) -> Saying:
    """Return `saying` without pieces between speaker and cue: "Egypt, which borders Gaza, fears ..."."""
    if saying.cue is None or not saying.sources or _is_of_noun(reading, saying):
        return saying
    low, high = max(end for _, end in saying.sources), saying.cue[0]
    after = reading.words[saying.cue[1]].text.lower() if saying.cue[1] < len(reading.words) else ""
    first = saying.sources[0][0]
    is_second = first > 0 and not is_mark(reading, first - 1) and reading.sentence_of(first).start < first
    if (after == "that" or is_second) and any(high <= start <= high + 4 for start, _ in saying.content):
        low = 0
    kept = [piece for piece in saying.content if not (low <= piece[0] < high and not numbers([piece]) & quoted)]
    return replace(saying, content=tuple(kept)) if kept else saying


def _filled(reading: Reading, saying: Saying, quoted: set[int]) -> Saying:
    """Return `saying` without holes in its content behind the cue: "Haniyeh, who ..., would discuss the war"."""
    if saying.cue is None:
        return saying
    behind = [piece for piece in saying.content if piece[0] >= saying.cue[1] and not numbers([piece]) & quoted]
    own = numbers(saying.sources) | cue_words(saying) | numbers(saying.told)
    content = numbers(saying.content)
    for left, right in pairwise(behind):
        gap = set(range(left[1], right[0]))
        if not gap & own and reading.sentence_of(left[0]) == reading.sentence_of(right[0]):
            content |= gap
    return replace(saying, content=ranges(reading, content))


def _completed(reading: Reading, saying: Saying, others: Sequence[Saying]) -> Saying:
    """Return `saying` with pieces that stop inside a phrase drawn on to the next mark."""
    if saying.head is None or _is_of_noun(reading, saying):
        return saying
    own = numbers(saying.sources) | cue_words(saying) | numbers(saying.told)
    apart = [s for s in others if s is not saying and not _is_told_of(reading, saying, s)]
    stops = own | {n for other in apart for n in cue_words(other) | numbers(other.sources)}
    if reading.words[saying.head].dep.startswith("acl"):
        stops |= set(range(saying.head, reading.sentence_of(saying.head).end)) - subtree(reading, saying.head)
    pieces: list[Range] = []
    for start, end in saying.content:
        sentence = reading.sentence_of(end - 1)
        end = _drawn_on(reading, (start, end), saying.head, stops, sentence.end)
        if start < saying.head:
            while start > sentence.start and start - 1 not in own and _begins_before(reading, start):
                start -= 1
            start = _with_adverbial(reading, start, sentence.start, own)
        opens = {"DET", "NUM"} if reading.words[start].upos != "SCONJ" else set()
        while start > saying.head + 1 and start - 1 not in own and reading.words[start - 1].upos in opens:
            start -= 1
        pieces.append((start, end))
    pieces = [without_occasion(reading, piece, saying) for piece in pieces]
    pieces = [_with_clause(reading, piece, [s for s in others if _is_told_of(reading, saying, s)]) for piece in pieces]
    content = numbers(pieces) | _front(reading, saying, own)
    return replace(saying, content=ranges(reading, content))


def _is_of_noun(reading: Reading, saying: Saying) -> bool:
    """Return whether it is said of the noun before it and its content is whole: "shelling which it blamed on"."""
    head = saying.head
    if head is None:
        return False
    of = reading.words[head].head if reading.words[head].dep == "acl" else relative_object(reading, head)
    return of is not None and of < head and of in numbers(saying.content)


def _with_clause(reading: Reading, piece: Range, told: Sequence[Saying]) -> Range:
    """Return the piece with the whole clause that describes its last noun and in which something is said."""
    start, end = piece
    for saying in told:
        at = saying.head
        while at is not None and not start <= at < piece[1]:
            if reading.words[at].dep == "acl:relcl":
                end = max(end, max(n for n in subtree(reading, at) if not is_mark(reading, n)) + 1)
            at = reading.words[at].head
    return start, end


def _is_told_of(reading: Reading, saying: Saying, other: Saying) -> bool:
    """Return whether the other only describes what is said: "claimed an ambush last month in which it said 31 died"."""
    at, content = other.head, numbers(saying.content)
    if saying.head is None or at is None or at < saying.head:
        return False
    while at is not None and at not in content:
        word = reading.words[at]
        if word.dep == "acl:relcl" and word.head in content:
            return True
        at = word.head
    return False


def _front(reading: Reading, saying: Saying, own: set[int]) -> set[int]:
    """Return the "In the north," of "In the north, he said, the road is open": part of what he says."""
    if saying.cue is None or not saying.content or saying.is_direct:
        return set()
    sentence = reading.sentence_of(saying.cue[0])
    first = min(n for n in own) if own else saying.cue[0]
    behind = saying.cue[1] if not saying.sources else max(saying.cue[1], saying.sources[0][1])
    front = range(sentence.start, first)
    if not 2 < len(front) <= _FRONT or reading.words[first - 1].text != "," or min(numbers(saying.content)) < first:
        return set()
    is_parted = behind < sentence.end and reading.words[behind].text == ","
    is_plain = not any(reading.words[n].tag in FINITE or set(reading.words[n].text) & _MARKS for n in front)
    starts = reading.words[sentence.start].upos in {"ADP", "DET", "PROPN", "NOUN"}
    return set(front) - {first - 1} if is_parted and is_plain and starts else set()


def _with_adverbial(reading: Reading, start: int, first: int, own: set[int]) -> int:
    """Return where the clause begins with what stands before its comma: "At 1 p.m., a man was shot, police said"."""
    front = range(first, start)
    if not 1 < len(front) <= _FRONT or reading.words[start - 1].text != "," or own & set(front):
        return start
    is_plain = not any(reading.words[n].tag in FINITE or set(reading.words[n].text) & _MARKS for n in front)
    return first if is_plain and reading.words[first].upos in {"ADP", "NUM", "ADV"} else start


def _drawn_on(reading: Reading, piece: Range, cue: int, stops: set[int], last: int) -> int:
    """Return where the piece ends: at the next mark, or past "NP, who ...," where its main verb comes behind."""
    start, end = piece
    while end < last and _goes_on(reading, end, cue, {n for n in stops if n < last}, (start, end)):
        end += 1
    if start > cue and end + 1 < last and reading.words[end].text == "," and _belongs_behind(reading, end + 1, stops):
        return _drawn_on(reading, (start, end + 2), cue, stops, last)
    at = end
    while at < last and is_mark(reading, at):
        at += 1
    is_open = start > cue and end < at < last and reading.words[at].tag in FINITE and at not in stops
    is_open = is_open and not _closes_quote(reading, start, end, at)
    if is_open and _lacks_verb(reading, start, end):
        return _drawn_on(reading, (start, at + 1), cue, stops, last)
    return end


def _closes_quote(reading: Reading, start: int, end: int, number: int) -> bool:
    """Return whether the marks between `end` and `number` close a quotation that began before the piece."""
    closes = any(set(reading.words[n].text) & _MARKS for n in range(end, number))
    return closes and not any(set(reading.words[n].text) & _MARKS for n in range(start, end))


def _belongs_behind(reading: Reading, number: int, stops: set[int]) -> bool:
    """Return whether the words behind a comma still belong to what is said: ", which ...", ", and that ..."."""
    word, after = reading.words[number].text.lower(), reading.words[number + 1 : number + 2]
    if number in stops:
        return False
    if word in _BEHIND or (word.isdigit() and len(word) == 4):
        return True
    if word in {"and", "but", "or"} and bool(after) and after[0].text.lower() == "that" and after[0].upos == "SCONJ":
        return True
    return _is_list(reading, number, stops) or _is_name_before_to(reading, number)


def _is_list(reading: Reading, number: int, stops: set[int]) -> bool:
    """Return whether what follows the comma only adds things: ", as well as other attacks", ", notably the north"."""
    words, last = reading.words, reading.sentence_of(number).end
    opening = " ".join(word.text.lower() for word in words[number : number + 3])
    if not opening.startswith(_ADDING):
        return False
    for at in range(number, last):
        if _is_stop(reading, at):
            break
        if words[at].tag in FINITE or at in stops:
            return False
    return True


def _is_name_before_to(reading: Reading, number: int) -> bool:
    """Return whether a name stands between the commas: "urged the premier-designate, Ana Sol, to act"."""
    last = reading.sentence_of(number).end
    for at in range(number, min(number + 6, last - 1)):
        if reading.words[at].text == ",":
            return at > number and reading.words[at + 1].text.lower() == "to"
        if reading.words[at].upos != "PROPN" and reading.words[at].text != "-":
            return False
    return reading.words[number].text.lower() == "to" and reading.words[number - 2].upos == "PROPN"


def _lacks_verb(reading: Reading, start: int, end: int) -> bool:
    """Return whether the words hold no main verb: a noun, perhaps with a clause that describes it."""
    inside_clause = False
    for number in range(start, end):
        word = reading.words[number]
        if word.text.lower() in _BEHIND and number > start and reading.words[number - 1].text == ",":
            inside_clause = True
        elif word.text == ",":
            inside_clause = False
        if word.tag in FINITE and not inside_clause:
            return False
    return True


def _goes_on(reading: Reading, number: int, cue: int, stops: set[int], piece: Range) -> bool:
    word = reading.words[number]
    if number in stops or _is_stop(reading, number) or set(reading.words[number - 1].text) & _MARKS:
        return False
    if word.upos in {"CCONJ", "SCONJ"} and any(n in stops for n in range(number + 1, number + 4)):
        return False
    top = _top(reading, number, cue, piece)
    if word.head == cue and word.dep.startswith("aux"):
        return False
    if word.text.lower() in _STOPS and word.upos != "ADP" and (top is not None or word.text.lower() == "without"):
        return False
    return top is None or reading.words[top].dep not in _BREAKS or top < number


def _is_stop(reading: Reading, number: int) -> bool:
    """Return whether a phrase may end at the mark: not at the hyphen of "al-Kubra"."""
    return is_mark(reading, number) and reading.words[number].text not in {"-", "/", "&", "'", "’", "$", "€", "£", "#"}


def _top(reading: Reading, number: int, cue: int, piece: Range) -> int | None:
    """Return the word under the cue that word `number` hangs on, `None` where it hangs inside the piece."""
    at = number
    for _ in range(30):
        head = reading.words[at].head
        if head is None or piece[0] <= head < piece[1]:
            return None
        if head == cue:
            return at
        at = head
    return None


def _begins_before(reading: Reading, start: int) -> bool:
    """Return whether the phrase at `start` begins earlier: no mark stands in front of it."""
    return not _is_stop(reading, start - 1) and not set(reading.words[start].text) & _MARKS
