"""Which common nouns name an actor: "the Israeli army", "health officials", "residents", "a senior official"?"""

from collections.abc import Sequence

from onrecord.model.actor import ActorKind, ActorRole
from onrecord.model.reading import Reading
from onrecord.stages.spot.mention import Mention, premodified_from, words_of
from onrecord.stages.spot.tables import ActorVocab
from onrecord.stages.spot.titles import Owners, Title

_HEADS = {"NOUN", "PROPN", "ADJ"}


def title_mentions(held: Sequence[Title], owners: Owners) -> list[Mention]:
    """Return titles that stand without a name ("the Iraqi president") as mentions of whoever holds them."""
    found = []
    for title in held:
        head = title.end - 1
        word, vocab = owners.reading.words[head], owners.vocab
        if (
            word.tag in {"NNS", "NNPS"}
            or word.dep in {"compound", "amod", "flat"}
            or vocab.title(title.words) in vocab.empty_titles
        ):
            continue
        key = vocab.title(title.words)
        roles = () if title.owner is not None else (ActorRole(title=title.words, of=title.of),)
        found.append(
            Mention(
                start=title.start, end=title.end, head=head, form="title", key=("title", key, title.of),
                name=words_of(owners.reading, title.start, title.end, owners.report.text), kind="person",
                country=title.country, roles=roles,
            )
        )  # fmt: skip
    return found


def noun_mentions(owners: Owners, *, taken: Sequence[Mention]) -> list[Mention]:
    """Return common nouns of the tables that no name or title covers."""
    covered = {number for mention in taken for number in range(mention.start, mention.end)}
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
    start = premodified_from(owners.reading, number)
    entry = _entry(owners.reading, number, vocab=vocab)
    if entry is None:
        return None
    kind, one, noun = entry
    of = _owner(owners, start, number)
    country = of[1] if of else None
    own = _own_words(owners, start, number, vocab=vocab)
    if noun in vocab.bare and not own and of is None and one is None:
        return None
    name = words_of(owners.reading, start, number + 1, owners.report.text)
    if one is not None and not [part for part in own if part not in vocab.class_words]:
        key: tuple[str | None, ...] = (one, country)
    else:
        key = ("noun", " ".join([*own, noun]), country or (of[0] if of else None))
    if _is_one_person(owners.reading, number, kind, vocab=vocab):
        kind = "person"
        key = (*key, "one")
    return Mention(
        start=start, end=number + 1, head=number, form="noun", key=key, name=name, kind=kind, country=country
    )


def _entry(reading: Reading, number: int, *, vocab: ActorVocab) -> tuple[ActorKind, str | None, str] | None:
    """Return (kind, class of which a country has one, noun) for the noun at `number`."""
    word = reading.words[number]
    for noun in (word.lemma.lower(), word.text.lower(), word.text.lower().removesuffix("s")):
        before = reading.words[number - 1].text.lower() if number else ""
        for known in (f"{before} {noun}", noun):
            if known in vocab.one:
                return *vocab.one[known], known
            if known in vocab.each:
                return vocab.each[known], None, known
    return None


def _owner(owners: Owners, start: int, number: int) -> tuple[str, str | None] | None:
    """Return (name, country) of what stands in front of the noun or after "of" and "in" behind it."""
    for last in range(number - 1, start - 1, -1):
        held = owners.ending_at(last)
        if held is not None:
            return held[1], held[2]
    words = owners.reading.words
    if start >= 1 and words[start - 1].text in {"'s", "’s", "'", "’"}:
        held = owners.ending_at(start - 2)
        return (held[1], held[2]) if held else None
    if number + 2 < len(words) and words[number + 1].text.lower() == "of":
        skip = 3 if words[number + 2].upos == "DET" else 2
        return owners.starting_at(number + skip) if number + skip < len(words) else None
    return None


def _own_words(owners: Owners, start: int, number: int, *, vocab: ActorVocab) -> list[str]:
    """Return the words in front that tell the actor apart: no country, number or article."""
    lands = {i for last, (first, _) in owners.lands.items() for i in range(first, last + 1)}
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
