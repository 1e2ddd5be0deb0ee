"""Spot: who acts, suffers or speaks in a report, under how many names?

"Orvane's army said ... The army also said ..." comes out as one actor, `armed_force`, with both
mentions; "Governor Ana Sol" as a person with the role {governor, of: null}.
"""

from collections.abc import Sequence

from onrecord.model.actor import Actor, ActorRole
from onrecord.model.ids import ActorId, make_id
from onrecord.model.place import Place
from onrecord.model.reading import Reading
from onrecord.model.report import Passage, Report
from onrecord.stages.spot.doubtful import Settled
from onrecord.stages.spot.forces import bare_forces, forces_told_apart
from onrecord.stages.spot.group import acronyms_joined, in_context, owned_titles_joined, persons_joined, titles_joined
from onrecord.stages.spot.join import described, headlined, is_vague, referred
from onrecord.stages.spot.mention import Key, Mention
from onrecord.stages.spot.names import known_orgs, read_names, states
from onrecord.stages.spot.nouns import noun_mentions, title_mentions
from onrecord.stages.spot.pronouns import pronouns
from onrecord.stages.spot.roles import actor_roles, with_titles
from onrecord.stages.spot.tables import ActorVocab, actor_vocab
from onrecord.stages.spot.titles import Owners, titles

MAKER = "spot-actors/10"


def spot_actors(
    report: Report,
    passages: Sequence[Passage],
    reading: Reading,
    *,
    places: Sequence[Place] = (),
    vocab: ActorVocab | None = None,
) -> tuple[Actor, ...]:
    """Return the actors of `report` in order of their first mention.

    Args:
        report: The report.
        passages: Its passages.
        reading: What the language model saw in them.
        places: The places found in it: their names are no actors unless they act.
        vocab: Countries, organisations, nouns and titles; the package's own when not given.
    """
    vocab = actor_vocab() if vocab is None else vocab
    named = known_orgs(report, reading, vocab=vocab)
    named += read_names(report, reading, vocab=vocab, taken=named, settled=Settled.of(report, places))
    named += states(report, reading, vocab=vocab, taken=named)
    owners = Owners.of(report, reading, named, vocab=vocab)
    persons = persons_joined([mention for mention in named if mention.kind == "person"])
    held = titles(owners)
    persons, alone, used = with_titles(persons, held, owners)
    mentions = persons + [mention for mention in named if mention.kind != "person"]
    mentions += title_mentions(alone, owners)
    mentions += noun_mentions(owners, taken=mentions, used=used)
    mentions = [mention for mention in mentions if not _is_apart(mention, reading, passages)]
    mentions = sorted(mentions, key=lambda m: (m.start, -m.end))
    headlines = [at for at, passage in enumerate(passages) if passage.kind == "headline"]
    mentions = headlined(reading, described(reading, mentions, vocab=vocab), headlines, vocab=vocab)
    mentions = referred(reading, mentions, vocab=vocab)
    bare = bare_forces(mentions)
    mentions = acronyms_joined(reading, in_context(mentions))
    mentions = [
        mention for mention in titles_joined(reading, mentions, vocab=vocab) if not is_vague(mention, vocab=vocab)
    ]
    back = pronouns(reading, mentions)
    mentions = owned_titles_joined(mentions, back, vocab=vocab)
    mentions = forces_told_apart(reading, mentions, back, bare)
    return _actors(report, reading, mentions, back, actor_roles(reading, mentions, back, held, owners), vocab=vocab)


def _is_apart(mention: Mention, reading: Reading, passages: Sequence[Passage]) -> bool:
    """Return whether the mention stands in a line that is no part of the report's telling.

    Of a dateline only who speaks ("UNICEF: ...") and which outlet it is: a town there does nothing.
    """
    passage = passages[reading.sentence_of(mention.head).passage]
    is_label = mention.end < len(reading.words) and reading.words[mention.end].text == ":"
    if passage.kind == "dateline":
        return mention.kind != "outlet" and not is_label
    return passage.kind in {"byline", "boilerplate"}


def _actors(
    report: Report,
    reading: Reading,
    mentions: Sequence[Mention],
    back: Sequence[tuple[int, Key]],
    roles: dict[Key, tuple[ActorRole, ...]],
    *,
    vocab: ActorVocab,
) -> tuple[Actor, ...]:
    groups: dict[Key, list[Mention]] = {}
    for mention in mentions:
        groups.setdefault(mention.key, []).append(mention)
    actors = []
    for key, group in groups.items():
        spans = {reading.span(mention.start, mention.end) for mention in group}
        spans |= {reading.words[number].span for number, known in back if known == key}
        best = min(group, key=lambda m: ("name", "noun", "title").index(m.form))
        actors.append(
            Actor(
                id=ActorId(make_id("a", report.id, *key)),
                name=_name(group, vocab),
                kind=best.kind,
                roles=roles.get(key, ()),
                country=next((mention.country for mention in group if mention.country), None),
                mentions=tuple(sorted(spans)),
            )
        )
    return tuple(sorted(actors, key=lambda actor: actor.mentions[0]))


def _name(group: Sequence[Mention], vocab: ActorVocab) -> str:
    """Return the fullest name: a name before a description, the country before its capital, the longest, the first.

    Of descriptions of one word the first: "the army said its forces" are called army.
    An army is called so, not by those in it ("Israeli soldiers") nor by what it issues.
    """
    group = [mention for mention in group if not mention.is_seat] or group
    group = [m for m in group if not {m.name.lower().split()[-1].removesuffix("s")} & vocab.army_parts] or group
    named = [mention for mention in group if mention.form == "name"]
    return max(named or group, key=lambda mention: _fullness(mention, is_named=bool(named))).name


def _fullness(mention: Mention, *, is_named: bool) -> tuple[int, int]:
    n_words = len(mention.name.split())
    return n_words, len(mention.name) if is_named or n_words > 1 else -mention.start
