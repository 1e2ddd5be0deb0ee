"""Predicate frames of one window: who did what to whom, with the labels of PropBank."""

import math
from collections.abc import Sequence

from onrecord.model.reading import Frame, Role
from onrecord.reader.labels import Spans, best_spans_of_many, log_softmax
from onrecord.reader.network import Network, Seen

Cut = tuple[int, int]


def predicates_in(seen: Seen) -> list[int]:
    """Return the words that name an act or a state."""
    return [int(i) for i in seen.flat["predicate"].argmax(1).nonzero()[0]]


def predicates(network: Network, seen: Seen, cuts: Sequence[Cut], at: Sequence[int]) -> list[Frame]:
    """Return the frames of the words `at`, each within its sentence, in order."""
    shares = log_softmax(seen.flat["predicate"])[:, 1] if len(at) else ()
    frames = []
    for start, end in cuts:
        inside = [i for i in at if start <= i < end]
        if not inside:
            continue
        scores = network.acts(seen, inside, start, end)
        for i, spans in zip(inside, best_spans_of_many(scores, network.labels["argument"]), strict=True):
            frames.append(_frame(i, start, spans, share=float(shares[i])))
    return frames


def _frame(word: int, start: int, spans: Spans, *, share: float) -> Frame:
    roles = [Role(name=kind, start=start + a, end=start + b, score=sure) for a, b, kind, sure in spans]
    kept = tuple(role for role in roles if _is_kept(role, roles, word))
    return Frame(kind="predicate", start=word, end=word + 1, roles=kept, score=round(math.exp(share), 3))


def _is_kept(role: Role, roles: Sequence[Role], word: int) -> bool:
    """Return whether a role is no anchor, and for a numbered role the surest of its name."""
    if role.end - role.start == 1 and role.start == word:
        return False
    twins = [
        other for other in roles if other.name == role.name and role.name[:3] == "ARG" and role.name[3:4].isdigit()
    ]
    return not twins or role is max(twins, key=lambda r: r.score)
