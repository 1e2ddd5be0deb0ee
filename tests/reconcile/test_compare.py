from dataclasses import replace

import pytest

from onrecord.model.facts import Account
from onrecord.model.facts_json import facts_dumps, facts_loads
from onrecord.reconcile.accounts import accounts_of
from onrecord.reconcile.compare import compare
from onrecord.reconcile.facts import facts_of
from onrecord.reconcile.words import rare_terms, terms_of, weight_of
from reconcile.marked import records
from reconcile.rows import account, killed, party, place

TORSK = place("torsk", lat=49.0, lon=37.9)
LVIV = place("lviv", lat=49.8, lon=24.0)
MARKET = account(
    "acc-a",
    places=(TORSK,),
    terms=("bazaar", "market", "torsk", "stalls"),
    rare=("torsk", "stalls"),
    figures=(killed(12),),
)


@pytest.mark.parametrize(
    ("other", "verdict"),
    [
        pytest.param({"figures": (killed(12),)}, "same", id="the same told again"),
        pytest.param({"figures": (killed(14),)}, "same", id="another toll"),
        pytest.param({"places": (LVIV,), "terms": ("stalls",), "rare": ()}, "different", id="another town"),
        pytest.param(
            {"on": "2024-04-20", "terms": ("torsk",), "rare": ("torsk",)}, "different", id="the same town weeks later"
        ),
    ],
)
def test_two_accounts_are_judged(other: dict, verdict: str) -> None:
    known = {"places": (TORSK,), "terms": MARKET.terms, "rare": MARKET.rare, **other}
    judgement = compare(MARKET, account("acc-b", **known))
    assert ("different" if judgement is None else judgement.verdict) == verdict


@pytest.mark.parametrize("day", ["2024-03-25", "2024-04-20", "2025-04-19"])
def test_attacks_on_one_town_weeks_apart_are_not_one_because_both_name_its_mayor(day: str) -> None:
    told = {
        "places": (TORSK,), "names": ("olen varsk",), "terms": ("2024", "olen", "talks", "torsk", "varsk"),
        "rare": ("olen", "torsk", "varsk"),
    }  # fmt: skip
    judgement = compare(account("acc-a", **told), account("acc-b", on=day, **told))
    assert judgement is None or judgement.verdict != "same"


def test_a_year_tells_nothing() -> None:
    assert rare_terms("The strike of 2024 on Torsk") == ("torsk",)
    assert weight_of("2024") < weight_of("bazaar")


def test_the_order_of_two_accounts_does_not_matter() -> None:
    other = replace(MARKET, id="acc-b", report="r-b")
    assert compare(MARKET, other) == compare(other, MARKET)


def test_accounts_of_one_report_are_never_compared() -> None:
    assert compare(MARKET, replace(MARKET, id="acc-b")) is None


def test_a_judgement_says_why_in_words() -> None:
    judgement = compare(
        MARKET, account("acc-b", places=(TORSK,), terms=MARKET.terms, rare=MARKET.rare, figures=(killed(14),))
    )
    assert judgement is not None
    said = {reason.words: reason.weight for reason in judgement.reasons}
    assert said["both in torsk"] > 0
    assert said["both on 2024-03-11"] > 0
    assert said["12 and 14 killed"] < 0
    assert any("bazaar" in words for words in said)


def test_a_vote_and_a_shelling_are_not_one() -> None:
    vote = account("acc-b", "vote", places=(TORSK,), terms=MARKET.terms, rare=MARKET.rare)
    assert compare(MARKET, vote) is None


def test_moves_in_talks_are_told_apart_by_day() -> None:
    cairo = place("cairo", lat=30.0, lon=31.2)
    first = account("acc-a", "vote", places=(cairo,), terms=("council", "truce"), acting=(party("council"),))
    again = account(
        "acc-b", "vote", places=(cairo,), terms=("council", "truce"), acting=(party("council"),), on="2024-03-12"
    )
    judgement = compare(first, again)
    assert judgement is None or judgement.verdict == "different"


@pytest.mark.parametrize(
    ("left", "right"),
    [("2024-03-11", "2024-03-12"), ("2024-03-10", "2024-03-11"), ("2024-03-17", "2024-03-18")],
)
def test_neighbouring_days_share_a_key(left: str, right: str) -> None:
    keys = [set(account("acc", on=day, places=(TORSK,)).keys) for day in (left, right)]
    assert keys[0] & keys[1]


def test_a_name_is_a_key_of_a_lead_without_a_day() -> None:
    one = account("acc-a", on="2024-03-11", names=("anton beke",), is_lead=True)
    other = account("acc-b", on="2024-09-30", names=("anton beke",), is_lead=True)
    assert set(one.keys) & set(other.keys) == {"lead|anton beke", "violence|anton beke"}


@pytest.mark.parametrize(("day", "shares"), [("2024-03-14", True), ("2024-03-30", True), ("2024-09-30", False)])
def test_a_name_told_in_passing_is_a_key_for_some_weeks(day: str, shares: bool) -> None:
    one, other = (account("acc", on=on, names=("anton beke",)) for on in ("2024-03-11", day))
    assert bool(set(one.keys) & set(other.keys)) is shares


@pytest.mark.parametrize(
    ("term", "weight"), [("the", 0.0), ("killed", 0.0), ("hospitals", 0.1), ("market", 0.0), ("torsk", 1.0)]
)
def test_a_rare_word_tells_more(term: str, weight: float) -> None:
    assert weight_of(term) == weight


def test_words_of_the_sides_tell_nothing() -> None:
    text = "The Volta Front shelled the bazaar of Torsk."
    assert "bazaar" in terms_of(text)
    assert "volta" not in terms_of(text, leaving=frozenset({"volta"}))
    assert (
        rare_terms(text, leaving=frozenset({"volta"}))
        == ("shelled", "bazaar", "torsk")[-len(rare_terms(text, leaving=frozenset({"volta"}))) :]
    )


@pytest.mark.parametrize("name", sorted(records()))
def test_facts_come_back_from_their_text_and_never_change(name: str) -> None:
    record = records()[name]
    facts = facts_of(record)
    assert tuple(facts_loads(facts_dumps(one)) for one in facts) == facts
    assert facts_of(record) == facts


@pytest.mark.parametrize("name", sorted(records()))
def test_a_report_has_one_lead(name: str) -> None:
    accounts = accounts_of(records()[name])
    assert [a.is_lead for a in accounts].count(True) == 1
    assert all(isinstance(a, Account) and a.keys for a in accounts if a.is_lead)
