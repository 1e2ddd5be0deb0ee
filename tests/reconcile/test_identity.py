import pytest

from onrecord.model.actor import Actor, ActorRole
from onrecord.model.facts import ActorFacts, PlaceFacts
from onrecord.model.ids import ActorId, PlaceId, ReportId
from onrecord.reconcile.compare import compare
from onrecord.reconcile.identity import actor_key, joined_keys, speaker_key, voices
from reconcile.rows import actor, place


def named(name: str, kind: str = "person", country: str | None = None, *roles: tuple[str, str | None]) -> Actor:
    held = tuple(ActorRole(title=title, of=of) for title, of in roles)
    return Actor(id=ActorId("a"), name=name, kind=kind, roles=held, country=country, mentions=())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(
            named("the Sudanese army", "armed_force", "SD"), named("armed forces", "armed_force", "SD"), id="army"
        ),
        pytest.param(
            named("Sudanese government", "government", "SD"), named("the government", "government", "SD"), id="cabinet"
        ),
        pytest.param(
            named("Health Ministry", "government", "PS"),
            named("the Health Ministry", "government", "PS"),
            id="ministry",
        ),
        pytest.param(named("Ana Sol"), named("ANA SOL"), id="capitals"),
    ],
)
def test_one_actor_has_one_key(left: Actor, right: Actor) -> None:
    assert actor_key(left) == actor_key(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(
            named("army", "armed_force", "SD"), named("army", "armed_force", "TD"), id="two countries' armies"
        ),
        pytest.param(
            named("Health Ministry", "government", "PS"),
            named("Interior Ministry", "government", "PS"),
            id="ministries",
        ),
        pytest.param(named("police", "organisation", "IQ"), named("army", "armed_force", "IQ"), id="police and army"),
    ],
)
def test_two_actors_have_two_keys(left: Actor, right: Actor) -> None:
    assert actor_key(left) != actor_key(right)


@pytest.mark.parametrize(
    ("speaker", "key"),
    [
        (named("Idris Sole", "person", "SD", ("army spokesman", None)), "armed_force|SD|army"),
        (named("Idris Sole", "person", None, ("spokesman", "Northern Front")), "||northern front"),
        (named("Idris Sole", "person", "SD", ("governor", None)), "person|SD|idris sole"),
        (named("Idris Sole", "person", "SD", ("spokesman", None)), "person|SD|idris sole"),
    ],
)
def test_a_spokesman_answers_for_his_body(speaker: Actor, key: str) -> None:
    assert speaker_key(speaker) == key


def test_a_bare_key_joins_the_one_fuller_key() -> None:
    keys = ["armed_force||army", "armed_force|SD|army", "||front", "armed_group||front"]
    joined = joined_keys(keys)
    assert joined["armed_force||army"] == "armed_force|SD|army"
    assert joined["||front"] == "armed_group||front"


def test_a_bare_key_stays_its_own_between_two() -> None:
    keys = ["armed_force||army", "armed_force|SD|army", "armed_force|TD|army"]
    assert joined_keys(keys)["armed_force||army"] == "armed_force||army"


def test_a_person_said_to_speak_for_two_bodies_speaks_for_neither() -> None:
    def speaks(key: str, body: str) -> ActorFacts:
        return actor(key, "idris sole", "person", speaks_for=body)

    assert voices([speaks("a", "||front"), speaks("b", "armed_group||front")]) == {
        "person||idris sole": "armed_group||front"
    }
    assert voices([speaks("a", "||front"), speaks("b", "||army")]) == {}


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        (
            actor("a", "ana sol", "person", titles=("governor",)),
            actor("b", "ana sol", "person", titles=("governor",)),
            "same",
        ),
        (actor("a", "ana sol", "person"), actor("b", "sol", "person"), "unsure"),
        (actor("a", "army", "armed_force", country="SD"), actor("b", "army", "armed_force", country="TD"), "different"),
        (actor("a", "ana sol", "person"), actor("b", "omar dia", "person"), None),
    ],
)
def test_actors_are_judged(left: ActorFacts, right: ActorFacts, verdict: str | None) -> None:
    judgement = compare(left, right)
    assert (None if judgement is None else judgement.verdict) == verdict
    assert judgement is None or judgement.reasons


def spot(key: str, name: str, *, lat: float | None, lon: float | None, geonames: int | None = None) -> PlaceFacts:
    where = place(name, country="NG", lat=lat, lon=lon, geonames=geonames)
    return PlaceFacts(id=PlaceId(key), report=ReportId(f"r-{key}"), keys=(), place=where)


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        (
            spot("a", "konduga", lat=11.6, lon=13.4, geonames=5),
            spot("b", "kondouga", lat=11.6, lon=13.4, geonames=5),
            "same",
        ),
        (spot("a", "dutse", lat=11.7, lon=9.3), spot("b", "dutse", lat=9.1, lon=7.4), "different"),
        (spot("a", "gwoza", lat=None, lon=None), spot("b", "gwoza", lat=11.1, lon=13.7), "same"),
    ],
)
def test_places_are_judged(left: PlaceFacts, right: PlaceFacts, verdict: str) -> None:
    judgement = compare(right, left)
    assert judgement is not None
    assert judgement.verdict == verdict
