"""What do the views of a record show, in which order and in which words?

One row for each claim, figure and event, with every id already resolved to names and words. The table and
the page lay these out and add nothing, so they cannot disagree, and a figure cannot lose its speaker on the way.
"""

from dataclasses import dataclass
from typing import Literal

from onrecord.model.span import Span

Shape = Literal["point", "range", "from", "upto", "around"]
"""How bounds are drawn: one number, two, open to the right, open to the left, open on both sides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Somebody, by the fullest name the report gives, else in its words.

    `words` are the report's own where they say something else than `name` ("he"); `role` is their
    office. `is_quote` says that there is no name, only words.
    """

    name: str
    words: str | None = None
    role: str | None = None
    is_quote: bool = False

    def __str__(self) -> str:
        """Return the name, in quotation marks where it is only the report's words."""
        return f"“{self.name}”" if self.is_quote else self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who stands behind a row: the speakers of the innermost claim, then of those around it.

    Never empty on a screen: `str` gives "the report itself" where nobody is made to say it.
    """

    speakers: tuple[Who, ...] = ()
    through: tuple[str, ...] = ()
    missing: str = ""

    def __str__(self) -> str:
        """Return the voice in one line."""
        names = ", ".join(map(str, self.speakers)) or self.missing
        return names + "".join(f", as said by {outer}" for outer in self.through)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRow:
    """What the report says about the ground an item stands on."""

    label: str
    words: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """Who says what, to whom, when. `depth` counts the claims around it."""

    id: str
    ref: str
    anchor: Span
    voice: Voice
    act: str
    mode: str
    words: tuple[str, ...]
    said: str
    told: tuple[Who, ...]
    notes: tuple[NoteRow, ...]
    depth: int
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """How many of whom, by whose word."""

    id: str
    ref: str
    anchor: Span
    voice: Voice
    words: str
    bounds: str
    low: str | None
    high: str | None
    shape: Shape
    what: str
    scope: str
    when: str
    where: str
    by: str
    part_of: str | None
    notes: tuple[NoteRow, ...]
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """What is claimed to have happened, by whose word. `state` says where it did not simply happen."""

    id: str
    ref: str
    anchor: Span
    voice: Voice
    type: str
    words: str
    acting: tuple[Who, ...]
    affected: tuple[Who, ...]
    others: tuple[tuple[str, tuple[Who, ...]], ...]
    when: str
    where: str
    state: tuple[str, ...]
    same_as: str | None
    codes: str
    notes: tuple[NoteRow, ...]
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A note, with the row it stands at."""

    note: NoteRow
    ref: str
    id: str
    voice: Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagRow:
    """What the reading is unsure of; `id` and `ref` are those of a row, `None` where it is about something else."""

    message: str
    ref: str | None
    id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """All rows of a record: claims and figures in order of the text, events in order of time."""

    claims: tuple[ClaimRow, ...]
    figures: tuple[FigureRow, ...]
    events: tuple[EventRow, ...]
    evidence: tuple[Evidence, ...]
    flags: tuple[FlagRow, ...]
