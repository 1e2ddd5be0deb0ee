"""Spans over words: BIO tags, and windows cut to a length."""

from onrecord.scoring.corpora.example import Example


def bio_spans(tags: list[str]) -> list[tuple[int, int, str]]:
    """Return (start, end, kind) of the spans that BIO `tags` mark."""
    out: list[tuple[int, int, str]] = []
    for i, tag in enumerate(tags):
        if tag == "O":
            continue
        if tag[0] == "I" and out and out[-1][1] == i and out[-1][2] == tag[2:]:
            out[-1] = (out[-1][0], i + 1, tag[2:])
        else:
            out.append((i, i + 1, tag[2:]))
    return out


def bio(n: int, spans: list[tuple[int, int, str]], labels: list[str]) -> list[int]:
    """Return the numbers in `labels` of the BIO tags of `n` words."""
    index = {label: k for k, label in enumerate(labels)}
    out = [0] * n
    for a, b, kind in spans:
        out[a:b] = [index[f"I-{kind}"]] * (b - a)
        out[a] = index[f"B-{kind}"]
    return out


def cut_to(x: Example, most: int) -> Example:
    """Cut a window that is too long to train on; trees hang what lost its head from the root."""
    if len(x.words) <= most:
        return x
    x.words = x.words[:most]
    x.paragraphs = [(a, min(b, most)) for a, b in x.paragraphs if a < most]
    if x.sentences:
        x.sentences = [(a, min(b, most)) for a, b in x.sentences if a < most]
        x.upos, x.tags, x.deps = x.upos[:most], x.tags[:most], x.deps[:most]
        x.heads = [head if head < most else -1 for head in x.heads[:most]]
    if x.predicates is not None:
        x.predicates = [p for p in x.predicates if p.end <= most]
    x.mentions = [m for m in x.mentions if m.end <= most]
    x.surely = {i: v for i, v in x.surely.items() if i < most}
    return x
