"""Where are people said to come from: "Rep. Ada Roe, R-Fort Lune", "Omar Saleh, 34, of Taiz", "a Homs man"?"""

from collections.abc import Iterator
from dataclasses import replace

from onrecord.gazetteer import Gazetteer
from onrecord.model.reading import Name, Reading
from onrecord.stages.where.words import PlaceWords

_MOST_LETTERS = 3


def with_seats_apart(reading: Reading, text: str, gazetteer: Gazetteer) -> Reading:
    """Return the reading with the seat behind a lawmaker's party ("D-Oakland") as a place's name of its own."""
    names = tuple(part for name in reading.names for part in _parts(reading, name, text, gazetteer))
    return reading if names == reading.names else replace(reading, names=names)


def _parts(reading: Reading, name: Name, text: str, gazetteer: Gazetteer) -> Iterator[Name]:
    seat = next((n for n in range(name.start, name.end) if is_seat(reading, n)), None)
    if seat is None or not gazetteer.find(reading.span(seat, name.end).of(text)):
        yield name
        return
    if seat - 3 > name.start:
        yield replace(name, end=seat - 3)
    yield replace(name, start=seat, kind="location")


def is_seat(reading: Reading, number: int) -> bool:
    """Return whether word `number` stands behind a party's letters and a hyphen: "(R-Ocilla", ", D-N.J."."""
    if number < 3:
        return False
    before, party, hyphen, word = reading.words[number - 3 : number + 1]
    if hyphen.text != "-" or before.text not in (",", "(") or not word.text[0].isupper():
        return False
    is_joined = party.span.end == hyphen.span.start and hyphen.span.end == word.span.start
    return is_joined and party.text.isupper() and party.text.isalpha() and len(party.text) <= _MOST_LETTERS


def is_home(reading: Reading, start: int, end: int, words: PlaceWords) -> bool:
    """Return whether words `start` to `end` are where someone is from: behind "34, of", before "residents"."""
    sentence = reading.sentence_of(start)
    if end < sentence.end and reading.words[end].text.lower() in words.natives:
        return True
    if start - 2 < sentence.start or reading.words[start - 1].text.lower() != "of":
        return False
    before = reading.words[start - 2]
    return before.text in (",", ")") or any(name.kind == "person" and name.end == start - 1 for name in reading.names)
