"""Universal Dependencies: words, sentences, tags and trees; GUM's mentions and chains beside them."""

import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.scoring.corpora.example import Example, Mention, Predicate
from onrecord.scoring.corpora.spans import cut_to


@dataclass(slots=True, kw_only=True)
class Parsed:
    """One sentence of a treebank; `mentions` reach past it never."""

    doc: str
    words: list[str]
    space_after: list[bool]
    upos: list[str]
    tags: list[str]
    heads: list[int]  # -1 at the root
    deps: list[str]
    new_paragraph: bool = False
    mentions: list[tuple[int, int, str, str]] = field(default_factory=list)  # (start, end, chain, entity type)
    predicates: list[Predicate] | None = None
    surely: dict[int, float] = field(default_factory=dict)


def sentences(path: Path) -> list[Parsed]:
    """Return the sentences of a CoNLL-U file in order."""
    out: list[Parsed] = []
    doc = ""
    for block in path.read_text(encoding="utf8").strip().split("\n\n"):
        lines = block.split("\n")
        named = [x.split("=")[1].strip() for x in lines if x.startswith("# newdoc")]
        doc = named[0] if named else doc
        fresh = bool(named) or any(re.match(r"# newpar(?!_)", x) for x in lines)
        out.append(_sentence(doc, fresh, [x.split("\t") for x in lines if x[0] != "#"]))
    return out


def _sentence(doc: str, fresh: bool, table: list[list[str]]) -> Parsed:
    joined: dict[int, bool] = {}  # last word of a contraction -> whether a space follows; inside it none does
    for row in table:
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            joined |= dict.fromkeys(range(first, last), False) | {last: "SpaceAfter=No" not in row[9]}
    rows = [row for row in table if row[0].isdigit()]
    return Parsed(
        doc=doc,
        words=[r[1] for r in rows],
        space_after=[joined.get(int(r[0]), "SpaceAfter=No" not in r[9]) for r in rows],
        upos=[r[3] for r in rows],
        tags=[r[4] for r in rows],
        heads=[int(r[6]) - 1 for r in rows],
        deps=[r[7] for r in rows],
        new_paragraph=fresh,
        mentions=list(_mentions([r[9] for r in rows])),
    )


def _mentions(misc: list[str]) -> Iterator[tuple[int, int, str, str]]:
    """Read GUM's brackets; a mention in several pieces is left out."""
    open_: dict[str, list[tuple[int, str]]] = {}
    for i, cell in enumerate(misc):
        found = re.search(r"(?:^|\|)Entity=([^|]*)", cell)
        for bracket in re.findall(r"\([^()]*\)?|[^()]*\)", found[1] if found else ""):
            parts = bracket.strip("()").split("-")
            chain = parts[0]
            if "[" in chain:
                continue
            if bracket.startswith("("):
                kind = parts[1] if len(parts) > 1 else ""
                if bracket.endswith(")"):
                    yield i, i + 1, chain, kind
                else:
                    open_.setdefault(chain, []).append((i, kind))
            elif open_.get(chain):
                start, kind = open_[chain].pop()
                yield start, i + 1, chain, kind


def windows(parsed: list[Parsed], corpus: str, *, most: int = 60, vary: bool = False) -> list[Example]:
    """Join consecutive sentences of one document into windows of up to `most` words."""
    out: list[Example] = []
    limit = most
    for s in parsed:
        last = out[-1] if out else None
        if last is None or last.doc != s.doc or len(last.words) + len(s.words) > limit:
            limit = random.randint(most // 4, most) if vary else most
            last = Example(corpus=corpus, doc=s.doc, words=[], predicates=[])
            out.append(last)
        _append(last, s)
    return [cut_to(x, 220) for x in out]


def _append(to: Example, s: Parsed) -> None:
    at = len(to.words)
    to.words += s.words
    start = at if s.new_paragraph or not to.paragraphs else to.paragraphs.pop()[0]
    to.paragraphs.append((start, len(to.words)))
    to.sentences.append((at, at + len(s.words)))
    to.upos += s.upos
    to.tags += s.tags
    to.heads += [at + head if head >= 0 else -1 for head in s.heads]
    to.deps += s.deps
    to.surely |= {at + i: value for i, value in s.surely.items()}
    if s.predicates is None:
        to.predicates = None
    elif to.predicates is not None:
        for p in s.predicates:
            roles = [(at + a, at + b, name) for a, b, name in p.roles]
            whole = Predicate(word=at + p.word, roles=roles, start=at, end=at + len(s.words), lemma=p.lemma)
            to.predicates.append(whole)
    for start, end, chain, _ in s.mentions:
        to.mentions.append(Mention(start=at + start, end=at + end, head=at + head_of(s.heads, start, end), chain=chain))


def head_of(heads: list[int], start: int, end: int) -> int:
    """Return the first word of `start` to `end` whose head stands outside."""
    return next((i for i in range(start, end) if not start <= heads[i] < end), start)


def mark_singles(examples: list[Example]) -> None:
    """Mark the mentions that are alone in their chain."""
    count = Counter((x.doc, m.chain) for x in examples for m in x.mentions)
    for x in examples:
        for m in x.mentions:
            m.single = count[x.doc, m.chain] == 1
