"""Sentences of many conflicts and decades, published on Wednesday 20 December 2023 unless the row says otherwise."""

import pytest

from builders import only, passages_of, reading_of, report_of
from onrecord.model.when import When
from onrecord.stages.when import find_times


def times_in(text: str, *, published: str | None = "2023-12-20", zone: str | None = None) -> tuple[When, ...]:
    report = report_of(text, published=published)
    return find_times(report, passages_of(report), zone=zone)


def time_at(text: str, words: str, *, published: str | None = "2023-12-20", zone: str | None = None) -> When:
    return only(when for when in times_in(text, published=published, zone=zone) if when.words == words)


@pytest.mark.parametrize(
    ("text", "words", "start", "end", "value"),
    [
        # days from the day of publication
        ("The attack came on Wednesday.", "Wednesday", "2023-12-20", "2023-12-20", "2023-12-20"),
        ("Three died on Monday, medics said.", "Monday", "2023-12-18", "2023-12-18", "2023-12-18"),
        ("Talks will resume on Friday.", "Friday", "2023-12-22", "2023-12-22", "2023-12-22"),
        ("Rebels seized the town on Friday.", "Friday", "2023-12-15", "2023-12-15", "2023-12-15"),
        ("He was killed last Friday.", "last Friday", "2023-12-15", "2023-12-15", "2023-12-15"),
        ("The council is to vote on Friday.", "Friday", "2023-12-22", "2023-12-22", "2023-12-22"),
        ("They met on Monday and will meet again on Thursday.", "Thursday", "2023-12-21", "2023-12-21", "2023-12-21"),
        ("Envoys are expected on Saturday.", "Saturday", "2023-12-23", "2023-12-23", "2023-12-23"),
        ("A bridge blew up yesterday.", "yesterday", "2023-12-19", "2023-12-19", "2023-12-19"),
        ("It counted 312 between 1 January and 30 June 2022.", "1 January", "2022-01-01", "2022-06-30", "2022-01-01"),
        ("It was shot down on 6 April 1994. Rebels took the capital on 4 July.", "4 July", "1994-07-04", "1994-07-04", "1994-07-04"),
        ("He was jailed on 6 April 1994. On Monday he was freed. He left on 4 July.", "4 July", "2023-07-04", "2023-07-04", "2023-07-04"),
        ("He was jailed in 1994. He was freed on 4 July.", "4 July", "2023-07-04", "2023-07-04", "2023-07-04"),
        ("It hit 40 between 0600 and 1800 hours on 12 March.", "0600", "2023-03-12T06:00", "2023-03-12T18:00", "2023-03-12T06:00"),
        ("In June 2020 they left. A truce was signed in October that year.", "October that year", "2020-10-01", "2020-10-31", "2020-10"),
        ("Rebels held it from 3 November to 5 April 2021.", "3 November", "2020-11-03", "2021-04-05", "2020-11-03"),
        ("The vote is tomorrow.", "tomorrow", "2023-12-21", "2023-12-21", "2023-12-21"),
        ("The day before yesterday a bridge blew up.", "The day before yesterday", "2023-12-18", "2023-12-18", "2023-12-18"),
        ("He spoke today.", "today", "2023-12-20", "2023-12-20", "2023-12-20"),
        ("The council votes later today.", "later today", "2023-12-20", "2023-12-20", "2023-12-20"),
        ("Two days ago a convoy was hit.", "Two days ago", "2023-12-18", "2023-12-18", "2023-12-18"),
        # hours of a day, before and after them
        ("Shells fell before dawn on Friday.", "dawn on Friday", "2023-12-15T00:00", "2023-12-15T06:00", "2023-12-15TMO"),
        ("He was shot shortly before midnight on Tuesday.", "midnight on Tuesday", "2023-12-19T12:00", "2023-12-19T23:59", "2023-12-19T00:00"),
        ("A blast came just after 9 p.m. on Monday.", "9 p.m. on Monday", "2023-12-18T21:00", "2023-12-18T23:59", "2023-12-18T21:00"),
        # days and months whose year is open
        ("The strike on December 20 hit a school.", "December 20", "2023-12-20", "2023-12-20", "2023-12-20"),
        ("On 5 November rebels struck.", "5 November", "2023-11-05", "2023-11-05", "2023-11-05"),
        ("On Jan. 3 he will appear in court.", "Jan. 3", "2024-01-03", "2024-01-03", "2024-01-03"),
        ("On 28 December 1999 the town fell.", "28 December 1999", "1999-12-28", "1999-12-28", "1999-12-28"),
        ("In March, troops moved in.", "March", "2023-03-01", "2023-03-31", "2023-03"),
        ("In January a truce will begin.", "January", "2024-01-01", "2024-01-31", "2024-01"),
        ("In early December the army launched a raid.", "early December", "2023-12-01", "2023-12-10", "2023-12"),
        ("At the end of August the rains came.", "the end of August", "2023-08-25", "2023-08-31", "2023-08"),
        ("In mid-June 1967 the guns fell silent.", "mid-June 1967", "1967-06-11", "1967-06-20", "1967-06"),
        ("On Sunday, 17 December, shells fell.", "Sunday, 17 December", "2023-12-17", "2023-12-17", "2023-12-17"),
        ("The coup of 11 September 1973 began at sea.", "11 September 1973", "1973-09-11", "1973-09-11", "1973-09-11"),
        ("Fighters crossed on the 3rd of May, 2015.", "the 3rd of May, 2015", "2015-05-03", "2015-05-03", "2015-05-03"),
        ("On 2014-08-03 the peshmerga withdrew.", "2014-08-03", "2014-08-03", "2014-08-03", "2014-08-03"),
        ("On 26/10/2021 soldiers dissolved the cabinet.", "26/10/2021", "2021-10-26", "2021-10-26", "2021-10-26"),
        ("14 MAY 89 -- A BOMB EXPLODED.", "14 MAY 89", "1989-05-14", "1989-05-14", "1989-05-14"),
        # weeks, months, years, seasons
        ("This week's fighting was fierce.", "This week", "2023-12-18", "2023-12-24", "2023-W51"),
        ("Last week 40 died.", "Last week", "2023-12-11", "2023-12-17", "2023-W50"),
        ("Last month, 300 died.", "Last month", "2023-11-01", "2023-11-30", "2023-11"),
        ("Next month talks start.", "Next month", "2024-01-01", "2024-01-31", "2024-01"),
        ("Last year was worse.", "Last year", "2022-01-01", "2022-12-31", "2022"),
        ("The war began in the spring of 2011.", "the spring of 2011", "2011-03-01", "2011-05-31", "2011-SP"),
        ("In the summer of 1995 the enclave fell.", "the summer of 1995", "1995-06-01", "1995-08-31", "1995-SU"),
        ("The winter of 1991 was cold.", "The winter of 1991", "1991-12-01", "1992-02-29", "1991-WI"),
        ("In the second half of 2019 attacks rose.", "the second half of 2019", "2019-07-01", "2019-12-31", "2019-H2"),
        ("In Q3 2022 there were 14 attacks.", "Q3 2022", "2022-07-01", "2022-09-30", "2022-Q3"),
        ("In the first quarter of 2020 he fled.", "the first quarter of 2020", "2020-01-01", "2020-03-31", "2020-Q1"),
        ("In the 1990s thousands vanished.", "the 1990s", "1990-01-01", "1999-12-31", "199"),
        ("By the mid-1980s the war had spread.", "the mid-1980s", "1984-01-01", "1986-12-31", "198"),
        ("In the late 1970s the junta ruled.", "the late 1970s", "1977-01-01", "1979-12-31", "197"),
        ("In the 19th century the fort was built.", "the 19th century", "1800-01-01", "1899-12-31", "18"),
        ("Earlier this year the town fell.", "Earlier this year", "2023-01-01", "2023-05-01", "2023"),
        ("Later this month envoys will meet.", "Later this month", "2023-12-22", "2023-12-31", "2023-12"),
        ("So far this year 40 died.", "this year", "2023-01-01", "2023-12-20", "2023"),
        ("The first week of June saw clashes.", "The first week of June", "2023-06-01", "2023-06-07", "2023-06"),
        ("The last ten days of May 1940 were bloody.", "The last ten days of May 1940", "1940-05-22", "1940-05-31", "1940-05"),
        ("The second half of March was calm.", "The second half of March", "2023-03-16", "2023-03-31", "2023-03"),
        # stretches
        ("In the past 24 hours, 100 were killed.", "the past 24 hours", "2023-12-19", "2023-12-20", "PT24H"),
        ("Over the last three days shells fell.", "the last three days", "2023-12-17", "2023-12-20", "P3D"),
        ("In the next two weeks aid will come.", "the next two weeks", "2023-12-20", "2024-01-03", "P2W"),
        ("In the coming days he will travel.", "the coming days", "2023-12-20", None, "PXD"),
        ("In recent weeks shelling has grown.", "recent weeks", None, "2023-12-20", "PAST_REF"),
        ("He was held for three months.", "three months", None, None, "P3M"),
        ("The 10-week war has killed many.", "The 10-week", None, None, "P10W"),
        ("Within days the city fell.", "days", None, None, "PXD"),
        ("A five-year-old war goes on after two decades of rule.", "two decades", None, None, "P2DE"),
        # open on one side
        ("Since October 7, 20,000 have died.", "October 7", "2023-10-07", None, "2023-10-07"),
        ("It was the deadliest day since 1973.", "1973", "1973-01-01", None, "1973"),
        ("Millions fled since the war began on 24 February 2022.", "24 February 2022", "2022-02-24", None, "2022-02-24"),
        ("The truce holds until Sunday.", "Sunday", None, "2023-12-24", "2023-12-24"),
        ("Before 1991 the republic was Soviet.", "1991", None, "1990-12-31", "1991"),
        ("Until March 2003 he hid.", "March 2003", None, "2003-03-31", "2003-03"),
        # between two
        ("Fighting lasted from May to July 2015.", "May", "2015-05-01", "2015-07-31", "2015-05"),
        ("Fighting lasted from May to July 2015.", "July 2015", "2015-05-01", "2015-07-31", "2015-07"),
        ("Between 10 and 15 March the town fell.", "15 March", "2023-03-10", "2023-03-15", "2023-03-15"),
        ("From October 7 to December 19 nobody came.", "October 7", "2023-10-07", "2023-12-19", "2023-10-07"),
        ("The famine of 1984-1985 killed many.", "1984", "1984-01-01", "1985-12-31", "1984"),
        # counted from an event
        ("The raid came two days after the October 7 assault.", "two days after", "2023-10-09", "2023-10-09", "2023-10-09"),
        ("A week after the bombing of 3 May he spoke.", "A week after", "2023-05-08", "2023-05-14", "2023-W19"),
        ("A day after the massacre, troops left.", "A day after", None, None, "XXXX-XX-XX"),
        ("Ten days before the election a bomb went off.", "Ten days before", None, None, "XXXX-XX-XX"),
        # clock and parts of day
        ("Strikes last night killed nine.", "last night", "2023-12-19T18:00", "2023-12-20T05:59", "2023-12-19TNI"),
        ("At least 46 died overnight.", "overnight", "2023-12-19T18:00", "2023-12-20T05:59", "2023-12-19TNI"),
        ("Tonight the council meets.", "Tonight", "2023-12-20T18:00", "2023-12-21T05:59", "2023-12-20TNI"),
        ("The raid began early Wednesday morning.", "early Wednesday morning", "2023-12-20T00:00", "2023-12-20T08:59", "2023-12-20TMO"),
        ("On Tuesday evening 12 bodies were found.", "Tuesday evening", "2023-12-19T17:00", "2023-12-19T21:59", "2023-12-19TEV"),
        ("On the night of 6 May 1993 men came.", "the night of 6 May 1993", "1993-05-06T18:00", "1993-05-07T05:59", "1993-05-06TNI"),
        ("In the small hours of Monday men came.", "the small hours of Monday", "2023-12-18T00:00", "2023-12-18T08:59", "2023-12-18TMO"),
        ("At 3:30 p.m. on Tuesday a shell landed.", "3:30 p.m. on Tuesday", "2023-12-19T15:30", "2023-12-19T15:30", "2023-12-19T15:30"),
        ("At 0530 GMT the siren sounded.", "0530 GMT", "2023-12-20T05:30+00:00", "2023-12-20T05:30+00:00", "2023-12-20T05:30+00"),
        ("The truce took effect at 7 a.m. Friday.", "7 a.m. Friday", "2023-12-15T07:00", "2023-12-15T07:00", "2023-12-15T07:00"),
        ("141200Z MAY 89: PATROL AMBUSHED.", "141200Z MAY 89", "1989-05-14T12:00Z", "1989-05-14T12:00Z", "1989-05-14T12:00Z"),
        ("On 2023-10-07T06:29Z rockets flew.", "2023-10-07T06:29Z", "2023-10-07T06:29Z", "2023-10-07T06:29Z", "2023-10-07T06:29Z"),
        # sets
        ("Every Friday protesters gather.", "Every Friday", None, None, "XXXX-WXX-5"),
        ("Curfew is imposed nightly.", "nightly", None, None, "XXXX-XX-XXTNI"),
        ("Patrols pass each day.", "each day", None, None, "XXXX-XX-XX"),
        # feasts
        ("On Christmas Eve a bomb exploded.", "Christmas Eve", "2022-12-24", "2022-12-24", "2022-12-24"),
        ("During Ramadan 2023 the truce held.", "Ramadan 2023", "2023-03-23", "2023-04-21", "2023-03-23"),
        ("On Easter Sunday 2019 churches were bombed.", "Easter Sunday 2019", "2019-04-21", "2019-04-21", "2019-04-21"),
        # in capitals
        ("ON 14 MAY 1989 GUERRILLAS ATTACKED.", "14 MAY 1989", "1989-05-14", "1989-05-14", "1989-05-14"),
        ("THE ARMY SAID YESTERDAY THAT FOUR DIED.", "YESTERDAY", "2023-12-19", "2023-12-19", "2023-12-19"),
        ("ON MONDAY A TOWER WAS BLOWN UP.", "MONDAY", "2023-12-18", "2023-12-18", "2023-12-18"),
        # vague
        ("Now he is in hiding.", "Now", "2023-12-20", "2023-12-20", "PRESENT_REF"),
        ("He was recently freed.", "recently", None, "2023-12-20", "PAST_REF"),
        ("About a year ago the road was mined.", "About a year ago", "2022-01-01", "2022-12-31", "2022"),
        ("Weeks later the town fell.", "Weeks later", "2023-12-20", None, "FUTURE_REF"),
    ],
)  # fmt: skip
def test_words_come_out_as_intervals(text: str, words: str, start: str | None, end: str | None, value: str) -> None:
    when = time_at(text, words)
    assert (when.start, when.end, when.timex.value) == (start, end, value)


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("It fell on 9 April 2003.", "9 April 2003", "2003-04-09"),
        ("It fell in April 2003.", "April 2003", "2003-04"),
        ("It fell in 2003.", "2003", "2003"),
        ("It fell in the spring of 2003.", "the spring of 2003", "2003-21"),
        ("It fell in the 1990s.", "the 1990s", "199X"),
        ("Since May 2003 nobody came.", "May 2003", "2003-05-01/.."),
        ("Until May 2003 nobody came.", "May 2003", "../2003-05-31"),
        ("In FY2022 aid fell.", "FY2022", "2022~"),
        ("Between May and July 2015 it burned.", "May", "2015-05-01/2015-07-31"),
        ("At noon on 9 April 2003 it fell.", "noon on 9 April 2003", "2003-04-09T12:00:00"),
        ("Every Friday they gather.", "Every Friday", None),
    ],
)
def test_edtf_is_written_from_the_interval(text: str, words: str, edtf: str | None) -> None:
    assert time_at(text, words).edtf == edtf


