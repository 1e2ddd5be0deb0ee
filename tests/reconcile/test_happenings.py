"""Which event rows of one report tell one happening: small invented reports, the words of each group of events."""

from dataclasses import replace
from typing import Any

import pytest

from builders import day, span_of
from onrecord.model.event import Event
from onrecord.model.ids import EventId, PlaceId
from onrecord.model.place import Place
from onrecord.model.record import Record
from onrecord.model.when import When
from onrecord.reconcile.happenings import happenings, own_day
from records import claim, event, figure, party, record


def on(text: str, words: str, date: str) -> When:
    return replace(day(date), words=words, span=span_of(text, words))


def place(key: str, kind: str = "town", **fields: Any) -> Place:
    known: dict[str, Any] = {
        "country": None, "lat": None, "lon": None, "geonames": None, "within": (), "precision": "town", "mentions": (),
    }  # fmt: skip
    return Place(id=PlaceId(f"p-{key}"), name=key.title(), kind=kind, **{**known, **fields})  # type: ignore[arg-type]


ORVANE, TELLMERE = place("orvane"), place("tellmere")
QUARTER = place("quarter", "neighbourhood", within=(ORVANE.id,))
NORTH = place("north", "province", country="SD", lat=19.0, lon=30.0, precision="province")
FAR = place("far", country="SD", lat=9.0, lon=30.0)
NEAR = place("near", country="SD", lat=18.5, lon=30.5)


def told(text: str, *rows: tuple[str, str, dict[str, Any]], **more: Any) -> Record:
    return record(text, events=tuple(event(text, words, kind, **fields) for words, kind, fields in rows), **more)


def groups(made: Record) -> list[list[str]]:
    return [[row.words for row in group] for group in happenings(made)]


AMBUSH = (
    "Gunmen ambushed a convoy near Sarvan on Saturday. Eight soldiers were killed and five captured, the army said."
)
TWO_TOWNS = "A strike killed nine in Orvane. In Tellmere, shells wounded six."
TWO_TOLLS = "A funeral was bombed in Orvane, and 19 were killed.\n\nA bomb exploded beside a patrol and killed two."
TWO_DAYS = "A bomb exploded on Monday. A bus was attacked on Wednesday."
AGAIN = "Shells hit Orvane on Monday. The attack was denied by the army, which spoke in Tellmere."
SECOND = "Shells hit Orvane. A second attack wounded four."
TOTAL = "Shells hit Orvane. The group said 212 civilians had been killed since January."
LASTING = "Shells hit Orvane. Fighting has gone on there since January."
OTHER_KIND = "Shells hit Orvane. A drone strike destroyed a store of fuel."


