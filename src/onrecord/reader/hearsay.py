"""Speakers that are none: "It is feared", "Four men are believed to have drowned", "There were claims"."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model.reading import Frame, Role, Word

_PASSIVE = frozenset(
    {
        "accuse", "allege", "assume", "believe", "blame", "claim", "consider", "deem", "estimate", "expect", "fear",
        "feel", "hope", "know", "presume", "report", "rumor", "rumour", "say", "suppose", "suspect", "think",
        "understand",
    }
)  # fmt: skip
"""Of these the subject of the passive is what is spoken of; of "quoted" or "told" it is who speaks or hears."""


def without_hearsay(frame: Frame, words: Sequence[Word], at: int) -> Frame:
    """Return the frame without a speaker that is no one; who is spoken of becomes content.

    Frame numbers count words of the window `words`, which begins at word `at` of the report.
    """
    roles = []
    for role in frame.roles:
        top = _top(role, words, at) if role.name == "source" else None
        if top is None:
            roles.append(role)
            continue
        is_empty = words[top].dep == "expl" or words[top].text.lower() == "there"
        is_passive = _is_subject_of_passive(words[top], frame, words, at)
        if is_passive and words[top].text.lower() != "it" and not is_empty:
            roles.append(replace(role, name="content"))
        elif not (is_empty or is_passive):
            roles.append(role)
    return replace(frame, roles=tuple(roles))


def _is_subject_of_passive(word: Word, frame: Frame, words: Sequence[Word], at: int) -> bool:
    if word.dep not in ("nsubj:pass", "csubj:pass", "expl") or word.head is None:
        return False
    verb = word.head - at
    return frame.start <= verb < frame.end and words[verb].lemma in _PASSIVE


def _top(role: Role, words: Sequence[Word], at: int) -> int:
    """Return the word of the role whose head stands outside it."""
    inside = range(role.start, role.end)
    return next((i for i in inside if (head := words[i].head) is None or head - at not in inside), role.start)
