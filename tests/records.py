"""Records made by hand for the views: short builders whose spans are found in the text."""

from typing import Any

from builders import day, report_of, span_of
from onrecord.model.actor import Actor, ActorRole
from onrecord.model.claim import Claim, Note, Party, Quote
from onrecord.model.event import AcledCode, Event, EventCode, OtherPart, PloverCode
from onrecord.model.figure import CountedOf, Figure
from onrecord.model.flag import Flag, FlagCode
from onrecord.model.ids import ActorId, ClaimId, EventId, FigureId, PassageId, PlaceId
from onrecord.model.place import Place
from onrecord.model.record import MadeBy, Record
from onrecord.model.report import Passage, PassageKind

TEXT = """\
Shelling kills dozens in Orvane
By Lena Marsh
Shells hit the market of Orvane on Monday, killing at least 12 people, the mayor, Anton Beke, told Radio Selm.
Men carry a coffin in Orvane on May 3
“We heard that the army said nearly 40 were hurt,” he said, without giving more details.
Residents were also without water.
Old town | 7
"""
KINDS: tuple[PassageKind, ...] = (
    "headline", "byline", "paragraph", "caption", "paragraph", "paragraph", "table_row",
)  # fmt: skip


def party(text: str, words: str, actor: str | None = None, *, nth: int = 0) -> Party:
    return Party(actor=None if actor is None else ActorId(actor), span=span_of(text, words, nth=nth), words=words)


def quote(text: str, words: str, *, nth: int = 0) -> Quote:
    return Quote(span=span_of(text, words, nth=nth), words=words)


def note(text: str, code: str, words: str) -> Note:
    return Note(code=code, span=span_of(text, words), words=words)  # type: ignore[arg-type]


def actor(
    text: str, key: str, name: str, kind: str = "person", *, roles: tuple[tuple[str, str | None], ...] = ()
) -> Actor:
    return Actor(
        id=ActorId(key), name=name, kind=kind, roles=tuple(ActorRole(title=t, of=of) for t, of in roles),  # type: ignore[arg-type]
        country=None, mentions=(span_of(text, name),) if name in text else (),
    )  # fmt: skip


def claim(
    text: str, key: str, content: str, *, by: Party | None = None, cue: str | None = None, **fields: Any
) -> Claim:
    known: dict[str, Any] = {"mode": "indirect", "act": "say", "said": None, "told": (), "parent": None, "notes": ()}
    return Claim(
        id=ClaimId(key), speakers=() if by is None else (by,), cue=None if cue is None else quote(text, cue),
        content=(quote(text, content),), **{**known, **fields},
    )  # fmt: skip


def figure(text: str, words: str, *, of: str = "people", key: str | None = None, **fields: Any) -> Figure:
    known: dict[str, Any] = {
        "value": None, "low": None, "high": None, "hedge": "exact", "unit": "people", "harm": "killed", "by": None,
        "scope": "event", "since": None, "as_of": None, "where": (), "event": None, "claim": None, "part_of": None, "notes": (),
    }  # fmt: skip
    counted = CountedOf(words=of, actor=None, status="unstated", women=False, children=False)
    return Figure(
        id=FigureId(key or f"f-{words.replace(' ', '-')}"),
        span=span_of(text, words),
        words=words,
        of=counted,
        **{**known, **fields},
    )


def event(text: str, words: str, kind: str, *, key: str | None = None, **fields: Any) -> Event:
    known: dict[str, Any] = {
        "acting": (), "affected": (), "others": (), "when": None, "where": (), "stage": "accomplished", "modality": "asserted",
        "claim": None, "same_as": None, "plover": None, "acled": None,
    }  # fmt: skip
    return Event(
        id=EventId(key or f"e-{words.replace(' ', '-')}"),
        type=EventCode(kind),
        span=span_of(text, words),
        words=words,
        **{**known, **fields},
    )


