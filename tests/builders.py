"""Short builders for tests: reports, passages and readings made by hand or read with the shipped model."""

import re
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from typing import Any, TypeVar

from onrecord.model.ids import PassageId, ReportId
from onrecord.model.reading import Chain, Frame, Name, Reading, Role, Sentence, Word
from onrecord.model.report import Block, Passage, PassageKind, Report
from onrecord.model.span import Span
from onrecord.model.when import Timex, When

T = TypeVar("T")


def only(items: Iterable[T]) -> T:
    """Return the one item; fail where there is none or more than one."""
    found = list(items)
    assert len(found) == 1, f"expected one item, found {len(found)}: {found}"
    return found[0]


def day(date: str) -> When:
    """Return the calendar day `date` ("2023-12-20") as given from outside."""
    return When(
        span=None,
        words=date,
        start=date,
        end=date,
        precision="day",
        edtf=date,
        timex=Timex(type="DATE", value=date),
        basis="stated",
    )


def report_of(
    text: str, *, published: str | None = "2023-12-20", blocks: Iterable[Block] = (), **fields: Any
) -> Report:
    """Return a report with `text`, published on the day `published`."""
    digest = sha256(text.encode()).hexdigest()
    known = {"path": None, "title": None, "outlet": None, "byline": None, "url": None, "language": "en"}
    return Report(
        id=ReportId(f"r-{digest[:12]}"),
        sha256=digest,
        text_sha256=digest,
        text=text,
        blocks=tuple(blocks),
        published=None if published is None else day(published),
        **{**known, **fields},
    )


def passage_of(report: Report, *, words: str | None = None, kind: PassageKind = "paragraph") -> Passage:
    """Return the passage that holds `words`, or the whole text."""
    span = Span(0, len(report.text)) if words is None else span_of(report.text, words)
    return Passage(id=PassageId(f"p-{span.start}"), kind=kind, span=span)


def passages_of(report: Report) -> tuple[Passage, ...]:
    """Return one paragraph for each line of the report that is not empty."""
    found, start = [], 0
    for line in report.text.split("\n"):
        if line.strip():
            span = Span(start, start + len(line))
            found.append(Passage(id=PassageId(f"p-{start}"), kind="paragraph", span=span))
        start += len(line) + 1
    return tuple(found)


def span_of(text: str, words: str, *, nth: int = 0) -> Span:
    """Return the span of the `nth` occurrence (from 0) of `words` in `text`."""
    start = -1
    for _ in range(nth + 1):
        start = text.find(words, start + 1)
        assert start >= 0, f"{words!r} (occurrence {nth}) is not in {text!r}"
    return Span(start, start + len(words))


def reading_of(
    text: str,
    parse: str,
    *,
    names: Iterable[tuple[str, str]] = (),
    attributions: Iterable[tuple[str, str, str]] = (),
    predicates: Iterable[tuple[str, dict[str, str]]] = (),
    chains: Iterable[Iterable[str]] = (),
) -> Reading:
    """Return a reading of `text` made by hand.

    `parse` has one line a sentence and one cell a word, `word/UPOS/dep/head` or
    `word/UPOS/dep/head/lemma`; heads count words of the sentence from 1, 0 is the root. Sentences
    are in passage 0 unless their line starts with a passage number and a colon (`1: Police/...`).
    `names` are (words, kind), `attributions` (cue, source, content; "" where missing),
    `predicates` (anchor, {label: words}), `chains` lists of words. Words are looked for as they
    stand in the text, first occurrence; `words#1` means the second.
    """
    words, sentences, at = [], [], 0
    for line in filter(None, (line.strip() for line in parse.splitlines())):
        number, colon, rest = line.partition(": ")
        passage, line = (int(number), rest) if colon and number.isdigit() else (0, line)
        first = len(words)
        for cell in line.split():
            form, upos, dep, head, *lemma = cell.split("/")
            span = span_of(text[at:], form)
            span = Span(at + span.start, at + span.end)
            at = span.end
            words.append(
                Word(
                    span=span,
                    text=form,
                    lemma=lemma[0] if lemma else form.lower(),
                    upos=upos,
                    tag="",
                    dep=dep,
                    head=first + int(head) - 1 if int(head) else None,
                )
            )
        sentences.append(Sentence(start=first, end=len(words), passage=passage))

    def numbers(said: str) -> tuple[int, int]:
        form, _, nth = said.partition("#")
        span = span_of(text, form, nth=int(nth or 0))
        inside = [i for i, word in enumerate(words) if span.overlaps(word.span)]
        return inside[0], inside[-1] + 1

    def role(label: str, said: str) -> tuple[Role, ...]:
        return (Role(name=label, start=numbers(said)[0], end=numbers(said)[1]),) if said else ()

    frames = [
        Frame(
            kind="attribution",
            start=numbers(cue)[0],
            end=numbers(cue)[1],
            roles=role("source", source) + role("content", content),
        )
        for cue, source, content in attributions
    ]
    frames += [
        Frame(
            kind="predicate",
            start=numbers(anchor)[0],
            end=numbers(anchor)[1],
            roles=tuple(r for label, said in roles.items() for r in role(label, said)),
        )
        for anchor, roles in predicates
    ]
    return Reading(
        reader="by hand",
        words=tuple(words),
        sentences=tuple(sentences),
        names=tuple(Name(start=numbers(said)[0], end=numbers(said)[1], kind=kind) for said, kind in names),  # type: ignore[arg-type]
        frames=tuple(frames),
        chains=tuple(Chain(mentions=tuple(numbers(m) for m in chain)) for chain in chains),
    )


