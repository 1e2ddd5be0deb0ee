"""What is compared over reports: small flat rows boiled down from a record, with the keys that find their like."""

from dataclasses import dataclass, field
from typing import Literal, NewType

from onrecord.model.event import EventCode
from onrecord.model.figure import Harm, Number, Status, Unit
from onrecord.model.ids import ActorId, ClaimId, EventId, FigureId, PlaceId, ReportId
from onrecord.model.place import PlaceKind, PlacePrecision

AccountId = NewType("AccountId", str)
FactsKind = Literal["account", "actor", "place", "report"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceTraits:
    """What tells one place from another: its name, folded, kind and point, and what holds it, innermost first.

    `written` is the name as the report gives it.
    """

    id: PlaceId
    name: str
    written: str
    kind: PlaceKind
    country: str | None
    geonames: int | None
    lat: float | None
    lon: float | None
    precision: PlacePrecision
    within: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountFigure:
    """How many an account says were harmed in its one happening; running totals never stand here."""

    id: FigureId
    harm: Harm
    unit: Unit
    value: Number | None
    low: Number | None
    high: Number | None
    status: Status
    of: str
    is_part: bool
    claim: ClaimId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountParty:
    """Who acts or suffers in an account, by the name the report gives: as `written`, and folded."""

    actor: ActorId | None
    name: str
    written: str
    is_person: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What one report tells of one happening: its event rows (tied by `same_as`) and their figures.

    `start` and `end` are ISO dates, inclusive, `None` where open or unknown; `is_dated` says that
    the report itself dates the happening. `is_lead` marks the one happening the report is mainly about,
    `is_negated` one that the report tells did not happen. `names` are the names that tell this happening
    from others (persons, streets, buildings, villages), `terms` the content words around its event words,
    `rare` the first few of them that few texts hold, all folded. Two accounts are candidates when they
    share one of `keys`. `places` are those where the event's words put it, `named_places` others that the report
    of a lead names.
    """

    id: AccountId
    report: ReportId
    keys: tuple[str, ...]
    published: str | None
    events: tuple[EventId, ...]
    figures: tuple[AccountFigure, ...]
    type: EventCode
    kin: str
    types: tuple[EventCode, ...]
    start: str | None
    end: str | None
    is_dated: bool
    places: tuple[PlaceTraits, ...]
    named_places: tuple[PlaceTraits, ...]
    acting: tuple[AccountParty, ...]
    affected: tuple[AccountParty, ...]
    names: tuple[str, ...]
    terms: tuple[str, ...]
    rare: tuple[str, ...]
    is_lead: bool
    is_background: bool
    is_negated: bool
    kind: FactsKind = field(default="account", init=False)

    @property
    def all_places(self) -> tuple[PlaceTraits, ...]:
        """Return all places, its own first."""
        return (*self.places, *self.named_places)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorFacts:
    """An actor of one report, as identity over reports needs it. `titles` are offices held, folded.

    `speaks_for` is the key of the body whose spokesman or head a person is said to be.
    """

    id: ActorId
    report: ReportId
    keys: tuple[str, ...]
    name: str
    actor_kind: str
    country: str | None
    titles: tuple[str, ...]
    speaks_for: str | None
    published: str | None
    kind: FactsKind = field(default="actor", init=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceFacts:
    """A place of one report, as identity over reports needs it."""

    id: PlaceId
    report: ReportId
    keys: tuple[str, ...]
    place: PlaceTraits
    kind: FactsKind = field(default="place", init=False)

    @property
    def name(self) -> str:
        """Return the place's name, folded."""
        return self.place.name


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFacts:
    """A report as lineage needs it: a sketch of its words (`keys`), whom it credits and from where it is datelined."""

    id: ReportId
    report: ReportId
    keys: tuple[str, ...]
    outlet: str | None
    published: str | None
    agencies: tuple[str, ...]
    dateline: str | None
    is_dispatch: bool
    n_words: int
    kind: FactsKind = field(default="report", init=False)


Facts = Account | ActorFacts | PlaceFacts | ReportFacts
