"""When does the report say things happened?

"Strikes on Wednesday killed ..., a day after ..., since October 7" gives three times: the report's
own Wednesday, the day before, and everything from 7 October on.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from onrecord.model.reading import Reading
from onrecord.model.report import Passage, Report
from onrecord.model.span import Span
from onrecord.model.when import Timex, When
from onrecord.stages.when.asides import asides
from onrecord.stages.when.event_dates import dated_by
from onrecord.stages.when.history import goes_on_from, tells_history
from onrecord.stages.when.lexer import Line, read_line
from onrecord.stages.when.meaning import Calendar, Spotted
from onrecord.stages.when.moment import Moment, first_day
from onrecord.stages.when.resolve import Resolver
from onrecord.stages.when.spot import Grammar, grammar_of
from onrecord.stages.when.stretch import Bounds, are_joined, stretch, with_shared_date
from onrecord.stages.when.tense import direction_at
from onrecord.stages.when.timeline import Resolved
from onrecord.stages.when.told import Key, told_days
from onrecord.stages.when.write import bounds_of, edtf_of, interval_edtf, mod_of, precision_of, value_of
from onrecord.stages.when.zones import local, local_clock, local_day, zone_called

MAKER = "when/6"

__all__ = ["MAKER", "find_times"]


def find_times(
    report: Report,
    passages: Sequence[Passage],
    reading: Reading | None = None,
    *,
    zone: str | None = None,
    country: str | None = None,
    grammar: Grammar | None = None,
) -> tuple[When, ...]:
    """Return every time expression of the report, in order of the text.

    A time whose year or day neither the words, the text around nor the publication date gives
    keeps its TIMEX3 value with `X` in it and has no bounds. Works without a reading, from words alone.

    Args:
        report: The report; `report.published` is what relative times count from.
        passages: Its passages. Only words inside them are read.
        reading: What the language model read: its verbs say whether "Friday" is gone or to come.
        zone: Time zone (IANA name) of the place the report tells of: date-times that name no zone get its offset,
            and "today" is that place's day.
        country: ISO code of the country the report tells of: it gives "the rainy season" its months.
        grammar: The rules over another word table than the package's own.
    """
    grammar = grammar or grammar_of("times")
    lines = [read_line(report.text, p.span.start, p.span.end, lexicon=grammar.lexicon) for p in passages]
    spotted = [grammar.spot(line) for line in lines]
    clock = zone_called(zone)
    published = published_day(report.published, zone=clock)
    is_history = tells_history((item for items in spotted for item in items), published)
    starts = [word.span.start for word in reading.words] if reading is not None else []
    directions = [
        [_direction(line, item, reading, starts) for item in items] for line, items in zip(lines, spotted, strict=True)
    ]
    read = _read(lines, spotted, directions, {}, resolver=Resolver(published, is_history, country))
    is_news = published is None or not is_history
    told = told_days(lines, spotted, [passage.resolved for passage in read]) if is_news else {}
    if told:
        read = _read(lines, spotted, directions, told, resolver=Resolver(published, is_history, country))
    return tuple(when for passage in read for when in passage.written(report.text, clock))


def _read(
    lines: Sequence[Line],
    spotted: Sequence[Sequence[Spotted]],
    directions: Sequence[Sequence[int]],
    told: Mapping[Key, Moment],
    *,
    resolver: Resolver,
) -> list["_Passage"]:
    """Resolve the times of all passages in order; `told` are the days of events that times are counted from."""
    passing = asides([item for items in spotted for item in items])
    read: list[_Passage] = []
    n_before = 0
    for n, (line, items) in enumerate(zip(lines, spotted, strict=True)):
        in_passing = [n_before + k in passing for k in range(len(items))]
        days = [told.get((n, k)) for k in range(len(items))]
        read.append(_of_passage(line, items, directions[n], in_passing, days, resolver=resolver))
        n_before += len(items)
    return read


def published_day(published: When | None, *, zone: ZoneInfo | None = None) -> date | None:
    """Return the day a report was published on, `None` where it is not known to the day."""
    if published is None or published.start is None or published.precision in ("month", "season", "year", "longer"):
        return None
    return local_day(published.start, zone)


def _direction(line: Line, item: Spotted, reading: Reading | None, starts: Sequence[int]) -> int:
    """Return which way the verb points, asked only of a calendar place that leaves its year open."""
    needs_tense = isinstance(item.meaning, Calendar) and item.meaning.year is None and item.meaning.step is None
    return direction_at(line, item.first, item.last, reading, starts) if needs_tense else 0


def _of_passage(
    line: Line,
    items: Sequence[Spotted],
    directions: Sequence[int],
    in_passing: Sequence[bool],
    told: Sequence[Moment | None],
    *,
    resolver: Resolver,
) -> "_Passage":
    resolved: list[Resolved] = []
    story: Moment | None = None
    for at, item in enumerate(items):
        dated = dated_by(line, items, at)
        event = told[at] if dated is None else resolver.resolve(dated.meaning, direction=-1).moment
        if event is not None and _is_yet_to_come(item, event, resolver):
            event = None
        left = resolved[-1].moment if at and are_joined(line, items[at - 1], item) else None
        meaning = with_shared_date(line, items, at)
        result = resolver.resolve(meaning, direction=directions[at], event=event, not_before=left, story=story)
        resolved.append(result)
        story = goes_on_from(item.meaning, result, story, resolver.published)
        is_compared = at > 0 and item.first > 0 and line.tokens[item.first - 1].text.lower() == "since"
        if result.moment is not None and not in_passing[at] and not is_compared:  # "the deadliest attack since 2015"
            resolver.timeline.move(result.moment)
    bounds = stretch(line, items, [_bounds(result) for result in resolved])
    bounds = [_so_far(line, item, bound, resolver.published) for item, bound in zip(items, bounds, strict=True)]
    return _Passage(items, resolved, bounds)


def _is_yet_to_come(item: Spotted, event: Moment, resolver: Resolver) -> bool:
    """Return whether counting from an event of the past leads past the publication: then another is meant."""
    if resolver.published is None:
        return False
    counted = resolver.resolve(item.meaning, direction=0, event=event).moment
    day, told = None if counted is None else first_day(counted), first_day(event)
    return day is not None and told is not None and told <= resolver.published < day


def _bounds(result: Resolved) -> Bounds:
    if result.moment is None or result.start is not None:
        return Bounds(result.start, result.end, is_bent=result.moment is not None)
    return Bounds(*bounds_of(result.moment, result.mod))


def _so_far(line: Line, item: Spotted, bounds: Bounds, published: date | None) -> Bounds:
    """Return the bounds of "this year" cut at the day of publication after "so far"."""
    before = [token.text.lower() for token in line.tokens[max(0, item.first - 2) : item.first]]
    if before != ["so", "far"] or published is None or bounds.start is None or bounds.end is None:
        return bounds
    if not bounds.start <= published.isoformat() <= bounds.end:
        return bounds
    return Bounds(bounds.start, published.isoformat(), is_bent=True)


@dataclass(frozen=True, slots=True)
class _Passage:
    items: Sequence[Spotted]
    resolved: Sequence[Resolved]
    bounds: Sequence[Bounds]

    def written(self, text: str, zone: ZoneInfo | None) -> list[When]:
        """Return the times as the record keeps them."""
        return [
            _when(text, item, result, bounds, zone)
            for item, result, bounds in zip(self.items, self.resolved, self.bounds, strict=True)
        ]


def _when(text: str, item: Spotted, result: Resolved, bounds: Bounds, zone: ZoneInfo | None) -> When:
    moment = result.moment
    start, end = local(bounds.start, zone), local(bounds.end, zone)
    is_named = result.moment is None and result.precision == "season" and result.mod is None
    edtf = interval_edtf(bounds.start, bounds.end, approximate=result.approximate, by_month=is_named)
    if moment is not None and not bounds.is_bent:
        edtf = edtf_of(moment, result.mod, approximate=result.approximate)
        edtf = local_clock(edtf, zone) if moment.level == "clock" else edtf
    value = value_of(moment) if moment is not None else result.value or "XXXX"
    precision = result.precision or (precision_of(moment) if moment is not None else "longer")
    return When(
        span=Span(item.start, item.end),
        words=text[item.start : item.end],
        start=start,
        end=end,
        precision=precision,
        edtf=edtf,
        timex=Timex(type=result.type, value=value, mod=mod_of(result.mod)),
        basis=result.basis,
        approximate=result.approximate,
    )
