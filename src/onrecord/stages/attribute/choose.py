"""Which sayings are claims of somebody?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.model.actor import ActorIndex
from onrecord.model.ids import ActorId
from onrecord.model.reading import Reading
from onrecord.model.report import Passage
from onrecord.stages.attribute.cues import CueVocab
from onrecord.stages.attribute.direct import Quotes
from onrecord.stages.attribute.edges import spoken_clause
from onrecord.stages.attribute.layout import is_own_voice
from onrecord.stages.attribute.saying import Range, Saying, numbers
from onrecord.stages.attribute.sources import is_passive, text_nouns

_FIRST = {"i", "we", "us"}
_LIVES, _TAKEN = {"life", "lives"}, 4
_COUNTS = {"number", "figure", "toll", "total", "tally"}
_NOBODY = {
    "anyone", "someone", "everyone", "nobody", "anybody", "you", "who", "what", "which", "that", "whoever", "this",
    "those", "one", "it all", "there", "no one", "none", "people", "some", "many",
}  # fmt: skip
_OWNERS = {"its", "his", "her", "their", "our", "my", "your"}  # of a noun: "its commitment to ..." is no speech
_NEEDS_SOMEBODY = {"believe", "estimate"}
_OWN_ACTS = {"accuse", "call_for", "demand", "deny", "refuse", "threaten", "warn"}
_NOT = {"not", "n't", "never", "n’t", "no"}
_UNABLE = {"unable", "impossible"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What decides whether a saying is a claim."""

    reading: Reading
    passages: Sequence[Passage]
    quotes: Quotes
    quoted: set[int]
    index: ActorIndex
    issuer: ActorId | None
    vocab: CueVocab
    speakers: frozenset[Range] = frozenset()
    """Who speaks at cues that the language model saw."""


def chosen(sayings: Sequence[Saying], choice: Choice) -> list[Saying]:
    """Return the sayings that are claims of somebody."""
    nested = {
        i
        for i, saying in enumerate(sayings)
        if saying.cue and any(saying.cue[0] in numbers(other.content) for other in sayings if other is not saying)
    }
    choice = replace(choice, speakers=frozenset(source for s in sayings if s.is_read for source in s.sources))
    is_own = choice.issuer is not None and is_own_voice(choice.reading, choice.quoted)
    is_own = is_own and not any(_is_reporting(saying, choice) for saying in sayings)
    return [
        saying
        for i, saying in enumerate(sayings)
        if saying.content
        and _has_speaker(saying, choice, is_nested=i in nested)
        and _may_stand(saying, choice)
        and not _is_unsaid(saying, choice)
        and not _takes_lives(saying, choice)
        and not _names_source(saying, choice)
        and not _was_asked(saying, choice)
        and not (is_own and _is_report_itself(saying, choice))
    ]


def _has_speaker(saying: Saying, choice: Choice, *, is_nested: bool) -> bool:
    """Return whether somebody says it: not "anyone who thinks", not "I welcome" within what is quoted already."""
    if not saying.sources:
        return _may_lack_speaker(saying, choice)
    words = [" ".join(choice.reading.words[n].text.lower() for n in range(*source)) for source in saying.sources]
    if saying.act in _NEEDS_SOMEBODY and _is_thought_of(saying, choice):
        return False
    if all(said in _NOBODY | _OWNERS or said.startswith("no ") for said in words):
        return False
    if is_nested and all(said in _FIRST for said in words):
        return False
    if saying.cue is None or _is_quoting(saying, choice):
        return True
    is_described = saying.head is not None and choice.reading.words[saying.head].dep == "acl"
    if _shows(saying, choice) or is_described:
        return _is_finding(saying, choice) or any(_may_speak(source, choice) for source in saying.sources)
    if saying.is_read or saying.act in {"say", "confirm"}:
        return True
    return any(source in choice.speakers or _may_speak(source, choice) for source in saying.sources)


def _is_thought_of(saying: Saying, choice: Choice) -> bool:
    """Return whether nobody in particular thinks so of the noun it describes: "the attackers, thought to belong to"."""
    words = choice.reading.words
    if saying.head is None or words[saying.head].dep != "acl" or words[saying.head].tag not in {"VBN", "VBD"}:
        return False
    before = [words[source[0] - 1].text.lower() for source in saying.sources if source[0] > saying.head]
    return "by" not in before


def _may_lack_speaker(saying: Saying, choice: Choice) -> bool:
    """Return whether it may stand without anybody named: words set out, quoted words, a passive accusation."""
    if saying.cue is None:
        return True
    if saying.head is None or saying.act in _NEEDS_SOMEBODY:
        return False
    lemma = choice.vocab.lemma(choice.reading.words[saying.head])
    is_accusation = lemma in {"accuse", "blame", "attribute"} and is_passive(choice.reading, saying.head)
    return _is_quoting(saying, choice) or (saying.is_read and is_accusation)


def _is_quoting(saying: Saying, choice: Choice) -> bool:
    content = numbers(saying.content)
    return 2 * len(content & choice.quoted) > len(content)


def _shows(saying: Saying, choice: Choice) -> bool:
    """Return whether the cue is a verb that things have too: a map shows, a count suggests."""
    if saying.head is None:
        return False
    return choice.vocab.lemma(choice.reading.words[saying.head]) in choice.vocab.things


