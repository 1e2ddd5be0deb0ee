"""Check: flags on records made by hand."""

from dataclasses import replace
from typing import Any

import pytest

from builders import day, only, passages_of, report_of, span_of
from onrecord.model.claim import Claim, Party, Quote
from onrecord.model.event import AcledCode, Event, EventCode
from onrecord.model.figure import CountedOf, Figure
from onrecord.model.flag import Flag, FlagCode
from onrecord.model.ids import ActorId, ClaimId, EventId, FigureId, PlaceId
from onrecord.model.place import Place, PlaceChoice
from onrecord.model.record import MadeBy, Record
from onrecord.model.when import Timex, When
from onrecord.stages.check import check

_TEXT = 'Rebels seized Orvane. "Three of the five dead are children," Mira Sand said. "We counted five dead," she said.'


def record_of(text: str = _TEXT, *, published: str | None = "2024-03-01", **tables: Any) -> Record:
    report = report_of(text, published=published)
    empty: dict[str, Any] = dict.fromkeys(("actors", "places", "times", "claims", "events", "figures", "flags"), ())
    made_by = MadeBy(onrecord="0", reader="by hand")
    return Record(made_by=made_by, report=report, passages=passages_of(report), **{**empty, **tables})


def figure(words: str, low: int | None, high: int | None, **fields: Any) -> Figure:
    of = CountedOf(words="people", actor=None, status="unstated", women=False, children=False)
    empty: dict[str, Any] = dict.fromkeys(("by", "since", "as_of", "event", "claim", "part_of"))
    known = {"value": low, "hedge": "exact", "unit": "people", "harm": "killed", "scope": "event", "where": ()}
    made = {**empty, **known, "notes": (), "of": of, **fields}
    return Figure(id=FigureId(f"f-{words}"), span=span_of(_TEXT, words), words=words, low=low, high=high, **made)


def event(words: str, when: When | None, **fields: Any) -> Event:
    known: dict[str, Any] = {
        "acting": (), "affected": (), "others": (), "where": (), "stage": "accomplished", "modality": "asserted",
        "claim": None, "same_as": None, "plover": None,
        "acled": AcledCode(event_type="Battles", sub_event_type="Armed clash"),
    }  # fmt: skip
    made = {**known, **fields}
    type_ = EventCode("territory_taken")
    return Event(id=EventId(f"ev-{words}"), type=type_, span=span_of(_TEXT, words), words=words, when=when, **made)


def claim(words: str, *, by: str | None, number: int = 0, **fields: Any) -> Claim:
    span = span_of(_TEXT, words)
    speakers = () if by is None else (Party(actor=ActorId(by), span=span_of(_TEXT, "Mira"), words="Mira"),)
    content = (Quote(span=span, words=words),)
    known: dict[str, Any] = {"cue": None, "mode": "direct", "act": "say", "said": None, "told": (), "parent": None}
    made = {**known, "notes": (), **fields}
    return Claim(id=ClaimId(f"c-{number}-{span.start}"), speakers=speakers, content=content, **made)


def place(**fields: Any) -> Place:
    known: dict[str, Any] = {
        "id": PlaceId("pl-1"), "name": "Orvane", "kind": "town", "country": "SD", "lat": 1.0, "lon": 2.0,
        "geonames": None, "within": (), "precision": "town", "mentions": (span_of(_TEXT, "Orvane"),), "score": 2.0,
    }  # fmt: skip
    return Place(**{**known, **fields})


def codes(record: Record) -> list[FlagCode]:
    return [flag.code for flag in check(record)]


def test_a_plain_record_has_no_flags() -> None:
    assert check(record_of(figures=(figure("Three", 3, 3),), events=(event("seized", day("2024-02-29")),))) == ()


def test_a_report_without_a_day_is_flagged() -> None:
    assert only(check(record_of(published=None))).code == FlagCode.REPORT_UNDATED


def test_a_report_in_another_language_is_flagged() -> None:
    record = record_of()
    record = replace(record, report=replace(record.report, language="fr"))
    assert codes(record) == [FlagCode.REPORT_LANGUAGE]


