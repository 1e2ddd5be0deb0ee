"""The corpus of `examples/ledger` as records: the reports' own text with the marks of `marked.yaml`."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from builders import day
from onrecord.intake import take_in
from onrecord.model.actor import Actor, ActorRole
from onrecord.model.claim import Claim, Note, Party, Quote
from onrecord.model.event import Event, EventCode, Responsibility
from onrecord.model.figure import CountedOf, Figure
from onrecord.model.ids import ActorId, ClaimId, EventId, FigureId, PlaceId, make_id
from onrecord.model.place import Place
from onrecord.model.record import MadeBy, Record
from onrecord.model.span import Span
from onrecord.stages.segment import segment
from onrecord.text.numbers import read_number

CORPUS = Path(__file__).parents[2] / "examples" / "ledger"


@cache
def gold() -> dict[str, Any]:
    return yaml.safe_load((CORPUS / "ledger.yaml").read_text(encoding="utf-8"))


@cache
def records() -> dict[str, Record]:
    """Return the marked record of each report by its short name."""
    table = yaml.safe_load((CORPUS / "marked.yaml").read_text(encoding="utf-8"))
    found = {}
    for path in sorted((CORPUS / "reports").glob("*.html")):
        name = path.name.split("_")[1]
        marks = table["reports"][name]
        if "like" in marks:
            marks = {**table["reports"][marks["like"]], **marks}
        found[name] = _Marked(path, marks, table, is_copy="like" in marks).record()
    return found


@cache
def worded() -> dict[str, Record]:
    """Return the marked records with the words of each event's day as they stand where the marks put them."""
    return {
        name: replace(record, events=tuple(_worded(record, event) for event in record.events))
        for name, record in records().items()
    }


def _worded(record: Record, event: Event) -> Event:
    if event.when is None or event.when.span is None:
        return event
    return replace(event, when=replace(event.when, words=event.when.span.of(record.report.text)))


