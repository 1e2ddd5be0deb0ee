"""Which descriptions are another name of an actor: "the Front, an armed group", "the aid agency Lantern Relief"?"""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model.actor import ActorKind
from onrecord.model.reading import Reading
from onrecord.stages.spot.mention import Mention, behind_bracket, nouns_of
from onrecord.stages.spot.tables import ActorVocab

_DEFINITE = {"the", "this", "that"}
_INDEFINITE = {"a", "an", "the", "another", "one"}
_LOOSE = {"organisation", "unknown", "population"}
_CALLED_SO = {"regime", "administration", "junta", "authority", "cabinet"}  # governments by another noun
_FIGHTING = {"front", "movement", "militia", "army", "brigade", "brigades", "resistance"}  # names of armed groups
_REACH = 4  # sentences back in which "the group" finds its group


def described(reading: Reading, mentions: Sequence[Mention], *, vocab: ActorVocab) -> list[Mention]:
    """Return the mentions with nouns beside a name given to the name: "Hamas fighters", "the Front, a rebel group"."""
    found = list(mentions)
    for i, noun in enumerate(mentions):
        if noun.form != "noun":
            continue
        names = (name for name in mentions if name.form == "name" and _is_same(reading, noun, name, vocab=vocab))
        name = next(names, None)
        if name is None:
            continue
        kind = _kind(noun, name)
        found[i] = replace(noun, key=name.key, kind=kind, country=name.country or noun.country)
        if kind != name.kind:
            found = [replace(m, kind=kind) if m.key == name.key and m.form == "name" else m for m in found]
    return found


def _kind(noun: Mention, name: Mention) -> ActorKind:
    """Return what the two are together: the noun decides where the name alone says little."""
    if noun.kind in _LOOSE or name.kind not in _LOOSE:
        return name.kind
    return noun.kind


def _is_same(reading: Reading, noun: Mention, name: Mention, *, vocab: ActorVocab) -> bool:
    if name.kind in {"person", "state", "outlet"} or noun.kind in {"person", "population", "outlet"}:
        return False
    nouns = nouns_of(reading.words[noun.head])
    if "member" in nouns and name.kind in {"organisation", "government"}:
        return _of(reading, noun.end, name.start)
    is_group = bool(nouns & vocab.group_nouns)
    if noun.start < name.end <= noun.head:
        between = reading.words[name.end : noun.head]
        is_member = bool(nouns & vocab.member_nouns) and name.kind in {"armed_group", "armed_force"}
        return (is_group or is_member) and all(w.text.lower() in vocab.class_words or w.text == "-" for w in between)
    if name.start == noun.end:
        return is_group
    end = behind_bracket(reading, name.end)
    if end + 1 == noun.start - 1 and reading.words[end].text == "," and is_group:
        is_named_so = _is_appos(reading, noun.head, name) or _closes(reading, noun.end)
        return reading.words[noun.start - 1].text.lower() in _INDEFINITE and is_named_so
    is_next = noun.end < name.start <= noun.end + 2 and reading.words[noun.end].text == ","
    return is_group and is_next and _is_appos(reading, name.head, noun)


def _is_appos(reading: Reading, head: int, of: Mention) -> bool:
    """Return whether the tree says that the noun at `head` is another name of the mention `of`."""
    over = reading.words[head].head
    return reading.words[head].dep == "appos" and over is not None and of.covers(over)


def _of(reading: Reading, end: int, start: int) -> bool:
    """Return whether nothing but "of" or "of the" stands between: "the members of the Security Council"."""
    return tuple(word.text.lower() for word in reading.words[end:start]) in {("of",), ("of", "the")}


def _closes(reading: Reading, number: int) -> bool:
    """Return whether the apposition is over at word `number`, or goes on in a clause of its own."""
    if number >= len(reading.words):
        return True
    word = reading.words[number].text.lower()
    return word in {",", ".", ")", ";", "–", "—", "that", "which", "who", "in", "of", "based", "operating", "with"}


def referred(reading: Reading, mentions: Sequence[Mention], *, vocab: ActorVocab) -> list[Mention]:
    """Return the mentions with "the group", "the ministry", "the rebels" given to the actor spoken of before."""
    found: list[Mention] = []
    called: dict[str, list[Mention]] = {}
    for mention in mentions:
        noun = _noun(reading, mention)
        is_many = reading.words[mention.head].text.lower().endswith("s") and noun not in vocab.member_nouns
        if mention.form == "noun" and not is_many and _is_bare(reading, mention, vocab=vocab):
            named = _named_by(reading, noun, found, called) or _of_kind(reading, mention, noun, found, vocab=vocab)
            if named is not None:
                mention = replace(mention, key=named.key, kind=named.kind, country=named.country)
        elif mention.form == "noun":
            called.setdefault(noun, []).append(mention)
        found.append(mention)
    return found


