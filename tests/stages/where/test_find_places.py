"""Sentences of many conflicts and decades: which place, how exactly, inside what; and what is no place at all.

[Brackets] mark what the reader calls a place, {braces} what it calls a person; all else is for the gazetteer to see.
"""

import pytest

from builders import bracketed, only, passages_of, places_known, reading_of, report_of
from onrecord.model.place import Place
from onrecord.stages.where import find_places


def places_in(text: str) -> tuple[Place, ...]:
    report, reading = bracketed(text)
    return find_places(report, passages_of(report), reading, gazetteer=places_known())


def place_at(text: str, words: str) -> Place:
    report, _ = bracketed(text)
    return only(place for place in places_in(text) if any(m.of(report.text) == words for m in place.mentions))


@pytest.mark.parametrize(
    ("text", "words", "country", "kind"),
    [
        ("Shells hit [Tripoli] north of Beirut, the Lebanese army said.", "Tripoli", "LB", "town"),
        ("Militias fought in [Tripoli], and Libya's coast guard withdrew.", "Tripoli", "LY", "town"),
        ("Gunmen shot a mayor in [Cordoba], Mexico.", "Cordoba", "MX", "town"),
        ("A bomb went off in [Cordoba] in Spain.", "Cordoba", "ES", "town"),
        ("Troops from [Georgia] and Armenia trained near Tbilisi.", "Georgia", "GE", "country"),
        ("A court in Atlanta, [Georgia], freed the men.", "Georgia", "US", "province"),
        ("Rebels hold [Valencia] in Colombia's south.", "Valencia", "CO", "town"),
        ("Police in [Birmingham], England, held three men.", "Birmingham", "GB", "town"),
        ("A church was bombed in [Birmingham], Alabama, in 1963.", "Birmingham", "US", "town"),
        ("The gunman came from [Paris], Texas.", "Paris", "US", "town"),
        ("Gunmen attacked a concert hall in [Paris], French police said.", "Paris", "FR", "town"),
        ("The ceasefire was signed in [Alexandria], Egypt.", "Alexandria", "EG", "town"),
        ("Ukrainian shells fell on [Donetsk] overnight.", "Donetsk", "UA", "town"),
        ("Shelling went on across [Donetsk] province in Ukraine.", "Donetsk", "UA", "province"),
        ("Syrian jets struck the city of [Homs].", "Homs", "SY", "town"),
        ("Villages in [Homs] province were cut off, Syrian activists said.", "Homs", "SY", "province"),
        ("Phones were cut across [Gaza], and Hamas fired rockets from Gaza City.", "Gaza", "PS", "province"),
        ("Egypt, which borders [Gaza], fears for Rafah.", "Gaza", "PS", "province"),
        ("Tanks stood at the edge of [Gaza City].", "Gaza City", "PS", "town"),
        ("Boko Haram raided [Niger] and Chad.", "Niger", "NE", "country"),
        ("Bandits took pupils in Nigeria's [Niger] state.", "Niger", "NG", "province"),
        ("Rebels took [San Pedro] in Paraguay.", "San Pedro", "PY", None),
        ("Fighting reached [Santiago] in the Dominican Republic.", "Santiago", "DO", None),
        ("Troops in [Kasungu], Malawi, fired in the air.", "Kasungu", "MW", "town"),
        ("The army shelled [Loikaw] in Myanmar's Kayah state.", "Loikaw", "MM", "town"),
        ("Clashes in [Hpakant] killed miners, Myanmar's junta said.", "Hpakant", "MM", "town"),
        ("Guerrillas ambushed a patrol near [Toribio], Colombia.", "Toribio", "CO", "town"),
        ("Shining Path rebels blew up pylons in [Ayacucho], Peru.", "Ayacucho", "PE", None),
        ("The junta's navy shelled [Goose Green] in the Falkland Islands.", "Falkland Islands", "FK", "country"),
        ("IRA men set off a bomb in [Omagh], Northern Ireland.", "Omagh", "GB", None),
        ("Serb guns fell silent around [Gorazde] in Bosnia.", "Gorazde", "BA", "town"),
        ("The Croatian army entered [Knin].", "Knin", "HR", None),
        ("Hutu militiamen killed people in a church at [Nyarubuye] in Rwanda.", "Rwanda", "RW", "country"),
        ("Eritrean troops dug in at [Zalambessa], Ethiopia.", "Ethiopia", "ET", "country"),
        ("The Khmer Rouge emptied [Phnom Penh] in 1975.", "Phnom Penh", "KH", None),
        ("US marines landed at [Da Nang] in Vietnam.", "Da Nang", "VN", None),
        ("Iraqi gas killed thousands in [Halabja].", "Halabja", "IQ", None),
        ("Iranian boys walked into minefields at [Khorramshahr] in Iran.", "Khorramshahr", "IR", "town"),
        ("Somali gunmen dragged the crew through [Mogadishu].", "Mogadishu", "SO", None),
        ("Rebels of the RUF entered [Freetown] in 1999.", "Freetown", "SL", "town"),
        ("Charles Taylor's men took [Gbarnga] in Liberia.", "Gbarnga", "LR", "town"),
        ("French paratroops jumped over [Kolwezi] in Zaire.", "Kolwezi", "CD", "town"),
        ("UNITA shelled [Cuito] in Angola for nine months.", "Cuito", "AO", None),
        ("Renamo burned buses near [Gorongosa], Mozambique.", "Gorongosa", "MZ", None),
        ("East Timorese fled [Dili] as militias burned houses.", "Dili", "TL", None),
        ("Indonesian soldiers left [Banda Aceh] under the Aceh deal.", "Banda Aceh", "ID", "town"),
        ("Naxalites ambushed police in [Dantewada], India.", "Dantewada", "IN", None),
        ("A blast hit pilgrims in [Sehwan], Pakistan.", "Sehwan", "PK", None),
        ("Rebels attacked [Beni] in North Kivu, Congo.", "Beni", "CD", None),
        ("An attack on [Quetta] killed lawyers.", "Quetta", "PK", "town"),
        ("Insurgents blew up a bridge at [Ramadi], Iraq.", "Ramadi", "IQ", "town"),
        ("The Houthis fired on a ship in the [Red Sea].", "Red Sea", None, "water"),
        ("Pirates seized a tanker in the [Gulf of Aden].", "Gulf of Aden", None, "water"),
        ("Mines drifted in the [Black Sea] off Odesa.", "Black Sea", None, "water"),
        ("Bodies floated down the [Tigris] river in Iraq.", "Tigris", None, "water"),
        ("Unrest spread across the [Sahel].", "Sahel", None, "region"),
        ("Drones hit [Engels], Russia.", "Engels", "RU", "town"),
        ("The embassy in [San Salvador] was fired on.", "San Salvador", "SV", "town"),
        ("Contras crossed from [Honduras] into Nicaragua.", "Honduras", "HN", "country"),
        ("A land mine killed eight near [Chimoio] in Mozambique.", "Chimoio", "MZ", "town"),
        ("Armed men stormed a prison in [Goma].", "Goma", "CD", "town"),
        ("Militants shelled [Mora] in Cameroon's Far North.", "Mora", "CM", "town"),
    ],
)  # fmt: skip
def test_the_words_around_choose_among_namesakes(text: str, words: str, country: str | None, kind: str | None) -> None:
    place = place_at(text, words)
    assert place.country == country
    if kind is not None:
        assert place.kind == kind


