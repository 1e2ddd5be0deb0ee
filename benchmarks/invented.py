"""Records of invented reports about invented places, made without reading: for tests and for the ledger's benchmark.

`records(n)` gives the same `n` records every time. About four reports tell of one incident; one in five is another
outlet's copy of the one before; tolls rise from day to day, a ministry counts a running total, a spokesman denies.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from hashlib import sha256

from benchmarks.draft import Draft
from onrecord.model.actor import Actor, ActorRole
from onrecord.model.claim import Act, Claim, Party, Quote
from onrecord.model.event import Event, EventCode
from onrecord.model.figure import CountedOf, Figure, Harm, Scope
from onrecord.model.ids import ActorId, ClaimId, EventId, FigureId, PassageId, PlaceId, ReportId, make_id
from onrecord.model.place import Place
from onrecord.model.record import MadeBy, Record
from onrecord.model.report import Passage, Report
from onrecord.model.span import Span
from onrecord.model.when import Timex, When
from onrecord.vocab.load import load_table

OUTLETS = ("Tellmere Courier", "Varn Wire", "Ostrel Gazette", "The Quay Post", "Radio Hask")
_SYLLABLES = ("or", "vane", "tel", "mere", "has", "ki", "dun", "ra", "sol", "bek", "an", "tor", "lim", "ga", "wen")
_TYPES = ("air_strike", "shelling", "attack", "explosion", "armed_clash")
_NOUNS = {"air_strike": "air strike", "armed_clash": "clash"}
_MAYOR = "Mayor "
_SPEAKERS = ("Interior Ministry", "Health Ministry", "Northern Command", "River Front")


@dataclass(frozen=True, slots=True)
class Incident:
    """What happened, as the inventor knows it."""

    number: int
    town: str
    province: str
    type: str
    on: date
    killed: int
    injured: int
    mayor: str


def records(n: int, *, seed: int = 7, days: int = 1000) -> Iterator[Record]:
    """Give `n` records of incidents over so many days, the same every time for one `seed`."""
    rng = random.Random(seed)
    made = number = 0
    while made < n:
        incident = _incident(number, rng, days)
        number += 1
        state = rng.getstate()
        for day in range(min(n - made, rng.choice((1, 2, 4, 4, 8)))):
            is_copy = day > 0 and rng.random() < 0.2
            before, state = state, rng.getstate()
            made += 1
            yield _copy(incident, day, before) if is_copy else report_of(incident, day, rng)


def record_of(number: int = 0, *, day: int = 0, seed: int = 7) -> Record:
    """Return one record: the report of `day` days after incident `number`."""
    rng = random.Random(seed * 1_000_003 + number)
    return report_of(_incident(number, rng), day, rng)


def incident_of(number: int) -> Incident:
    """Return one incident."""
    return _incident(number, random.Random(number))


def _copy(incident: Incident, day: int, before: tuple[object, ...]) -> Record:
    """Return the report of the day before as another outlet prints it, word for word."""
    rng = random.Random()
    rng.setstate(before)  # type: ignore[arg-type]  # what getstate gave
    return report_of(incident, day - 1, rng, is_copy=True)


def _sentence(rng: random.Random) -> str:
    """Return a sentence whose words are as common and as rare as those of news: one in twenty is a name."""
    common = _common_words()
    words = [_name(rng).lower() if rng.random() < 0.05 else rng.choice(common) for _ in range(rng.randrange(9, 16))]
    return " ".join(words).capitalize() + "."


@cache
def _common_words() -> tuple[str, ...]:
    table = load_table("common_words")
    return (*sorted(table["first"]), *sorted(table["second"]))


def _name(rng: random.Random) -> str:
    return "".join(rng.choice(_SYLLABLES) for _ in range(3)).capitalize()


def _incident(number: int, rng: random.Random, days: int = 1000) -> Incident:
    names = random.Random(rng.randrange(400))  # four hundred towns, each with its province
    return Incident(
        number=number, town=_name(names), province=_name(names), type=rng.choice(_TYPES),
        on=date(2021, 1, 1) + timedelta(days=rng.randrange(days)), killed=rng.randrange(1, 60),
        injured=rng.randrange(0, 120), mayor=f"{_MAYOR}{_name(names)} {_name(names)}",
    )  # fmt: skip


def _when(day: date, span: Span | None, words: str) -> When:
    told = day.isoformat()
    return When(
        span=span, words=words, start=told, end=told, precision="day", edtf=told,
        timex=Timex(type="DATE", value=told), basis="stated",
    )  # fmt: skip


class _Writer:
    """Writes one report and its rows side by side."""

    def __init__(self, key: str) -> None:
        self.key, self.draft = key, Draft()
        self.passages: list[Passage] = []
        self.claims: list[Claim] = []
        self.events: list[Event] = []
        self.figures: list[Figure] = []
        self.mentions: dict[str, list[Span]] = {}
        self.places: dict[str, list[Span]] = {}
        self.times: list[When] = []

    def id(self, prefix: str, *parts: object) -> str:
        return make_id(prefix, self.key, *parts)

    def actor(self, name: str) -> Party:
        """Name an actor."""
        party = self.draft.party(name, ActorId(self.id("a", name)))
        self.mentions.setdefault(name, []).append(party.span)
        return party

    def place(self, name: str) -> PlaceId:
        """Name a place."""
        self.places.setdefault(name, []).append(self.draft.say(name))
        return PlaceId(self.id("p", name))

    def end(self, start: int) -> None:
        """Close the paragraph that began at `start`."""
        span = Span(start, self.draft.n_chars)
        self.passages.append(Passage(id=PassageId(self.id("pg", start)), kind="paragraph", span=span))
        self.draft.say("\n")

    def filler(self, sentence: str) -> None:
        """Write a paragraph that says nothing of note."""
        start = self.draft.n_chars
        self.draft.say(sentence)
        self.end(start)

    def claim(self, speaker: Party | None, cue: Quote | None, start: int, *, act: Act = "say") -> ClaimId:
        """Close a claim whose content began at `start`."""
        content = Span(start, self.draft.n_chars)
        name = ClaimId(self.id("c", content.start, content.end))
        words = Quote(span=content, words=self.draft.text[content.start : content.end])
        self.claims.append(
            Claim(
                id=name, speakers=() if speaker is None else (speaker,), cue=cue, content=(words,), mode="indirect",
                act=act, said=None, told=(), parent=None, notes=(),
            )
        )  # fmt: skip
        return name

    def figure(
        self, words: str, n: int, harm: Harm, *, scope: Scope, claim: ClaimId | None, event: EventId | None,
        where: tuple[PlaceId, ...], since: When | None = None,
    ) -> None:  # fmt: skip
        """Count people."""
        span = self.draft.say(words)
        of = CountedOf(words="people", actor=None, status="unstated", women=False, children=False)
        self.figures.append(
            Figure(
                id=FigureId(self.id("f", span.start, span.end)), span=span, words=words, value=n, low=n,
                high=None if "least" in words else n, hedge="at_least" if "least" in words else "exact",
                unit="people", harm=harm, of=of, by=None, scope=scope, since=since, as_of=None, where=where,
                event=event, claim=claim, part_of=None, notes=(),
            )
        )  # fmt: skip


def report_of(incident: Incident, day: int, rng: random.Random, *, is_copy: bool = False) -> Record:
    """Return a report of an incident, `day` days after it; its other words are taken from `rng`."""
    outlet = OUTLETS[(incident.number + day + 2 * is_copy) % len(OUTLETS)]
    published = incident.on + timedelta(days=day)
    writer = _Writer(f"{incident.number}/{day}/{rng.random()}/{outlet}")
    _lead(writer, incident, day)
    _total(writer, incident, published, rng)
    _denial(writer, incident, rng)
    for _ in range(4):
        writer.filler(" ".join(_sentence(rng) for _ in range(3)))
    return _record(writer, incident, outlet, published)


def _lead(writer: _Writer, incident: Incident, day: int) -> None:
    """Write who was killed and hurt where, and who says so."""
    draft, start = writer.draft, writer.draft.n_chars
    speaker = writer.actor(_SPEAKERS[(incident.number + day) % 2])
    draft.say(" officials ")
    cue = draft.quote("said")
    draft.say(" ")
    content = draft.n_chars
    name = ClaimId("pending")
    event, figures_from = EventId(writer.id("ev", content)), len(writer.figures)
    town = PlaceId(writer.id("p", incident.town))
    writer.figure(
        f"at least {incident.killed + day}",
        incident.killed + day,
        "killed",
        scope="event",
        claim=name,
        event=event,
        where=(town,),
    )
    draft.say(" people were killed and ")
    writer.figure(
        f"{incident.injured}", incident.injured, "injured", scope="event", claim=name, event=event, where=(town,)
    )
    draft.say(" wounded in an ")
    trigger = draft.quote(_NOUNS.get(incident.type, incident.type))
    draft.say(" in ")
    writer.place(incident.town)
    draft.say(" on ")
    words = f"{incident.on:%-d %B %Y}"
    when = _when(incident.on, draft.say(words), words)
    writer.times.append(when)
    claim = writer.claim(speaker, cue, content)
    draft.say(".")
    writer.end(start)
    writer.figures[figures_from:] = [_with_claim(figure, claim) for figure in writer.figures[figures_from:]]
    writer.events.append(
        Event(
            id=event, type=EventCode(incident.type), span=trigger.span, words=trigger.words, acting=(), affected=(),
            others=(), when=when, where=(town,), stage="accomplished", modality="asserted", claim=claim,
            same_as=None, plover=None, acled=None,
        )
    )  # fmt: skip


def _with_claim(figure: Figure, claim: ClaimId) -> Figure:
    from dataclasses import replace

    return replace(figure, claim=claim)


def _total(writer: _Writer, incident: Incident, published: date, rng: random.Random) -> None:
    """Write the ministry's running total for the province."""
    draft, start = writer.draft, writer.draft.n_chars
    speaker = writer.actor("Health Ministry")
    draft.say(" figures ")
    cue = draft.quote("put")
    draft.say(" ")
    content, n = draft.n_chars, 100 + (published - date(2021, 1, 1)).days * 3 + rng.randrange(3)
    since = _when(date(2021, 1, 1), None, "1 January 2021")
    province = PlaceId(writer.id("p", incident.province))
    first = len(writer.figures)
    writer.figure(f"{n}", n, "killed", scope="total", claim=None, event=None, where=(province,), since=since)
    draft.say(" as the number killed in ")
    writer.place(incident.province)
    draft.say(" since 1 January 2021")
    claim = writer.claim(speaker, cue, content, act="estimate")
    draft.say(".")
    writer.end(start)
    writer.figures[first:] = [_with_claim(figure, claim) for figure in writer.figures[first:]]


