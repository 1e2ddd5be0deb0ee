"""Where a cue ends: "said Tuesday" is "said", and "was quoted as | saying that ..." is "was quoted as saying".

The corpus of attributions takes days into its cues; a record keeps when it was said apart from how.
"""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model.reading import Frame, Name, Role, Word


def with_clean_cue(frame: Frame, words: Sequence[Word], names: Sequence[Name]) -> Frame:
    """Return the frame with its cue ended there. All numbers count words of the window."""
    dates = {i for name in names if name.kind == "date" for i in range(name.start, name.end)}
    end = frame.end
    while end - 1 > frame.start and end - 1 in dates:
        end -= 1
    if end < frame.end:
        return replace(frame, end=end)
    if words[end - 1].text.lower() != "as":
        return frame
    return _with_saying(frame, words)


def _with_saying(frame: Frame, words: Sequence[Word]) -> Frame:
    roles: list[Role] = []
    end = frame.end
    for role in frame.roles:
        if role.start == frame.end and role.end > role.start + 1 and words[role.start].text.lower() == "saying":
            end = role.start + 1
            role = replace(role, start=end)
        roles.append(role)
    return replace(frame, end=end, roles=tuple(roles))
