"""Sources that are no plain subject of "said": texts that somebody made, headlines, names in apposition, clauses.

Rows give (text, [(speaker's words, actor's name or None, content)]), read as the flow reads it.
"""

import pytest

from builders import report_of, shipped_tools
from onrecord.flows.read import read_report
from onrecord.model.record import Record


def read_whole(text: str) -> Record:
    return read_report(report_of(text), shipped_tools())


def told(text: str) -> list[tuple[str, str | None, str]]:
    whole = read_whole(text)
    names = {actor.id: actor.name for actor in whole.actors}
    return [
        (
            " & ".join(party.words for party in claim.speakers),
            next((names[party.actor] for party in claim.speakers if party.actor is not None), None),
            " … ".join(quote.words for quote in claim.content),
        )
        for claim in whole.claims
    ]


FINDINGS = [
    (
        "Casualty figures compiled by three ministries showed that 382 people were killed in May.",
        [("Casualty figures compiled by three ministries", "ministries", "that 382 people were killed in May")],
    ),
    (
        "A survey by Relief International found that 60 percent of families had fled.",
        [("A survey by Relief International", "Relief International", "that 60 percent of families had fled")],
    ),
    (
        "Government data indicate that 1,200 people were killed last year.",
        [("Government data", None, "that 1,200 people were killed last year")],
    ),
    (
        "Hospital records seen by the Gazette show that 41 patients died.",
        [("Hospital records seen by the Gazette", None, "that 41 patients died")],
    ),
    ("Satellite images show that 400 houses were burned.", []),
    ("The map shows the villages along the river.", []),
]

HEADLINES = [
    (
        "Myanlar: Junta air strike kills 11, including seven children – residents\n\nA helicopter fired on Friday.",
        [("residents", "residents", "Junta air strike kills 11, including seven children")],
    ),
    ("Nigeria: Gunmen kill 18 in raid on mining town\n\nGunmen raided a town on Friday.", []),
    ("Burkina Faso attack: 'At least 55 killed' in Seytenga\n\nAn attack took place.", []),
    (
        "DR Congo: Rebels seize gold town - officials\n\nRebels took a town.",
        [("officials", "officials", "Rebels seize gold town")],
    ),
    (
        "Blast in Garsaal market kills nine: officials\n\nA bomb went off on Friday.",
        [("officials", "officials", "Blast in Garsaal market kills nine")],
    ),
    (
        "Drone strike kills three in Velk region — governor\n\nA drone struck on Friday.",
        [("governor", None, "Drone strike kills three in Velk region")],
    ),
    (
        "UN: Two aid workers dead after convoy hit in Belmara\n\nThe convoy was hit on Friday.",
        [("UN", "UN", "Two aid workers dead after convoy hit in Belmara")],
    ),
]

HEADLINES += [
    (
        "Kharvin mayor: 3 dead in drone attack; Moska says it downed 52 drones\n\nDrones came.",
        [
            ("Kharvin mayor", "mayor", "3 dead in drone attack"),
            ("Moska", "Moska", "it downed 52 drones"),
        ],
    ),
    (
        "Gunmen free 24 students, parents say; government denies payment\n\nThey were freed.",
        [("parents", None, "Gunmen free 24 students"), ("government", "government", "payment")],
    ),
    (
        'Sarabia: Opposition says 60 dead in crackdown, state TV speaks of "rioters"\n\nMany died.',
        [("Opposition", "Opposition", "60 dead in crackdown"), ("state TV", None, '"rioters"')],
    ),
    (
        'The army kills 19 "terrorists", JNIS claims attack on Gossa camp\n\nMen fell.',
        [("JNIS", "JNIS", "attack on Gossa camp")],
    ),
    (
        "Mexar: prosecutor says 43 trainees 'were never at the dump'\n\nThey were gone.",
        [("prosecutor", "prosecutor", "43 trainees 'were never at the dump'")],
    ),
    ("Women wait for bread in Khartoum on April 30. Photo: Amira Osman/AFP\n\nThe road was cut.", []),
    ("Situation report of 12 August: Keren Front\n\nThe road was cut.", []),
    ("Statement by the Spokesperson for the Secretary-General on Merava\n\nThe road was cut.", []),
]

