"""Frames of attribution in one window: who is cited, by which words, for what."""

from collections.abc import Sequence

from onrecord.model.reading import Frame, Role
from onrecord.reader.labels import best_spans
from onrecord.reader.network import Network, Seen


def attributions(network: Network, seen: Seen, words: Sequence[str]) -> list[Frame]:
    """Return the attribution frames of a window; a frame with neither source nor content is dropped."""
    frames = []
    for start, end, _, score in best_spans(seen.flat["cue"], network.labels["cue"]):
        found = best_spans(network.roles(seen, start, end), network.labels["role"])
        roles = [Role(name=kind, start=a, end=b, score=sure) for a, b, kind, sure in found if b <= start or a >= end]
        sources = sorted((r for r in roles if r.name == "source"), key=lambda r: -r.score)[:1]
        contents = _joined([r for r in roles if r.name == "content"], words, start, end)
        if sources or contents:
            ordered = sorted([*sources, *contents], key=lambda r: r.start)
            frames.append(Frame(kind="attribution", start=start, end=end, roles=tuple(ordered), score=score))
    return frames


def _joined(roles: list[Role], words: Sequence[str], start: int, end: int) -> list[Role]:
    """Join pieces parted by nothing but punctuation, and drop pieces of punctuation alone."""
    out: list[Role] = []
    for role in roles:
        before = out[-1] if out else None
        if before and not (before.end <= start and end <= role.start) and _blank(words[before.end : role.start]):
            low = min(before.score, role.score)
            out[-1] = Role(name=role.name, start=before.start, end=role.end, score=low)
        else:
            out.append(role)
    return [role for role in out if not _blank(words[role.start : role.end])]


def _blank(words: Sequence[str]) -> bool:
    return not any(c.isalnum() for word in words for c in word)
