"""What dates an event: a relative clause that says when it took place, and a count of days that starts from it."""

import pytest

from builders import only, report_of, shipped_tools
from onrecord.flows.read import read_report

ROWS = """
The attack, which took place on 3 December, killed four people. => attack | 2023-12-03
The envoy condemned the attack on a bus, which happened outside Orlim on 19 September. => attack | 2023-09-19
An ambush that happened on Monday near Mopti left six soldiers dead. => ambush | 2023-12-18
A ceasefire that took effect on 1 June collapsed within hours. => ceasefire | 2023-06-01
The raid, which was carried out on 2 December, killed a guard. => raid | 2023-12-02
Police opened an investigation into the attack on the convoy, which took place on 3 December. => investigation | 2023-12-20
At least 11 people died on Friday when drones struck a depot, in the deadliest raid since the siege began in October. => struck | 2023-12-15
Envoys met in Nairobi on Thursday for the first time since March. They agreed to exchange prisoners. => agreed | 2023-12-14
Shelling has killed 40 people since the siege began in May. => siege | 2023-05-01
Two workers abducted on 4 June were released on 11 June. => abducted | 2023-06-04
A court jailed Dragan Milek for the murder of 16 farmers in Kolwe in February 1993. => jailed | 2023-12-20
A court jailed Dragan Milek for the murder of 16 farmers in Kolwe in February 1993. => murder | 1993-02-01
The ministers met on Monday. They agreed to meet again in September. => agreed | 2023-12-18
The armed forces fired 12 missiles on 12 April. Debris fell on a shed. Homes were burned. => burned | 2023-04-12
The toll of the attack on Saturday rose to 37 on Monday. Troops killed five attackers. => killed | 2023-12-16
In June, gunmen seized 300 boys from a school. They were freed after six days. => freed | 2023-06-01
The siege began on Monday after gunfire until dawn on Friday. Troops stormed the hall. => stormed | 2023-12-18
Two workers abducted on 4 June were released on 11 June. => released | 2023-06-11
Gunmen shot a mayor in Kolwe on 3 December. The governor condemned the attack. => attack | 2023-12-03
A bomb killed nine in Marek on 3 December. Another blew up near the market. => blew up | 2023-12-03
"""


@pytest.mark.parametrize(("sentence", "expected"), [line.split(" => ") for line in ROWS.strip().splitlines()])
def test_when_it_took_place(sentence: str, expected: str) -> None:
    trigger, day = expected.split(" | ")
    record = read_report(report_of(sentence), shipped_tools())
    event = only(event for event in record.events if trigger in event.words)
    assert event.when is not None
    assert event.when.start == day


COUNTED = """
Fifteen bodies were recovered on Sunday, two days after the strike on the market in Kolwe. => strike | 2023-12-15
On Monday, a day after gunmen killed nine soldiers, jets bombed the town. => killed | 2023-12-17
On Monday, a day after gunmen killed nine soldiers, jets bombed the town. => bombed | 2023-12-18
Two days after the strike on Kolwe, rescuers were still digging. => strike | 2023-12-18
The truce collapsed a week after the attack on Kolwe. => attack | 2023-12-13
The shelling on 14 December came two days before the attack on the bridge. => shelling | 2023-12-14
The shelling on 14 December came two days before the attack on the bridge. => attack | 2023-12-16
A farmer's body was found on Tuesday in Kolwe, two days after he was kidnapped. => kidnapped | 2023-12-17
On Tuesday, five days before the vote, a bomb killed four policemen in Kolwe. => vote | 2023-12-24
Hours after the attack, troops sealed the town. => attack | 2023-12-20
Gunmen ambushed a convoy near Orvane on Monday. Two days after the ambush, troops burned the village. => ambush | 2023-12-18
Two days after the October 7 assault, jets bombed the camp. => assault | 2023-10-07
Two days after the October 7 assault, jets bombed the camp. => bombed | 2023-10-09
A nurse died of her wounds on Friday, three days after the bombing of the clinic. => bombing | 2023-12-12
ON 12 DECEMBER, THREE DAYS AFTER THE AMBUSH NEAR SAN TELMO, A PATROL KILLED FIVE GUERRILLAS. => AMBUSH | 2023-12-09
ON 12 DECEMBER, THREE DAYS AFTER THE AMBUSH NEAR SAN TELMO, A PATROL KILLED FIVE GUERRILLAS. => KILLED | 2023-12-12
"""


@pytest.mark.parametrize(("text", "expected"), [line.split(" => ") for line in COUNTED.strip().splitlines()])
def test_what_a_count_of_days_starts_from_has_a_day_of_its_own(text: str, expected: str) -> None:
    trigger, day = expected.split(" | ")
    record = read_report(report_of(text), shipped_tools())
    event = only(event for event in record.events if event.words == trigger)
    assert event.when is not None
    assert event.when.start == day


@pytest.mark.parametrize(
    "text",
    [
        "Days after the attack on the prison, guards found two bodies.",
        "The journalist was abducted two weeks before the attack on the prison.",
    ],
)
def test_no_day_is_made_up_where_the_words_count_none(text: str) -> None:
    record = read_report(report_of(text), shipped_tools())
    assert only(event for event in record.events if event.words == "attack").when is None


