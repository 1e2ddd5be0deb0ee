"""Whose are "its forces", and whose are the "troops" that somebody killed?

"The ministry said its forces had killed 40 troops": the forces are the ministry's, the troops are not.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from onrecord.model.reading import Reading
from onrecord.stages.spot.mention import Key, Mention, conjoined
from onrecord.vocab.load import load_table

_HARMS = ("killed", "injured", "held", "detained", "hospitalised")
_SHARING = {"conj", "xcomp", "advcl"}
_OFFICIAL = {"armed_force", "government", "state"}
_BODIES = {*_OFFICIAL, "armed_group", "organisation"}


def bare_forces(mentions: Sequence[Mention]) -> frozenset[int]:
    """Return where "troops", "forces" or "the army" stand that say of no country they are."""
    return frozenset(m.start for m in mentions if m.form == "noun" and m.key == ("army", None))


def forces_told_apart(
    reading: Reading, mentions: Sequence[Mention], back: Sequence[tuple[int, Key]], bare: frozenset[int]
) -> list[Mention]:
    """Return the mentions with "its forces" given to what "it" stands for, and "troops" taken from who harmed them.

    `bare` are the words at which forces stand that say of no country they are.
    """
    antecedents = dict(back)
    known: dict[Key, Mention] = {}
    for mention in mentions:
        known.setdefault(mention.key, mention)
    owned = [_of_owner(m, antecedents, known) if m.start in bare else m for m in mentions]
    return [_of_others(reading, m, owned, antecedents, known) if m.start in bare else m for m in owned]


def _of_owner(mention: Mention, antecedents: Mapping[int, Key], known: Mapping[Key, Mention]) -> Mention:
    key = antecedents.get(mention.owner) if mention.owner is not None else None
    owner = known.get(key) if key is not None else None
    if owner is None or owner.kind not in _BODIES:
        return mention
    if owner.country is not None and owner.kind in _OFFICIAL:
        return replace(mention, key=("army", owner.country), country=owner.country)
    return replace(mention, key=owner.key, country=owner.country, kind=owner.kind)


def _of_others(
    reading: Reading,
    mention: Mention,
    mentions: Sequence[Mention],
    antecedents: Mapping[int, Key],
    known: Mapping[Key, Mention],
) -> Mention:
    """Return `mention` as an actor of its own where an army, a government or a state is who harms it."""
    doer = _harmed_by(reading, mention.head) if mention.owner is None else None
    if doer is None:
        return mention
    keys = [m.key for m in mentions if m.covers(doer)] + [antecedents[n] for n in (doer,) if n in antecedents]
    if not keys or not (keys[0] == mention.key or (keys[0] in known and known[keys[0]].kind in _OFFICIAL)):
        return mention
    return replace(mention, key=("foe", mention.name.lower(), *keys[0]), country=None)


def _harmed_by(reading: Reading, number: int) -> int | None:
    """Return the word for who kills, wounds or takes what stands at `number`: by its verb's subject or agent."""
    word = reading.words[conjoined(reading, number)]
    verb = word.head
    if verb is None or reading.words[verb].lemma.lower() not in _harming():
        return None
    if word.dep == "nsubj:pass":
        return next((i for i in reading.children(verb) if reading.words[i].dep == "obl:agent"), None)
    return _subject(reading, verb) if word.dep == "obj" else None


def _subject(reading: Reading, verb: int) -> int | None:
    """Return the subject of a verb, or of the one that it shares it with."""
    at: int | None = verb
    for _ in range(4):
        if at is None:
            return None
        subject = next((i for i in reading.children(at) if reading.words[i].dep == "nsubj"), None)
        if subject is not None:
            return subject
        at = reading.words[at].head if reading.words[at].dep in _SHARING else None
    return None


@cache
def _harming() -> frozenset[str]:
    table = load_table("harms")
    return frozenset(verb for harm in _HARMS for verb in table[harm]["verbs"] if " " not in verb)
