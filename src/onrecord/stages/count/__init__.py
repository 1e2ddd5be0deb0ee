"""How many, of whom, as the words bound it, and who says so.

"At least 12 villagers died and over 30 were hurt, the governor said." gives two figures: 12 villagers
killed (12 or more) and 30 injured (31 or more), both in the governor's claim.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.model.actor import Actor
from onrecord.model.claim import Claim
from onrecord.model.event import Event
from onrecord.model.figure import CountedOf, Figure, Harm
from onrecord.model.ids import FigureId, make_id
from onrecord.model.place import Place
from onrecord.model.reading import Reading
from onrecord.model.report import Passage, Report
from onrecord.model.span import Span
from onrecord.model.when import When
from onrecord.stages.count.around import Around
from onrecord.stages.count.carry import carried
from onrecord.stages.count.doer import by_of
from onrecord.stages.count.draft import Draft
from onrecord.stages.count.headline import as_in_text
from onrecord.stages.count.lexicon import Lexicon, Tables, lexicon_of
from onrecord.stages.count.line import Line, lines_of
from onrecord.stages.count.notcounts import is_masked, not_counts
from onrecord.stages.count.parts import part_of
from onrecord.stages.count.quantity import Quantity, bounds, quantities
from onrecord.stages.count.scope import scope_of, since_note, since_of
from onrecord.stages.count.spot import spot
from onrecord.stages.count.tabled import tabled
from onrecord.stages.count.them import also_freed, told_as_loss, told_here
from onrecord.stages.count.tie import as_of, claim_of, counted_actor, event_of, notes_of, where_of

MAKER = "count/10"
_NUMBERED = ("location", "facility")
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
        passages: Its passages; nothing is counted in those of kind `boilerplate` and `byline`.
        reading: What the language model saw; a reading without trees will do, less well.
        actors: The actors, for whom a figure counts and who did it.
        places: The places.
        times: The time expressions; a number inside one is no count.
        claims: The claims: a figure points to the innermost one around it.
        events: The events.
        vocab: Loads a word table by name (`onrecord.vocab.load.load_table`).
    """
    lines = lines_of(reading)
    lexicon = lexicon_of(vocab)
    around = Around(
        text=report.text, lines=lines, actors=actors, places=places, times=times, claims=claims, events=events
    )
    drafts = carried(_with_them(_drafts(passages, around, reading, lexicon), lexicon))
    taken = [draft.quantity.span for draft in drafts]
    in_tables = tabled(passages, lines, report.text, lexicon)
    drafts += [draft for draft in in_tables if not any(draft.quantity.span.overlaps(span) for span in taken)]
    drafts.sort(key=lambda draft: draft.quantity.span)
    around = replace(around, counting=frozenset(draft.n_line for draft in drafts))
    figures: list[Figure] = []
    for at, draft in enumerate(drafts):
        whole = draft.part_of
        if whole is None and not draft.is_in_table:
            before = part_of(drafts, at)
            whole = None if before is None else drafts[before].quantity.span
        beside = [other for other in drafts if other.n_line == draft.n_line]
        figures.append(
            _figure(report, draft, beside, around, lexicon, whole=None if whole is None else _id(report, whole))
        )
    return tuple(as_in_text(tuple(_with_harm_of_whole(figures)), passages))


def _harm(draft: Draft) -> Harm:
    """Return the harm the words tell; what is done to things is not done to people ("11 were buried").

    Nor is what is done to people done to things ("47 rifles were seized").
    """
    not_done: tuple[Harm, ...] = ()
    if draft.unit in ("people", "households"):
        not_done = ("damaged", "destroyed")
    elif draft.unit in ("vehicles", "buildings", "other"):
        not_done = ("held", "detained", "released")
    return "other" if draft.harm in not_done else draft.harm


def _with_harm_of_whole(figures: Sequence[Figure]) -> Iterator[Figure]:
    """Give the figures; a part whose words name no harm has that of its whole: "11 bodies, four of them children"."""
    harms = {figure.id: figure.harm for figure in figures}
    for figure in figures:
        is_open = figure.harm == "other" and figure.part_of is not None and figure.unit == "people"
        if is_open and figure.part_of in harms:
            harms[figure.id] = harms[figure.part_of]
        yield replace(figure, harm=harms[figure.id])


