"""Builds a report's text piece by piece and remembers where each piece stands, so that rows can point to it."""

from dataclasses import dataclass, field

from onrecord.model.claim import Party, Quote
from onrecord.model.ids import ActorId
from onrecord.model.span import Span


@dataclass(slots=True)
class Draft:
    """A text under way. `say` adds words and returns their span."""

    pieces: list[str] = field(default_factory=list)
    n_chars: int = 0

    def say(self, words: str) -> Span:
        """Add `words` and return where they stand."""
        start = self.n_chars
        self.pieces.append(words)
        self.n_chars += len(words)
        return Span(start, self.n_chars)

    def quote(self, words: str) -> Quote:
        """Add `words` and return them as a quote."""
        return Quote(span=self.say(words), words=words)

    def party(self, words: str, actor: ActorId | None) -> Party:
        """Add `words` that name `actor`."""
        return Party(actor=actor, span=self.say(words), words=words)

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self.pieces)
