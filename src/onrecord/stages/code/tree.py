"""The reader's dependency tree, asked the questions that coding events needs.

"The camp was bombed by Israeli jets" -> subject of `bombed`: jets; object: camp.
"""

from collections import defaultdict
from collections.abc import Iterator

from onrecord.model.reading import Reading, Sentence
from onrecord.model.span import Span
from onrecord.stages.code.inflect import base_forms

_LOOSE = {"acl", "acl:relcl", "appos", "parataxis", "conj", "cc", "cc:preconj", "punct", "advcl", "dep", "list"}
_KEPT_CASES = {"of", "in", "from", "for"}
_MEASURES = {"obl:unmarked", "obl:npmod", "obl:tmod", "nmod:unmarked", "nmod:npmod", "compound"}
_THEN = {"later", "earlier"}
_AGES = {"year", "month", "week", "day"}
_VERBAL = {"VERB", "AUX"}


class Tree:
    """A reading with its children listed once, and the relations between its words."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.words = reading.words
        self._children: dict[int, list[int]] = defaultdict(list)
        for number, word in enumerate(self.words):
            if word.head is not None:
                self._children[word.head].append(number)
        self._sentences = [s for s in reading.sentences for _ in range(s.start, s.end)]

    def children(self, number: int, *deps: str) -> list[int]:
        """Return the children of word `number`, only those with one of `deps` (subtypes included) if given."""
        found = self._children.get(number, [])
        if not deps:
            return found
        return [i for i in found if self.words[i].dep in deps or self.words[i].dep.partition(":")[0] in deps]

    def lower(self, number: int) -> str:
        """Return the word in lower case."""
        return self.words[number].text.lower()

    def lemma(self, number: int) -> str:
        """Return the word's lemma in lower case."""
        return self.words[number].lemma.lower()

    def forms(self, number: int) -> frozenset[str]:
        """Return the word's lemma and what it may be a form of, in lower case: what a word table is asked for."""
        return base_forms(self.lower(number)) | {self.lemma(number)}

    def dep(self, number: int) -> str:
        """Return the word's relation to its head."""
        return self.words[number].dep

    def head(self, number: int) -> int | None:
        """Return the number of the governing word."""
        return self.words[number].head

    def is_verb(self, number: int) -> bool:
        """Return whether the word is used as a verb."""
        word = self.words[number]
        return word.upos in _VERBAL or word.tag.startswith("VB")

    def is_nominal(self, number: int) -> bool:
        """Return whether the word is a noun, name, pronoun or number."""
        return self.words[number].upos in {"NOUN", "PROPN", "PRON", "NUM", "DET", "SYM"}

    def sentence(self, number: int) -> Sentence:
        """Return the sentence of word `number`."""
        return self._sentences[number]

    def is_headline(self, number: int) -> bool:
        """Return whether the sentence of word `number` writes most of its words with a capital."""
        sentence = self.sentence(number)
        words = [word.text for word in self.words[sentence.start : sentence.end] if len(word.text) > 3]
        return sum(word[:1].isupper() for word in words) * 3 > 2 * len(words)

    def ancestors(self, number: int) -> Iterator[int]:
        """Give the words above `number`, nearest first."""
        seen = {number}
        head = self.words[number].head
        while head is not None and head not in seen:
            seen.add(head)
            yield head
            head = self.words[head].head

    def subtree(self, number: int, *, without: frozenset[str] = frozenset()) -> set[int]:
        """Return the numbers of all words below and at `number`, leaving out branches by relation."""
        found, todo = {number}, [number]
        while todo:
            for child in self._children.get(todo.pop(), ()):
                if child not in found and self.words[child].dep not in without:
                    found.add(child)
                    todo.append(child)
        return found

    def case(self, number: int) -> str | None:
        """Return the preposition of word `number`, in lower case; of a compound one the first word."""
        cases = self.children(number, "case") or [
            i for beside in self.children(number, "compound") for i in self.children(beside, "case")
        ]  # a reader may hang the preposition on the first noun: "in the ground offensive"
        if not cases:
            return None
        words = [self.lower(i) for i in cases if self.lower(i) not in {"'s", "’s", "'", "’"}]
        return words[0] if words else None

    def coordinated(self, number: int) -> list[int]:
        """Return word `number` and the words coordinated with it."""
        found, todo = [number], [number]
        while todo:
            for child in self.children(todo.pop(), "conj"):
                if child not in found:
                    found.append(child)
                    todo.append(child)
        return sorted(found)

    def coordination_top(self, number: int) -> int:
        """Return the first word of the list that word `number` is coordinated in, or itself."""
        seen = {number}
        while self.dep(number) == "conj" and (head := self.head(number)) is not None and head not in seen:
            seen.add(head)
            number = head
        return number

    def phrase(self, head: int) -> tuple[int, int]:
        """Return the noun phrase around `head` as word numbers, end excluded, without loose additions."""
        keep = {head}
        todo = [head]
        while todo:
            top = todo.pop()
            for child in self._children.get(top, ()):
                if child not in keep and self._belongs(child, top, head):
                    keep.add(child)
                    todo.append(child)
        return self._run(head, keep)

    def _belongs(self, child: int, top: int, head: int) -> bool:
        word = self.words[child]
        if child < head and any(self.words[i].text == "]" for i in range(child, head)):
            return False  # "[TEXT] GUERRILLAS"
        if word.dep in _MEASURES and self.lower(top) == "old":
            return child < top  # "an 8-year-old boy"
        if word.dep in {"det", "case", "mark", "cop", "aux", "advmod", "nsubj", "obj", "obl"} and top == head:
            return word.dep == "advmod" and child < head and word.upos != "ADV"
        if self._is_joined_name(child, top, head) or self._is_whose(child, top, head):
            return True
        if word.dep.startswith("conj") or word.dep == "cc":
            return top != head and child < head
        if word.dep.partition(":")[0] in {"obl", "nsubj", "advcl", "parataxis"} or word.dep in _LOOSE:
            return word.dep == "acl" and child < head
        if word.dep == "nmod" and word.upos == "NUM" and self.head(min(child + 1, len(self.words) - 1)) == top:
            return True  # "two of the six engineers"
        is_when = word.tag in {"RB", "RBR"} or self.lower(child) in _THEN
        if is_when and top == head and child == self.sentence(child).start:
            return False  # "Later gunmen opened fire"
        if word.dep == "nmod" and word.upos == "PRON" and child < head and self.case(child) is not None:
            return False  # "among them | nine children"
        if word.dep == "nmod":
            return self.case(child) in _KEPT_CASES or child < head
        return True

    def _is_whose(self, child: int, top: int, head: int) -> bool:
        """Return whether a noun ends a quality behind its party: "troops loyal | to General Hamet"."""
        return self.dep(top) == "amod" and head < top < child and self.dep(child).startswith("obl")

    def _is_joined_name(self, child: int, top: int, head: int) -> bool:
        """Return whether a name shares "of" with the one before it: "the ministers of Kenya and Uganda"."""
        if self.words[head].tag != "NNS" or self.case(top) != "of" or self.words[top].upos != "PROPN":
            return (
                self.dep(child) == "cc"
                and self.dep(top) == "conj"
                and top != head
                and self._is_joined_name(top, self.head(top) or top, head)
            )
        return self.dep(child) == "conj" and self.words[child].upos == "PROPN" and not self.children(child, "case")

    def _run(self, head: int, keep: set[int]) -> tuple[int, int]:
        start = end = head
        while (
            start - 1 in keep
            or (start - 2 in keep and self.words[start - 1].upos in {"PUNCT", "DET", "CCONJ"})
            or (start - 2 in keep and self.lower(start - 1) == "of" and self.words[start - 2].upos == "NUM")
        ):  # "three of five missiles"
            start -= 1 if start - 1 in keep else 2
        while end + 1 in keep or (
            end + 2 in keep and self.words[end + 1].upos in {"PUNCT", "DET"} and self.lower(end + 1) != ","
        ):
            end += 1 if end + 1 in keep else 2
        while end > head and (self.words[end].upos in {"ADP", "DET"} or self.dep(end) == "case"):
            end -= 1
        return start - 4 * self._is_age_cut(start), end + 1

    def _is_age_cut(self, start: int) -> bool:
        """Return whether "old" has lost the years before it, which a tree may hang elsewhere: "3-year-old killed"."""
        before = [self.lower(i) for i in range(max(0, start - 3), start)]
        return self.lower(start) == "old" and len(before) == 3 and before[::2] == ["-", "-"] and before[1] in _AGES

    def span(self, head: int) -> Span:
        """Return the span of the noun phrase around `head`."""
        return self.reading.span(*self.phrase(head))

    def has(self, number: int, *lemmas: str) -> bool:
        """Return whether a direct child of `number` has one of `lemmas`."""
        return any(self.lemma(i) in lemmas or self.lower(i) in lemmas for i in self.children(number))

    def is_passive(self, number: int) -> bool:
        """Return whether verb `number` stands in the passive."""
        return bool(self.children(number, "nsubj:pass", "aux:pass", "csubj:pass", "obl:agent"))

    def in_order(self, numbers: set[int]) -> list[int]:
        """Return `numbers` sorted."""
        return sorted(numbers)
