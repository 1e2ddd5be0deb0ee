"""Sentences of many conflicts and decades, one claim each: {who} <by which words> [says what].

Read with the shipped reader; every row holds with a stronger and with a weaker model alike.
"""

import re

import pytest

from builders import only, read, unmarked
from onrecord.model.claim import Claim
from onrecord.stages.attribute import attribute
from onrecord.stages.spot import spot_actors


def claims_in(text: str) -> tuple[Claim, ...]:
    report, passages, reading = read(text)
    actors = spot_actors(report, passages, reading)
    return attribute(report, passages, reading, actors=actors)


def core(pieces: list[str]) -> list[str]:
    """Return the words without marks at their ends and without a leading "that"."""
    words = [word.lower() for piece in pieces for word in re.findall(r"[\w$%]+", piece)]
    return words[1:] if words[:1] == ["that"] else words


SAY = [
    ("past", "{The governor} <said> [two bridges had been blown up near Izium]."),
    ("present", "{Kyiv} <says> [its drones hit an oil depot in Bryansk]."),
    ("perfect", "{The junta} <has said> [elections will be held next year]."),
    ("that", "{Police} <said> [that three men were arrested in Maiduguri]."),
    ("behind", "[Nine soldiers were killed in an ambush near Menaka], {the army} <said>."),
    ("inverted", "[Nine soldiers were killed in an ambush near Menaka], <said> {the army}."),
    ("announced", "{The ministry} <announced> [that the port would reopen on Monday]."),
    ("reported", "{The observatory} <reported> [that shells fell on the camp for three hours]."),
    ("added", "{He} <added> [that no civilians were hurt]."),
    ("told-outlet", "{A doctor in El Geneina} <told> the BBC [that the wards were full]."),
    ("told-us", "{A villager} <told> us [that the soldiers came at dawn]."),
    ("insisted", "{The general} <insisted> [that the road was open]."),
    ("argued", "{Lawyers} <argued> [that the trial was unfair]."),
    ("claimed", "{The militia} <claimed> [that it had shot down a drone]."),
    ("alleged", "{Prosecutors} <alleged> [that he ordered the killings in Srebrenica]."),
    ("noted", "{The envoy} <noted> [that both sides had kept the truce]."),
    ("explained", "{The mayor} <explained> [that the water had been cut to repair the pipes]."),
    ("wrote", "{The bishop} <wrote> [that his diocese was sheltering 400 families]."),
    ("according-first", "<According to> {the UN}, [half the town has fled]."),
    ("according-last", "[Half the town has fled], <according to> {the UN}."),
    ("according-name", "[Eleven miners are missing], <according to> {rescue chief Olena Moroz}."),
    ("long-speaker", "{The head of the Kachin relief committee} <said> [rice was running out]."),
    ("state", "{Rwanda} <said> [it had no troops in Congo]."),
    ("capital", "{Islamabad} <said> [the strikes killed eight people]."),
    ("day-inside", "{Officials} <said> [the dam broke on Tuesday morning]."),
    ("loose-end", "{The governor} <said> [he had information that rebels were behind it], but gave no evidence."),
    ("and-that", "{The army} <said> [that it held the airport and that the fighting was over]."),
    ("two-verbs", "{The police} <said> [the gunmen burned the post and fled]."),
    ("relative", "{The ministry} <said> [the men, who were unarmed, had been shot]."),
    ("figure", "{The Red Crescent} <said> [46 bodies were pulled from the rubble]."),
    ("vietnam-1968", "{An American spokesman} <said> [the base at Khe Sanh was under fire]."),
    ("bosnia-1993", "{A UN officer} <said> [Serb guns had fired on the market]."),
    ("colombia", "{The ombudsman} <said> [1,200 people had left the Baudo river]."),
    ("sahel", "{A local official} <said> [the jihadists had taken the grain]."),
    ("passive-quote", "{The minister} was quoted as <saying> [that the curfew would stay]."),
    ("middle", "[The rebels], {he} <said>, [have mined the road]."),
    ("fronted", "[In the south], {the governor} <said>, [the floods have stopped the fighting]."),
    ("bracket-time", "{The spokesman} <said> on Thursday [that the talks had failed]."),
    ("before-time", "On Thursday {the spokesman} <said> [that the talks had failed]."),
    ("in-statement", "{The front} <said> in a statement [that it would not disarm]."),
    ("reporters", "{The president} <told> reporters [that the army was in control]."),
    ("estimate-say", "{Aid workers} <said> [about 3,000 people were trapped in the church]."),
    ("negative-content", "{The army} <said> [it had not fired on the convoy]."),
    ("question-what", "{Survivors} <described> [how the soldiers separated the men from the women]."),
]

