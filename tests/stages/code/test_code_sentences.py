"""A table of sentences of many conflicts and decades, and the events they tell: type, trigger, modality, parties."""

import re

import pytest

from builders import read
from onrecord.model.event import Event
from onrecord.stages.code import code
from stages.code.code_rows import GROUPS

ROWS = [
    pytest.param(*(side.strip() for side in line.split("=>")), id=f"{group}-{number}")
    for group, lines in GROUPS.items()
    for number, line in enumerate(lines.strip().splitlines(), start=1)
]
MODALITIES = ("negated", "planned", "possible", "called_for")


def events_of(sentence: str) -> tuple[Event, ...]:
    report, passages, reading = read(sentence)
    return code(report, passages, reading, actors=(), places=(), times=(), claims=())


def told(event: Event) -> str:
    words = f"{event.type} {event.words}"
    return words if event.modality == "asserted" else f"{words} {event.modality}"


@pytest.mark.parametrize(("sentence", "expected"), ROWS)
def test_the_events_of_a_sentence(sentence: str, expected: str) -> None:
    wanted = [re.split(r"\s*/\s*", one.strip()) for one in expected.split(";")] if expected else []
    events = events_of(sentence)
    assert [told(event) for event in events] == [one[0] for one in wanted]
    for event, one in zip(events, wanted, strict=True):
        for parties, words in zip((event.acting, event.affected), one[1].split(" > ") if one[1:] else (), strict=False):
            assert words == "*" or any(words in party.words for party in parties), (words, parties)


def test_the_table_is_long_enough() -> None:
    assert len(ROWS) >= 200
