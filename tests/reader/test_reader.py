import numpy as np
import pytest

from builders import passages_of, read, report_of, shipped_reader
from onrecord.reader.network import TOGETHER
from onrecord.reader.pieces import quote_states

TEXTS = [
    "",
    'Fighting in Mekelle killed 12 people, a doctor said. "We fled," Amina Tesfaye said.',
    "REBELS HELD THE BRIDGE NEAR GOMA, THE ARMY SAID.",
    "🙂 “nested ‘quotes” — Привет мир x" + "y" * 5000,
    "word " * 700,
]


@pytest.mark.parametrize("text", TEXTS)
def test_every_sentence_is_one_tree_and_every_span_is_exact(text: str) -> None:
    _, _, reading = read(text)
    assert all(word.span.of(text) == word.text for word in reading.words)
    assert [i for s in reading.sentences for i in range(s.start, s.end)] == list(range(len(reading.words)))
    for sentence in reading.sentences:
        heads = [reading.words[i].head for i in range(sentence.start, sentence.end)]
        assert heads.count(None) == 1
        assert all(head is None or sentence.start <= head < sentence.end for head in heads)


def test_short_windows_are_read_together_and_told_apart_again() -> None:
    network = shipped_reader().network
    long, short = ["word"] * (TOGETHER - 1), ["Police", "arrested", "two", "men", "."]
    first, second, third = network.see_all([long, short, short])
    assert [len(seen.words) for seen in (first, second, third)] == [len(long), len(short), len(short)]
    assert all(len(scores) == len(short) for scores in second.flat.values())
    assert second.arcs.shape == (len(short), len(short) + 1)
    assert len(second.heads) == len(short) + 1
    assert np.array_equal(first.words, network.see(long).words)  # nothing follows it that would fit
    beside = network.see([*short, *short], starts=[0, len(short)])
    assert np.array_equal(np.concatenate([second.words, third.words]), beside.words)
    assert np.array_equal(third.arcs, beside.arcs[len(short) :, [0, *range(len(short) + 1, 2 * len(short) + 1)]])
    assert network.see_all([]) == []


def test_a_quote_mark_left_open_does_not_reach_the_next_paragraph() -> None:
    words = ["He", "said", ":", '"', "We", "fled", ".", '"', "They", "burned", "it", ".", '"']
    assert quote_states(words, [0, 7])[7:] == [2, 1, 1, 1, 1, 3]
    assert quote_states(words)[7:] == [3, 0, 0, 0, 0, 2]


def test_two_reads_are_equal() -> None:
    report = report_of(TEXTS[1])
    assert shipped_reader().read(report, passages_of(report)) == read(TEXTS[1])[2]