def _is_finding(saying: Saying, choice: Choice) -> bool:
    """Return whether a text that somebody made shows that something is so: "hospital records show that 41 died"."""
    if saying.head is None or not spoken_clause(choice.reading, saying.head):
        return False
    nouns = {choice.reading.words[n].lemma.lower() for n in numbers(saying.sources)}
    return not nouns.isdisjoint(text_nouns("findings"))


def _may_speak(source: Range, choice: Choice) -> bool:
    """Return whether an actor, a pronoun or a name heads the words."""
    words = choice.reading.words
    if words[source[1] - 1].text.lower() in _COUNTS:
        return False  # "the true number was 142 and accused the army"
    heads = [n for n in range(*source) if (head := words[n].head) is None or not source[0] <= head < source[1]]
    for head in heads or [source[1] - 1]:
        word = words[head]
        if word.upos in {"PRON", "PROPN"} or choice.index.at(word.span, head=word.span) is not None:
            return True
    return False


def _may_stand(saying: Saying, choice: Choice) -> bool:
    """Return whether its passage lets it be a claim: a caption only with quoted words."""
    kind = choice.passages[saying.passage].kind
    if kind != "caption":
        return kind != "boilerplate"
    content = [choice.reading.span(*piece) for piece in saying.content]
    spans = choice.quotes.get(saying.passage, ())
    return bool(saying.sources) and any(quote.overlaps(span) for quote in spans for span in content)


def _is_unsaid(saying: Saying, choice: Choice) -> bool:
    """Return whether the report says that it was not said: "does not report the number of aircraft"."""
    if saying.cue is None or saying.head is None or saying.act not in {"say", "confirm"}:
        return False
    if _is_wanted(saying.head, choice):
        return True
    around = {choice.reading.words[child].text.lower() for child in choice.reading.children(saying.head)}
    cue = {word.text.lower() for word in choice.reading.words[slice(*saying.cue)]}
    is_quoting = _is_quoting(saying, choice) and saying.head not in choice.quoted
    return bool((around | cue) & _NOT - {"no"} or cue & _UNABLE) and not is_quoting


def _is_wanted(head: int, choice: Choice) -> bool:
    """Return whether somebody only asks that it be said: "asked the rebels to explain what happened"."""
    words, verb = choice.reading.words, choice.reading.words[head].head
    texts = {words[i].text.lower() for i in choice.reading.children(head)}
    if words[head].tag != "VB" or "to" not in texts or verb is None or words[head].dep not in {"xcomp", "ccomp"}:
        return False
    lemma = choice.vocab.lemma(words[verb])
    return lemma == "ask" or choice.vocab.verbs.get(lemma) in {"call_for", "demand", "refuse"}


def _takes_lives(saying: Saying, choice: Choice) -> bool:
    """Return whether nothing is said: "the attack claimed the lives of four people"."""
    if saying.head is None or choice.vocab.lemma(choice.reading.words[saying.head]) != "claim" or not saying.content:
        return False
    first = saying.content[0][0]
    return any(word.text.lower() in _LIVES for word in choice.reading.words[first : first + _TAKEN])


def _names_source(saying: Saying, choice: Choice) -> bool:
    """Return whether it only names who told the speaker: "citing two officials", not "citing safety concerns".

    Or for whom the speaker speaks: "I write on behalf of the families of 43 fishermen".
    """
    words = choice.reading.words
    first = min(numbers(saying.content))
    if saying.cue is not None and saying.cue[1] < first and words[first - 2].text.lower() == "behalf":
        return True
    if saying.head is None or choice.vocab.lemma(words[saying.head]) != "cite":
        return False
    objects = [i for i in choice.reading.children(saying.head) if words[i].dep == "obj"]
    texts = text_nouns("findings") if words[saying.head].tag == "VBG" else frozenset()
    known = (choice.index.at(words[i].span, head=words[i].span) for i in objects)
    return any(actor is not None for actor in known) or any(words[i].lemma.lower() in texts for i in objects)


def _was_asked(saying: Saying, choice: Choice) -> bool:
    """Return whether the speaker is who was asked: "Asked whether it could be held, a commander said"."""
    words = choice.reading.words
    if saying.head is None or choice.vocab.lemma(words[saying.head]) not in {"ask", "question"}:
        return False
    has_subject = any(words[i].dep.startswith("nsubj") for i in choice.reading.children(saying.head))
    return words[saying.head].dep == "advcl" and not words[saying.head].text.endswith("ing") and not has_subject


def _is_report_itself(saying: Saying, choice: Choice) -> bool:
    """Return whether it is the issuer's own text beyond what it condemns or calls for (RECORD.md, convention 4)."""
    if saying.act in _OWN_ACTS or saying.cue is None or _is_quoting(saying, choice):
        return False
    return _is_by_issuer(saying, choice) and not saying.is_direct


def _is_reporting(saying: Saying, choice: Choice) -> bool:
    """Return whether somebody other than the issuer "said" or "told": the text reports, it is no statement."""
    if saying.head is None or choice.vocab.lemma(choice.reading.words[saying.head]) not in {"say", "tell", "add"}:
        return False
    return not _is_by_issuer(saying, choice)


def _is_by_issuer(saying: Saying, choice: Choice) -> bool:
    """Return whether the issuer of the text speaks, by name or as "we"."""
    words = choice.reading.words
    for source in saying.sources:
        actor = choice.index.at(choice.reading.span(*source), head=words[source[1] - 1].span)
        is_issuer = actor is not None and actor.id == choice.issuer
        if not is_issuer and words[source[0]].text.lower() not in _FIRST:
            return False
    return bool(saying.sources)