@pytest.mark.parametrize(
    ("text", "words", "precision"),
    [
        ("A strike hit [Jabaliya] urban refugee camp in Gaza.", "Jabaliya urban refugee camp", "exact"),
        ("Bombs fell on [Kuwait Hospital] in Rafah.", "Kuwait Hospital", "exact"),
        ("Two died near [Sloviansk], Ukraine.", "Sloviansk", "near"),
        ("Two died in [Sloviansk], Ukraine.", "Sloviansk", "town"),
        ("Shots were heard south of [Maiduguri], Nigeria.", "Maiduguri", "near"),
        ("Rebels roam [Ituri] province in Congo.", "Ituri", "province"),
        ("Fighting resumed in [Sudan].", "Sudan", "country"),
        ("Gunmen struck in [Port Velloran].", "Port Velloran", "unresolved"),
        ("Shelling of the outskirts of [Kharkiv] went on, Ukraine said.", "Kharkiv", "near"),
        ("The convoy left [Erez] crossing for Gaza.", "Erez crossing", "exact"),
    ],
)
def test_precision_says_how_exactly_the_words_fix_a_place(text: str, words: str, precision: str) -> None:
    report, _ = bracketed(text)
    matching = [p for p in places_in(text) if any(words.startswith(m.of(report.text)) for m in p.mentions)]
    assert only(matching).precision == precision


