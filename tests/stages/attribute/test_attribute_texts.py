"""Short texts of several sentences: who goes on speaking, who "he" is, what is nested in what, and on what ground."""

import pytest

from builders import only, report_of, shipped_reader
from onrecord.model.claim import Claim
from onrecord.stages.attribute import attribute
from onrecord.stages.segment import segment
from onrecord.stages.spot import spot_actors
from onrecord.stages.when import find_times

Told = tuple[str, str | None, str]


def heard(text: str) -> tuple[tuple[Claim, ...], dict[str | None, str]]:
    """Return the claims of `text` and the names of its actors, read as the flow reads it."""
    report = report_of(text)
    passages = segment(report)
    reading = shipped_reader().read(report, passages)
    times = find_times(report, passages, reading)
    actors = spot_actors(report, passages, reading)
    claims = attribute(report, passages, reading, actors=actors, times=times)
    return claims, {actor.id: actor.name for actor in actors}


def told(text: str) -> list[Told]:
    """Return (speaker's name, cue, content) of each claim."""
    claims, names = heard(text)
    return [
        (
            " & ".join(names.get(party.actor, f"?{party.words}") for party in claim.speakers),
            claim.cue.words if claim.cue else None,
            " … ".join(quote.words for quote in claim.content),
        )
        for claim in claims
    ]


SPEAKERS = [
    ("he", "Salim Omar heads the council. He said the wells were dry.", "Salim Omar"),
    ("she", "Judge Rosa Lima opened the hearing. She said the army had lied.", "Rosa Lima"),
    (
        "surname",
        "Interior Minister Petar Dukic resigned on Friday. Dukic said the cabinet was split.",
        "Petar Dukic",
    ),
    ("title", "President Amadou Diarra fled. The president said he would return.", "Amadou Diarra"),
    (
        "group",
        "The Free Valley Front, a rebel group, seized the town. The group said it met no resistance.",
        "Free Valley Front",
    ),
    ("agency", "The aid agency Blue Lantern runs the camp. The agency said food was short.", "Blue Lantern"),
    ("ministry", "The health ministry published a list. The ministry said 90 names were missing.", "health ministry"),
    (
        "acronym",
        "The Eastern Liberation Army (ELA) freed the pilots. The ELA said it wanted talks.",
        "Eastern Liberation Army",
    ),
    ("army-idf", "The IDF entered Jenin. The Israeli army said it found a tunnel.", "IDF"),
    ("it-ministry", "The defence ministry showed a video. It said the ship had been hit.", "defence ministry"),
    ("appos-title", "The rebels' spokesman, Idris Bello, said the town was theirs.", "Idris Bello"),
    ("title-before", "Army chief of staff Lieutenant General Joao Pinto said the coup had failed.", "Joao Pinto"),
    ("rank", "Maj. Gen. Viktor Sych said the line had held.", "Viktor Sych"),
    ("who", "Fatou Sow, who runs the clinic, said it had been looted twice.", "Fatou Sow"),
    (
        "spokesman-for",
        "A spokesman for the Rapid Support Forces said the city was calm.",
        "spokesman for the Rapid Support Forces",
    ),
    ("nation", "Rwanda closed the border. Kigali said the step was temporary.", "Rwanda"),
]


@pytest.mark.parametrize(("text", "name"), [pytest.param(*row[1:], id=row[0]) for row in SPEAKERS])
def test_attribute_ties_the_speaker_to_the_actor(text: str, name: str) -> None:
    assert [who for who, _, _ in told(text)] == [name]


