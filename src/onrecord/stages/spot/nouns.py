"""Which common nouns name an actor: "the Israeli army", "health officials", "residents", "a senior official"?"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from onrecord.model.actor import ActorKind, ActorRole
from onrecord.model.reading import Reading
from onrecord.stages.spot.mention import Mention, nouns_of, premodified_from, words_of
from onrecord.stages.spot.tables import ActorVocab
from onrecord.stages.spot.titles import Owner, Owners, Title

_HEADS = {"NOUN", "PROPN", "ADJ"}
_AGE = {"year", "years", "old", "aged", "month", "months"}
_ARTICLES = {"the", "this", "that", "his", "her", "its", "their", "our", "my"}


def title_mentions(held: Sequence[Title], owners: Owners) -> list[Mention]:
    """Return titles that stand without a name ("the Iraqi president") as mentions of whoever holds them."""
    found = []
    for title in held:
        head = title.end - 1
        vocab = owners.vocab
        if not _stands_alone(owners, title):
            continue
        key = vocab.title(title.words)
        roles = () if title.owner is not None else (ActorRole(title=title.words, of=title.of),)
        found.append(
            Mention(
                start=title.start, end=title.last, head=head, form="title", key=("title", key, title.of),
                name=words_of(owners.reading, title.start, title.last, owners.report.text), kind="person",
                country=title.country, roles=roles, owner=title.owner,
            )
        )  # fmt: skip
    return found


def _stands_alone(owners: Owners, title: Title) -> bool:
    """Return whether the title names somebody: "the governor", "Israel's minister", not "rebel commander material"."""
    words, vocab = owners.reading.words, owners.vocab
    word = words[title.end - 1]
    if word.tag in {"NNS", "NNPS"} or word.dep in {"compound", "amod", "flat"}:
        return False
    if {vocab.title(title.words), title.words.lower().rstrip(".")} & vocab.empty_titles:
        return False  # "DR Congo"
    before = words[title.start - 1].text.lower() if title.start else ""
    first = words[title.start].text.lower()
    if {before, first} & vocab.nobody:
        return False
    has_owner = title.owner is not None or title.of is not None
    is_named = {before, first} & _ARTICLES or has_owner or word.text[:1].isupper()
    return bool(is_named) or word.dep.split(":")[0] in {"nsubj", "obj"} or word.dep == "obl:agent"


def noun_mentions(owners: Owners, *, taken: Sequence[Mention], used: Collection[int]) -> list[Mention]:
    """Return common nouns of the tables that no name or title covers; `used` are words of titles beside a name."""
    covered = {number for mention in taken for number in range(mention.start, mention.end)} | set(used)
    heads = {mention.head for mention in taken}
    found = []
    for number, word in enumerate(owners.reading.words):
        if word.upos not in _HEADS or number in heads or number in covered:
            continue
        if mention := _noun(owners, number):
            found.append(mention)
    return found


def _noun(owners: Owners, number: int) -> Mention | None:
    words, vocab = owners.reading.words, owners.vocab
    word = words[number]
    if word.dep in {"compound", "amod", "flat"} or (word.upos == "ADJ" and word.text.lower() != word.lemma + "s"):
        return None
    entry = _entry(owners.reading, number, vocab=vocab)
    if entry is None or not is_somebody(owners.reading, number, entry[2], vocab=vocab):
        return None
    whole = premodified_from(owners.reading, number)
    start = _without_count(owners, whole, number)
    kind, one, noun = entry
    noun = vocab.neutral.get(noun, noun)
    of = _owner(owners, whole, number)
    country = of.country if of else None
    if noun in vocab.voices and (voice := _voice_of(owners, start, number)) is not None:
        return voice
    if noun in vocab.army_parts and of is not None and of.kind == "state" and not _is_single(owners.reading, number):
        one = "army"  # "Israeli soldiers" are the Israeli army
    own = _own_words(owners, start, number + 1 - len(noun.split()), vocab=vocab)
    if noun in vocab.bare and not own and of is None and one is None and not _is_the(owners.reading, number):
        return None
    if noun in vocab.alone and (own or not _tells(owners.reading, number, vocab=vocab)):
        return None
    if one is not None and not [part for part in own if part not in vocab.class_words]:
        key: tuple[str | None, ...] = (one, country)
    else:
        key = ("noun", " ".join([*own, noun]), country or (of.name if of else None))
    if kind in {"armed_force", "armed_group"} and set(own) & vocab.political and noun not in vocab.member_nouns:
        kind = "organisation"
    if _is_one_person(owners.reading, number, kind, vocab=vocab):
        kind = "person"
        key = (*key, "one")
    elif of is not None and of.kind in {"armed_group", "organisation"} and kind in {"government", "unknown"}:
        kind = of.kind
    return Mention(
        start=start, end=number + 1, head=number, form="noun", key=key, name=_name(owners, start, number), kind=kind,
        country=country, owner=_possessive(owners.reading, number) if one == "army" else None,
    )  # fmt: skip


def _possessive(reading: Reading, number: int) -> int | None:
    """Return the "its" or "their" of the noun."""
    return next((i for i in reading.children(number) if reading.words[i].text.lower() in {"its", "their"}), None)


def _voice_of(owners: Owners, start: int, number: int) -> Mention | None:
    """Return the actor whose statement it is: "an army statement", "a Hamas statement"."""
    reading, text = owners.reading, owners.report.text
    for last in range(number - 1, start - 1, -1):
        if last in owners.named:
            return replace(owners.named[last], start=start, end=number + 1, head=number)
        known = _entry(reading, last, vocab=owners.vocab)
        if known is not None and known[1] is not None:
            held = _owner(owners, start, last)
            country = None if held is None else held.country
            return Mention(
                start=start, end=number + 1, head=number, form="noun", key=(known[1], country),
                name=words_of(reading, start, number, text), kind=known[0], country=country,
            )  # fmt: skip
    return None


def _tells(reading: Reading, number: int, *, vocab: ActorVocab) -> bool:
    """Return whether the noun is the subject of a verb of speech."""
    word = reading.words[number]
    return word.dep == "nsubj" and word.head is not None and reading.words[word.head].lemma.lower() in vocab.speech


def _is_single(reading: Reading, number: int) -> bool:
    """Return whether one of many is meant: "a soldier", "the soldier"."""
    word = reading.words[number]
    return word.tag not in {"NNS", "NNPS"} and not word.text.lower().endswith("s")


def _is_the(reading: Reading, number: int) -> bool:
    return any(reading.words[child].text.lower() in _ARTICLES for child in reading.children(number))


def is_somebody(reading: Reading, number: int, noun: str, *, vocab: ActorVocab) -> bool:
    """Return whether the noun stands for somebody: not for what another is called or is said to be."""
    children = reading.children(number)
    texts = {reading.words[child].text.lower() for child in children}
    deps = {reading.words[child].dep for child in children}
    word = reading.words[number]
    if texts & vocab.nobody or "cop" in deps:
        return False
    cases = {reading.words[child].text.lower() for child in children if reading.words[child].dep == "case"}
    is_called = "as" in cases
    if is_called or (word.dep == "appos" and texts & {"a", "an"} and noun.rpartition(" ")[2] not in vocab.group_nouns):
        return False
    return noun not in vocab.subjects or word.dep.split(":")[0] == "nsubj" or word.dep == "obl:agent"


def _without_count(owners: Owners, start: int, number: int) -> int:
    """Return where the noun phrase begins once its numbers and "more", "other", "least" are left out."""
    words, generic = owners.reading.words, owners.vocab.generic
    while start < number and (words[start].upos in {"NUM", "PUNCT"} or words[start].text.lower() in generic | _AGE):
        start += 1
    return start


def _name(owners: Owners, start: int, number: int) -> str:
    """Return what the noun calls its actor, in lower case where only the sentence's start raised it, and neutral."""
    words, vocab = owners.reading.words, owners.vocab
    name = words_of(owners.reading, start, number + 1, owners.report.text)
    first = words[start]
    is_first = owners.reading.sentence_of(start).start == start
    is_title = start < number and words[start + 1].text[0].isupper()  # "Prime Minister"
    if (
        is_first
        and first.upos != "PROPN"
        and first.text[1:].islower()
        and not is_title
        and start not in owners.land_words
    ):
        name = name[0].lower() + name[1:]
    last = words[number].text
    neutral = vocab.neutral.get(last.lower())
    if neutral is None:
        return name
    return name[: len(name) - len(last)] + (neutral.upper() if last.isupper() else neutral)


