"""Every view over one ledger of invented reports: what it says, and that each row leads to its words."""

import json
import re
from collections.abc import Callable, Iterator
from hashlib import sha256

import pytest
from benchmarks.invented import records

from onrecord.errors import InvalidValue, UnknownName
from onrecord.flows.add import Incoming, add_all
from onrecord.flows.reconcile import reconcile
from onrecord.model.record import Record
from onrecord.model.record_json import dumps, from_json
from onrecord.reconcile.series import Reference
from onrecord.store.memory import MemoryStore
from onrecord.views.disputes import disputes_view
from onrecord.views.filters import Filter
from onrecord.views.negotiation import negotiation_view
from onrecord.views.search import search_view
from onrecord.views.show import show
from onrecord.views.speakers import speakers_view
from onrecord.views.tallies import printed_view, series_view, tallies_view
from onrecord.views.timeline import timeline_view
from onrecord.views.view import View

ALL = Filter(limit=0)


_MINISTRY = ("Interior Ministry", "Riverbank Council")


def injured_in(record: Record) -> int:
    """Return how many wounded `record` counts in the Interior Ministry's name, 0 if in another's."""
    is_theirs = record.report.text.startswith(_MINISTRY[0])
    return next(int(figure.words) for figure in record.figures if figure.harm == "injured") if is_theirs else 0


def contrary(record: Record, *, injured: int) -> Record:
    """Return `record` as another outlet tells it the same day, counting `injured` wounded in a council's name."""
    told = next(figure for figure in record.figures if figure.harm == "injured")
    number = str(injured)[: len(told.span)]
    body = json.loads(re.sub(r'"(c|f|ev|a|p|pg|r)-([0-9a-f]{12})"', r'"\1-x\2"', dumps(record).replace(*_MINISTRY)))
    text = body["report"]["text"]
    text = text[: told.span.start] + number + text[told.span.end :]
    digest = sha256(text.encode()).hexdigest()
    body["report"].update(text=text, sha256=digest, text_sha256=digest, outlet="Lask Herald", url=None)
    for claim in body["claims"]:
        for quote in claim["content"]:
            quote["words"] = text[slice(*quote["span"])]
    for figure in body["figures"]:
        if figure["harm"] == "injured":
            figure.update(words=number, value=int(number), low=int(number), high=int(number))
    return from_json(body)


MANY = (*records(60), contrary(next(r for r in records(60) if injured_in(r) in range(10, 40)), injured=99))


@pytest.fixture(scope="module")
def store() -> Iterator[MemoryStore]:
    with MemoryStore() as opened:
        list(add_all(opened, (Incoming(record=record, data=None) for record in MANY), at_once=60))
        list(reconcile(opened))
        yield opened


TEXTS = {record.report.id: record.report.text for record in MANY}

VIEWS: dict[str, Callable[[MemoryStore], View]] = {
    "tallies": lambda store: tallies_view(store, asked=ALL),
    "series": lambda store: series_view(store, harm="killed", asked=ALL),
    "disputes": lambda store: disputes_view(store, asked=ALL),
    "timeline": lambda store: timeline_view(store, asked=ALL),
    "negotiation": lambda store: negotiation_view(store, asked=ALL),
    "speakers": lambda store: speakers_view(store, name="River Front", asked=ALL),
    "search": lambda store: search_view(store, "fired talks", asked=ALL),
}


@pytest.mark.parametrize("name", VIEWS)
def test_every_row_leads_to_its_words(name: str, store: MemoryStore) -> None:
    rows = VIEWS[name](store).as_dicts()
    assert rows
    for row in rows:
        if row["words"] is not None:
            assert TEXTS[row["report"]][row["span_start"] : row["span_end"]] == row["words"]  # type: ignore[index,misc]
    known = sum(row["words"] is not None for row in rows)
    assert known == len(rows) or name == "timeline", f"{len(rows) - known} rows lead nowhere"


