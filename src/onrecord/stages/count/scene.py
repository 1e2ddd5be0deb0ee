"""A line with its numbers and its cues, as the search for what governs a number walks it, and what it finds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.model.figure import Harm
from onrecord.stages.count.cues import Cue
from onrecord.stages.count.line import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A number in a line: words `start` to `end` are hedge and number, the counted words end at `after`."""

    start: int
    end: int
    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Governed:
    """The harm found for a number, the cue that says it, and whether its counted are the cue's object.

    `is_listed`: only other counted things joined to it stand between ("a mother and her two children were").
    """

    harm: Harm
    cue: Cue
    is_object: bool
    is_near: bool = True
    is_listed: bool = False
    is_many: bool = False
    """Whether the cue's last word is a plural ("deaths")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A line with its numbers, its cues and the small words that part them."""

    line: Line
    slots: Sequence[Slot]
    cues: Sequence[Cue]
    grammar: Mapping[str, frozenset[str]]

    def has(self, name: str, word: str) -> bool:
        """Return whether `word` is on the list `name` of the grammar."""
        return word in self.grammar[name]

    def all_in(self, name: str, start: int, end: int) -> bool:
        """Return whether words `start` to `end` are all on the list `name`."""
        return all(word in self.grammar[name] for word in self.line.lower[start:end])

    def all_light(self, words: Sequence[str]) -> bool:
        """Return whether `words` may all stand between a cue and its number: "killed at least another 12"."""
        return all(word in self.grammar["light_before"] for word in words)


def top_of(scene: Scene, slot: Slot) -> int:
    """Return the word of the slot whose head stands outside it."""
    line, inside = scene.line, range(slot.start, slot.after)
    for number in inside:
        if line.heads[number] not in inside and line.dep(number) not in ("punct", "case", "det", "cc", "advmod"):
            return number
    return max(slot.start, slot.after - 1)
