"""The stage's own rules, on readings made by hand: what it does where the language model sees nothing or errs."""

from builders import only, passages_of, reading_of, report_of
from onrecord.model.claim import Claim
from onrecord.stages.attribute import attribute
from onrecord.stages.spot import spot_actors


def claims_of(text: str, parse: str, **seen: object) -> tuple[Claim, ...]:
    report = report_of(text)
    return attribute(report, passages_of(report), reading_of(text, parse, **seen))  # type: ignore[arg-type]


DENIED = "Mali/PROPN/nsubj/2 denied/VERB/root/0/deny it/PRON/obj/2 and/CCONJ/cc/5 blamed/VERB/conj/2/blame rebels/NOUN/obj/5 ./PUNCT/punct/2"
TOLD = (
    "A/DET/det/2 bomb/NOUN/nsubj/3 exploded/VERB/root/0/explode ,/PUNCT/punct/6 officials/NOUN/nsubj/6/official "
    "told/VERB/parataxis/3/tell AFP/PROPN/obj/6 ./PUNCT/punct/3"
)


def test_attribute_reads_the_tree_where_the_model_saw_no_frame() -> None:
    claim = only(claims_of("A bomb exploded, officials told AFP.", TOLD))
    assert [party.words for party in claim.speakers] == ["officials"]
    assert [quote.words for quote in claim.content] == ["A bomb exploded"]
    assert [party.words for party in claim.told] == ["AFP"]


def test_attribute_parts_two_cues_that_share_a_speaker() -> None:
    frames = [("denied", "Mali", "it and blamed rebels"), ("blamed", "Mali", "rebels")]
    claims = claims_of("Mali denied it and blamed rebels.", DENIED, attributions=frames)
    assert [[quote.words for quote in claim.content] for claim in claims] == [["it"], ["rebels"]]
    assert all(claim.parent is None for claim in claims)


def test_attribute_joins_a_helping_verb_to_its_cue() -> None:
    parse = (
        "Hamas/PROPN/nsubj/3 has/AUX/aux/3/have said/VERB/root/0/say it/PRON/nsubj/6 will/AUX/aux/6 "
        "talk/VERB/ccomp/3 ./PUNCT/punct/3"
    )
    frames = [("has", "Hamas", "said it will talk"), ("said", "Hamas", "it will talk")]
    claim = only(claims_of("Hamas has said it will talk.", parse, attributions=frames))
    assert claim.cue is not None
    assert claim.cue.words == "has said"
    assert [quote.words for quote in claim.content] == ["it will talk"]


def test_attribute_drops_a_frame_whose_word_shows_no_speech() -> None:
    parse = (
        "Villagers/NOUN/nsubj/2/villager look/VERB/root/0 at/ADP/case/5 the/DET/det/5 ruins/NOUN/obl/2/ruin "
        "./PUNCT/punct/2"
    )
    frames = [("look", "Villagers", "at the ruins")]
    assert claims_of("Villagers look at the ruins.", parse, attributions=frames) == ()


def test_attribute_draws_on_a_content_that_stops_inside_a_phrase() -> None:
    parse = (
        "Police/NOUN/nsubj/2 said/VERB/root/0/say the/DET/det/4 siege/NOUN/nsubj/6 would/AUX/aux/6 last/VERB/ccomp/2 "
        "for/ADP/case/8 months/NOUN/obl/6/month ./PUNCT/punct/2"
    )
    frames = [("said", "Police", "the siege would last for")]
    claim = only(claims_of("Police said the siege would last for months.", parse, attributions=frames))
    assert [quote.words for quote in claim.content] == ["the siege would last for months"]


