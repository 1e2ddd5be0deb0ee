"""Turns a record into the rows that its views show: ids into names, codes into words, bounds into phrases."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from onrecord.model.claim import Claim, Note, Party
from onrecord.model.event import Event
from onrecord.model.figure import Figure
from onrecord.model.flag import Flag
from onrecord.model.ids import ClaimId, PlaceId
from onrecord.model.record import Record
from onrecord.model.span import Span, hull
from onrecord.model.when import When
from onrecord.render.phrases import bounds, label, number, when_phrase
from onrecord.render.rows import ClaimRow, EventRow, Evidence, FigureRow, FlagRow, NoteRow, Rows, Shape, Voice, Who
from onrecord.vocab.load import load_table

_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_WORD = re.compile(r"[\w-]+")


def rows_of(record: Record, *, labels: Mapping[str, Any] | None = None) -> Rows:
    """Return the rows of `record`.

    Args:
        record: The record to show.
        labels: The word table `labels`; the package's own when not given.
    """
    return _Rows(record, load_table("labels") if labels is None else labels).all()


class _Rows:
    def __init__(self, record: Record, labels: Mapping[str, Any]) -> None:
        self._record, self._labels = record, labels
        self._actors = {actor.id: actor for actor in record.actors}
        self._places = {place.id: place for place in record.places}
        self._claims = {claim.id: claim for claim in record.claims}
        self._events = {event.id: event for event in record.events}
        claims = sorted(record.claims, key=lambda claim: (_claim_anchor(claim).start, -_claim_anchor(claim).end))
        self._in_order = claims, sorted(record.figures, key=lambda row: row.span), sorted(record.events, key=_by_time)
        kinds: dict[str, Sequence[Claim | Figure | Event]] = dict(zip("CFE", self._in_order, strict=True))
        self._refs: dict[str, str] = {
            item.id: f"{letter}{n}" for letter, items in kinds.items() for n, item in enumerate(items, 1)
        }
        self._flags: dict[str, list[str]] = {}
        for flag in record.flags:
            self._flags.setdefault(flag.item, []).append(self._readable(flag.message))

    def all(self) -> Rows:
        claims, figures, events = self._in_order
        shown = (
            tuple(map(self._claim, claims)), tuple(map(self._figure, figures)), tuple(map(self._event, events)),
        )  # fmt: skip
        evidence = (
            Evidence(note=note, ref=row.ref, id=row.id, voice=row.voice)
            for kind in shown for row in kind for note in row.notes
        )  # fmt: skip
        flags = tuple(self._flag(flag) for flag in self._record.flags)
        ordered = tuple(sorted(evidence, key=lambda item: (item.note.span, item.ref)))
        return Rows(claims=shown[0], figures=shown[1], events=shown[2], evidence=ordered, flags=flags)

    def _flag(self, flag: Flag) -> FlagRow:
        ref = self._refs.get(flag.item)
        return FlagRow(message=self._readable(flag.message), ref=ref, id=None if ref is None else flag.item)

    def _readable(self, message: str) -> str:
        """Return `message` with rows called by their reference, `C3`, rather than by their id."""
        return _WORD.sub(lambda match: self._refs.get(match[0], match[0]), message)

    def _claim(self, claim: Claim) -> ClaimRow:
        return ClaimRow(
            id=claim.id, ref=self._refs[claim.id], anchor=_claim_anchor(claim),
            voice=self._voice(claim.id), act=self._say("acts", claim.act), mode=self._say("modes", claim.mode),
            words=tuple(_flat(piece.words) for piece in claim.content), said=when_phrase(claim.said),
            told=tuple(map(self._who, claim.told)), notes=self._notes(claim.notes),
            depth=sum(1 for _ in self._chain(claim)) - 1, flags=tuple(self._flags.get(claim.id, ())),
        )  # fmt: skip

    def _figure(self, figure: Figure) -> FigureRow:
        by = self._actors.get(figure.by) if figure.by is not None else None
        return FigureRow(
            id=figure.id, ref=self._refs[figure.id], anchor=figure.span,
            voice=self._voice(figure.claim), words=_flat(figure.words), bounds=bounds(figure) + self._unit(figure),
            low=None if figure.low is None else number(figure.low),
            high=None if figure.high is None else number(figure.high), shape=_shape(figure),
            what=self._what(figure), scope=self._scope(figure), when=self._figure_when(figure),
            where=self._where(figure.where), by="" if by is None else by.name,
            part_of=None if figure.part_of is None else self._refs.get(figure.part_of),
            notes=self._notes(figure.notes), flags=tuple(self._flags.get(figure.id, ())),
        )  # fmt: skip

    def _event_of(self, figure: Figure) -> Event | None:
        return None if figure.event is None else self._events.get(figure.event)

    def _scope(self, figure: Figure) -> str:
        """Return what a figure counts over, and where it is not said to have come about, what it is then."""
        event = self._event_of(figure)
        told = [self._say("scopes", figure.scope)]
        if event is not None and event.type in self._labels["only_talked_of"]:
            told.append(self._say("only_talked_of", event.type))
        elif event is not None:
            told.append(self._say("modalities", event.modality))
        return ", ".join(filter(None, told))

    def _event(self, event: Event) -> EventRow:
        state = [self._say("stages", event.stage), self._say("modalities", event.modality)]
        state += ["background"] if event.background else []
        codes = [f"PLOVER {event.plover.event}"] if event.plover else []
        codes += [f"ACLED {event.acled.sub_event_type}"] if event.acled else []
        return EventRow(
            id=event.id, ref=self._refs[event.id], anchor=event.span, voice=self._voice(event.claim),
            type=event.type.replace("_", " "), words=_flat(event.words),
            acting=self._whos(event.acting), affected=self._whos(event.affected),
            others=self._others(event),
            when=when_phrase(event.when), where=self._where(event.where), state=tuple(filter(None, state)),
            same_as=None if event.same_as is None else self._refs.get(event.same_as), codes=" · ".join(codes),
            notes=self._notes(event.notes), flags=tuple(self._flags.get(event.id, ())),
        )  # fmt: skip

    def _others(self, event: Event) -> tuple[tuple[str, tuple[Who, ...]], ...]:
        """Return those with another part in `event`, each part once with all who have it."""
        by_role: dict[str, dict[Who, None]] = {}
        for other in event.others:
            by_role.setdefault(other.role, {})[self._who(other.part)] = None
        return tuple((role, tuple(whos)) for role, whos in by_role.items())

    def _say(self, group: str, code: str) -> str:
        return label(self._labels, group, code)

    def _voice(self, claim_id: ClaimId | None) -> Voice:
        claim = None if claim_id is None else self._claims.get(claim_id)
        if claim is None:
            return Voice(missing=self._say("voices", "own"))
        nobody = self._say("voices", "nobody")
        chain = [", ".join(str(self._who(party)) for party in said.speakers) or nobody for said in self._chain(claim)]
        through = tuple(outer for inner, outer in pairwise(chain) if outer != inner)
        return Voice(speakers=tuple(map(self._who, claim.speakers)), through=through, missing=nobody)

    def _chain(self, claim: Claim) -> Iterable[Claim]:
        """Give `claim` and the claims around it, the nearest first; stored records may hold a circle."""
        seen = {claim.id}
        yield claim
        while claim.parent is not None and claim.parent in self._claims and claim.parent not in seen:
            claim = self._claims[claim.parent]
            seen.add(claim.id)
            yield claim

    def _who(self, party: Party) -> Who:
        actor = None if party.actor is None else self._actors.get(party.actor)
        if actor is None or actor.kind in ("population", "unknown") or actor.name[:1].isdigit():
            return Who(name=_flat(party.words), is_quote=True)
        roles = [f"{role.title}, {role.of}" if role.of else role.title for role in actor.roles[:1]]
        words, name = _flat(party.words).casefold(), actor.name.casefold()
        is_same = words in name or _ARTICLE.sub("", words) == name
        return Who(name=actor.name, words=None if is_same else _flat(party.words), role=roles[0] if roles else None)

    def _whos(self, parties: Sequence[Party]) -> tuple[Who, ...]:
        """Return those with one part in an event, each once."""
        return tuple({who.name: who for who in reversed([self._who(party) for party in parties])}.values())[::-1]

    def _where(self, places: Sequence[PlaceId]) -> str:
        return "; ".join(self._places[place].name for place in places if place in self._places)

    def _notes(self, notes: Sequence[Note]) -> tuple[NoteRow, ...]:
        return tuple(NoteRow(label=self._say("notes", n.code), words=_flat(n.words), span=n.span) for n in notes)

    def _unit(self, figure: Figure) -> str:
        return "%" if figure.unit == "percent" else ""

    def _what(self, figure: Figure) -> str:
        """Return whom or what was counted and what happened to them: `people killed`, `of population displaced`."""
        words = _flat(figure.of.words)
        harm = self._say("harms", figure.harm)
        if harm and words.casefold() in self._labels["toll_words"]:
            return harm
        plain = set(self._labels["plain"].split()).issuperset(word for word in words.split() if word.islower())
        of = f"{'of ' if figure.unit == 'percent' else ''}{words if plain else f'“{words}”'}"
        return f"{of} {harm}".strip()

    def _figure_when(self, figure: Figure) -> str:
        if figure.since is not None or figure.as_of is not None:
            since, as_of = _start(figure.since), when_phrase(figure.as_of)
            return " ".join(filter(None, [since, f"as of {as_of}" if as_of else ""]))
        event = self._event_of(figure)
        return "" if event is None else when_phrase(self._firmest(event))

    def _firmest(self, event: Event) -> When | None:
        """Return when an event was, from whichever telling says so: a headline's is often the report's day."""
        again = (other for other in self._events.values() if other.same_as == event.id)
        said = [told.when for told in (event, *again) if told.when is not None]
        return next((when for when in said if not when.approximate), said[0] if said else None)


def _flat(words: str) -> str:
    """Return `words` on one line: a report may be wrapped, a row is not."""
    return " ".join(words.split())


def _start(when: When | None) -> str:
    said = when_phrase(when)
    return "" if not said or when is None else f"since {said.removeprefix('since ')}"


def _shape(figure: Figure) -> Shape:
    if figure.low is not None and figure.high is not None:
        return "point" if figure.low == figure.high else "range"
    if figure.low is not None:
        return "from"
    return "upto" if figure.high is not None else "around"


def _claim_anchor(claim: Claim) -> Span:
    """Return the first stretch of what is said; where that is empty, the cue or the speaker."""
    spans = [piece.span for piece in claim.content] or ([claim.cue.span] if claim.cue else [])
    spans = spans or [party.span for party in claim.speakers]
    return hull(spans) if spans else Span(0, 1)


def _by_time(event: Event) -> tuple[bool, str, int]:
    start = None if event.when is None else event.when.start or event.when.end
    return start is None, (start or "")[:10], event.span.start