def _entry(reading: Reading, number: int, *, vocab: ActorVocab) -> tuple[ActorKind, str | None, str] | None:
    """Return (kind, class of which a country has one, noun) for the noun at `number`."""
    word = reading.words[number]
    for noun in (word.lemma.lower(), *sorted(nouns_of(word))):
        before = reading.words[number - 1].text.lower() if number else ""
        for known in (f"{before} {noun}", noun):
            if known in vocab.one:
                return *vocab.one[known], known
            if known in vocab.each:
                return vocab.each[known], None, known
    return None


def _owner(owners: Owners, start: int, number: int) -> Owner | None:
    """Return what stands in front of the noun or after "of" behind it."""
    for last in range(number - 1, start - 1, -1):
        held = owners.ending_at(last)
        if held is not None:
            return held
    words = owners.reading.words
    if start >= 1 and words[start - 1].text in {"'s", "’s", "'", "’"}:
        return owners.ending_at(start - 2)
    if number + 2 < len(words) and words[number + 1].text.lower() == "of":
        skip = 3 if words[number + 2].upos == "DET" else 2
        return owners.starting_at(number + skip) if number + skip < len(words) else None
    return None


def _own_words(owners: Owners, start: int, number: int, *, vocab: ActorVocab) -> list[str]:
    """Return the words in front that tell the actor apart: no country, number or article."""
    lands = owners.land_words
    return [
        word.text.lower()
        for i, word in enumerate(owners.reading.words[start:number], start)
        if i not in lands and word.text.lower() not in vocab.generic and word.upos in {"ADJ", "NOUN", "PROPN", "VERB"}
    ]


def _is_one_person(reading: Reading, number: int, kind: ActorKind, *, vocab: ActorVocab) -> bool:
    word = reading.words[number]
    determiners = {reading.words[child].text.lower() for child in reading.children(number)}
    if not determiners & {"a", "an", "one", "another"} or word.tag in {"NNS", "NNPS"}:
        return False
    return word.lemma in vocab.one_person or (kind == "population" and word.lemma not in vocab.collective)