ACTS = [
    ("deny", "deny", "{The army} <denied> [that its jets bombed the school]."),
    ("deny-object", "deny", "{The ministry} <denied> [the report]."),
    ("deny-gerund", "deny", "{Uganda} <denied> [arming the rebels]."),
    ("dismiss", "deny", "{Damascus} <dismissed> [the accusation]."),
    ("confirm", "confirm", "{The governor} <confirmed> [that the bridge had fallen]."),
    ("confirm-object", "confirm", "{The airline} <confirmed> [the deaths of four crew members]."),
    ("admit", "confirm", "{The general} <admitted> [that his men had shot the prisoners]."),
    ("strongest", "accuse", "{The minister} <condemned> in the strongest terms [the shelling of the camp]."),
    ("accuse", "accuse", "{Khartoum} <accused> [Chad of sending arms across the border]."),
    ("blame", "accuse", "{The president} <blamed> [the guerrillas for the blast]."),
    ("condemn", "accuse", "{The African Union} <condemned> [the coup]."),
    ("denounce", "accuse", "{The bishop} <denounced> [the killing of two priests]."),
    ("criticise", "accuse", "{Amnesty International} <criticised> [the raids]."),
    ("demand", "demand", "{The widows} <demanded> [that the bodies be returned]."),
    ("demand-object", "demand", "{The students} <demanded> [the release of their leaders]."),
    ("order", "demand", "{The army} <ordered> [residents to leave the valley]."),
    ("call-for", "call_for", "{The pope} <called for> [an end to the siege]."),
    ("call-on", "call_for", "{Turkey} <called on> [both sides to stop firing]."),
    ("urge", "call_for", "{The envoy} <urged> [the warlords to meet in Nairobi]."),
    ("offer", "offer", "{The rebels} <offered> [to free the captured officers]."),
    ("propose", "offer", "{Qatar} <proposed> [a truce of six weeks]."),
    ("refuse", "refuse", "{The militia} <refused> [to leave the barracks]."),
    ("reject", "refuse", "{Moscow} <rejected> [the plan]."),
    ("rule-out", "refuse", "{The premier} <ruled out> [talks with the separatists]."),
    ("vow", "vow", "{The prime minister} <vowed> [to crush the revolt]."),
    ("pledge", "vow", "{Norway} <pledged> [to rebuild the clinic]."),
    ("promise", "vow", "{The junta} <promised> [to hold elections]."),
    ("warn", "warn", "{The UN} <warned> [that famine was near in Tigray]."),
    ("threaten", "threaten", "{The kidnappers} <threatened> [to kill the engineer]."),
    ("estimate", "estimate", "{The agency} <estimated> [that 9,000 people had drowned]."),
    ("believe", "believe", "{Investigators} <believe> [the bomb was hidden in a cart]."),
    ("fear", "believe", "{Fishermen} <fear> [that the navy will sink their boats]."),
    ("hope", "believe", "{Families} <hope> [that the truce will hold]."),
    ("think", "believe", "{Diplomats} <think> [the general is bluffing]."),
    ("suspect", "believe", "{Police} <suspect> [that the fire was set by a rival clan]."),
]

QUOTES = [
    ("double", "direct", '["We have no water left,"] {the nurse} <said>.'),
    ("curly", "direct", "[“We have no water left,”] {the nurse} <said>."),
    ("single", "direct", "['We have no water left,'] {the nurse} <said>."),
    ("single-by-double", "direct", "['We have no water left,”] {the nurse} <said>."),
    ("said-first", "direct", "{The nurse} <said>: [“We have no water left.”]"),
    ("said-after", "direct", "[“They came at night,”] <said> {Hassan Idris}."),
    ("goes-on", "direct", "[“They came at night,”] {he} <said>. [“We ran into the fields.”]"),
    ("parted", "direct", "[“They came,”] {he} <said>, [“and burned every house.”]"),
    ("question", "direct", "[“Where are our sons?”] {she} <asked>."),
    ("shout", "direct", "[“Free Aleppo!”] {the crowd} <shouted>."),
    ("two-sentences", "direct", "[“We will not leave. This is our land,”] {the chief} <said>."),
    ("told", "direct", "[“The shells fall every hour,”] {a teacher} <told> Reuters."),
    ("word", "mixed", "{The colonel} <said> [the raid was “a complete success”]."),
    ("half", "mixed", "{The premier} <said> [that his soldiers “will not stop until the last hostage is home”]."),
    ("called", "mixed", "{Tehran} <called> [the strike “an act of terror”]."),
    ("vowed", "mixed", "{The leader} <vowed> [that his army “will march to the sea”]."),
    ("wrote-colon", "direct", "{The commander} <wrote>: [“The town is ours.”]"),
    (
        "long",
        "direct",
        "[“We counted the dead twice, and each time there were more of them,”] {Father Emeka Obi} <said>.",
    ),
]