@pytest.mark.parametrize(
    ("text", "name", "around"),
    [
        ("A shell hit the [Sunrise Clinic] in Kobe, Japan.", "Sunrise Clinic", "Kobe"),
        ("Patients fled [Orvane Hospital] in Idlib, Syria.", "Orvane Hospital", "Idlib"),
        ("Gunmen held pupils at [Velloran School] in Kaduna, Nigeria.", "Velloran School", "Kaduna"),
        ("Rockets struck the [Al-Nasma Mosque] in Mosul, Iraq.", "Al-Nasma Mosque", "Mosul"),
        ("A bomb blew up at [Iran Hospital] in Kabul, Afghanistan.", "Iran Hospital", "Kabul"),
    ],
)
def test_an_unknown_facility_takes_the_place_around_it_and_says_so(text: str, name: str, around: str) -> None:
    facility, holder = place_at(text, name), place_at(text, around)
    assert facility.kind == "facility"
    assert (facility.lat, facility.lon, facility.country) == (holder.lat, holder.lon, holder.country)
    assert facility.geonames is None
    assert facility.precision == holder.precision != "exact"
    assert facility.within[0] == holder.id


def test_an_unknown_village_keeps_the_country_the_words_put_it_in_and_no_point() -> None:
    text = "Gunmen burned [Orvanabad] in Helmand, Afghanistan."
    village, province = place_at(text, "Orvanabad"), place_at(text, "Helmand")
    assert (village.country, village.lat, village.lon, village.precision) == ("AF", None, None, "unresolved")
    assert village.within[0] == province.id


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Khan Yunis", "Khan Younis"),
        ("Deir al-Balah", "Deir el-Balah"),
        ("Rafaḩ", "Rafah"),
        ("Raqqah", "Raqqa"),
        ("Kiev", "Kyiv"),
        ("Jabaliya", "Jabalia"),
        ("Be'eri", "Be’eri"),
        ("Hodeida", "Hudaydah"),
        ("El Geneina", "Geneina"),
        ("Tal Abyad", "Tel Abyad"),
    ],
)
def test_spellings_of_one_place_are_one_place(left: str, right: str) -> None:
    text = f"Strikes hit [{left}] at dawn. By night [{right}] was quiet."
    assert len(only(places_in(text)).mentions) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Israeli soldiers and Palestinian gunmen exchanged fire.",
        "Ukrainian officials met Russian envoys.",
        "Hamas and Hezbollah said that they would go on.",
        "They told us that it was over.",
        "The Taliban said no one would leave.",
        "On Monday police in uniform stood guard.",
        "In May the army will march.",
        "Colombians voted on the deal.",
        "Syrians queued for bread.",
        "Most of those killed were women.",
    ],
)
def test_peoples_groups_and_everyday_words_are_no_places(text: str) -> None:
    assert places_in(text) == ()


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Iraqi forces retook {Tal Afar} west of Mosul.", "Tal Afar", "IQ"),
        ("Families fled {Khan Yunis} as [Gaza] burned.", "Khan Yunis", "PS"),
        ("Clashes broke out in Nyala in Sudan.", "Nyala", "SD"),
        ("Ukrainian gunners shelled the town of Debaltseve.", "Debaltseve", "UA"),
        ("The envoy flew to Ouagadougou, Burkina Faso.", "Ouagadougou", "BF"),
    ],
)
def test_places_the_reader_missed_are_found(text: str, words: str, country: str) -> None:
    assert place_at(text, words).country == country


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("GUERRILLAS ATTACKED A POST IN [CHALATENANGO] DEPARTMENT, EL SALVADOR.", "CHALATENANGO DEPARTMENT", "SV"),
        ("SAN SALVADOR, 12 JAN 90 -- A BOMB EXPLODED NEAR [SUCHITOTO].", "SUCHITOTO", "SV"),
        ("FOUR POLICEMEN DIED IN [MEDELLIN], COLOMBIA.", "MEDELLIN", "CO"),
        ("TROOPS WERE SENT TO [APURIMAC], PERU.", "APURIMAC", "PE"),
        ("SHELLS FELL ON [SIDON] IN SOUTHERN LEBANON.", "SIDON", "LB"),
        ("THE CONVOY LEFT [ASMARA] FOR MASSAWA IN ERITREA.", "MASSAWA", "ER"),
    ],
)
def test_capitals_throughout_still_read(text: str, words: str, country: str) -> None:
    assert place_at(text, words).country == country


