"""Names that stand beside the noun they name: "his companion Rita Dunn", "three journalists: A, B and C"."""

from onrecord.stages.code.kinds import Kinds
from onrecord.stages.code.tree import Tree

_NAMING = frozenset({"person", "organisation", "group"})


class NameFinder:
    """Finds the names set beside a noun in one reading."""

    def __init__(self, tree: Tree, kinds: Kinds) -> None:
        self.tree = tree
        self._kinds = kinds

    def ends(self, head: int) -> int | None:
        """Return the head of the name that goes on the noun phrase of `head` without a comma, `None` without one."""
        if head in self._kinds.names:
            return None
        _, end = self.tree.phrase(head)
        name = self._kinds.names.get(end)
        if name is None or name.start != end or name.kind not in _NAMING:
            return None
        top = next((i for i in range(name.start, name.end) if self._is_top(i)), end)
        if self.tree.dep(top) == "appos" and self.tree.head(top) == head:
            return top
        is_twin = self.tree.dep(top) == "nmod" == self.tree.dep(head) and self.tree.case(top) is None
        return top if is_twin and self.tree.head(top) == self.tree.head(head) else None  # both hung on one noun

    def listed(self, head: int) -> list[int]:
        """Return the heads of the persons that a list after `head` names one by one, `head` being of several."""
        if self.tree.words[head].tag not in {"NNS", "NNPS"} or head in self._kinds.names:
            return []
        found: list[int] = []
        for beside in self.tree.children(head, "appos", "parataxis", "dep", "list"):
            if beside > head:
                found += [i for i in self._all(beside) if self._is_person(i)]
        return sorted(set(found))

    def _all(self, first: int) -> list[int]:
        """Return `first` and what is coordinated with it or with what it is called."""
        found = self.tree.coordinated(first)
        for called in self.tree.children(first, "appos"):
            found += [i for i in self.tree.coordinated(called) if i != called]
        return found

    def _is_person(self, number: int) -> bool:
        name = self._kinds.names.get(number)
        return name is not None and name.kind == "person" and self._is_top(number)

    def _is_top(self, number: int) -> bool:
        """Return whether word `number` heads the name it belongs to."""
        name, above = self._kinds.names[number], self.tree.head(number)
        return above is None or not name.start <= above < name.end