def _denial(writer: _Writer, incident: Incident, rng: random.Random) -> None:
    """Write that somebody says it was not them, and that somebody offers talks."""
    draft, start = writer.draft, writer.draft.n_chars
    speaker = writer.actor(rng.choice((*_SPEAKERS[2:], incident.mayor)))
    draft.say(" ")
    cue = draft.quote("denied")
    draft.say(" ")
    content = draft.n_chars
    draft.say(f"having fired on {incident.town} and offered ")
    trigger = draft.quote("talks")
    claim = writer.claim(speaker, cue, content, act="deny")
    draft.say(".")
    writer.end(start)
    writer.events.append(
        Event(
            id=EventId(writer.id("ev", content)), type=EventCode("offer"), span=trigger.span, words=trigger.words,
            acting=(speaker,), affected=(), others=(), when=None, where=(), stage="accomplished",
            modality="asserted", claim=claim, same_as=None, plover=None, acled=None,
        )
    )  # fmt: skip


def _record(writer: _Writer, incident: Incident, outlet: str, published: date) -> Record:
    text = writer.draft.text
    digest = sha256(text.encode()).hexdigest()
    corner = random.Random(incident.town)
    lat, lon = round(corner.uniform(10, 20), 4), round(corner.uniform(20, 40), 4)
    url = f"https://{outlet.lower().replace(' ', '')}.example/{make_id('u', writer.key)}"
    report = Report(
        id=ReportId(make_id("r", digest, writer.key)), path=None, sha256=digest, text_sha256=digest,
        title=f"{incident.town} {incident.type}", outlet=outlet, byline=None, url=url, language="en",
        published=_when(published, None, published.isoformat()), text=text,
    )  # fmt: skip
    province = PlaceId(writer.id("p", incident.province))
    places = tuple(
        Place(
            id=PlaceId(writer.id("p", name)), name=name, kind="town" if name == incident.town else "province",
            country="XA", lat=lat, lon=lon, geonames=None,
            within=(province,) if name == incident.town else (), precision="town", mentions=tuple(spans),
        )
        for name, spans in writer.places.items()
    )  # fmt: skip
    actors = tuple(
        Actor(
            id=ActorId(writer.id("a", name)), name=name, kind="person" if name.startswith(_MAYOR) else "government",
            roles=(ActorRole(title="mayor", of=None),) if name.startswith(_MAYOR) else (),
            country="XA", mentions=tuple(spans),
        )
        for name, spans in writer.mentions.items()
    )  # fmt: skip
    return Record(
        made_by=MadeBy(onrecord="0", reader="invented", stages=()), report=report, passages=tuple(writer.passages),
        actors=actors, places=places, times=tuple(writer.times), claims=tuple(writer.claims),
        events=tuple(writer.events), figures=tuple(writer.figures), flags=(),
    )  # fmt: skip
