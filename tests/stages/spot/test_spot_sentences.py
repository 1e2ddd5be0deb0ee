"""Sentences of many conflicts and decades: who is named, as what kind of actor, in which office, and who is no actor.

Read with the shipped reader; every row holds with a stronger and with a weaker model alike.
"""

import pytest

from builders import only, read
from onrecord.model.actor import Actor
from onrecord.stages.spot import spot_actors


def actors_in(text: str) -> tuple[str, tuple[Actor, ...]]:
    report, passages, reading = read(text)
    return report.text, spot_actors(report, passages, reading)


def named(text: str, words: str) -> Actor:
    """Return the one actor mentioned by `words`."""
    _, actors = actors_in(text)
    return only(actor for actor in actors if any(span.of(text) == words for span in actor.mentions))


KINDS = [
    ("hamas", "Hamas fired rockets at Ashkelon.", "Hamas", "armed_group"),
    ("isis", "ISIS took the village of Kobar.", "ISIS", "armed_group"),
    ("taliban", "The Taliban closed the school.", "Taliban", "armed_group"),
    ("farc", "The FARC freed two soldiers.", "FARC", "armed_group"),
    ("rsf", "The Rapid Support Forces entered Nyala.", "Rapid Support Forces", "armed_group"),
    ("shabaab", "Al-Shabaab said it had bombed the hotel.", "Al-Shabaab", "armed_group"),
    ("rebels", "The rebels shelled the airport.", "rebels", "armed_group"),
    ("gunmen", "Gunmen killed a mayor in Mexico.", "Gunmen", "armed_group"),
    ("front", "The Free Coast Front said it would fight on.", "Free Coast Front", "armed_group"),
    ("named-after", "Men of the Simon Gallardo Front attacked a bus.", "Simon Gallardo Front", "armed_group"),
    ("named-after-small", "Men of the Simon Gallardo front attacked a bus.", "Simon Gallardo front", "armed_group"),
    (
        "named-after-caps",
        "MEN OF THE SIMON GALLARDO FRONT ATTACKED A BUS IN KOLWE.",
        "SIMON GALLARDO FRONT",
        "armed_group",
    ),
    (
        "of-a-person",
        "The Manuel Orozco Patriotic Front attacked a bus.",
        "Manuel Orozco Patriotic Front",
        "armed_group",
    ),
    ("of-a-country", "The Sudan Doctors Network counted 19 dead.", "Sudan Doctors Network", "organisation"),
    ("brigades", "The Red Valley Brigades attacked the post.", "Red Valley Brigades", "armed_group"),
    ("army", "The army shelled the valley.", "army", "armed_force"),
    ("idf", "The IDF struck a house in Gaza.", "IDF", "armed_force"),
    ("navy", "The navy seized two boats.", "navy", "armed_force"),
    ("troops", "Ethiopian troops crossed the river.", "Ethiopian troops", "armed_force"),
    ("soldiers", "Soldiers searched the huts.", "Soldiers", "armed_force"),
    ("peacekeepers", "Peacekeepers guard the bridge.", "Peacekeepers", "armed_force"),
    ("government", "The Sudanese government rejected the plan.", "Sudanese government", "government"),
    ("ministry", "The Health Ministry published the list.", "Health Ministry", "government"),
    ("officials", "Officials closed the road.", "Officials", "government"),
    ("kremlin", "The Kremlin denied the report.", "Kremlin", "government"),
    ("white-house", "The White House said talks would go on.", "White House", "government"),
    ("embassy", "The embassy evacuated its staff.", "embassy", "government"),
    ("un", "The United Nations sent food.", "United Nations", "organisation"),
    ("unhcr", "UNHCR said 3,000 people had crossed.", "UNHCR", "organisation"),
    ("red-cross", "The Red Cross reached the camp.", "Red Cross", "organisation"),
    ("police", "Police arrested nine men.", "Police", "organisation"),
    ("amnesty", "Amnesty International published a report.", "Amnesty International", "organisation"),
    ("msf", "Doctors Without Borders runs the ward.", "Doctors Without Borders", "organisation"),
    ("reuters", "A resident told Reuters that he heard shots.", "Reuters", "outlet"),
    ("afp", "A source told AFP that talks had failed.", "AFP", "outlet"),
    ("israel", "Israel bombed the tunnel.", "Israel", "state"),
    ("chad", "Chad closed its border.", "Chad", "state"),
    ("russia", "The village was shelled by Russia.", "Russia", "state"),
    ("palestinians", "Palestinians fled to the south.", "Palestinians", "population"),
    ("civilians", "Civilians hid in the cellars.", "Civilians", "population"),
    ("refugees", "Refugees slept in the open.", "Refugees", "population"),
    ("residents", "Residents buried the dead.", "Residents", "population"),
    ("hostages", "The group freed the hostages.", "hostages", "population"),
    ("witnesses", "Witnesses heard two blasts.", "Witnesses", "unknown"),
    ("sources", "Diplomatic sources said a vote was near.", "Diplomatic sources", "unknown"),
    ("person", "Amina Diallo buried her son.", "Amina Diallo", "person"),
    ("caps-fmln", "THE FMLN ATTACKED THE BARRACKS IN USULUTAN LAST NIGHT.", "FMLN", "armed_group"),
    ("caps-guerrillas", "THE GUERRILLAS BLEW UP TWO PYLONS NEAR THE RIVER.", "GUERRILLAS", "armed_group"),
    ("caps-police", "THE POLICE ARRESTED FOUR STUDENTS YESTERDAY MORNING.", "POLICE", "organisation"),
]


