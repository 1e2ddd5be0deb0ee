"""Who acts, suffers or speaks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.model.ids import ActorId
from onrecord.model.span import Span

ActorKind = Literal[
    "person", "armed_force", "armed_group", "government", "organisation", "state", "population", "outlet", "unknown"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRole:
    """A title or office and what it is held of: `prime minister` of `Israel`, in the report's words."""

    title: str
    of: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who acts, suffers or speaks, under one name, with every place the report mentions them.

    `name` is the fullest name the report gives. `country` is an ISO 3166-1 alpha-2 code.
    `mentions` holds names, titles and pronouns alike, in order of the text.
    """

    id: ActorId
    name: str
    kind: ActorKind
    roles: tuple[ActorRole, ...]
    country: str | None
    mentions: tuple[Span, ...]


class ActorIndex:
    """Finds the actor mentioned at a span."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._mentions: list[tuple[Span, Actor]] = sorted(
            ((span, actor) for actor in actors for span in actor.mentions), key=lambda pair: pair[0]
        )

    def at(self, span: Span, *, head: Span | None = None) -> Actor | None:
        """Return the actor mentioned by the words at `span`, `None` if there is none.

        An exact mention wins; then, where `head` (the span's head word) is given, the longest
        mention inside `span` that covers the head; else the longest mention that overlaps `span`.
        """
        near = [(mention, actor) for mention, actor in self._mentions if mention.overlaps(span)]
        exact = [actor for mention, actor in near if mention == span]
        if exact:
            return exact[0]
        if head is not None:
            near = [(mention, actor) for mention, actor in near if mention.covers(head)]
        return max(near, key=lambda pair: len(pair[0]), default=(None, None))[1]

    def inside(self, spans: Sequence[Span]) -> tuple[Actor, ...]:
        """Return the actors mentioned inside `spans`, in order of the text, each once."""
        found = [actor for mention, actor in self._mentions if any(span.covers(mention) for span in spans)]
        return tuple(dict.fromkeys(found))
