"""Which figure is a part of which.

"12 civilians, including three children", "two of them", "among the dead were four women".
"""

from collections.abc import Sequence

from onrecord.stages.count.draft import Draft

_LEADS = (
    ("including",),
    ("among", "them"),
    ("among", "those"),
    ("among", "the", "dead"),
    ("of", "whom"),
    ("of", "which"),
    ("of", "them"),
    ("of", "these"),
    ("of", "those"),
)


def part_of(drafts: Sequence[Draft], at: int) -> int | None:
    """Return the number of the draft that `drafts[at]` is a part of, `None` where it is a whole."""
    draft = drafts[at]
    if draft.counted.is_part or draft.unit == "percent":
        return _whole(drafts, at)
    lead = draft.line.lower[max(0, draft.slot.start - 8) : draft.slot.start]
    if any(_ends_with(lead, words) for words in _LEADS) or _tail_says_part(draft) or _goes_on(drafts, at):
        return _whole(drafts, at)
    return None


def _ends_with(lead: Sequence[str], words: tuple[str, ...]) -> bool:
    """Return whether `words` stand in `lead` with little between them and the number."""
    for start in range(len(lead) - len(words), -1, -1):
        if tuple(lead[start : start + len(words)]) == words:
            rest = lead[start + len(words) :]
            return len(rest) <= 4 and not any(word in (".", ";") for word in rest)
    return False


def _tail_says_part(draft: Draft) -> bool:
    tail = draft.line.lower[draft.slot.after : draft.slot.after + 3]
    return tail[:2] in (("of", "them"), ("of", "whom"), ("among", "them")) or (
        tail[:1] == ("among",) and tail[1:2] == ("them",)
    )


def _goes_on(drafts: Sequence[Draft], at: int) -> bool:
    """Return whether the number goes on a list of parts: "including three children and two women"."""
    if at == 0 or drafts[at - 1].n_line != drafts[at].n_line or part_of(drafts, at - 1) is None:
        return False
    gap = drafts[at].line.lower[drafts[at - 1].slot.after : drafts[at].slot.start]
    return len(gap) <= 2 and all(word in (",", "and", "or") for word in gap)


def _whole(drafts: Sequence[Draft], at: int) -> int | None:
    """Return the nearest figure before of the same unit and a fitting harm that could hold this one."""
    draft = drafts[at]
    for other in range(at - 1, -1, -1):
        candidate = drafts[other]
        if draft.n_line - candidate.n_line > 2:
            return None
        if draft.unit not in (candidate.unit, "percent"):
            continue
        if draft.harm not in (candidate.harm, "other") and candidate.harm not in ("affected", "other"):
            continue
        if part_of(drafts, other) is not None or _is_smaller(candidate, draft):
            continue
        return other
    return None


def _is_smaller(whole: Draft, part: Draft) -> bool:
    left, right = whole.quantity.value, part.quantity.value
    return left is not None and right is not None and part.unit == whole.unit and left < right
