"""Over what a figure counts: one event, a running total, a stretch of time, or how many there are now.

"The death toll has risen to 300 since the war began" is a total; "are still held" is a stock.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.model.claim import Note
from onrecord.model.figure import Scope
from onrecord.model.span import Span
from onrecord.model.when import When
from onrecord.stages.count.draft import Draft

_PATTERNS = ("total", "total_to", "period", "dated", "several", "stock")
_UNTOLD = frozenset(("had", "may", "might", "could", "must"))
_MANY = 100  # fewer, told in the perfect with no war named, are news of the day: "two men have been killed in Orvane"
_TURNS = re.compile(
    r"\b(?:that|which|who|whom|whose|where|when|while|after|before|but|as (?:he|she|it|they|the)"
    r"|(?:bring|rais|tak|push|lift)ing|(?:up|down) from)\b|[–—]|\s--?\s",
    re.IGNORECASE,
)
_RANKING = re.compile(
    r"\b(?:worst|first|second|third|fourth|fifth|\d+(?:st|nd|rd|th)|(?:dead|large|bigg|high|bloodi|great|heavi|strong)\w*est"
    r"|most \w+)\b[^;,]*$",
    re.IGNORECASE,
)
_PART_BEFORE, _PART_REACH = re.compile(r"\bincluding (?:\S+ ){1,4}\Z", re.IGNORECASE), 60
_AFTER_SINCE = re.compile(r"\bsince\b[^;,]*$", re.IGNORECASE)
_SINCE_WORDS = re.compile(
    r"\bsince (?:then\b|(?:(?!(?:and|but|while)\b)[\w'’-]+ ){0,7}(?!(?:and|but|while)\b)[\w'’-]+)", re.IGNORECASE
)
_SINCE = re.compile(r"\b(?:since|from the start of|after the start of)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scopes:
    """The table `scopes` as patterns."""

    total: tuple[re.Pattern[str], ...]
    total_to: tuple[re.Pattern[str], ...]
    period: tuple[re.Pattern[str], ...]
    dated: tuple[re.Pattern[str], ...]
    several: tuple[re.Pattern[str], ...]
    stock: tuple[re.Pattern[str], ...]
    long: re.Pattern[str]
    short: re.Pattern[str]
    single: re.Pattern[str]
    toll_of_one: re.Pattern[str]
    day: re.Pattern[str]
    now: frozenset[str]
    stock_harms: frozenset[str]


def scopes_of(table: Mapping[str, Any]) -> Scopes:
    """Return the table `scopes`, ready to be matched."""
    compiled = {key: tuple(re.compile(pattern, re.IGNORECASE) for pattern in table[key]) for key in _PATTERNS}
    either = {key: re.compile(rf"\b(?:{'|'.join(table[key])})s?\b", re.IGNORECASE) for key in ("long", "short")}
    return Scopes(
        **compiled,
        long=either["long"],
        short=either["short"],
        single=re.compile(rf"\b(?:{'|'.join(table['short'])})\b", re.IGNORECASE),
        toll_of_one=re.compile(
            rf"\btoll (?:from|of|in|after) (?:[\w'’-]+ ){{1,4}}?(?:{'|'.join((*table['short'], *table['toll_of']))})\b",
            re.IGNORECASE,
        ),
        day=re.compile("|".join(table["day"]), re.IGNORECASE),
        now=frozenset(table["now"]),
        stock_harms=frozenset(table["stock_harms"]),
    )


def scope_of(draft: Draft, text: str, scopes: Scopes) -> Scope:
    """Return over what the figure counts, as the words of its clause say."""
    clause = clause_of(draft).of(text)
    if draft.unit in ("percent", "money") and draft.governed is None:
        return "stock" if draft.unit == "percent" else "event"
    if _is_period(draft, text, scopes):
        return "period"
    if scopes.toll_of_one.search(clause) and not _SINCE.search(clause):
        return "event"
    if _tells(draft, text, scopes.total) or _is_brought_to(draft, text, scopes):
        return "total"
    if _is_stock(draft, scopes) or (draft.harm == "other" and _tells(draft, text, scopes.stock)):
        return "stock"
    if _is_war_long(draft, clause, scopes):
        return "total"
    return "event"


def since_of(draft: Draft, text: str, times: Sequence[When]) -> When | None:
    """Return the time that "since" names in the figure's sentence."""
    clause, told = clause_of(draft), _told(draft)
    found = (m for m in _SINCE.finditer(text, clause.start, clause.end) if _is_of(m, told, text))
    found = (m for m in found if not _is_of_a_part(m, told, text) and not _is_compared(m, text, clause.start))
    for match in sorted(found, key=lambda m: abs(m.start() - told.end)):  # "26,000 since 2015, 13,800 since 2023"
        for when in times:
            if (
                when.span is not None
                and match.start() <= when.span.start <= match.end() + 40
                and clause.covers(when.span)
            ):
                return when
    return None


def _is_of_a_part(match: re.Match[str], told: Span, text: str) -> bool:
    """Return whether words are of a part and no more: "killed 26,000 people, including 13,800 since 2023"."""
    part = _PART_BEFORE.search(text, max(0, match.start() - _PART_REACH), match.start())
    return part is not None and not told.overlaps(Span(part.start(), part.end()))


def since_note(draft: Draft, text: str) -> Note | None:
    """Return the words that say since when a figure counts where they fix no day: "since the start of the war"."""
    told = _told(draft)
    clause = clause_of(draft)
    found = _SINCE_WORDS.finditer(text, clause.start, clause.end)
    start = clause.start
    match = next((m for m in found if _is_of(m, told, text) and not _is_compared(m, text, start)), None)
    if match is None:
        return None
    return Note(code="count.since", span=Span(match.start(), match.end()), words=match[0])


