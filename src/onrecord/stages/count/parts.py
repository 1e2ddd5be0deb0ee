"""Which figure is a part of which.

"12 civilians, including three children", "two of them", "among the dead were four women".
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import get_args

from onrecord.model.figure import Harm
from onrecord.stages.count.degree import is_bare_degree, is_degree
from onrecord.stages.count.draft import Draft
from onrecord.stages.count.restated import is_compared
from onrecord.text.numbers import read_number
from onrecord.vocab.load import load_table

_LEADS = (
    ("including",),
    ("comprising",),
    ("consisting", "of"),
    ("made", "up", "of"),
    ("among", "them"),
    ("among", "those"),
    *((word, "the", of) for word in ("among", "of") for of in ("dead", "wounded", "injured", "missing", "victims")),
    ("of", "whom"),
    ("of", "which"),
    ("of", "them"),
    ("of", "these"),
    ("of", "those"),
)


_INCLUDING = ("include", "includes", "included")
_PRONOUNS = ("them", "whom", "these", "those")
_OPENING = ("the", "those", "these")
_OWNERS = ("their", "its", "his", "her", "our")
_LONGEST_LIST, _LONGEST_GAP = 8, 8
_LONGEST_NAMED = 5  # words of one named before the others: "including the village chief and his two sons"
_ALIKE: tuple[set[Harm], ...] = ({"injured", "hospitalised"}, {"held", "detained"})
_NEAR, _FAR = 2, 8  # sentences back to the whole; far where the words point back: "seven of the dead were children"
_OPENERS = (":", "—", "–", "--", "-", "(")


def part_of(drafts: Sequence[Draft], at: int) -> int | None:
    """Return the number of the draft that `drafts[at]` is a part of, `None` where it is a whole."""
    draft = drafts[at]
    if (after := _whole_after(drafts, at)) is not None:
        return after
    if _opens_with_whole(drafts, at):
        return at - 1
    if (whole := _named_one_by_one(drafts, at)) is not None:
        return whole
    if _is_in_brackets(drafts, at):
        return at - 1
    lead = draft.line.lower[max(0, draft.slot.start - 8) : draft.slot.start]
    is_told = (
        (draft.counted.is_part and not _is_of_others(draft))
        or (any(_ends_with(lead, words) for words in _LEADS) and not adds(draft))
        or _tail_says_part(draft)
        or _is_included(drafts, at)
    )
    if draft.unit == "percent" and _is_change(draft):
        return None
    is_told = is_told or is_bare_degree(draft.line, draft.slot)
    if is_told or is_degree(draft.line, draft.slot) or draft.unit == "percent" or _goes_on(drafts, at):
        return _whole(drafts, at, is_told=is_told)
    return None


def adds(draft: Draft) -> bool:
    """Return whether the number is added to those counted before: "and two more died"."""
    return draft.line.lower[draft.slot.end : draft.slot.end + 1] in (("more",), ("others",))


def _whole_after(drafts: Sequence[Draft], at: int) -> int | None:
    """Return the whole in "two children among five killed", which is named after its part."""
    draft = drafts[at]
    if at + 1 == len(drafts) or drafts[at + 1].n_line != draft.n_line:
        return None
    gap = draft.line.lower[draft.slot.after : drafts[at + 1].slot.start]
    is_among = gap[-1:] == ("among",) or gap[-2:] == ("among", "the")
    return at + 1 if is_among and len(gap) <= 4 and not _is_smaller(drafts[at + 1], draft) else None


def _opens_with_whole(drafts: Sequence[Draft], at: int) -> bool:
    """Return whether the figure before is said as its whole: "Of the 30 wounded, nine are"."""
    if at == 0 or drafts[at - 1].n_line != drafts[at].n_line:
        return False
    whole, draft = drafts[at - 1], drafts[at]
    lead = whole.line.lower[max(0, whole.slot.start - 2) : whole.slot.start]
    gap = whole.line.lower[whole.slot.after : draft.slot.start]
    start = whole.slot.start - (1 if lead[-1:] == ("of",) else 2)
    opens = lead[-1:] == ("of",) or lead in (("of", "the"), ("of", "those"), ("among", "the"))
    opens = opens and (start <= 0 or not whole.line.lower[start - 1][0].isalnum())  # not "the murder of 6 men, 2 boys"
    return opens and "," in gap and whole.unit == draft.unit and not _is_smaller(whole, draft)


def _is_in_brackets(drafts: Sequence[Draft], at: int) -> bool:
    """Return whether brackets name some of those right before them: "31 wounded (6 children)"."""
    if at == 0 or drafts[at - 1].n_line != drafts[at].n_line or not drafts[at].counted.is_named:
        return False
    whole, draft = drafts[at - 1], drafts[at]
    gap = draft.line.lower[whole.slot.after : draft.slot.start]
    is_alike = whole.unit == draft.unit and draft.harm in (whole.harm, "other")
    return gap[-1:] == ("(",) and len(gap) <= _NEAR and is_alike and not _is_smaller(whole, draft)


def _named_one_by_one(drafts: Sequence[Draft], at: int) -> int | None:
    """Return the whole that a list right after it spells out: "three victims, two men and a girl, died"."""
    for whole in range(at - 1, max(-1, at - _LONGEST_LIST), -1):
        if whole < 0 or drafts[whole].n_line != drafts[at].n_line:
            return None
        head = drafts[whole]
        items = _items_after(drafts, whole)
        if at < whole + 1 + len(items):
            is_generic = not head.counted.is_named or head.line.lower[head.counted.end - 1] in words_of("generic")
            opens = head.line.lower[items[0].slot.start - 1]
            is_generic = is_generic or opens in _OPENERS  # "870 children (510 boys, 360 girls)"
            total = sum(item.quantity.value or 0 for item in items)
            return whole if is_generic and total == head.quantity.value else None
    return None


def _items_after(drafts: Sequence[Draft], whole: int) -> Sequence[Draft]:
    """Return the drafts that are listed after a comma behind `whole`."""
    end, line = whole + 1, drafts[whole].line
    while end < len(drafts) and drafts[end].n_line == drafts[whole].n_line and drafts[end].unit == drafts[whole].unit:
        gap = line.lower[drafts[end - 1].slot.after : drafts[end].slot.start]
        opens = gap == (",",) or (gap[-1:] != () and gap[-1] in _OPENERS and len(gap) <= _LONGEST_GAP)
        opens = opens or (gap[-1:] == (",",) and _share_cue(drafts[whole], drafts[end]))
        if not (opens if end == whole + 1 else gap[-1:] in ((",",), ("and",)) and len(gap) <= _LONGEST_GAP):
            break
        end += 1
    return drafts[whole + 1 : end]


def _share_cue(whole: Draft, item: Draft) -> bool:
    """Return whether what befell the whole is told once, before its list: "two were killed, a nurse and a cook"."""
    one, two = whole.governed, item.governed
    is_one = one is not None and two is not None and one.cue.start == two.cue.start
    return is_one and one is not None and whole.slot.after <= one.cue.start < item.slot.start


def is_led_as_part(words: Sequence[str], start: int) -> bool:
    """Return whether the words right before a number say that it counts some of those before: "among them eight"."""
    lead = tuple(words[max(0, start - 3) : start])
    return any(lead[-len(led) :] == led for led in _LEADS)


def _ends_with(lead: Sequence[str], words: tuple[str, ...]) -> bool:
    """Return whether `words` stand in `lead` with little between them and the number."""
    for start in range(len(lead) - len(words), -1, -1):
        if tuple(lead[start : start + len(words)]) == words:
            rest = lead[start + len(words) :]
            ends = (
                (".", ";", "and") if words[0] == "of" else (".", ";")
            )  # "140 wounded, many of them badly, and 90 bodies"
            return len(rest) <= (4 if words[0] == "of" else _LONGEST_NAMED) and not any(word in ends for word in rest)
    return False


def _is_of_others(draft: Draft) -> bool:
    """Return whether the number is of somebody's, who were not counted: "82 hostages for five of their commanders"."""
    counted = draft.counted
    return counted.is_named and draft.line.lower[counted.start - 1] in _OWNERS


