"""Reads the words of a report: its sentences, trees, names, frames, and who is who."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Any

from onrecord.model.reading import Frame, Name, Reading, Role, Sentence, Word
from onrecord.model.report import Passage, Report
from onrecord.model.span import Span
from onrecord.reader.attributions import Tuning, attributions
from onrecord.reader.chains import Mentions, chains
from onrecord.reader.cue_edges import with_clean_cue, with_speaker, with_whole_source
from onrecord.reader.hearsay import without_hearsay
from onrecord.reader.labels import Scores
from onrecord.reader.lemma import lemma_of
from onrecord.reader.names import NAMING, names, whole
from onrecord.reader.nested import with_nested
from onrecord.reader.network import Network, Seen
from onrecord.reader.predicates import predicates, predicates_in
from onrecord.reader.trees import Cut, sentences_in, trees
from onrecord.reader.windows import windows
from onrecord.vocab.load import load_table

SHIPPED = Path(__file__).parent / "weights"


@dataclass(frozen=True, slots=True)
class _Window:
    """What the network sees in one window. Word numbers count from its first, those of heads over the report."""

    passage: int
    at: int
    words: list[Word]
    texts: list[str]
    cuts: Sequence[Cut]
    flat: dict[str, Scores]  # of the heads that tell names
    said: list[Frame]
    done: list[Frame]
    mentioned: list[int]
    vectors: Scores  # a row a mention


@dataclass(frozen=True, slots=True)
class Reader:
    """The language model. Load it once and read any number of reports.

    The same text gives the same reading whatever is read before or beside it.
    """

    network: Network
    tuning: Tuning
    name: str = "minilm-frames/11"

    @classmethod
    def load(cls, path: Path | None = None) -> "Reader":
        """Load the model in folder `path`, by default the one shipped with the package.

        Raises:
            ModelMissing: A file of the model is absent.
        """
        network = Network.load(path or SHIPPED)
        return cls(network, Tuning.of(network.tuning))

    def read(self, report: Report, passages: Sequence[Passage]) -> Reading:
        """Return what the model sees in `passages`. Word numbers count over the whole report."""
        cut = [(n, spans) for n, passage in enumerate(passages) for spans in windows(report.text, passage.span)]
        texts = [[span.of(report.text) for span in spans] for _, spans in cut]
        runs = groupby(
            zip(cut, texts, strict=True), key=lambda item: passages[item[0][0]].kind
        )  # a headline stands alone
        views = [view for _, run in runs for view in self.network.see_all([words for _, words in run])]
        seen: list[_Window] = []
        at = 0
        for (number, spans), words, scores in zip(cut, texts, views, strict=True):
            seen.append(self._window(scores, spans, words, passage=number, at=at))
            at += len(spans)
        found = names(self.network.labels, [window.flat for window in seen], texts)
        return self._joined(seen, found)

    def _window(self, seen: Seen, spans: Sequence[Span], texts: list[str], *, passage: int, at: int) -> _Window:
        cuts, acts = sentences_in(seen, texts), predicates_in(seen)
        words = _words(self.network, seen, spans, texts, cuts=cuts, acts=acts, at=at)
        full = [i for i in acts if not words[i].dep.startswith("aux")]
        mentioned = [int(i) for i in seen.flat["mention"].argmax(1).nonzero()[0]]
        return _Window(
            passage=passage,
            at=at,
            words=words,
            texts=texts,
            cuts=cuts,
            flat={head: seen.flat[head] for head in NAMING},
            said=attributions(self.network, seen, texts, self.tuning),
            done=predicates(self.network, seen, cuts, full),
            mentioned=mentioned,
            vectors=seen.words[mentioned],
        )

    def _joined(self, seen: Sequence[_Window], named: Sequence[Sequence[Name]]) -> Reading:
        words: list[Word] = []
        sentences: list[Sentence] = []
        in_order: list[Name] = []
        frames: list[Frame] = []
        mentions = Mentions()
        for window, cut in zip(seen, named, strict=True):
            at, found = window.at, whole(cut, window.words)
            clean = [with_clean_cue(with_speaker(x, window.words), window.words, found) for x in window.said]
            clean = [with_whole_source(x, window.words, at) for x in clean]
            nested = with_nested(clean, window.done, window.words, at)
            cited = [without_hearsay(frame, window.words, at) for frame in nested]
            mentions.add(
                window.words, window.mentioned, window.vectors, found, at=at, cuts=window.cuts, sentence=len(sentences)
            )
            words += window.words
            sentences += [Sentence(start=at + a, end=at + b, passage=window.passage) for a, b in window.cuts]
            in_order += [replace(name, start=at + name.start, end=at + name.end) for name in found]
            frames += [_moved(frame, at) for frame in sorted([*cited, *window.done], key=lambda f: (f.start, f.end))]
        return Reading(
            reader=self.name,
            words=tuple(words),
            sentences=tuple(sentences),
            names=tuple(in_order),
            frames=tuple(frames),
            chains=chains(self.network, mentions),
        )


def _words(
    network: Network,
    seen: Seen,
    spans: Sequence[Span],
    texts: Sequence[str],
    *,
    cuts: Sequence[Cut],
    acts: Sequence[int],
    at: int,
) -> list[Word]:
    table: Mapping[str, Any] = load_table("lemmas")
    heads, deps = trees(network, seen, texts, cuts)
    upos, tags = ([network.labels[name][k] for k in seen.flat[name].argmax(1)] for name in ("upos", "tag"))
    happened = {i for i in acts if upos[i] != "AUX"}
    return [
        Word(
            span=span,
            text=texts[i],
            lemma=lemma_of(texts[i], upos[i], tags[i], table),
            upos=upos[i],
            tag=tags[i],
            dep=deps[i],
            head=None if heads[i] < 0 else at + heads[i],
            surely=_bounded(float(seen.flat["surely"][i])) if i in happened else None,
        )
        for i, span in enumerate(spans)
    ]


def _bounded(surely: float) -> float:
    return round(min(3.0, max(-3.0, surely)), 2)


def _moved(frame: Frame, by: int) -> Frame:
    roles = tuple(Role(name=r.name, start=r.start + by, end=r.end + by, score=r.score) for r in frame.roles)
    return replace(frame, start=frame.start + by, end=frame.end + by, roles=roles)