def test_attribute_makes_a_cut_speaker_whole() -> None:
    parse = (
        "The/DET/det/3 Eastern/PROPN/compound/3 Front/PROPN/nsubj/4 said/VERB/root/0/say it/PRON/nsubj/6 "
        "won/VERB/ccomp/4/win ./PUNCT/punct/4"
    )
    frames = [("said", "The", "it won")]
    claim = only(claims_of("The Eastern Front said it won.", parse, attributions=frames))
    assert [party.words for party in claim.speakers] == ["The Eastern Front"]


def test_attribute_gives_a_passive_cue_no_speaker_but_its_agent() -> None:
    parse = (
        "Hamas/PROPN/nsubj:pass/3 is/AUX/aux:pass/3/be expected/VERB/root/0/expect to/PART/mark/5 talk/VERB/xcomp/3 "
        "./PUNCT/punct/3"
    )
    assert claims_of("Hamas is expected to talk.", parse, attributions=[("expected", "Hamas", "to talk")]) == ()


def test_attribute_hears_no_speaker_in_a_text_that_only_calls_for_something() -> None:
    parse = (
        "They/PRON/nsubj/2 passed/VERB/root/0/pass a/DET/det/4 motion/NOUN/obj/2 urging/VERB/acl/4/urge peace/NOUN/obj/5 "
        "./PUNCT/punct/2"
    )
    assert claims_of("They passed a motion urging peace.", parse, attributions=[("urging", "They", "peace")]) == ()


def test_attribute_says_nothing_where_nothing_was_read() -> None:
    assert attribute(report_of(""), (), reading_of("", "")) == ()


HELD = (
    "Men/NOUN/nsubj:pass/3/man were/AUX/aux:pass/3 held/VERB/root/0/hold after/SCONJ/mark/6 police/NOUN/nsubj/6 "
    "said/VERB/advcl/3/say they/PRON/nsubj/8 fired/VERB/ccomp/6/fire ./PUNCT/punct/3"
)


def test_attribute_takes_who_speaks_from_the_cue_s_own_clause() -> None:
    claim = only(
        claims_of("Men were held after police said they fired.", HELD, attributions=[("said", "Men", "they fired")])
    )
    assert [party.words for party in claim.speakers] == ["police"]


UNNAMED = (
    "A/DET/det/2 nurse/NOUN/nsubj/8 who/PRON/nsubj/4 asked/VERB/acl:relcl/2/ask not/PART/advmod/7 to/PART/mark/7 be/AUX/aux:pass/7 "
    "named/VERB/xcomp/4/name said/VERB/root/0/say shells/NOUN/nsubj/11 fell/VERB/ccomp/9/fall ./PUNCT/punct/9"
)


def test_attribute_makes_no_claim_of_the_wish_to_go_unnamed() -> None:
    frames = [("asked", "who", "not to be named"), ("said", "A nurse", "shells fell")]
    claims = claims_of("A nurse who asked not to be named said shells fell.", UNNAMED, attributions=frames)
    assert [[quote.words for quote in claim.content] for claim in claims] == [["shells fell"]]


IN_TOWN = (
    "The/DET/det/3 Health/PROPN/compound/3 Ministry/PROPN/nmod/6 in/ADP/case/5 rebel/NOUN/compound/6 Tarro/PROPN/nsubj/7 "
    "said/VERB/root/0/say men/NOUN/nsubj/9 died/VERB/ccomp/7/die ./PUNCT/punct/7"
)


def test_attribute_knows_who_opens_the_words_of_a_speaker_by_name() -> None:
    text = "The Health Ministry in rebel Tarro said men died."
    reading = reading_of(
        text, IN_TOWN, attributions=[("said", "The Health Ministry in rebel Tarro", "men died")], names=[("Health Ministry", "organisation")]
    )  # fmt: skip
    report = report_of(text)
    actors = spot_actors(report, passages_of(report), reading)
    claim = only(attribute(report, passages_of(report), reading, actors=actors))
    known = {actor.id: actor.name for actor in actors}
    assert [known.get(party.actor) for party in claim.speakers] == ["Health Ministry"]  # type: ignore[arg-type]
