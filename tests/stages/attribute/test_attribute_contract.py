"""What holds for the claims of any text: exact words, one claim for each cue, parents that are there, the same twice."""

from copy import deepcopy

import pytest

from builders import report_of, shipped_reader
from onrecord.model.claim import Claim
from onrecord.model.report import Report
from onrecord.stages.attribute import attribute
from onrecord.stages.segment import segment
from onrecord.stages.spot import spot_actors

TEXTS = [
    (
        "report",
        "Nine dead as shells hit ferry, officials say\n\nNine people died when shells hit a ferry near Kherson, the "
        "governor, Taras Holub, said on Monday. “We are still searching,” he told reporters. “The river is cold.”\n\n"
        "“It is a crime.”\n\nMoscow denied it and accused Kyiv of firing on its own people. Neither claim could be "
        "verified.\n\nRescuers said the captain had told them that 60 people were aboard, without giving details.",
    ),
    (
        "capitals",
        "SAN LORENZO, 3 MAY 89 -- A MILITARY SPOKESMAN SAID TODAY THAT FIVE GUERRILLAS WERE KILLED.\n"
        '"THE ARMY WILL NOT REST," HE ADDED. ACCORDING TO RADIO NORTE, TWO SOLDIERS DIED.',
    ),
    ("broken-marks", "'We will stay,” Omar Latif said. “They came at night. 'Nobody slept,' she added."),
    ("odd-characters", "“Ночью они пришли,” she said.\u200b Then… 😀 the army said 3 000 had fled — “all of them”."),
    ("no-words", "— … —"),
    ("own-text", "The United States condemns the attack in Hasaka. We call on all sides to stop. We remain committed."),
    ("transcript", "General Ortega: “How many?”\n\nColonel Ruiz: “Nine.”\n\nThe meeting ended at noon."),
]


def read_through(text: str) -> tuple[Report, tuple[Claim, ...]]:
    report = report_of(text)
    passages = segment(report)
    reading = shipped_reader().read(report, passages)
    actors = spot_actors(report, passages, reading)
    before = deepcopy((report, passages, reading, actors))
    claims = attribute(report, passages, reading, actors=actors)
    assert (report, passages, reading, actors) == before
    return report, claims


any_text = pytest.mark.parametrize("text", [pytest.param(row[1], id=row[0]) for row in TEXTS])


@any_text
def test_attribute_quotes_exactly(text: str) -> None:
    report, claims = read_through(text)
    for claim in claims:
        quotes = [*claim.content, *claim.speakers, *claim.told, *claim.notes, *([claim.cue] if claim.cue else [])]
        assert all(quote.words == quote.span.of(report.text) for quote in quotes)


@any_text
def test_attribute_gives_the_same_claims_twice(text: str) -> None:
    assert read_through(text)[1] == read_through(text)[1]


@any_text
def test_attribute_gives_each_cue_one_claim(text: str) -> None:
    _, claims = read_through(text)
    cues = [claim.cue.span for claim in claims if claim.cue is not None]
    assert len(cues) == len(set(cues))
    assert len({claim.id for claim in claims}) == len(claims)


@any_text
def test_attribute_gives_claims_in_order_of_the_text(text: str) -> None:
    _, claims = read_through(text)
    starts = [min(q.span.start for q in (*c.content, *([c.cue] if c.cue else []))) for c in claims]
    assert starts == sorted(starts)


@any_text
def test_attribute_keeps_cue_and_speaker_out_of_the_content(text: str) -> None:
    _, claims = read_through(text)
    for claim in claims:
        own = [*([claim.cue] if claim.cue else []), *claim.speakers]
        same_sentence = [part for part in own if claim.cue is not None]
        assert not any(part.span.overlaps(quote.span) for part in same_sentence for quote in claim.content)


@any_text
def test_attribute_puts_a_claim_inside_its_parent(text: str) -> None:
    _, claims = read_through(text)
    known = {claim.id: claim for claim in claims}
    for claim in claims:
        if claim.parent is not None:
            assert any(quote.span.overlaps(claim.content[0].span) for quote in known[claim.parent].content)
            assert claim.parent != claim.id


@any_text
def test_attribute_ends_a_content_where_its_words_end(text: str) -> None:
    _, claims = read_through(text)
    for quote in (quote for claim in claims for quote in claim.content):
        assert quote.words == quote.words.strip(" ,;\n")