def passages(text: str, kinds: tuple[PassageKind, ...] | None = None) -> tuple[Passage, ...]:
    """Return a passage for each line of `text`, of `kinds` in their order, paragraphs where none is given."""
    lines = [line for line in text.split("\n") if line.strip()]
    kinds = kinds or ("paragraph",) * len(lines)
    return tuple(
        Passage(id=PassageId(f"p-{n}"), kind=kind, span=span_of(text, line))
        for n, (line, kind) in enumerate(zip(lines, kinds, strict=True))
    )


def record(
    text: str, *, kinds: tuple[PassageKind, ...] | None = None, report: dict[str, Any] | None = None, **rows: Any
) -> Record:
    """Return a record of `text` that holds `rows` and nothing else."""
    known: dict[str, Any] = dict.fromkeys(("actors", "places", "times", "claims", "events", "figures", "flags"), ())
    return Record(
        made_by=MadeBy(onrecord="0", reader="by hand"), report=report_of(text, **(report or {})),
        passages=passages(text, kinds), **{**known, **rows},
    )  # fmt: skip


def example() -> Record:
    """Return a record with nested claims, figures of several shapes, planned events, notes and a flag."""
    outer_words = "We heard that the army said nearly 40 were hurt"
    mayor, army = party(TEXT, "Anton Beke", "a-mayor"), party(TEXT, "the army", "a-army")
    spoken = claim(
        TEXT, "c-mayor", "Shells hit the market of Orvane on Monday, killing at least 12 people", by=mayor, cue="told",
        told=(party(TEXT, "Radio Selm", "a-radio"),), said=day("2023-12-18"),
    )  # fmt: skip
    outer = claim(
        TEXT, "c-outer", outer_words, by=party(TEXT, "he", "a-mayor", nth=TEXT[: TEXT.index(" he said")].count("he")), mode="direct",
        notes=(note(TEXT, "detail.none-given", "without giving more details"),),
    )  # fmt: skip
    inner = claim(TEXT, "c-inner", "nearly 40 were hurt", by=army, cue="said", parent=ClaimId("c-outer"))
    place = Place(
        id=PlaceId("pl-orvane"), name="Orvane", kind="town", country=None, lat=1.5, lon=2.5, geonames=1, within=(),
        precision="town", mentions=(span_of(TEXT, "Orvane"),),
    )  # fmt: skip
    hit = event(
        TEXT, "hit", "shelling", when=day("2023-12-18"), where=(place.id,), claim=spoken.id,
        others=(OtherPart(role="target", part=party(TEXT, "the market")),),
        plover=PloverCode(event="ASSAULT", mode=None),
        acled=AcledCode(event_type="Explosions/Remote violence", sub_event_type="Shelling/artillery/missile attack"),
    )  # fmt: skip
    return record(
        TEXT, kinds=KINDS, report={"title": "Shelling kills dozens in Orvane", "outlet": "The Orvane Herald", "byline": "Lena Marsh"},
        actors=(
            actor(TEXT, "a-mayor", "Anton Beke", roles=(("mayor", "Orvane"),)),
            actor(TEXT, "a-army", "Army of Selm", "armed_force"),
            actor(TEXT, "a-radio", "Radio Selm", "outlet"),
        ),
        places=(place,), claims=(spoken, outer, inner), times=(),
        events=(hit, event(TEXT, "without water", "need"), event(TEXT, "kills", "attack", same_as=hit.id, when=day("2023-12-17"), modality="possible")),
        figures=(
            figure(TEXT, "at least 12", value=12, low=12, hedge="at_least", claim=spoken.id, event=hit.id, where=(place.id,)),
            figure(TEXT, "nearly 40", of="terrorists", value=40, high=40, hedge="nearly", harm="injured", claim=inner.id),
            figure(TEXT, "dozens", low=24, hedge="vague"),
            figure(TEXT, "7", key="f-7", value=7, low=7, high=7),
        ),
        flags=(Flag(code=FlagCode.EVENT_UNDATED, item="e-without-water", message="'without water' has no day"),),
    )  # fmt: skip