@pytest.mark.parametrize(("text", "words", "kind"), [pytest.param(*row[1:], id=row[0]) for row in KINDS])
def test_spot_tells_the_kind_of_actor(text: str, words: str, kind: str) -> None:
    assert named(text, words).kind == kind


ROLES = [
    ("chief-of", "Hamas chief Ismail Darwish flew to Cairo.", "Ismail Darwish", [("chief", "Hamas")]),
    ("adjective", "Egyptian intelligence chief Adel Fawzi met him.", "Adel Fawzi", [("intelligence chief", "Egypt")]),
    ("prime-minister", "Prime Minister Lena Vos resigned.", "Lena Vos", [("Prime Minister", None)]),
    ("state", "Israeli prime minister Eran Dagan spoke.", "Eran Dagan", [("prime minister", "Israel")]),
    (
        "possessive",
        "Chad's foreign minister, Ousmane Bello, left for Paris.",
        "Ousmane Bello",
        [("foreign minister", "Chad")],
    ),
    ("appos-of", "Ana Sol, the mayor of Orvane, fled.", "Ana Sol", [("mayor", "Orvane")]),
    ("appos-article", "Petr Novak, a spokesman for the army, said so.", "Petr Novak", [("spokesman", "army")]),
    (
        "appos-org",
        "Munir Qasim, a senior Health Ministry official, gave the figure.",
        "Munir Qasim",
        [("senior official", "Health Ministry")],
    ),
    ("rank", "Colonel Idriss Konate was killed.", "Idriss Konate", [("Colonel", None)]),
    ("short-rank", "Gen. Oskar Brandt denied it.", "Oskar Brandt", [("Gen.", None)]),
    ("two-ranks", "Brigadier General Sami Odeh spoke.", "Sami Odeh", [("Brigadier General", None)]),
    ("staff", "Oskar Brandt, the army's chief of staff, spoke.", "Oskar Brandt", [("chief of staff", "army")]),
    ("deputy", "Deputy governor Marta Ruiz opened the camp.", "Marta Ruiz", [("Deputy governor", None)]),
    ("heads", "Imre Vasko, who heads the department, said so.", "Imre Vasko", [("head", "department")]),
    ("leads", "Salva Oro, who leads the Green Brigades, fled.", "Salva Oro", [("leader", "Green Brigades")]),
    ("copula", "Ana Duarte is the governor of Cauca.", "Ana Duarte", [("governor", "Cauca")]),
    ("envoy", "UN envoy Lars Vik arrived.", "Lars Vik", [("envoy", "UN")]),
    (
        "designate",
        "The president met the Prime Minister-designate, Haider Jamal, on Friday.",
        "Haider Jamal",
        [("Prime Minister-designate", None)],
    ),
    ("defence", "Defence Secretary Maud Ellison spoke.", "Maud Ellison", [("Defence Secretary", None)]),
    ("aged", "Lawyer Patricio Alvar, 71, was shot.", "Patricio Alvar", [("Lawyer", None)]),
    ("mr", "Mr. Haddad said nothing.", "Haddad", []),
    ("dr", "Dr. Samira Nasser ran the ward.", "Samira Nasser", []),
    ("none", "Nadia Karim saw the blast.", "Nadia Karim", []),
    ("caps", "GENERAL TOMAS ARRIETA SPOKE ON THE RADIO TODAY.", "TOMAS ARRIETA", [("GENERAL", None)]),
]


