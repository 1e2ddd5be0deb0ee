"""Where cues end, and sources that lost their noun.

"said Tuesday" is "said", and "was quoted as | saying that ..." is "was quoted as saying".

The corpus of attributions takes days into its cues; a record keeps when it was said apart from how.
"""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model.reading import Frame, Name, Role, Word

_NOUN_WITHIN = 4
_QUOTED = ("quoted", "cited")  # not so in "four men | are believed | to have drowned"
_PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night"})
_CLAUSAL = ("VERB", "AUX", "SCONJ")
_MARKS = frozenset('"“”«»,;:')


def with_clean_cue(frame: Frame, words: Sequence[Word], names: Sequence[Name]) -> Frame:
    """Return the frame with its cue ended there. All numbers count words of the window."""
    dates = {i for name in names if name.kind == "date" for i in range(name.start, name.end)}
    end = frame.end
    while end - 1 > frame.start and (end - 1 in dates or words[end - 1].text.lower() in _PARTS_OF_DAY):
        end -= 1
    if end < frame.end and end - 1 > frame.start and words[end - 1].upos == "ADP":
        end -= 1  # "said on" Thursday night
    if end - 2 > frame.start and words[end - 1].upos == "DET" and words[end - 2].upos == "ADP":
        end -= 2  # "said in a" statement
    if words[frame.start].text.lower() == "it" and end - frame.start > 1:
        frame = replace(frame, start=frame.start + 1)  # "it | is feared"
    if end < frame.end:
        return replace(frame, end=end)
    if words[end - 1].text.lower() == "as":
        return _taking_in(frame, words, "saying")
    return _taking_in(frame, words, "as", "saying")


def with_whole_source(frame: Frame, words: Sequence[Word], at: int) -> Frame:
    """Return the frame with sources that are an article alone drawn on to its noun ("The | minister was quoted").

    Numbers count words of the window, heads words of the report, in which the window begins at word `at`.
    """
    return replace(frame, roles=tuple(_whole(role, words, at) for role in frame.roles))


def with_speaker(frame: Frame, words: Sequence[Word]) -> Frame:
    """Return the frame with a noun phrase right before its cue as its source, where it was taken for what is said.

    "The minister | was quoted as saying | that the curfew would stay": who else says it, and what is the minister?
    """
    before = [role for role in frame.all("content") if role.end == frame.start]
    is_quoting = any(word.text.lower() in _QUOTED for word in words[frame.start : frame.end])
    if not is_quoting or frame.all("source") or not before or len(frame.all("content")) < 2:
        return frame
    if any(words[i].upos in _CLAUSAL or words[i].text in _MARKS for i in range(before[0].start, before[0].end)):
        return frame
    roles = (replace(role, name="source") if role is before[0] else role for role in frame.roles)
    return replace(frame, roles=tuple(roles))


def _whole(role: Role, words: Sequence[Word], at: int) -> Role:
    noun = words[role.start].head
    is_bare = role.name == "source" and role.end == role.start + 1 and words[role.start].upos == "DET"
    if not is_bare or noun is None or not role.end <= noun - at < role.end + _NOUN_WITHIN:
        return role
    return replace(role, end=noun - at + 1)


def _taking_in(frame: Frame, words: Sequence[Word], *more: str) -> Frame:
    """Return the frame with the words `more`, where its content begins with them, taken into its cue."""
    end = frame.end + len(more)
    if tuple(word.text.lower() for word in words[frame.end : end]) != more:
        return frame
    begun = [role for role in frame.roles if role.start == frame.end and role.end > end]
    roles = tuple(replace(role, start=end) if role in begun else role for role in frame.roles)
    return replace(frame, end=end, roles=roles) if begun else frame
