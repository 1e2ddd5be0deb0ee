"""Who acted, where the subject is a wave of strikes, a weapon of two states, or nobody but the one who says so."""

import pytest

from builders import report_of, shipped_tools
from onrecord.flows.read import read_report

ACTED = [
    ("Israeli airstrikes killed 12 people in Rafah, the Health Ministry said.", ["Israel"]),
    ("Syrian and Russian warplanes bombed a market in Ariha, killing 11, rescuers said.", ["Russia", "Syria"]),
    ("A wave of Russian drone attacks wounded nine residents of Kherson, the governor wrote.", ["Russia"]),
    ("A series of raids killed 20 militants in Orlim province, Governor Amina Tesfaye told reporters.", []),
    (
        "ORVANE, May 14, 2025 (Lune News Agency) — At least 14 people were killed and more than 30 wounded on Tuesday when "
        "mortar shells hit a market in Tellmere, the regional health department said.",
        [],
    ),
    (
        "Witnesses said gunmen on motorcycles killed at least 40 villagers; the government put the toll at 22.",
        ["gunmen"],
    ),
    ("A gunman shot at twelve people in the square.", ["gunman"]),
    ("Toll in Mali market shelling rises to 14.", []),
    ("The commission's inquiry into the shelling of Tarro market goes on.", []),
    ("The envoy praised the panel's account of its investigation into the attack on a school bus.", []),
    ("The rebels began a wave of attacks on villages near Torit.", ["rebels"]),
    ("The attack that rebels launched on the town of Tarro killed nine people.", ["rebels"]),
    ("An air strike that Saudi Arabia carried out on Friday hit a bakery.", ["Saudi Arabia"]),
    ("The massacre which the army committed in Bor left 30 villagers dead.", ["army"]),
    ("The shelling that began on Monday killed nine.", []),
    (
        "Military sources denied this, adding that troops of the 5th Brigade had killed three guerrillas.",
        ["troops"],
    ),
    ('Activists said jets hit a convoy near Torit, killing "dozens" of fighters, a claim the army rejected.', []),
    ('The staff reported 46 assailants "neutralised" and 14 lorries destroyed.', []),
    ("The Coast Alliance claimed on Sunday to have attacked an army base in Kolwe.", ["Coast Alliance"]),
    ("The militia released 12 of the 34 hostages it took in May, when it attacked Kolwe.", ["militia"]),
    ("It was not clear who fired the shell.", []),
    ("The group said one of its fighters had carried out the attack.", ["one of its fighters"]),
    ("The army said its jets struck three rebel camps near Torit, killing 14 fighters.", ["army"]),
]


@pytest.mark.parametrize(("text", "names"), ACTED)
def test_who_acted(text: str, names: list[str]) -> None:
    record = read_report(report_of(text), shipped_tools())
    known = {actor.id: actor.name for actor in record.actors}
    violent = [e for e in record.events if e.plover is not None and e.plover.event == "ASSAULT"]
    assert violent
    assert sorted({known.get(party.actor, party.words) for e in violent for party in e.acting}) == names
    assert all(e.modality == "asserted" for e in violent)


@pytest.mark.parametrize(
    "text",
    [
        "No unit of the armed forces fired on Tarro on Monday.",
        "No soldiers fired on the crowd.",
        "Neither side fired on the convoy.",
    ],
)
def test_what_none_did_did_not_happen(text: str) -> None:
    record = read_report(report_of(text), shipped_tools())
    assert {event.modality for event in record.events} == {"negated"}


TURNED = [
    (
        "The Islamist group ISIL has killed 12 members of the Banu Qays tribe near Mosul. They slaughtered farmers again.",
        "slaughtered",
    ),
    ("Boko Haram gunmen attacked the Nigerian army in Gwoza. They abducted 12 girls.", "abducted"),
]


@pytest.mark.parametrize(("text", "words"), TURNED)
def test_a_pronoun_makes_no_victim_the_one_who_did_it(text: str, words: str) -> None:
    record = read_report(report_of(text), shipped_tools())
    before = {party.actor for event in record.events if event.words != words for party in event.affected}
    event = next(event for event in record.events if event.words == words)
    assert [party.words for party in event.acting] == ["They"]
    assert not before & {party.actor for party in event.acting if party.actor is not None}


@pytest.mark.parametrize(
    "text",
    [
        "No group has claimed the attack on the convoy.",
        "No one has claimed responsibility for the attack on the convoy.",
        "Nobody claimed responsibility for the attack.",
    ],
)
def test_what_none_has_claimed_has_happened_and_is_nobody_s(text: str) -> None:
    record = read_report(report_of(text), shipped_tools())
    (event,) = (event for event in record.events if event.words == "attack")
    assert (event.modality, event.acting, event.responsibility) == ("asserted", (), ())
    assert record.claims == ()


@pytest.mark.parametrize(
    "text",
    ["Goma ambush: what we know\n\nA bus was hit near Goma.", "Kenema blast kills nine", "Koidu raid leaves six dead"],
)
def test_a_town_does_nothing(text: str) -> None:
    record = read_report(report_of(text), shipped_tools())
    assert not any(event.acting or event.responsibility for event in record.events)


def test_those_killed_were_not_killed_by_what_they_were() -> None:
    record = read_report(report_of("Local police said those killed were farmers."), shipped_tools())
    assert not any(event.acting for event in record.events)


def test_those_an_attack_was_on_are_not_condemned_for_it() -> None:
    text = "The minister condemned in the strongest terms the attack on worshippers in Tarn."
    record = read_report(report_of(text), shipped_tools())
    (event,) = (event for event in record.events if event.type == "accusation")
    assert event.affected == ()


def test_a_death_told_with_a_blow_is_the_blow_s() -> None:
    record = read_report(report_of("A mortar round hit a school, killing two."), shipped_tools())
    (event,) = record.events
    assert event.type == "shelling"
    assert [figure.event for figure in record.figures] == [event.id]


def test_an_attack_that_claims_lives_says_nothing() -> None:
    text = "The attack, which claimed the lives of four people, shook the town."
    assert read_report(report_of(text), shipped_tools()).claims == ()


def test_a_pronoun_in_somebody_s_words_has_no_name_from_outside() -> None:
    text = 'In June, kidnappers released 29 students. "They killed my brother," said a farmer.'
    record = read_report(report_of(text), shipped_tools())
    event = next(event for event in record.events if event.words == "killed")
    assert [(party.words, party.actor) for party in event.acting] == [("They", None)]


def test_an_abduction_told_in_a_new_paragraph_has_no_doer_from_before() -> None:
    text = (
        "Survivors said the attackers had opened fire on a church in Mboko.\n"
        "The report also documented the abduction of 540 people."
    )
    record = read_report(report_of(text), shipped_tools())
    taken = next(event for event in record.events if event.type == "abduction")
    assert [party.words for party in taken.acting] == []
