import pytest

from builders import only, report_of, span_of
from onrecord.model.report import Block
from onrecord.stages.segment import segment

BEFORE = "Fighting went on around Orvane on Monday, residents said.\n"
AFTER = "\nThe army gave no figures."


def kinds(text: str) -> list[tuple[str, str]]:
    report = report_of(text)
    return [(passage.kind, passage.span.of(text)) for passage in segment(report)]


@pytest.mark.parametrize(
    "words",
    [
        "Rescuers carry a wounded man from a collapsed house in Kherson on March 4",
        "Smoke rising over the market of El Geneina, Sudan, on June 16, 2023",
        "Smoke rises after a drone hit a fuel depot near Odesa on Sunday",
        "Displaced families queue for water at a camp outside Goma on Tuesday",
        "Colonel Adam Sesay (pictured) has denied that his men 'burned the village'",
        "Villagers look at a crater left by an air strike in Shan State on May 2",
        "Burnt cars are seen in Taiz, Yemen, Friday, July 7, 2023. The town was shelled overnight",
        "A militiaman fires a machine gun near the front line south of Sirte on 3 October",
        "FILE PHOTO: Soldiers patrol a street in Bamako, Mali. REUTERS/Adama Keita/File Photo",
        "Mourners bury a boy killed in Bucha. (AP Photo/Iryna Koval)",
        "Women wait for bread in Khartoum on April 30. [Photo: Amira Osman/AFP]",
        "A satellite image shows damaged hangars at an airfield in Saky, Crimea",
        "Protesters march in Yangon as police block the road to the embassy on Monday",
        "Police officers inspect the wreck of a minibus in Kabul on August 13",
        "From left: the ministers of Mali, Niger and Burkina Faso in Niamey on Thursday",
    ],
)
def test_segment_tells_captions_from_text(words: str) -> None:
    assert kinds(BEFORE + words + AFTER)[1] == ("caption", words)


