"""Attributions inside attributions, helped by predicate frames.

"The army said the rebels had claimed that six men died": the corpus of attributions marks the outermost only, so what
is learned of "claimed" is unsure. The predicate frame of "claimed" has who and what, and was learned everywhere alike.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from onrecord.model.reading import Frame, Role, Word
from onrecord.vocab.load import load_table

_SHARE = 0.5  # how sure a frame is that no cue was scored for


def with_nested(cited: Sequence[Frame], predicates: Sequence[Frame], words: Sequence[Word], at: int) -> list[Frame]:
    """Return the attribution frames of a window with inner ones filled in and added, in order.

    Frame numbers count words of the window `words`, which begins at word `at` of the report.
    """
    acts = {frame.start: frame for frame in predicates}
    said = [(r.start, r.end) for frame in cited for r in frame.all("content")]
    filled = [_filled(frame, acts) if _around(frame, said) else frame for frame in cited]
    known = [frame for frame in filled if frame.roles]
    added = list(_added(known, acts, said, words, at))
    return sorted([*known, *added], key=lambda frame: (frame.start, frame.end))


def _around(frame: Frame, said: Sequence[tuple[int, int]]) -> bool:
    return any(a <= frame.start and frame.end <= b for a, b in said)


def _filled(frame: Frame, acts: Mapping[int, Frame]) -> Frame:
    """Take the speaker, and the content where there is none, from the predicate the cue holds."""
    act = next((acts[i] for i in reversed(range(frame.start, frame.end)) if i in acts), None)
    if act is None:
        return frame
    roles = list(frame.roles)
    for name, label in (("content", "ARG1"), ("source", "ARG0")):
        if not frame.all(name):
            roles += [replace(r, name=name) for r in act.all(label) if not any(_meet(r, role) for role in roles)][:1]
    return replace(frame, roles=tuple(sorted(roles, key=lambda r: r.start)))


def _added(
    cited: Sequence[Frame],
    acts: Mapping[int, Frame],
    said: Sequence[tuple[int, int]],
    words: Sequence[Word],
    at: int,
) -> Iterator[Frame]:
    table: Mapping[str, Any] = load_table("cues")
    verbs = {verb: act for act, listed in table["verbs"].items() for verb in listed}
    for i, act in acts.items():
        lemma = words[i].lemma
        if lemma not in verbs or words[i].upos != "VERB" or not _around(act, said):
            continue
        if any(frame.start <= i < frame.end for frame in cited):
            continue
        start = _with_auxiliaries(i, words, at)
        contents = _contents(act, is_blame=verbs[lemma] == "accuse")
        sources = [r for r in act.all("ARG0") if r.end <= start or r.start > i]
        is_clause = any(r.start <= k < r.end for r in contents for k in acts)
        if sources and contents and (is_clause or lemma in table["bare"]):
            roles = [replace(sources[0], name="source"), *(replace(r, name="content") for r in contents)]
            ordered = tuple(sorted(roles, key=lambda r: r.start))
            yield Frame(kind="attribution", start=start, end=i + 1, roles=ordered, score=_SHARE)


def _contents(act: Frame, *, is_blame: bool) -> list[Role]:
    """Return what is said; of blame also for what, joined where it follows at once."""
    roles = list(act.all("ARG1")[:1])
    if is_blame and roles:
        for role in act.all("ARG2"):
            if role.start == roles[-1].end:
                roles[-1] = replace(roles[-1], end=role.end)
            elif role.start > roles[-1].end:
                roles.append(role)
    return roles


def _with_auxiliaries(i: int, words: Sequence[Word], at: int) -> int:
    start = i
    while start > 0 and words[start - 1].dep.startswith("aux") and words[start - 1].head == at + i:
        start -= 1
    return start


def _meet(left: Role, right: Role) -> bool:
    return left.start < right.end and right.start < left.end
