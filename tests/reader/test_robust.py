"""Whatever the bytes held, the reader neither fails nor loses its place."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import passages_of, report_of, shipped_reader
from onrecord.model.reading import Reading

ODD = {
    "mismatched marks": 'He said "we stay. ”No,“ she said, ‘nobody" stays.',
    "nested marks": "“She told me, ‘they said “run”’, and I ran,” the boy said.",
    "dashes": "The raid—the third this week—killed 9–12 men -- or so the mayor -said-.",
    "table": "Region | Killed | Injured\nNorth | 12 | 40\n\tSouth\t3\t-\n+-----+-----+",
    "cable": "1. (C) GUERRILLAS ATTACKED SAN ODILO. 2. (C) SOURCE SAID FIVE (5) KIA, TWO (2) WIA. END SUMMARY.",
    "misread": "Tbe arrny sald tlat sevcral rnen werc ki11ed ncar tl1e hridge ,, yesterd ay .",
    "emoji": "🔥🔥 Breaking 👩‍👩‍👧‍👦: 3 killed in Kharga 💔🇸🇩!!! #pray",
    "scripts": "قال الجيش إن Привет 世界 αβγ the army said नमस्ते שלום 한국어.",
    "marks that combine": "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L͠ĢO",
    "controls": "one\u200btwo\u00adthree\ufeff \u2028four\x0bfive\x00six",
    "long word": "x" * 9000 + " said nothing",
    "only marks": '"“”’‘«»—–…!?.,;:()[]{}',
    "blank": " \n \t \n",
}


def check(text: str) -> Reading:
    report = report_of(text)
    reading: Reading = shipped_reader().read(report, passages_of(report))
    n = len(reading.words)
    assert all(word.span.of(text) == word.text for word in reading.words)
    assert all(a.span.end <= b.span.start for a, b in zip(reading.words, reading.words[1:], strict=False))
    assert [i for s in reading.sentences for i in range(s.start, s.end)] == list(range(n))
    for item in (*reading.names, *reading.frames, *(r for f in reading.frames for r in f.roles)):
        assert 0 <= item.start < item.end <= n
    assert all(0 <= a < b <= n for chain in reading.chains for a, b in chain.mentions)
    assert all(left.end <= right.start for left, right in zip(reading.names, reading.names[1:], strict=False))
    assert all(w.surely is None or -3 <= w.surely <= 3 for w in reading.words)
    return reading


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_texts_are_read_in_their_place(text: str) -> None:
    check(text)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from([*"“”\"'—|\t\n.,", "said", "army", "Goma", "12", "killed", "👩‍👧", "КИЕВ", "it’s"]), max_size=40
    )
)
def test_any_mix_of_marks_and_words_is_read_in_its_place(parts: list[str]) -> None:
    check(" ".join(parts))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=80))
def test_any_text_at_all_is_read_in_its_place(text: str) -> None:
    check(text)


def test_a_sentence_of_two_thousand_words_has_its_words_and_trees() -> None:
    reading = check("the men who fled said " * 400)
    assert len(reading.words) == 2000
    assert all(word.head is None or 0 <= word.head < 2000 for word in reading.words)
