"""Reads the words of a report: its sentences, trees, names, frames, and who is who."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from onrecord.model.reading import Frame, Name, Reading, Role, Sentence, Word
from onrecord.model.report import Passage, Report
from onrecord.model.span import Span
from onrecord.reader.attributions import Tuning, attributions
from onrecord.reader.chains import Mentions, chains
from onrecord.reader.cue_edges import with_clean_cue, with_whole_source
from onrecord.reader.hearsay import without_hearsay
from onrecord.reader.lemma import lemma_of
from onrecord.reader.names import names
from onrecord.reader.nested import with_nested
from onrecord.reader.network import Network, Seen
from onrecord.reader.predicates import predicates, predicates_in
from onrecord.reader.trees import Cut, sentences_in, trees
from onrecord.reader.windows import windows
from onrecord.vocab.load import load_table

SHIPPED = Path(__file__).parent / "weights"


@dataclass(slots=True)
class _Read:
    """What has been read of a report so far; word numbers count over the whole report."""

    words: list[Word] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    mentions: Mentions = field(default_factory=Mentions)


@dataclass(frozen=True, slots=True)
class Reader:
    """The language model. Load it once and read any number of reports.

    The same text gives the same reading whatever is read before or beside it.
    """

    network: Network
    tuning: Tuning
    name: str = "minilm-frames/5"

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
        read = _Read()
        for number, passage in enumerate(passages):
            for spans in windows(report.text, passage.span):
                self._window(read, report.text, spans, passage=number)
        return Reading(
            reader=self.name,
            words=tuple(read.words),
            sentences=tuple(read.sentences),
            names=tuple(read.names),
            frames=tuple(read.frames),
            chains=chains(self.network, read.mentions),
        )

    def _window(self, read: _Read, text: str, spans: Sequence[Span], *, passage: int) -> None:
        at, texts = len(read.words), [span.of(text) for span in spans]
        seen = self.network.see(texts)
        cuts, acts = sentences_in(seen, texts), predicates_in(seen)
        words = _words(self.network, seen, spans, texts, cuts=cuts, acts=acts, at=at)
        said = attributions(self.network, seen, texts, self.tuning)
        full = [i for i in acts if not words[i].dep.startswith("aux")]
        done = predicates(self.network, seen, cuts, full)
        found = names(self.network, seen, texts)
        clean = [with_whole_source(with_clean_cue(frame, words, found), words, at) for frame in said]
        cited = [without_hearsay(frame, words, at) for frame in with_nested(clean, done, words, at)]
        for start, end in cuts:
            inside = [start + int(i) for i in seen.flat["mention"][start:end].argmax(1).nonzero()[0]]
            read.mentions.add(words, inside, seen.words, found, at=at, sentence=len(read.sentences))
            read.sentences.append(Sentence(start=at + start, end=at + end, passage=passage))
        read.words += words
        read.names += [replace(name, start=at + name.start, end=at + name.end) for name in found]
        read.frames += [_moved(frame, at) for frame in sorted([*cited, *done], key=lambda f: (f.start, f.end))]


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