def clause_of(draft: Draft) -> Span:
    """Return the part of the sentence around the number that semicolons or ", while" cut."""
    line = draft.line
    start, end = 0, len(line.words)
    for number, word in enumerate(line.lower):
        is_end = word == ";" or (word in ("while", "whereas") and line.lower[number - 1] == ",")
        if is_end and number < draft.slot.start:
            start = number + 1
        elif is_end and number >= draft.slot.after:
            end = number
            break
    return line.span_of(start, end)


def _is_period(draft: Draft, text: str, scopes: Scopes) -> bool:
    """Return whether the figure counts over a stretch of time, or over several happenings told apart.

    "two women were killed in a shooting last year" dates the one shooting.
    """
    if _tells(draft, text, scopes.period) or _tells(draft, text, scopes.several):
        return True
    return _tells(draft, text, scopes.dated) and scopes.single.search(clause_of(draft).of(text)) is None


def _tells(draft: Draft, text: str, patterns: Sequence[re.Pattern[str]]) -> bool:
    """Return whether one of `patterns` stands in the figure's clause and is said of the figure.

    Not so in "12 were hurt in a market that was shelled last year": a new clause opens between the two.
    """
    clause, told = clause_of(draft), _told(draft)
    found = (match for pattern in patterns for match in pattern.finditer(text, clause.start, clause.end))
    found = (match for match in found if not _is_compared(match, text, clause.start))
    return any(_is_of(match, told, text) and not _dates_what_was_before(match, draft) for match in found)


def _is_compared(match: re.Match[str], text: str, start: int) -> bool:
    """Return whether words only say what it is held against: "the worst massacre since 2014", "the third this year"."""
    is_since = match[0].lower().startswith(("since", "this ")) or _AFTER_SINCE.search(text, start, match.start())
    return bool(is_since) and _RANKING.search(text, start, match.start()) is not None


def _dates_what_was_before(match: re.Match[str], draft: Draft) -> bool:
    """Return whether words belong to what a participle recalls: "ten men held since May were freed"."""
    line, governed = draft.line, draft.governed
    if governed is None:
        return False
    end = len(line.lower) if governed.is_object else governed.cue.start
    recalled, at = range(draft.slot.after, end), line.at(match.start())
    if governed.is_object:
        verbs = [n for n in range(draft.slot.after, at) if line.upos(n) == "VERB"]
        holds = verbs == [draft.slot.after] or (verbs != [] and all(line.dep(n).startswith("acl") for n in verbs))
        return at in recalled and holds and governed.harm == "released"  # "frees ten it had held since May"
    return at in recalled and any(line.dep(n) == "acl" and n < at for n in recalled)


def _is_brought_to(draft: Draft, text: str, scopes: Scopes) -> bool:
    """Return whether the figure is what a count comes to: the 58 of "12 were found, bringing the total to 58"."""
    start, end = clause_of(draft).start, draft.quantity.span.start
    if draft.line.lower[draft.slot.start - 1 : draft.slot.start] == ("by",):
        return False  # "raised the toll by five"
    return any(pattern.search(text, start, end) is not None for pattern in scopes.total_to)


def _is_of(match: re.Match[str], told: Span, text: str) -> bool:
    """Return whether no new clause opens between a figure, told at `told`, and words about it."""
    between = text[told.end : match.start()] if match.start() >= told.end else text[match.end() : told.start]
    return _TURNS.search(between) is None


def _told(draft: Draft) -> Span:
    """Return the stretch from the number to its cue, whichever comes first."""
    start, end = draft.slot.start, draft.slot.after
    if draft.governed is not None:
        start, end = min(start, draft.governed.cue.start), max(end, draft.governed.cue.end)
    return draft.line.span_of(start, end)


def _is_stock(draft: Draft, scopes: Scopes) -> bool:
    if draft.harm not in scopes.stock_harms:
        return False
    line, governed = draft.line, draft.governed
    if governed is None:
        return draft.harm in ("held", "displaced")
    if governed.cue.harm in ("killed", "injured"):
        return False  # "are estimated at 200 killed and wounded"
    cue = governed.cue
    if draft.harm == "displaced" and draft.slot.end <= cue.start < cue.end < draft.slot.after:
        return True  # "82,000 internally displaced persons"
    around = line.lower[max(0, cue.start - 4) : cue.end + 1]
    if any(word in scopes.now for word in around):
        return True
    is_present = any(word in ("are", "is") for word in line.lower[max(0, cue.start - 4) : cue.start + 1])
    form = line.lower[cue.start]
    return (
        (is_present and not cue.is_perfect)
        or form in ("hold", "holds", "holding")
        or (cue.kind == "state" and is_present)
    )


def _is_war_long(draft: Draft, clause: str, scopes: Scopes) -> bool:
    """Return whether the figure sums up a war: told in the perfect, and no single attack is named."""
    if draft.governed is None or not draft.governed.cue.is_perfect or draft.harm == "damaged":
        return False
    before = draft.line.lower[max(0, draft.governed.cue.start - 4) : draft.governed.cue.start]
    if not _UNTOLD.isdisjoint(before):
        return False  # "said it had killed 33": what is said of the past, told in the past; "may have drowned"
    if scopes.long.search(clause) is not None:
        return True
    is_many = draft.quantity.value is None or draft.quantity.value >= _MANY
    return is_many and scopes.short.search(clause) is None and scopes.day.search(clause) is None