def _id(report: Report, span: Span) -> FigureId:
    return FigureId(make_id("f", report.id, span.start, span.end))


def _drafts(passages: Sequence[Passage], around: Around, reading: Reading, lexicon: Lexicon) -> list[Draft]:
    none = [when.span for when in around.times if when.span is not None]
    none += _names(reading)
    drafts: list[Draft] = []
    for n_line, line in enumerate(around.lines):
        if line.passage < len(passages) and passages[line.passage].kind in _SKIPPED:
            continue
        drafts += spot(line, n_line, around.text, _unmasked(line, around.text, none, lexicon), lexicon)
    speaking = [party.span for claim in around.claims for party in (*claim.speakers, *claim.told)]
    return [draft for draft in drafts if not any(_only_speaks(draft, span) for span in speaking)]


def _with_them(drafts: Sequence[Draft], lexicon: Lexicon) -> list[Draft]:
    """Return the drafts, those of "12 of them" and "suffered two dead" with whom their own sentence names so."""
    out: list[Draft] = []
    for at, draft in enumerate(drafts):
        counted = told_here(drafts, at, lexicon.nouns) or told_as_loss(draft, lexicon.nouns)
        if counted is not None:
            words = draft.line.words[counted.start].text
            draft = replace(draft, counted=counted, words=words, unit="people")
        if also_freed(drafts, at):
            draft = replace(draft, harm="released")
        out.append(draft)
    return out


def _only_speaks(draft: Draft, speaker: Span) -> bool:
    """Return whether the counted are those who speak: not so in "a guard at the hall where two were killed said"."""
    if not speaker.covers(draft.quantity.span):
        return False
    cue = None if draft.governed is None else draft.governed.cue
    return cue is None or not speaker.covers(draft.line.span_of(cue.start, cue.end))


def _names(reading: Reading) -> Iterator[Span]:
    """Give where names stand that a number is a part of: "Four Hills", "KHOU 11 News"."""
    for name in reading.names:
        words = reading.words[name.start : name.end]
        if name.kind in _NUMBERED and words[0].text[:1].isupper() and not words[-1].text.isupper():
            yield Span(words[0].span.start, words[-1].span.end)


def _unmasked(line: Line, text: str, none: Sequence[Span], lexicon: Lexicon) -> list[Quantity]:
    """Return the quantities of a line without those that count nobody; nothing is counted at `none`."""
    sentence, start = line.span.of(text), line.span.start
    masks = (*not_counts(sentence, lexicon.masks, by=start), *(span for span in none if span.overlaps(line.span)))
    return [found for found in quantities(sentence, lexicon.hedges, by=start) if not is_masked(found.core, masks)]


def _figure(
    report: Report, draft: Draft, beside: Sequence[Draft], around: Around, lexicon: Lexicon, *, whole: FigureId | None
) -> Figure:
    quantity = draft.quantity
    low, high = bounds(quantity, draft.unit)
    claim = claim_of(quantity.span, around.claims)
    event = event_of(draft, around)
    scope, scoped = scope_of(draft, report.text, lexicon.scopes), draft
    if scope == "event" and draft.restates is not None:
        scope, scoped = scope_of(draft.restates, report.text, lexicon.scopes), draft.restates
    since = since_of(scoped, report.text, around.times) if scope in ("total", "period", "stock") else None
    notes = notes_of(draft, beside, around, lexicon)
    if since is None and scope in ("total", "period") and (note := since_note(scoped, report.text)) is not None:
        notes = (*notes, note)
    return Figure(
        id=_id(report, quantity.span),
        span=quantity.span,
        words=quantity.span.of(report.text),
        value=quantity.value,
        low=low,
        high=high,
        hedge=quantity.hedge,
        unit=draft.unit,
        harm=_harm(draft),
        of=CountedOf(
            words=draft.words,
            actor=counted_actor(draft, around),
            status=draft.counted.status,
            women="women" in draft.counted.marks,
            children="children" in draft.counted.marks,
        ),
        by=by_of(draft, event, around),
        scope=scope,
        since=since,
        as_of=as_of(draft, beside, claim, around) if scope in ("total", "stock") else None,
        where=where_of(draft, event, around),
        event=None if event is None or scope != "event" else event.same_as or event.id,
        claim=None if claim is None else claim.id,
        part_of=whole,
        notes=notes,
    )