@pytest.mark.parametrize(
    ("text", "words", "hit"),
    [
        ("The mayor was shot dead on Tuesday, three days after the bombing of the hall.", "bombing", False),
        ("Eleven miners were killed on Sunday, a day after rebels attacked a village.", "attacked", False),
        ("A nurse died of her wounds on Friday, three days after the bombing of the clinic.", "bombing", True),
        ("Eleven miners were killed after rebels attacked a village.", "attacked", True),
    ],
)
def test_who_is_killed_days_later_was_not_killed_by_it(text: str, words: str, hit: bool) -> None:
    event = only(e for e in read_report(report_of(text), shipped_tools()).events if e.words == words)
    assert any(party.words.split()[-1] in ("mayor", "miners", "nurse") for party in event.affected) is hit


@pytest.mark.parametrize(
    "text",
    [
        "Two years after the massacre, in which 300 people were killed, no one has been charged.",
        "Months after the attack that killed 12, families still wait.",
    ],
)
def test_what_happened_long_before_is_no_news_of_the_day(text: str) -> None:
    record = read_report(report_of(text), shipped_tools())
    told = [event for event in record.events if event.type == "attack"]
    assert told
    assert all(event.background and event.when is None for event in told)


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("Prosecutors opened a trial over the deaths of at least 214 people.", "deaths", None),
        ("Five inmates died in a riot, the third such outbreak at the jail this year.", "riot", "2023-12-20"),
        ("Former militia leader Joram Tesk killed two guards in Marek.", "killed", "2023-12-20"),
    ],
)
def test_what_is_tried_or_ranked_has_no_day_from_there(text: str, words: str, day: str | None) -> None:
    event = only(e for e in read_report(report_of(text), shipped_tools()).events if e.words == words)
    assert (None if event.when is None else event.when.start) == day


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        ("Thousands have been killed since the invasion began.", "invasion", None, None),
        ("The massacre is the worst since the coup of January 2022.", "massacre", "2023-12-20", "2023-12-20"),
        (
            "Jets hit a camp on 3 December. Kenya expresses its solidarity with it.",
            "expresses",
            "2023-12-20",
            "2023-12-20",
        ),
        ("Police arrested 14 men over the killing of Judge Hamid.", "killing", None, None),
        ("The car was hit. His guard died two days later.", "died", "2023-12-20", "2023-12-20"),
        ("A convoy which left Goma on Monday was hit. The envoy was killed.", "killed", "2023-12-20", "2023-12-20"),
        ("The trial opened on Monday. A widow testified that soldiers had burned the town.", "burned", None, None),
        (
            "Buses took 1,200 people away. The evacuation was the largest since 2016.",
            "evacuation",
            "2023-12-20",
            "2023-12-20",
        ),
        ("In June, a clash left 18 dead. The governor imposed a curfew.", "curfew", None, None),
        ("The mayor was murdered on 3 December. He had received death threats.", "death threats", None, "2023-12-03"),
        (
            "The general will sign the accord next week. The rebels threatened war.",
            "threatened",
            "2023-12-20",
            "2023-12-20",
        ),
        ("The Front freed four men it had held since 3 February.", "freed", "2023-12-20", "2023-12-20"),
        ("His body was found on 19 October on the road to Kolwe.", "body", None, "2023-10-19"),
        ("Diggers have found the bodies of nine men since Monday.", "bodies", None, None),
        (
            "In a report published on Monday, the monitor documented 78 killings by the brigade.",
            "killings",
            "2023-12-20",
            "2023-12-20",
        ),
    ],
)
def test_no_day_is_that_of_another_act(text: str, words: str, start: str | None, end: str | None) -> None:
    when = only(e for e in read_report(report_of(text), shipped_tools()).events if e.words == words).when
    assert (start, end) == (None, None) if when is None else (when.start, when.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Two aid workers were killed when their vehicle struck a landmine near Bala Murg.", "struck", "explosion"),
        ("A soldier stepped on a mine and lost a leg.", "stepped on", "explosion"),
        ("Unexploded ordnance killed two boys in Kelo on Monday.", "killed", "explosion"),
        ("Guards fired tear gas at the prisoners.", "fired", "crackdown"),
    ],
)
def test_mines_go_off_and_tear_gas_is_no_chemical_attack(text: str, words: str, kind: str) -> None:
    event = only(e for e in read_report(report_of(text), shipped_tools()).events if e.words == words)
    assert event.type == kind
    assert not any("mine" in party.words or "gas" in party.words for party in event.affected)
    assert not any("ordnance" in party.words for party in event.acting)


@pytest.mark.parametrize(
    "text",
    [
        "The army said on Tuesday that its men had killed nine rebels near Kelo.",
        "The army said in a statement on Tuesday that its men had killed nine rebels near Kelo.",
    ],
)
def test_the_day_something_is_told_is_not_firmly_its_own(text: str) -> None:
    event = only(e for e in read_report(report_of(text), shipped_tools()).events if e.words == "killed")
    assert event.when is not None
    assert (event.when.start, event.when.approximate) == ("2023-12-19", True)
