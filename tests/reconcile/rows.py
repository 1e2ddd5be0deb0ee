"""Short builders for the rows that reconciling works on."""

from dataclasses import replace
from typing import Any

from onrecord.model.event import EventCode
from onrecord.model.facts import Account, AccountFigure, AccountId, AccountParty, ActorFacts, PlaceTraits
from onrecord.model.figure import Number
from onrecord.model.ids import ActorId, FigureId, PlaceId, ReportId
from onrecord.model.tally import Statement
from onrecord.reconcile.block import account_keys


def statement(
    figure: str, low: Number | None, high: Number | None = None, *, on: str = "2024-03-11", **fields: Any
) -> Statement:
    known: dict[str, Any] = {
        "report": ReportId(f"r-{figure}"), "outlet": f"outlet {figure}", "published": on, "claim": None, "event": None,
        "speaker": "the ministry", "speaker_actor": None, "speaker_key": "government||ministry", "said_on": on,
        "words": str(low), "of": "people", "value": low, "hedge": "exact", "unit": "people", "harm": "killed",
        "status": "unstated", "scope": "event", "since": None, "as_of": None, "places": (), "place_keys": (), "place_names": (),
        "part_of": None, "is_denied": False, "is_retracted": False, "is_earlier": False, "is_increment": False, "in_headline": False, "notes": (),
    }  # fmt: skip
    return Statement(figure=FigureId(figure), low=low, high=high, **{**known, **fields})


def said(figure: str, count: Number, **fields: Any) -> Statement:
    return statement(figure, count, count, **fields)


def place(
    name: str, *, kind: str = "town", lat: float | None = None, lon: float | None = None, **fields: Any
) -> PlaceTraits:
    known: dict[str, Any] = {"country": None, "geonames": None, "precision": "town", "within": ()}
    return PlaceTraits(
        id=PlaceId(f"pl-{name}"), name=name, written=name.title(), kind=kind, lat=lat, lon=lon, **{**known, **fields}
    )  # type: ignore[arg-type]


def killed(count: Number, *, key: str = "f") -> AccountFigure:
    return AccountFigure(
        id=FigureId(key), harm="killed", unit="people", value=count, low=count, high=count, status="unstated", of="people",
        is_part=False, claim=None,
    )  # fmt: skip


def party(name: str, *, is_person: bool = False) -> AccountParty:
    return AccountParty(actor=ActorId(f"a-{name}"), name=name, written=name.title(), is_person=is_person)


def account(key: str, kind: str = "shelling", *, on: str | None = "2024-03-11", **fields: Any) -> Account:
    known: dict[str, Any] = {
        "report": ReportId(f"r-{key}"), "keys": (), "published": on, "events": (), "figures": (), "kin": "violence",
        "types": (EventCode(kind),), "start": on, "end": on, "is_dated": on is not None, "places": (), "named_places": (), "acting": (),
        "affected": (), "names": (), "terms": (), "rare": (), "is_lead": False, "is_background": False, "is_negated": False,
    }  # fmt: skip
    made = Account(id=AccountId(key), type=EventCode(kind), **{**known, **fields})
    return replace(made, keys=account_keys(made))


def actor(key: str, name: str, kind: str = "government", **fields: Any) -> ActorFacts:
    known: dict[str, Any] = {"country": None, "titles": (), "speaks_for": None, "published": None, "keys": ()}
    return ActorFacts(id=ActorId(key), report=ReportId(f"r-{key}"), name=name, actor_kind=kind, **{**known, **fields})
