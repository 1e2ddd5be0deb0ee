"""Whole reports, whole records: what reading each invented report gives, checked to the letter."""

import json
from pathlib import Path

import pytest

from builders import shipped_tools
from onrecord.flows.read import Given, read_source
from onrecord.flows.sources import Source
from onrecord.model.record import Record
from onrecord.model.record_json import from_json, to_json

_CORPUS = Path(__file__).parent
_REPORTS = sorted(path for path in _CORPUS.glob("*/*") if path.suffix in (".txt", ".html"))


def _read(path: Path) -> Record:
    name = path.relative_to(_CORPUS).as_posix()
    outcome = read_source(Source(name=name, path=path), shipped_tools(), Given())
    assert isinstance(outcome, Record), outcome
    return outcome


@pytest.mark.parametrize("path", _REPORTS, ids=lambda path: path.stem)
def test_a_golden_report_reads_as_kept(path: Path, regold: bool) -> None:
    record = to_json(_read(path))
    kept = path.with_suffix(".json")
    if regold:
        kept.write_text(json.dumps(record, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    assert record == json.loads(kept.read_text(encoding="utf-8")), (
        f"{path.name} reads otherwise: make regold, read the diff"
    )


@pytest.mark.parametrize("path", _REPORTS, ids=lambda path: path.stem)
def test_a_golden_record_survives_its_own_json(path: Path) -> None:
    record = _read(path)
    body = to_json(record)
    assert to_json(from_json(json.loads(json.dumps(body)))) == body
