"""What do the words behind a name say it lies in: "Let Yet Kone village in Tabayin township", "Prisi, a Georgian town"?

"Robotyne, north of Tokmak" says nothing of the kind; "al-Jawba in the south of Marib" does.
"""

from collections.abc import Sequence
from itertools import pairwise

from onrecord.model.place import PlaceKind
from onrecord.stages.where.words import PlaceWords

_JOINS = ([","], ["in"], [",", "in"], ["("])
_OWNERS = frozenset({"'s", "’s", "s'", "'"})
_FAR = 8
_ARTICLES = frozenset({"a", "an", "the"})
_FILLERS = _ARTICLES | _OWNERS | {"part", "of"}


def is_inside(between: Sequence[str], words: PlaceWords) -> bool:
    """Return whether these small-letter words between two names say that the first lies in the second."""
    if len(between) > _FAR or _is_beside(between, words):
        return False
    return [word for word in between if not _is_filler(word, words)] in _JOINS


def owns(between: Sequence[str]) -> bool:
    """Return whether the first of two names owns the second ("Sudan's Gezira")."""
    return len(between) == 1 and between[0] in _OWNERS


def called(behind: Sequence[str], words: PlaceWords) -> PlaceKind | None:
    """Return what ", a quarter of Homs" or the like behind a name calls it, `None` where no such words stand there."""
    if len(behind) < 4 or behind[0] != "," or behind[1] not in _ARTICLES:
        return None
    rest = [word for word in behind[2:_FAR] if word not in words.directions and word not in words.qualities]
    if len(rest) < 2 or rest[1] not in ("in", "of", "near", "on", "outside"):
        return None
    if rest[0] in words.parts and rest[1] == "of":
        return "neighbourhood"
    kind = words.kinds.get(rest[0])
    return kind if kind in ("town", "neighbourhood", "camp", "district") else None


def nation_of(behind: Sequence[str], words: PlaceWords) -> str | None:
    """Return the ISO code of ", a Georgian town" behind a name, `None` where the words say no such thing."""
    if len(behind) < 4 or behind[0] != "," or behind[1] not in _ARTICLES:
        return None
    rest = [word for word in behind[2:_FAR] if word not in words.directions and word not in words.qualities]
    if len(rest) < 2 or words.kinds.get(rest[1]) not in ("town", "district", "province", "neighbourhood", "camp"):
        return None
    return words.peoples.get(rest[0])


def _is_filler(word: str, words: PlaceWords) -> bool:
    if word in words.directions or word in words.kinds or word in words.qualities:
        return True
    return word in _FILLERS


def _is_beside(between: Sequence[str], words: PlaceWords) -> bool:
    pairs = pairwise(between)
    return "the" not in between and any(word in words.near and following == "of" for word, following in pairs)