CLAUSES = [
    (
        "No group has claimed that attack. The Jund al-Sahra group claimed an ambush last month in which it said 31 soldiers were killed.",
        [
            (
                "The Jund al-Sahra group",
                "Jund al-Sahra",
                "an ambush last month in which it said 31 soldiers were killed",
            ),
            ("it", "Jund al-Sahra", "31 soldiers were killed"),
        ],
    ),
    (
        "The administration said that five civilians were hurt by shelling which it blamed on government forces.",
        [
            (
                "The administration",
                "administration",
                "that five civilians were hurt by shelling which it blamed on government forces",
            ),
            ("it", "administration", "shelling … on government forces"),
        ],
    ),
    ("The attackers, thought to belong to the Karo group, arrived at dawn.", []),
    ("The gunmen, believed to be members of a clan, killed nine people.", []),
]

APPOSED = [
    (
        "Four drivers are missing, their employer, Nordic Relief, confirmed. It said it had lost contact with them.",
        [
            ("their employer, Nordic Relief", "Nordic Relief", "Four drivers are missing"),
            ("It", "Nordic Relief", "it had lost contact with them"),
        ],
    ),
    (
        "Its spokesman, Omar Tal, said the bridge was down.",
        [("Its spokesman, Omar Tal", "Omar Tal", "the bridge was down")],
    ),
    (
        "RADIO LIBERTAD, THE REBELS' CLANDESTINE STATION, CLAIMED THAT 80 SOLDIERS DIED. THE STATION SAID 4 REBELS DIED.",
        [
            ("RADIO LIBERTAD", "RADIO LIBERTAD", "THAT 80 SOLDIERS DIED"),
            ("THE STATION", "RADIO LIBERTAD", "4 REBELS DIED"),
        ],
    ),
]

TEXTS = [
    (
        "The Command has issued communique No 114, which says: Our men attacked a camp, killing 73 soldiers.",
        [("The Command", None, "Our men attacked a camp, killing 73 soldiers")],
    ),
    (
        "The group released a statement that said 12 soldiers had surrendered.",
        [("The group", "group", "12 soldiers had surrendered")],
    ),
    (
        "The envoy welcomed the panel's report, which found that jets had hit the convoy.",
        [
            ("The envoy", "envoy", "the panel's report, which found that jets had hit the convoy"),
            ("the panel's report", "panel", "that jets had hit the convoy"),
        ],
    ),
    ("The rebels published a list which says 40 were killed.", [("The rebels", "rebels", "40 were killed")]),
    (
        "Citing two officials, Reuters said that 40 men had been freed.",
        [("Reuters", "Reuters", "that 40 men had been freed")],
    ),
    ("The agency put it at 12, citing figures of the police.", [("The agency", "agency", "it at 12")]),
    (
        "The premier cited the audit as the reason.",
        [("The premier", "premier", "the audit as the reason")],
    ),
    ("The minister left, citing security concerns.", [("The minister", "minister", "security concerns")]),
    (
        "State television quoted the general as saying 12 had died. The agency cited witnesses as saying shots were fired.",
        [("the general", "general", "12 had died"), ("witnesses", "witnesses", "shots were fired")],
    ),
    (
        "A UN panel of experts found in 2020 that the army had executed 14 shepherds.",
        [("A UN panel of experts", "UN panel", "that the army had executed 14 shepherds")],
    ),
    (
        "The council said it was alarmed by reports that 40 people had been shot.",
        [
            ("The council", "council", "it was alarmed by reports that 40 people had been shot"),
            ("it", "council", "by reports that 40 people had been shot"),
        ],
    ),
    (
        "I write on behalf of the families of the 43 fishermen who disappeared. The navy told us no boat was stopped.",
        [("The navy", "navy", "no boat was stopped")],
    ),
    (
        "The ministers of Canada and Norway, and the envoy of the African Union, issued this statement:\n\n"
        "“We are alarmed.”",
        [("The ministers of Canada and Norway & the envoy of the African Union", "ministers", "“We are alarmed.”")],
    ),
]

