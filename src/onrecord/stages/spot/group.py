"""Which mentions are one actor?"""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model.actor import ActorRole
from onrecord.model.reading import Reading
from onrecord.stages.spot.mention import Key, Mention, behind_bracket
from onrecord.stages.spot.tables import ActorVocab

_INDEFINITE = {"a", "an", "another", "one"}
_EDGES = ".,'’\"“”"


def persons_joined(persons: Sequence[Mention]) -> list[Mention]:
    """Return persons with one key for the full name and the short ones: `Ana Sol` and `Sol`."""
    full: list[tuple[str, ...]] = []
    for person in sorted(persons, key=lambda person: -len(person.name.split())):
        parts = _parts(person.name)
        if parts and not any(_is_short_for(parts, known) for known in full):
            full.append(parts)
    joined = []
    for person in persons:
        parts = _parts(person.name)
        fitting = [known for known in full if parts == known or _is_short_for(parts, known)]
        joined.append(replace(person, key=("person", " ".join(fitting[0] if fitting else parts))))
    return joined


def _parts(name: str) -> tuple[str, ...]:
    stripped = (part.strip(_EDGES) for part in name.lower().split())
    return tuple(part for part in stripped if part)


def _is_short_for(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Return whether `short` is the family name, the family name with some first names, or a first name, of `full`."""
    if len(short) > len(full):
        return False
    if short[-1] == full[-1] or (len(short) < len(full) and full[-1] == f"al-{short[-1]}"):
        return all(
            any(part == other or (len(part) == 1 and other.startswith(part)) for other in full) for part in short
        )
    return len(short) == 1 and len(full) > 1 and short[0] == full[0]


def acronyms_joined(reading: Reading, mentions: Sequence[Mention]) -> list[Mention]:
    """Return mentions with one key for a name and the initials it is called by: `Orvane Liberation Army`, `OLA`.

    So too for those that stand in brackets behind it, whatever language they are of: `the Northern Front (FLN)`.
    """
    mentions = _bracketed_joined(reading, mentions)
    by_initials: dict[str, set[Key]] = {}
    for mention in mentions:
        parts = [part for part in mention.name.replace("-", " ").split() if part[0].isupper()]
        if mention.form == "name" and len(parts) > 1 and mention.kind != "person":
            by_initials.setdefault("".join(part[0] for part in parts), set()).add(mention.key)
    joined = []
    for mention in mentions:
        keys = by_initials.get(mention.name.replace(".", ""), set()) - {mention.key}
        is_short = mention.form == "name" and mention.name.replace(".", "").isupper() and mention.key[0] != "state"
        joined.append(replace(mention, key=next(iter(keys))) if is_short and len(keys) == 1 else mention)
    return joined


def _bracketed_joined(reading: Reading, mentions: Sequence[Mention]) -> list[Mention]:
    called: dict[Key, Mention] = {}
    for mention in mentions:
        is_bracketed = behind_bracket(reading, mention.start - 1) == mention.end + 1 if mention.start else False
        before = [m for m in mentions if m.end == mention.start - 1 and _may_be_short(m)] if is_bracketed else []
        if before and _may_be_short(mention) and sum(c.isupper() for c in mention.name) > 1:
            called.setdefault(mention.key, before[0])
    joined = []
    for mention in mentions:
        name = called.get(mention.key)
        mention = mention if name is None else replace(mention, key=name.key, kind=name.kind, country=name.country)
        joined.append(mention)
    return joined


def _may_be_short(mention: Mention) -> bool:
    return mention.form == "name" and mention.kind not in {"person", "state", "outlet", "population"}


def in_context(mentions: Sequence[Mention]) -> list[Mention]:
    """Return mentions with "the army" and "the government" tied to the country last spoken of so."""
    joined: list[Mention] = []
    classes = {"army", "government", "police", "parliament", "opposition"}
    for at, mention in enumerate(mentions):
        if mention.key[0] not in classes or mention.key[1] is not None or mention.form != "noun":
            joined.append(mention)
            continue
        before = [m.key for m in joined if m.key[0] == mention.key[0] and m.key[1] is not None]
        after = [m.key for m in mentions[at:] if m.key[0] == mention.key[0] and m.key[1] is not None]
        land = [m for m in joined if m.key[0] == "state"]
        if before or after:
            key = before[-1] if before else after[0]
            joined.append(replace(mention, key=key, country=key[1]))
        elif land and mention.key[0] == "government":
            joined.append(replace(mention, key=("government", land[-1].country), country=land[-1].country))
        else:
            joined.append(mention)
    return joined


def titles_joined(reading: Reading, mentions: Sequence[Mention], *, vocab: ActorVocab) -> list[Mention]:
    """Return mentions with titles that stand alone tied to the one person of the report who holds them.

    Not so "a commander" who speaks: the report would have named him.
    """
    holders: dict[str, list[Mention]] = {}
    for mention in mentions:
        for role in mention.roles if mention.form == "name" else ():
            holders.setdefault(vocab.title(role.title), []).append(mention)
    joined = []
    for mention in mentions:
        is_one = mention.form == "title" and not _is_somebody_speaking(reading, mention, vocab=vocab)
        key = _holder(mention, holders, vocab=vocab) if is_one else None
        joined.append(mention if key is None else replace(mention, key=key))
    return joined


def _is_somebody_speaking(reading: Reading, title: Mention, *, vocab: ActorVocab) -> bool:
    """Return whether somebody unnamed speaks: "a commander said"."""
    word = reading.words[title.head]
    is_some = _INDEFINITE & {reading.words[i].text.lower() for i in reading.children(title.head)}
    verb = reading.words[word.head] if word.head is not None else None
    return bool(is_some) and word.dep == "nsubj" and verb is not None and verb.lemma.lower() in vocab.speech


def owned_titles_joined(
    mentions: Sequence[Mention], back: Sequence[tuple[int, Key]], *, vocab: ActorVocab
) -> list[Mention]:
    """Return mentions with "its leader" tied to the one person who leads what "it" stands for."""
    antecedents = dict(back)
    names = {mention.key: mention.name for mention in mentions if mention.form == "name"}
    joined = []
    for mention in mentions:
        owner = antecedents.get(mention.owner) if mention.owner is not None else None
        of = names.get(owner) if owner is not None else None
        if mention.form == "title" and of is not None and mention.key[0] == "title":
            title = vocab.title(mention.key[1] or "")
            keys = {
                m.key for m in mentions if m.form == "name" and any(_is_alike(title, of, r, vocab) for r in m.roles)
            }
            mention = replace(mention, key=next(iter(keys)), roles=()) if len(keys) == 1 else mention
        joined.append(mention)
    return joined


def _is_alike(title: str, of: str, role: ActorRole, vocab: ActorVocab) -> bool:
    """Return whether the office `title` of `of` is the one that `role` says: "chief" of Hamas and its "leader"."""
    held = vocab.title(role.title)
    return role.of == of and vocab.alike.get(title, title) == vocab.alike.get(held, held)


def _holder(title: Mention, holders: dict[str, list[Mention]], *, vocab: ActorVocab) -> Key | None:
    name, of = title.key[1], title.key[2]
    if name is None or (
        name not in vocab.unique_titles and not any(word in vocab.unique_titles for word in (name.split()[-1],))
    ):
        return None
    keys: dict[Key, None] = {}
    for held, persons in holders.items():
        if held != name and not held.endswith(f" {name}"):
            continue
        for person in persons:
            ofs = {role.of for role in person.roles if vocab.title(role.title) == held}
            agrees = of is None or ofs == {None} or of in ofs
            same_land = title.country is None or person.country is None or title.country == person.country
            if agrees and same_land:
                keys[person.key] = None
    return next(iter(keys)) if len(keys) == 1 else None
