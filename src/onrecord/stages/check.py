"""Check: what in a record is odd, missing or disputed, so that its reader looks twice?

A figure of 5 children among 3 dead gets `figure.part-exceeds-whole`, a statement quoted twice
`claim.repeated`, an opening ' closed by ” `quote.marks-mismatched`.
"""

import re
from collections.abc import Iterator

from onrecord.gazetteer.entry import km
from onrecord.model.claim import Claim
from onrecord.model.figure import Figure
from onrecord.model.flag import Flag, FlagCode
from onrecord.model.place import Place, PlaceChoice
from onrecord.model.record import Record

MAKER = "check/2"
_LEAST_WORDS = 5  # shorter statements are alike by chance
_APART_KM = 60.0
_NEAR = 0.9  # a namesake whose score is this near to the chosen place's might be the one meant
_OPENED = {"“": "”", "«": "»", "„": "“”", "‘": "’"}


def check(record: Record) -> tuple[Flag, ...]:
    """Return the flags of `record`, in the order of its tables. What the record has as flags is not looked at."""
    return tuple(
        flag
        for check_table in (_report, _passages, _times, _places, _claims, _events, _figures)
        for flag in check_table(record)
    )


def _report(record: Record) -> Iterator[Flag]:
    report = record.report
    if report.published is None:
        yield Flag(
            code=FlagCode.REPORT_UNDATED,
            item=report.id,
            message="neither its text nor its metadata says when it was published; relative times stay open",
        )
    if report.language not in (None, "en"):
        yield Flag(
            code=FlagCode.REPORT_LANGUAGE,
            item=report.id,
            message=f"written in {report.language!r}; only English is read well",
        )


def _passages(record: Record) -> Iterator[Flag]:
    for passage in record.passages:
        words = passage.span.of(record.report.text)
        if passage.kind != "boilerplate" and _is_mismatched(words):
            yield Flag(
                code=FlagCode.QUOTE_MARKS_MISMATCHED,
                item=passage.id,
                message=f"quotation marks do not pair in {_short(words)!r}",
            )


def _is_mismatched(words: str) -> bool:
    """Return whether a quotation mark is closed that was not opened, or by another's mate.

    An opening mark that is never closed is no fault: a quote that runs over paragraphs is written so.
    """
    opened: list[str] = []
    for match in re.finditer(r"[“”«»„]|(?<!\w)['‘](?=\w)|(?<=[\w.,!?…])[’'](?!\w)", words):
        mark = match.group()
        if mark in "“«„‘" or (mark == "'" and not words[: match.start()][-1:].isalnum() and _is_opening(words, match)):
            opened.append(mark)
        elif mark in "”»":
            if not opened or (mark not in _OPENED.get(opened[-1], "")):
                return True
            opened.pop()
        elif opened and opened[-1] in "'‘":
            opened.pop()
    return False


def _is_opening(words: str, match: re.Match[str]) -> bool:
    return match.end() < len(words) and words[match.end()].isalnum()


def _times(record: Record) -> Iterator[Flag]:
    for when in record.times:
        if when.timex.type in ("DATE", "TIME") and when.start is None and when.end is None and when.span is not None:
            yield Flag(
                code=FlagCode.WHEN_UNRESOLVED,
                item=record.report.id,
                message=f"{when.words!r} at {when.span.start}-{when.span.end} fixes no day",
            )


def _places(record: Record) -> Iterator[Flag]:
    for place in record.places:
        if place.precision == "unresolved":
            message = f"{place.name!r} is in no gazetteer; it has no coordinates"
            yield Flag(code=FlagCode.PLACE_UNRESOLVED, item=place.id, message=message)
            continue
        near = [choice for choice in place.choices if _is_rival(choice, place)]
        if near:
            others = ", ".join(f"{choice.name} ({choice.country or '?'})" for choice in near[:3])
            message = f"{place.name!r} in {place.country or '?'} may as well be {others}"
            yield Flag(code=FlagCode.PLACE_AMBIGUOUS, item=place.id, message=message)


def _is_rival(choice: PlaceChoice, place: Place) -> bool:
    """Return whether a namesake scores about as high and lies elsewhere: a town and its district are no rivals."""
    if place.score is None or place.lat is None or place.lon is None or choice.score < _NEAR * place.score:
        return False
    return km(place.lat, place.lon, choice.lat, choice.lon) > _APART_KM


def _claims(record: Record) -> Iterator[Flag]:
    told: dict[str, Claim] = {}
    for claim in record.claims:
        if not claim.speakers:
            yield Flag(
                code=FlagCode.CLAIM_SPEAKER_MISSING,
                item=claim.id,
                message=f"nobody is named who says {_short(claim.content[0].words if claim.content else '')!r}",
            )
        said = _plain(" ".join(piece.words for piece in claim.content))
        if len(said.split()) < _LEAST_WORDS:
            continue
        earlier = next((other for words, other in told.items() if said in words or words in said), None)
        if earlier is not None and _same_speaker(claim, earlier) and earlier.id not in _over(claim, record):
            message = f"the same words as in {earlier.id}; one statement, told twice"
            yield Flag(code=FlagCode.CLAIM_REPEATED, item=claim.id, message=message)
        told.setdefault(said, claim)


def _over(claim: Claim, record: Record) -> set[str]:
    """Return the ids of the claims that `claim` is nested in."""
    parents = {other.id: other.parent for other in record.claims}
    found: set[str] = set()
    at = claim.parent
    while at is not None and at not in found:
        found.add(at)
        at = parents.get(at)
    return found


def _same_speaker(left: Claim, right: Claim) -> bool:
    mine, theirs = ({party.actor for party in claim.speakers} for claim in (left, right))
    return bool(mine & theirs - {None})


def _events(record: Record) -> Iterator[Flag]:
    published = record.report.published
    last = None if published is None else published.end
    for event in record.events:
        if event.when is None or (event.when.start is None and event.when.end is None):
            if event.modality == "asserted" and not event.background and event.acled is not None:
                missing = "in which year" if event.when and event.when.timex.value[5:6].isdigit() else "on which day"
                message = f"{event.words!r}: the report does not say {missing}"
                yield Flag(code=FlagCode.EVENT_UNDATED, item=event.id, message=message)
        elif last and event.modality == "asserted" and event.when.start and event.when.start[:10] > last[:10]:
            message = f"{event.words!r} is told as done on {event.when.start}, after publication on {last}"
            yield Flag(code=FlagCode.WHEN_AFTER_PUBLICATION, item=event.id, message=message)


def _figures(record: Record) -> Iterator[Flag]:
    by_id = {figure.id: figure for figure in record.figures}
    for figure in record.figures:
        if figure.low is None and figure.high is None:
            message = f"{figure.words!r} ({figure.hedge}) sets no bound on either side"
            yield Flag(code=FlagCode.FIGURE_UNBOUNDED, item=figure.id, message=message)
        whole = by_id.get(figure.part_of) if figure.part_of is not None else None
        if whole is not None and _exceeds(figure, whole):
            message = f"{figure.words!r} is told as a part of {whole.words!r}, which is less"
            yield Flag(code=FlagCode.FIGURE_PART_EXCEEDS_WHOLE, item=figure.id, message=message)


def _exceeds(part: Figure, whole: Figure) -> bool:
    most = whole.high if whole.high is not None else whole.value if whole.low is None else None
    least = part.low if part.low is not None else part.value
    return part.unit == whole.unit and most is not None and least is not None and least > most


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.lower()))


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= 60 else flat[:57] + "..."
