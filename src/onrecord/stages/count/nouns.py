"""The counted nouns, looked up by a word as it stands in the text: "villagers" are people, civilian."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_ENDINGS = (("ies", "y"), ("men", "man"), ("women", "woman"), ("ves", "fe"), ("es", ""), ("s", ""))
_MARKS = ("women", "children", "captive", "displaced", "dead", "animals")


@dataclass(frozen=True, slots=True, kw_only=True)
class Nouns:
    """The table of counted nouns, looked up by a word as it stands in the text.

    `units` gives (unit, status) of a noun in the singular; besides RECORD.md's units there are
    `measures`, `things` and `never`. `marks` says more of whom it means: women, children, captive ...
    """

    units: Mapping[str, tuple[str, str]]
    marks: Mapping[str, frozenset[str]]
    plurals: Mapping[str, str]

    def singular(self, word: str) -> str | None:
        """Return the singular of `word` that the table knows, `None` where it knows none."""
        if word in self.plurals:
            return self.plurals[word]
        if word in self.units:
            return word
        for ending, put in _ENDINGS:
            if word.endswith(ending) and word[: -len(ending)] + put in self.units:
                return word[: -len(ending)] + put
        return None

    def unit(self, word: str) -> str | None:
        """Return the unit that `word` is counted in, `None` where the table does not know it."""
        known = self.singular(word)
        return None if known is None else self.units[known][0]


def nouns_of(table: Mapping[str, Any], weapons: Mapping[str, Any]) -> Nouns:
    """Return the nouns of the table `counted`, and designations of the table `weapons`, ready to be looked up."""
    units: dict[str, tuple[str, str]] = {}
    for key, unit in (("weapon", "things"), ("platform", "vehicles")):
        units.update({name.lower(): (unit, "") for name in weapons[key] if any(letter.isdigit() for letter in name)})
    for unit in ("never", "places", "things", "measures", "money", "vehicles", "buildings", "households"):
        units.update({str(noun): (unit, "") for noun in table[unit]})
    for status in ("unstated", "combatant", "civilian"):
        units.update({str(noun): ("people", status) for noun in table["people"][status]})
    marks: dict[str, frozenset[str]] = {}
    for mark in _MARKS:
        for noun in table[mark]:
            marks[noun] = marks.get(noun, frozenset()) | {mark}
    plurals = {str(plural): str(single) for plural, single in table["plurals"].items() if str(single) in units}
    return Nouns(units=units, marks=marks, plurals=plurals)
