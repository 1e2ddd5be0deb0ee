"""Scores claims and actors on reports marked by hand: the right speaker with the right content?

A row of the gold gives a text, its claims (`who`: a name of each speaker, `cue`, `content`, `act`, `mode`, `told`,
`parent`: number of the outer claim, `notes`) and its actors (`name`, `kind`, `roles`), with those in `may` that one
reader counts and another does not. Gold and given claims are tied
one to one, the greatest overlap first; a pair counts as found where each shares at least half of its content's words
with the other. `linked` wants the right speakers too: as many as marked, each an actor that is mentioned by the
name marked, or where no actor is known the words themselves. `exact` compares contents without punctuation, quotation
marks and a leading "that".
"""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from onrecord.model.actor import Actor
from onrecord.model.claim import Claim, Party
from onrecord.model.ids import ActorId
from onrecord.model.record import Record
from onrecord.scoring.score import Score, Tally

RecordReader = Callable[[str], Record]
"""Reads one text into its record."""

_WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")
_ARTICLES = {"the", "a", "an"}


@dataclass(slots=True)
class Counts:
    """What was right, given and wanted, by kind of question."""

    tallies: dict[str, Tally] = field(default_factory=dict)

    def add(self, name: str, right: int, given: int, wanted: int) -> None:
        """Add to the tally called `name`."""
        self.tallies[name] = self.tallies.get(name, Tally()) + Tally(right, given, wanted)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Given:
    """One claim of the record, made comparable."""

    claim: Claim
    content: frozenset[int]
    speakers: tuple[frozenset[str], ...]
    told: tuple[frozenset[str], ...]


def claim_scores(path: Path, read: RecordReader, *, held: bool = False, fast: bool = False) -> tuple[Score, ...]:
    """Return the scores on the rows of `path`; every fourth row only when `fast`.

    `held` names the scores as those of rows that no rule was made for.
    """
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    counts = Counts()
    for row in rows[:: 4 if fast else 1]:
        score_row(row, read(row["text"]), counts)
    scores = _scores(counts)
    return tuple(replace(score, name=score.name.replace(".", ".held.", 1)) if held else score for score in scores)


def score_row(row: dict[str, Any], record: Record, counts: Counts) -> None:
    """Add to `counts` how well `record` fits the marked `row`."""
    names = {actor.id: _names(actor, record) for actor in record.actors}
    given = [_given(claim, record, names) for claim in record.claims]
    wanted = [_numbers(record, words) for words in _contents(row)]
    pairs = _pairs(wanted, [one.content for one in given])
    found = linked = 0
    for at, other in pairs:
        gold, one = row["claims"][at], given[other]
        found += 1
        is_speaker = _same_parties(gold.get("who", []), one.speakers)
        linked += is_speaker
        counts.add("speaker", is_speaker, 1, 1)
        counts.add("exact", _core(gold["content"]) == _core([quote.words for quote in one.claim.content]), 1, 1)
        counts.add("cue", _is_cue(gold.get("cue"), one.claim), 1, 1)
        counts.add("act", gold["act"] == one.claim.act, 1, 1)
        counts.add("mode", gold["mode"] == one.claim.mode, 1, 1)
        counts.add("parent", _is_parent(gold, one.claim, dict(pairs), given), 1, 1)
        told = _same_parties(gold.get("told", []), one.told)
        counts.add("told", told and bool(one.told), bool(one.told), bool(gold.get("told")))
        codes, marked = {note.code for note in one.claim.notes}, set(gold.get("notes", []))
        counts.add("notes", len(codes & marked), len(codes), len(marked))
    counts.add("content", found, len(given), len(wanted))
    counts.add("linked", linked, len(given), len(wanted))
    _score_actors(row, record, names, counts)


def _score_actors(row: dict[str, Any], record: Record, names: dict[ActorId, frozenset[str]], counts: Counts) -> None:
    if "actors" not in row:
        return
    left = list(record.actors)
    for gold in row["actors"]:
        hits = [actor for actor in left if _plain(gold["name"]) in names[actor.id]]
        counts.add("actors", bool(hits), 0, 1)
        if not hits:
            counts.add("roles", 0, 0, len(gold.get("roles", [])))
            continue
        left.remove(hits[0])
        counts.add("actors.kind", hits[0].kind == gold["kind"], 1, 1)
        roles = {(_plain(role.title), _plain(role.of or "")) for role in hits[0].roles}
        marked = {(_plain(title), _plain(of or "")) for title, of in gold.get("roles", [])}
        counts.add("roles", len(roles & marked), len(roles), len(marked))
    may = {_plain(name) for name in row.get("may", [])} | {_plain(gold["name"]) for gold in row["actors"]}
    extra = [actor for actor in left if not names[actor.id] & may]
    counts.add("actors", 0, len(row["actors"]) - _missed(row, record, names) + len(extra), 0)