@pytest.mark.parametrize(
    ("text", "words", "basis"),
    [
        ("It fell on 9 April 2003.", "9 April 2003", "stated"),
        ("It fell on Monday.", "Monday", "report"),
        ("It fell in March.", "March", "report"),
        ("It fell on 14 MAY 1989. THAT NIGHT TROOPS CAME.", "THAT NIGHT", "context"),
    ],
)
def test_basis_says_where_the_rest_of_the_date_came_from(text: str, words: str, basis: str) -> None:
    assert time_at(text, words).basis == basis


@pytest.mark.parametrize(
    "text",
    [
        "The march went on, and villagers may flee.",
        "General March said that they spring to arms.",
        "1,500 men and 2000 metres of wire.",
        "Resolution 1701 was adopted by 14 votes.",
        "He is 22 years old.",
        "Three of the five were hurt; one second man fled.",
    ],
)
def test_what_looks_like_a_time_and_is_none(text: str) -> None:
    assert times_in(text) == ()


def test_without_a_publication_date_nothing_is_made_up() -> None:
    monday = time_at("It fell on Monday.", "Monday", published=None)
    assert (monday.start, monday.end, monday.edtf, monday.timex.value) == (None, None, None, "XXXX-WXX-1")


def test_a_history_counts_from_the_time_it_tells_of() -> None:
    text = (
        "In June 1994 the front broke. In August 1994 it held. In 1995 talks began. On 4 May 1995 they failed. "
        "In November, shells fell. In 1995 it ended."
    )
    assert time_at(text, "November").start == "1995-11-01"