def _is_included(drafts: Sequence[Draft], at: int) -> bool:
    """Return whether a verb says that they are some of those named before: "the five missing include two drivers"."""
    line, start = drafts[at].line, drafts[at].slot.start
    verb = next((n for n in range(start - 1, max(0, start - _FAR) - 1, -1) if line.lower[n] in _INCLUDING), None)
    if not verb:
        return False
    is_counted = any(other.n_line == drafts[at].n_line and other.slot.after == verb for other in drafts[:at])
    return is_counted or line.lower[verb - 1] in _states() or line.lower[verb - 1] in words_of("generic")


def _tail_says_part(draft: Draft) -> bool:
    tail = draft.line.lower[draft.slot.after : draft.slot.after + 3]
    return tail[:2] in (("of", "them"), ("of", "whom"), ("among", "them"))


def _goes_on(drafts: Sequence[Draft], at: int) -> bool:
    """Return whether the number goes on a list of parts: "including three children and two women"."""
    if at == 0 or drafts[at - 1].n_line != drafts[at].n_line or part_of(drafts, at - 1) is None or adds(drafts[at]):
        return False
    gap = drafts[at].line.lower[drafts[at - 1].slot.after : drafts[at].slot.start]
    aside = drafts[at - 1].line.lower[drafts[at - 1].slot.end : drafts[at - 1].slot.end + 2]
    if gap[:2] == (",", "and") and aside == ("of", "them"):
        return False  # "four soldiers, two of them officers, and an interpreter were killed"
    gap = gap[:-1] if gap[-1:] != () and gap[-1] in _OWNERS else gap  # "a chief and his three guards"
    return 0 < len(gap) <= 2 and all(word in (",", "and", "or") for word in gap)


