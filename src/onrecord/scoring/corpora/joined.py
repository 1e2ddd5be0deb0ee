"""Joins neighbours, paragraphs or sentences, into one window: a report is read several paragraphs at a time."""

import random
from collections.abc import Sequence

from onrecord.scoring.corpora.example import Attribution, Example

FEWEST = 20  # words of the shortest window that a neighbour may still join


def joined(examples: Sequence[Example], *, most: int, same_doc: bool = True) -> list[Example]:
    """Return the examples joined in order into windows of up to so many words, a number drawn for each up to `most`.

    `same_doc`: only those of one document. They may have names, attributions, and words that are said; the joined ones
    know where each began (`paragraphs`).
    """
    out: list[Example] = []
    limit = 0
    for x in examples:
        last = out[-1] if out else None
        if last is None or len(last.words) + len(x.words) > limit or (same_doc and last.doc != x.doc):
            last = Example(corpus=x.corpus, doc=x.doc, words=[])
            out.append(last)
            limit = random.randint(FEWEST, most)
        _append(last, x)
    return out


def _append(to: Example, x: Example) -> None:
    at = len(to.words)

    def moved(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        return [(a + at, b + at) for a, b in spans]

    to.words += x.words
    to.paragraphs.append((at, at + len(x.words)))
    to.names += [(a + at, b + at, kind) for a, b, kind in x.names]
    to.said |= {at + word for word in x.said}
    for item in x.attributions:
        cue, source, content = moved([item.cue]), moved(item.source), moved(item.content)
        to.attributions.append(Attribution(cue=cue[0], source=source, content=content))