class _Marked:
    def __init__(self, path: Path, marks: dict[str, Any], table: dict[str, Any], *, is_copy: bool) -> None:
        self.report = take_in(path.read_bytes(), name=path.name)
        self.text, self.marks, self.table, self.is_copy = self.report.text, marks, table, is_copy
        self.passages = segment(self.report)
        self.body = next(p.span.start for p in self.passages if p.kind not in ("headline", "byline"))

    def record(self) -> Record:
        claims = [self.claim(key, *row) for key, row in self.marks["claims"].items() if self.holds(row[1])]
        events = [self.event(key, *row) for key, row in self.marks["events"].items() if self.holds(row[1])]
        kept = {claim.id for claim in claims}
        figures = [self.figure(n, row) for n, row in enumerate(self.marks["figures"]) if self.holds(row[0])]
        used = {p.actor for c in claims for p in c.speakers} | {
            p.actor for e in events for p in (*e.acting, *e.affected)
        }
        return Record(
            made_by=MadeBy(onrecord="0", reader="by hand"),
            report=self.report,
            passages=self.passages,
            actors=tuple(self.actor(key) for key in self.table["actors"] if self.id("a", key) in used),
            places=tuple(
                self.place(key) for key, row in self.table["places"].items() if row[0].lower() in self.text.lower()
            ),
            times=(),
            claims=tuple(claims),
            events=tuple(e for e in events if e.claim is None or e.claim in kept),
            figures=tuple(f for f in figures if f.claim is None or f.claim in kept),
            flags=(),
        )

    def holds(self, words: str) -> bool:
        found = self.text.find(words, self.body) >= 0
        assert found or self.is_copy, f"{self.report.path}: {words!r} is not in the text"
        return found

    def span(self, words: str) -> Span:
        start = self.text.index(words, self.body)
        return Span(start, start + len(words))

    def id(self, prefix: str, *parts: object) -> Any:
        return make_id(prefix, self.report.id, *parts)

    def party(self, key: str, words: str) -> Party:
        return Party(actor=ActorId(self.id("a", key)), span=self.span(words), words=words)

    def actor(self, key: str) -> Actor:
        name, kind, country, title, of = self.table["actors"][key]
        roles = () if title is None else (ActorRole(title=title, of=of),)
        mentions = (self.span(name),) if name in self.text[self.body :] else ()
        return Actor(
            id=ActorId(self.id("a", key)), name=name, kind=kind, roles=roles, country=country, mentions=mentions
        )

    def place(self, key: str) -> Place:
        name, kind, country, geonames, lat, lon, precision, _ = self.table["places"][key]
        at = self.text.lower().find(name.lower())
        return Place(
            id=PlaceId(self.id("pl", key)), name=name, kind=kind, country=country, lat=lat, lon=lon, geonames=geonames,
            within=(), precision=precision, mentions=(Span(at, at + len(name)),),
        )  # fmt: skip

    def claim(self, key: str, actor: str, words: str, cue: str, act: str = "say") -> Claim:
        whole = self.span(words)
        at = whole.start + words.rindex(cue) if not words.startswith(cue) else whole.start
        named = words.replace(cue, "").strip(" ,")
        passage = next(p.span for p in self.passages if p.span.covers(whole))
        return Claim(
            id=ClaimId(self.id("c", key)), speakers=(self.party(actor, named if named in self.text[self.body :] else words),),
            cue=Quote(span=Span(at, at + len(cue)), words=cue), content=(Quote(span=passage, words=passage.of(self.text)),),
            mode="indirect", act=act, said=None, told=(), parent=None, notes=(),
        )  # fmt: skip

    def event(self, key: str, kind: str, words: str, on: Any, place: str | None, more: dict[str, Any]) -> Event:
        acting = tuple(self.party(*more[name]) for name in ("acting", "with") if name in more)
        blamed = more.get("responsibility")
        claim = ClaimId(self.id("c", more["claim"])) if "claim" in more else None
        return Event(
            id=EventId(self.id("ev", key)), type=EventCode(kind), span=self.span(words), words=words, acting=acting,
            affected=(self.party(*more["affected"]),) if "affected" in more else (), others=(), when=_day(str(on)),
            where=() if place is None else (PlaceId(self.id("pl", place)),), stage="accomplished",
            modality=more.get("modality", "asserted"), claim=claim,
            same_as=EventId(self.id("ev", more["same_as"])) if "same_as" in more else None, plover=None, acled=None,
            responsibility=(Responsibility(actor=acting[0], basis=blamed, claim=claim),) if blamed else (),
            background=more.get("background", False),
        )  # fmt: skip

    def figure(self, number: int, row: list[Any]) -> Figure:
        words, of, harm, event, claim = row[:5]
        more = row[5] if len(row) > 5 else {}
        count = 0 if words == "no" else int(read_number(words.split()[-1]))
        hedge = "at_least" if words.startswith("At least") else "exact"
        where = (PlaceId(self.id("pl", more["where"])),) if "where" in more else ()
        return Figure(
            id=FigureId(self.id("f", number)), span=self.span(words), words=words, value=count, low=count,
            high=None if hedge == "at_least" else count, hedge=hedge, unit="people", harm=harm,
            of=CountedOf(words=of, actor=None, status="combatant" if of == "soldiers" else "unstated", women=False, children=False),
            by=None, scope=more.get("scope", "event"), since=day(str(more["since"])) if "since" in more else None, as_of=None,
            where=where, event=None if event is None else EventId(self.id("ev", event)),
            claim=None if claim is None else ClaimId(self.id("c", claim)), part_of=None,
            notes=tuple(Note(code=code, span=self.span(said), words=said) for code, said in more.get("notes", {}).items()),
        )  # fmt: skip


def _day(on: str) -> Any:
    return replace(day(on), span=Span(0, 1))
