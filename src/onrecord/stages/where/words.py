"""Which words around a name say what kind of place it is, or that it is a place at all?"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from onrecord.gazetteer.fold import fold
from onrecord.model.place import PlaceKind
from onrecord.vocab.load import load_table


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWords:
    """The word table `places/words` and what `demonyms` says of states, ready to be asked."""

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


@cache
def place_words() -> PlaceWords:
    """Return the package's own tables."""
    table, countries, orgs = load_table("places/words"), load_table("demonyms"), load_table("orgs")
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
        seats=frozenset(fold(word) for row in countries.values() for word in (*row["names"], *row["seats"])),
    )