TEXTS: list[tuple[str, str, list[Told]]] = [
    (
        "paragraphs",
        "“They shelled us for an hour,” Omar Latif said.\n\n“Then the tanks came.”\n\n“We hid in the well.”",
        [
            ("Omar Latif", "said", "“They shelled us for an hour,”"),
            ("Omar Latif", None, "“Then the tanks came.”"),
            ("Omar Latif", None, "“We hid in the well.”"),
        ],
    ),
    (
        "unclosed-paragraphs",
        "“They shelled us for an hour,” Omar Latif said. “It was the worst night.\n\n“Then the tanks came.”",
        [
            ("Omar Latif", "said", "“They shelled us for an hour,” … “It was the worst night"),
            ("Omar Latif", None, "“Then the tanks came.”"),
        ],
    ),
    (
        "set-out",
        "Foreign Secretary Jane Holloway said:\n\nThe attack was a crime.\n\nThose behind it will be held to account.",
        [
            ("Jane Holloway", "said", "The attack was a crime"),
            ("Jane Holloway", None, "Those behind it will be held to account"),
        ],
    ),
    (
        "set-out-quoted",
        "Commander Ali Reza issued the following statement:\n\n“Our units have left the town.”\n\nThe convoy arrived on Monday.",
        [("Ali Reza", "issued", "“Our units have left the town.”")],
    ),
    (
        "label",
        "Mayor Ivan Petrenko: “The bridge is gone.”",
        [("Ivan Petrenko", None, "“The bridge is gone.”")],
    ),
    (
        "transcript",
        "General Ortega: “How many were killed?”\n\nColonel Ruiz: “We counted nine bodies.”",
        [("Ortega", None, "“How many were killed?”"), ("Ruiz", None, "“We counted nine bodies.”")],
    ),
    (
        "headline-label",
        "UNICEF: Four million children out of school in Sudan\n\nThe war has closed most schools.",
        [("UNICEF", None, "Four million children out of school in Sudan")],
    ),
    ("toll-head", "Velmora: 5 dead\n\nGunmen came to the village of Velmora on Tuesday.", []),
    ("toll-head-more", "Velmora: at least 9 displaced people killed\n\nBombs fell on Velmora.", []),
    ("toll-head-town", "Kaduna: Bandits kill 12 in village raid\n\nTwelve people died on Monday.", []),
    (
        "toll-speaker",
        "UNICEF: 40 children killed in May\n\nThe war goes on.",
        [("UNICEF", None, "40 children killed in May")],
    ),
    (
        "toll-general",
        "Kovacs: 5 dead after clash\n\nGeneral Ivan Kovacs leads the northern army.",
        [("Ivan Kovacs", None, "5 dead after clash")],
    ),
    (
        "sign-off",
        "Nine dead in raid on market near Jos – police\n\nThe raid took place on Sunday.",
        [("police", None, "Nine dead in raid on market near Jos")],
    ),
    (
        "quote-sign-off",
        "“No one will be forgotten.” – President Sela Tamm",
        [("Sela Tamm", None, "“No one will be forgotten.”")],
    ),
    (
        "aside",
        "The Nuba Front vowed to fight on, ruling out talks with the junta.",
        [("Nuba Front", "vowed", "to fight on"), ("Nuba Front", "ruling out", "talks with the junta")],
    ),
    (
        "and-accused",
        "Chad denied the raid and accused Sudan of lying.",
        [("Chad", "denied", "the raid"), ("Chad", "accused", "Sudan of lying")],
    ),
    (
        "saying",
        "Israel blamed Hezbollah for the strike, saying it had used a drone.",
        [("Israel", "blamed", "Hezbollah for the strike"), ("Israel", "saying", "it had used a drone")],
    ),
    (
        "two-sides",
        "Russia said it had taken the village. Ukraine denied it.",
        [("Russia", "said", "it had taken the village"), ("Ukraine", "denied", "it")],
    ),
    (
        "according-and-says",
        "Some 800 families have left, according to the aid group Sun Well. Another 200 will go, the group says.",
        [
            ("Sun Well", "according to", "Some 800 families have left"),
            ("Sun Well", "says", "Another 200 will go"),
        ],
    ),
    (
        "own-text",
        "The United States condemns the bombing of the mosque in Kunduz. We offer our condolences to the families.",
        [("United States", "condemns", "the bombing of the mosque in Kunduz")],
    ),
    (
        "we-condemn",
        "Canada condemns the coup. We call on the army to free the president.",
        [("Canada", "condemns", "the coup"), ("Canada", "call on", "the army to free the president")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*row[1:], id=row[0]) for row in TEXTS])