@pytest.mark.parametrize("name", ["tallies", "series"])
def test_no_figure_stands_without_a_speaker(name: str, store: MemoryStore) -> None:
    assert all(row["speaker"] for row in VIEWS[name](store).as_dicts())


def test_tallies_keep_totals_apart_from_single_events(store: MemoryStore) -> None:
    scopes = {(row["entry"], row["harm"]): set() for row in tallies_view(store, asked=ALL).as_dicts()}
    for row in tallies_view(store, asked=ALL).as_dicts():
        scopes[row["entry"], row["harm"]].add(row["scope"])
    assert all(found == {"event"} for found in scopes.values())


def test_a_risen_toll_supersedes_the_same_speakers_earlier_one(store: MemoryStore) -> None:
    rows = tallies_view(store, asked=ALL).as_dicts()
    by_id = {row["figure"]: row for row in rows}
    superseded = [row for row in rows if row["superseded_by"]]
    assert superseded
    for row in superseded:
        later = by_id[row["superseded_by"]]
        assert later["speaker"] == row["speaker"]
        assert later["said_on"] >= row["said_on"]  # type: ignore[operator]


@pytest.mark.parametrize("policy", ["range", "most_conservative", "majority", "unknown"])
def test_one_number_says_by_which_policy_and_on_whom_it_stands(policy: str, store: MemoryStore) -> None:
    for row in printed_view(store, policy, asked=ALL).as_dicts():
        assert row["policy"] == policy
        assert (row["low"] is None and row["high"] is None) or row["speakers"]


def test_named_speaker_prints_that_speakers_number(store: MemoryStore) -> None:
    rows = printed_view(store, "named_speaker", speaker="interior ministry", asked=ALL).as_dicts()
    known = [row for row in rows if row["low"] is not None]
    assert known
    assert {row["speakers"] for row in known} == {"Interior Ministry"}


def test_policies_that_do_not_exist_are_named(store: MemoryStore) -> None:
    with pytest.raises(UnknownName, match="most_conservative"):
        printed_view(store, "best")
    with pytest.raises(InvalidValue, match="speaker"):
        printed_view(store, "named_speaker")


def test_series_lists_and_lays_a_reference_beside(store: MemoryStore) -> None:
    listed = series_view(store).as_dicts()
    assert listed[0]["n_statements"] == max(row["n_statements"] for row in listed)  # type: ignore[type-var]
    reference = [Reference(on="2021-01-01", value=1, source="own count")]
    points = series_view(store, key=str(listed[0]["series"]), reference=reference).as_dicts()
    assert len(points) == listed[0]["n_statements"]
    assert [row["said_on"] for row in points] == sorted(row["said_on"] for row in points)  # type: ignore[type-var]
    assert {(row["reference"], row["agrees"], row["reference_source"]) for row in points} == {(1, "no", "own count")}
    place = str(listed[0]["place"])
    assert series_view(store, place=place.upper(), harm="killed", asked=ALL).rows
    assert not series_view(store, place="Nowhere", harm="killed", asked=ALL).rows


def test_timeline_is_in_order_and_asks_by_place_day_and_type(store: MemoryStore) -> None:
    rows = timeline_view(store, asked=ALL).as_dicts()
    days = [row["on"] for row in rows if row["on"] is not None]
    assert days == sorted(days)  # type: ignore[type-var]
    some = next(row for row in rows if row["place"] and row["on"])
    one_day = Filter(since=str(some["on"]), until=str(some["on"]), place=str(some["place"]), type=str(some["type"]))
    found = timeline_view(store, asked=one_day).as_dicts()
    assert some["entry"] in {row["entry"] for row in found}
    assert {(row["on"], row["place"], row["type"]) for row in found} == {(some["on"], some["place"], some["type"])}
    assert len(timeline_view(store, asked=Filter(limit=3)).rows) == 3
    assert all(row["n_lineages"] <= row["n_reports"] for row in rows)  # type: ignore[operator]


