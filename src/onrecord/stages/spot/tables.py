"""The word tables that tell who is an actor, compiled for looking up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord.model.actor import ActorKind
from onrecord.vocab.load import load_table

Tokens = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Org:
    """A known organisation, force or group; `is_army` when it is its country's own forces."""

    kind: ActorKind
    country: str | None
    name: str
    is_army: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorVocab:
    """Countries, known organisations, nouns and titles. Keys are tokens in lower case."""

    states: Mapping[Tokens, str]
    adjectives: Mapping[Tokens, str]
    people: Mapping[Tokens, str]
    seats: Mapping[Tokens, str]
    state_names: Mapping[str, str]
    orgs: Mapping[Tokens, Org]
    cased: Mapping[Tokens, frozenset[str]]
    common: frozenset[str]
    name_ends: Mapping[str, ActorKind]
    name_starts: Mapping[str, ActorKind]
    not_first: frozenset[str]
    not_last: frozenset[str]
    facilities: frozenset[str]
    speech: frozenset[str]
    one: Mapping[str, tuple[ActorKind, str]]
    each: Mapping[str, ActorKind]
    bare: frozenset[str]
    alone: frozenset[str]
    agent_deps: frozenset[str]
    generic: frozenset[str]
    one_person: frozenset[str]
    collective: frozenset[str]
    class_words: frozenset[str]
    armed_words: frozenset[str]
    state_acts: frozenset[str]
    motion: frozenset[str]
    group_nouns: frozenset[str]
    member_nouns: frozenset[str]
    stands_for: Mapping[str, Sequence[ActorKind]]
    subjects: frozenset[str]
    nobody: frozenset[str]
    neutral: Mapping[str, str]
    political: frozenset[str]
    army_parts: frozenset[str]
    voices: frozenset[str]
    leads: Mapping[str, str]
    ranks: frozenset[str]
    alike: Mapping[str, str]
    titles: frozenset[str]
    short_titles: Mapping[str, str]
    unique_titles: frozenset[str]
    empty_titles: frozenset[str]
    title_modifiers: frozenset[str]
    same_titles: Mapping[str, str]

    def title(self, words: str) -> str:
        """Return `words` as the title they are matched by: lower case, abbreviations written out."""
        parts = [self.short_titles.get(part.rstrip("."), part) for part in words.lower().split()]
        known = " ".join(part for part in parts if part not in self.generic)
        for written, same in self.same_titles.items():
            known = same if known == written else known.replace(f" {written}", f" {same}")
        return known


def tokens(words: str) -> Tokens:
    """Return `words` in lower case, cut as readers cut words: hyphens, points and 's stand apart."""
    spaced = (
        words.lower().replace("’", "'").replace("'s", " 's").replace("–", "-").replace("-", " - ").replace("/", " / ")
    )
    return tuple(spaced.split())


@cache
def actor_vocab() -> ActorVocab:
    """Return the package's own tables."""
    countries, orgs, actors, roles = (load_table(name) for name in ("demonyms", "orgs", "actors", "roles"))
    known, cased = _orgs(orgs)
    return ActorVocab(
        states=_by_tokens(countries, "names"),
        adjectives=_by_tokens(countries, "adjectives"),
        people=_by_tokens(countries, "people"),
        seats=_by_tokens(countries, "seats"),
        state_names={code: row["names"][0] for code, row in countries.items()},
        orgs=known,
        cased=cased,
        common=frozenset(orgs["common"]),
        name_ends={word: kind for kind, words in orgs["name_ends"].items() for word in words},
        name_starts={word: kind for kind, words in orgs["name_starts"].items() for word in words},
        not_first=frozenset(orgs["not_first"]),
        not_last=frozenset(orgs["not_last"]),
        facilities=frozenset(orgs["facilities"]),
        speech=frozenset(verb for verbs in load_table("cues")["verbs"].values() for verb in verbs),
        one={
            word: (kind, name) for kind, sets in actors["one"].items() for name, words in sets.items() for word in words
        },
        each={word: kind for kind, words in actors["each"].items() for word in words},
        bare=frozenset(actors["bare"]),
        alone=frozenset(actors["alone"]),
        agent_deps=frozenset(actors["agent_deps"]),
        generic=frozenset(actors["generic_modifiers"]),
        one_person=frozenset(actors["one_person"]),
        collective=frozenset(actors["collective"]),
        class_words=frozenset(actors["class_words"]),
        armed_words=frozenset(actors["armed_words"]),
        state_acts=frozenset(actors["state_acts"]),
        motion=frozenset(actors["motion"]),
        group_nouns=frozenset(actors["group_nouns"]),
        member_nouns=frozenset(actors["member_nouns"]),
        stands_for=actors["stands_for"],
        subjects=frozenset(actors["subjects"]),
        nobody=frozenset(actors["nobody"]),
        neutral=actors["neutral"],
        political=frozenset(actors["political"]),
        army_parts=frozenset(actors["army_parts"]),
        voices=frozenset(actors["voices"]),
        leads=roles["leads"],
        ranks=frozenset(roles["ranks"]),
        alike=roles["alike"],
        titles=frozenset(roles["titles"]),
        short_titles=roles["short"],
        unique_titles=frozenset(roles["unique"]),
        empty_titles=frozenset(roles["empty"]),
        title_modifiers=frozenset(roles["modifiers"]),
        same_titles=roles["same"],
    )


def _by_tokens(countries: Mapping[str, Any], column: str) -> dict[Tokens, str]:
    """Return code by name; a name that two countries share goes to the one listed first."""
    found: dict[Tokens, str] = {}
    for code, row in countries.items():
        for name in row[column]:
            found.setdefault(tokens(name), code)
    return found


def _orgs(table: Mapping[str, Any]) -> tuple[dict[Tokens, Org], dict[Tokens, frozenset[str]]]:
    known: dict[Tokens, Org] = {}
    cased: dict[Tokens, frozenset[str]] = {}
    for kind, country, *names in table["orgs"]:
        org = Org(kind=kind, country=country, name=names[0], is_army=names[0] in table["armies"])
        for name in names:
            known[tokens(name)] = org
            cased[tokens(name)] = cased.get(tokens(name), frozenset()) | {name}
    return known, cased
