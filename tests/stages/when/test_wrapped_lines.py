"""A text wrapped at a fixed width: a time, a place and a number go on in the next line."""

from builders import report_of, shipped_tools
from onrecord.flows.read import read_report

WRAPPED = """The army said that its troops had been attacked in the suburbs of San
Salvador by a group of rebels from the hills north of the city on 3
March 1989, a day before the vote, and that more than 1
million people had fled the fights by last
Friday. The mayor of the town said that the rebels had not been seen since
then, and that the roads to the north were shut to all but the soldiers.
"""
LOUD = "TWO MEN GOT OUT OF THE CAR NEAR THE HOUSE OF THE MAYOR AND SHOT AT THE GUARDS IN FRONT OF IT."


def test_a_time_goes_on_in_the_next_line() -> None:
    whole = read_report(report_of(WRAPPED, published="1989-03-14"), shipped_tools())
    found = {time.words: (time.start, time.end) for time in whole.times}
    assert found["3\nMarch 1989"] == ("1989-03-03", "1989-03-03")
    assert found["last\nFriday"] == ("1989-03-10", "1989-03-10")


def test_a_place_goes_on_in_the_next_line_and_is_named_in_one() -> None:
    whole = read_report(report_of(WRAPPED, published="1989-03-14"), shipped_tools())
    assert [(place.name, place.country) for place in whole.places] == [("San Salvador", "SV")]


def test_a_car_in_capitals_is_no_country() -> None:
    assert [place.name for place in read_report(report_of(LOUD), shipped_tools()).places] == []
