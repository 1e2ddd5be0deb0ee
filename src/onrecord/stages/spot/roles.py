"""Whose title is it, and of what, when the owner is a pronoun or stands elsewhere in the report?"""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model.actor import ActorRole
from onrecord.model.reading import Reading
from onrecord.stages.spot.mention import Key, Mention, words_of
from onrecord.stages.spot.titles import Owners, Title, beside


def with_titles(
    persons: Sequence[Mention], held: Sequence[Title], owners: Owners
) -> tuple[list[Mention], list[Title], set[int]]:
    """Return the persons with the titles beside their names, the titles that stand alone, and the others' words."""
    found: list[Mention] = []
    used: set[int] = set()
    words: set[int] = set()
    for person in persons:
        own = [title for title in held if beside(owners.reading, title, person)]
        used.update(title.start for title in own)
        words.update(number for title in own for number in range(title.start, title.end))
        roles = tuple(ActorRole(title=title.words, of=title.of) for title in own if _says_office(title, owners))
        country = next((title.country for title in own if title.country), None)
        roles += _led(person, owners)
        found.append(replace(person, roles=roles, country=country))
    return found, [title for title in held if title.start not in used], words


def _led(person: Mention, owners: Owners) -> tuple[ActorRole, ...]:
    """Return the office that "who heads the department" behind the name says."""
    words, at = owners.reading.words, person.end
    if at + 3 >= len(words) or words[at].text != "," or words[at + 1].text.lower() != "who":
        return ()
    title = owners.vocab.leads.get(words[at + 2].text.lower())
    if title is None:
        return ()
    end = at + 3
    while end < len(words) and words[end].upos in {"DET", "ADJ", "NOUN", "PROPN", "PART", "NUM"}:
        end += 1
    start = at + 4 if words[at + 3].upos == "DET" else at + 3
    return (ActorRole(title=title, of=words_of(owners.reading, start, end, owners.report.text)),) if start < end else ()


def _says_office(title: Title, owners: Owners) -> bool:
    return not {owners.vocab.title(title.words), title.words.lower().rstrip(".")} & owners.vocab.empty_titles


def actor_roles(
    reading: Reading,
    mentions: Sequence[Mention],
    back: Sequence[tuple[int, Key]],
    held: Sequence[Title],
    owners: Owners,
) -> dict[Key, tuple[ActorRole, ...]]:
    """Return the roles of each actor, each title once, with what "his" and "its" stand for filled in."""
    antecedents = dict(back)
    found: dict[Key, dict[str, ActorRole]] = {}
    for mention in mentions:
        for role in mention.roles:
            _add(found.setdefault(mention.key, {}), role, owners)
    for title in held:
        if title.owner is None or title.owner not in antecedents:
            continue
        of = _held_of(antecedents[title.owner], mentions, owners)
        for mention in mentions:
            near = mention.start == title.start and mention.form == "title"
            if of is not None and (near or (mention.kind == "person" and beside(reading, title, mention))):
                _add(found.setdefault(mention.key, {}), ActorRole(title=title.words, of=of), owners)
    return {key: tuple(roles.values()) for key, roles in found.items()}


def _add(roles: dict[str, ActorRole], role: ActorRole, owners: Owners) -> None:
    title = owners.vocab.title(role.title)
    alike = owners.vocab.alike
    if title not in roles and any(
        held.of == role.of and role.of and alike.get(title, title) == alike.get(known, known)
        for known, held in roles.items()
    ):
        return
    if title not in roles or roles[title].of is None:
        roles[title] = role if title not in roles else replace(roles[title], of=role.of)


def _held_of(key: Key, mentions: Sequence[Mention], owners: Owners) -> str | None:
    """Return what "his minister" is minister of: the country "he" leads, or the group "it" names."""
    owner = [mention for mention in mentions if mention.key == key]
    if any(mention.kind == "person" for mention in owner):
        held = next((role.of for mention in owner for role in mention.roles if role.of), None)
        if held is not None:
            return held
        country = next((mention.country for mention in owner if mention.country), None)
        return owners.vocab.state_names.get(country) if country else None
    return next((mention.name for mention in owner), None)