CAPITALS = [
    ("said", "{THE COLONEL} <SAID> [THAT EIGHT REBELS DIED IN THE CLASH]."),
    ("reported", "{THE POLICE} <REPORTED> [THAT THE BOMB KILLED A GUARD]."),
    ("according", "<ACCORDING TO> {THE ARMY}, [THE GUERRILLAS FLED TO HONDURAS]."),
    ("behind", "[TWO PYLONS WERE BLOWN UP], {THE POWER COMPANY} <SAID>."),
    ("added", "{THE MINISTER} <ADDED> [THAT THE CURFEW WOULD BE LIFTED]."),
    ("stated", "{THE BISHOP} <STATED> [THAT THE CHURCH WOULD MEDIATE]."),
    ("today", "{THE SPOKESMAN} <SAID> TODAY [THAT THE ROAD TO THE COAST WAS CUT]."),
    ("quoted", '["THEY KILLED MY BROTHER,"] {THE WOMAN} <SAID>.'),
]


@pytest.mark.parametrize("marked", [pytest.param(row[1], id=row[0]) for row in SAY])
def test_attribute_finds_who_says_what(marked: str) -> None:
    assert_claim(marked, act="say", mode="indirect")


@pytest.mark.parametrize(("act", "marked"), [pytest.param(row[1], row[2], id=row[0]) for row in ACTS])
def test_attribute_tells_the_act(act: str, marked: str) -> None:
    assert_claim(marked, act=act, mode="indirect")


@pytest.mark.parametrize(("mode", "marked"), [pytest.param(row[1], row[2], id=row[0]) for row in QUOTES])
def test_attribute_tells_quoted_from_reported_words(mode: str, marked: str) -> None:
    assert_claim(marked, act=None, mode=mode)


@pytest.mark.parametrize("marked", [pytest.param(row[1], id=row[0]) for row in CAPITALS])
def test_attribute_reads_cables_in_capitals(marked: str) -> None:
    assert_claim(marked, act="say", mode=None)


def assert_claim(marked: str, *, act: str | None, mode: str | None) -> None:
    text, words = unmarked(marked)
    claim = only(claims_in(text))
    assert [party.words for party in claim.speakers] == words["{"]
    assert core([quote.words for quote in claim.content]) == core(words["["])
    assert claim.cue is not None
    assert words["<"][0] in claim.cue.words
    assert act is None or claim.act == act
    assert mode is None or claim.mode == mode


SILENT = [
    ("reportedly", "Twelve people were reportedly killed when the ferry sank."),
    ("allegedly", "The captain allegedly sold the weapons."),
    ("thought", "The hostages are thought to be in the mountains."),
    ("expected", "The talks are expected to resume next week."),
    ("plain", "Gunmen attacked a bus near Jos and killed four passengers."),
    ("no-comment", "The company declined to comment."),
    ("did-not-say", "The army did not say how many soldiers had died."),
    ("shows", "The map shows the villages along the river."),
    ("vote", "The council will vote on Friday."),
    ("visit", "The minister travelled to Geneva to discuss the truce."),
    ("anyone", "Nobody knows how the fire began."),
    ("history", "The war began in 1998 and has killed thousands of people."),
    ("demand-noun", "The demands of the miners were met after a week."),
    ("agreed", "The two sides signed an agreement in Addis Ababa."),
    ("capitals", "A CAR BOMB DESTROYED THE BANK AND KILLED TWO GUARDS."),
    ("look", "Villagers look at the ruins of the mosque."),
]


@pytest.mark.parametrize("text", [pytest.param(row[1], id=row[0]) for row in SILENT])
def test_attribute_leaves_the_reports_own_voice_alone(text: str) -> None:
    assert claims_in(text) == ()


CHARGED = [
    ("The murder was attributed to the death squads.", []),
    ("The rebels were held responsible by the minister for the attack.", ["the minister"]),
    ("The Orvane government holds the Northern Front and its allies responsible for it.", ["The Orvane government"]),
    ("Police attributed the killing to a drug gang.", ["Police"]),
]


@pytest.mark.parametrize(("text", "speakers"), CHARGED)
def test_whoever_is_held_responsible_does_not_speak(text: str, speakers: list[str]) -> None:
    claim = only(claims_in(text))
    assert claim.act == "accuse"
    assert [party.words for party in claim.speakers] == speakers
