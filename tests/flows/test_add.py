"""Whether a report is new, the same once more, or a changed version of one that is there."""

from dataclasses import replace
from hashlib import sha256

import pytest
from benchmarks.invented import record_of

from builders import day, passages_of, report_of
from onrecord.flows.add import Added, Incoming, add_all
from onrecord.flows.read import Skipped
from onrecord.flows.verify import Count, verify
from onrecord.model.ids import ReportId
from onrecord.model.record import MadeBy, Record
from onrecord.store.memory import MemoryStore

WIRE = (
    "LASK, 4 March - At least 12 people were killed when shells hit a bus station in Lask on Saturday, the regional "
    "governor said.\nRescue workers were still looking for survivors under a collapsed roof, and two hospitals asked "
    "for blood.\nThe army said it had not fired on the town. A spokesman for the river militia declined to comment.\n"
)
PAGE = "Bus station shelled in Lask\nBy Oda Renning\n" + WIRE.replace("\n", "\n\n").replace("-", "–") + "Share this\n"
RISEN = WIRE.replace("12 people", "15 people")
DENIED = WIRE.replace("it had not fired", "it had fired")


def a_record(text: str = WIRE, *, path: str = "a.txt", data: bytes | None = None, **fields: object) -> Record:
    report = report_of(text, published=None, path=path, **fields)
    if data is not None:
        digest = sha256(data).hexdigest()
        report = replace(report, id=ReportId(f"r-{digest[:12]}"), sha256=digest)
    return Record(
        made_by=MadeBy(onrecord="0", reader="none"), report=report, passages=passages_of(report), actors=(), places=(),
        times=(), claims=(), events=(), figures=(), flags=(),
    )  # fmt: skip


def add(store: MemoryStore, *given: Record) -> list[tuple[str, int]]:
    outcomes = list(add_all(store, (Incoming(record=record, data=None) for record in given)))
    assert list(verify(store, Count())) == []
    assert all(isinstance(outcome, Added) for outcome in outcomes), outcomes
    return [(outcome.what, outcome.version) for outcome in outcomes if isinstance(outcome, Added)]


def test_add_twice_changes_nothing() -> None:
    with MemoryStore() as store:
        assert add(store, a_record()) == [("new", 1)]
        before = store.query("SELECT count(*) FROM audit")[0][0]
        assert add(store, a_record(), a_record(path="elsewhere/b.txt")) == [("known", 1), ("known", 1)]
        assert store.query("SELECT count(*) FROM audit")[0][0] == before


QUERY = (
    "The governor's office said it would hold an inquiry, and asked the public to send in whatever they had filmed.\n"
)
CAPTION = (
    "A woman waits beside the wreck of a bus at Lask station, hit by shells on Saturday. Photograph by Oda Renning\n"
)
WIRE_END = "Lask lies on the road from the coast to the river crossings and had seen no fighting since the winter.\n"
URL = "https://www.courier.example/lask?utm_source=feed"


@pytest.mark.parametrize(
    ("first", "second", "what"),
    [
        pytest.param(a_record(), a_record(PAGE), "capture", id="the same text from a web page"),
        pytest.param(a_record(url=URL), a_record(PAGE, url="http://courier.example/lask"), "capture", id="same page"),
        pytest.param(a_record(outlet="Courier"), a_record(PAGE), "capture", id="outlet known once"),
        pytest.param(a_record(outlet="Courier"), a_record(PAGE, outlet="Gazette"), "new", id="two outlets, one text"),
        pytest.param(a_record(url=URL), a_record(PAGE, url="https://gazette.example/1"), "new", id="two pages"),
        pytest.param(a_record(), a_record(RISEN), "new", id="the toll has risen"),
        pytest.param(a_record(), a_record(DENIED), "new", id="the denial is gone"),
        pytest.param(a_record(url=URL), a_record(RISEN, url=URL), "version", id="the toll has risen on one page"),
        pytest.param(a_record(url=URL), a_record("UPDATE: 15 dead.\n" + WIRE, url=URL), "version", id="update on top"),
        pytest.param(a_record(url=URL), a_record(WIRE + QUERY, url=URL), "version", id="a sentence more on one page"),
        pytest.param(a_record(WIRE + CAPTION + WIRE_END), a_record(WIRE + WIRE_END), "capture", id="caption left out"),
        pytest.param(a_record(), a_record("4 March 2023 18:04 GMT\n" + WIRE), "capture", id="date on top"),
        pytest.param(a_record(), a_record(WIRE + "The bridge was closed.\n" * 30), "new", id="half of it is new"),
        pytest.param(a_record("Too short."), a_record("Too short!"), "capture", id="short"),
        pytest.param(a_record("Too short."), a_record("Far too short."), "new", id="too short to tell"),
    ],
)
def test_add_tells_captures_versions_and_reports_apart(first: Record, second: Record, what: str) -> None:
    with MemoryStore() as store:
        assert add(store, first, second) == [("new", 1), (what, 2 if what == "version" else 1)]
        expected = {"capture": (1, 2), "new": (2, 2), "version": (2, 2)}[what]
        assert tuple(store.query("SELECT (SELECT count(*) FROM report), (SELECT count(*) FROM capture)")[0]) == expected


