"""Names of a report, window by window: those of the newswire classes, and weapons and platforms beside them.

"A Grad rocket hit the Kalma camp": Kalma camp is a facility, Grad a weapon. What a list knows (`vocab/weapons.yaml`)
counts as well as what the network has learned, for few weapons stand in its training texts.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from onrecord.model.reading import Name, NameKind, Word
from onrecord.reader.agreed import agreed
from onrecord.reader.labels import Scores, Spans, best_spans
from onrecord.vocab.load import load_table

Labels = Mapping[str, Sequence[str]]
NAMING = ("name", "thing")
"""The heads that `names` takes: the newswire's classes, and re3d's."""

_KINDS: Mapping[str, NameKind] = {
    "Person": "person", "Organization": "organisation", "Organisation": "organisation", "Location": "location",
    "Facility": "facility", "NORP": "group", "Nationality": "group", "Date": "date", "Time": "date", "Money": "money",
    "Weapon": "weapon", "Platform": "platform",
}  # fmt: skip
_ARMS: tuple[NameKind, ...] = ("weapon", "platform")
_JOINED = ("Person", "Organization", "Organisation")
_SURE = 0.6
_HYPHENS = ("-", "–")
_ARTICLES = ("al", "el", "ad", "ar", "as", "ash", "an", "at", "az")  # of Arabic names: all of "Aswat al-Orvan"
_EDGES = frozenset(',;:()[]"“”«»-–—')


def names(labels: Labels, flat: Sequence[Mapping[str, Scores]], words: Sequence[Sequence[str]]) -> list[list[Name]]:
    """Return the names of each window in order; none overlap. `flat`: what the network scores there, by head.

    The windows are those of one report, in its order: what stands in several is of one kind (see `agreed`).
    """
    shares = {head: agreed([scores[head] for scores in flat], words, labels[head]) for head in NAMING}
    first = NAMING[0] if len(labels[NAMING[0]]) > 3 else NAMING[1]
    seen = zip(shares[first], shares["thing"], words, strict=True)
    return [_in_window(best_spans(x, labels[first]), _arms(thing, labels["thing"]), row) for x, thing, row in seen]


def _in_window(found: Spans, arms: Spans, words: Sequence[str]) -> list[Name]:
    named = [name for name in (_trimmed(name, words) for name in _named(touching(found))) if name is not None]
    armed = [name for name in _named(arms) if name.kind in _ARMS and name.score >= _SURE]
    armed = _kept(armed, beside=[name for name in named if name.kind not in ("misc", *_ARMS)])
    armed += _kept(_listed(words), beside=armed)
    return sorted([*armed, *_kept(named, beside=armed)], key=lambda name: name.start)


def _arms(shares: Scores, labels: Sequence[str]) -> Spans:
    """Return the weapons, platforms and what stands beside them; most windows have none, and need no search."""
    likely = {labels[k][2:] for k in set(shares.argmax(1).tolist())}
    return best_spans(shares, labels) if any(_KINDS.get(kind) in _ARMS for kind in likely) else []


def _named(spans: Spans) -> list[Name]:
    return [Name(start=a, end=b, kind=_KINDS.get(kind, "misc"), score=score) for a, b, kind, score in spans]


def touching(spans: Spans) -> Spans:
    """Return the names with those of one kind that touch made one: no two persons stand side by side."""
    out: Spans = []
    for start, end, kind, score in spans:
        if out and out[-1][1] == start and out[-1][2] == kind and kind in _JOINED:
            out[-1] = (out[-1][0], end, kind, min(out[-1][3], score))
        else:
            out.append((start, end, kind, score))
    return out


def _trimmed(name: Name, words: Sequence[str]) -> Name | None:
    """Return the name without the commas, brackets and quote marks at its edges; `None` where nothing else is in it."""
    start, end = name.start, name.end
    while start < end and words[start] in _EDGES:
        start += 1
    while start < end and words[end - 1] in _EDGES:
        end -= 1
    return replace(name, start=start, end=end) if start < end else None


def whole(names: Sequence[Name], words: Sequence[Word]) -> list[Name]:
    """Return the names with what a hyphen joins to them: all of "Relief-Watch", not "Relief"."""
    taken = {number for name in names for number in range(name.start, name.end)}
    return [replace(name, end=name.end + 2) if _is_cut(name, words, taken) else name for name in names]


def _is_cut(name: Name, words: Sequence[Word], taken: set[int]) -> bool:
    joined = words[name.end - 1 : name.end + 2]
    if name.kind not in ("person", "organisation") or len(joined) < 3:
        return False
    if name.end + 1 in taken and joined[0].text.lower() not in _ARTICLES:
        return False
    is_tight = all(left.span.end == right.span.start for left, right in pairwise(joined))
    return is_tight and joined[1].text in _HYPHENS and joined[2].text[0].isupper()


def _kept(names: Sequence[Name], *, beside: Sequence[Name]) -> list[Name]:
    return [x for x in names if not any(x.start < y.end and y.start < x.end for y in beside)]


def _listed(words: Sequence[str]) -> list[Name]:
    """Find names of the list by their longest run of words; a hyphen is a word."""
    low = [word.lower() for word in words]
    found, i = [], 0
    while i < len(low):
        ends = [i + len(run) for run in _runs().get(low[i], ()) if tuple(low[i : i + len(run)]) == run]
        ends = [end for end in ends if any(c.isupper() or c.isdigit() for word in words[i:end] for c in word)]
        if ends:
            kind = _runs_kind()[tuple(low[i : max(ends)])]
            found.append(Name(start=i, end=max(ends), kind=kind, score=1.0))
        i = max(ends, default=i + 1)
    return found


@cache
def _runs_kind() -> Mapping[tuple[str, ...], NameKind]:
    table = load_table("weapons")
    return {tuple(str(name).lower().replace("-", " - ").split()): kind for kind in _ARMS for name in table[kind]}


@cache
def _runs() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    out: dict[str, list[tuple[str, ...]]] = {}
    for run in _runs_kind():
        out.setdefault(run[0], []).append(run)
    return {first: tuple(runs) for first, runs in out.items()}
