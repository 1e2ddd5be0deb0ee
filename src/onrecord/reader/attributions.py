"""Frames of attribution in one window: who is cited, by which words, for what.

"The army said rebels had claimed that six men died": "said" with all that follows, and "claimed" inside it.
Two sets of cues are scored: those an outermost attribution hangs on, and all, also inside somebody's content.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.model.reading import Frame, Role
from onrecord.reader.labels import Scores, best_paths, best_spans, log_softmax, spans_on
from onrecord.reader.network import Network, Seen

_OPENING, _CLOSING = '“„«"', '”»"'
_FAR = np.float32(-1e3)
_LONGEST_SOURCE = 30


@dataclass(frozen=True, slots=True)
class Tuning:
    """Thresholds of the decoder, tuned on held-out training texts (`training/tune.py`).

    `cue` is what O loses among cue labels, `source` how far below nothing a best speaker may stand,
    `content` what O loses among roles, `weakest` the least log share of cue and content together.
    """

    cue: float = 0.4
    source: float = 2.0
    content: float = 0.0
    weakest: float = -1.4

    @classmethod
    def of(cls, values: Mapping[str, float]) -> "Tuning":
        """Return the tuning a model brings."""
        return cls(**{name: values[name] for name in ("cue", "source", "content", "weakest") if name in values})


@dataclass(frozen=True, slots=True)
class Cited:
    """One cue with the scores of its roles, before decoding."""

    start: int
    end: int
    share: float
    is_inner: bool
    roles: Scores


def attributions(network: Network, seen: Seen, words: Sequence[str], tuning: Tuning) -> list[Frame]:
    """Return the attribution frames of a window, in order; a frame with neither source nor content is dropped."""
    cues = scored(network, seen, tuning)
    first = [(cited, decoded(cited, words, tuning)) for cited in cues]
    contents = [
        (r.start, r.end) for cited, frame in first if frame and not cited.is_inner for r in frame.all("content")
    ]
    frames = []
    for cited, frame in first:
        around = [(a, b) for a, b in contents if a <= cited.start and cited.end <= b]
        if around:
            frame = decoded(cited, words, tuning, within=min(around, key=lambda ab: ab[1] - ab[0]))
        if frame is not None and (around or not cited.is_inner):
            frames.append(frame)
    return sorted(frames, key=lambda frame: (frame.start, frame.end))


def scored(network: Network, seen: Seen, tuning: Tuning) -> list[Cited]:
    """Return the cues of a window with the scores of their roles."""
    labels = network.labels["cue"]
    shares = log_softmax(seen.flat["cue_outer"])
    shares[:, 0] -= tuning.cue
    outer = best_spans(shares, labels) if shares[:, 1].max() > -4 else []
    nested = log_softmax(seen.flat["cue"])
    nested[:, 0] -= tuning.cue
    inner = [cue for cue in best_spans(nested, labels) if not any(_meet(cue, other) for other in outer)]
    cues = [(a, b, float(np.exp(shares[a, 1])), False) for a, b, *_ in outer]
    cues += [(a, b, share, True) for a, b, _, share in inner]
    if not cues:
        return []
    roles = network.cited(seen, [(a, b) for a, b, *_ in cues])
    return [Cited(*cue, row) for cue, row in zip(cues, roles, strict=True)]


def decoded(
    cited: Cited, words: Sequence[str], tuning: Tuning, *, within: tuple[int, int] | None = None
) -> Frame | None:
    """Return the frame of one cue: its one best speaker, then its contents around it; all `within` the words given."""
    shares = log_softmax(cited.roles)
    if within is not None:
        shares[: within[0], 1:] -= 1e3
        shares[within[1] :, 1:] -= 1e3
    shares[cited.start : cited.end, 1:] -= 1e3
    shares[:, 0] -= tuning.content
    source = _best_source(shares, cited, tuning.source)
    contents = _contents(shares, source, cited, words)
    if source is None and not contents:
        return None
    sure = float(np.mean([shares[i, 3:].max() for r in contents for i in range(r.start, r.end)])) if contents else 0.0
    if np.log(max(cited.share, 1e-9)) + sure < tuning.weakest:
        return None
    marked = [_with_marks(role, words) for role in contents]
    roles = sorted([*([source] if source else []), *marked], key=lambda role: role.start)
    return Frame(kind="attribution", start=cited.start, end=cited.end, roles=tuple(roles), score=round(cited.share, 3))


def _best_source(shares: Scores, cited: Cited, rescue: float) -> Role | None:
    """Return the span that gains most over saying no source, if that is more than minus `rescue`."""
    other = np.maximum(np.maximum(shares[:, 0], shares[:, 3]), shares[:, 4])
    gain = np.concatenate([[0], np.cumsum(shares[:, 2] - other)])
    best, at = -np.inf, (0, 0)
    for i in np.flatnonzero(shares[:, 1] > -6):
        if cited.start <= i < cited.end:
            continue
        last = min(len(shares) if i >= cited.end else cited.start, int(i) + _LONGEST_SOURCE)
        gains = shares[i, 1] - other[i] + gain[i + 1 : last + 1] - gain[i + 1]
        k = int(gains.argmax())
        if gains[k] > best:
            best, at = float(gains[k]), (int(i), int(i) + 1 + k)
    if best <= -rescue:
        return None
    marks = shares[np.arange(*at), [1] + [2] * (at[1] - at[0] - 1)]
    return Role(name="source", start=at[0], end=at[1], score=round(float(np.exp(marks).mean()), 3))


def _contents(shares: Scores, source: Role | None, cited: Cited, words: Sequence[str]) -> list[Role]:
    free = shares.copy()
    free[:, 1:3] = _FAR
    if source is not None:
        free[source.start : source.end] = np.array([_FAR, 0, 0, _FAR, _FAR], np.float32)
    spans = spans_on(best_paths(free[None], _ROLES)[0], shares, _ROLES)
    roles = [Role(name=kind, start=a, end=b, score=share) for a, b, kind, share in spans if kind == "content"]
    return _joined(roles, words, cited.start, cited.end)


_ROLES = ("O", "B-source", "I-source", "B-content", "I-content")


def _joined(roles: Sequence[Role], words: Sequence[str], start: int, end: int) -> list[Role]:
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


def _with_marks(role: Role, words: Sequence[str]) -> Role:
    """Take in the quote mark just outside an edge when its partner is at the other edge or inside."""
    start, end = role.start, role.end
    inside = words[start:end]
    closes = any(word in _CLOSING for word in inside) or (end < len(words) and words[end] in _CLOSING)
    if start > 0 and words[start - 1] in _OPENING and inside[0] not in _OPENING and closes:
        start -= 1
    opens = any(word in _OPENING for word in words[start : end - 1])
    if end < len(words) and words[end] in _CLOSING and words[end - 1] not in _CLOSING and opens:
        end += 1
    return Role(name=role.name, start=start, end=end, score=role.score)


def _meet(left: tuple[int, int, str, float], right: tuple[int, int, str, float]) -> bool:
    return left[0] < right[1] and right[0] < left[1]


def _blank(words: Sequence[str]) -> bool:
    return not any(c.isalnum() for word in words for c in word)
