"""A name in the text that may be a place, before anyone asks which."""

from dataclasses import dataclass

from onrecord.model.place import PlaceKind
from onrecord.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A place name at `span`.

    `name` is what it is looked up by, without article, direction and possessive; `kind` is what the
    words around call it. `is_near` says that what is told happened beside it. `part_of` are the
    names that follow it after commas or "in" ("Rafah, Gaza Strip"). `is_actor` marks a name that
    stands for a government ("Moscow said"): it helps to place others and is no place itself.
    `sentence` is the first word of its sentence, `passage` the number of its passage.
    """

    span: Span
    name: str
    kind: PlaceKind | None = None
    is_near: bool = False
    part_of: tuple[str, ...] = ()
    is_actor: bool = False
    sentence: int = 0
    passage: int = 0
