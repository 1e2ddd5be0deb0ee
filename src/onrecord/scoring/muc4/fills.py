"""What goes into the slots of a MUC-4 template: the wording of one incident's parts, typed and counted."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord.model.actor import Actor
from onrecord.model.claim import Party
from onrecord.model.event import Event
from onrecord.model.figure import Figure
from onrecord.model.record import Record
from onrecord.scoring.muc4.text import has_any
from onrecord.vocab.load import load_table

_ARTICLES = re.compile(
    r"^(?:(?:the|a|an|some|several|this|these|those|at least|more than|about|over|another|other)\s+)+", re.I
)
_NUMBER = re.compile(
    r"^(\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty)\s+", re.I
)
_VALUES = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
}  # fmt: skip
_ENDINGS = (("s", ""), ("es", ""), ("men", "man"), ("ies", "y"))
_MANY = 100
_BUILT = ("facility", "camp", "unknown")
_PLURALS = ("men", "women", "people", "children", "troops", "police", "clergy", "personnel")


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A person, group or thing hit: its wording, a name if it has one, and how many."""

    words: str
    name: str | None
    number: str
    party: Party
    event: Event


def quoted(words: str) -> str:
    """Return `words` as the keys quote strings."""
    return '"' + " ".join(words.upper().replace('"', "").split()) + '"'


def wording(words: str) -> str:
    """Return a noun phrase without article, number and what follows a comma or a relative word."""
    flat = re.split(r"[,;(\[]|\s(?:who|which|that|whose|when|where)\s", " ".join(words.split()), flags=re.I)[0]
    return _NUMBER.sub("", _ARTICLES.sub("", flat.strip(" .\"'-"))).strip() or flat


def number_of(words: str) -> str:
    """Return how many a noun phrase names: a number, 1 for the singular, PLURAL otherwise."""
    flat = _ARTICLES.sub("", " ".join(words.split()))
    found = _NUMBER.match(flat)
    if found is not None:
        said = found[1].lower().replace(",", "")
        return str(_VALUES.get(said) or said)
    head = re.split(r"\s(?:of|in|at|on|from|for|to|with|near)\s|,", wording(words), flags=re.I)[0].split()
    last = head[-1].lower() if head else ""
    is_plural = (
        last in _PLURALS
        or last.endswith("men")
        or (last.endswith("s") and not last.endswith(("ss", "us", "'s", "bus")))
    )
    return "PLURAL" if is_plural else "1"


def typed(words: str, table: Mapping[str, Sequence[str]], default: str) -> str:
    """Return the first type of `table` with a word in `words`."""
    return next((name for name, listed in table.items() if has_any(words, listed)), default)


def human_targets(events: Sequence[Event], record: Record, table: Mapping[str, Any]) -> list[Target]:
    """Return the people hit, each once: by name where the report names them."""
    actors = {actor.id: actor for actor in record.actors}
    totals = [figure.span for figure in record.figures if _sums_up(figure)]
    found: list[Target] = []
    seen: set[str] = set()
    for event in events:
        for party in event.affected:
            actor = actors.get(party.actor) if party.actor is not None else None
            name = actor.name if actor is not None and is_name(actor) else None
            words = wording(party.words)
            key = (name or words).upper()
            if any(party.span.covers(span) for span in totals):
                continue
            if not words or key in seen or _is_pronoun(words) or not _is_human(party, actor, table):
                continue
            seen.add(key)
            found.append(Target(words=words, name=name, number=number_of(party.words), party=party, event=event))
    return found + [target for target in _counted(events, record) if not _is_among(target, found)]


def is_name(actor: Actor) -> bool:
    """Return whether an actor is a person called by a name, not by a trade or rank ("an officer")."""
    words = [word.lower() for word in wording(actor.name).split()]
    trades = {word for listed in load_table("muc4")["people"].values() for word in listed}
    is_common = any(
        is_person_word(word) or word in trades for word in (words[:1] if {"of", "for"} & set(words) else words[-1:])
    )
    return actor.kind == "person" and bool(words) and not is_common and not _is_pronoun(words[-1])


def _sums_up(figure: Figure) -> bool:
    """Return whether a figure sums up a war or a year, not one incident ("have been killed" alone does not)."""
    return figure.scope == "period" or (
        figure.scope == "total" and (figure.since is not None or (figure.low or figure.value or 0) >= _MANY)
    )


def _counted(events: Sequence[Event], record: Record) -> list[Target]:
    """Return those whom figures count as harmed in the events."""
    by_id = {event.id: event for event in events} | {event.same_as: event for event in events if event.same_as}
    return [
        Target(
            words=wording(figure.of.words),
            name=None,
            number=str(figure.value),
            party=Party(actor=figure.of.actor, span=figure.span, words=f"{figure.words} {figure.of.words}"),
            event=by_id[figure.event],
        )
        for figure in record.figures
        if figure.event in by_id
        and figure.unit == "people"
        and figure.value
        and figure.harm in ("killed", "injured", "held")
        and is_person_word((wording(figure.of.words).split() or [""])[-1])
    ]


def _is_among(target: Target, found: Sequence[Target]) -> bool:
    return any(
        other.party.span.covers(target.party.span)
        or (other.name is None and other.words.upper() == target.words.upper())
        for other in found
    )


def _is_pronoun(words: str) -> bool:
    return words.lower() in (
        "he",
        "she",
        "they",
        "them",
        "him",
        "her",
        "it",
        "us",
        "we",
        "i",
        "those",
        "others",
        "who",
        "this",
        "itself",
    )


def _is_human(party: Party, actor: Any, table: Mapping[str, Any]) -> bool:
    """Return whether a party is people: a named person, or a noun phrase whose head names people."""
    if actor is not None and actor.kind == "person":
        return True
    head = re.split(r"\s(?:of|in|at|on|from|for|to|with|near|by|and)\s", wording(party.words), flags=re.I)[0]
    last = head.split()[-1] if head.split() else ""
    if last.lower() in table["no_victim"]:
        return False
    return is_person_word(last) or any(last.lower() in listed for listed in table["people"].values())


@cache
def _person_words() -> frozenset[str]:
    counted = load_table("counted")
    nouns = {str(noun) for listed in counted["people"].values() for noun in listed}
    return frozenset(nouns | {str(many) for many, one in counted["plurals"].items() if one in nouns})


def is_person_word(word: str) -> bool:
    """Return whether `word` names people, in the singular or plural."""
    lower, known = word.lower().strip(".'\""), _person_words()
    return lower in known or any(lower.endswith(end) and lower[: -len(end)] + put in known for end, put in _ENDINGS)


def _is_only_place(words: str, place: str) -> bool:
    """Return whether a target is the town itself ("the town of Tarro"), not a thing in it ("a post in Tarro")."""
    before = " ".join(words.upper().split()).removesuffix(" ".join(place.upper().split())).split()
    return not before or before[-1] == "OF"


def physical_targets(events: Sequence[Event], record: Record, table: Mapping[str, Any]) -> list[Target]:
    """Return the things hit, each once; a place of the list of locations is no target."""
    places = [span for place in record.places if place.kind not in _BUILT for span in place.mentions]
    found: list[Target] = []
    seen: set[str] = set()
    for event in events:
        for other in event.others:
            words = wording(other.part.words)
            if other.role != "target" or words.upper() in seen or not words or has_any(words, table["no_target"]):
                continue
            if any(
                _is_only_place(words, span.of(record.report.text)) for span in places if other.part.span.covers(span)
            ):
                continue
            seen.add(words.upper())
            found.append(
                Target(words=words, name=None, number=number_of(other.part.words), party=other.part, event=event)
            )
    return found
