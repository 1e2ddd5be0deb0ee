"""What stands beside a name: where people are from, what a village lies in, which country's words a report uses."""

import pytest

from builders import bracketed, only, passages_of, places_known
from onrecord.model.place import Place
from onrecord.stages.where import find_places


def places_in(text: str) -> tuple[Place, ...]:
    report, reading = bracketed(text)
    return find_places(report, passages_of(report), reading, gazetteer=places_known())


def words_of(text: str) -> list[str]:
    report, _ = bracketed(text)
    return sorted(mention.of(report.text) for place in places_in(text) for mention in place.mentions)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Troops from the US left Mosul in Iraq.", ["Iraq", "Mosul", "US"]),
        ("Aid came from the U.S. by ship.", ["U.S."]),
        ("They told us nothing in Mosul.", ["Mosul"]),
        ("Rep. {Ada Roe}, D-Oakland, voted against the aid to Ukraine.", ["Oakland", "Ukraine"]),
        ("{Omar Saleh}, 34, of Taiz, lost a leg to a mine in Yemen.", ["Taiz", "Yemen"]),
        ("A {Homs} man was shot at a checkpoint in Syria.", ["Homs", "Syria"]),
        ("{Idlib} residents fled to the Turkish border.", ["Idlib"]),
        ("{BAMENDA} -- Soldiers burned houses in Cameroon at dawn.", ["BAMENDA", "Cameroon"]),
        ("Shells fell in [Western Iraq] and in [Eastern Ghouta], Syria.", ["Eastern Ghouta", "Iraq", "Syria"]),
        ("The [City of Mosul] was cut off from Iraq.", ["Iraq", "Mosul"]),
        ("Militants crossed into [Nigeria's Borno State].", ["Borno State", "Nigeria"]),
        ("Lorries burned in [Velm al]-[Kubra] in Syria.", ["Syria", "Velm al-Kubra"]),
        ("Police chased {Abdi Jabari} through the alleys. [Jabari] escaped.", []),
    ],
)
def test_names_are_read_whole_and_only_where_they_are_places(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Gunmen burned [Wad Velloran], a village in Sudan's Gezira state.", "Wad Velloran", "SD"),
        ("Jets bombed [Let Vel Lor] village in Kanbalu township, Sagaing, Myanmar.", "Let Vel Lor", "MM"),
        ("Shells fell on [Vellorisi], a Georgian village near Tskhinvali.", "Vellorisi", "GE"),
        ("The army entered [al-Vellor] in the south of Marib, Yemen.", "al-Vellor", "YE"),
        ("Tanks burned near [Velloryne], north of Tokmak in Ukraine.", "Velloryne", None),
    ],
)
def test_an_unknown_village_takes_the_country_its_own_words_give(text: str, name: str, country: str | None) -> None:
    place = only(place for place in places_in(text) if place.name == name)
    assert (place.country, place.lat, place.precision) == (country, None, "unresolved")


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("M23 fighters entered [Goma] overnight.", "Goma", "CD"),
        ("Tigrayan forces withdrew from [Adwa].", "Adwa", "ET"),
        ("The price in hryvnia doubled in [Kherson].", "Kherson", "UA"),
        ("A Chechen unit took [Argun].", "Argun", "RU"),
        ("LTTE cadres held [Jaffna] until 1995.", "Jaffna", "LK"),
    ],
)
def test_groups_peoples_and_money_say_which_country_a_report_tells_of(text: str, name: str, country: str) -> None:
    assert only(place for place in places_in(text) if place.name == name).country == country


def test_words_that_put_a_name_in_a_country_rule_out_namesakes_elsewhere() -> None:
    place = only(p for p in places_in("Gunmen burned [Kasungu], Syria, at dawn.") if p.name == "Kasungu")
    assert (place.country, place.lat, place.precision) == ("SY", None, "unresolved")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Tanks crossed [Rashid Street] in Baghdad, Iraq.", "Rashid Street"),
        ("Snow closed the road over the [Atlas Mountains] in Morocco.", "Atlas Mountains"),
    ],
)
def test_a_street_or_range_is_not_in_the_town_it_shares_a_name_with(text: str, words: str) -> None:
    report, _ = bracketed(text)
    place = only(p for p in places_in(text) if any(m.of(report.text) == words for m in p.mentions))
    assert place.kind != "town"


def test_a_name_spelt_like_one_far_from_all_else_stays_unresolved() -> None:
    place = only(p for p in places_in("A convoy was hit near [Minnaca], close to Kayes, Mali.") if p.name == "Minnaca")
    assert place.lat is None


def test_a_facility_said_to_be_beside_a_town_is_only_near_it() -> None:
    place = only(
        p for p in places_in("Smoke rose from [Vellor refinery] north of Khartoum, Sudan.") if p.kind == "facility"
    )
    assert (place.country, place.precision) == ("SD", "near")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("One strike near Mosul, Iraq, destroyed an [ISIL-held building].", ["Iraq", "Mosul"]),
        ("Japan gave US$1 million to the camps in Mosul.", ["Japan", "Mosul"]),
        ("SIX MEN FORCED HIM INTO A VAN NEAR THE CITY OF MOSUL.", ["MOSUL"]),
        ("Jets hit four [UAV] factories near Mosul, Iraq.", ["Iraq", "Mosul"]),
        (
            "Bombs went off in the [al-Vinek] market in Baghdad, Iraq.",
            ["Baghdad", "Iraq", "al-Vinek market"],
        ),
    ],
)
def test_what_is_held_or_short_for_something_is_no_place(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_a_province_spelt_otherwise_than_its_town_is_still_the_province() -> None:
    found = places_in("Gunmen struck Tel Tamer in [Hasaka Province], Syria.")
    assert any(place.kind == "province" and place.country == "SY" for place in found)


def test_an_unknown_quarter_takes_the_point_of_its_town_and_says_so() -> None:
    place = only(
        p for p in places_in("Fighters left Vellor, a quarter of Homs, Syria, under a deal.") if p.name == "Vellor"
    )
    assert (place.kind, place.country, place.precision) == ("neighbourhood", "SY", "town")
    assert place.lat is not None


def test_towns_in_a_list_do_not_lie_in_one_another() -> None:
    found = places_in("Gas fell on [Velmenas], Sarmin and Idlib in Syria.")
    assert only(place for place in found if place.name == "Velmenas").within == ()
