"""Which inputs the user means."""

from pathlib import Path

import pytest

from onrecord.errors import InputMissing, InputUnreadable
from onrecord.flows.sources import Source, sources


def test_a_folder_gives_its_files_by_name_and_leaves_hidden_ones_out(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", ".hidden", "sub/c.txt", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found = [Path(source.name).relative_to(tmp_path).as_posix() for source in sources([str(tmp_path)])]
    assert found == ["a.html", "b.txt", "sub/c.txt"]


def test_standard_input_is_read_where_it_is_named() -> None:
    found = list(sources(["-", "x.txt"], stdin=lambda: b"words"))
    assert [source.name for source in found] == ["standard input", "x.txt"]
    assert found[0].load() == b"words"


def test_a_missing_file_is_an_input_that_fails_when_loaded() -> None:
    (source,) = sources(["no/such/file.txt"])
    with pytest.raises(InputMissing, match=r"no/such/file\.txt: no such file or folder; give a file"):
        source.load()


def test_a_file_over_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(50_000_001)
    with pytest.raises(InputUnreadable, match=r"larger than 50 MB; give one report a file"):
        Source(name="big.txt", path=path).load()


def test_what_cannot_be_opened_says_why(tmp_path: Path) -> None:
    with pytest.raises(InputUnreadable, match=r"cannot be opened \(is a directory\)"):
        Source(name="folder", path=tmp_path).load()
