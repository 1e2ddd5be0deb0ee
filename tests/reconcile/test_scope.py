"""Under which scope a figure is tallied."""

from dataclasses import replace
from typing import Any

import pytest

from builders import day, span_of
from onrecord.model.when import Timex, When
from onrecord.reconcile.scope import scope_of
from records import event, figure, record


def told(text: str, words: str, precision: Any) -> When:
    made = replace(day("2024-03-11"), words=words, span=span_of(text, words), precision=precision)
    return replace(made, timex=Timex(type="DURATION", value="PT24H")) if precision == "hour" else made


@pytest.mark.parametrize(
    ("text", "times", "wanted"),
    [
        ("Nine people were killed on Monday.", [("on Monday", "day")], "event"),
        ("Nine people were killed overnight.", [("overnight", "part_of_day")], "event"),
        ("Nine people were killed in the raid.", [], "event"),
        ("Nine aid workers have been killed this year.", [("this year", "year")], "period"),
        ("Nine were killed between 2002 and 2008.", [("2002", "year"), ("2008", "year")], "period"),
        ("Nine were killed in May, down from 12 in April.", [("May", "month"), ("April", "month")], "period"),
        ("Nine were killed on Monday, the worst day this year.", [("Monday", "day"), ("this year", "year")], "event"),
        ("Nine were killed in the raid. It was the worst this year.", [("this year", "year")], "event"),
        ("Nine were killed over the past 24 hours.", [("past 24 hours", "hour")], "period"),
    ],
)
def test_a_count_over_a_month_or_more_stays_one(text: str, times: list[tuple[str, Any]], wanted: str) -> None:
    counted = figure(text, "Nine", low=9, high=9, scope="period", event=None)
    made = record(
        text,
        figures=(counted,),
        events=(event(text, "killed", "attack"),),
        times=tuple(told(text, *row) for row in times),
    )
    assert scope_of(counted, made) == wanted
