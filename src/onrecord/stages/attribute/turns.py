"""Speakers of turns: the answers of an interview, "A: ..." or none before them, and "@handle: ..." of a post."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model.actor import ActorIndex
from onrecord.model.ids import ActorId
from onrecord.model.reading import Reading
from onrecord.model.report import Passage, Report
from onrecord.stages.attribute.saying import FIRST_PERSON, Range, Saying, ranges
from onrecord.vocab.load import load_table

_ASKED, _ANSWERED = {"q", "question"}, {"a", "answer"}
_QUESTIONS, _LONGEST_QUESTION = 2, 30  # at least so many make an interview; a question has no more words
_HANDLE_WITHIN = 9  # words up to the colon of "RT @name BREAKING:"


def post_label(reading: Reading, words: Sequence[int]) -> Range | None:
    """Return the handle before a colon that opens the words: "@SahelWatch: ...", "RT @DrSene: ..."."""
    at = next((n for n in words[:2] if reading.words[n].text == "@"), None)
    colon = next((n for n in words[:_HANDLE_WITHIN] if reading.words[n].text == ":"), None)
    if at is None or colon is None or not (at == words[0] or reading.words[words[0]].text == "RT"):
        return None
    end = at + 1
    while end < colon and reading.words[end - 1].span.end == reading.words[end].span.start:
        end += 1
    return (at, end) if end > at + 1 else None


def answer_label(reading: Reading, words: Sequence[int]) -> Range | None:
    """Return the "A" of "A: Nobody was hurt." where somebody asked before."""
    if not _is_turn(reading, words[:2], _ANSWERED) or first_question(reading) is None:
        return None
    return words[0], words[0] + 1


def first_question(reading: Reading) -> int | None:
    """Return the first word of the first "Q: ..." of the report."""
    starts = (sentence.start for sentence in reading.sentences)
    return next((n for n in starts if _is_turn(reading, range(n, n + 2), _ASKED)), None)


def _is_turn(reading: Reading, words: Sequence[int], labels: set[str]) -> bool:
    texts = [reading.words[n].text for n in words if n < len(reading.words)]
    return len(texts) == 2 and texts[0].lower() in labels and texts[0].isupper() and texts[1] == ":"


def without_questions(reading: Reading, sayings: Sequence[Saying]) -> list[Saying]:
    """Return the sayings without those of whoever asks: "Q: How many men have you lost?".

    Nor those of a post, whose label says more surely who speaks.
    """
    return [
        saying
        for saying in sayings
        if not any(_is_asking(reading, source) for source in saying.sources)
        and not (saying.cue is None and _is_post(reading, saying))
    ]


def _is_post(reading: Reading, saying: Saying) -> bool:
    return any(reading.words[n].text == "@" for source in saying.sources for n in range(*source))


def _is_asking(reading: Reading, source: Range) -> bool:
    return source[1] == source[0] + 1 and _is_turn(reading, range(source[0], source[0] + 2), _ASKED)


def answering(reading: Reading, passages: Sequence[Passage], index: ActorIndex) -> ActorId | None:
    """Return who gives the answers: the one person that the text above the first question names."""
    first = first_question(reading)
    if first is None:
        return None
    above = [passage.span for passage in passages[: reading.sentence_of(first).passage]]
    named = [actor for actor in index.inside(above) if actor.kind == "person" and actor.name[:1].isupper()]
    return named[0].id if len(named) == 1 else None


def interview_answers(report: Report, passages: Sequence[Passage], reading: Reading, quoted: set[int]) -> list[Saying]:
    """Return a saying for each paragraph that answers a question set out as a paragraph of its own.

    So only where the text above calls itself an interview and names one person, and somebody answers as "I" or "we"
    outside quotation marks (`quoted`): questions head the paragraphs of other texts too.
    """
    asked = [at for at, passage in enumerate(passages) if _asks(report, passage)]
    if len(asked) < _QUESTIONS or first_question(reading) is not None:
        return []
    above = report.text[: passages[asked[0]].span.start].lower()
    if not any(words in above for words in load_table("cues")["interviews"]):
        return []
    speakers: dict[str, Range] = {}
    for name in reading.names:
        if name.kind == "person" and reading.sentence_of(name.start).passage < asked[0]:
            speakers.setdefault(reading.words[name.end - 1].text.lower(), (name.start, name.end))
    answers = _answers(reading, asked)
    told = {n for words in answers.values() for n in words} - quoted
    if len(speakers) != 1 or not any(reading.words[n].text.lower() in FIRST_PERSON for n in told):
        return []
    return [
        Saying(
            passage=at, head=None, cue=None, sources=tuple(speakers.values()), content=ranges(reading, words),
            act="say", is_direct=True,
        )
        for at, words in answers.items()
        if passages[at].kind == "paragraph"
    ]  # fmt: skip


def carried_on(passages: Sequence[Passage], reading: Reading, sayings: Sequence[Saying]) -> list[Saying]:
    """Return a saying for each paragraph of a transcript with no label: who spoke last in it goes on.

    A transcript has labels in capitals, and one of them twice ("PRESIDENT: ...").
    """
    labels: dict[int, Saying] = {}
    for saying in sayings:
        if saying.cue is None and len(saying.sources) == 1 and _is_in_capitals(reading, saying.sources[0]):
            labels.setdefault(saying.passage, saying)
    names = [" ".join(w.text for w in reading.words[slice(*s.sources[0])]) for s in labels.values()]
    if len(set(names)) == len(names):
        return []
    found: list[Saying] = []
    last: Saying | None = None
    for sentence in reading.sentences:
        at, opening = sentence.passage, reading.words[sentence.start].text.lower()
        if at in labels or passages[at].kind != "paragraph" or opening in _ASKED:
            last = labels.get(at)
            continue
        if last is not None and not (found and found[-1].passage == at):
            words = [n for s in reading.sentences if s.passage == at for n in range(s.start, s.end)]
            found.append(replace(last, passage=at, content=ranges(reading, words), is_read=False, is_direct=True))
    return found


def _is_in_capitals(reading: Reading, label: Range) -> bool:
    start, end = label
    is_before_colon = end < len(reading.words) and reading.words[end].text == ":"
    return is_before_colon and all(word.text.isupper() or word.text == "." for word in reading.words[start:end])


def _answers(reading: Reading, asked: Sequence[int]) -> dict[int, list[int]]:
    """Return the words of the passages behind the first question, but for those of the questions."""
    found: dict[int, list[int]] = {}
    for sentence in reading.sentences:
        if sentence.passage > asked[0] and sentence.passage not in asked:
            found.setdefault(sentence.passage, []).extend(range(sentence.start, sentence.end))
    return found


def _asks(report: Report, passage: Passage) -> bool:
    words = passage.span.of(report.text)
    return words.endswith("?") and words[0].isupper() and len(words.split()) <= _LONGEST_QUESTION
