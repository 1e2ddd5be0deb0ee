"""By which clock a report tells."""

import pytest

from builders import bracketed, passages_of, places_known
from onrecord.stages.where import find_places, timezone_of


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Strikes hit [Rafah] in the [Gaza Strip].", "Asia/Gaza"),
        ("Shells fell on [Avdiivka], Ukraine.", "Europe/Kyiv"),
        ("Clashes broke out in [Vladivostok], Russia.", "Asia/Vladivostok"),
        ("Clashes broke out in [Russia].", None),
        ("Clashes broke out in [Yemen].", "Asia/Aden"),
        ("Clashes broke out in [Port Velloran].", None),
        ("A clinic, [Orvane Hospital] in [Goma], Congo, was hit.", "Africa/Lubumbashi"),
        ("Shells fell on the hamlet of [Las Palmas].", None),
        ("Nobody came.", None),
    ],
)
def test_a_report_tells_by_the_clock_of_the_place_it_names(text: str, zone: str | None) -> None:
    report, reading = bracketed(text)
    places = find_places(report, passages_of(report), reading, gazetteer=places_known())
    assert timezone_of(places, gazetteer=places_known()) == zone