AGAIN = [
    (
        "According to a report by Sun Well, 31 people starved. The report says nine were children.",
        [
            ("a report by Sun Well", "Sun Well", "31 people starved"),
            ("The report", "Sun Well", "nine were children"),
        ],
    ),
    (
        "The army said in a statement that two men fell. The statement put rebel losses at 30.",
        [
            ("The army", "army", "that two men fell"),
            ("The statement", "army", "rebel losses at 30"),
        ],
    ),
    ("The report says nine were children.", [("The report", None, "nine were children")]),
    (
        "Taras Shuv governs Lom. The president of the country said two died. He added that it was over.",
        [
            ("The president of the country", "president of the country", "two died"),
            ("He", "president of the country", "that it was over"),
        ],
    ),
    (
        "Yakub Danla leads the school. An officer said two men paid. The men, he said, left. Two were shot, he added.",
        [
            ("An officer", "officer", "two men paid"),
            ("he", "officer", "The men … left"),
            ("he", "officer", "Two were shot"),
        ],
    ),
    (
        "Haidar Jabri leads the army. One of them said he had counted 23. “Most were fighters,” he said.",
        [("One of them", None, "he had counted 23"), ("he", None, "“Most were fighters,”")],
    ),
    (
        "Asked whether the city could be held, a senior commander said, “For now, yes.”",
        [("a senior commander", "senior commander", "“For now, yes.”")],
    ),
    (
        "The agency says 12,500 fled, a figure disputed by the council, which says it is closer to 70,000.",
        [
            ("The agency", "agency", "12,500 fled"),
            ("the council", "council", "it is closer to 70,000"),
        ],
    ),
    (
        "A police officer, who declined to be named as he was not allowed to speak, said the money was paid.",
        [("A police officer", "police officer", "the money was paid")],
    ),
]

OTHERS = [
    (
        "The Command denies that our forces have left the town, as Radio Cuscat has reported.",
        [
            ("The Command", None, "that our forces have left the town"),
            ("Radio Cuscat", "Radio Cuscat", "that our forces have left the town"),
        ],
    ),
    (
        "The delegate added that three had drowned, while the mayor of Kahova has reported five deaths.",
        [
            ("The delegate", None, "that three had drowned"),
            ("the mayor of Kahova", "mayor of Kahova", "five deaths"),
        ],
    ),
    (
        "The priest had been told by nuns that 30 civilians had died.",
        [("nuns", None, "that 30 civilians had died")],
    ),
    (
        "Earlier reports that put the toll at 150 were wrong, she said.",
        [("she", None, "Earlier reports that put the toll at 150 were wrong")],
    ),
    (
        "A vigilante, Bulama Goni, contradicted him: “There were no soldiers there. We lost four of our own.”",
        [("A vigilante, Bulama Goni", "Bulama Goni", "“There were no soldiers there. We lost four of our own.”")],
    ),
    ("The Gazette was unable to confirm the accounts of the women.", []),
    (
        "Petar Vasko fled. Vasko's office said the road was cut.",
        [("Vasko's office", "Vasko's office", "the road was cut")],
    ),
    (
        "Details: “Four people were killed,” Hnat wrote.",
        [("Hnat", "Hnat", "“Four people were killed,”")],
    ),
    ("Source: Governor Pavlo Hnat on his channel\n\nThe road was cut.", []),
]

