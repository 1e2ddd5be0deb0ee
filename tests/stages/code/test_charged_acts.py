"""Who is held responsible, on what ground, where an act stands under a charge, an avowal or a denial."""

import pytest

from builders import only, report_of, shipped_tools
from onrecord.flows.read import read_report
from onrecord.model.event import Event
from onrecord.model.record import Record

# sentence => trigger | who is held responsible | ground | who says so ("-": the report) | modality
ROWS = """
The Northern Front accused the army of shelling the market in Tellmere. => shelling | army | accused | Northern Front | asserted
The Northern Front denied it and accused the army of shelling the market. => shelling | army | accused | Northern Front | asserted
Kyiv accused Russia of having abducted 200 children from Kherson. => abducted | Russia | accused | Kyiv | asserted
The Sudanese army blamed the RSF for an attack on a hospital in El Fasher. => attack | RSF | accused | Sudanese army | asserted
The UN blamed the militia for the killings. => killings | militia | accused | UN | asserted
Pakistan blamed the ambush on Baloch separatists. => ambush | separatists | accused | Pakistan | asserted
Human Rights Watch accused soldiers of killing at least 40 civilians in Moura. => killing | soldiers | accused | Human Rights Watch | asserted
Amnesty accused Ethiopian troops of executing dozens of residents in Axum. => executing | Ethiopian troops | accused | Amnesty | asserted
THE ARMY ACCUSED THE FMLN OF BURNING BUSES. => BURNING | FMLN | accused | ARMY | asserted
The bombing, which the militia claimed on Friday, killed 21 people. => bombing | militia | claimed | - | asserted
The governor said the FARC was behind the car bomb attack in Cali. => car bomb attack | FARC | accused | governor | asserted
The president said the ELN was responsible for the kidnapping of the bishop. => kidnapping | ELN | accused | president | asserted
Residents held the junta responsible for the bombing of the school. => bombing | junta | accused | Residents | asserted
The Taliban were blamed for a blast that killed two guards. => blast | Taliban | accused | - | asserted
Myanmar's junta was accused of bombing a monastery. => bombing | junta | accused | - | asserted
TUPAC AMARU GUERRILLAS WERE BLAMED FOR THE MURDER OF THE GENERAL. => MURDER | GUERRILLAS | accused | - | asserted
A court found two officers guilty of murdering the bishop. => murdering | officers | accused | - | asserted
Police suspect the ELN of kidnapping the engineer. => kidnapping | ELN | suspected | Police | possible
Suspected ADF rebels killed 12 people in Beni, the army said. => killed | ADF | suspected | army | asserted
The Islamic State group claimed responsibility for the attack on the shrine. => attack | Islamic State | claimed | Islamic State | asserted
The Kachin army took credit for the ambush. => ambush | Kachin army | claimed | - | asserted
The rebels admitted killing the mayor. => killing | rebels | claimed | rebels | asserted
The Houthis said they were behind the attack on the tanker. => attack | they | claimed | Houthis | asserted
The Colombian defence minister said the army had bombed a FARC camp. => bombed | army | claimed | minister | asserted
The RSF denied having shelled the camp. => shelled | RSF | denied | RSF | negated
Mali's army has repeatedly denied killing civilians. => killing | army | denied | army | negated
Moscow denied that its forces had hit the theatre in Mariupol. => hit | forces | denied | Moscow | negated
Darsine has denied any links with the assassination of Minister Pavel Orlin. => assassination | Darsine | denied | Darsine | asserted
Police showed pictures of five men suspected of killing Judge Pavel Orlin. => killing | five men | suspected | Police | asserted
Eight soldiers charged with killing six priests will be tried. => killing | soldiers | accused | - | asserted
The Kolwe garrison denied it, saying rebels had shelled the town. => shelled | rebels | accused | garrison | asserted
Junta spokesman Saw Htoo denied the air force had hit a school, saying it had targeted a camp. => targeted | it | claimed | Saw Htoo | asserted
A caller claimed responsibility for the bombing on behalf of the Red Valley Front. => bombing | Red Valley Front | claimed | caller | asserted
Community leaders allege that soldiers burned the market. => burned | soldiers | accused | Community leaders | asserted
The militia denied responsibility for the massacre. => massacre | militia | denied | militia | asserted
"""


def record_of(text: str) -> Record:
    return read_report(report_of(text), shipped_tools())


def event_at(record: Record, trigger: str) -> Event:
    return only(event for event in record.events if event.words == trigger)


@pytest.mark.parametrize(("sentence", "expected"), [line.split(" => ") for line in ROWS.strip().splitlines()])
def test_who_is_held_responsible_and_on_whose_word(sentence: str, expected: str) -> None:
    trigger, who, basis, said_by, modality = expected.split(" | ")
    record = record_of(sentence)
    event = event_at(record, trigger)
    charge = only(event.responsibility)
    assert who in charge.actor.words
    assert (charge.basis, event.modality) == (basis, modality)
    speakers = [party.words for claim in record.claims if claim.id == charge.claim for party in claim.speakers]
    assert [said_by in words for words in speakers] == ([] if said_by == "-" else [True])


def test_who_denies_responsibility_is_not_told_to_have_acted() -> None:
    assert event_at(record_of("The militia denied responsibility for the massacre."), "massacre").acting == ()


def test_responsibility_that_nobody_claims_is_nobodys() -> None:
    event = event_at(record_of("No group has claimed responsibility for the bombing."), "bombing")
    assert event.responsibility == ()


def test_a_charge_does_not_make_the_accuser_the_one_who_did_it() -> None:
    event = event_at(record_of("Kyiv accused Russia of having abducted 200 children."), "abducted")
    assert [party.words for party in event.acting] == ["Russia"]


@pytest.mark.parametrize(
    ("sentence", "trigger", "victim"),
    [
        ("Galan's murder shocked the country.", "murder", "Galan"),
        ("The judges condemned the minister's assassination.", "assassination", "minister"),
        ("Crowds marched after their leader's arrest.", "arrest", "leader"),
    ],
)
def test_the_owner_of_a_death_or_an_arrest_suffered_it(sentence: str, trigger: str, victim: str) -> None:
    event = event_at(record_of(sentence), trigger)
    assert any(victim in party.words for party in event.affected)
    assert event.acting == ()


@pytest.mark.parametrize(
    ("sentence", "trigger"),
    [
        ("An attack on a hospital in El Fasher that killed 30 people drew protests.", "attack"),
        ("They condemned the bombing in the Al-Sinek neighborhood of Baghdad, which killed 28 people.", "bombing"),
    ],
)
def test_no_place_acts(sentence: str, trigger: str) -> None:
    record = record_of(sentence)
    assert not any("hospital" in p.words or "neighborhood" in p.words for e in record.events for p in e.acting)
    assert any("people" in party.words for party in event_at(record, trigger).affected)
