"""Which titles do persons hold, and of what: "Hamas chief Ismail Haniyeh", "Ana Sol, the mayor of Orvane"?"""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model.actor import ActorKind
from onrecord.model.reading import Reading, Word
from onrecord.model.report import Report
from onrecord.stages.spot.mention import Mention, matches, nouns_of, premodified_from, words_of
from onrecord.stages.spot.tables import ActorVocab

_POSSESSIVES = {"his", "her", "its", "their"}
RANK_WORDS = frozenset(
    ["general", "gen", "brigadier", "brig", "colonel", "col", "major", "maj", "captain", "capt", "lieutenant", "lt",
     "sergeant", "sgt", "admiral", "adm", "marshal", "commander", "sheikh", "dr", "mr", "professor", "father", "bishop"]
)  # fmt: skip
_REACH = 14  # words after a name in which its apposition's title stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title at words `start` to `end`; `of` in the report's words.

    `last` is where "of X" behind it ends, `owner` a possessive pronoun still to resolve.
    """

    start: int
    end: int
    words: str
    of: str | None
    country: str | None
    last: int
    owner: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """What a title is held of or a noun belongs to: words `start` to `last`, their name, country and kind."""

    start: int
    last: int
    name: str
    country: str | None
    kind: ActorKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Owners:
    """What a title can be held of: names and states' names and adjectives by their last word."""

    report: Report
    reading: Reading
    vocab: ActorVocab
    named: dict[int, Mention]
    lands: dict[int, tuple[int, str]]

    @classmethod
    def of(cls, report: Report, reading: Reading, named: Sequence[Mention], *, vocab: ActorVocab) -> "Owners":
        """Return the owners that `named` and the country table give."""
        lands = {
            end - 1: (start, {**vocab.adjectives, **vocab.states, **vocab.people}[key])
            for start, end, key in matches(reading, {**vocab.states, **vocab.adjectives, **vocab.people})
            if reading.words[start].text[0].isupper()
        }
        mentions = {mention.end - 1: mention for mention in named if mention.kind != "person"}
        return cls(report=report, reading=reading, vocab=vocab, named=mentions, lands=lands)

    @property
    def land_words(self) -> frozenset[int]:
        """Return the numbers of the words that name or describe a country."""
        return frozenset(i for last, (first, _) in self.lands.items() for i in range(first, last + 1))

    def ending_at(self, number: int) -> Owner | None:
        """Return the owner whose last word is `number`."""
        if number in self.named:
            mention = self.named[number]
            return Owner(
                start=mention.start, last=number, name=mention.name, country=mention.country, kind=mention.kind
            )
        if number in self.lands:
            start, code = self.lands[number]
            return Owner(start=start, last=number, name=self.vocab.state_names[code], country=code, kind="state")
        return None

    def starting_at(self, number: int) -> Owner | None:
        """Return the longest owner whose first word is `number`."""
        for last in range(min(number + 10, len(self.reading.words)) - 1, number - 1, -1):
            owner = self.ending_at(last)
            if owner is not None and owner.start == number:
                return owner
        return None


def titles(owners: Owners) -> list[Title]:
    """Return every title, longest run of title words first, with what it is held of."""
    found: list[Title] = []
    words = owners.reading.words
    for number, word in enumerate(words):
        if owners.vocab.title(word.text if word.text.isupper() else word.lemma) not in owners.vocab.titles and (
            owners.vocab.title(word.text) not in owners.vocab.titles
        ):
            continue
        follows = number + 1 < len(words) and _is_title_word(owners, number + 1) and not _is_rank(owners, number)
        if word.upos in {"NOUN", "PROPN", "ADJ"} and not follows and not _inside_name(owners, number):
            found.append(_title(owners, number))
    return found


def _inside_name(owners: Owners, number: int) -> bool:
    return any(mention.covers(number) and mention.end - 1 != number for mention in owners.named.values())


def _is_rank(owners: Owners, number: int) -> bool:
    """Return whether a rank stands behind the title at `number`, one of its own: "spokesman Brigadier"."""
    words, vocab = owners.reading.words, owners.vocab
    this, after = vocab.title(words[number].text), vocab.title(words[number + 1].text)
    is_title = this in vocab.titles and this not in vocab.ranks and this not in vocab.title_modifiers - {"commander"}
    return after in vocab.ranks and is_title and words[number + 1].text[:1].isupper()


def _is_title_word(owners: Owners, number: int) -> bool:
    word = owners.reading.words[number]
    return word.upos in {"NOUN", "PROPN"} and (
        owners.vocab.title(word.text) in owners.vocab.titles and word.text[:1].isupper() == word.text[:1].isupper()
    )