@pytest.mark.parametrize(
    "words",
    [
        "A girl was seen crying beside her brother, who was carried to an ambulance.",
        "Soldiers patrol the city day and night, and shops stay shut.",
        "Residents carry water from the river because the pumps were hit on Sunday.",
        "The rebels hold the road to the airport, the governor said on Monday.",
        "Officials say the dam was mined. Troops have cleared it since.",
        "The two towns are seen as the key to the valley.",
        "Clashes were reported from Orvane and Marrat.",
        "Asked about the strike, he said: “We look at every report.”",
        "The ministry said it would publish its findings on March 3.",
    ],
)
def test_segment_leaves_running_text_a_paragraph(words: str) -> None:
    assert kinds(BEFORE + words + AFTER)[1] == ("paragraph", words)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Read more: What we know about the shelling of Orvane", "boilerplate"),
        ("READ NEXT: Ceasefire talks resume in Doha", "boilerplate"),
        ("Sign up to our morning briefing", "boilerplate"),
        ("© 2024 The Orvane Herald. All rights reserved.", "boilerplate"),
        ("Copyright The Orvane Herald", "boilerplate"),
        ("Follow us on Telegram", "boilerplate"),
        ("Advertisement", "boilerplate"),
        ("Share this article", "boilerplate"),
        ("Reporting by Lena Marsh in Nairobi; Editing by Tom Hale", "boilerplate"),
        ("(Reporting by Lena Marsh in Nairobi; Editing by Tom Hale)", "boilerplate"),
        ("+8", "boilerplate"),
        ("___", "boilerplate"),
        ("Lena Marsh reported from Orvane.", "boilerplate"),
        ("Press writer Lena Marsh in Orvane contributed to this report.", "boilerplate"),
        ("* This story was updated at 14:05 GMT to add comment.", "boilerplate"),
        ("JUST WATCHED", "boilerplate"),
        ("4 days ago", "boilerplate"),
        ("From: press@herald.example", "boilerplate"),
        ("08:15", "dateline"),
        ("2:40 p.m.", "dateline"),
        ("30 April", "dateline"),
        ("By LENA MARSH | The Orvane Herald", "byline"),
        ("View gallery", "boilerplate"),
        ("Share or comment on this article: Shells hit Orvane", "boilerplate"),
        ("MOST READ NEWS", "boilerplate"),
        ("-- ENDS --", "boilerplate"),
        ("FOR IMMEDIATE RELEASE", "boilerplate"),
        ("Media contact: press@herald.example", "boilerplate"),
        ("Most people fled to the river at night, residents said.", "paragraph"),
        ("Ends of the bridge were blown up, and the road is closed.", "paragraph"),
        ("Orvane, 12 September 2022", "dateline"),
        ("Orvane\t12", "table_row"),
        ("Orvane      12", "table_row"),
        ("Orvane: 12 killed, 40 injured", "list_item"),
        ("Old town – at least 12 dead", "list_item"),
        ("Source: provincial government", "paragraph"),
        ("[BEGIN RECORDING] WE HAVE REPELLED THE ATTACK. [END RECORDING]", "paragraph"),
        ("By Lena Marsh in Nairobi", "byline"),
        ("By LENA MARSH and TOM HALE", "byline"),
        ("Wednesday, December 20, 2023", "dateline"),
        ("Published: 3 May 2022, 14:05", "dateline"),
        ("2022-05-03", "dateline"),
        ("- Two shells hit the bus station.", "list_item"),
        ("• Twelve people were taken to hospital.", "list_item"),
        ("3. The corridor closes at dusk.", "list_item"),
        (". Near Orvane, two strikes destroyed a bunker.", "list_item"),
        ("Orvane | 12 | 40", "table_row"),
        ("Orvane\t12\t40", "table_row"),
        ("> We did not fire first, the statement read.", "quote_block"),
        ("What the two sides want", "headline"),
    ],
)
def test_segment_names_the_kind(words: str, kind: str) -> None:
    assert kinds(BEFORE + words + AFTER)[1] == (kind, words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Twelve killed in Orvane market\n\nShells hit the market on Monday.", ["headline", "paragraph"]),
        ("Shells hit the market on Monday, police said.\nTwo died.", ["paragraph", "paragraph"]),
        ("Statement on Orvane\n\nStatement on Orvane\n\nWe condemn it.", ["headline", "headline", "paragraph"]),
        ("Shells hit Orvane\nBy Tom Hale\nTwo people died.", ["headline", "byline", "paragraph"]),
        (
            "Shells hit Orvane\nBy Tom Hale\nOrvane News Service\nTwo died.",
            ["headline", "byline", "byline", "paragraph"],
        ),
    ],
)
def test_segment_finds_the_headline(text: str, expected: list[str]) -> None:
    assert [kind for kind, _ in kinds(text)] == expected


