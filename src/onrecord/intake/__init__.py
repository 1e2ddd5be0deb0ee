"""Intake: from the bytes of one published text to a `Report`."""

from datetime import date
from hashlib import sha256

from onrecord.errors import InputUnreadable
from onrecord.model.ids import ReportId, make_id
from onrecord.model.report import Report
from onrecord.model.when import Timex, When


def take_in(data: bytes, *, name: str, published: date | None = None, outlet: str | None = None) -> Report:
    """Return the report whose bytes are `data`, plain text in UTF-8.

    Args:
        data: The bytes as they came.
        name: What to call it: a path, or "standard input".
        published: The day of publication, if the user gave it.
        outlet: Who published it, if the user said so.

    Raises:
        InputUnreadable: The bytes are empty, or no text in UTF-8.
    """
    if not data.strip():
        raise InputUnreadable(name, "empty; give a file that holds a report")
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise InputUnreadable(name, "not text in UTF-8; save it as UTF-8 and read it again") from error
    digest = sha256(data).hexdigest()
    return Report(
        id=ReportId(make_id("r", digest)), path=name, sha256=digest,
        text_sha256=sha256(text.encode()).hexdigest(), title=None, outlet=outlet, byline=None, url=None,
        language=None, published=None if published is None else _day(published.isoformat()), text=text,
    )  # fmt: skip


def _day(day: str) -> When:
    timex = Timex(type="DATE", value=day)
    return When(
        span=None, words=day, start=day, end=day, precision="day", edtf=day, timex=timex, basis="stated"
    )  # fmt: skip
