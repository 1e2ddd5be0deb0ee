"""Which steps in talks one report tells: small invented reports, each with the moves that come of its events."""

from dataclasses import replace
from typing import Any

import pytest

from builders import day, span_of
from onrecord.model.claim import Party
from onrecord.model.event import OtherPart
from onrecord.model.record import Record
from onrecord.reconcile.moves import moves_of
from records import actor, event, figure, party, record

FREED = "The Front freed five soldiers and the government released 24 prisoners, a day after a truce took effect."
REFUSED = "The government rejected a demand by the Front for the release of 40 prisoners."
VOTED = "In the capital the National Council approved the truce by 61 votes to 40."
MOVED = "The National Council moved the vote on a truce to Friday."
PRESSED = "Mediators pressed both sides to accept an exchange of captives."
MET = "Envoys of the government and the Front met for talks, mediated by Norland."
TWICE = "The Front offered a truce. Its envoy said the offer of a truce would stand."
PROMISED = "The government and the Front signed an agreement. Five soldiers will be released, an envoy said."


def sides(text: str) -> tuple[Any, ...]:
    known = (("The Front", "armed_group"), ("the Front", "armed_group"), ("The government", "government"),
             ("the government", "government"), ("National Council", "government"), ("Mediators", "organisation"),
             ("Norland", "state"))  # fmt: skip
    return tuple(actor(text, f"a-{name.lower()}", name, kind) for name, kind in known if name in text)


def by(text: str, name: str) -> tuple[Party, ...]:
    return (party(text, name, f"a-{name.lower()}"),)


def told(text: str, *events: Any, figures: tuple[Any, ...] = ()) -> Record:
    return record(text, report={"published": "2024-03-21"}, actors=sides(text), events=events, figures=figures)


def counted(text: str, words: str, n: int, harm: str = "released") -> Any:
    return figure(text, words, of="people", harm=harm, value=n, low=n, high=n)


@pytest.mark.parametrize(
    ("made", "wanted"),
    [
        pytest.param(
            told(
                FREED,
                event(FREED, "freed", "release", acting=by(FREED, "The Front"), affected=(party(FREED, "five soldiers"),)),
                event(FREED, "released", "release", acting=by(FREED, "the government"),
                      affected=(party(FREED, "24 prisoners"),)),
                event(FREED, "truce", "agreement", acting=by(FREED, "The Front")),
                figures=(counted(FREED, "five", 5), counted(FREED, "24", 24)),
            ),
            [("release", ["The Front"], [5]), ("release", ["the government"], [24])],
            id="each side's count is its own, and the truce is only recalled",
        ),
        pytest.param(
            told(
                REFUSED,
                event(REFUSED, "rejected", "refusal", acting=by(REFUSED, "The government")),
                event(REFUSED, "release", "release", affected=(party(REFUSED, "40 prisoners"),)),
                figures=(counted(REFUSED, "40", 40),),
            ),
            [("refusal", ["The government"], [40])],
            id="the release that is refused is none",
        ),
        pytest.param(
            told(VOTED, event(VOTED, "truce", "agreement", acting=by(VOTED, "National Council")), event(VOTED, "votes", "vote")),
            [("vote", ["National Council"], [])],
            id="the truce that is voted on is no new one",
        ),
        pytest.param(
            told(MOVED, event(MOVED, "vote", "vote")),
            [("postponement", ["National Council"], [])],
            id="a vote moved to another day is put off",
        ),
        pytest.param(
            told(PRESSED, event(PRESSED, "pressed", "demand", acting=by(PRESSED, "Mediators"))),
            [],
            id="what mediators ask of both sides is no side's demand",
        ),
        pytest.param(
            told(
                MET,
                event(MET, "talks", "talks", others=(OtherPart(role="mediator", part=by(MET, "Norland")[0]),)),
            ),
            [("talks", ["the government", "the Front"], [])],
            id="both sides talk, the mediator is none of them",
        ),
        pytest.param(
            told(
                TWICE,
                event(TWICE, "offered", "offer", acting=by(TWICE, "The Front"), when=day("2024-03-21")),
                event(TWICE, "offer of", "offer", acting=by(TWICE, "The Front"), when=day("2024-03-21")),
            ),
            [("offer", ["The Front"], [])],
            id="one offer told twice is one",
        ),
        pytest.param(
            told(
                PROMISED,
                event(PROMISED, "agreement", "agreement", acting=by(PROMISED, "The government")),
                event(PROMISED, "released", "release", modality="planned", affected=(party(PROMISED, "Five soldiers"),)),
                figures=(counted(PROMISED, "Five", 5),),
            ),
            [("agreement", ["The government"], [])],
            id="what is agreed on has not been done",
        ),
    ],
)  # fmt: skip
def test_moves_of_one_report(made: Record, wanted: list[tuple[str, list[str], list[int]]]) -> None:
    found = [(move.kind, list(move.by), [count.value for count in move.counts]) for move in moves_of(made)]
    assert found == wanted


def test_the_day_a_vote_is_put_off_to_is_not_the_day_it_is_put_off() -> None:
    friday = replace(day("2024-03-22"), words="Friday", span=span_of(MOVED, "Friday"))
    (move,) = moves_of(told(MOVED, event(MOVED, "vote", "vote", when=friday)))
    assert move.on == "2024-03-21"