OTHERS += [
    (
        "President Gustavo Petrel said Wednesday that peace talks with the rebels would go on, hours after the guerrillas"
        " killed nine soldiers with explosives in Norte, according to the military.",
        [
            (
                "President Gustavo Petrel",
                "Gustavo Petrel",
                "that peace talks with the rebels would go on, hours after the guerrillas killed nine soldiers with"
                " explosives in Norte",
            ),
            ("the military", "military", "hours after the guerrillas killed nine soldiers with explosives in Norte"),
        ],
    ),
    (
        "Relatives of the captives blocked a road, demanding that the government accept a proposal under which, according to mediators, ten"
        " hostages would be freed.",
        [
            (
                "Relatives of the captives",
                "relatives",
                "that the government accept a proposal under which, according to mediators, ten hostages would be freed",
            ),
            ("mediators", "mediators", "ten hostages would be freed"),
        ],
    ),
    (
        "The men died, according to a statement authenticated by the specialised site Sito.",
        [("a statement authenticated by the specialised site Sito", None, "The men died")],
    ),
    (
        "A letter sent by the mayor said two died.",
        [("A letter sent by the mayor", "mayor", "two died")],
    ),
    ("Both sides committed acts that may amount to war crimes.", []),
    ("The rebels committed to a truce of ten days.", [("The rebels", "rebels", "a truce of ten days")]),
    (
        "The head of the delegation asked the rebels to explain what happened.",
        [("The head of the delegation", "head of the delegation", "the rebels to explain what happened")],
    ),
    (
        "A commander said two fell. Rebel commander Sirwan Barza fled.",
        [("A commander", "commander", "two fell")],
    ),
]

ACCOUNTS = [
    (
        "Mariama Dan survived. This is her account.\n\n“We were 31 on the bus, I thought. They stopped us.\n\n"
        "“When the soldiers came they counted 28 dead.”",
        [
            ("Mariama Dan", "Mariama Dan", "“We were 31 on the bus, I thought. They stopped us"),
            ("Mariama Dan", "Mariama Dan", "“When the soldiers came they counted 28 dead.”"),
        ],
    ),
    (
        "One survivor spoke.\n\n“We were 31 on the bus. They stopped us near the bridge.”",
        [("", None, "“We were 31 on the bus. They stopped us near the bridge.”")],
    ),
    (
        "The Command informs the public that:\n\n1. The camp was destroyed today.\n\n2. Fourteen men died in combat.",
        [
            ("The Command", None, "The camp was destroyed today"),
            ("The Command", None, "Fourteen men died in combat"),
        ],
    ),
]

OTHERS += [
    (
        "At least 31 people were killed when jets dropped bombs on a market in Kuma, an activist group said on Friday, an"
        " allegation the military denied as “fabricated”.",
        [
            (
                "an activist group",
                "activist group",
                "At least 31 people were killed when jets dropped bombs on a market in Kuma",
            ),
            ("the military", "military", "as “fabricated”"),
        ],
    ),
    (
        "Experts appointed by the commission had found that the fire described by witnesses was impossible.",
        [
            (
                "Experts appointed by the commission",
                "experts",
                "that the fire described by witnesses was impossible",
            ),
            ("witnesses", "witnesses", "the fire"),
        ],
    ),
    ("One detainee, identified only as “Juan”, fled.", []),
    (
        "The council said it was counting the dead, and vowed justice.",
        [("The council", "council", "it was counting the dead"), ("The council", "council", "justice")],
    ),
    (
        "A relative, who asked that his name not be used for fear of reprisals, said the family had been called.",
        [("A relative", "relative", "the family had been called")],
    ),
    (
        "“When I woke up, I said, ‘Mama?’ She did not answer,” Olha recalls.",
        [("Olha", "Olha", "“When I woke up, I said, ‘Mama?’ She did not answer,”")],
    ),
    (
        "Residents gave tolls of between 40 and 51.",
        [("Residents", "residents", "tolls of between 40 and 51")],
    ),
]

