"""What stands before a colon and does not speak: the place of a headline, the village of a toll, a heading."""

from collections.abc import Sequence

from onrecord.model.actor import Actor, ActorIndex
from onrecord.model.reading import Reading
from onrecord.stages.attribute.saying import Range, Saying, numbers
from onrecord.vocab.load import load_table

_BARE = {"person", "unknown"}
_FIRST_PERSON, _FIRST_WORDS = {"we", "our", "us", "i", "my"}, 12
_QUOTES = frozenset("“\"'‘«„")
_TOLL = 3
"""Words behind a label within which a toll begins: "at least 9", "5 dead"."""
LONGEST = 9  # words of a label: "Foreign Ministry spokesman Abel Roca"


def without_toll_heads(reading: Reading, sayings: Sequence[Saying], index: ActorIndex) -> list[Saying]:
    """Return the sayings without those whose only speaker is a bare name that heads a toll, or a place a headline."""
    heads = {s.sources[0][0] for s in sayings if s.cue is not None and s.sources}
    sayings = [s for s in sayings if not (_is_toll(reading, s, index) or _is_by_place(reading, s, index))]
    return [s for s in sayings if s.cue is not None or not _heads_report(reading, s, heads)]


def _heads_report(reading: Reading, saying: Saying, heads: set[int]) -> bool:
    """Return whether one bare name stands before what another says: "Mexar: | prosecutor says 43 were never there"."""
    if len(saying.sources) != 1 or not saying.content:
        return False
    start, end = saying.sources[0]
    is_label = end == start + 1 and end < len(reading.words) and reading.words[end].text == ":"
    return is_label and min(numbers(saying.content)) in heads


def _is_by_place(reading: Reading, saying: Saying, index: ActorIndex) -> bool:
    """Return whether nobody speaks and a place only says where it was: "Sudan: Shelling of market kills 40"."""
    if saying.cue is not None or len(saying.sources) != 1:
        return False
    start, end = saying.sources[0]
    is_heading = end == start + 1 and reading.words[start].text.lower() in load_table("cues")["headings"]
    return is_heading or heads_place(reading, (start, end), index)


def _is_toll(reading: Reading, saying: Saying, index: ActorIndex) -> bool:
    if saying.cue is not None or len(saying.sources) != 1 or saying.sources[0][1] >= len(reading.words):
        return False
    label = saying.sources[0]
    is_colon = reading.words[label[1]].text == ":" and label[0] == reading.sentence_of(label[0]).start
    content = min(numbers(saying.content), default=0)
    is_plain = content < len(reading.words) and reading.words[content].text[0].isalnum()
    return is_colon and is_plain and heads_toll(reading, label, label[1] + 1, index)


def heads_toll(reading: Reading, label: Range, following: int, index: ActorIndex) -> bool:
    """Return whether a bare name heads a toll and nobody speaks: "Velmora: 5 dead", "Velmora – at least 9 killed".

    The name of a village that no list holds is easily taken for a person's; a speaker has an office, a full
    name or a kind of body somewhere in the report ("UNICEF: 40 killed", "General Ivan Kovacs ... Kovacs: 5 dead").
    """
    if not any(word.upos == "NUM" for word in reading.words[following : following + _TOLL]):
        return False
    found = at_end(reading, label, index)
    return found is None or (found.kind in _BARE and not found.roles and " " not in found.name)


def heads_place(reading: Reading, label: Range, index: ActorIndex) -> bool:
    """Return whether a place stands before the colon and no state speaks as "we" or in quotes behind it."""
    start, end = label
    if end + 1 >= len(reading.words) or reading.words[end].text != ":":
        return False
    found = index.at(reading.words[end - 1].span, head=reading.words[end - 1].span)
    located = numbers((name.start, name.end) for name in reading.names if name.kind == "location")
    is_place = set(range(start, end)) <= located
    if not (is_place and found is None) and not (found is not None and found.kind == "state"):
        return False
    behind = [word.text.lower() for word in reading.words[end + 1 : end + 1 + _FIRST_WORDS]]
    return behind[0][0] not in _QUOTES and not _FIRST_PERSON & set(behind)


def behind_place(reading: Reading, words: Sequence[int], index: ActorIndex) -> list[int]:
    """Return `words` without the place that a headline begins with: "Sudan: | Shelling kills 40 - medics"."""
    colon = next((n for n in words[:LONGEST] if reading.words[n].text == ":"), None)
    is_place = colon is not None and colon > words[0] and heads_place(reading, (words[0], colon), index)
    return [n for n in words if not is_place or colon is None or n > colon]


def at_end(reading: Reading, speaker: Range, index: ActorIndex) -> Actor | None:
    """Return the actor whose mention ends or heads the words: not one merely named inside."""
    last = reading.words[speaker[1] - 1].span
    first = reading.words[speaker[0]].span
    return index.at(last, head=last) or index.at(first, head=first)
