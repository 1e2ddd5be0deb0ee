"""What is said after a quote closes is said by who quotes, not by who stands inside the quote."""

from builders import only, read
from onrecord.stages.attribute import attribute
from onrecord.stages.spot import spot_actors


def test_a_participle_after_a_closed_quote_goes_back_to_who_quotes() -> None:
    text = (
        "Benjamin Marr has vowed that the northern army 'will not stop fighting', ruling out the prospect of a truce."
    )
    report, passages, reading = read(text)
    claims = attribute(report, passages, reading, actors=spot_actors(report, passages, reading))
    refusal = only(claim for claim in claims if claim.act == "refuse")
    assert [speaker.words for speaker in refusal.speakers] == ["Benjamin Marr"]
