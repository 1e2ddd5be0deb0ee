import pytest

from builders import reading_of
from onrecord.model.reading import Frame, Name, Role
from onrecord.reader.cue_edges import with_clean_cue, with_speaker


def test_a_day_in_a_cue_is_left_out() -> None:
    words = reading_of(
        "He said Tuesday it fell",
        "He/PRON/nsubj/2 said/VERB/root/0 Tuesday/PROPN/obl/2 it/PRON/nsubj/5 fell/VERB/ccomp/2",
    ).words
    frame = Frame(kind="attribution", start=1, end=3, roles=(Role(name="content", start=3, end=5),))
    assert with_clean_cue(frame, words, [Name(start=2, end=3, kind="date")]).end == 2
    assert with_clean_cue(frame, words, []) == frame


def test_a_night_in_a_cue_is_left_out_with_its_preposition() -> None:
    words = reading_of(
        "He said on Thursday night it fell",
        "He/PRON/nsubj/2 said/VERB/root/0 on/ADP/case/5 Thursday/PROPN/compound/5 night/NOUN/obl/2 it/PRON/nsubj/7 fell/VERB/ccomp/2",
    ).words
    frame = Frame(kind="attribution", start=1, end=5, roles=(Role(name="content", start=5, end=7),))
    assert with_clean_cue(frame, words, [Name(start=3, end=4, kind="date")]).end == 2


def test_saying_after_as_belongs_to_the_cue() -> None:
    words = reading_of(
        "quoted as saying it fell",
        "quoted/VERB/root/0 as/SCONJ/mark/3 saying/VERB/advcl/1 it/PRON/nsubj/5 fell/VERB/ccomp/3",
    ).words
    frame = with_clean_cue(
        Frame(kind="attribution", start=0, end=2, roles=(Role(name="content", start=2, end=5),)), words, []
    )
    assert (frame.end, [(r.start, r.end) for r in frame.roles]) == (3, [(3, 5)])


@pytest.mark.parametrize(
    ("text", "parse", "names"),
    [
        ("She was quoted it fell", "She/PRON/nsubj/3 was/AUX/aux/3 quoted/VERB/root/0 it/PRON/nsubj/5 fell/VERB/ccomp/3", ["source", "content"]),
        ("He is believed it fell", "He/PRON/nsubj/3 is/AUX/aux/3 believed/VERB/root/0 it/PRON/nsubj/5 fell/VERB/ccomp/3", ["content", "content"]),
        ("Go was quoted it fell", "Go/VERB/dep/3 was/AUX/aux/3 quoted/VERB/root/0 it/PRON/nsubj/5 fell/VERB/ccomp/3", ["content", "content"]),
    ],
)  # fmt: skip
def test_who_stands_right_before_a_cue_says_it(text: str, parse: str, names: list[str]) -> None:
    roles = (Role(name="content", start=0, end=1), Role(name="content", start=3, end=5))
    frame = with_speaker(Frame(kind="attribution", start=1, end=3, roles=roles), reading_of(text, parse).words)
    assert [role.name for role in frame.roles] == names


def test_a_cue_ends_before_a_phrase_that_is_cut() -> None:
    words = reading_of(
        "He said in a letter it fell",
        "He/PRON/nsubj/2 said/VERB/root/0 in/ADP/case/5 a/DET/det/5 letter/NOUN/obl/2 it/PRON/nsubj/7 fell/VERB/ccomp/2",
    ).words
    frame = Frame(kind="attribution", start=1, end=4, roles=(Role(name="content", start=5, end=7),))
    assert with_clean_cue(frame, words, []).end == 2
