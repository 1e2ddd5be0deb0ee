import json

import pytest

from onrecord.scoring.own_attributions import CASES, gold_frame, matched

LINES = CASES.read_text(encoding="utf-8").splitlines()


def test_there_are_sixty_cases_and_more_of_every_kind() -> None:
    kinds = {json.loads(line)["kind"] for line in LINES}
    assert len(LINES) >= 60
    assert kinds == {"nested", "sourceless", "refused", "paragraphs", "layout", "plain"}


@pytest.mark.parametrize("line", LINES, ids=range(len(LINES)))
def test_the_words_of_every_case_stand_in_its_text(line: str) -> None:
    case = json.loads(line)
    gold = [gold_frame(case["text"], frame) for frame in case["frames"]]
    assert matched(gold, gold) == len(gold)


def test_another_speaker_or_too_little_content_is_wrong() -> None:
    text = "The army said the mayor fled to Kolwe."
    frame = {"cue": ["said"], "source": ["The army"], "content": ["the mayor fled to Kolwe"]}
    gold = gold_frame(text, frame)
    assert matched([gold_frame(text, frame | {"source": ["the mayor"]})], [gold]) == 0
    assert matched([gold_frame(text, frame | {"content": ["Kolwe"]})], [gold]) == 0
    assert matched([gold_frame(text, frame | {"content": ["the mayor fled"]})], [gold]) == 1