@pytest.mark.parametrize(
    ("text", "dateline", "rest"),
    [
        ("KHARTOUM, Sudan (AP) — Shells fell on the city.", "KHARTOUM, Sudan (AP) —", "Shells fell on the city."),
        ("GOMA, Jan 27 (Reuters) - Rebels entered the city.", "GOMA, Jan 27 (Reuters) -", "Rebels entered the city."),
        ("BOGOTA, 15 JAN 90 (EFE) -- A BOMB WENT OFF TODAY.", "BOGOTA, 15 JAN 90 (EFE) --", "A BOMB WENT OFF TODAY."),
        ("Mosul, Iraq (CNN) — Troops crossed the river.", "Mosul, Iraq (CNN) —", "Troops crossed the river."),
        ("LAIZIN, Oct 10 2023 (Hill Radio) - Shells fell.", "LAIZIN, Oct 10 2023 (Hill Radio) -", "Shells fell."),
        ("BEIRUT — The truce held.", "BEIRUT —", "The truce held."),
        ("BAGHRA (Agency) — Three bombs went off.", "BAGHRA (Agency) —", "Three bombs went off."),
        ("Geneva – Both sides broke the truce.", "Geneva –", "Both sides broke the truce."),
        ("MOSUR (Iraka), Nov 3 - Troops entered.", "MOSUR (Iraka), Nov 3 -", "Troops entered."),
        ("GOMA, Congo (Lakes News) 5 May 2025 - Rebels left.", "GOMA, Congo (Lakes News) 5 May 2025 -", "Rebels left."),
        ("ORVANE, Republic of Tarn (AP) - Two died.", "ORVANE, Republic of Tarn (AP) -", "Two died."),
        ("MARRAT: Three shells hit the hospital.", "MARRAT:", "Three shells hit the hospital."),
        ("(CNN)At least 30 people died.", "(CNN)", "At least 30 people died."),
        ("(Reuters) - At least 30 people died.", "(Reuters) -", "At least 30 people died."),
    ],
)
def test_segment_parts_the_dateline_from_the_first_words(text: str, dateline: str, rest: str) -> None:
    assert kinds(text)[:2] == [("dateline", dateline), ("paragraph", rest)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Men carry a coffin in Orvane on May 3", "The town has been cut off for weeks, aid workers say."),
        ("Soldiers ride a tank near Izyum. (AP Photo/Olena Hrytsenko)", "“We are tired,” one of them said."),
        ("A tank stands on a bridge in Tigray on November 9, 2021", "In the capital, ministers met again."),
    ],
)
def test_segment_cuts_a_caption_glued_to_the_paragraph_after_it(first: str, second: str) -> None:
    assert kinds(BEFORE + f"{first} {second}")[1:] == [("caption", first), ("paragraph", second)]


@pytest.mark.parametrize(
    "second",
    [
        "Men carry a coffin in Orvane on May 3",
        "Workers clear rubble from the grain store",
        "Smoke rising over the old town. (AP Photo/Iryna Koval)",
    ],
)
def test_segment_cuts_a_caption_glued_to_the_paragraph_before_it(second: str) -> None:
    first = "The army said it shot down 17 of 22 drones."
    assert kinds(f"{BEFORE}{first} {second}")[1:] == [("paragraph", first), ("caption", second)]


def test_segment_joins_lines_wrapped_at_a_width() -> None:
    text = (
        "The governor of the province said on Tuesday that the road to the\n"
        "coast had been opened again after six weeks and that lorries with\n"
        "flour were on their way to the town of Orvane.\n\n"
        "Nobody was hurt.\n"
    )
    assert [kind for kind, _ in kinds(text)] == ["paragraph", "paragraph"]


CABLE = """\
   SAN LUCAS, 23 NOV 89 (RADIO SELVA) -- [TEXT] GUERRILLAS ATTACKED THE
GARRISON OF PUERTO VIEJO EARLY TODAY.  AT LEAST EIGHT SOLDIERS WERE KILLED
AND 15 WERE WOUNDED, MILITARY SOURCES REPORTED.

   COLONEL RAMIRO SOLANO SAID THAT "THE SITUATION IS UNDER CONTROL" AND THAT
TWO HELICOPTERS HAD BEEN SENT.  HE ADDED THAT THE ATTACKERS FLED TOWARD THE
BORDER.
"""


def test_segment_joins_the_lines_of_a_cable_in_capitals() -> None:
    found = kinds(CABLE)
    assert [kind for kind, _ in found] == ["dateline", "paragraph", "paragraph"]
    assert found[0][1] == "SAN LUCAS, 23 NOV 89 (RADIO SELVA) --"
    assert [words[-8:] for _, words in found[1:]] == ["EPORTED.", "\nBORDER."]