def _whole(drafts: Sequence[Draft], at: int, *, is_told: bool) -> int | None:
    """Return the nearest figure before of the same unit that could hold this one.

    Its harm must fit, but in one sentence that names the part as one ("15 surrendered, of whom six were shot"). Where
    the part is named by what befell all, so must be the whole: "two of the captives were shot" are two of those held.
    """
    draft = drafts[at]
    if (same := _whole_said_again(drafts, at)) is not None:
        return same
    befell, named_first = (_befell_all(draft), _befell_those_named_first(draft)) if is_told else (None, None)
    if draft.harm == "released" and draft.counted.is_part and not draft.counted.is_named:
        held = _nearest(drafts, at, is_told=is_told, harm="held")
        if held is not None and drafts[held].harm in ("held", "detained"):
            return held  # "seized 63 and demanded the freeing of 250. It freed 14 of them"
    if befell is not None and named_first is None:
        alike = _nearest(drafts, at, is_told=is_told, harm=befell, is_strict=True, is_open=False)
        if alike is not None:
            return alike  # "34 were hurt, of 412 on board. Sixteen of the wounded are in hospital"
    return _nearest(
        drafts, at, is_told=is_told, harm=named_first or befell or draft.harm, is_strict=named_first is not None
    )


def _nearest(
    drafts: Sequence[Draft], at: int, *, is_told: bool, harm: Harm, is_strict: bool = False, is_open: bool = True
) -> int | None:
    """Return the nearest figure before that has the unit and harm of `drafts[at]`, itself no part, and no smaller.

    `is_open`: those of whom no harm is told may be the whole too.
    """
    draft = drafts[at]
    for other in range(at - 1, -1, -1):
        candidate = drafts[other]
        if draft.n_line - candidate.n_line > (_FAR if draft.counted.is_part else _NEAR):
            return None
        if draft.unit == "percent" and not is_told and draft.line.passage != candidate.line.passage:
            return None
        if draft.unit not in (candidate.unit, "percent") or _is_other_side(draft, candidate):
            continue
        if is_compared(candidate.line, candidate.slot):
            continue  # "1,117 are held, up from 903, with 41 women among them"
        if draft.unit == "percent" and draft.counted.unit not in (None, "never", candidate.counted.unit):
            continue  # "340,000 displaced; 45% of clinics are shut"
        fits = harm in (candidate.harm, "other") or candidate.harm == "affected"
        fits = fits or (is_open and candidate.harm == "other")
        fits = fits or {harm, candidate.harm} in _ALIKE
        if not fits and not (is_told and not is_strict and candidate.n_line == draft.n_line):
            continue
        is_last_told = is_told and not draft.counted.is_named and candidate.n_line == draft.n_line - 1
        is_last_told = is_last_told or (candidate.n_line == draft.n_line and _points_at(draft, candidate))
        if (part_of(drafts, other) is not None and not is_last_told) or _is_smaller(candidate, draft):
            continue  # "Two of the dead were boys. One of them was shot in the head."
        return other
    return None


