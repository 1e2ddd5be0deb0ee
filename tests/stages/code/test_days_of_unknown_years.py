"""A day whose year the report does not say still dates its events, and keeps two days apart."""

from builders import report_of, shipped_tools
from onrecord.flows.read import read_report


def test_a_day_without_a_year_dates_its_events() -> None:
    text = "On Dec. 6, rebels attacked the post at Orlim.\n\nOn Dec. 9, rebels attacked the post at Orlim again, killing two."
    record = read_report(report_of(text, published=None), shipped_tools())
    attacks = [e for e in record.events if e.type in ("attack", "armed_clash")]
    assert [e.when.timex.value for e in attacks if e.when is not None] == ["XXXX-12-06", "XXXX-12-09"]
    assert all(e.when is None or e.when.start is None for e in attacks)
    assert all(e.same_as is None for e in attacks)
    flags = [f.message for f in record.flags if f.code == "event.undated"]
    assert all("in which year" in message for message in flags)