def test_a_year_named_in_passing_moves_nothing() -> None:
    text = (
        "In June 1994 the front broke. In August 1994 it held. Its fort had stood since 1870. In November, shells fell. "
        "In 1995 it ended. In 1996 they came back."
    )
    assert time_at(text, "November").start == "1994-11-01"


def test_the_clock_of_the_place_is_added_where_no_zone_is_named() -> None:
    night = time_at("Strikes last night killed nine.", "last night", zone="Asia/Gaza")
    assert (night.start, night.end) == ("2023-12-19T18:00+02:00", "2023-12-20T05:59+02:00")
    assert time_at("At 0530 GMT it began.", "0530 GMT", zone="Asia/Gaza").start == "2023-12-20T05:30+00:00"
    assert time_at("It began on Monday.", "Monday", zone="Asia/Gaza").start == "2023-12-18"
    assert time_at("Strikes last night.", "last night", zone="Mars/Olympus").start == "2023-12-19T18:00"


def test_today_is_the_day_of_the_place() -> None:
    report = report_of("Shells fell today.", published="2023-12-20")
    late = When(
        span=None, words="late", start="2023-12-20T23:30+00:00", end="2023-12-20T23:30+00:00", precision="minute",
        edtf=None, timex=report.published.timex, basis="stated",
    )  # fmt: skip
    report = type(report)(**{**{name: getattr(report, name) for name in report.__slots__}, "published": late})
    assert only(find_times(report, passages_of(report), zone="Asia/Yangon")).start == "2023-12-21"


