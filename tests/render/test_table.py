"""The table view: every row, in 100 columns, with its speaker."""

from dataclasses import replace

import pytest
from rich.cells import cell_len

from builders import report_of, shipped_tools
from onrecord.flows.read import read_report
from onrecord.model.event import OtherPart
from onrecord.render.table import record_table
from records import TEXT, claim, event, example, figure, party, record


def lines(table: str, heading: str) -> list[str]:
    """Return the lines of the section that begins with `heading`."""
    after = table.split(heading, 1)[1].split("\n")[1:]
    return after[: after.index("")] if "" in after else after


def test_the_table_shows_who_says_what() -> None:
    shown = " ".join(" ".join(lines(record_table(example(), width=200), "WHO SAYS WHAT")).split())
    assert "Anton Beke (mayor, Orvane)" in shown
    assert "said to Radio Selm · 18 Dec 2023" in shown
    assert "Army of Selm [“the army”]" in shown
    assert "within what Anton Beke said" in shown
    assert "! no details given: “without giving more details”" in shown


def test_the_table_never_shows_a_figure_without_its_speaker() -> None:
    shown = lines(record_table(example(), width=240), "FIGURES")
    voices = [line.split("said by ", 1)[1].strip() for line in shown if "said by " in line]
    assert voices == ["the report itself", "Anton Beke", "Army of Selm, as said by Anton Beke", "the report itself"]


def test_a_side_named_twice_in_an_event_is_shown_once() -> None:
    whole = example()
    twice = replace(whole, events=tuple(replace(row, acting=row.acting * 2) for row in whole.events))
    assert record_table(twice, width=200) == record_table(whole, width=200)


def test_the_table_names_both_speakers_of_a_figure_told_at_second_hand() -> None:
    shown = record_table(example(), width=200)
    assert "said by Army of Selm, as said by Anton Beke" in shown


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"value": 134, "low": 134, "high": 134}, "134"),
        ({"value": 46, "low": 46, "hedge": "at_least"}, "46 or more"),
        ({"value": 19600, "low": 19601, "hedge": "more_than"}, "19,601 or more"),
        ({"value": 5000000, "low": 5000000, "hedge": "more_than", "unit": "money"}, "more than 5,000,000"),
        ({"value": 60, "high": 60, "hedge": "at_most"}, "60 or fewer"),
        ({"value": 20000, "high": 20000, "hedge": "nearly"}, "nearly 20,000"),
        ({"value": 1900000, "hedge": "about"}, "about 1,900,000"),
        ({"value": 129, "hedge": "estimated"}, "an estimated 129"),
        ({"low": 10, "high": 15, "hedge": "range"}, "10 to 15"),
        ({"low": 24, "hedge": "vague"}, "24 or more"),
        ({"value": 8.5, "high": 8.5, "hedge": "nearly", "unit": "percent"}, "nearly 8.5%"),
        ({"hedge": "vague"}, "no number"),
    ],
)  # fmt: skip
def test_the_table_says_the_bounds_of_a_figure(fields: dict[str, object], expected: str) -> None:
    text = "Some died."
    shown = lines(record_table(record(text, figures=(figure(text, "Some", **fields),)), width=140), "FIGURES")
    assert expected in shown[0]


def test_the_table_keeps_loaded_words_in_quotation_marks() -> None:
    text = "Troops killed 12 terrorists and 3 civilians."
    shown = record_table(record(text, figures=(figure(text, "12", of="terrorists"), figure(text, "3", of="civilians"))))
    assert "“terrorists” killed" in shown
    assert "civilians killed" in shown


def test_the_table_orders_events_by_time_and_undated_ones_last() -> None:
    shown = "\n".join(lines(record_table(example()), "EVENTS"))
    assert shown.index("attack") < shown.index("shelling") < shown.index("undated")
    assert "possible" in shown
    assert "same as E2" in shown