@pytest.mark.parametrize(
    ("text", "is_flagged"),
    [
        pytest.param("“We left,” she said.", False, id="paired"),
        pytest.param("“We left,” he said. “They “fled” too.”", False, id="nested alike"),
        pytest.param("'We will go on to the end,” the minister said.", True, id="single closed by double"),
        pytest.param("We left,” she said.", True, id="closed but never opened"),
        pytest.param("“We left. It goes on in the next paragraph.", False, id="left open over paragraphs"),
        pytest.param("“They said ‘no’ to us,” she said.", False, id="nested single"),
        pytest.param("The rebels' camp and the army's post burned.", False, id="apostrophes"),
        pytest.param("'We left,' he said; the soldiers' trucks followed.", False, id="single and apostrophe"),
        pytest.param("Don't say it's over, don’t say it’s lost.", False, id="contractions"),
        pytest.param("Er sagte „wir gehen“ und ging.", False, id="German"),
        pytest.param("Il a dit « nous partons » hier.", False, id="French"),
    ],
)
def test_quotation_marks_that_do_not_pair_are_flagged(text: str, is_flagged: bool) -> None:
    assert (FlagCode.QUOTE_MARKS_MISMATCHED in codes(record_of(text))) is is_flagged


def test_a_time_that_fixes_no_day_is_flagged_with_its_words() -> None:
    span = span_of(_TEXT, "five")
    timex = Timex(type="DATE", value="XXXX-WXX-3")
    when = When(span=span, words="five", start=None, end=None, precision="day", edtf=None, timex=timex, basis="context")
    flag = only(check(record_of(times=(when,))))
    assert flag.code == FlagCode.WHEN_UNRESOLVED
    assert "'five'" in flag.message


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param({}, [], id="sure"),
        pytest.param(
            {"precision": "unresolved", "lat": None, "lon": None}, [FlagCode.PLACE_UNRESOLVED], id="unresolved"
        ),
        pytest.param({"choices": ("near",)}, [FlagCode.PLACE_AMBIGUOUS], id="a namesake as likely"),
        pytest.param({"choices": ("far",)}, [], id="a namesake far behind"),
        pytest.param({"choices": ("beside",)}, [], id="the town's own district"),
    ],
)
def test_places_that_may_be_elsewhere_are_flagged(fields: dict[str, Any], expected: list[FlagCode]) -> None:
    scores = {"near": 1.9, "far": 0.5, "beside": 2.0}
    choices = tuple(
        PlaceChoice(
            name="Orvane", country="TD", geonames=None, lat=1.1 if name == "beside" else 9, lon=2, score=scores[name]
        )
        for name in fields.get("choices", ())
    )
    assert codes(record_of(places=(place(**{**fields, "choices": choices}),))) == expected


def test_a_claim_of_nobody_is_flagged() -> None:
    assert codes(record_of(claims=(claim("We counted five dead", by=None),))) == [FlagCode.CLAIM_SPEAKER_MISSING]


def test_a_statement_given_twice_is_flagged_once_and_only_for_one_speaker() -> None:
    words = "Three of the five dead are children"
    twice = (claim(words, by="a-1"), claim(words, by="a-1", number=1))
    assert [(flag.code, flag.item) for flag in check(record_of(claims=twice))] == [
        (FlagCode.CLAIM_REPEATED, twice[1].id)
    ]
    others = (claim(words, by="a-1"), claim(words, by="a-2", number=1))
    assert check(record_of(claims=others)) == ()


def test_a_claim_inside_a_claim_repeats_nothing() -> None:
    outer = claim("Three of the five dead are children", by="a-1")
    inner = claim("of the five dead are children", by="a-1", number=1, parent=outer.id)
    assert check(record_of(claims=(outer, inner))) == ()


@pytest.mark.parametrize(
    ("when", "fields", "expected"),
    [
        pytest.param(day("2024-02-29"), {}, [], id="before"),
        pytest.param(day("2024-03-02"), {}, [FlagCode.WHEN_AFTER_PUBLICATION], id="told as done, after"),
        pytest.param(day("2024-03-02"), {"modality": "planned"}, [], id="planned"),
        pytest.param(None, {}, [FlagCode.EVENT_UNDATED], id="no day"),
        pytest.param(None, {"background": True}, [], id="history"),
        pytest.param(None, {"acled": None}, [], id="no act on the ground"),
    ],
)
def test_events_out_of_time_are_flagged(when: When | None, fields: dict[str, Any], expected: list[FlagCode]) -> None:
    assert codes(record_of(events=(event("seized", when, **fields),))) == expected


def test_a_part_larger_than_its_whole_is_flagged() -> None:
    whole = figure("five", 2, 2)
    part = figure("Three", 3, 3, part_of=whole.id)
    assert codes(record_of(figures=(part, whole))) == [FlagCode.FIGURE_PART_EXCEEDS_WHOLE]
    assert check(record_of(figures=(replace(part, low=2, high=2), whole))) == ()


def test_a_figure_without_bounds_is_flagged() -> None:
    flag: Flag = only(check(record_of(figures=(figure("five", None, None, hedge="about"),))))
    assert flag.code == FlagCode.FIGURE_UNBOUNDED
