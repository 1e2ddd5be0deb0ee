"""Rains, dry and lean seasons by country; published on 14 August 2023 unless the row says otherwise."""

import pytest

from builders import only, passages_of, report_of
from onrecord.model.when import When
from onrecord.stages.when import find_times


def time_in(text: str, country: str | None, published: str = "2023-08-14") -> When:
    report = report_of(text, published=published)
    return only(find_times(report, passages_of(report), country=country))


@pytest.mark.parametrize(
    ("text", "country", "words", "start", "end", "edtf"),
    [
        ("Roads were cut during the rainy season.", "SD", "the rainy season", "2023-06-01", "2023-09-30", "2023-06~/2023-09~"),
        ("They will return after the next rainy season.", "SD", "the next rainy season", "2024-10-01", None, "2024-10-01~/.."),
        ("Attacks rose in the last dry season.", "NE", "the last dry season", "2022-10-01", "2023-05-31", "2022-10~/2023-05~"),
        ("The 2021 lean season was the worst.", "ML", "The 2021 lean season", "2021-06-01", "2021-08-31", "2021-06~/2021-08~"),
        ("The junta attacked before the monsoon began.", "MM", "the monsoon", None, "2023-04-30", "../2023-04-30~"),
        ("The monsoon season of 2022 drowned the camp.", "BD", "The monsoon season of 2022", "2022-06-01", "2022-09-30", "2022-06~/2022-09~"),
        ("Cattle died in this Gu season.", "SO", None, "2023-04-01", "2023-06-30", "2023-04~/2023-06~"),
        ("The short rains failed.", "KE", "The short rains", "2022-10-01", "2022-12-31", "2022-10~/2022-12~"),
        ("The harmattan grounded the jets.", "NG", None, None, None, None),
        ("A push is expected in the dry season.", "MM", "the dry season", "2023-11-01", "2024-04-30", "2023-11~/2024-04~"),
        ("Insurgents struck at the end of the rainy season.", "MZ", "the end of the rainy season", "2023-03-31", "2023-04-30", "2023-03-31~/2023-04-30~"),
        ("The fighting season opened with a truck bomb.", "AF", "The fighting season", "2023-04-01", "2023-10-31", "2023-04~/2023-10~"),
        ("The 2021-22 lean season was the worst.", "MW", "The 2021-22 lean season", "2021-10-01", "2022-03-31", "2021-10~/2022-03~"),
        ("CIVILIANS DIED IN THE RAINY SEASON OF 1988.", "ET", "THE RAINY SEASON OF 1988", "1988-06-01", "1988-09-30", "1988-06~/1988-09~"),
    ],
)  # fmt: skip
def test_a_season_has_the_months_of_its_country_and_is_approximate(
    text: str, country: str, words: str | None, start: str | None, end: str | None, edtf: str | None
) -> None:
    if start is None and end is None:
        report = report_of(text, published="2023-08-14")
        assert all(when.start is None for when in find_times(report, passages_of(report), country=country))
        return
    report = report_of(text, published="2023-08-14")
    when = next(w for w in find_times(report, passages_of(report), country=country) if w.start or w.end)
    assert (when.start, when.end, when.edtf, when.precision, when.approximate) == (start, end, edtf, "season", True)
    assert words is None or when.words == words


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Roads were cut during the rainy season.", "FR"),
        ("Roads were cut during the rainy season.", None),
        ("Roads are impassable in the rainy season.", "SD"),
        ("Roads were cut in the 2021 rainy season.", "SO"),
    ],
    ids=["no such season", "no country known", "no one season", "two a year"],
)
def test_without_a_country_or_a_year_a_season_stays_open(text: str, country: str | None) -> None:
    when = time_in(text, country)
    assert (when.start, when.end, when.edtf, when.precision) == (None, None, None, "season")


def test_the_monsoon_before_a_noun_is_no_time() -> None:
    report = report_of("The monsoon floods killed nine.", published="2023-08-14")
    assert find_times(report, passages_of(report), country="PK") == ()
