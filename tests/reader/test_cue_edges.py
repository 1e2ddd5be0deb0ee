from builders import reading_of
from onrecord.model.reading import Frame, Name, Role
from onrecord.reader.cue_edges import with_clean_cue


def test_a_day_in_a_cue_is_left_out() -> None:
    words = reading_of(
        "He said Tuesday it fell",
        "He/PRON/nsubj/2 said/VERB/root/0 Tuesday/PROPN/obl/2 it/PRON/nsubj/5 fell/VERB/ccomp/2",
    ).words
    frame = Frame(kind="attribution", start=1, end=3, roles=(Role(name="content", start=3, end=5),))
    assert with_clean_cue(frame, words, [Name(start=2, end=3, kind="date")]).end == 2
    assert with_clean_cue(frame, words, []) == frame


def test_saying_after_as_belongs_to_the_cue() -> None:
    words = reading_of(
        "quoted as saying it fell",
        "quoted/VERB/root/0 as/SCONJ/mark/3 saying/VERB/advcl/1 it/PRON/nsubj/5 fell/VERB/ccomp/3",
    ).words
    frame = with_clean_cue(
        Frame(kind="attribution", start=0, end=2, roles=(Role(name="content", start=2, end=5),)), words, []
    )
    assert (frame.end, [(r.start, r.end) for r in frame.roles]) == (3, [(3, 5)])
