"""Names of one window: those of the newswire classes, and weapons and platforms beside them.

"A Grad rocket hit the Kalma camp": Kalma camp is a facility, Grad a weapon. What a list knows (`vocab/weapons.yaml`)
counts as well as what the network has learned, for few weapons stand in its training texts.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from onrecord.model.reading import Name, NameKind
from onrecord.reader.labels import best_spans
from onrecord.reader.network import Network, Seen
from onrecord.vocab.load import load_table

_KINDS: Mapping[str, NameKind] = {
    "Person": "person", "Organization": "organisation", "Organisation": "organisation", "Location": "location",
    "Facility": "facility", "NORP": "group", "Nationality": "group", "Date": "date", "Time": "date", "Money": "money",
    "Weapon": "weapon", "Platform": "platform",
}  # fmt: skip
_ARMS: tuple[NameKind, ...] = ("weapon", "platform")
_SURE = 0.6
_EDGES = frozenset(',;:()[]"“”«»-–—')


def names(network: Network, seen: Seen, words: Sequence[str]) -> list[Name]:
    """Return the names of a window in order; none overlap."""
    first = "name" if len(network.labels["name"]) > 3 else "thing"
    found = [name for name in (_trimmed(name, words) for name in _found(network, seen, first)) if name is not None]
    arms = [name for name in _arms(network, seen) if name.score >= _SURE]
    arms = _kept(arms, beside=[name for name in found if name.kind not in ("misc", *_ARMS)])
    arms += _kept(_listed(words), beside=arms)
    return sorted([*arms, *_kept(found, beside=arms)], key=lambda name: name.start)


def _arms(network: Network, seen: Seen) -> list[Name]:
    """Return the weapons and platforms; most windows have no word that looks like one, and need no search."""
    labels = network.labels["thing"]
    likely = {labels[k][2:] for k in set(seen.flat["thing"].argmax(1).tolist())}
    if not any(_KINDS.get(kind) in _ARMS for kind in likely):
        return []
    return [name for name in _found(network, seen, "thing") if name.kind in _ARMS]


def _found(network: Network, seen: Seen, head: str) -> list[Name]:
    spans = best_spans(seen.flat[head], network.labels[head])
    return [Name(start=a, end=b, kind=_KINDS.get(kind, "misc"), score=score) for a, b, kind, score in spans]


def _trimmed(name: Name, words: Sequence[str]) -> Name | None:
    """Return the name without the commas, brackets and quote marks at its edges; `None` where nothing else is in it."""
    start, end = name.start, name.end
    while start < end and words[start] in _EDGES:
        start += 1
    while start < end and words[end - 1] in _EDGES:
        end -= 1
    return replace(name, start=start, end=end) if start < end else None


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