def test_segment_joins_the_wrapped_lines_of_numbered_items() -> None:
    text = (
        "1.  SUMMARY: THREE BOMBS EXPLODED IN PUERTO VIEJO ON 14 MARCH,\n"
        "KILLING FOUR PERSONS AND INJURING 23.  THE POLICE BLAME SMUGGLERS.\n"
        "END SUMMARY.\n\n"
        "2.  ACCORDING TO GENERAL SOLANO, THE FIRST BOMB WENT OFF IN FRONT\n"
        "OF A BANK.\n"
        "    A.  THE SECOND BOMB DAMAGED 12 SHOPS.\n"
        "    B.  THE THIRD WAS DEFUSED.\n"
    )
    assert [words.split()[0] for _, words in kinds(text)] == ["1.", "THREE", "2.", "A.", "B."]


@pytest.mark.parametrize(
    ("text", "marking", "kind"),
    [
        ("2. (C) ACCORDING TO THE ARMY, FOUR SOLDIERS DIED.", "2. (C)", "paragraph"),
        ("3. (C/NF) THE STATION SAID SIX DIED.", "3. (C/NF)", "paragraph"),
        ("(SBU) Police said six people were hurt.", "(SBU)", "paragraph"),
        ("12. (LOU) COMMENT: THE ARMY INFLATES ITS CLAIMS.", "12. (LOU) COMMENT:", "paragraph"),
        ("1. (S//NF) Summary: Two villages were burned.", "1. (S//NF) Summary:", "paragraph"),
        ("SUMMARY AND COMMENT: TWO VILLAGES WERE BURNED.", "SUMMARY AND COMMENT:", "paragraph"),
        ("B. (U) THE THIRD BOMB WAS DEFUSED.", "B. (U)", "paragraph"),
    ],
)
def test_segment_parts_the_marking_of_a_cable_from_its_sentences(text: str, marking: str, kind: str) -> None:
    assert kinds(BEFORE + "\n" + text)[1:] == [("boilerplate", marking), (kind, text[len(marking) + 1 :])]


@pytest.mark.parametrize(
    "words",
    ["(C) 2024 The Orvane Herald", "(CNN) says two died.", "(u) The road was cut.", "Comment: The road was cut."],
)
def test_segment_takes_no_other_bracket_for_a_marking(words: str) -> None:
    assert kinds(BEFORE + words)[-1][1] == words


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("CONFIDENTIAL SECTION 01 OF 02 SAN OLIVA 04512", "boilerplate"),
        ("FM AMEMBASSY SAN OLIVA", "boilerplate"),
        ("REF: SAN OLIVA 4401", "boilerplate"),
        ("TAGS: PTER, PHUM", "boilerplate"),
        ("Secret prisons found under the old town hall, monitors say.", "paragraph"),
    ],
)
def test_segment_knows_the_head_of_a_cable(words: str, kind: str) -> None:
    assert kinds(BEFORE + words + AFTER)[1] == (kind, words)


@pytest.mark.parametrize("label", ["SUBJECT:", "SUBJ:", "Subject:"])
def test_segment_parts_the_label_of_a_subject_line_from_it(label: str) -> None:
    words = "HUMAN RIGHTS: ATTACK ON QUILPO GARRISON, 17 OCTOBER"
    assert kinds(f"{BEFORE}{label} {words}{AFTER}")[1:3] == [("boilerplate", label), ("headline", words)]


def test_segment_leaves_the_short_lines_of_a_wrapped_text_apart() -> None:
    text = (
        "KHARTOUM, June 3 (OWS) - Government troops retook the village of Umm\n"
        "Selim on Tuesday after a siege of three days in which at least 34 people\n"
        "died, the governor of the state said, and the road to the river is open.\n"
        "  Residents said by telephone that the fighters had left towards the\n"
        "river during the night.\n\n"
        "Killed:\n"
        "  Umm Selim      19\n"
        "  Wad Rawa       11\n"
    )
    assert [words.split()[0] for _, words in kinds(text)] == [
        "KHARTOUM,", "Government", "Residents", "Killed:", "Umm", "Wad",
    ]  # fmt: skip


def test_segment_keeps_rows_of_numbers_apart_though_they_begin_in_lower_case() -> None:
    found = kinds("Losses since May:\ntanks – 12 (+2)\nguns ‒ about 30\n")
    assert found[1:] == [("list_item", "tanks – 12 (+2)"), ("list_item", "guns ‒ about 30")]


