"""`onrecord read` as a command: what it prints, where, and with which exit status."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

_TEXT = "ORVANE, May 14, 2025 — At least 14 people were killed in shelling of Orvane on Tuesday, police said.\n"


def run(*arguments: str, stdin: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "onrecord", *arguments]
    given = stdin if stdin is not None else b""
    return subprocess.run(command, input=given, capture_output=True, timeout=120, check=False, env=dict(os.environ))


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(_TEXT, encoding="utf-8")
    return path


def test_one_report_is_one_json_object(report: Path) -> None:
    done = run("read", str(report), "--format", "json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["figures"][0]["low"] == 14


def test_standard_input_is_read(report: Path) -> None:
    done = run("read", "-", "--format", "jsonl", stdin=report.read_bytes())
    assert json.loads(done.stdout)["report"]["path"] == "standard input"


def test_a_missing_input_costs_the_others_nothing(report: Path) -> None:
    done = run("read", "gone.txt", str(report), "--format", "jsonl")
    assert done.returncode == 3
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr.decode().splitlines()[0] == (
        "skipped gone.txt: no such file or folder; give a file, a folder, or - for standard input"
    )


def test_many_inputs_as_json_are_a_list_and_say_how_far_they_are(report: Path) -> None:
    done = run("read", str(report), str(report), "--format", "json", "--jobs", "1")
    assert len(json.loads(done.stdout)) == 2
    assert done.stderr.decode().splitlines() == [f"read 1/2 {report}", f"read 2/2 {report}"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(["--published", "20 Dec"], "--published '20 Dec' is not understood; expected a day", id="date"),
        pytest.param(["--format", "xml"], "Invalid value for '--format'", id="format"),
        pytest.param(["--out", "no/such/folder/x.json"], "expected a file that can be written", id="out"),
    ],
)
def test_a_wrong_option_stops_the_run_with_one_clear_line(report: Path, arguments: list[str], words: str) -> None:
    done = run("read", str(report), *arguments)
    assert done.returncode == 2
    assert words in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_an_output_file_is_whole_or_not_there(report: Path, tmp_path: Path) -> None:
    out = tmp_path / "record.json"
    assert run("read", str(report), "--format", "json", "--out", str(out)).returncode == 0
    assert json.loads(out.read_text())["schema"] == "onrecord/record/1"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["record.json", "report.txt"]


def test_an_empty_folder_is_said(tmp_path: Path) -> None:
    done = run("read", str(tmp_path))
    assert done.returncode == 2
    assert "a folder with files in it" in done.stderr.decode()


def test_the_table_is_plain_text_where_no_terminal_reads_it(report: Path) -> None:
    done = run("read", str(report))
    lines = done.stdout.decode().splitlines()
    assert max(map(len, lines)) <= 100
    assert "\x1b" not in done.stdout.decode()
    assert any("14 or more" in line for line in lines)


def test_a_page_goes_to_standard_output_or_a_file(report: Path, tmp_path: Path) -> None:
    done = run("read", str(report), "--format", "html")
    assert done.stdout.startswith(b"<!doctype html>")
    assert run("read", str(report), "--format", "html", "--out", str(tmp_path / "page.html")).returncode == 0
    assert (tmp_path / "page.html").read_bytes() == done.stdout


def test_many_pages_go_into_a_folder_each_under_its_reports_id(report: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Two people died in Marrat, police said.", encoding="utf-8")
    done = run("read", str(report), str(other), "--format", "html", "--out", str(tmp_path / "pages"), "--jobs", "1")
    assert done.returncode == 0, done.stderr
    names = sorted(path.name for path in (tmp_path / "pages").iterdir())
    assert len(names) == 2
    assert all(name.startswith("r-") and name.endswith(".html") for name in names)


def test_many_pages_need_a_folder(report: Path) -> None:
    done = run("read", str(report), str(report), "--format", "html")
    assert done.returncode == 2
    assert b"--out None is not understood; expected a folder for the pages of many reports" in done.stderr
