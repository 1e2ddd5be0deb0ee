"""Numbers in digits and in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.numbers import find_numbers, read_number

READ = [
    ("134", 134),
    ("1,200", 1200),
    ("1,00,000", 100_000),
    ("9 300", 9300),
    ("1.9 million", 1_900_000),
    ("4.5 lakh", 450_000),
    ("3 crore", 30_000_000),
    ("5m", 5_000_000),
    ("2.5bn", 2_500_000_000),
    ("60k", 60_000),
    ("120 thousand", 120_000),
    ("seven", 7),
    ("twenty-five", 25),
    ("Forty three", 43),
    ("NINETY-NINE", 99),
    ("a hundred", 100),
    ("a hundred and ten", 110),
    ("one hundred twenty", 120),
    ("two hundred and forty-one", 241),
    ("twelve hundred", 1200),
    ("three thousand four hundred", 3400),
    ("a thousand and one", 1001),
    ("two million three hundred thousand", 2_300_000),
    ("half a million", 500_000),
    ("a half million", 500_000),
    ("a quarter of a million", 250_000),
    ("two and a half million", 2_500_000),
    ("a million and a half", 1_500_000),
    ("a dozen", 12),
    ("half a dozen", 6),
    ("two dozen", 24),
    ("zero", 0),
    ("3.5", 3.5),
]


@pytest.mark.parametrize(("words", "value"), READ, ids=[row[0] for row in READ])
def test_a_number_has_the_value_its_words_give(words: str, value: float) -> None:
    assert read_number(words) == value


VAGUE = [
    ("dozens", 24),
    ("scores", 40),
    ("hundreds", 200),
    ("thousands", 2000),
    ("tens of thousands", 20_000),
    ("hundreds of thousands", 200_000),
    ("millions", 2_000_000),
    ("tens of millions", 20_000_000),
    ("several", 3),
    ("a few", 3),
    ("a couple", 2),
    ("several hundred", 300),
    ("a few thousand", 3000),
    ("a couple of hundred", 200),
    ("several dozen", 36),
    ("1000s", 2000),
]


@pytest.mark.parametrize(("words", "low"), VAGUE, ids=[row[0] for row in VAGUE])
def test_a_vague_number_has_only_a_lower_bound(words: str, low: int) -> None:
    (found,) = find_numbers(f"There were {words} of them.")
    assert (found.value, found.low, found.high, found.is_vague) == (None, low, None, True)


INSIDE = [
    ("Fighters killed 10 to 15 herders and burned three huts.", ["10", "15", "three"]),
    ("Between 10-15 people", ["10", "15"]),
    ("killed 1,310, 180 and 76 in all", ["1,310", "180", "76"]),
    ("Of the 12, 180 wounded are not told", ["12", "180"]),
    ("some 12, 000 people", ["12, 000"]),
    ("two, three or four", ["two", "three", "four"]),
    ("Five hundred and two were hurt", ["Five hundred and two"]),
    ("Ten died and two were hurt", ["Ten", "two"]),
    ("four and five", ["four", "five"]),
    ("$12 million", ["12 million"]),
    ("12-year-old", ["12"]),
    ("The 1,500-strong brigade", ["1,500"]),
    ("In 2015 300 families", ["2015", "300"]),
    ("twenty people", ["twenty"]),
    ("20% of homes, 3.5 percent of barns", ["20", "3.5"]),
    ("an F-16 and two T-72s, an AK-47, M23 fighters", ["two"]),
    ("a 155mm shell", []),
    ("at 8:30 on 12/03/2019 or 12.03.2019", []),
    ("the 12th, the twenty-first and two-thirds", []),
    ("the 1990s", []),
    ("few people, a couple", ["a couple"]),
    ("the hundred people", []),
    ("a person", []),
    ("and", []),
]


@pytest.mark.parametrize(("text", "expected"), INSIDE, ids=[row[0][:30] for row in INSIDE])
def test_numbers_are_found_where_they_stand(text: str, expected: list[str]) -> None:
    assert [text[found.start : found.end] for found in find_numbers(text)] == expected


def test_what_is_no_number_has_no_value() -> None:
    assert [read_number(words) for words in ("", "people", "12th", "dozens", "ten men", "five, six")] == [None] * 6


@given(st.integers(min_value=0, max_value=10**15))
def test_digits_read_back_with_and_without_commas(value: int) -> None:
    assert read_number(str(value)) == value
    assert read_number(f"{value:,}") == value


@given(st.text(alphabet="ab 0123456789,.-:/\nfivetwohundredmillionandhalfscoresdozen", max_size=60))
def test_matches_are_in_order_inside_the_text_and_bounded(text: str) -> None:
    end = 0
    for found in find_numbers(text):
        assert end <= found.start < found.end <= len(text)
        assert found.value is None or found.low <= found.value
        assert found.high is None or found.low <= found.high
        end = found.end
