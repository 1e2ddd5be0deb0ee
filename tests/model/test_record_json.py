import json
from dataclasses import replace

import pytest

from onrecord.errors import BrokenRecord, QuoteMismatch
from onrecord.model.actor import Actor
from onrecord.model.claim import Claim, Party, Quote
from onrecord.model.figure import CountedOf, Figure
from onrecord.model.flag import Flag, FlagCode
from onrecord.model.ids import ActorId, ClaimId, FigureId, PassageId, ReportId
from onrecord.model.record import MadeBy, Record
from onrecord.model.record_json import dumps, from_json, to_json
from onrecord.model.report import Passage, Report
from onrecord.model.span import Span

TEXT = "Police in Orvane said at least 12 people were killed."


def a_record() -> Record:
    report = Report(
        id=ReportId("r-1"), path="a.txt", sha256="0", text_sha256="0", title=None, outlet=None, byline=None,
        url=None, language="en", published=None, text=TEXT,
    )  # fmt: skip
    speaker = Party(actor=ActorId("a-1"), span=Span(0, 6), words="Police")
    claim = Claim(
        id=ClaimId("c-1"), speakers=(speaker,), cue=Quote(span=Span(17, 21), words="said"),
        content=(Quote(span=Span(22, 52), words=TEXT[22:52]),), mode="indirect", act="say", said=None, told=(),
        parent=None, notes=(),
    )  # fmt: skip
    figure = Figure(
        id=FigureId("f-1"), span=Span(22, 33), words="at least 12", value=12, low=12, high=None, hedge="at_least",
        unit="people", harm="killed", by=None, scope="event", since=None, as_of=None, where=(), event=None,
        claim=claim.id, part_of=None, notes=(),
        of=CountedOf(words="people", actor=None, status="unstated", women=False, children=False),
    )  # fmt: skip
    actor = Actor(id=ActorId("a-1"), name="Police", kind="organisation", roles=(), country=None, mentions=(Span(0, 6),))
    return Record(
        made_by=MadeBy(onrecord="0.1.0", reader="none"), report=report,
        passages=(Passage(id=PassageId("p-1"), kind="paragraph", span=Span(0, len(TEXT))),), actors=(actor,),
        places=(), times=(), claims=(claim,), events=(), figures=(figure,),
        flags=(Flag(code=FlagCode.REPORT_UNDATED, item="r-1", message="no date"),),
    )  # fmt: skip


def test_record_json_and_back_loses_nothing() -> None:
    record = a_record()
    assert from_json(json.loads(dumps(record))) == record


def test_record_json_follows_the_contract() -> None:
    body = to_json(a_record())
    assert list(body)[:3] == ["schema", "made_by", "report"]
    assert body["report"]["n_chars"] == len(TEXT)
    assert body["figures"][0]["span"] == [22, 33]
    assert body["figures"][0]["high"] is None
    assert "blocks" not in body["report"]


def test_record_json_refuses_words_that_do_not_stand_at_their_span() -> None:
    record = a_record()
    stale = replace(record, figures=(replace(record.figures[0], words="at least 13"),))
    with pytest.raises(QuoteMismatch, match="'at least 13' at 22-33"):
        dumps(stale)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"schema": "onrecord/record/9"}, "this version reads"),
        ({"figures": [{"id": 3}]}, "figures|KeyError|TypeError|ValueError"),
        ({"report": None}, "record"),
    ],
)
def test_record_json_says_what_is_broken(change: dict[str, object], message: str) -> None:
    body = {**to_json(a_record()), **change}
    with pytest.raises(BrokenRecord, match=message):
        from_json(body)