@pytest.mark.parametrize(
    "words", ["Update – The army left Orvane.", "Sudan – Africa's third country by size – has closed its border."]
)
def test_segment_takes_no_aside_for_a_dateline(words: str) -> None:
    assert kinds(words)[0] == ("paragraph", words)


@pytest.mark.parametrize("name", ["MS. BERGER", "SPOKESPERSON", "QUESTION"])
def test_segment_takes_no_speaker_for_a_dateline(name: str) -> None:
    assert kinds(f"{name}: The matter is under review.")[0][0] == "paragraph"


def test_segment_finds_the_dateline_of_a_text_that_follows_another() -> None:
    text = f"{BEFORE}KHARTOUM, Sudan (AP) — Shells fell on the city."
    assert [kind for kind, _ in kinds(text)] == ["paragraph", "dateline", "paragraph"]


def test_segment_leaves_a_credit_with_its_caption() -> None:
    words = "Rescuers search the ruins of the hospital on Friday morning. Photograph: Ada Brandt/Example Agency"
    assert kinds(BEFORE + words + AFTER)[1] == ("caption", words)


def test_segment_leaves_lines_that_end_their_thought_apart() -> None:
    text = "\n".join(f"Shells fell on district {n} of the town, and {n + 2} people were hurt there." for n in range(9))
    assert len(kinds(text)) == 9


def test_segment_joins_a_line_that_goes_on_in_lower_case() -> None:
    assert len(kinds("Police said two men\nwere held in Orvane.")) == 1


def test_segment_keeps_the_markups_kinds_and_loses_no_text() -> None:
    text = "Title here\nShells fell. Two died.\nA crater in Orvane\nLoose words after that."
    blocks = [
        Block(kind="headline", span=span_of(text, "Title here")),
        Block(kind="paragraph", span=span_of(text, "Shells fell. Two died.")),
        Block(kind="caption", span=span_of(text, "A crater in Orvane")),
    ]
    passages = segment(report_of(text, blocks=blocks))
    assert [passage.kind for passage in passages] == ["headline", "paragraph", "caption", "paragraph"]
    left = "".join(text)
    for passage in passages:
        left = left.replace(passage.span.of(text), "", 1)
    assert not left.strip()


@pytest.mark.parametrize("text", ["", "   \n\n \t"])
def test_segment_of_nothing_is_nothing(text: str) -> None:
    assert segment(report_of(text)) == ()


def test_segment_gives_the_same_ids_twice() -> None:
    report = report_of("Shells fell on Orvane. Two died.")
    assert only(segment(report)) == only(segment(report))


def test_segment_reads_on_past_a_line_that_is_only_a_tag() -> None:
    text = "ORVANE, 3 MAR 89 (LNA) -- THE TALKS WENT ON.\n\n[PASSAGE OMITTED]\n\nTHE DELEGATES LEFT AT DAWN."
    assert ("paragraph", "THE DELEGATES LEFT AT DAWN.") in kinds(text)


def test_segment_finds_the_dateline_behind_a_notice() -> None:
    text = "CORRECTION: Police said two of those had survived.\n\nBus hits mine\n\nBAMAKO, Mali - At least 17 died."
    assert ("dateline", "BAMAKO, Mali -") in kinds(text)


def test_segment_keeps_head_and_date_apart_above_paragraphs_of_one_line() -> None:
    text = (
        "Blast at Garsaal bus station kills nine, police say\nBy Amira Doyle\n5 March 2023, Hill Gazette\n"
        "A car bomb exploded outside the main bus station in Garsaal on Saturday, killing nine people, police said, and "
        "wounding 27 who had been waiting for the night bus to the coast.\n"
        "No group claimed it."
    )
    assert [kind for kind, _ in kinds(text)] == ["headline", "byline", "byline", "paragraph", "paragraph"]