def test_negotiation_asks_by_party(store: MemoryStore) -> None:
    rows = negotiation_view(store, party="river front", asked=ALL).as_dicts()
    assert rows
    assert {row["by"] for row in rows} == {"River Front"}
    assert {row["kind"] for row in rows} == {"offer"}


def test_speakers_are_listed_by_how_much_they_said(store: MemoryStore) -> None:
    listed = speakers_view(store).as_dicts()
    assert listed[0]["speaker"] == "Health Ministry"
    lines = speakers_view(store, name="health ministry", asked=ALL).as_dicts()
    assert len(lines) == listed[0]["n_lines"]
    assert {row["act"] for row in lines} == {"say", "estimate"}


@pytest.mark.parametrize(
    ("query", "finds"),
    [
        ("having fired", True),
        ('"having fired on"', True),
        ('"fired having"', False),
        ("HAVING Fired", True),
        ("nothing-of-the-kind", False),
        ('NEAR( OR "', False),
        ("fired AND", True),
        ("", False),
    ],
)
def test_search_takes_any_words(query: str, finds: bool, store: MemoryStore) -> None:
    rows = search_view(store, query).as_dicts() if query else []
    assert bool(rows) == finds
    assert all(row["speakers"] for row in rows)


@pytest.mark.parametrize("kind", ["claim", "figure", "event"])
def test_show_says_who_and_in_which_words(kind: str, store: MemoryStore) -> None:
    record = MANY[3]
    item = {"claim": record.claims, "figure": record.figures, "event": record.events}[kind][0]
    row = show(store, item.id)[0].as_dicts()[0]
    assert row["speaker"] in {"Interior Ministry", "Health Ministry"}
    assert row["report"] == record.report.id
    assert str(row["words"]) in str(row["passage"])


def test_show_tells_all_of_a_report_an_entry_and_an_actor(store: MemoryStore) -> None:
    report, captures, lineage, items = show(store, MANY[3].report.id)
    assert report.as_dicts()[0]["version"] == 1
    assert len(captures.rows) == 1
    assert len(items.rows) == len(MANY[3].claims) + len(MANY[3].figures) + len(MANY[3].events)
    for row in lineage.as_dicts():
        assert str(row["words"]).lower() == str(row["other_words"]).lower()
    entry = str(timeline_view(store).as_dicts()[0]["entry"])
    assert [view.name for view in show(store, entry)] == ["entry", "accounts", "judgements"]
    actor = show(store, MANY[3].actors[0].id)
    assert {str(row["words"]) for row in actor[1].as_dicts()} == {MANY[3].actors[0].name}
    with pytest.raises(UnknownName, match="r-none"):
        show(store, "r-none")


@pytest.mark.parametrize("name", ["tallies", "series", "disputes", "timeline"])
def test_the_sentence_around_the_words_is_shown(name: str, store: MemoryStore) -> None:
    for row in VIEWS[name](store).as_dicts():
        assert str(row["words"]) in str(row["quote"])
        assert str(row["quote"]) in TEXTS[str(row["report"])]


def test_a_timeline_tells_what_happened_and_what_is_only_said_when_asked(store: MemoryStore) -> None:
    assert "offer" not in {row["type"] for row in timeline_view(store, asked=ALL).as_dicts()}
    asked = timeline_view(store, asked=Filter(limit=0, type="offer")).as_dicts()
    assert {row["type"] for row in asked} == {"offer"}


def test_places_and_parties_stand_as_the_reports_write_them(store: MemoryStore) -> None:
    places = {str(row["place"]) for row in timeline_view(store, asked=ALL).as_dicts()}
    assert places
    assert all(place[:1].isupper() for place in places)


@pytest.mark.parametrize("name", ["River Front", "front", "FRONT"])
def test_a_speaker_and_a_party_are_found_by_whole_words_of_their_name(name: str, store: MemoryStore) -> None:
    assert {row["speaker"] for row in speakers_view(store, name=name, asked=ALL).as_dicts()} == {"River Front"}
    assert negotiation_view(store, party=name, asked=ALL).rows
    assert not speakers_view(store, name="fron", asked=ALL).rows