@pytest.mark.parametrize(("text", "words", "roles"), [pytest.param(*row[1:], id=row[0]) for row in ROLES])
def test_spot_keeps_offices_with_what_they_are_held_of(
    text: str, words: str, roles: list[tuple[str, str | None]]
) -> None:
    assert [(role.title, role.of) for role in named(text, words).roles] == roles


SAME = [
    ("idf-army", "The IDF left Jenin. The Israeli army gave no reason.", ["IDF", "Israeli army"]),
    ("surname", "Petar Dukic resigned. Dukic had led the party for years.", ["Petar Dukic", "Dukic"]),
    ("title", "President Amadou Diarra fled. The president is in Togo.", ["Amadou Diarra", "president"]),
    ("he", "Salim Omar fled. He is in Togo.", ["Salim Omar", "He"]),
    ("she", "Rosa Lima opened the hearing. She wept.", ["Rosa Lima", "She"]),
    (
        "group",
        "The Free Valley Front, a rebel group, took the town. The group met no resistance.",
        ["Free Valley Front", "group"],
    ),
    ("appos", "The Northern Front, an armed group, denied it.", ["Northern Front", "armed group"]),
    (
        "agency",
        "The aid agency Blue Lantern runs the camp. The agency needs food.",
        ["aid agency", "Blue Lantern", "agency"],
    ),
    (
        "ministry",
        "The health ministry gave a figure. The ministry counts only bodies.",
        ["health ministry", "ministry"],
    ),
    (
        "acronym",
        "The Eastern Liberation Army (ELA) freed them. The ELA wants talks.",
        ["Eastern Liberation Army", "ELA"],
    ),
    ("fighters", "Hamas took the base. Hamas fighters burned it.", ["Hamas", "Hamas fighters"]),
    ("sdf", "The Syrian Democratic Forces advanced. The SDF lost two men.", ["Syrian Democratic Forces", "SDF"]),
    ("us", "The United States condemned it. The U.S. sent aid.", ["United States", "U.S."]),
    ("daesh", "ISIL claimed the attack. Da’esh has bombed the town before.", ["ISIL", "Da’esh"]),
    ("regime", "The Asad regime denied it. The regime has used gas before.", ["Asad regime", "regime"]),
    ("its", "Hezbollah fired rockets. Its fighters then withdrew.", ["Hezbollah", "Its"]),
    ("council", "Members of the Security Council met. The Security Council will vote.", ["Security Council"]),
    ("uk", "Britain sent a ship. The United Kingdom has two more.", ["Britain", "United Kingdom"]),
    ("capital", "Rwanda closed the border. Kigali gave no reason.", ["Rwanda", "Kigali"]),
    (
        "it-added",
        "Soldiers fired on the crowd, killing six, a doctors' committee said.\nMore than 50 were hurt, it added.",
        ["doctors' committee", "it"],
    ),
    (
        "it-recorded",
        "Survivors told the Hill Post that a shell hit the ferry. The health ministry said it had recorded two deaths.",
        ["health ministry", "it"],
    ),
    (
        "seen-doing",
        "She had seen soldiers drag two wounded men from an ambulance and beat them.",
        ["wounded men", "them"],
    ),
    ("leader", "Hamas chief Omar Zeidan flew out. Hamas fired rockets before its leader landed.", ["Omar Zeidan"]),
]


