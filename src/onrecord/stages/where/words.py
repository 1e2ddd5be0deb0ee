"""Which words around a name say what kind of place it is, or that it is a place at all?"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from onrecord.gazetteer.fold import fold
from onrecord.model.place import PlaceKind
from onrecord.vocab.load import load_table


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWords:
    """The word tables `places/words` and `places/signs` and what `demonyms` and `orgs` say of states.

    `homes` gives region and country of peoples that are no nation, `signs` the country of words used in one only,
    `groups` that of known groups and offices.
    """

    kinds: Mapping[str, PlaceKind]
    before: frozenset[str]
    locative: frozenset[str]
    near: frozenset[str]
    directions: frozenset[str]
    never: frozenset[str]
    orgs: frozenset[str]
    forces: frozenset[str]
    peoples: Mapping[str, str]
    states: Mapping[str, str]
    countries: frozenset[str]
    short: frozenset[str]
    seats: frozenset[str]
    nations: Mapping[str, str]
    saying: frozenset[str]
    taking: frozenset[str]
    titles: frozenset[str]
    natives: frozenset[str]
    parts: frozenset[str]
    qualities: frozenset[str]
    ways: frozenset[str]
    homes: Mapping[str, tuple[str, str]]
    signs: Mapping[str, str]
    groups: Mapping[str, str]


@cache
def place_words() -> PlaceWords:
    """Return the package's own tables."""
    table, countries, orgs = load_table("places/words"), load_table("demonyms"), load_table("orgs")
    signs = load_table("places/signs")
    kinds: dict[str, PlaceKind] = {}
    for kind, nouns in table["kinds"].items():
        for noun in nouns:
            kinds.setdefault(noun, kind)
    return PlaceWords(
        kinds=kinds,
        before=frozenset(table["before"]),
        locative=frozenset(table["locative"]),
        near=frozenset(table["near"]),
        directions=frozenset(table["directions"]),
        never=frozenset(fold(word) for word in table["never"]),
        forces=frozenset(table["forces"]),
        orgs=frozenset(fold(name) for _, _, *names in orgs["orgs"] for name in names),
        peoples={fold(word): code for code, row in countries.items() for word in (*row["adjectives"], *row["people"])},
        states={code: row["names"][0] for code, row in countries.items()},
        countries=frozenset(fold(name) for row in countries.values() for name in row["names"]),
        short=frozenset(
            other
            for names in load_table("places/divisions").values()
            for others in names.values()
            for other in others
            if other.endswith(".")
        ),
        nations={
            fold(word): code
            for code, row in countries.items()
            for word in (*row["names"], *row["adjectives"], *row["people"])
        },
        saying=frozenset(table["saying"]),
        taking=frozenset(table["taking"]),
        titles=frozenset(table["titles"]),
        natives=frozenset(table["natives"]),
        parts=frozenset(table["parts"]),
        qualities=frozenset(table["qualities"]),
        ways=frozenset(table["ways"]),
        homes={fold(word): (home, code) for home, code, *words in signs["peoples"] for word in words},
        signs={word: code for code, words in signs["words"].items() for word in words},
        groups={fold(name): code for _, code, *names in orgs["orgs"] if code for name in names},
        seats=frozenset(fold(word) for row in countries.values() for word in (*row["names"], *row["seats"])),
    )
