"""Attribute: who is made to say what, by which words, and on what ground?

'Colonel Sesay said on Monday that 12 rebels had been killed, without giving details' comes out as
one claim: speaker `Colonel Sesay`, cue `said`, content `that 12 rebels had been killed`, indirect,
said on Monday, with the note `detail.none-given`.
"""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model.actor import Actor, ActorIndex
from onrecord.model.claim import Claim
from onrecord.model.reading import Reading
from onrecord.model.report import Passage, Report
from onrecord.model.when import When
from onrecord.stages.attribute.build import Ground, claims_of
from onrecord.stages.attribute.choose import Choice, chosen
from onrecord.stages.attribute.cues import CueVocab, cue_vocab
from onrecord.stages.attribute.direct import announced, cue_of, going_on, introductions, with_quotes, words_in
from onrecord.stages.attribute.edges import edged
from onrecord.stages.attribute.frames import by_frames, joined
from onrecord.stages.attribute.grammar import by_grammar
from onrecord.stages.attribute.headings import without_toll_heads
from onrecord.stages.attribute.hearers import heard
from onrecord.stages.attribute.layout import by_layout, coloned, without_twins
from onrecord.stages.attribute.quotes import quoted
from onrecord.stages.attribute.saying import Saying, numbers
from onrecord.stages.attribute.sources import source_of, whole_sources
from onrecord.stages.attribute.speakers import issuer_of, signatory, titled
from onrecord.stages.attribute.surface import as_told, asides, cited, parted, turned
from onrecord.stages.attribute.turns import answering, carried_on, interview_answers, without_questions

MAKER = "attribute/11"


def attribute(
    report: Report,
    passages: Sequence[Passage],
    reading: Reading,
    *,
    actors: Sequence[Actor] = (),
    times: Sequence[When] = (),
    vocab: CueVocab | None = None,
) -> tuple[Claim, ...]:
    """Return the claims of `report` in order of the text; what nobody is made to say is left out.

    Args:
        report: The report.
        passages: Its passages; a caption makes a claim only where it quotes somebody.
        reading: What the language model saw: its attribution frames come first, its trees fill in.
        actors: Who the speakers may be.
        times: When they may have spoken.
        vocab: Words that show speech; the package's own when not given.
    """
    vocab = cue_vocab() if vocab is None else vocab
    quotes = {at: quoted(report, passage) for at, passage in enumerate(passages)}
    inside = {n for spans in quotes.values() for span in spans for n in words_in(reading, span)}
    sayings = joined(reading, by_frames(reading, inside, vocab=vocab), by_grammar(reading, vocab=vocab), inside)
    sayings = turned(reading, [saying for saying in sayings if saying.content and _is_said(saying, inside)], inside)
    sayings = cited(reading, sayings, vocab=vocab)
    sayings += asides(reading, sayings, vocab=vocab)
    headlines = frozenset(at for at, passage in enumerate(passages) if passage.kind == "headline")
    sayings = parted(reading, sayings, vocab=vocab)
    sayings = as_told(reading, edged(reading, sayings, inside, openers=vocab.openers, headlines=headlines))
    sayings = coloned(reading, passages, with_quotes(reading, sayings, quotes))
    sayings = heard(reading, sayings, vocab=vocab)
    intros = _introduced(report, passages, reading, sayings, vocab=vocab)
    set_out = announced(report, reading, passages, sayings, intros)
    opened = {saying.passage for saying in intros if any(other.cue == saying.cue for other in set_out)}
    sayings = [
        saying for saying in sayings if saying.passage not in opened or (saying.content and _keeps(saying, intros))
    ]
    index = ActorIndex(actors)
    sayings = [*without_questions(reading, sayings), *set_out, *by_layout(report, passages, reading, index, quotes)]
    sayings = without_toll_heads(reading, sayings, index)
    sayings += interview_answers(report, passages, reading, inside)
    sayings += carried_on(passages, reading, sayings)
    sayings += going_on(report, reading, passages, sayings, quotes)
    issuer = signatory(report, index) or titled(report, index) or issuer_of(reading, index, verbs=vocab.own_voice)
    choice = Choice(
        reading=reading, passages=passages, quotes=quotes, quoted=inside, index=index, issuer=issuer, vocab=vocab
    )
    sayings = without_twins(report, reading, passages, chosen(sayings, choice))
    ground = Ground(
        report=report, passages=passages, reading=reading, actors=actors, times=times, quotes=quotes, issuer=issuer,
        answering=answering(reading, passages, index),
    )  # fmt: skip
    return claims_of(sayings, ground)


def _is_said(saying: Saying, quoted: set[int]) -> bool:
    """Return whether a cue, a speaker or quotation marks show that somebody says it."""
    return saying.cue is not None or bool(saying.sources) or bool(numbers(saying.content) & quoted)


def _keeps(saying: Saying, intros: Sequence[Saying]) -> bool:
    return not any(saying.cue == intro.cue for intro in intros)


def _introduced(
    report: Report, passages: Sequence[Passage], reading: Reading, sayings: Sequence[Saying], *, vocab: CueVocab
) -> list[Saying]:
    """Return one saying, its content still open, for each passage that ends in "X said:"."""
    found = []
    for at, number in introductions(reading, passages, report, verbs=vocab.verbs):
        known = next((other for other in sayings if other.head == number and other.sources), None)
        saying = Saying(
            passage=at, head=number, cue=cue_of(number), sources=known.sources if known else source_of(reading, number),
            content=(), act=vocab.act(reading, number, number + 1), is_direct=True,
        )  # fmt: skip
        found.append(replace(saying, sources=whole_sources(reading, saying)))
    return found
