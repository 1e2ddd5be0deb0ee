"""Which number to print where one must be printed? The reader chooses the rule, and it is shown with the number.

Of "17, the governor's office" and "19, the armed group": `range` prints 17 to 19, `most_conservative` 17,
`named_speaker` that speaker's, `majority` what more lineages give as their toll than anything else, `unknown` nothing.
"Nobody", said of what others count somebody in, is in the tally, the range and the disputes; it is nobody's least toll.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from onrecord.errors import InvalidValue, UnknownName
from onrecord.model.figure import Number
from onrecord.model.tally import Printed, Tally, TallyRow
from onrecord.model.toll import TollBasis
from onrecord.reconcile.statements import bounds
from onrecord.reconcile.tally import standing
from onrecord.reconcile.toll import STRENGTH

Bounds = tuple[Number | None, Number | None]


def print_number(tally: Tally, policy: str, *, speaker: str | None = None) -> Printed:
    """Return one number or span out of `tally` by the rule called `policy`.

    Args:
        tally: The figures side by side; only rows that still stand are looked at.
        policy: A name of `POLICIES`.
        speaker: For `named_speaker`: the speaker's name or key, in any case.

    Raises:
        UnknownName: There is no such policy.
        InvalidValue: `named_speaker` without a speaker.
    """
    if policy not in POLICIES:
        raise UnknownName("policy", policy, POLICIES)
    rows = standing(tally)
    if policy == "named_speaker":
        if speaker is None:
            raise InvalidValue("speaker", speaker, "the name of a speaker of the tally")
        return _named(rows, speaker)
    return POLICIES[policy](rows)


def in_words(low: Number | None, high: Number | None) -> str:
    """Return bounds in words: "17", "12-14", "46 or more", "up to 60", "unknown"."""
    if low is None and high is None:
        return "unknown"
    if high is None:
        return f"{low:,} or more"
    if low is None:
        return f"up to {high:,}"
    return f"{low:,}" if low == high else f"{low:,}-{high:,}"


def _printed(policy: str, span: Bounds, rows: Sequence[TallyRow]) -> Printed:
    low, high = span
    figures = tuple(row.statement.figure for row in rows)
    return Printed(policy=policy, low=low, high=high, words=in_words(low, high), figures=figures)


def _unknown(rows: Sequence[TallyRow]) -> Printed:
    """Print nothing, whatever is said."""
    return _printed("unknown", (None, None), ())


def _range(rows: Sequence[TallyRow]) -> Printed:
    """Print from the least to the most that anyone who still stands allows."""
    spans = [bounds(row.statement) for row in rows]
    if not spans:
        return _printed("range", (None, None), ())
    lows, highs = [low for low, _ in spans if low is not None], [high for _, high in spans if high is not None]
    most = max((*highs, *lows), default=None) if highs else None
    return _printed("range", (min(lows, default=None), most), rows)


def _most_conservative(rows: Sequence[TallyRow]) -> Printed:
    """Print the least that anyone who still stands says; "nobody" only where no one counts anybody."""
    known = [(bounds(row.statement)[0], row) for row in _counting(rows)]
    lows = [(low, row) for low, row in known if low is not None]
    if not lows:
        return _printed("most_conservative", (None, None), ())
    least = min(low for low, _ in lows)
    holders = [row for low, row in lows if low == least]
    highs = [bounds(row.statement)[1] for row in holders]
    return _printed("most_conservative", (least, least if least in highs else None), holders)


def _majority(rows: Sequence[TallyRow]) -> Printed:
    """Print the bounds that more lineages give as their toll than any others; nothing where no one leads.

    A lineage that counts outranks one that only speaks of "a man" or of "several". Where a speaker's numbers hold no
    toll, or another speaker's is the report's, each of them has its say. "Nobody" has one only where no one counts
    anybody.
    """
    said = list(_said(_counting(rows)))
    firmest = min((STRENGTH.index(basis) for _, basis, _ in said), default=0)
    votes: dict[Bounds, dict[object, list[TallyRow]]] = defaultdict(dict)
    for span, basis, stands_on in said:
        if STRENGTH.index(basis) == firmest:
            votes[span].setdefault(_voice(stands_on[0]), stands_on)
    ranked = sorted(votes.items(), key=lambda item: -len(item[1]))
    if not ranked or (len(ranked) > 1 and len(ranked[0][1]) == len(ranked[1][1])):
        return _printed("majority", (None, None), ())
    return _printed("majority", ranked[0][0], [row for stands_on in ranked[0][1].values() for row in stands_on])


def _counting(rows: Sequence[TallyRow]) -> Sequence[TallyRow]:
    """Return the rows that count somebody; all of them where none does."""
    return [row for row in rows if bounds(row.statement) != (0, 0)] or rows


def _said(rows: Sequence[TallyRow]) -> Iterator[tuple[Bounds, TollBasis, list[TallyRow]]]:
    """Give each toll with the rows it stands on, and each row of a speaker in whose report no toll is theirs."""
    telling = {_speaker(row) for row in rows if row.statement.toll is not None}
    for row in rows:
        toll = row.statement.toll
        if toll is not None:
            yield bounds(toll), toll.basis, [other for other in rows if other.statement.figure in toll.figures]
        elif _speaker(row) not in telling:
            yield bounds(row.statement), "counted", [row]


def _speaker(row: TallyRow) -> object:
    return _voice(row), row.statement.speaker_key


def _voice(row: TallyRow) -> object:
    return row.lineage or row.statement.report


def _named(rows: Sequence[TallyRow], speaker: str) -> Printed:
    """Print the latest figure of one speaker."""
    wanted = speaker.casefold()
    named = {row.statement.speaker_key for row in rows if (row.statement.speaker or "").casefold() == wanted}
    mine = [row for row in rows if row.statement.speaker_key in named or row.statement.speaker_key == speaker]
    if not mine:
        return _printed("named_speaker", (None, None), ())
    last = max(mine, key=lambda row: (row.statement.said_on or "", row.statement.figure))
    return _printed("named_speaker", bounds(last.statement), (last,))


def _named_alone(rows: Sequence[TallyRow]) -> Printed:
    raise InvalidValue("speaker", None, "the name of a speaker of the tally")


POLICIES: Mapping[str, Callable[[Sequence[TallyRow]], Printed]] = {
    "range": _range,
    "most_conservative": _most_conservative,
    "named_speaker": _named_alone,
    "majority": _majority,
    "unknown": _unknown,
}
"""The rules by name. "The latest report wins" is none of them: it is wrong more often than right."""