def _missed(row: dict[str, Any], record: Record, names: dict[ActorId, frozenset[str]]) -> int:
    """Return how many marked actors the record lacks."""
    return sum(all(_plain(gold["name"]) not in names[actor.id] for actor in record.actors) for gold in row["actors"])


def _given(claim: Claim, record: Record, names: dict[ActorId, frozenset[str]]) -> _Given:
    inside: set[int] = set()
    for quote in claim.content:
        inside |= {match.start() for match in _WORD.finditer(record.report.text, quote.span.start, quote.span.end)}
    return _Given(
        claim=claim,
        content=frozenset(inside),
        speakers=tuple(_called(party, names) for party in claim.speakers),
        told=tuple(_called(party, names) for party in claim.told),
    )


def _called(party: Party, names: dict[ActorId, frozenset[str]]) -> frozenset[str]:
    """Return all that the party is called: its actor's mentions, or its own words where it has no actor."""
    return names[party.actor] if party.actor is not None else frozenset([_plain(party.words)])


def _names(actor: Actor, record: Record) -> frozenset[str]:
    return frozenset(_plain(span.of(record.report.text)) for span in actor.mentions) | {_plain(actor.name)}


def _plain(words: str) -> str:
    parts = [part for part in re.findall(r"[\w.'’-]+", words.lower()) if part not in _ARTICLES]
    return " ".join(parts).removesuffix("'s").removesuffix("’s")


def _contents(row: dict[str, Any]) -> Iterable[list[str]]:
    return (claim["content"] for claim in row["claims"])


def _numbers(record: Record, pieces: Sequence[str]) -> frozenset[int]:
    """Return where the words of the pieces begin in the text; `words#1` is the second place they stand."""
    found: set[int] = set()
    for piece in pieces:
        words, _, nth = piece.partition("#") if re.search(r"#\d$", piece) else (piece, "", "")
        start = -1
        for _ in range(int(nth or 0) + 1):
            match = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)").search(record.report.text, start + 1)
            start = -1 if match is None else match.start()
        found |= {match.start() for match in _WORD.finditer(record.report.text, start, start + len(words))}
    return frozenset(found)


def _pairs(wanted: Sequence[frozenset[int]], given: Sequence[frozenset[int]]) -> list[tuple[int, int]]:
    """Return (gold, given) pairs that share at least half of each other's words, each claim once."""
    close = sorted(
        (-2 * len(gold & one) / max(1, len(gold) + len(one)), at, other)
        for at, gold in enumerate(wanted)
        for other, one in enumerate(given)
        if 2 * len(gold & one) >= max(len(gold), len(one))
    )
    pairs: list[tuple[int, int]] = []
    for _, at, other in close:
        if all(at != a and other != b for a, b in pairs):
            pairs.append((at, other))
    return sorted(pairs)


def _same_parties(who: Sequence[str], parties: Sequence[frozenset[str]]) -> bool:
    if len(who) != len(parties):
        return False
    return all(any(_plain(name) in party for party in parties) for name in who)


def _core(pieces: Iterable[str]) -> list[str]:
    words = [word.lower() for piece in pieces for word in _WORD.findall(re.sub(r"#\d$", "", piece))]
    return words[1:] if words[:1] == ["that"] else words


def _is_cue(marked: str | None, claim: Claim) -> bool:
    """Return whether the cue is the one marked: each is in the other ("said", "has said")."""
    if marked is None or claim.cue is None:
        return marked is None and claim.cue is None
    return marked in claim.cue.words or claim.cue.words in marked


def _is_parent(gold: dict[str, Any], claim: Claim, pairs: dict[int, int], given: Sequence[_Given]) -> bool:
    outer = gold.get("parent")
    if outer is None:
        return claim.parent is None
    return outer in pairs and claim.parent == given[pairs[outer]].claim.id


_SHOWN = (
    ("content", "claims.content.f1", 90.0), ("linked", "claims.linked.f1", 85.0), ("speaker", "claims.speaker", 90.0),
    ("exact", "claims.content.exact", None), ("cue", "claims.cue", None), ("act", "claims.act", None),
    ("mode", "claims.mode", None), ("parent", "claims.parent", None), ("told", "claims.told.f1", None),
    ("notes", "claims.notes.f1", None), ("actors", "actors.f1", None), ("actors.kind", "actors.kind", None),
    ("roles", "actors.roles.f1", None),
)  # fmt: skip


def _scores(counts: Counts) -> Iterable[Score]:
    for key, name, target in _SHOWN:
        tally = counts.tallies.get(key, Tally())
        yield Score(name=name, value=tally.f1, n=tally.wanted, anchor="no system published", target=target)
