"""Which tellings of one report are one happening: headline and story, town and province, "this act", a charge."""

import pytest

from builders import report_of, shipped_tools
from onrecord.flows.read import read_report
from onrecord.model.event import Event


def told(text: str, words: str) -> list[Event]:
    return [event for event in read_report(report_of(text), shipped_tools()).events if event.words.lower() == words]


def ties(text: str) -> set[tuple[str, str]]:
    events = read_report(report_of(text), shipped_tools()).events
    words = {event.id: event.words for event in events}
    return {(event.words.lower(), words[event.same_as].lower()) for event in events if event.same_as is not None}


@pytest.mark.parametrize(
    ("text", "again", "first"),
    [
        pytest.param(
            "Mortar shells hit a market in Tellmere on Monday, police said.\nThe Front accused the army of shelling the market.",
            "shelling", "hit", id="charge",
        ),
        pytest.param(
            "At least 14 killed in shelling of Tellmere market, officials say\n\n"
            "At least 14 people were killed on Tuesday when mortar shells hit a market in the town of Tellmere, officials said.",
            "hit", "shelling", id="a market is in the town it is named after",
        ),
        pytest.param(
            "Mortar shells hit a market in Tellmere on Monday, police said.\n"
            "The defence ministry in Port Orvane blamed the Front for the attack.",
            "attack", "hit", id="the ministry's town is not the attack's",
        ),
        pytest.param(
            "Gunmen attacked a church in Kelo on Friday. The attack shocked the town.", "attack", "attacked", id="the attack"
        ),
        pytest.param(
            "Gunmen stormed Tellmere on Tuesday, killing 18 people.\n\nTroops came.\n\nPeople fled.\n\nThe market was shut.\n\n"
            "No group has claimed responsibility for Tuesday's attack.",
            "attack", "stormed", id="Tuesday's attack",
        ),
        pytest.param(
            "A helicopter fired on a school in a village in central Myanlar on Friday, an aid worker said.\n\n"
            "The attack took place in Let Yet Kan village in Tabin township.",
            "attack", "fired on", id="where it took place is told later",
        ),
        pytest.param(
            "REBELS ATTACKED THE POST AT SAN TELMO ON 1 DECEMBER. MORTAR FIRE BY THE ARMY KILLED NINE.\n\n"
            "THE ATTACK BEGAN AT 0230.",
            "attack", "attacked", id="its own word comes first",
        ),
    ],
)  # fmt: skip
def test_the_later_telling_points_to_the_first(text: str, again: str, first: str) -> None:
    assert (again, first) in ties(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Army insists it struck a fuel store\n\nThe Malian army on Thursday again denied shelling the market.",
            id="what is denied is not what is told",
        ),
        pytest.param(
            "Ukraine says barrage kills nine; Russia says it struck arms plants\n\n"
            "A Russian missile slammed into a block of flats in Zelene, killing nine people.",
            id="each side has its own target",
        ),
        pytest.param(
            "Gunmen attacked a bus near Koidu on Tuesday.\n\nRebels attacked a post near Kenema on Tuesday.\n\n"
            "The envoy came.\n\nPeople fled.\n\nThe army condemned Tuesday's attack.",
            id="two attacks on Tuesday",
        ),
        pytest.param(
            "Gunmen shot dead a judge in Kelo. In Marek, the bodies of three men were found in an orchard.",
            id="bodies are found elsewhere",
        ),
        pytest.param(
            'The army said that 30 "terrorists" were neutralised.\n\nThe envoy condemned the massacre.',
            id="fighters neutralised are no massacre",
        ),
        pytest.param(
            "Some 4,200 people have been killed since 2016. No group has claimed responsibility for Wednesday's attack.",
            id="what has gone on since 2016",
        ),
        pytest.param(
            "Terrorist Attacks in Iraq\n\nISIL attacked a market in Baghdad.\nISIL attacked a bridge in Mosul.",
            id="several attacks under one head",
        ),
    ],
)
def test_what_only_shares_a_headline_stays_apart(text: str) -> None:
    assert ties(text) == set()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Market bombing kills nine\n\nA car bomb exploded at a market in Kelo on Friday.", "explosion"),
        ("Market bombing kills nine\n\nA suicide bomber struck a market in Kelo on Friday.", "suicide_attack"),
        ("Market bombing kills nine\n\nTwo jets struck a market in Kelo on Friday.", "air_strike"),
        ("Market bombing kills nine\n\nThe governor of Kelo spoke on Friday.", "air_strike"),
    ],
)
def test_a_bombing_is_of_the_bomb_its_report_tells_of(text: str, kind: str) -> None:
    record = read_report(report_of(text), shipped_tools())
    assert next(event.type for event in record.events if event.words == "bombing") == kind


@pytest.mark.parametrize(
    ("text", "words", "dead"),
    [
        ("Shelling kills nine in Koidu", "Shelling", "nine"),
        ("Bombing of market kills nine", "Bombing", "nine"),
        ("Airstrike kills 12 in Koidu", "Airstrike", "12"),
    ],
)
def test_what_kills_in_a_headline_is_one_event_with_its_dead(text: str, words: str, dead: str) -> None:
    (event,) = read_report(report_of(f"{text}\n\nThe governor spoke in Kenema."), shipped_tools()).events
    assert (event.words, [party.words for party in event.affected]) == (words, [dead])


def test_a_strike_told_on_another_day_is_of_the_day_that_names_it() -> None:
    text = "A strike on a market in Selvan has killed 43, it said on Tuesday.\n\nMore than 120 were hurt in Monday's strike."
    first, again = (e for e in read_report(report_of(text), shipped_tools()).events if e.words == "strike")
    assert again.same_as == first.id
    assert first.when is not None
    assert (first.when.start, first.when.basis) == ("2023-12-18", "context")


def test_two_strikes_told_before_are_not_one_by_its_day() -> None:
    text = "A strike in Selvan killed nine.\n\nA strike in Goma killed six.\n\nNobody has claimed Monday's strike."
    last = [e for e in read_report(report_of(text), shipped_tools()).events if e.words == "strike"][-1]
    assert last.same_as is None