TURNS = [
    (
        "PRESIDENT: Our forces struck the camp last night. Nine men fell.\n\nThe opposition claims they were villagers."
        "\n\nQUESTION: Mr. President, the Red Cross says it has evacuated nine civilians. Why?\n\n"
        "PRESIDENT: The Red Cross does its work well.",
        [
            ("PRESIDENT", "PRESIDENT", "Our forces struck the camp last night. Nine men fell"),
            ("PRESIDENT", "PRESIDENT", "The opposition claims they were villagers"),
            ("The opposition", "opposition", "they were villagers"),
            ("the Red Cross", "Red Cross", "it has evacuated nine civilians"),
            ("PRESIDENT", "PRESIDENT", "The Red Cross does its work well"),
        ],
    ),
    (
        "Colonel Petro Marchuk commands the Ninth Brigade.\n\nQ: How many men have you lost?\n\n"
        "A: Fewer than they have. We counted 140 of their dead.\n\nMARCHUK: Nobody has enough shells here.",
        [
            ("A", "Petro Marchuk", "Fewer than they have. We counted 140 of their dead"),
            ("MARCHUK", "Petro Marchuk", "Nobody has enough shells here"),
        ],
    ),
    (
        "RT @DrAissata: We have received 19 bodies at the hospital. This is no rumour.",
        [("@DrAissata", None, "We have received 19 bodies at the hospital. This is no rumour")],
    ),
    (
        "Interview with Dr. Salma Nour, a surgeon\n\nWhat do you see?\n\nWe received 130 wounded on Friday.\n\n"
        "How many staff have you lost?\n\nEleven, and my best friend among them.",
        [
            ("Salma Nour", "Salma Nour", "We received 130 wounded on Friday"),
            ("Salma Nour", "Salma Nour", "Eleven, and my best friend among them"),
        ],
    ),
    (
        "The war of Salma Nour explained\n\nWhat happened?\n\nWe do not know yet.\n\nWho died?\n\nNine men died here.",
        [],
    ),
    (
        "Dear Sir,\n\nThe navy told us no boat was stopped. We ask that the UN open an inquiry.\n\nYours sincerely,\n"
        "Carmen Ortuzar\nFamilies of the Disappeared",
        [
            ("The navy", "navy", "no boat was stopped"),
            ("We", "Carmen Ortuzar", "that the UN open an inquiry"),
        ],
    ),
    (
        "@Velmar_News1 BREAKING: explosion heard in central Korsk near the station. Two ambulances on scene.",
        [("@Velmar_News1", "Velmar", "explosion heard in central Korsk near the station. Two ambulances on scene")],
    ),
    (
        "“We left,” Petar Vasko said.\n\n“MARCHUK: How many of you were there?”",
        [
            ("Petar Vasko", "Petar Vasko", "“We left,”"),
            ("“MARCHUK", "MARCHUK", "How many of you were there?”"),
        ],
    ),
    ("Plan A: Gunmen took the bridge on Friday.", []),
]

ROWS = [*FINDINGS, *HEADLINES, *CLAUSES, *APPOSED, *TEXTS, *AGAIN, *OTHERS, *ACCOUNTS, *TURNS]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_who_stands_behind_it(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    assert told(text) == expected


def test_what_is_said_of_a_noun_is_inside_the_claim_around_it() -> None:
    outer, inner = read_whole(CLAUSES[1][0]).claims
    assert inner.parent == outer.id


@pytest.mark.parametrize(
    "text",
    [
        "Three bombs struck the capital, police said, a day after the premier survived an attempt.",
        "One soldier died of wounds, the military said, bringing the number of deaths this month to 14.",
    ],
)
def test_the_time_of_a_clause_behind_the_cue_is_not_when_it_was_said(text: str) -> None:
    assert [claim.said for claim in read_whole(text).claims] == [None]


CABLE = """\
CONFIDENTIAL SECTION 01 OF 02 SAN OLIVA 04512
SUBJECT: ATTACK ON QUILPO GARRISON, 17 OCTOBER

1. (C) SUMMARY: THE ARMY SAYS 12 SOLDIERS DIED. END SUMMARY.

2. (C/NF) ACCORDING TO THE PRESS OFFICE, THE ATTACK LASTED FOUR HOURS.

3. (SBU) RADIO LIBERTAD CLAIMED THAT 80 SOLDIERS WERE KILLED. COMMENT: THE REBELS INFLATE THEIR CLAIMS. END COMMENT.

4. (U) COMMENT: NINE OR MORE DIED.
"""


def test_the_markings_of_a_cable_are_no_part_of_what_is_said() -> None:
    assert [(who, content) for who, _, content in told(CABLE)] == [
        ("THE ARMY", "12 SOLDIERS DIED"),
        ("THE PRESS OFFICE", "THE ATTACK LASTED FOUR HOURS"),
        ("RADIO LIBERTAD", "THAT 80 SOLDIERS WERE KILLED"),
    ]
