"""Reads the words of a report: its sentences, trees, names and frames."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from onrecord.model.reading import Frame, Name, NameKind, Reading, Sentence, Word
from onrecord.model.report import Passage, Report
from onrecord.model.span import Span
from onrecord.reader.attributions import attributions
from onrecord.reader.labels import best_spans
from onrecord.reader.lemma import lemma_of
from onrecord.reader.network import Network, Seen
from onrecord.reader.tokenise import tokenise
from onrecord.reader.tree import best_tree
from onrecord.vocab.load import load_table

SHIPPED = Path(__file__).parent / "weights"
MOST_WORDS = 160
MOST_LETTERS = 1600
_KINDS: Mapping[str, NameKind] = {
    "Person": "person", "Organization": "organisation", "Location": "location", "Facility": "facility",
    "NORP": "group", "Date": "date", "Money": "money",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reader:
    """The language model. Load it once and read any number of reports."""

    network: Network
    name: str = "minilm-frames/1"

    @classmethod
    def load(cls, path: Path | None = None) -> "Reader":
        """Load the model in folder `path`, by default the one shipped with the package.

        Raises:
            ModelMissing: A file of the model is absent.
        """
        return cls(Network.load(path or SHIPPED))

    def read(self, report: Report, passages: Sequence[Passage]) -> Reading:
        """Return what the model sees in `passages`. Word numbers count over the whole report."""
        table = load_table("lemmas")
        words: list[Word] = []
        sentences: list[Sentence] = []
        names: list[Name] = []
        frames: list[Frame] = []
        for number, passage in enumerate(passages):
            for spans in _windows(report.text, passage.span):
                at, texts = len(words), [span.of(report.text) for span in spans]
                seen = self.network.see(texts)
                cuts = _sentences(seen)
                sentences += [Sentence(start=at + a, end=at + b, passage=number) for a, b in cuts]
                words += self._words(seen, spans, texts, cuts=cuts, at=at, table=table)
                for a, b, kind, score in best_spans(seen.flat["name"], self.network.labels["name"]):
                    names.append(Name(start=at + a, end=at + b, kind=_KINDS.get(kind, "misc"), score=score))
                frames += [_moved(frame, at) for frame in attributions(self.network, seen, texts)]
        return Reading(
            reader=self.name,
            words=tuple(words),
            sentences=tuple(sentences),
            names=tuple(names),
            frames=tuple(frames),
            chains=(),
        )

    def _words(
        self,
        seen: Seen,
        spans: Sequence[Span],
        texts: Sequence[str],
        *,
        cuts: Sequence[tuple[int, int]],
        at: int,
        table: Mapping[str, Any],
    ) -> Iterator[Word]:
        heads = [head for a, b in cuts for head in _heads(seen, a, b)]
        deps = self.network.relation(seen, heads)
        upos, tags = ([self.network.labels[name][k] for k in seen.flat[name].argmax(1)] for name in ("upos", "tag"))
        for i, span in enumerate(spans):
            yield Word(
                span=span,
                text=texts[i],
                lemma=lemma_of(texts[i], upos[i], tags[i], table),
                upos=upos[i],
                tag=tags[i],
                dep="root" if heads[i] < 0 else "dep" if deps[i] == "root" else deps[i],
                head=None if heads[i] < 0 else at + heads[i],
            )


def _windows(text: str, passage: Span) -> Iterator[list[Span]]:
    """Cut a passage into windows the network can take, after the end of a sentence where there is one."""
    left = list(tokenise(text, start=passage.start, end=passage.end))
    while left:
        most = letters = 0
        while most < min(len(left), MOST_WORDS) and (not most or letters + len(left[most]) <= MOST_LETTERS):
            letters += min(len(left[most]), 12)
            most += 1
        if most < len(left):
            ends = [i + 1 for i in range(most // 3, most) if left[i].of(text) in (".", "!", "?")]
            most = ends[-1] if ends else most
        yield left[:most]
        left = left[most:]


def _sentences(seen: Seen) -> list[tuple[int, int]]:
    starts = [0, *(int(i) for i in seen.flat["start"].argmax(1).nonzero()[0] if i > 0)]
    return list(zip(starts, [*starts[1:], len(seen.words)], strict=True))


def _heads(seen: Seen, start: int, end: int) -> list[int]:
    inside = seen.arcs[start:end][:, [0, *range(start + 1, end + 1)]]
    return [head if head < 0 else head + start for head in best_tree(inside)]


def _moved(frame: Frame, by: int) -> Frame:
    roles = tuple(replace(role, start=role.start + by, end=role.end + by) for role in frame.roles)
    return replace(frame, start=frame.start + by, end=frame.end + by, roles=roles)
