"""Times as readers are told them."""

import pytest

from onrecord.model.when import Timex, When
from onrecord.render.phrases import when_phrase


def _when(value: str, start: str | None = None, end: str | None = None) -> When:
    timex = Timex(type="DATE", value=value)
    return When(span=None, words="", start=start, end=end, precision="day", edtf=None, timex=timex, basis="stated")


@pytest.mark.parametrize(
    ("when", "phrase"),
    [
        (None, ""),
        (_when("2023-12-20", "2023-12-20", "2023-12-20"), "20 Dec 2023"),
        (_when("2023-11", "2023-11-01", "2023-11-30"), "Nov 2023"),
        (_when("2023-10-07", None, "2023-10-07"), "until 7 Oct 2023"),
        (_when("XXXX-12-06"), "6 Dec, year unknown"),
        (_when("XXXX-12"), "Dec, year unknown"),
        (_when("XXXX-XX-XX"), ""),
    ],
)
def test_when_phrase(when: When | None, phrase: str) -> None:
    assert when_phrase(when) == phrase