@pytest.mark.parametrize(("text", "words"), [pytest.param(*row[1:], id=row[0]) for row in SAME])
def test_spot_ties_names_and_descriptions_of_one_actor(text: str, words: list[str]) -> None:
    assert len({named(text, word).id for word in words}) == 1


DIFFERENT = [
    ("two-armies", "The Indian army fired first. The Pakistani army fired back.", "Indian army", "Pakistani army"),
    ("state-group", "Israel and Hamas agreed to a truce.", "Israel", "Hamas"),
    ("two-persons", "Ana Sol met Petar Dukic.", "Ana Sol", "Petar Dukic"),
    ("army-rebels", "The army fought the rebels.", "army", "rebels"),
    ("officials", "Egyptian officials met Qatari officials.", "Egyptian officials", "Qatari officials"),
    ("president-minister", "The president dismissed the interior minister.", "president", "interior minister"),
    ("sudan-south-sudan", "Sudan accused South Sudan.", "Sudan", "South Sudan"),
    ("pij-hamas", "Hamas and Palestinian Islamic Jihad hold captives.", "Hamas", "Palestinian Islamic Jihad"),
]


@pytest.mark.parametrize(("text", "left", "right"), [pytest.param(*row[1:], id=row[0]) for row in DIFFERENT])
def test_spot_keeps_different_actors_apart(text: str, left: str, right: str) -> None:
    assert named(text, left).id != named(text, right).id


NOBODY = [
    ("place", "Shells fell in Kharkiv overnight.", "Kharkiv"),
    ("operation", "Operation Iron Dawn began on Monday.", "Operation Iron Dawn"),
    ("called-so", "The council listed Hamas as a terrorist organisation.", "terrorist organisation"),
    ("every", "Every member of the family died.", "member"),
    ("country-where", "Three men died in Somalia.", "Somalia"),
    ("destination", "The refugees fled to Chad.", "Chad"),
    ("weapon", "Sappers cleared two IEDs.", "IEDs"),
    ("statement", "The army issued a statement.", "statement"),
    ("bare", "People gathered in the square.", "People"),
    ("resolution", "Resolution 2720 was adopted.", "Resolution 2720"),
    ("bridge", "The Karkov Bridge was hit.", "Karkov Bridge"),
]


@pytest.mark.parametrize(("text", "words"), [pytest.param(*row[1:], id=row[0]) for row in NOBODY])
def test_spot_leaves_out_what_is_no_actor(text: str, words: str) -> None:
    _, actors = actors_in(text)
    assert not any(span.of(text) == words for actor in actors for span in actor.mentions)


NAMES = [
    ("count", "The group would free 12 captured soldiers.", "captured soldiers"),
    ("hedge", "An estimated 129 hostages are held.", "hostages"),
    ("more", "They want to free more prisoners.", "prisoners"),
    ("first-word", "Residents fled.", "residents"),
    ("loaded", "The terrorists fled.", "militants"),
    ("fullest", "Petar Dukic resigned. Dukic fled.", "Petar Dukic"),
    ("office", "The mayor of Kherson fled.", "mayor of Kherson"),
]


@pytest.mark.parametrize(("text", "name"), [pytest.param(*row[1:], id=row[0]) for row in NAMES])
def test_spot_calls_actors_by_name_alone(text: str, name: str) -> None:
    _, actors = actors_in(text)
    assert name in {actor.name for actor in actors}