def test_add_keeps_every_version_of_a_page() -> None:
    with MemoryStore() as store:
        texts = [WIRE, RISEN, RISEN.replace("15", "19")]
        assert add(store, *(a_record(text, url=URL) for text in texts)) == [("new", 1), ("version", 2), ("version", 3)]
        assert [row[0] for row in store.query("SELECT previous FROM report ORDER BY version")] == [None, 1, 2]
        assert add(store, a_record(WIRE, url=URL)) == [("known", 1)]


def test_add_takes_a_new_reading_of_the_same_bytes_and_keeps_the_old() -> None:
    with MemoryStore() as store:
        old = a_record()
        new = replace(old, made_by=MadeBy(onrecord="1", reader="none"))
        assert add(store, old, new, old) == [("new", 1), ("reread", 1), ("known", 1)]
        rows = store.query("SELECT onrecord, retired_at IS NULL FROM record ORDER BY key")
        assert [tuple(row) for row in rows] == [("0", 0), ("1", 1)]


def test_add_takes_the_capture_that_knows_more() -> None:
    """A page with its date is a better witness than the bare text that came first; both stay."""
    with MemoryStore() as store:
        dated = replace(a_record(PAGE, outlet="Courier").report, published=day("2023-03-04"))
        add(store, a_record(), replace(a_record(PAGE), report=dated))
        rows = store.query("SELECT outlet, published_start FROM record WHERE retired_at IS NULL")
        assert [tuple(row) for row in rows] == [("Courier", "2023-03-04")]
        add(store, a_record(WIRE + "\n", path="c.txt"))
        assert [tuple(row) for row in store.query("SELECT outlet FROM record WHERE retired_at IS NULL")] == [
            ("Courier",)
        ]


def test_add_skips_what_cannot_be_kept_and_keeps_the_rest() -> None:
    good = record_of()
    loose = replace(record_of(1), claims=())
    stale = replace(record_of(2), figures=(replace(record_of(2).figures[0], words="at least 1"),))
    given = [Incoming(record=r, data=None) for r in (loose, good, stale)]
    with MemoryStore() as store:
        left, kept, right = add_all(store, [*given, Incoming(record=record_of(3), data=b"other bytes")][:3], at_once=3)
        assert isinstance(left, Skipped)
        assert "points to" in left.reason
        assert isinstance(kept, Added)
        assert isinstance(right, Skipped)
        changed = next(add_all(store, [Incoming(record=record_of(3), data=b"other bytes")]))
        assert isinstance(changed, Skipped)
        assert "changed while" in changed.reason
        assert store.query("SELECT count(*) FROM report")[0][0] == 1


def test_add_finds_the_same_text_among_many_alike() -> None:
    with MemoryStore() as store:
        many = [record_of(n) for n in range(60)]
        add(store, *many)
        again = many[30].report
        html = replace(again, id=ReportId("r-html"), sha256="0" * 64, text="Read more\n" + again.text, url=None)
        html = replace(html, text_sha256=sha256(html.text.encode()).hexdigest())
        bare = Record(
            made_by=MadeBy(onrecord="0", reader="none"), report=html, passages=(), actors=(), places=(), times=(),
            claims=(), events=(), figures=(), flags=(),
        )  # fmt: skip
        assert add(store, bare) == [("capture", 1)]
        assert store.query("SELECT report FROM capture WHERE report_id = 'r-html'")[0][0] == 31
