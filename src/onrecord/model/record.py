"""All that one report yielded."""

from dataclasses import dataclass

from onrecord.model.actor import Actor
from onrecord.model.claim import Claim
from onrecord.model.event import Event
from onrecord.model.figure import Figure
from onrecord.model.flag import Flag
from onrecord.model.place import Place
from onrecord.model.report import Passage, Report
from onrecord.model.when import When

SCHEMA = "onrecord/record/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeBy:
    """Which version of onrecord and of the language model made a record, and each stage's."""

    onrecord: str
    reader: str
    stages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """All that one report yielded, every row tied to the words it came from (RECORD.md)."""

    made_by: MadeBy
    report: Report
    passages: tuple[Passage, ...]
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    times: tuple[When, ...]
    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    figures: tuple[Figure, ...]
    flags: tuple[Flag, ...]