def test_the_table_gathers_what_the_report_says_of_its_evidence_and_what_is_unsure() -> None:
    table = record_table(example())
    assert "“without giving more details”" in "".join(lines(table, "OWN EVIDENCE"))
    assert lines(table, "UNSURE OF") == ["E3   'without water' has no day"]


def test_the_table_says_where_nobody_is_named() -> None:
    text = "It was said that 12 died."
    spoken = claim(text, "c", "12 died", cue="was said")
    table = record_table(record(text, claims=(spoken,), figures=(figure(text, "12", claim=spoken.id),)), width=140)
    assert table.count("somebody not named") == 2


@pytest.mark.parametrize("width", [60, 80, 100, 140])
def test_the_table_is_no_wider_than_asked(width: int) -> None:
    assert max(cell_len(line) for line in record_table(example(), width=width).split("\n")) <= width


def test_the_table_writes_colours_only_when_asked() -> None:
    assert "\x1b" not in record_table(example())
    assert "\x1b[" in record_table(example(), colour=True)


def test_the_table_takes_no_markup_from_the_report() -> None:
    text = "[bold red]Anna[/] said 12 died :smile: \x1b[31m in [link=x]Orvane[/link]."
    by = party(text, "[bold red]Anna[/]")
    table = record_table(
        record(text, claims=(claim(text, "c", "12 died :smile: \x1b[31m in [link=x]Orvane[/link]", by=by),)),
        colour=True,
    )
    assert "[bold red]Anna[/]" in table
    assert ":smile:" in table
    assert "\x1b[31m in" not in table


def test_the_table_of_a_report_without_rows_is_its_head() -> None:
    bare = replace(record(TEXT), actors=())
    assert record_table(bare).count("\n") == 2


def test_a_circle_of_claims_ends() -> None:
    text = "He said she said so."
    one = claim(text, "c-1", "she said so", parent="c-2")
    two = claim(text, "c-2", "said so", parent="c-1")
    assert "C2" in record_table(record(text, claims=(one, two), events=(event(text, "said", "talks", claim="c-1"),)))


def test_the_rows_show_wrapped_words_on_one_line() -> None:
    text = "AT LEAST\nEIGHT SOLDIERS DIED, THE\nCOLONEL SAID."
    spoken = claim(text, "c", "AT LEAST\nEIGHT SOLDIERS DIED", by=party(text, "THE\nCOLONEL"))
    table = record_table(
        record(text, kinds=None, claims=(spoken,), figures=(figure(text, "AT LEAST\nEIGHT", claim=spoken.id, key="f"),))
    )
    assert "“AT LEAST EIGHT”" in table
    assert "AT LEAST EIGHT SOLDIERS DIED" in table
    assert "“THE COLONEL”" in table


def test_the_table_names_a_part_once_with_all_who_have_it() -> None:
    text = "Talks were held through Selm and Marrat."
    parts = tuple(OtherPart(role="mediator", part=party(text, name)) for name in ("Selm", "Marrat", "Selm"))
    table = record_table(record(text, events=(event(text, "Talks", "talks", others=parts),)), width=140)
    assert "mediator: “Selm”, “Marrat”" in table


@pytest.mark.parametrize("words", ["dead", "Killed", "death toll"])
def test_the_table_says_the_harm_once(words: str) -> None:
    text = "Some died."
    shown = lines(
        record_table(record(text, figures=(figure(text, "Some", of=words, low=12, high=12),)), width=140), "FIGURES"
    )
    assert " killed " in shown[0]
    assert words.lower() == "killed" or words not in shown[0]


def test_a_figure_has_the_firmest_day_of_what_is_told_of_its_event() -> None:
    text = (
        "At least nine killed in shelling of Koidu market, officials say\n\n"
        "BO, Wednesday, 20 December 2023 - At least nine people were killed on Monday when shells hit a market in Koidu."
    )
    shown = lines(record_table(read_report(report_of(text), shipped_tools()), width=200), "FIGURES")
    assert len([line for line in shown if "18 Dec 2023" in line]) == 2
