"""Where cues end, and sources that lost their noun.

"said Tuesday" is "said", and "was quoted as | saying that ..." is "was quoted as saying".

The corpus of attributions takes days into its cues; a record keeps when it was said apart from how.
"""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model.reading import Frame, Name, Role, Word

_NOUN_WITHIN = 4


def with_clean_cue(frame: Frame, words: Sequence[Word], names: Sequence[Name]) -> Frame:
    """Return the frame with its cue ended there. All numbers count words of the window."""
    dates = {i for name in names if name.kind == "date" for i in range(name.start, name.end)}
    end = frame.end
    while end - 1 > frame.start and end - 1 in dates:
        end -= 1
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
