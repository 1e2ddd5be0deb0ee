"""The readers of the corpora, on invented lines in their formats."""

from dataclasses import replace
from pathlib import Path

from onrecord.scoring.corpora.example import Attribution, Example
from onrecord.scoring.corpora.joined import FEWEST
from onrecord.scoring.corpora.joined import joined as joined_windows
from onrecord.scoring.corpora.predicates import add_predicates
from onrecord.scoring.corpora.spans import bio, bio_spans
from onrecord.scoring.corpora.universal import sentences, windows
from onrecord.scoring.reader_predicates import joined

CONLLU = """# newdoc id = GUM_news_invented
# sent_id = 1
1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\tEntity=(1-person-new-cf1-2-coref
2\tmayor\tmayor\tNOUN\tNN\t_\t3\tnsubj\t_\tEntity=1)
3\tfled\tflee\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# newpar
# sent_id = 2
1-2\tHe's\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
1\tHe\the\tPRON\tPRP\t_\t3\tnsubj\t_\tEntity=(1-person-giv-cf1-1-ana)
2\t's\tbe\tAUX\tVBZ\t_\t3\tcop\t_\t_
3\tsafe\tsafe\tADJ\tJJ\t_\t0\troot\t_\t_
"""


def test_sentences_have_their_spaces_paragraphs_and_mentions(tmp_path: Path) -> None:
    path = tmp_path / "x.conllu"
    path.write_text(CONLLU, encoding="utf8")
    first, second = sentences(path)
    assert (first.new_paragraph, second.new_paragraph) == (True, True)
    assert first.space_after == [True, True, False, True]
    assert second.space_after == [False, False, True]
    assert first.mentions == [(0, 2, "1", "person")]
    assert first.heads == [1, 2, -1, 2]
    (window,) = windows([first, second], "gum")
    assert [(m.start, m.end, m.head, m.chain) for m in window.mentions] == [(0, 2, 1, "1"), (4, 5, 4, "1")]
    assert window.sentences == [(0, 4), (4, 7)]


def test_joined_paragraphs_keep_their_marks_and_their_bounds() -> None:
    said = Attribution(cue=(1, 2), source=[(0, 1)], content=[(2, 4)])
    first = Example(corpus="x", doc="1", words=["He", "said", "all", "fled"], attributions=[said], said={2, 3})
    second = Example(corpus="x", doc="1", words=["Ana", "Gil", "left"], names=[(0, 2, "Person")])
    other = Example(corpus="x", doc="2", words=["Later"], names=[])
    both, alone = joined_windows([first, second, other], most=FEWEST)
    assert (both.words, alone.words) == (["He", "said", "all", "fled", "Ana", "Gil", "left"], ["Later"])
    assert (both.paragraphs, alone.paragraphs) == ([(0, 4), (4, 7)], [(0, 1)])
    assert (both.attributions, both.said, both.names) == ([said], {2, 3}, [(4, 6, "Person")])
    assert [both.paragraph_of(word) for word in (3, 4)] == [(0, 4), (4, 7)]
    (swapped,) = joined_windows([second, first], most=FEWEST)
    assert swapped.attributions == [Attribution(cue=(4, 5), source=[(3, 4)], content=[(5, 7)])]
    assert [len(x.words) for x in joined_windows([replace(first, words=["a"] * 99), second], most=FEWEST)] == [99, 3]


def test_predicates_are_laid_on_the_words(tmp_path: Path) -> None:
    treebank, marked = tmp_path / "x.conllu", tmp_path / "x.gold_skel"
    treebank.write_text(CONLLU.replace("GUM_news_invented", "news-invented"), encoding="utf8")
    rows = ["DT (S(NP* - - (ARG0*", "NN *) - - *)", "VBD (VP* flee flee.01 (V*)", ". *)) - - *"]
    lines = [f"a/invented.xml 0 {i} [WORD] {row}" for i, row in enumerate(rows)]
    other = [f"a/invented.xml 1 {i} [WORD] {tag} * - -" for i, tag in enumerate(("PRP", "VBZ", "JJ"))]
    marked.write_text("\n".join(lines) + "\n\n" + "\n".join(other) + "\n", encoding="utf8")
    parsed = sentences(treebank)
    assert add_predicates(parsed, marked) == 0
    (predicate,) = parsed[0].predicates or ()
    assert (predicate.word, predicate.roles) == (2, [(0, 2, "ARG0")])
    assert parsed[1].predicates == []


def test_tags_and_spans_are_two_ways_to_say_one_thing() -> None:
    labels = ["O", "B-a", "I-a", "B-b", "I-b"]
    spans = [(0, 2, "a"), (2, 3, "a"), (4, 5, "b")]
    assert bio_spans([labels[k] for k in bio(5, spans, labels)]) == spans


def test_pieces_marked_as_going_on_are_one_argument() -> None:
    assert joined([("ARG1", 0, 2), ("ARG0", 3, 4), ("C-ARG1", 5, 6), ("C-ARG2", 7, 8)]) == [
        ("ARG1", ((0, 2), (5, 6))),
        ("ARG0", ((3, 4),)),
        ("ARG2", ((7, 8),)),
    ]
