"""When does the report say things happened?

"Strikes on Wednesday killed ..., a day after ..., since October 7" gives three times: the report's
own Wednesday, the day before, and everything from 7 October on.
"""

from collections.abc import Sequence
from datetime import date

from onrecord.model.reading import Reading
from onrecord.model.report import Passage, Report
from onrecord.model.span import Span
from onrecord.model.when import Timex, When
from onrecord.stages.when.history import tells_history
from onrecord.stages.when.lexer import Line, read_line
from onrecord.stages.when.meaning import Calendar, Spotted
from onrecord.stages.when.resolve import Resolver
from onrecord.stages.when.spot import Grammar, grammar_of
from onrecord.stages.when.stretch import Bounds, stretch
from onrecord.stages.when.tense import direction_at
from onrecord.stages.when.timeline import Resolved
from onrecord.stages.when.write import bounds_of, edtf_of, interval_edtf, mod_of, precision_of, value_of

MAKER = "when/1"

__all__ = ["MAKER", "find_times"]


def find_times(
    report: Report, passages: Sequence[Passage], reading: Reading | None = None, *, grammar: Grammar | None = None
) -> tuple[When, ...]:
    """Return every time expression of the report, in order of the text.

    A time whose year or day neither the words, the text around nor the publication date gives
    keeps its TIMEX3 value with `X` in it and has no bounds. Works without a reading, from words alone.

    Args:
        report: The report; `report.published` is what relative times count from.
        passages: Its passages. Only words inside them are read.
        reading: What the language model read: its verbs say whether "Friday" is gone or to come.
        grammar: The rules over another word table than the package's own.
    """
    grammar = grammar or grammar_of("times")
    lines = [read_line(report.text, p.span.start, p.span.end, lexicon=grammar.lexicon) for p in passages]
    spotted = [grammar.spot(line) for line in lines]
    published = published_day(report.published)
    is_history = tells_history((item for items in spotted for item in items), published)
    resolver = Resolver(published, is_history)
    starts = [word.span.start for word in reading.words] if reading is not None else []
    found: list[When] = []
    for line, items in zip(lines, spotted, strict=True):
        directions = [_direction(line, item, reading, starts) for item in items]
        found += _of_passage(report.text, line, items, directions, resolver=resolver)
    return tuple(found)


def published_day(published: When | None) -> date | None:
    """Return the day a report was published on, `None` where it is not known to the day."""
    if published is None or published.start is None or published.precision in ("month", "season", "year", "longer"):
        return None
    return date.fromisoformat(published.start[:10])


def _direction(line: Line, item: Spotted, reading: Reading | None, starts: Sequence[int]) -> int:
    """Return which way the verb points, asked only of a calendar place that leaves its year open."""
    needs_tense = isinstance(item.meaning, Calendar) and item.meaning.year is None and item.meaning.step is None
    return direction_at(line, item.first, item.last, reading, starts) if needs_tense else 0


def _of_passage(
    text: str, line: Line, items: Sequence[Spotted], directions: Sequence[int], *, resolver: Resolver
) -> list[When]:
    resolved = []
    for item, direction in zip(items, directions, strict=True):
        result = resolver.resolve(item.meaning, direction=direction)
        resolved.append(result)
        if result.moment is not None:
            resolver.timeline.move(result.moment)
    bounds = stretch(line, items, [_bounds(result) for result in resolved])
    return [_when(text, item, result, bound) for item, result, bound in zip(items, resolved, bounds, strict=True)]


def _bounds(result: Resolved) -> Bounds:
    if result.moment is None:
        return Bounds(result.start, result.end)
    return Bounds(*bounds_of(result.moment, result.mod))


def _when(text: str, item: Spotted, result: Resolved, bounds: Bounds) -> When:
    moment = result.moment
    if moment is not None and not bounds.is_bent:
        edtf = edtf_of(moment, result.mod, approximate=result.approximate)
    else:
        edtf = interval_edtf(bounds.start, bounds.end, approximate=result.approximate)
    return When(
        span=Span(item.start, item.end),
        words=text[item.start : item.end],
        start=bounds.start,
        end=bounds.end,
        precision=precision_of(moment) if moment is not None else "longer",
        edtf=edtf,
        timex=Timex(
            type=result.type,
            value=value_of(moment) if moment is not None else result.value or "XXXX",
            mod=mod_of(result.mod),
        ),
        basis=result.basis,
        approximate=result.approximate,
    )
