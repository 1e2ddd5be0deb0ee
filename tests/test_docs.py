"""The documents say what the code does."""

import os
import re
import subprocess
import sys
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


_README = (_ROOT / "README.md").read_text(encoding="utf-8")


def test_the_example_of_the_readme_prints_what_it_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = re.search(r"```text\n(.*?)```", _README, re.DOTALL)
    shown = re.search(r"```console\n\$ onrecord read report\.txt\n(.*?)```", _README, re.DOTALL)
    assert report is not None
    assert shown is not None
    monkeypatch.chdir(tmp_path)
    Path("report.txt").write_text(report.group(1), encoding="utf-8")
    done = CliRunner().invoke(onrecord, ["read", "report.txt"])
    assert done.stdout == shown.group(1)


def test_the_readme_names_every_command() -> None:
    assert [name for name in COMMANDS if name not in _README] == []


@pytest.mark.parametrize("target", re.findall(r"^\$ make (\w+)", _README, re.MULTILINE))
def test_the_make_targets_of_the_readme_exist(target: str) -> None:
    assert re.search(rf"^{target}:.*##", (_ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("link", re.findall(r"\]\(((?!http)[^)]+)\)", _README))
def test_the_links_of_the_readme_lead_somewhere(link: str) -> None:
    assert (_ROOT / link).exists(), link


def test_the_reference_of_the_commands_is_what_they_say() -> None:
    command = [sys.executable, str(_ROOT / "docs/make_reference.py"), "--print"]
    made = subprocess.run(command, capture_output=True, text=True, check=True, env=dict(os.environ)).stdout
    kept = (_ROOT / "docs/reference/commands.md").read_text(encoding="utf-8")
    assert made == kept, "run `make docs` and commit docs/reference/commands.md"