def headlined(
    reading: Reading, mentions: Sequence[Mention], headlines: Sequence[int], *, vocab: ActorVocab
) -> list[Mention]:
    """Return the mentions with the "armed group" of a headline given to the one armed group that the text names.

    `headlines` are the numbers of the passages that are headlines; they name no article, and what follows says who.
    """
    named = {m.key: m for m in mentions if m.form == "name" and _may_be_armed(m)}
    if len(named) != 1:
        return list(mentions)
    group = next(iter(named.values()))
    found = [
        replace(m, key=group.key, kind=group.kind, country=group.country)
        if reading.sentence_of(m.head).passage in headlines and _is_some_group(reading, m, vocab=vocab)
        else m
        for m in mentions
    ]
    if found == list(mentions):
        return found
    return [replace(m, kind="armed_group") if m.key == group.key else m for m in found]


def _is_some_group(reading: Reading, mention: Mention, *, vocab: ActorVocab) -> bool:
    """Return whether the mention only says that it is an armed group: "Armed group frees two"."""
    if mention.form != "noun" or mention.country is not None or _noun(reading, mention) not in vocab.group_nouns:
        return False
    words = {word.text.lower() for word in reading.words[mention.start : mention.head]}
    return mention.kind == "armed_group" or not words.isdisjoint(vocab.armed_words)


def _may_be_armed(name: Mention) -> bool:
    words = set(name.name.lower().replace("-", " ").split())
    return name.kind == "armed_group" or (name.kind in _LOOSE and not words.isdisjoint(_FIGHTING))


def is_vague(mention: Mention, *, vocab: ActorVocab) -> bool:
    """Return whether the mention is a noun that names nobody alone ("people", "sides") and found no actor to go to."""
    key = mention.key
    is_alone = mention.form == "noun" and key[0] == "noun" and key[2] is None
    return is_alone and key[1] in vocab.bare and key[1] not in vocab.group_nouns


def _noun(reading: Reading, mention: Mention) -> str:
    """Return the mention's noun in the singular; capitals keep no lemma."""
    word = reading.words[mention.head]
    text = word.text.lower()
    return text.removesuffix("s") if word.upos == "PROPN" and not text.endswith("ss") else word.lemma.lower()


def _is_bare(reading: Reading, mention: Mention, *, vocab: ActorVocab) -> bool:
    """Return whether the mention is "the group" and says nothing more: no country, no word of its own."""
    before = reading.words[mention.start - 1].text.lower() if mention.start else ""
    inside = reading.words[mention.start : mention.head]
    after = reading.words[mention.head + 1].text.lower() if mention.head + 1 < len(reading.words) else ""
    is_plain = all(word.text.lower() in vocab.class_words | vocab.generic for word in inside)
    is_definite = before in _DEFINITE or bool(inside and inside[0].text.lower() in _DEFINITE)
    is_class = mention.key[0] == "noun" or reading.words[mention.head].lemma.lower() in _CALLED_SO
    return is_plain and is_definite and mention.country is None and is_class and after != "of"


def _named_by(
    reading: Reading, noun: str, found: Sequence[Mention], called: dict[str, list[Mention]]
) -> Mention | None:
    """Return the last actor that was called so: by its name's last word, or by a description."""
    for mention in reversed(found):
        last = mention.name.lower().split()[-1]
        head = reading.words[mention.head].text.lower()  # "Ministry of Defence"
        if mention.form == "name" and {last, head} & {noun, f"{noun}s"}:
            return mention
        if mention in called.get(noun, ()):
            return mention
    return None


def _of_kind(
    reading: Reading, mention: Mention, noun: str, found: Sequence[Mention], *, vocab: ActorVocab
) -> Mention | None:
    """Return the last actor near by of the kind that the noun stands for; "the rebels" only the one group there is."""
    kinds = vocab.stands_for.get(noun, ())
    inside = {word.text.lower() for word in reading.words[mention.start : mention.head]}
    if inside & vocab.armed_words and kinds:
        kinds = ("armed_group", "armed_force")
    here = reading.sentences.index(reading.sentence_of(mention.head))
    near = [
        m
        for m in found
        if m.form == "name"
        and reading.sentences.index(reading.sentence_of(m.head)) >= here - _REACH
        and m.kind in kinds
    ]
    if noun in vocab.member_nouns:
        groups = {m.key for m in found if m.form == "name" and m.kind in kinds}
        return near[-1] if near and len(groups) == 1 else None
    for kind in kinds:
        fitting = [m for m in near if m.kind == kind]
        if fitting:
            return fitting[-1]
    return None