def _title(owners: Owners, head: int) -> Title:
    words, vocab, sentence = owners.reading.words, owners.vocab, owners.reading.sentence_of(head)
    start = head
    of: str | None = None
    country: str | None = None
    owner: int | None = None
    parts = [head]
    while start > sentence.start:
        before = start - 1
        text = words[before].text.lower()
        if text in {"'s", "’s", "'", "’"}:
            before -= 1
        held = owners.ending_at(before) if before >= sentence.start else None
        if held is None and before == start - 2 and of is None and words[before].upos == "NOUN":
            of = words_of(owners.reading, premodified_from(owners.reading, before), before + 1, owners.report.text)
            start = before
            break
        if held is not None and of is None:
            start, of, country = held.start, held.name, held.country
        elif text in _POSSESSIVES:
            owner = start = start - 1
            break
        elif words[before].upos in {"ADJ", "NOUN", "PROPN"} or text in {"-", "vice", "deputy"}:
            if text in {"old", "aged", "year"}:
                break
            if text == "-" and not _is_hyphen(words, before):
                break
            if _is_rank(owners, before):
                break
            is_part = text in vocab.title_modifiers or vocab.title(text) in vocab.titles or text == "-"
            if not is_part and (of is not None or words[before].upos == "PROPN"):
                break
            start -= 1
            parts = [start, *parts] if is_part else parts
        else:
            break
    after = _of_after(owners, head)
    end = last = _end(owners, head)
    if of is None and after is not None:
        of, country, last = after
    said = " ".join(words[i].text for i in [*parts, *range(head + 1, end)]).replace(" - ", "-")
    return Title(start=start, end=end, words=said, of=of, country=country, last=last, owner=owner)


def _is_hyphen(words: Sequence[Word], number: int) -> bool:
    """Return whether the mark at `number` ties two words ("vice-president") rather than parting them."""
    return number > 0 and words[number - 1].span.end == words[number].span.start


def _end(owners: Owners, head: int) -> int:
    """Return where the title ends: behind "of staff" and "-designate" too."""
    words = owners.reading.words
    behind = tuple(word.text.lower() for word in words[head + 1 : head + 3])
    if behind in {("of", "staff"), ("of", "state"), ("-", "designate"), ("-", "elect"), ("-", "general")}:
        return head + 3
    return head + 1


def _of_after(owners: Owners, head: int) -> tuple[str, str | None, int] | None:
    """Return (words, country, end) of what stands after "of", "for", "at" or "to" behind the title."""
    words, sentence = owners.reading.words, owners.reading.sentence_of(head)
    at = _end(owners, head)
    if at >= sentence.end or words[at].text.lower() not in {"of", "for", "at", "with", "to", "in"}:
        return None
    for number in range(at + 1, min(at + 9, sentence.end)):
        owner = owners.starting_at(number)
        if owner is not None and not _goes_on(owners, owner.last):
            return owner.name, owner.country, owner.last + 1
        if owner is not None:
            break
        if words[number].upos in {"VERB", "AUX"} or words[number].text in {",", ".", ";", ":", "(", "”", '"'}:
            break
    for number in range(at + 1, min(at + 8, sentence.end)):
        if words[number].upos not in {"DET", "ADJ", "NOUN", "PROPN", "NUM"}:
            is_cut = number == at + 1 or words[number].text == "-"
            start = at + 2 if words[at + 1].upos == "DET" and number > at + 2 else at + 1
            of = words_of(owners.reading, start, number, owners.report.text) if not is_cut else ""
            land = owners.starting_at(start)
            return (of, land.country if land else None, number) if of else None
    return None


def _goes_on(owners: Owners, last: int) -> bool:
    """Return whether the name only describes the noun behind it: "the Malian army", "the OAS mission"."""
    words, vocab = owners.reading.words, owners.vocab
    if last + 1 >= len(words) or words[last + 1].upos not in {"NOUN", "PROPN", "ADJ"}:
        return False
    return not nouns_of(words[last + 1]) & (
        vocab.group_nouns - {"army", "force"} | vocab.class_words | vocab.member_nouns
    )


def beside(reading: Reading, title: Title, person: Mention) -> bool:
    """Return whether `title` stands beside `person`'s name and is theirs."""
    words, sentence = reading.words, reading.sentence_of(person.start)
    if _is_said_of(reading, title, person):
        return True
    if sentence.start <= title.start and title.end <= person.start:
        between = [word.text for word in words[title.end : person.start]]
        after_of = title.of is not None and len(between) < 9 and between[-1:] == [","] and "," not in between[:-1]
        ranks = bool(between) and all(word.rstrip(".").lower() in RANK_WORDS for word in between)
        return (
            between in ([], [","])
            or ranks
            or (after_of and all(w.upos != "VERB" for w in words[title.end : person.start]))
        )
    if not person.end < title.start <= title.end <= min(sentence.end, person.end + _REACH):
        return False
    between_upos = {word.upos for word in words[person.end + 1 : title.start]}
    is_apart = words[person.end].text in {",", "(", "–", "—"}
    is_aged = words[person.end + 1].text.isdigit() and words[person.end + 2].text == ","
    return is_apart and between_upos <= {"DET", "ADJ", "NUM", "ADV"} | ({"PUNCT"} if is_aged else set())


def _is_said_of(reading: Reading, title: Title, person: Mention) -> bool:
    """Return whether the sentence says that the person holds the title: "Ana Sol is the mayor"."""
    head = title.end - 1
    if not person.end <= title.start or reading.words[person.head].head != head:
        return False
    has_copula = any(reading.words[child].dep == "cop" for child in reading.children(head))
    return has_copula and reading.words[person.head].dep == "nsubj"
