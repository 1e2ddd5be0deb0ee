"""One event while its parts are still being put together: heads of words instead of spans."""

from dataclasses import dataclass, field

from onrecord.model.event import ResponsibilityBasis
from onrecord.stages.code.mood import Mood
from onrecord.stages.code.trigger import Trigger


@dataclass(slots=True, kw_only=True)
class Draft:
    """A trigger with its type, mood and the head words of its parts.

    `basis` is the ground the words give for who acted; `charged` are those who deny that they did.
    """

    trigger: Trigger
    type: str
    mood: Mood
    heads: dict[str, list[int]]
    mode: str | None = None
    background: bool = False
    basis: ResponsibilityBasis | None = None
    charged: list[int] = field(default_factory=list)

    @property
    def number(self) -> int:
        """Return the head word of the trigger."""
        return self.trigger.number

    def add(self, part: str, heads: list[int]) -> None:
        """Add `heads` to `part`, each once and none that plays another part already."""
        used = {i for name in ("acting", "affected") for i in self.heads.get(name, ())}
        own = self.heads.setdefault(part, [])
        own += [i for i in heads if i not in used and i not in own]
