"""The documents say what the code does."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from onrecord.cli.main import COMMANDS, onrecord
from onrecord.model.flag import FlagCode

_ROOT = Path(__file__).parent.parent
_RECORD = (_ROOT / "docs/formats/record.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("code", FlagCode)
def test_every_flag_is_explained(code: FlagCode) -> None:
    assert f"| `{code.value}` |" in _RECORD


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_what_it_does(name: str) -> None:
    shown = CliRunner().invoke(onrecord, [name, "--help"])
    assert shown.exit_code == 0, shown.output
    assert re.search(r"Usage: .*\n\n  \S", shown.output), shown.output
