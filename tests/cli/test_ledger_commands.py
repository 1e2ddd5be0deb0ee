"""The commands on a ledger, as a person runs them."""

import csv
import json
import sqlite3
from pathlib import Path

import pytest
from benchmarks.invented import records
from click.testing import CliRunner, Result

from onrecord.cli.main import onrecord
from onrecord.model.record_json import dumps


def run(*arguments: object) -> Result:
    return CliRunner().invoke(onrecord, [str(argument) for argument in arguments])


@pytest.fixture
def shard(tmp_path: Path) -> Path:
    path = tmp_path / "shard.jsonl"
    path.write_text("".join(dumps(record) + "\n" for record in records(12)), encoding="utf-8")
    return path


@pytest.fixture
def grown(shard: Path, tmp_path: Path) -> Path:
    ledger = tmp_path / "ledger.db"
    assert run("add", shard, "--ledger", ledger).exit_code == 0
    return ledger


def test_add_keeps_records_of_a_file_and_says_so(shard: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.db"
    first, again = run("add", shard, "--ledger", ledger), run("add", shard, "--ledger", ledger)
    assert first.exit_code == 0, first.output
    assert first.stdout.count("\tnew\t") == 12
    assert again.stdout.count("\tknown\t") == 12
    checked = run("verify", "--ledger", ledger)
    assert checked.exit_code == 0, checked.output
    assert "12 reports, 12 captures" in checked.output


def test_add_names_the_lines_it_skips(shard: Path, tmp_path: Path) -> None:
    body = json.loads(shard.read_text().splitlines()[0])
    body["figures"][0]["words"] = "at least 999"
    with shard.open("a") as file:
        file.write(json.dumps(body) + "\n{not json\n{}\n")
    result = run("add", shard, "--ledger", tmp_path / "ledger.db")
    assert result.exit_code == 3
    assert result.stdout.count("\tnew\t") == 12
    for line, reason in (("13", "does not read 'at least 999'"), ("14", "not JSON"), ("15", "this version reads")):
        assert f"skipped {shard}:{line}: " in result.stderr
        assert reason in result.stderr


@pytest.mark.parametrize("command", ["verify", "timeline", "tallies", "series", "disputes", "negotiation", "speakers"])
def test_commands_say_where_there_is_no_ledger(command: str, tmp_path: Path) -> None:
    result = run(command, "--ledger", tmp_path / "none.db")
    assert "there is none" in str(result.exception)
    assert not (tmp_path / "none.db").exists()


def test_verify_names_what_was_tampered_with(shard: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.db"
    run("add", shard, "--ledger", ledger)
    head = run("verify", "--ledger", ledger).output.split()[-1]
    assert run("verify", "--ledger", ledger, "--head", head).exit_code == 0
    with sqlite3.connect(ledger) as database:
        database.execute("UPDATE figure SET low = 3 WHERE record = 2")
        database.execute("DROP TRIGGER audit_is_never_deleted")
        database.execute("DELETE FROM audit WHERE seq = 5")
        database.execute("UPDATE record SET body = x'00' WHERE key = 7")
    database.close()
    result = run("verify", "--ledger", ledger, "--head", "f" * 64)
    assert result.exit_code == 1
    for told in (" figure f-", "audit row 5: missing", "cannot be unpacked", "rows were dropped", "does not tell"):
        assert told in result.output, told


@pytest.mark.parametrize("shape", ["table", "json", "csv"])
@pytest.mark.parametrize(
    "command",
    [
        ["timeline"],
        ["tallies"],
        ["tallies", "--policy", "range"],
        ["series"],
        ["series", "--harm", "killed"],
        ["negotiation"],
        ["speakers"],
        ["speakers", "River Front"],
        ["search", "fired", "talks"],
    ],
    ids=" ".join,
)
def test_views_print_in_every_format(command: list[str], shape: str, grown: Path) -> None:
    result = run(*command, "--ledger", grown, "--format", shape)
    assert result.exit_code == 0, result.output
    if shape == "json":
        rows = json.loads(result.stdout)
        assert rows
        assert all(len(row) == len(rows[0]) for row in rows)
    if shape == "csv":
        rows = list(csv.reader(result.stdout.splitlines()))
        assert len(rows) > 1
        assert {len(row) for row in rows} == {len(rows[0])}
    assert result.stdout.strip()


def test_show_export_backup_and_judge_from_the_command_line(grown: Path, tmp_path: Path) -> None:
    row = json.loads(run("timeline", "--ledger", grown, "--format", "json").stdout)[0]
    shown = json.loads(run("show", row["report"], "--ledger", grown, "--format", "json").stdout)
    assert shown["record"]["report"]["id"] == row["report"]
    assert shown["captures"]
    left, right = (account["account"] for account in two_accounts(grown))
    ruled = run("judge", "same", left, right, "--by", "Reviewer", "--because", "one street", "--ledger", grown)
    assert ruled.exit_code == 0, ruled.output
    assert "one street" in run("judge", "--ledger", grown, "--format", "csv").stdout
    number = ruled.output.split()[1].rstrip(":")
    assert "taken back" in run("judge", "--undo", number, "--by", "Reviewer", "--ledger", grown).output
    exported = run("export", "csv", "--out", tmp_path / "out", "--table", "figures", "--ledger", grown)
    assert exported.exit_code == 0, exported.output
    assert Path(exported.output.strip()).is_file()
    copy = run("backup", tmp_path / "copy", "--ledger", grown).output.strip()
    assert run("verify", "--ledger", copy).exit_code == 0
    assert "nothing to migrate" in run("migrate", "--ledger", grown).output
    assert run("verify", "--ledger", grown).exit_code == 0


def two_accounts(ledger: Path) -> list[dict[str, str]]:
    entries = json.loads(run("timeline", "--ledger", ledger, "--format", "json").stdout)
    shown = [json.loads(run("show", e["entry"], "--ledger", ledger, "--format", "json").stdout) for e in entries[:2]]
    return [view["accounts"][0] for view in shown]