@pytest.mark.parametrize(
    ("made", "wanted"),
    [
        pytest.param(
            told(
                AMBUSH,
                ("ambushed", "armed_clash", {"when": on(AMBUSH, "Saturday", "2024-03-16"), "where": (PlaceId("p"),)}),
                ("killed", "attack", {}),
                ("captured", "abduction", {}),
            ),
            [["ambushed", "killed", "captured"]],
            id="what came of an attack is told of it",
        ),
        pytest.param(
            told(
                TWO_TOWNS,
                ("strike", "attack", {"where": (PlaceId("p-orvane"),)}),
                ("wounded", "attack", {"where": (PlaceId("p-tellmere"),)}),
                places=(ORVANE, TELLMERE),
            ),
            [["strike"], ["wounded"]],
            id="two towns are two happenings",
        ),
        pytest.param(
            told(
                TWO_TOWNS,
                ("strike", "attack", {"where": (ORVANE.id,)}),
                ("wounded", "attack", {"where": (QUARTER.id,)}),
                places=(ORVANE, QUARTER),
            ),
            [["strike", "wounded"]],
            id="a town and a quarter of it are no two places",
        ),
        pytest.param(
            told(
                TWO_TOWNS,
                ("strike", "attack", {"where": (NORTH.id,)}),
                ("wounded", "attack", {"where": (FAR.id,)}),
                places=(NORTH, FAR),
            ),
            [["strike"], ["wounded"]],
            id="a town far from a province is not in it",
        ),
        pytest.param(
            told(
                TWO_TOWNS,
                ("strike", "attack", {"where": (NORTH.id,)}),
                ("wounded", "attack", {"where": (NEAR.id,)}),
                places=(NORTH, NEAR),
            ),
            [["strike", "wounded"]],
            id="a town near the middle of a province may be in it",
        ),
        pytest.param(
            told(
                TWO_TOLLS,
                ("bombed", "attack", {"where": (ORVANE.id,)}),
                ("exploded", "explosion", {}),
                places=(ORVANE,),
                figures=(
                    figure(TWO_TOLLS, "19", low=19, high=19, event=EventId("e-bombed")),
                    figure(TWO_TOLLS, "two", low=2, high=2, event=EventId("e-exploded")),
                ),
            ),
            [["bombed"], ["exploded"]],
            id="one voice that counts 19 dead and then two tells of two",
        ),
        pytest.param(
            told(
                TWO_DAYS,
                ("exploded", "explosion", {"when": on(TWO_DAYS, "Monday", "2024-03-11")}),
                ("attacked", "attack", {"when": on(TWO_DAYS, "Wednesday", "2024-03-13")}),
            ),
            [["exploded"], ["attacked"]],
            id="two days are two happenings",
        ),
        pytest.param(
            told(
                AGAIN,
                ("hit", "shelling", {"where": (PlaceId("p-orvane"),)}),
                ("attack", "attack", {"where": (PlaceId("p-tellmere"),), "modality": "negated"}),
                places=(ORVANE, TELLMERE),
            ),
            [["hit", "attack"]],
            id="the attack is the one told before, wherever it is spoken of",
        ),
        pytest.param(
            told(SECOND, ("hit", "shelling", {}), ("attack", "attack", {})),
            [["hit"], ["attack"]],
            id="a second attack is another",
        ),
        pytest.param(
            told(OTHER_KIND, ("hit", "shelling", {}), ("strike", "air_strike", {})),
            [["hit"], ["strike"]],
            id="two special kinds are two happenings",
        ),
        pytest.param(
            told(
                LASTING,
                ("hit", "shelling", {}),
                (
                    "Fighting",
                    "armed_clash",
                    {
                        "when": replace(on(LASTING, "January", "2024-01-01"), precision="month", end=None),
                    },
                ),
            ),
            [["hit"]],
            id="what has gone on since some month is a state and no happening",
        ),
        pytest.param(
            told(
                TOTAL,
                ("hit", "shelling", {}),
                ("killed", "attack", {"affected": (party(TOTAL, "212 civilians"),)}),
                figures=(figure(TOTAL, "212", of="civilians", scope="total", since=day("2024-01-01")),),
            ),
            [["hit"]],
            id="what a running total counts is no happening",
        ),
        pytest.param(
            told(SECOND, ("hit", "shelling", {}), ("attack", "attack", {"modality": "planned"})),
            [["hit"]],
            id="what is planned has not happened",
        ),
        pytest.param(
            told("Shells hit Orvane. Both sides met for talks.", ("hit", "shelling", {}), ("talks", "talks", {})),
            [["hit"], ["talks"]],
            id="talks are no part of an attack",
        ),
    ],
)
def test_rows_of_one_happening_are_put_together(made: Record, wanted: list[list[str]]) -> None:
    assert groups(made) == wanted


SAID = "The front said on Friday that shells had hit Orvane on Monday."


@pytest.mark.parametrize(("word", "is_own"), [("Friday", False), ("Monday", True)])
def test_the_day_of_saying_dates_no_event(word: str, *, is_own: bool) -> None:
    said = claim(
        SAID, "c", "that shells had hit Orvane on Monday", by=party(SAID, "The front"), cue="said",
        said=on(SAID, "Friday", "2024-03-15"),
    )  # fmt: skip
    hit: Event = event(SAID, "hit", "shelling", when=on(SAID, word, "2024-03-15"), claim=said.id)
    assert (own_day(record(SAID, claims=(said,), events=(hit,)), hit) is not None) is is_own
