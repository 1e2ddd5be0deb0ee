"""A bare "bombing" is from the air unless its report tells of a bomb on the ground ("a car bomb exploded")."""

from collections.abc import Sequence

from onrecord.stages.code.draft import Draft
from onrecord.stages.code.tree import Tree

_BARE = frozenset({"bombing", "bombings"})
_PLANTED = ("explosion", "suicide_attack")


def retype_bombings(drafts: Sequence[Draft], tree: Tree) -> None:
    """Give each bare "bombing" of a report the type of the bomb that is told of, if nothing is told from the air."""
    bare = [draft for draft in drafts if draft.type == "air_strike" and _is_bare(draft, tree)]
    others = [draft.type for draft in drafts if draft not in bare]
    planted = [kind for kind in others if kind in _PLANTED]
    if planted and "air_strike" not in others:
        for draft in bare:
            draft.type = "suicide_attack" if set(planted) == {"suicide_attack"} else "explosion"


def _is_bare(draft: Draft, tree: Tree) -> bool:
    return draft.trigger.end - draft.trigger.start == 1 and tree.lower(draft.number) in _BARE
