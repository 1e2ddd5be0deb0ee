"""Writes docs/reference/commands.md from the commands themselves: `python docs/make_reference.py [--print]`."""

import sys
from pathlib import Path

import click

from onrecord.cli.main import COMMANDS, onrecord

OUT = Path(__file__).parent / "reference/commands.md"
_HEAD = """# Commands

Made from the commands' own help by `make docs`; a test holds the two together.

"""


def commands_page() -> str:
    """Return the reference page: every command, its arguments, options and what it does."""
    context = click.Context(onrecord, info_name="onrecord", **onrecord.context_settings)
    parts = [_section(context, onrecord.get_command(context, name), name) for name in COMMANDS]
    return _HEAD + "\n".join(parts)


def _section(parent: click.Context, command: click.Command | None, name: str) -> str:
    assert command is not None
    context = click.Context(command, info_name=name, parent=parent, max_content_width=100, terminal_width=100)
    text = f"## {context.command_path}\n\n```text\n{command.get_help(context)}\n```\n"
    if isinstance(command, click.Group):
        for sub in command.list_commands(context):
            text += "\n" + _section(context, command.get_command(context, sub), sub)
    return text


if __name__ == "__main__":
    if "--print" in sys.argv:
        print(commands_page(), end="")
    else:
        OUT.parent.mkdir(exist_ok=True)
        OUT.write_text(commands_page(), encoding="utf-8")
