import pytest

from builders import reading_of
from onrecord.model.reading import Frame, Role
from onrecord.reader.hearsay import without_hearsay
from onrecord.reader.nested import with_nested

TEXT = "The army said rebels had claimed men died"
PARSE = (
    "The/DET/det/2 army/NOUN/nsubj/3 said/VERB/root/0/say rebels/NOUN/nsubj/6 had/AUX/aux/6/have "
    "claimed/VERB/ccomp/3/claim men/NOUN/nsubj/8 died/VERB/ccomp/6/die"
)
OUTER = Frame(
    kind="attribution", start=2, end=3,
    roles=(Role(name="source", start=0, end=2), Role(name="content", start=3, end=8)),
)  # fmt: skip
CLAIMED = Frame(
    kind="predicate", start=5, end=6, roles=(Role(name="ARG0", start=3, end=4), Role(name="ARG1", start=6, end=8))
)
DIED = Frame(kind="predicate", start=7, end=8, roles=(Role(name="ARG1", start=6, end=7),))


def _roles(frame: Frame) -> list[tuple[str, int, int]]:
    return [(r.name, r.start, r.end) for r in frame.roles]


def test_a_verb_of_speaking_inside_a_content_is_an_attribution_of_its_own() -> None:
    words = reading_of(TEXT, PARSE).words
    outer, inner = with_nested([OUTER], [CLAIMED, DIED], words, 0)
    assert outer == OUTER
    assert (inner.start, inner.end, _roles(inner)) == (4, 6, [("source", 3, 4), ("content", 6, 8)])


def test_an_inner_cue_without_a_speaker_takes_that_of_its_predicate() -> None:
    words = reading_of(TEXT, PARSE).words
    bare = Frame(kind="attribution", start=5, end=6, roles=(Role(name="content", start=6, end=8),))
    _, inner = with_nested([OUTER, bare], [CLAIMED, DIED], words, 0)
    assert _roles(inner) == [("source", 3, 4), ("content", 6, 8)]


def test_outside_a_content_predicates_add_nothing() -> None:
    words = reading_of(TEXT, PARSE).words
    assert with_nested([], [CLAIMED, DIED], words, 0) == []


@pytest.mark.parametrize(
    ("text", "parse", "cue", "source", "roles"),
    [
        pytest.param(
            "It is feared men died",
            "It/PRON/expl/3 is/AUX/aux:pass/3 feared/VERB/root/0/fear men/NOUN/nsubj/5 died/VERB/csubj:pass/3",
            (1, 3), (0, 1), [("content", 3, 5)], id="it is feared",
        ),
        pytest.param(
            "Six men are believed dead",
            "Six/NUM/nummod/2 men/NOUN/nsubj:pass/4 are/AUX/aux:pass/4 believed/VERB/root/0/believe dead/ADJ/xcomp/4",
            (2, 4), (0, 2), [("content", 0, 2), ("content", 3, 5)], id="men are believed",
        ),
        pytest.param(
            "Okello was quoted as saying nothing",
            "Okello/PROPN/nsubj:pass/3 was/AUX/aux:pass/3 quoted/VERB/root/0/quote as/SCONJ/mark/5 saying/VERB/advcl/3 nothing/PRON/obj/5",
            (1, 5), (0, 1), [("source", 0, 1), ("content", 3, 5)], id="who is quoted speaks",
        ),
    ],
)  # fmt: skip
def test_who_is_spoken_of_is_no_speaker(
    text: str, parse: str, cue: tuple[int, int], source: tuple[int, int], roles: list[tuple[str, int, int]]
) -> None:
    frame = Frame(
        kind="attribution", start=cue[0], end=cue[1],
        roles=(Role(name="source", start=source[0], end=source[1]), Role(name="content", start=3, end=5)),
    )  # fmt: skip
    assert _roles(without_hearsay(frame, reading_of(text, parse).words, 0)) == roles