def test_attribute_reads_short_texts(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


NESTED = [
    ("denied", "State radio said the army had denied that its jets struck the clinic."),
    ("told", "Police said witnesses had told them that the gunmen wore uniforms."),
    ("rejected", "The Kremlin said Kyiv had rejected the offer of a truce."),
    ("in-quote", "“The colonel said we had an hour to leave,” Maryam Haddad told reporters."),
]


@pytest.mark.parametrize("text", [pytest.param(row[1], id=row[0]) for row in NESTED])
def test_attribute_ties_an_inner_claim_to_the_outer_one(text: str) -> None:
    claims, _ = heard(text)
    inner = only(claim for claim in claims if claim.parent is not None)
    outer = only(claim for claim in claims if claim.parent is None)
    assert inner.parent == outer.id
    assert any(quote.span.covers(inner.content[0].span) for quote in outer.content)


HEARERS = [
    ("outlet", "Two officials told Reuters that the port was mined.", ["Reuters"]),
    ("reporters", "The envoy told reporters that a deal was near.", ["reporters"]),
    ("behind", "The port was mined, two officials told AFP.", ["AFP"]),
    ("parliament", "The premier told parliament that the army was ready.", ["parliament"]),
    ("urged", "Egypt urged both sides to stop.", ["both sides"]),
    ("ordered", "The army ordered residents to leave.", ["residents"]),
    ("nobody", "The premier said the army was ready.", []),
]


@pytest.mark.parametrize(("text", "words"), [pytest.param(*row[1:], id=row[0]) for row in HEARERS])
def test_attribute_keeps_whom_it_was_said_to(text: str, words: list[str]) -> None:
    claims, _ = heard(text)
    assert [party.words for party in only(claims).told] == words


SAID = [
    ("on-day", "The governor said on Tuesday that 40 houses burned on Monday.", "Tuesday"),
    ("bare-day", "The governor said Tuesday that 40 houses had burned.", "Tuesday"),
    ("before", "On Tuesday, the governor said that 40 houses had burned.", "Tuesday"),
    ("in-content", "The governor said that 40 houses burned on Monday.", None),
    ("behind", "“Forty houses burned,” the governor said on Tuesday.", "Tuesday"),
    ("in-the-speaker", "Omar Latif, who was freed on Monday, said the camp was full.", None),
    ("content-first", "Forty houses burned on Monday, the governor said.", None),
]


@pytest.mark.parametrize(("text", "words"), [pytest.param(*row[1:], id=row[0]) for row in SAID])
def test_attribute_keeps_the_time_of_speaking_apart(text: str, words: str | None) -> None:
    claims, _ = heard(text)
    said = only(claims).said
    assert (None if said is None else said.words) == words


NOTES = [
    ("no-evidence", "The army said it had killed 60 rebels, without providing evidence.", ["evidence.none-given"]),
    ("offered-no", "Minsk said spies had been caught but gave no evidence.", ["evidence.none-given"]),
    (
        "unverified",
        "The militia said it took the base. The claim could not be independently verified.",
        ["evidence.unverified"],
    ),
    ("anonymous", "A diplomat, speaking on condition of anonymity, said the deal was dead.", ["speaker.anonymous"]),
    ("no-details", "The police said two men were held, without giving details.", ["detail.none-given"]),
    (
        "no-distinction",
        "The ministry said 300 people had died. It does not distinguish between civilians and fighters.",
        ["count.no-distinction"],
    ),
    ("believed", "The navy said six sailors were believed to be dead.", ["belief.reported"]),
    ("none", "The navy said six sailors were dead.", []),
    (
        "not-possible",
        "The navy said six sailors were dead. It was not possible to independently verify the claim.",
        ["evidence.unverified"],
    ),
    (
        "neither",
        "The navy said six sailors were dead. Neither side's claims could be verified.",
        ["evidence.unverified"],
    ),
    (
        "next-paragraph",
        "The militia said it had taken the base.\n\nThe Orlim Courier has not been able to verify the claim.",
        ["evidence.unverified"],
    ),
    (
        "next-paragraph-comment",
        "Villagers said soldiers had burned 40 homes.\n\nThe army did not respond to requests for comment on the reports.",
        ["speaker.declined"],
    ),
    (
        "next-paragraph-of-something-else",
        "The navy said six sailors were dead.\n\nThe bridge has not been independently verified to be safe.",
        [],
    ),
]


@pytest.mark.parametrize(("text", "codes"), [pytest.param(*row[1:], id=row[0]) for row in NOTES])
def test_attribute_notes_the_ground_a_claim_stands_on(text: str, codes: list[str]) -> None:
    claims, _ = heard(text)
    assert [note.code for note in claims[0].notes] == codes
    assert all(note.words not in quote.words for note in claims[0].notes for quote in claims[0].content) or (
        codes == ["belief.reported"]
    )


def test_attribute_takes_no_claim_from_a_caption_that_repeats_the_text() -> None:
    text = (
        "The premier has vowed that the army 'will not rest until the hostages are home'.\n\n"
        "Premier Lena Vos (pictured) has vowed that the army 'will not rest until the hostages are home'\n\n"
        "Crowds gathered in the square."
    )
    claims, _ = heard(text)
    assert len(claims) == 1


def test_attribute_leaves_the_label_of_a_cable_out_of_what_is_said() -> None:
    text = "ORLIM, 4 MAR 89 (ANC) -- [TEXT] REBELS ATTACKED A CONVOY NEAR SARVAT LAST NIGHT, MILITARY SOURCES REPORTED TODAY."
    claims, _ = heard(text)
    assert [quote.words for quote in only(claims).content] == ["REBELS ATTACKED A CONVOY NEAR SARVAT LAST NIGHT"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Salim Omar heads the council. A resident, who hid, said men had come. He said he had seen 12.", "resident"),
        ("Salim Omar heads the council. A caller said the Front had done it. He said 12 had died.", "?He"),
        ("Salim Omar issued a statement. A statement said 12 had died. He said more were hurt.", "Salim Omar"),
    ],
)
def test_he_who_goes_on_speaking_is_the_last_who_spoke(text: str, name: str) -> None:
    assert told(text)[-1][0] == name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "- 46 civilians killed since May (local authorities)",
            [("local authorities", "46 civilians killed since May")],
        ),
        ("- 112 injured (Source: Ministry of Health)", [("Ministry of Health", "112 injured")]),
        ("Nine people were hurt in Orvane (UNHCR, 20 June).", [("UNHCR", "Nine people were hurt in Orvane")]),
        ("Nine people were killed by the Red Valley Front (RVF).", []),
        ("Nine people died in the hills (see map).", []),
    ],
)
def test_who_counted_is_named_in_brackets(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(speaker, content) for speaker, _, content in told(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "According to a UN report seen by the Orvane Gazette, jets bombed a hospital.",
            [("UN", "jets bombed a hospital")],
        ),
        (
            "Officials confirmed on condition of anonymity that a drone had killed a shepherd.",
            [("officials", "that a drone had killed a shepherd")],
        ),
        (
            "The army and the mayor declined to comment; a diplomat said the order had come from the top.",
            [("diplomat", "the order had come from the top")],
        ),
    ],
)
def test_whose_text_it_is_and_what_is_left_of_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(speaker, content) for speaker, _, content in told(text)] == expected


def test_a_last_word_taken_for_a_noun_is_a_cue() -> None:
    text = (
        "The Front has besieged Orvane since May last year. Some 700,000 people have been displaced from the city and the"
        " nearby camp, the International Organization for Migration estimates. Local activists said the army had hit it."
    )
    first = told(text)[0]
    assert (first[0], first[1]) == ("International Organization for Migration", "estimates")


@pytest.mark.parametrize(
    ("title", "issuer"),
    [
        ("Statement by the High Representative on the attack in Ambarra", "High Representative"),
        ("Statement by the Foreign Minister of Zandia, Ana Delo, on the attack in Ambarra", "Ana Delo"),
        ("Press statement of the Northern Front", "Northern Front"),
    ],
)
def test_we_are_whose_text_the_title_says_it_is(title: str, issuer: str) -> None:
    claims, names = heard(f"{title}\n\nWe condemn the attack on worshippers in Ambarra yesterday.")
    spoken = [party for claim in claims for party in claim.speakers if party.words == "We"]
    assert {names[party.actor] for party in spoken} == {issuer}
