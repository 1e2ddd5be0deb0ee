"""Does a country's or capital's name stand for its government: "Moscow said", "talks with Iran"?"""

from onrecord.model.reading import Reading
from onrecord.stages.where.words import PlaceWords

_STATIVE = frozenset(
    [
        "be",
        "have",
        "lie",
        "remain",
        "border",
        "see",
        "become",
        "suffer",
        "experience",
        "stretch",
        "fall",
        "host",
        "face",
    ]
)
_PARTIES = frozenset(["by", "with", "between", "against"])


def stands_for_government(reading: Reading, start: int, end: int) -> bool:
    """Return whether the name in words `start` to `end` acts, speaks or is dealt with as a party."""
    head = conjoined(reading, head_in(reading, start, end))
    word = reading.words[head]
    if word.head is None:
        return False
    governor = reading.words[word.head]
    if word.dep == "nsubj":
        return governor.upos == "VERB" and governor.lemma not in _STATIVE
    if word.dep in {"obl", "nmod", "obl:agent"}:
        case = next((reading.words[n].lemma for n in reading.children(head) if reading.words[n].dep == "case"), None)
        return case in _PARTIES
    return False


def is_in_body(reading: Reading, start: int, end: int, words: PlaceWords) -> bool:
    """Return whether the words only begin the name of a body: the "Sahel" of "the Sahel Conflict Observatory"."""
    body = next((name for name in reading.names if name.start == end and name.kind == "organisation"), None)
    if body is None or reading.words[body.end - 1].text.lower() in words.kinds:
        return False
    above = reading.words[head_in(reading, start, end)].head
    return body.end - body.start > 1 and above is not None and body.start <= above < body.end


def head_in(reading: Reading, start: int, end: int) -> int:
    """Return the word of `start` to `end` that hangs on a word outside."""
    for number in range(start, end):
        head = reading.words[number].head
        if head is None or not start <= head < end:
            return number
    return start


def conjoined(reading: Reading, number: int) -> int:
    """Return the first of the things `number` is listed with ("Egypt and Qatar": Egypt)."""
    for _ in range(20):
        word = reading.words[number]
        if word.dep != "conj" or word.head is None:
            return number
        number = word.head
    return number