@pytest.mark.parametrize(
    ("text", "inner", "outer"),
    [
        ("Strikes hit [Rafah] in the southern Gaza Strip.", "Rafah", "Gaza Strip"),
        ("Troops left [Avdiivka] in Ukraine.", "Avdiivka", "Ukraine"),
        ("Rebels hold [Bunia] in Ituri, Congo.", "Bunia", "Ituri"),
        ("The blast in [Kadhimiya], Baghdad, killed nine.", "Baghdad", "Iraq"),
        ("People fled [Sderot] in Israel.", "Sderot", "Israel"),
    ],
)
def test_within_names_the_places_around(text: str, inner: str, outer: str) -> None:
    text = f"{text} Talks on Iraq go on."
    assert place_at(text, outer).id in place_at(text, inner).within


def test_a_border_of_two_names_both() -> None:
    places = places_in("A soldier died near the [Israel-Gaza] border.")
    assert {place.country for place in places} == {"IL", "PS"}


def test_moscow_speaking_is_no_place() -> None:
    text = "Moscow said strikes hit Odesa."
    parse = "Moscow/PROPN/nsubj/2 said/VERB/root/0/say strikes/NOUN/nsubj/4 hit/VERB/ccomp/2 Odesa/PROPN/obj/4 ./PUNCT/punct/2"
    reading = reading_of(text, parse, names=[("Moscow", "location"), ("Odesa", "location")])
    report = report_of(text)
    assert [p.name for p in find_places(report, passages_of(report), reading, gazetteer=places_known())] == ["Odesa"]


def test_a_state_acting_is_no_place_and_one_acted_in_is() -> None:
    text = "Israel bombed Gaza. Rockets fell in Israel."
    parse = """Israel/PROPN/nsubj/2 bombed/VERB/root/0/bomb Gaza/PROPN/obj/2 ./PUNCT/punct/2
    Rockets/NOUN/nsubj/2 fell/VERB/root/0/fall in/ADP/case/4 Israel/PROPN/obl/2 ./PUNCT/punct/2"""
    reading = reading_of(text, parse, names=[("Israel", "location"), ("Gaza", "location"), ("Israel#1", "location")])
    report = report_of(text)
    places = find_places(report, passages_of(report), reading, gazetteer=places_known())
    israel = only(place for place in places if place.country == "IL")
    assert [span.start for span in israel.mentions] == [text.rindex("Israel")]


def test_namesakes_are_kept_with_their_scores() -> None:
    place = place_at("Fighting reached [Tripoli] in Libya.", "Tripoli")
    assert place.score is not None
    assert any(choice.country == "LB" for choice in place.choices)
    assert all(choice.score <= place.score for choice in place.choices)


def test_the_same_report_gives_the_same_ids() -> None:
    text = "Strikes hit [Rafah] and [Khan Younis]."
    assert [place.id for place in places_in(text)] == [place.id for place in places_in(text)]
    assert len({place.id for place in places_in(text)}) == 2


def test_beside_a_city_of_that_name_the_bare_name_is_the_land_around_it() -> None:
    text = "Strikes hit [Gaza City] on Monday. Aid has not reached northern [Gaza] since, Egypt said."
    assert place_at(text, "Gaza City").kind == "town"
    assert place_at(text, "Gaza").kind != "town"


def test_a_name_cut_short_behind_a_small_word_is_no_place() -> None:
    assert places_in("A drone hit a store of the [Movement for] the Dry Hills.") == ()
