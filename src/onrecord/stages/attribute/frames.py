"""What the language model saw of who says what, joined with what the sentence's tree says."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.model.reading import Frame, Reading
from onrecord.stages.attribute.cues import CueVocab
from onrecord.stages.attribute.saying import Range, Saying, numbers, ranges
from onrecord.stages.attribute.sources import phrase


def by_frames(reading: Reading, *, vocab: CueVocab) -> list[Saying]:
    """Return a saying for every attribution frame that has a content."""
    found = []
    for frame in reading.frames:
        if frame.kind != "attribution" or not frame.all("content"):
            continue
        cue = (frame.start, frame.end) if frame.end > frame.start else None
        content = numbers((role.start, role.end) for role in frame.all("content"))
        sources = tuple((role.start, role.end) for role in frame.all("source"))
        content -= numbers(sources) | (numbers([cue]) if cue else set())
        first = cue[0] if cue else min(content, default=0)
        if not content:
            continue
        found.append(
            Saying(
                passage=reading.sentence_of(first).passage, head=_head(reading, frame) if cue else None, cue=cue,
                sources=sources, content=ranges(reading, content),
                act=vocab.act(reading, *cue) if cue else "say", is_read=True,
            )
        )  # fmt: skip
    return found


def _head(reading: Reading, frame: Frame) -> int:
    """Return the cue's main word: its last verb, else its last word."""
    verbs = [i for i in range(frame.start, frame.end) if reading.words[i].upos == "VERB"]
    return verbs[-1] if verbs else frame.end - 1


def joined(reading: Reading, frames: Sequence[Saying], grammar: Iterable[Saying]) -> list[Saying]:
    """Return the sayings of both, each cue once: the model's words where it has them, the tree's for the rest."""
    found = list(frames)
    for saying in grammar:
        twin = next((i for i, other in enumerate(found) if _same_cue(other, saying)), None)
        if twin is None:
            found.append(saying)
            continue
        other = found[twin]
        found[twin] = replace(
            other,
            head=saying.head,
            act=saying.act,
            sources=tuple(_clean(reading, source) for source in other.sources) or saying.sources,
            told=saying.told,
        )
    return found


def _clean(reading: Reading, source: Range) -> Range:
    """Return the source as a noun phrase, cut as the tree cuts it when their heads are one."""
    inside = [i for i in range(*source) if (head := reading.words[i].head) is None or not source[0] <= head < source[1]]
    if not inside:
        return source
    start, end = phrase(reading, inside[0])
    return (max(start, source[0]), min(end, source[1])) if start < source[1] and end > source[0] else source


def _same_cue(left: Saying, right: Saying) -> bool:
    if left.cue is None or right.cue is None:
        return False
    return left.cue[0] < right.cue[1] and right.cue[0] < left.cue[1]
