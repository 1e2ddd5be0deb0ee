"""Times counted from events that the report dates elsewhere; published on Wednesday 20 December 2023."""

import pytest

from builders import only, passages_of, report_of
from onrecord.model.when import When
from onrecord.stages.when import find_times


def time_at(text: str, words: str, *, published: str | None = "2023-12-20") -> When:
    report = report_of(text, published=published)
    return only(when for when in find_times(report, passages_of(report)) if when.words == words)


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        # the same noun
        ("An ambush on Monday killed six soldiers. A day after the ambush, troops burned the village.", "A day after", "2023-12-19", "2023-12-19"),
        ("The blast hit a market on 3 December. Two days after the blast, police held a man.", "Two days after", "2023-12-05", "2023-12-05"),
        ("The vote is due on Sunday. A candidate was shot three days before the vote.", "three days before", "2023-12-21", "2023-12-21"),
        ("The ceasefire took hold on 24 November. A week after the ceasefire, shelling resumed.", "A week after", "2023-11-27", "2023-12-03"),
        # its verb
        ("Gunmen ambushed a convoy near Menaka on 9 December. The army struck back a day after the ambush.", "a day after", "2023-12-10", "2023-12-10"),
        ("Colombia's rebels kidnapped the mayor on 1 December. Two days after the kidnapping, they sent a video.", "Two days after", "2023-12-03", "2023-12-03"),
        ("Soldiers raided the camp on Tuesday. The morning after the raid, tents still smoked.", "The morning after", "2023-12-20T06:00", "2023-12-20T11:59"),
        ("Lawmakers voted on Monday. The day after the vote, the president resigned.", "The day after", "2023-12-19", "2023-12-19"),
        # another word for it
        ("A bomb exploded in Peshawar on Friday. A day after the attack, shops stayed shut.", "A day after", "2023-12-16", "2023-12-16"),
        ("Shells were fired at Bakhmut on 2 December. Two days after the shelling, water ran out.", "Two days after", "2023-12-04", "2023-12-04"),
        # told later in the report
        ("A day after an ambush near Goma, villagers fled. The ambush near Goma took place on 11 December.", "A day after", "2023-12-12", "2023-12-12"),
        # a clause
        ("On 5 December gunmen stormed a church in Owo. Two days after gunmen stormed the church, a suspect was held.", "Two days after", "2023-12-07", "2023-12-07"),
        # no event word of our table: the same noun
        ("The dam collapsed on 6 December. The earthquake came on 4 December. A day after the earthquake, aid arrived.", "A day after", "2023-12-05", "2023-12-05"),
        # vague counts
        ("The blast came on 3 December. Hours after the blast, a second bomb was found.", "Hours after", "2023-12-03", "2023-12-04"),
        ("The vote was held on 3 December. Weeks after the vote there was no result.", "Weeks after", "2023-12-03", None),
        # names tell two events apart
        ("A raid on Jenin on 3 December killed two. A raid on Tulkarm on 8 December killed four. A day after the raid on Tulkarm, schools shut.", "A day after", "2023-12-09", "2023-12-09"),
        # in capitals
        ("GUERRILLAS AMBUSHED A PATROL ON 9 DECEMBER. A DAY AFTER THE AMBUSH THE ARMY BOMBED HILLS.", "A DAY AFTER", "2023-12-10", "2023-12-10"),
    ],
)  # fmt: skip
def test_a_count_from_an_event_starts_on_the_day_the_report_tells(
    text: str, words: str, start: str | None, end: str | None
) -> None:
    when = time_at(text, words)
    assert (when.start, when.end) == (start, end)
    assert when.basis == "context"


@pytest.mark.parametrize(
    "text",
    [
        "A day after the ambush, troops burned the village.",
        "A raid on 3 December killed two. A raid on 8 December killed four. A day after the raid, schools shut.",
        "A raid on Jenin on 3 December killed two. A day after the raid on Tulkarm, schools shut.",
        "Officials met on Monday. A day after the ambush, troops burned the village.",
        "The blast came on 3 December. A day after an explosion in another town, police held a man.",
        "Soldiers fired mortars into Israel on 19 December. A day after Hamas fired rockets into Israel, envoys met.",
        "The raid came on 20 December. A day after the raid, envoys met.",
        "The talks end on Friday. A day after the ambush, the army said on Friday, troops came.",
    ],
)
def test_where_the_report_does_not_say_which_event_the_time_stays_open(text: str) -> None:
    when = time_at(text, "A day after")
    assert (when.start, when.end, when.edtf) == (None, None, None)


def test_undated_reports_count_from_the_dates_they_give() -> None:
    text = "The raid was on 3 May 2021. Two days after the raid, the town was empty."
    assert time_at(text, "Two days after", published=None).start == "2021-05-05"
