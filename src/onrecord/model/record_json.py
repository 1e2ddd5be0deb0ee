"""A record as the JSON object that RECORD.md promises, and back.

`to_json` and `from_json` undo each other. Keys stand in RECORD.md's order; a span is
`[start, end]`; unknown is `null`. The text of a record and its spans are checked against each
other on the way out and on the way in.
"""

import json
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from onrecord.errors import BrokenRecord, QuoteMismatch
from onrecord.model.plain import field_names, from_plain, to_plain
from onrecord.model.record import SCHEMA, Record
from onrecord.model.span import Span


def to_json(record: Record) -> dict[str, Any]:
    """Return `record` as plain dicts and lists, ready for `json.dumps`.

    Raises:
        QuoteMismatch: Some row's words do not stand at its span.
    """
    check_words(record)
    report = record.report
    body = {field.name: to_plain(getattr(record, field.name)) for field in fields(record)}
    body["report"]["n_chars"] = len(report.text)
    return {"schema": SCHEMA, **body}


def dumps(record: Record, *, indent: int | None = None) -> str:
    """Return `record` as JSON text: the same record always gives the same bytes."""
    return json.dumps(to_json(record), ensure_ascii=False, indent=indent)


def from_json(body: dict[str, Any]) -> Record:
    """Return the record that `body` describes.

    Raises:
        BrokenRecord: The schema is another, or a key is missing or of the wrong kind.
        QuoteMismatch: Some row's words do not stand at its span.
    """
    name = str((body.get("report") or {}).get("id", "?")) if isinstance(body, dict) else "?"
    if not isinstance(body, dict) or body.get("schema") != SCHEMA:
        found = body.get("schema") if isinstance(body, dict) else type(body).__name__
        raise BrokenRecord(name, f"schema {found!r}; this version reads {SCHEMA!r}")
    try:
        record = from_plain(Record, body)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BrokenRecord(name, f"{type(error).__name__}: {error}") from error
    assert isinstance(record, Record)
    check_words(record)
    return record


def check_words(record: Record) -> None:
    """Check that every row's `words` stand at its `span` in the report's text.

    Raises:
        QuoteMismatch: They do not; the message names the row.
    """
    text = record.report.text
    for item, span, words in _quoted(record, "record"):
        if span.of(text) != words:
            raise QuoteMismatch(f"{record.report.id} {item}", span.start, span.end, words)


def _quoted(value: Any, item: str) -> Iterator[tuple[str, Span, str]]:
    """Give (item, span, words) of every row below `value` that carries both."""
    if isinstance(value, tuple):
        for part in value:
            yield from _quoted(part, item)
        return
    names = field_names(type(value))
    if names is None or isinstance(value, Span):
        return
    item = getattr(value, "id", item)
    span, words = getattr(value, "span", None), getattr(value, "words", None)
    if isinstance(span, Span) and isinstance(words, str):
        yield item, span, words
    for name in names:
        below = getattr(value, name)
        if below is not None and not isinstance(below, str | Span | int | float):
            yield from _quoted(below, item)
