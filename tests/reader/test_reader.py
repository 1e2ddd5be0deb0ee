import pytest

from builders import passages_of, read, report_of, shipped_reader

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


def test_a_passage_reads_the_same_beside_others() -> None:
    line = "Police in Bamako arrested two men on Monday."
    alone, beside = read(line)[2], read(line + "\nA second line, much longer than the first, follows it here.")[2]
    assert beside.words[: len(alone.words)] == alone.words


def test_two_reads_are_equal() -> None:
    report = report_of(TEXTS[1])
    assert shipped_reader().read(report, passages_of(report)) == read(TEXTS[1])[2]