def flat_reading_of(report: Report) -> Reading:
    """Return a reading of `report` with words and sentences cut by rule, and no tree, names or frames."""
    words: list[Word] = []
    sentences: list[Sentence] = []
    for number, passage in enumerate(passages_of(report)):
        first = len(words)
        for match in re.finditer(r"\d[\d.,:/]*\d|\w+(?:['’]s\b)?|[^\w\s]", passage.span.of(report.text)):
            span = Span(passage.span.start + match.start(), passage.span.start + match.end())
            words.append(Word(span=span, text=match[0], lemma=match[0].lower(), upos="X", tag="", dep="dep", head=None))
            if match[0] in ".?!" and report.text[span.end : span.end + 1].isspace() and len(words[-2].text) > 1:
                sentences.append(Sentence(start=first, end=len(words), passage=number))
                first = len(words)
        if first < len(words):
            sentences.append(Sentence(start=first, end=len(words), passage=number))
    return Reading(reader="flat", words=tuple(words), sentences=tuple(sentences), names=(), frames=(), chains=())


def marked_reading_of(report: Report, marked: Iterable[tuple[Span, str]]) -> Reading:
    """Return the rule's words and sentences of `report`, no tree, and the names `marked`: (span, kind)."""
    from onrecord.reader.tokenise import tokenise

    words: list[Word] = []
    sentences: list[Sentence] = []
    for number, passage in enumerate(passages_of(report)):
        first = len(words)
        for span in tokenise(report.text, start=passage.span.start, end=passage.span.end):
            text = span.of(report.text)
            words.append(Word(span=span, text=text, lemma=text.lower(), upos="X", tag="", dep="dep", head=None))
            if text in (".", "?", "!") and first < len(words):
                sentences.append(Sentence(start=first, end=len(words), passage=number))
                first = len(words)
        if first < len(words):
            sentences.append(Sentence(start=first, end=len(words), passage=number))
    names = []
    for span, kind in marked:
        inside = [n for n, word in enumerate(words) if word.span.overlaps(span)]
        names.append(Name(start=inside[0], end=inside[-1] + 1, kind=kind))  # type: ignore[arg-type]
    return Reading(
        reader="marked", words=tuple(words), sentences=tuple(sentences), names=tuple(names), frames=(), chains=()
    )


def bracketed(text: str) -> tuple[Report, Reading]:
    """Return the report and reading of `text` in which [brackets] mark the places the reader names, {braces} the persons."""
    marked, plain, starts = [], "", []
    for char in text:
        if char in "[{":
            starts.append(len(plain))
        elif char in "]}":
            marked.append((Span(starts.pop(), len(plain)), "location" if char == "]" else "person"))
        else:
            plain += char
    report = report_of(plain)
    return report, marked_reading_of(report, marked)


@cache
def shipped_reader() -> Any:
    """Return the reader with the language model that the package ships, loaded once."""
    from onrecord.reader import Reader

    return Reader.load()


@cache
def read(text: str) -> tuple[Report, tuple[Passage, ...], Reading]:
    """Return `text` as a report, its passages (one a line) and what the shipped model reads in them."""
    report = report_of(text)
    passages = passages_of(report)
    return report, passages, shipped_reader().read(report, passages)


@cache
def shipped_tools() -> Any:
    """Return what reading end to end needs: the shipped model and the gazetteer, loaded once."""
    from onrecord.flows.read import Tools

    return Tools(shipped_reader(), places_known())


@cache
def places_known() -> Any:
    """Return the gazetteer, built on first use and loaded once."""
    from onrecord.gazetteer import Gazetteer

    return Gazetteer.load()


def unmarked(text: str) -> tuple[str, dict[str, list[str]]]:
    """Return `text` without its marks and the words in each: {speaker}, <cue>, [content]."""
    words: dict[str, list[str]] = {"{": [], "<": [], "[": []}
    for mark, close in zip("{<[", "}>]", strict=True):
        found = re.findall(rf"\{mark}([^\{close}]*)\{close}", text)
        words[mark] = [re.sub(r"[{}<>\[\]]", "", part) for part in found]
    return re.sub(r"[{}<>\[\]]", "", text), words
