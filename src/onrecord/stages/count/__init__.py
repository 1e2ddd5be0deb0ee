"""How many, of whom, as the words bound it, and who says so.

"Meanwhile, at least 46 people were killed and more than 100 injured, the ministry said." gives two
figures: 46 people killed (46 or more) and 100 people injured (101 or more), both in the ministry's claim.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from onrecord.model.actor import Actor
from onrecord.model.claim import Claim
from onrecord.model.event import Event
from onrecord.model.figure import CountedOf, Figure
from onrecord.model.ids import FigureId, make_id
from onrecord.model.place import Place
from onrecord.model.reading import Reading
from onrecord.model.report import Passage, Report
from onrecord.model.when import When
from onrecord.stages.count.counted import nouns_of
from onrecord.stages.count.cues import cues_of
from onrecord.stages.count.draft import Draft
from onrecord.stages.count.line import Line, lines_of
from onrecord.stages.count.notcounts import is_masked, not_counts
from onrecord.stages.count.parts import part_of
from onrecord.stages.count.quantity import bounds, quantities
from onrecord.stages.count.scope import scope_of, scopes_of, since_of
from onrecord.stages.count.spot import spot
from onrecord.stages.count.tie import as_of_of, by_of, claim_of, counted_actor, event_id, event_of, notes_of, where_of

MAKER = "count/1"
Tables = Callable[[str], Mapping[str, Any]]
_SKIPPED = ("boilerplate", "byline")


def count(
    report: Report,
    passages: Sequence[Passage],
    reading: Reading,
    *,
    actors: Sequence[Actor],
    places: Sequence[Place],
    times: Sequence[When],
    claims: Sequence[Claim],
    events: Sequence[Event],
    vocab: Tables,
) -> tuple[Figure, ...]:
    """Return the figures of the report, in order of the text.

    Args:
        report: The report.
        passages: Its passages; those of kind `boilerplate` and `byline` are not counted in.
        reading: What the language model saw; a reading without trees will do, less well.
        actors: The actors, for whom a figure counts and who did it.
        places: The places.
        times: The time expressions.
        claims: The claims: a figure points to the innermost one around it.
        events: The events.
        vocab: Loads a word table by name (`onrecord.vocab.load.load_table`).
    """
    lines = lines_of(reading)
    drafts = _drafts(report.text, passages, lines, vocab)
    figures: list[Figure] = []
    for at, draft in enumerate(drafts):
        whole = part_of(drafts, at)
        figures.append(
            _figure(
                report,
                draft,
                lines,
                whole=None if whole is None else figures[whole].id,
                actors=actors,
                places=places,
                times=times,
                claims=claims,
                events=events,
                vocab=vocab,
            )
        )
    return tuple(figures)


def _drafts(text: str, passages: Sequence[Passage], lines: Sequence[Line], vocab: Tables) -> list[Draft]:
    nouns, hedges, harms, marks = nouns_of(vocab("counted")), vocab("hedges"), vocab("harms"), vocab("notcounts")
    drafts: list[Draft] = []
    for n_line, line in enumerate(lines):
        if line.passage < len(passages) and passages[line.passage].kind in _SKIPPED:
            continue
        sentence = line.span.of(text)
        masks = not_counts(sentence, marks)
        found = [q for q in quantities(sentence, hedges) if not is_masked(q.core, masks)]
        moved = [_moved(q, line.span.start) for q in found]
        drafts += spot(line, n_line, text, moved, nouns, cues_of(line, harms))
    return [_carried(drafts, at) for at in range(len(drafts))]


def _moved(quantity: Any, by: int) -> Any:
    from onrecord.model.span import Span

    span, core = quantity.span, quantity.core
    return replace(quantity, span=Span(span.start + by, span.end + by), core=Span(core.start + by, core.end + by))


def _carried(drafts: Sequence[Draft], at: int) -> Draft:
    """Return the draft with the counted words of the figure before it where its own sentence names none."""
    draft = drafts[at]
    if draft.words or draft.unit not in ("people", "households", "buildings"):
        return draft
    for other in range(at - 1, -1, -1):
        before = drafts[other]
        if draft.n_line - before.n_line > 3:
            break
        if before.words and before.unit == draft.unit:
            marks = before.counted
            counted = replace(draft.counted, status=marks.status, marks=marks.marks, unit=marks.unit)
            return replace(draft, words=before.words, counted=counted)
    if draft.governed is None:
        return draft
    cue = draft.governed.cue
    return replace(draft, words=" ".join(word.text for word in draft.line.words[cue.start : cue.end]))


def _figure(
    report: Report,
    draft: Draft,
    lines: Sequence[Line],
    *,
    whole: FigureId | None,
    actors: Sequence[Actor],
    places: Sequence[Place],
    times: Sequence[When],
    claims: Sequence[Claim],
    events: Sequence[Event],
    vocab: Tables,
) -> Figure:
    quantity = draft.quantity
    low, high = bounds(quantity, draft.unit)
    claim = claim_of(quantity.span, claims)
    event = event_of(draft, events)
    scope = scope_of(draft, report.text, scopes_of(vocab("scopes")))
    return Figure(
        id=FigureId(make_id("f", report.id, quantity.span.start, quantity.span.end)),
        span=quantity.span,
        words=quantity.span.of(report.text),
        value=quantity.value,
        low=low,
        high=high,
        hedge=quantity.hedge,
        unit=draft.unit,
        harm=draft.harm,
        of=CountedOf(
            words=draft.words,
            actor=counted_actor(draft, actors),
            status=draft.counted.status,
            women="women" in draft.counted.marks,
            children="children" in draft.counted.marks,
        ),
        by=by_of(draft, event, actors),
        scope=scope,
        since=since_of(draft, report.text, times) if scope in ("total", "period", "stock") else None,
        as_of=as_of_of(draft, claim, times) if scope in ("total", "stock") else None,
        where=where_of(draft, event, places, lines),
        event=event_id(event) if scope == "event" else None,
        claim=None if claim is None else claim.id,
        part_of=whole,
        notes=notes_of(draft, lines, report.text, vocab("figure_notes"), draft.harm),
    )
