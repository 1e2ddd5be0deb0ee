import pytest

from builders import day, only, span_of
from onrecord.model.figure import CountedOf, Figure
from onrecord.model.ids import ClaimId, FigureId
from onrecord.reconcile.moves import moves_of
from onrecord.reconcile.negotiation import answered
from onrecord.reconcile.speakers import lines_of
from onrecord.reconcile.statements import statements_of
from records import actor, claim, event, figure, note, party, record


def counted(text: str, words: str) -> Figure:
    span = span_of(text, words)
    return Figure(
        id=FigureId("f"), span=span, words=words, value=5, low=5, high=5, hedge="exact", unit="people", harm="killed",
        of=CountedOf(words="people", actor=None, status="unstated", women=False, children=False), by=None, scope="event",
        since=None, as_of=None, where=(), event=None, claim=None, part_of=None, notes=(),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("code", "is_retracted", "is_earlier"),
    [("count.withdrawn", True, False), ("count.earlier", False, True), ("count.since", False, False)],
)
def test_a_figure_that_its_words_replace_does_not_stand(code: str, is_retracted: bool, is_earlier: bool) -> None:
    text = "Police first said five were killed."
    made = figure(text, "five", low=5, high=5, notes=(note(text, code, "first said"),))
    statement = only(statements_of(record(text, figures=(made,))))
    assert (statement.is_retracted, statement.is_earlier) == (is_retracted, is_earlier)


@pytest.mark.parametrize(
    ("text", "words", "is_increment"),
    [
        ("Three more people died in hospital overnight.", "Three", True),
        ("Five of the wounded died on Sunday.", "Five", True),
        ("Another two soldiers were killed near Bakhmut.", "two", True),
        ("More than 30 people were killed in Mandalay.", "More than 30", False),
        ("Five people died on Sunday.", "Five", False),
    ],
)
def test_what_only_adds_is_told_from_a_count(text: str, words: str, is_increment: bool) -> None:
    made = counted(text, words)
    if words.startswith("More"):
        made = figure(text, words, hedge="more_than", low=31)
    assert only(statements_of(record(text, figures=(made,)))).is_increment is is_increment


NESTED = "The mayor said the army had told him that 12 people were dead."


def test_the_innermost_speaker_is_the_one_who_says_how_many() -> None:
    mayor, army = party(NESTED, "The mayor", "a-mayor"), party(NESTED, "the army", "a-army")
    outer = claim(NESTED, "c-1", "the army had told him that 12 people were dead", by=mayor, cue="said")
    inner = claim(NESTED, "c-2", "12 people were dead", by=army, cue="told", parent=ClaimId("c-1"))
    silent = claim(NESTED, "c-3", "12 people", parent=ClaimId("c-2"))
    made = record(
        NESTED,
        actors=(actor(NESTED, "a-mayor", "The mayor"), actor(NESTED, "a-army", "the army", "armed_force")),
        claims=(outer, inner, silent),
        figures=(figure(NESTED, "12", low=12, high=12, claim=ClaimId("c-3")),),
    )
    statement = only(statements_of(made))
    assert (statement.speaker, statement.speaker_key) == ("the army", "armed_force||army")
    assert [line.speaker for line in lines_of(made)] == ["The mayor", "the army"]


def test_the_reports_own_voice_is_its_outlets() -> None:
    text = "Twelve people were killed in Mocoa."
    made = record(text, report={"outlet": "Kosti Times"}, figures=(figure(text, "Twelve", low=12, high=12),))
    statement = only(statements_of(made))
    assert (statement.speaker, statement.speaker_key) == (None, "outlet||Kosti Times")


ASKED = "The front demanded the release of 40 prisoners. It called for patience."
REFUSED = "The government rejected the front's demand on Wednesday."


def test_a_refusal_answers_the_demand_of_the_other_side() -> None:
    asked = record(
        ASKED,
        report={"published": "2024-03-19"},
        actors=(actor(ASKED, "a-front", "The front", "armed_group"),),
        events=(
            event(ASKED, "demanded", "demand", acting=(party(ASKED, "The front", "a-front"),), when=day("2024-03-19")),
            event(ASKED, "called for", "demand", acting=(party(ASKED, "It", "a-front"),), when=day("2024-03-18")),
        ),
        figures=(figure(ASKED, "40", of="prisoners", harm="released", value=40, low=40, high=40),),
    )
    refused = record(
        REFUSED,
        report={"published": "2024-03-20"},
        actors=(actor(REFUSED, "a-gov", "The government", "government"),),
        events=(
            event(
                REFUSED,
                "rejected",
                "refusal",
                acting=(party(REFUSED, "The government", "a-gov"),),
                when=day("2024-03-20"),
            ),
        ),
    )
    moves = answered([*moves_of(refused), *moves_of(asked)], {})
    assert [(move.kind, move.answers) for move in moves] == [("demand", None), ("refusal", moves[0].event)]
    assert [count.value for count in moves[0].counts] == [40]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The council postponed the vote until Friday.", "postponement"),
        ("The council put off its vote on the ceasefire.", "postponement"),
        ("The council held a vote on the ceasefire.", "vote"),
    ],
)
def test_a_vote_put_off_is_no_vote(text: str, kind: str) -> None:
    assert only(moves_of(record(text, events=(event(text, "vote", "vote"),)))).kind == kind
