import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reader.tokenise import tokenise


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sudan's army didn't move.", "Sudan|'s|army|did|n't|move|."),
        ("The U.S. sent $5m to Gen. Okello.", "The|U.S.|sent|$|5|m|to|Gen.|Okello|."),
        ("Some 1,200 of 1.9 million fled—all at 5:30.", "Some|1,200|of|1.9|million|fled|—|all|at|5:30|."),
        ("a rebel-held town", "a|rebel|-|held|town"),
        ("They can’t, he said...", "They|ca|n’t|,|he|said|..."),
        ("See https://example.org/a?b=1, please.", "See|https://example.org/a?b=1|,|please|."),
    ],
)
def test_words_are_cut_as_universal_dependencies_does(text: str, words: str) -> None:
    assert [span.of(text) for span in tokenise(text)] == words.split("|")


@given(st.text())
def test_words_hold_every_character_that_is_not_space(text: str) -> None:
    assert "".join(s.of(text) for s in tokenise(text)) == "".join(text.split())
