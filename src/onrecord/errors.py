"""Every exception of the package.

    OnRecordError
    ├── ReportError           skips one report; the run goes on
    │   ├── InputMissing      there is no such file or folder
    │   ├── InputUnreadable   empty, binary, undecodable, too large, or no article in it
    │   └── QuoteMismatch     a span does not read as its row says
    └── RunError              stops the run
        ├── UnknownName       a format, export, table or policy that does not exist
        ├── InvalidValue      an option or setting that cannot be understood
        ├── BrokenVocabulary  a word table that does not follow its own columns
        ├── ModelMissing      the language model's file is absent or not the one expected
        ├── BrokenRecord      a stored record that does not follow the schema
        └── BrokenLedger      a ledger that cannot be opened, migrated or trusted

Messages are written here, once, from fields. Each class has the exit status the command line gives.
"""

from collections.abc import Iterable


class OnRecordError(Exception):
    """Anything that goes wrong in onrecord and is not the program's own mistake."""

    exit_status = 1


class ReportError(OnRecordError):
    """One report cannot be read; the others still can."""

    exit_status = 3

    def __init__(self, item: str, reason: str) -> None:
        self.item, self.reason = item, reason
        super().__init__(f"{item}: {reason}")


class InputMissing(ReportError):
    """There is no such file or folder."""

    def __init__(self, item: str) -> None:
        super().__init__(item, "no such file or folder; give a file, a folder, or - for standard input")


class InputUnreadable(ReportError):
    """The bytes are not a report that can be read."""


class QuoteMismatch(ReportError):
    """A span does not read as its row says: the record is stale or corrupt."""

    def __init__(self, item: str, start: int, end: int, expect: str) -> None:
        super().__init__(
            item, f"does not read {expect!r} at {start}-{end}; offsets count characters of Report.text, end excluded"
        )


class RunError(OnRecordError):
    """The run cannot go on."""

    exit_status = 2


class UnknownName(RunError):
    """A name that is looked up and does not exist."""

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        super().__init__(f"unknown {what} {name!r}; known: {', '.join(sorted(known))}")


class InvalidValue(RunError):
    """An option, setting or cell that cannot be understood."""

    def __init__(self, what: str, value: object, expected: str) -> None:
        super().__init__(f"{what} {value!r} is not understood; expected {expected}")


class BrokenVocabulary(RunError):
    """A word table that does not follow its own columns."""

    def __init__(self, table: str, reason: str) -> None:
        super().__init__(f"word table {table!r}: {reason}")


class ModelMissing(RunError):
    """The language model's file is absent or not the one expected."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"language model {path!r}: {reason}; reinstall onrecord")


class BrokenRecord(RunError):
    """A stored record that does not follow the schema."""

    def __init__(self, item: str, reason: str) -> None:
        super().__init__(f"record {item!r}: {reason}")


class BrokenLedger(RunError):
    """A ledger that cannot be opened, migrated or trusted."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"ledger {path!r}: {reason}")