def _whole_said_again(drafts: Sequence[Draft], at: int) -> int | None:
    """Return the whole that is told again by its number: "at least 31 died. Fourteen of the 31 were children"."""
    line, slot = drafts[at].line, drafts[at].slot
    tail = line.lower[slot.end : slot.end + 3]
    if tail[:1] != ("of",) or len(tail) < 3:
        return None
    said = read_number(tail[2] if tail[1] in _OPENING else tail[1])
    if said is None:
        return None
    told = (n for n in range(at - 1, -1, -1) if drafts[at].n_line - drafts[n].n_line <= _FAR)
    return next((n for n in told if drafts[n].quantity.value == said and drafts[n].unit == drafts[at].unit), None)


def _points_at(draft: Draft, whole: Draft) -> bool:
    """Return whether a pronoun stands for the last named: "14 were children, and six of those were under five"."""
    words, slot = draft.line.lower, draft.slot
    if words[slot.end : slot.end + 1] != ("of",):
        return False
    pronoun = words[slot.end + 1 : slot.end + 2]
    gap = words[whole.slot.after : slot.start]
    if pronoun in (("those",), ("these",)):
        return True
    return (pronoun == ("whom",) and gap == (",",)) or (pronoun == ("them",) and gap == ("(",))


def _is_change(draft: Draft) -> bool:
    """Return whether a share says how a count changed: "a 23 percent rise on the year before"."""
    beside = draft.line.lower[draft.slot.start : draft.slot.after + 2]
    before = draft.line.lower[max(0, draft.slot.start - 2) : draft.slot.start]
    is_moved = before[-1:] == ("by",) and not words_of("changed").isdisjoint(before)  # "rose by 37 per cent"
    return is_moved or not words_of("changes").isdisjoint(beside)


def _is_other_side(draft: Draft, whole: Draft) -> bool:
    """Return whether these are some of fighters that the whole does not tell of: "19 died; seven of the attackers"."""
    part = draft.counted
    if draft.line.lower[part.start - 1] in _PRONOUNS or draft.line.lower[draft.slot.start - 1] == "including":
        return False  # "73 people died, 40 of them fighters"
    is_of_fighters = part.is_part and part.is_named and part.status == "combatant" and not _befell_all(draft)
    return is_of_fighters and whole.counted.status not in ("combatant", "mixed")


def _befell_all(draft: Draft) -> Harm | None:
    """Return what the words say befell all of whom these are some: "two of the injured", "six of the captives"."""
    counted = draft.counted
    if not counted.is_part or not counted.is_named:
        return None
    if "captive" in counted.marks:
        return "held"
    words = draft.line.lower[counted.start : counted.end]
    return next((_states()[word] for word in words if word in _states()), None)


def _befell_those_named_first(draft: Draft) -> Harm | None:
    """Return what the words ahead say befell all: "of the dead, ten were children"."""
    lead = draft.line.lower[max(0, draft.slot.start - _LONGEST_GAP) : draft.slot.start]
    starts = (n + 2 for n in range(len(lead) - 2) if lead[n] in ("of", "among") and lead[n + 1] == "the")
    return next((_states()[lead[n]] for n in starts if lead[n] in _states()), None)


@cache
def words_of(name: str) -> frozenset[str]:
    """Return a list of the table `count_grammar`."""
    return frozenset(load_table("count_grammar")[name])


@cache
def _states() -> Mapping[str, Harm]:
    harms: tuple[Harm, ...] = get_args(Harm)
    table = load_table("harms")
    return {word: harm for harm in harms for word in table.get(harm, {}).get("states", ()) if " " not in word}


def _is_smaller(whole: Draft, part: Draft) -> bool:
    left, right = whole.quantity.value, part.quantity.value
    return left is not None and right is not None and part.unit == whole.unit and left < right
