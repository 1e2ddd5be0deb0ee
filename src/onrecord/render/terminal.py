"""What is laid out for a terminal, as lines of text in which nothing commands it."""

import re
from collections.abc import Iterable
from io import StringIO

from rich.console import Console, RenderableType
from rich.text import Text

_COMMANDS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")


def as_lines(parts: Iterable[RenderableType], *, width: int, colour: bool) -> str:
    """Return `parts`, one below the other, as lines no wider than `width`; in colours only where asked for."""
    console = Console(
        file=StringIO(), width=width, force_terminal=colour, color_system="standard" if colour else None,
        no_color=not colour, highlight=False, markup=False, emoji=False, legacy_windows=False,
    )  # fmt: skip
    for part in parts:
        console.print(part)
    assert isinstance(console.file, StringIO)
    return "\n".join(line.rstrip() for line in console.file.getvalue().splitlines()) + "\n"


def harmless(text: Text) -> Text:
    """Return `text` with any character that could command the terminal shown as U+FFFD."""
    text.plain = _COMMANDS.sub("\ufffd", text.plain)
    return text