def test_the_verb_of_the_tree_points_the_way() -> None:
    text = "Delegates on Friday will gather."
    parse = "Delegates/NOUN/nsubj/5 on/ADP/case/3 Friday/PROPN/obl/5 will/AUX/aux/5 gather/VERB/root/0 ./PUNCT/punct/5"
    report = report_of(text)
    assert only(find_times(report, passages_of(report), reading_of(text, parse))).start == "2023-12-22"


def test_every_time_reads_as_its_span_says_and_stands_in_order() -> None:
    text = "On Monday, at dawn, shells fell. Since May 2003, in the 1990s, and two days after the raid of 3 June, it burned."
    found = times_in(text)
    spans = [when.span for when in found if when.span is not None]
    assert [span.of(text) for span in spans] == [when.words for when in found]
    assert spans == sorted(spans)
    assert len(found) >= 5


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("THE TROOPS CLASHED ON 6 NOVEMBER AT 1625 NEAR TELLMERE.", ["2023-11-06T16:25"]),
        ("The post was attacked at 1625 on 6 November.", ["2023-11-06T16:25"]),
        (
            "THE POST WAS ATTACKED ON 6 NOVEMBER FROM 1710 TO 2250.",
            ["2023-11-06", "2023-11-06T17:10", "2023-11-06T17:10"],
        ),
        ("They were taken between 0630 and 0700.", ["2023-12-20T06:30", "2023-12-20T06:30"]),
        ("He led the front from 1939 to 1945.", ["1939-01-01", "1939-01-01"]),
        ("The camp lies at 1500 metres.", []),
        ("The fire began at 1600 Lune Street.", []),
    ],
)
def test_an_hour_of_four_digits_is_no_year(text: str, starts: list[str]) -> None:
    assert [when.start for when in times_in(text)] == starts


def test_how_long_before_is_no_time() -> None:
    times = times_in("They besieged it for two weeks before storming it on 3 December.")
    assert [when.start for when in times if when.start is not None] == ["2023-12-03"]
